"""A text as lines, and where on the page its body begins."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.model.spans import Span

ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
LONGEST_HEADLINE = 220
CAPTION = re.compile(
    r"\((?:left|right|cent(?:er|re)|L|R|C|second left|second right|from left|pictured|file|file photo)\)"
    r"|,\s*(?:left|right|cent(?:er|re)|second (?:from )?(?:left|right)|far (?:left|right)),"
    r"|\b(?:from left|left to right|pictured|is seen|are seen|file photo|image caption|media caption|toggle caption)\b"
    r"|\b(?:photo|image|picture)\s*[:/]|\bphoto by\b|/(?:AP|AFP|Reuters|EPA|Getty)\b|\|\s*(?:AP|AFP|Reuters|Getty)\b"
    r"|\((?:[^()]{0,60}/)?(?:AP|AFP|Reuters|EPA|Getty)[^()]{0,40}\)$",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """One line of the text without white space at its ends; never empty."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.end)


def lines(text: str) -> list[Line]:
    """The lines that are not empty, in order."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            at = start + raw.index(stripped)
            yield Line(at, at + len(stripped), stripped)
        start += len(raw)


def count_words(text: str) -> int:
    """How many words stand in the text."""
    return sum(1 for _ in WORD.finditer(text))


def is_sentence(text: str) -> bool:
    """Whether a line reads like body text: several words and a full stop, or longer than any headline."""
    if len(text) > LONGEST_HEADLINE:
        return True
    # Headlines ask and exclaim, too; few end in a full stop.
    least = 15 if text.rstrip("\"'”’»)]")[-1:] in {"?", "!", "…"} else 6
    return bool(ENDED.search(text)) and count_words(text) >= least


def is_caption(text: str) -> bool:
    """Whether a line describes a picture: who stands where in it, or whose picture it is."""
    return bool(CAPTION.search(text))
