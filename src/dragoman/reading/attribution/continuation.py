"""Quotations without a cue of their own that go on from a statement before them."""

import re
from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, stops
from dragoman.reading.attribution.near import Stretches, end_before, last_before, stretch
from dragoman.reading.quotations import Quotation

LEADING = {"direct", "continuation", "postposed", "verb:clause", "according", "conjunct"}
"""Rules from whose statements a quotation may go on."""
LEAST = 3
"""A quotation of fewer words is no sentence."""
WIDE = 2_000
"""Between a statement and a quotation that goes on from it stands less than so many code points."""


class _Led:
    """The statements from which a quotation may go on, in the order of their ends; of those with one end the one known
    last comes first.
    """

    def __init__(self, text: str, drafts: Sequence[Draft]) -> None:
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._drafts: list[Draft] = []
        self._ends: list[tuple[int, int]] = []
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Adds a statement, if it has a source."""
        if draft.source:
            insort(self._ends, (_end(draft), -len(self._drafts)))
            self._drafts.append(draft)

    def line(self, at: int) -> int:
        """Where the line begins."""
        return self.starts[bisect_right(self.starts, at) - 1]

    def between(self, start: int, end: int) -> Iterator[Draft]:
        """The statements that end between the two, the last first."""
        for at in range(bisect_right(self._ends, (end, 0)) - 1, -1, -1):
            if self._ends[at][0] < start:
                return
            yield self._drafts[-self._ends[at][1]]


def continued(parsed: Parsed, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A statement for each quoted sentence that no cue took: behind a statement in its own paragraph it shares that
    one's source (and its cue, where nothing stands between); at a paragraph's start it shares the source of the
    quotation that ends the paragraph before.
    """
    known = sorted((d for d in drafts if d.kind == "speech" and d.rule in LEADING), key=lambda d: d.at)
    contents, led = Stretches([stretch(d.content) for d in known]), _Led(parsed.text, known)
    for quotation in quotations:
        near = (known[i] for i in contents.meeting(quotation.outer))
        if not _sentence(parsed.text, quotation) or any(_takes(d, quotation) for d in near):
            continue
        draft = _same_paragraph(parsed, quotation, led) or _next_paragraph(parsed.text, quotation, led)
        if draft is not None:
            yield draft
            led.add(draft)


def _takes(draft: Draft, quotation: Quotation) -> bool:
    """Whether the quotation, or a part of it, is content of the draft, whose cue stands outside it."""
    within = any(quotation.outer.start <= c.start < quotation.outer.end for c in draft.cue)
    return not within and any(a.start < quotation.outer.end and quotation.outer.start < a.end for a in draft.content)


def _sentence(text: str, quotation: Quotation) -> bool:
    """Whether the quotation reads as a sentence, or more, of its own."""
    words = text[slice(*quotation.words)].strip(" ‘'[(…")
    before = last_before(text, quotation.outer.start)
    whole = words[-1:] in ".?!…" or text[quotation.outer.end : quotation.outer.end + 1] in ".?!" or not quotation.closed
    return len(words.split()) >= LEAST and words[:1].isupper() and whole and before in ".:?!”\"’')" + "\n"


def _end(draft: Draft) -> int:
    return max(span.end for span in (*draft.content, *draft.cue, *draft.source))


def _same_paragraph(parsed: Parsed, quotation: Quotation, led: _Led) -> Draft | None:
    line = led.line(quotation.outer.start)
    near = (d for d in led.between(line, quotation.outer.start) if line <= d.content[0].start)
    last = next(near, None)
    if last is None or quotation.outer.start - _end(last) > WIDE:
        return None
    between = parsed.text[_end(last) : quotation.outer.start]
    follows = stops(between, ".?!:") <= 1 and between.rstrip(" \u00a0”\"’')")[-1:] in ".?!:"
    if not follows:
        return None
    shared = last.cue if last.rule in {"direct", "continuation"} or between.strip() == ":" else ()
    return replace(
        last, content=quotation.parts, cue=shared, at=last.at if shared else -1, rule="continuation", grade="sure"
    )


def _next_paragraph(text: str, quotation: Quotation, led: _Led) -> Draft | None:
    line = led.line(quotation.outer.start)
    if end_before(text, quotation.outer.start) > line:
        return None
    start = led.line(end_before(text, line))
    last = next((d for d in led.between(start, line) if d.rule in {"direct", "continuation"}), None)
    if last is None or stops(text[_end(last) : line].rstrip()):
        return None
    return replace(last, content=quotation.parts, cue=(), at=-1, rule="continuation", grade="sure")
