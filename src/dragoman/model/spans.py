"""Where words stand: half-open offsets in Unicode code points into the text of one article."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """The code points ``start <= i < end`` of one text."""

    start: int
    end: int


Spans = tuple[Span, ...]
"""One finding's words, in order and apart from each other; a discontinuous finding has several."""


@dataclass(frozen=True, slots=True)
class Place:
    """Spans in one article, named by its id."""

    article: str
    spans: Spans


def merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans in order, those that touch or overlap made one, empty ones left out."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if out and start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, end))
        else:
            out.append(Span(start, end))
    return tuple(out)


def length(spans: Iterable[tuple[int, int]]) -> int:
    """How many code points the spans hold, each counted once."""
    return sum(end - start for start, end in merged(spans))


def common(left: Iterable[tuple[int, int]], right: Iterable[tuple[int, int]]) -> Spans:
    """What lies in both."""
    a, b = merged(left), merged(right)
    out: list[Span] = []
    i = j = 0
    while i < len(a) and j < len(b):
        start, end = max(a[i].start, b[j].start), min(a[i].end, b[j].end)
        if start < end:
            out.append(Span(start, end))
        if a[i].end < b[j].end:
            i += 1
        else:
            j += 1
    return tuple(out)


def without(spans: Iterable[tuple[int, int]], taken: Iterable[tuple[int, int]]) -> Spans:
    """What of ``spans`` lies in none of ``taken``."""
    out: list[Span] = []
    holes = merged(taken)
    for start, end in merged(spans):
        at = start
        for hole in holes:
            if hole.end <= at or hole.start >= end:
                continue
            if hole.start > at:
                out.append(Span(at, hole.start))
            at = hole.end
        if at < end:
            out.append(Span(at, end))
    return tuple(out)


def covers(outer: Iterable[tuple[int, int]], inner: Iterable[tuple[int, int]]) -> bool:
    """Whether every code point of ``inner`` lies in ``outer``."""
    return not without(inner, outer)


def words(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The words that stand at the spans; parts of a discontinuous finding are joined with an ellipsis."""
    return " … ".join(text[start:end] for start, end in spans)
