"""Whether a date agrees with the words it is read from, and with the words it is printed in."""

import re
from calendar import monthrange
from datetime import date

from dragoman.model.when import When

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_DAY_AND_MONTH = re.compile(r"(the )?\d{1,2}(st|nd|rd|th)?( of)? [^\W\d_]+|[^\W\d_]+\.? \d{1,2}(st|nd|rd|th)?")


def agrees(when: When, said: str) -> bool:
    """Whether no number, month or weekday in the words contradicts the days. Other words contradict nothing.

    Words from which the days were worked out ("two days after 9 November") may name other days: of those only a bare
    day and month must agree.
    """
    if when.earliest is None or when.latest is None:
        return True
    if when.basis == "inferred" and not _DAY_AND_MONTH.fullmatch(" ".join(said.split())):
        return True
    first, last = when.earliest, when.latest
    tokens = [token.casefold() for token in _TOKEN.findall(said)]
    years = [int(token) for token in tokens if token.isdecimal() and len(token) == 4]
    small = [int(token) for token in tokens if token.isdecimal() and len(token) <= 2]
    months = [month for token in tokens if (month := _month(token))]
    weekdays = [WEEKDAYS.index(token) for token in tokens if token in WEEKDAYS]
    return (
        all(first.year <= year <= last.year for year in years)
        and all((first.year, first.month) <= (y, m) <= (last.year, last.month) for m in months for y in _near(m, when))
        and (not small or any(number in _numbers(first, last) for number in small))
        and (not weekdays or first != last or first.weekday() in weekdays)
    )


def printed_as(when: When, printed: str) -> bool:
    """Whether the numbers and months of a printed date, in their order, are those of the days, and no others."""
    return _told(printed) in _forms(when)


def printed_in(when: When, line: str) -> bool:
    """Whether the line prints the days somewhere."""
    told = _told(line)
    return any(form == told[at : at + len(form)] for form in _forms(when) for at in range(len(told) - len(form) + 1))


def _told(printed: str) -> list[int | str]:
    """The numbers and months in the words, in their order."""
    tokens = [token.casefold() for token in _TOKEN.findall(printed)]
    return [int(token) if token.isdecimal() else token for token in tokens if token.isdecimal() or token in MONTHS]


def _forms(when: When) -> list[list[int | str]]:
    """The ways to print the days: as days, and as months or years where they are whole ones."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        side = first or last
        return [_day(side)] if side else [[]]
    if first == last:
        return [_day(first)]
    forms = [_day(first) + _day(last)]
    same_month, same_year = (first.year, first.month) == (last.year, last.month), first.year == last.year
    if same_month:
        forms.append([first.day, *_day(last)])
    if same_year:
        forms.append([first.day, MONTHS[first.month - 1], *_day(last)])
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        end: list[int | str] = [MONTHS[last.month - 1], last.year]
        begin: list[int | str] = [] if same_month else [MONTHS[first.month - 1]] if same_year else _day(first)[1:]
        forms.append(begin + end)
        if (first.month, last.month) == (1, 12):
            forms.append([first.year] if same_year else [first.year, last.year])
    return forms


def _day(day: date) -> list[int | str]:
    return [day.day, MONTHS[day.month - 1], day.year]


def _month(token: str) -> int | None:
    """The month that a word of at least three letters begins or is."""
    found = [number for number, name in enumerate(MONTHS, 1) if len(token) >= 3 and name.startswith(token)]
    return found[0] if len(found) == 1 else None


def _near(month: int, when: When) -> list[int]:
    """The year in which a month named without one may lie: one of the days' years, that which fits if any does."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return []
    years = range(first.year, last.year + 1)
    fitting = [y for y in years if (first.year, first.month) <= (y, month) <= (last.year, last.month)]
    return fitting[:1] or [first.year]


def _numbers(first: date, last: date) -> set[int]:
    """The small numbers that may stand for the days: day, month, or year without its century."""
    days = (
        set(range(1, 32)) if (last - first).days >= 31 or last.day < first.day else set(range(first.day, last.day + 1))
    )
    return days | {first.month, last.month, first.year % 100, last.year % 100}
