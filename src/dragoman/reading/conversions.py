"""The same amount told again in brackets in another unit: "no more than 300 kilograms (661 pounds) of copper"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.language.parser import text_of
from dragoman.model.reading import Figure
from dragoman.reading.figure_things import complement
from dragoman.reading.figure_units import measures

if TYPE_CHECKING:
    from dragoman.language.parser import Doc

OPENED = re.compile(r"\s?\(\s*(?:or\s+|i\.e\.,?\s+)?")
AGAIN = re.compile(r"\s*[;,/]\s*(?:or\s+)?")
CLOSED = re.compile(r"\s*\)\s?")
MONEY = {"dollar", "euro", "pound", "krone", "kroner", "franc", "yen", "ruble", "rouble", "rial", "yuan"}
FEET = {"feet", "inches"}


def with_conversions(doc: "Doc", figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures in their order; what is told again in brackets is of the same, and as exact, as what stands before.
    What both are of may stand behind the bracket.
    """
    text = text_of(doc)
    told: list[Figure] = []
    for figure in figures:
        if told and not _again(text, told[-1], figure, opened=len(told) == 1):
            yield from _of_one(doc, told)
            told = []
        told.append(figure)
    yield from _of_one(doc, told)


def _again(text: str, last: Figure, figure: Figure, *, opened: bool) -> bool:
    """Whether the figure tells again what the one before it told; ``opened`` where that stands before the bracket."""
    between = text[last.spans[-1].end : figure.spans[0].start]
    kind = _kind(figure)
    return (
        kind is not None
        and kind == _kind(last)
        and figure.unit != last.unit
        and (OPENED if opened else AGAIN).fullmatch(between) is not None
    )


def _kind(figure: Figure) -> str | None:
    """Whether the unit is one of money or of another measure."""
    unit = (figure.unit or "").lower()
    if unit and (not unit[-1].isalnum() or unit.removesuffix("s") in MONEY - {"pound"}):
        return None if unit == "%" else "money"
    return "measure" if {unit, unit.removesuffix("s")} & measures() or unit in FEET else None


def _of_one(doc: "Doc", told: list[Figure]) -> Iterator[Figure]:
    if len(told) < 2:
        yield from told
        return
    first = told[0]
    of = (
        first.of
        or told[-1].of
        or _behind(doc, told[-1].spans[-1].end, ("of", "in") if _kind(first) == "money" else ("of",))
    )
    yield replace(first, of=of)
    for each in told[1:]:
        yield replace(
            first,
            spans=each.spans,
            value=each.value,
            unit=each.unit,
            of=of,
            precision=first.precision if each.precision == "exact" else each.precision,
        )


def _behind(doc: "Doc", end: int, links: tuple[str, ...]) -> str | None:
    """What stands after "of", or "in" with money, behind the bracket that closes at the offset."""
    closed = CLOSED.match(text_of(doc), end)
    words = doc.char_span(closed.end(), closed.end() + 2) if closed is not None else None
    if words is None or words.text not in links:
        return None
    return complement(words[0].head, (words.text,)) if words[0].head.i < words[0].i else None
