"""Full dates as mastheads print them and as users give them."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from dragoman.knowledge.calendar import months, weekdays
from dragoman.model.spans import Place, Span
from dragoman.model.when import Basis, When, between

ISO = re.compile(r"\b(?P<y>(?:19|20|21)\d\d)(?P<p>[-/.])(?P<m>\d{1,2})(?P=p)(?P<d>\d{1,2})(?![\d])")
BASIC = re.compile(r"(?P<y>(?:19|20|21)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{4,6}Z?)?")
NUMERIC = re.compile(r"\b(?P<a>\d{1,2})(?P<p>[-/.])(?P<b>\d{1,2})(?P=p)(?P<y>(?:19|20|21)\d\d)\b")
YEAR_OR_MONTH = re.compile(r"(?P<y>(?:19|20|21)\d\d)(?:-(?P<m>\d\d))?")


TIME = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\.?|\b(?:at|on|utc|gmt|e[sd]?t|cet|msk)\b",
    re.IGNORECASE,
)
LEFTOVER = 45
"""A date line holds at most so many letters besides its date: an outlet, a place, a section, a name."""


class Dated(NamedTuple):
    """A full date where it stands: the days it may mean, and what is odd about it."""

    span: Span
    earliest: date
    latest: date
    note: str = ""


def dates(text: str) -> Iterator[Dated]:
    """The full dates in a text, with year, in order."""
    found = [*_worded(text), *_numbered(text)]
    end = 0
    for item in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        if item.span.start >= end:
            end = item.span.end
            yield item


def is_date_line(text: str) -> bool:
    """Whether a line holds a full date and little else."""
    rest = list(text)
    for found in dates(text):
        rest[found.span.start : found.span.end] = "\0" * (found.span.end - found.span.start)
    plain = "".join(rest)
    return "\0" in plain and sum(character.isalpha() for character in TIME.sub(" ", plain)) <= LEFTOVER


def given_when(written: str) -> When:
    """What the user gave as date: ISO 8601, or any common form; a time of day is left out, as is its zone."""
    text = written.strip()
    whole = BASIC.fullmatch(text)
    if whole and (day := _day(whole["y"], whole["m"], whole["d"])):
        return between(day, day, "given", f"given as {text}")
    coarse = YEAR_OR_MONTH.fullmatch(text)
    if coarse and (days := _month(int(coarse["y"]), coarse["m"])):
        return between(*days, "given", f"given as {text}")
    first = next(dates(text), None)
    if first is None:
        return When(reason=f"the date given, {text[:60]}, was not understood")
    return between(
        first.earliest, first.latest, "given", "; ".join(filter(None, [f"given as {text[:60]}", first.note]))
    )


def stated_when(dated: Dated, article: str, basis: Basis = "stated") -> When:
    """A date that stands in the text."""
    return between(dated.earliest, dated.latest, basis, dated.note, Place(article, (dated.span,)))


@cache
def _words() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    week = "|".join(sorted(map(re.escape, weekdays()), key=len, reverse=True))
    year = r"(?P<{0}>(?:19|20|21)\d\d)"
    return re.compile(
        rf"\b(?:(?P<week>{week})\.?,?\s+)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m1>{month})\.?,?[\s-]+{year.format('y1')}"
        rf"|(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{year.format('y2')})\b",
        re.IGNORECASE,
    )


def _worded(text: str) -> Iterator[Dated]:
    for match in _words().finditer(text):
        month, number = match["m1"] or match["m2"], match["d1"] or match["d2"]
        day = _day(match["y1"] or match["y2"], str(months()[month.lower()]), number)
        if day is None:
            continue
        week = match["week"] and weekdays()[match["week"].lower()]
        note = f"it was no {match['week']}" if isinstance(week, int) and week != day.weekday() else ""
        yield Dated(Span(*match.span()), day, day, note)


def _numbered(text: str) -> Iterator[Dated]:
    for match in ISO.finditer(text):
        if day := _day(match["y"], match["m"], match["d"]):
            yield Dated(Span(*match.span()), day, day)
    for match in NUMERIC.finditer(text):
        days = sorted({d for pair in _orders(match) if (d := _day(match["y"], *pair))})
        if days:
            note = "day and month cannot be told apart" if len(days) > 1 else ""
            yield Dated(Span(*match.span()), days[0], days[-1], note)


def _orders(match: re.Match[str]) -> list[tuple[str, str]]:
    """Month and day: with dots the day comes first everywhere, with strokes and hyphens either may."""
    day_first = [(match["b"], match["a"])]
    return day_first if match["p"] == "." else [*day_first, (match["a"], match["b"])]


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(year: int, month: str | None) -> tuple[date, date] | None:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= int(month) <= 12:
        return None
    first = date(year, int(month), 1)
    after = date(year + int(month) // 12, int(month) % 12 + 1, 1)
    return first, date.fromordinal(after.toordinal() - 1)
