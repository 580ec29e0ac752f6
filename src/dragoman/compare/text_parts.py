"""The numbered parts of a text: articles, annexes, points, and the paragraphs "(2)" and "(a)" below them.

A part is named as people cite it: "article 4", "point 2", "article 4(2)", "point 2(a)". Numbers that do not count on
from one another are no parts: dates and amounts begin lines too.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dragoman.knowledge.numerals import roman
from dragoman.knowledge.tables import table
from dragoman.model.spans import Span

WORDS = {
    "art": "article",
    "art.": "article",
    "para": "paragraph",
    "para.": "paragraph",
    "op": "paragraph",
    "§": "paragraph",
    "sec": "section",
    "sec.": "section",
}
"""Short forms; the paragraphs of a resolution that decide something are its operative ones, "OP"."""
OUTER, HOLDING = {"part": 0, "chapter": 0, "title": 0, "annex": 0, "section": 1, "article": 2}, 3
"""How deep such a part lies, and how deep a point that may stand alone or in one of them."""
RESTARTS = {"article", "annex"}
"""In these the points count from 1 again."""
PART = "part|chapter|title|annex|section|article|paragraph|point|clause|item|art\\.?|para\\.?|op|§|sec\\.?"
HEADING = re.compile(
    rf"^[ \t#*>]*(?:(?P<part>{PART})[ \t]*(?:no\.?[ \t]*)?(?P<named>\d{{1,3}}|[IVX]+|(?<=[ \t])[a-z]+)"
    r"(?=[ \t]*(?:[.):*–—-]|$|[ \t]))"
    r"|\(?(?P<number>\d{1,3}|[IVX]+)[.):](?![\d])|\(?(?P<letter>[a-z])\))",
    re.IGNORECASE | re.MULTILINE,
)


LONGEST_LINE = 120
"""A line of a table of contents has at most so many code points."""


class Heading(NamedTuple):
    """Where a part begins, what it is called, and how deep it lies."""

    name: str
    start: int
    depth: int


def parts_of(text: str) -> Iterator[tuple[str, Span]]:
    """The parts in the order of the text, each up to the next one that does not lie in it, the first of each name."""
    found = list(_headings(text))
    seen: set[str] = set()
    for index, heading in enumerate(found):
        after = (each.start for each in found[index + 1 :] if each.depth <= heading.depth)
        if heading.name not in seen:
            seen.add(heading.name)
            end = next(after, len(text))
            yield heading.name, Span(heading.start, heading.start + len(text[heading.start : end].rstrip()))


def _headings(text: str) -> Iterator[Heading]:
    counts = _Counts()
    for found in HEADING.finditer(text, _behind_contents(text)):
        start = found.start() + len(found.group()) - len(found.group().lstrip(" \t"))
        if found["letter"]:
            heading = counts.letter(found["letter"].lower(), start)
        elif found["part"]:
            heading = counts.worded(_word(found["part"]), _number(found["named"]), start)
        elif found["number"].isdigit():
            heading = counts.point(int(found["number"]), start)
        else:
            heading = counts.worded("section", roman(found["number"]), start)
        if heading is not None:
            yield heading


def _behind_contents(text: str) -> int:
    """Where the text begins behind a table of contents: lines that are headings up to where the first comes again."""
    first = (found for found in HEADING.finditer(text) if found["part"] and _number(found["named"]) == 1)
    begins = [found.start() for found in first if _word(found["part"]) in OUTER]
    for start, again in pairwise(begins[:2]):
        lines = [line for line in text[start:again].splitlines() if line.strip()]
        if len(lines) > 1 and all(HEADING.match(line) and len(line) <= LONGEST_LINE for line in lines):
            return again
    return 0


def _word(part: str) -> str:
    lower = part.lower()
    return WORDS.get(lower, lower)


def _number(printed: str) -> int:
    """The number, whether in digits, Roman or in words; 0 where it is none."""
    if printed.isdigit():
        return int(printed)
    rows = (*table("number_words").rows, *table("ordinals").rows)
    said = {row["word"]: row["value"] for row in rows}.get(printed.lower())
    return int(said) if said else roman(printed)


class _Counts:
    """How far each kind of part was counted."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._outer: tuple[str, str] = ("", "")
        self._inner = ""
        self._letter = ""

    def worded(self, word: str, number: int, start: int) -> Heading | None:
        """A part with its word: "Article 4"; in an annex and the like its kinds count from 1 again."""
        if number not in (self._last.get(word, 0) + 1, 1) or not number:
            return None
        if number == 1 and self._last.get(word, 0) > 0 and self._outer[0] != "annex":
            return None
        name = f"{word} {number}"
        if number == 1 and word in self._last:
            return Heading(f"{self._outer[1]}, {name}", start, HOLDING)
        self._last[word] = number
        self._letter, self._inner = "", name
        if word not in OUTER:
            return Heading(name, start, HOLDING)
        self._outer = word, name
        return Heading(name, start, OUTER[word])

    def point(self, number: int, start: int) -> Heading | None:
        """A point with its number alone: of the article or annex, else of the whole text."""
        kind, outer = self._outer
        inside = bool(outer) and number == self._last.get(outer, 0) + 1
        alone = number == self._last.get("point", 0) + 1
        if inside and (kind in RESTARTS or not alone):
            self._last[outer], name = number, f"{outer}({number})"
        elif alone:
            self._last["point"], name = number, f"point {number}"
        else:
            return None
        self._letter, self._inner = "", name
        return Heading(name, start, HOLDING)

    def letter(self, letter: str, start: int) -> Heading | None:
        """What follows "a" in the part that holds it, or begins with it."""
        if not self._inner or ord(letter) != (ord(self._letter) + 1 if self._letter else ord("a")):
            return None
        self._letter = letter
        return Heading(f"{self._inner}({letter})", start, HOLDING + 1)
