"""Where a text prints words between quotation marks. Conservative: what is not surely quoted is not."""

import re
from collections.abc import Iterable, Iterator

from dragoman.model.spans import Span, Spans, covers, merged

CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", '"': '"', "‘": "’", "'": "'", "「": "」"}
"""Opening marks and the marks that may close them. German text opens with the mark that closes in French."""
SINGLE = "‘'"
FARTHEST = 3000
"""A run that goes on over a line's end has its closing mark within this many characters."""
_WORD = re.compile(r"\w")
_BLANK_LINE = re.compile(r"\n\s*\n")
_CLOSES = {
    mark: re.compile(rf"[{closing}](?<!\s.)(?!\w)" if mark in SINGLE else f"[{closing}]")
    for mark, closing in CLOSING.items()
}


def quoted_runs(text: str) -> Spans:
    """The words between quotation marks, without the marks, outermost marks only.

    A run that is not closed on its line goes on where the next mark of its kind surely closes it and no blank line
    comes between. Where the next paragraph opens with the same mark instead (as English print does for a speech of
    several paragraphs) it runs to the line's end. Other unclosed marks open nothing. A single mark opens only before a
    word and closes only after one, as apostrophes look the same.
    """
    return merged(_runs(text))


def quoted(text: str, spans: Iterable[tuple[int, int]], runs: Spans | None = None) -> bool:
    """Whether all words at the spans stand between quotation marks in the text."""
    asked = tuple(spans)
    return bool(asked) and covers(quoted_runs(text) if runs is None else runs, asked)


def _runs(text: str) -> Iterator[Span]:
    done = end = 0
    unclosed: set[tuple[str, int]] = set()
    for at in _opening(text):
        end = end if at < end else text.find("\n", at) + 1 or len(text)
        if at < done or (text[at], end) in unclosed:
            continue
        close = _close(text, at, end)
        if close is None:
            unclosed.add((text[at], end))  # else a line of opening marks would cost the square of its length
            continue
        if close > at + 1:
            yield Span(at + 1, close)
        done = close + 1


def _opening(text: str) -> list[int]:
    """Where marks stand that may open a run, each kind looked for by itself: that is faster than a pattern of all."""
    found = []
    for mark in CLOSING:
        at = text.find(mark)
        while at >= 0:
            if not text[at + 1 : at + 2].isspace() and not _WORD.match(text[max(at - 1, 0) : at]):
                found.append(at)
            at = text.find(mark, at + 1)
    return sorted(found)


def _close(text: str, at: int, end: int) -> int | None:
    mark = text[at]
    found = _CLOSES[mark].search(text, at + 1, end)
    if found:
        return found.start()
    return None if mark in SINGLE else _close_later(text, at, end)


def _closes(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not _WORD.match(text[at + 1 : at + 2])


def _close_later(text: str, at: int, end: int) -> int | None:
    mark = text[at]
    rest = text[end : at + FARTHEST]
    if rest.lstrip()[:1] == mark:
        return at + len(text[at:end].rstrip())
    found = re.search(f"[{mark}{CLOSING[mark]}]", rest)
    if not found or found.group() not in CLOSING[mark] or _BLANK_LINE.search(text, at, end + found.start()):
        return None
    return end + found.start() if _closes(text, end + found.start()) else None
