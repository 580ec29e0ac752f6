"""On which days an article can report its occasion: those of its publication, else the day that its lead names."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.article import Article
from dragoman.model.reading import ReadArticle, Timex
from dragoman.model.when import When

LEAD = 1_000
"""Code points in which an article says when its occasion was."""
KNOWN = {"given", "stated"}
ON = re.compile(r"\bon\s+(?:\w+day,?\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From the first to the last day, both included. Where ``yearless`` is true only month and day are known; ``first``
    and ``last`` then stand in the year 2000.
    """

    first: date
    last: date
    yearless: bool = False


def days_of(read: ReadArticle) -> Days | None:
    """The day of publication where it is given or stated, else the first day in the lead that words such as "on" or a
    weekday mark as the day of an occurrence; nothing where neither is there.
    """
    published = read.article.masthead.published
    return _published(published) or _written(read.article, read.reading.timexes)


def _published(when: When) -> Days | None:
    if when.basis in KNOWN and when.earliest and when.latest:
        return Days(when.earliest, when.latest)
    return None


def _written(article: Article, timexes: tuple[Timex, ...]) -> Days | None:
    newest = max((timex.year for timex in timexes if timex.year), default=None)
    for timex in timexes:
        if timex.span.start > LEAD:
            return None
        if timex.month and timex.day and timex.year in (None, newest) and _occurs(article.text, timex):
            return _days(timex.year, timex.month, timex.day)
    return None


def _occurs(text: str, timex: Timex) -> bool:
    """Whether the words say that something is on this day, not "since", "until" or "the declaration of" it."""
    marked = timex.weekday is not None or ON.search(text[max(0, timex.span.start - 20) : timex.span.start])
    return bool(marked) and timex.tense != "future"


def _days(year: int | None, month: int, day: int) -> Days | None:
    try:
        first = date(year or 2000, month, day)
    except ValueError:
        return None
    return Days(first, first, yearless=year is None)


def gap(left: Days, right: Days) -> int:
    """How many days lie between the two at least; a year that is not known is the one that brings them nearest."""
    if not (left.yearless or right.yearless):
        return max(0, (left.first - right.last).days, (right.first - left.last).days)
    left, right = sorted((left, right), key=lambda days: (days.yearless, days))
    if left.yearless:
        left = Days(left.first, left.last)
    return min(gap(left, moved) for year in (-1, 0, 1) if (moved := _moved(right, left.first.year + year)))


def _moved(days: Days, year: int) -> Days:
    """The days in that year; 29 February becomes 1 March where there is none."""
    first = days.first.replace(day=1, year=year) + timedelta(days=days.first.day - 1)
    return Days(first, first)
