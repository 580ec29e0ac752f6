"""Words that an article prints between quotation marks: of every kind, nested, and running over paragraphs."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.model.spans import Span, Spans

MARK = re.compile(r"''|``|[\"“”„‟«»‹›‘’‚']")
OPENERS, CLOSERS = {"“", "„", "«", "‹", "``", "‟"}, {"”", "»", "›"}
PARTNERS = {"“": "”“\"‟''", "„": '“”‟"', "‟": '”"', "«": '»"', "‹": "›", "``": "''\"”", '"': '"”', "''": "''\"”"}
LINE = re.compile(r"^[^\S\n]*\S[^\n]*", re.MULTILINE)
"""A line that is not blank; tried once a line, so that a long blank one costs no more than its length."""
CARRIED = 3
"""A quotation is followed over so many paragraphs to its closing mark."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: the words of each of its paragraphs without the marks, and the stretch with them.

    ``level`` is 0 for a quotation that stands in no other. ``closed`` is false where its last paragraph ends without
    a closing mark.
    """

    parts: Spans
    outer: Span
    level: int = 0
    closed: bool = True

    @property
    def words(self) -> Span:
        """From the first quoted character to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(frozen=True, slots=True)
class _Mark:
    at: Span
    kind: str
    opens: bool
    closes: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of the text in order of their start, outer before inner.

    A paragraph is a line. A quotation that its paragraph leaves open goes on where the next paragraph begins with an
    opening mark (the convention of English print), or holds the closing one first; else it ends with the paragraph.
    """
    lines = [(m.start(), m.end()) for m in LINE.finditer(text)]
    marks = [list(_marks(text, *line)) for line in lines]
    double = _doubles(text, lines, marks)
    single = _singles(text, marks, double)
    return _levelled(sorted([*double, *single], key=lambda q: (q.outer.start, -q.outer.end)))


def _levelled(ordered: list[Quotation]) -> tuple[Quotation, ...]:
    """Each with the number of quotations in which it stands."""
    around: list[Quotation] = []
    out = []
    for quotation in ordered:
        around = [q for q in around if q.outer.end > quotation.outer.start]
        out.append(replace(quotation, level=len(around)))
        around.append(quotation)
    return tuple(out)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for found in MARK.finditer(text, start, end):
        kind = found[0]
        before = text[found.start() - 1] if found.start() > start else " "
        after = text[found.end()] if found.end() < end else " "
        free_before = before.isspace() or before in "([{—–-/:,“„«\"'‘"
        free_after = after.isspace() or after in ")]}—–-/:;,.!?”»\"'’"
        ends = free_after or before in ".,!?…"
        closes = kind in CLOSERS or (kind not in OPENERS - {"“"} and ends and not before.isspace())
        opens = kind not in CLOSERS and (kind in OPENERS - {"“"} or (free_before and not after.isspace()))
        yield _Mark(Span(*found.span()), kind, opens or (kind == "“" and not closes), closes)


class _Doubles:
    """Pairs double marks line by line; holds the quotation that is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.opened: _Mark | None = None
        self.parts: list[Span] = []
        self.begin = 0

    def line(self, start: int, end: int, marks: list[_Mark]) -> None:
        """Reads one paragraph."""
        if self.opened:
            marks = self._carry(start, marks)
        for mark in marks:
            self._mark(mark)
        if self.opened:
            self.parts.append(Span(self.begin, end))

    def close(self, end: int, *, closed: bool) -> None:
        """Ends the open quotation, if one is open, with its marks at ``end``."""
        if self.opened and any(p.start < p.end for p in self.parts):
            parts = tuple(p for p in self.parts if p.start < p.end)
            self.found.append(Quotation(parts, Span(self.opened.at.start, end), closed=closed))
        self.opened, self.parts = None, []

    def _carry(self, start: int, marks: list[_Mark]) -> list[_Mark]:
        """Whether the open quotation goes on in this paragraph; the marks that are left to read."""
        first = marks[0] if marks else None
        if first and first.opens and not self.text[start : first.at.start].strip():
            self.begin = first.at.end
            return marks[1:]
        if first and self._pairs(first) and not _fresh(first, self.text) and len(self.parts) <= CARRIED:
            self.begin = start
        else:
            self.close(self.parts[-1].end, closed=False)
        return marks

    def _mark(self, mark: _Mark) -> None:
        if self.opened is None:
            if mark.opens:
                self.opened, self.begin = mark, mark.at.end
        elif self._pairs(mark) and not (_fresh(mark, self.text) and mark.kind == self.opened.kind):
            self.parts.append(Span(self.begin, mark.at.start))
            self.close(mark.at.end, closed=True)
        elif _fresh(mark, self.text):
            self.parts.append(Span(self.begin, mark.at.start))
            self.close(mark.at.start, closed=False)
            self.opened, self.begin = mark, mark.at.end

    def _pairs(self, mark: _Mark) -> bool:
        return self.opened is not None and mark.closes and mark.kind in PARTNERS.get(self.opened.kind, "")


def _doubles(text: str, lines: list[tuple[int, int]], marks: list[list[_Mark]]) -> list[Quotation]:
    pairs = _Doubles(text)
    for (start, end), line in zip(lines, marks, strict=True):
        pairs.line(start, end, [m for m in line if m.kind not in "‘’‚'"])
    if pairs.opened:
        pairs.close(pairs.parts[-1].end, closed=False)
    return pairs.found


def _fresh(mark: _Mark, text: str) -> bool:
    """Whether the mark can only open: what follows is a word and what goes before is a space."""
    return mark.opens and not (mark.at.start and not text[mark.at.start - 1].isspace())


def _singles(text: str, marks: list[list[_Mark]], double: list[Quotation]) -> list[Quotation]:
    """Single marks that open at a word's start and close at a word's end on the same line, without parting a double
    quotation. An apostrophe within a word is neither; one after a plural's s closes only where no later mark does.
    """
    found: list[Quotation] = []
    for line in marks:
        singles = [m for m in line if m.kind in "‘’‚'"]
        closing = _closing(text, singles, double)
        i = 0
        while i < len(singles):
            mark = singles[i]
            if mark.opens and mark.kind != "’" and (at := closing[i]) is not None:
                words = Span(mark.at.end, singles[at].at.start)
                if words.start < words.end:
                    found.append(Quotation((words,), Span(mark.at.start, singles[at].at.end)))
                i = at
            i += 1
    return found


def _closing(text: str, singles: list[_Mark], double: list[Quotation]) -> list[int | None]:
    """Which of the single marks behind each would close it, found in one walk from the last to the first: the next that
    closes, or else the next after a plural's s, before one that can only open and before a double quotation begins or
    ends.
    """
    inside = [_around(double, mark.at.start) for mark in singles]
    out: list[int | None] = []
    sure: int | None = None
    possessive: int | None = None
    for i in range(len(singles) - 1, -1, -1):
        if i + 1 < len(singles):
            behind = singles[i + 1]
            if inside[i + 1] != inside[i] or behind.kind in "‘‚":
                sure = possessive = None
            elif behind.closes:
                plural = text[behind.at.start - 1] in "sS" and text[behind.at.end : behind.at.end + 1].isspace()
                sure, possessive = (sure, i + 1) if plural else (i + 1, possessive)
        out.append(possessive if sure is None else sure)
    return out[::-1]


def _around(double: list[Quotation], at: int) -> int:
    """Which of the double quotations, which stand apart from each other, holds the place; -1 where none does."""
    last = bisect_left(double, at, key=lambda q: q.outer.start) - 1
    return last if last >= 0 and at < double[last].outer.end else -1
