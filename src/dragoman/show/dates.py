"""Dates as a brief prints them: as sure as their words."""

from calendar import monthrange
from datetime import date

from dragoman.model.when import When
from dragoman.show.phrases import say, word
from dragoman.show.pieces import plain


def printed(when: When) -> str:
    """Such as "28 February 2023", "February 2023", "2023", "3 to 5 May 2031", "until 5 May 2031" or "no date"."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return _open(first, last)
    if first == last:
        return day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else _range(str(first.year), str(last.year))
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return _range(str(first.day), day(last))
    return _range(day(first), day(last))


def day(when: date) -> str:
    """The day with its month's name and year."""
    return f"{when.day} {month(when.month)} {when.year}"


def month(number: int) -> str:
    """The month's name."""
    return word("when.months").split()[number - 1]


def _months(first: date, last: date) -> str:
    end = f"{month(last.month)} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    return _range(month(first.month) if first.year == last.year else f"{month(first.month)} {first.year}", end)


def _open(first: date | None, last: date | None) -> str:
    if first is not None:
        return plain(say("when.after", day=day(first)))
    return plain(say("when.before", day=day(last))) if last is not None else word("when.unknown")


def _range(first: str, last: str) -> str:
    return plain(say("when.range", first=first, last=last))
