"""Days out of words: what a time expression says, counted from the day on which it was written.

The words of a ``Timex`` are resolved against the day of publication (or the date named before them) to the earliest and
latest day that they allow. Where customs differ (weeks that begin on Sunday or Monday, "last Tuesday"), the result
spans all of them: a date is as sure as its words. Expressions follow TIMEX3 (TimeML, ISO 24617-1).
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from dragoman.knowledge.tables import table
from dragoman.model.reading import Part, Timex
from dragoman.model.when import UNKNOWN, When, between

Days = tuple[date, date]

PART_OF_MONTH: dict[Part, tuple[int, int]] = {"early": (1, 12), "mid": (8, 23), "late": (18, 31)}
PART_OF_YEAR: dict[Part, tuple[int, int]] = {"early": (1, 4), "mid": (4, 9), "late": (9, 12)}
SLACK = {"day": 0, "weekend": 0, "week": 3, "month": 16, "year": 183}
"""Half a unit, in days: "two months ago" was written without a calendar."""
NEXT_TO = 60
"""Without a verb's tense the nearer year is meant, unless the other one is hardly further, in days."""
LEAP_YEAR = 2000
FAR = 200
"""A weekday that does not fit the date in any year so near, in days, is taken for the writer's mistake."""


@cache
def months() -> dict[str, int]:
    """Month names and their abbreviations, in lower case, to their number."""
    return {row["word"]: int(row["month"]) for name in ("months", "month_abbreviations") for row in table(name).rows}


@cache
def weekdays() -> dict[str, int]:
    """Weekday names and their abbreviations, in lower case, to their number; Monday is 0."""
    return {row["word"]: int(row["weekday"]) for row in table("weekdays").rows}


@cache
def numbers() -> dict[str, int]:
    """Number words, in lower case, to their value."""
    return {row["word"]: int(row["value"]) for row in table("number_words").rows}


def month_days(month: int) -> int:
    """The most days that the month can have."""
    return monthrange(LEAP_YEAR, month)[1]


def resolve(timex: Timex, anchor: When, previous: When | None = None) -> When:
    """The days that the words allow, written on ``anchor``; ``previous`` is the date named before them.

    With a year in the words the basis is "stated", else it is "inferred" and the reason says from what. Unknown stays
    unknown: without the day that they count from, relative words name no day.
    """
    try:
        if timex.year is not None:
            return between(*_in_year(timex, timex.year), "stated")
        base = previous if timex.anchor == "previous" else anchor
        return _relative(timex, base or UNKNOWN)
    except OverflowError:
        return UNKNOWN


def _relative(timex: Timex, base: When) -> When:
    reason = _reason(timex, base)
    if timex.bound == "before" and timex.unit is None and base.latest:
        return between(None, base.latest, "inferred", reason)
    if base.earliest is None or base.latest is None:
        return UNKNOWN
    first, last = _counted(timex, base.earliest), _counted(timex, base.latest)
    if first is None or last is None:
        return UNKNOWN
    return between(min(first[0], last[0]), max(first[1], last[1]), "inferred", reason)


def _reason(timex: Timex, base: When) -> str:
    origin = "the date named before it" if timex.anchor == "previous" else "the day of publication"
    days = " to ".join(spelled(day) for day in dict.fromkeys((base.earliest, base.latest)) if day)
    sure = ", itself worked out" if base.basis == "inferred" else ""
    return f"counted from {origin} ({days}{sure})"


def spelled(day: date) -> str:
    """The day in words: "3 May 2031"."""
    return f"{day.day} {day:%B %Y}"


def _counted(timex: Timex, day: date) -> Days | None:
    if timex.shift is not None and timex.unit is not None:
        found = _shifted(timex, day)
    elif timex.month is not None:
        found = _without_year(timex, day)
    elif timex.weekday is not None:
        found = _weekday(timex, day)
    else:
        found = (day, day)
    if found is None:
        return None
    if timex.bound == "before":
        return min(found[0], day), min(found[1], day)
    if timex.bound == "after":
        return max(found[0], day), max(found[1], day)
    return found


def _in_year(timex: Timex, year: int) -> Days:
    """The days of a year, of a month or of a day in that year."""
    last_year = timex.last_year or year
    month, last_month = timex.month, timex.last_month or timex.month
    if month is None or last_month is None:
        low, high = PART_OF_YEAR[timex.part] if timex.part else (1, 12)
        return _month_ends(year, low)[0], _month_ends(last_year, high)[1]
    if timex.last_year is None and last_month < month:
        last_year += 1
    first, _ = _month_ends(year, month)
    _, last = _month_ends(last_year, last_month)
    if timex.part:
        low, high = PART_OF_MONTH[timex.part]
        first, last = first.replace(day=low), last.replace(day=min(high, last.day))
    if timex.day is not None and timex.day <= monthrange(year, month)[1]:
        first = first.replace(day=timex.day)
        last = last.replace(day=min(timex.last_day or timex.day, last.day))
    return first, max(first, last)


def _month_ends(year: int, month: int) -> Days:
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(year)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _without_year(timex: Timex, day: date) -> Days | None:
    """A month, or a day of a month, in the year that the tense and the nearness to ``day`` suggest."""
    choices = list(_fitting(timex, day))
    if timex.tense == "past":
        return max((days for days in choices if days[0] <= day), default=None)
    if timex.tense == "future":
        return min((days for days in choices if days[1] >= day), default=None)
    ranked = sorted(choices, key=lambda days: (_distance(days, day), days))
    if not ranked:
        return None
    near = [days for days in ranked[:2] if _distance(days, day) <= _distance(ranked[0], day) + NEXT_TO]
    return min(near)[0], max(near)[1]


def _fitting(timex: Timex, day: date) -> Iterator[Days]:
    """The expression's days in the years about ``day``; in those alone in which its weekday fits, where one does."""
    about = range(max(MINYEAR, day.year - 8), min(MAXYEAR, day.year + 8) + 1)
    years = [year for year in about if _exists(timex, year)]
    every = [_in_year(timex, year) for year in years]
    if timex.weekday is not None and timex.day is not None:
        fits = [days for days in every if days[0].weekday() == timex.weekday]
        if any(_distance(days, day) <= FAR for days in fits):
            return iter(fits)
    return iter(every)


def _exists(timex: Timex, year: int) -> bool:
    inside = year + 1 <= MAXYEAR
    return inside and (timex.day is None or timex.month is None or timex.day <= monthrange(year, timex.month)[1])


def _distance(days: Days, day: date) -> int:
    return max((days[0] - day).days, (day - days[1]).days, 0)


def _weekday(timex: Timex, day: date) -> Days:
    """The weekday nearest to ``day``, itself included: before it, after it, or both where no tense tells."""
    wanted = timex.weekday or 0
    before = day - timedelta(days=(day.weekday() - wanted) % 7)
    after = day + timedelta(days=(wanted - day.weekday()) % 7)
    if timex.tense == "past":
        return before, before
    if timex.tense == "future":
        return after, after
    return before, after


def _shifted(timex: Timex, day: date) -> Days | None:
    shift, unit = timex.shift or 0, timex.unit or "day"
    if unit in ("week", "weekend") and timex.exact:
        days = _weeks(timex, day) if unit == "week" else _weekend(timex, day)
        return days if timex.weekday is None else _weekday_in(days, timex.weekday)
    if timex.weekday is not None:
        return _last_or_next(timex, day)
    if unit in ("month", "year") and timex.exact:
        return _calendar_unit(timex, day)
    centre = (
        day + timedelta(days=shift * {"day": 1, "week": 7}[unit]) if unit in ("day", "week") else _moved(day, timex)
    )
    slack = timedelta(days=SLACK[unit])
    return centre - slack, centre + slack


def _weeks(timex: Timex, day: date) -> Days:
    """The week, whether weeks begin on Monday or on Sunday."""
    monday, sunday = day - timedelta(days=day.weekday()), day - timedelta(days=day.isoweekday() % 7)
    jump = timedelta(weeks=timex.shift or 0)
    return min(monday, sunday) + jump, max(monday, sunday) + jump + timedelta(days=6)


def _weekend(timex: Timex, day: date) -> Days:
    saturday = day + timedelta(days=5 - day.weekday())
    shift = timex.shift or 0
    begun = day.weekday() >= 5
    if shift > 0:
        return saturday, saturday + timedelta(days=8)
    if shift < 0 or (timex.tense == "past" and not begun):
        return saturday - timedelta(days=7), saturday - timedelta(days=6)
    if timex.tense or begun:
        return saturday, saturday + timedelta(days=1)
    return saturday - timedelta(days=7), saturday + timedelta(days=1)


def _weekday_in(days: Days, weekday: int) -> Days:
    """The first and the last such weekday among the days, which span at least a week."""
    first = days[0] + timedelta(days=(weekday - days[0].weekday()) % 7)
    last = days[1] - timedelta(days=(days[1].weekday() - weekday) % 7)
    return min(first, last), max(first, last)


def _last_or_next(timex: Timex, day: date) -> Days:
    """The words "last Tuesday" mean the one just past or last week's, "next Tuesday" the coming one or next week's."""
    wanted = timex.weekday or 0
    low, high = _weekday_in(_weeks(timex, day), wanted)
    if (timex.shift or 0) < 0:
        near = day - timedelta(days=(day.weekday() - wanted - 1) % 7 + 1)
    else:
        near = day + timedelta(days=(wanted - day.weekday() - 1) % 7 + 1)
    return min(low, near), max(high, near)


def _calendar_unit(timex: Timex, day: date) -> Days:
    shift = timex.shift or 0
    if timex.unit == "year":
        return _in_year(timex, day.year + shift)
    month = day.year * 12 + day.month - 1 + shift
    first, last = _month_ends(month // 12, month % 12 + 1)
    low, high = PART_OF_MONTH[timex.part] if timex.part else (1, 31)
    return first.replace(day=low), last.replace(day=min(high, last.day))


def _moved(day: date, timex: Timex) -> date:
    """The same day of another month, or its last one where it has no such day."""
    month = day.year * 12 + day.month - 1 + (timex.shift or 0) * (12 if timex.unit == "year" else 1)
    first, last = _month_ends(month // 12, month % 12 + 1)
    return first.replace(day=min(day.day, last.day))


def years_when(weekday: int, month: int, day: int, years: range) -> tuple[int, ...]:
    """The years in which this day of the month is this weekday."""
    there = (year for year in years if MINYEAR <= year <= MAXYEAR and day <= monthrange(year, month)[1])
    return tuple(year for year in there if date(year, month, day).weekday() == weekday)
