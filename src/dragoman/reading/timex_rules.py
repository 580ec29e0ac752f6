"""The patterns of time expressions, each with the ``Timex`` that it makes."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from dragoman.knowledge.calendar import month_days, months, numbers, weekdays
from dragoman.model.reading import Anchor, Bound, Part, Timex, Unit
from dragoman.model.spans import Span

Found = re.Match[str]


class Rule(NamedTuple):
    """A pattern, and what a match makes; nothing where it turns out to be no time expression."""

    pattern: re.Pattern[str]
    make: Callable[[Found], Timex | None]


PARTS: dict[str, Part] = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid"}
PARTS |= {"late": "late", "end": "late"}
UNITS: dict[str, Unit] = {"day": "day", "weekend": "weekend", "week": "week", "month": "month", "year": "year"}
BOUNDS: dict[str, Bound] = {"earlier": "before", "later": "after"}
SHIFTS = {"last": -1, "this": 0, "current": 0, "the": 0, "next": 1, "coming": 1}
STEPS = {"previous": -1, "before": -1, "same": 0, "that": 0, "next": 1, "following": 1, "after": 1}
NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
NEAR_DAYS |= {"the day before yesterday": -2, "the day after tomorrow": 2}
ALSO_NAMES = {"may", "march", "april", "june", "august", "mar", "jan", "jun", "dec"}
"""Months that are also words or given names: without a day or a year they need a preposition."""
SURNAME = re.compile(r"\s+[A-Z][a-z]")
MOST_COUNTED = 31


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def _cased(words: Iterable[str]) -> str:
    return either({form for word in words for form in (word.title(), word.upper())})


LONG_MONTHS = _cased(word for word in months() if len(word) > 4 or word in ("may", "june", "july"))
SHORT_MONTHS = _cased(word for word in months() if len(word) <= 4 and word not in ("may", "june", "july"))
MONTH = rf"\b(?P<month>(?:{LONG_MONTHS})\b|(?:{SHORT_MONTHS})\b\.?)"
LAST_MONTH = MONTH.replace("<month>", "<last_month>")
WEEKDAY = rf"(?:\b(?P<weekday>{_cased(weekdays())})\b\.?,?\s+(?:the\s+)?)?"
FULL_WEEKDAY = _cased(word for word in weekdays() if word.endswith("day"))
TH = r"(?:st|nd|rd|th)?\b"
DAY = rf"(?<![\d.,:])\b(?P<day>0?[1-9]|[12]\d|3[01]){TH}"
LAST_DAY = rf"(?:(?:{FULL_WEEKDAY}),?\s+)?(?P<last_day>0?[1-9]|[12]\d|3[01]){TH}"
YEAR = r"(?P<year>(?:1[6-9]|20|21)\d\d)\b"
OF_YEAR = rf"(?:,?\s+(?:of\s+)?{YEAR})?"
TO = r"(?:\s*[-–—/]\s*|\s+(?:to|and|or|until|through)\s+)"
PART = (
    r"(?:\b(?:the\s+)?(?P<part>early|mid|late|(?:beginning|start|middle|end)(?=\s+of\b|-))(?:\s+(?:of|in)\b)?(?:\s+|-))"
)
UNIT = r"(?P<unit>weekend|week|month|year)\b"
LEAD = r"(?P<lead>\b(?:in|since|until|till|by|from|of|during|before|after|to|for|and|between)\s+)"


@cache
def sign() -> re.Pattern[str]:
    """Letters or digits that every time expression holds; found faster than the expressions themselves."""
    stems = _cased(word[:3] for word in (*months(), *weekdays()))
    units = "day|DAY|eek|EEK|onth|ear|ago|rlier|viously|morrow|night"
    return re.compile(rf"{stems}|{units}|\d{{4}}|\d[./]\d")


@cache
def rules() -> tuple[Rule, ...]:
    """Fuller expressions before those that may be parts of them."""
    near = either(NEAR_DAYS).replace(r"\ ", r"\s+")
    return (
        *(Rule(re.compile(pattern), _named) for pattern in _dates()),
        Rule(re.compile(r"\b(?P<day>\d\d?)(?P<dot>[./])(?P<month>\d\d?)(?P=dot)(?P<year>(?:19|20)\d\d)\b"), _numeric),
        *(Rule(re.compile(pattern), _named) for pattern in _months_and_years()),
        Rule(re.compile(rf"(?:{LEAD}|\b(?P<shift>[Ll]ast|[Nn]ext|[Tt]his)\s+)?{MONTH}"), _month),
        *(Rule(re.compile(pattern, re.IGNORECASE), _counted) for pattern in _counts()),
        Rule(re.compile(_countdown(), re.IGNORECASE), _to_come),
        *(Rule(re.compile(pattern, re.IGNORECASE), _shifted) for pattern in _shifts()),
        Rule(re.compile(rf"\b(?P<near>{near})\b", re.IGNORECASE), _near),
        Rule(re.compile(rf"(?:\b(?P<shift>[Ll]ast|[Tt]his|[Nn]ext)\s+)?\b(?P<weekday>{FULL_WEEKDAY})\b"), _weekday),
        Rule(re.compile(r"\b(?:earlier|previously)\b", re.IGNORECASE), _earlier),
    )


def _dates() -> tuple[str, ...]:
    """Days of a month, alone or as a range."""
    both = rf"(?:\s*[-–—/]\s*|\s+to\s+|\s+and\s+(?=\d\d?{TH}\s*(?:[,.;)]|$)))"
    amount = r"(?!\s*(?:%|per\s?cent)|[.:,]\d)"
    return (
        r"\b(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b",
        rf"{WEEKDAY}{DAY}\s+(?:of\s+)?{MONTH}{TO}{LAST_DAY}\s+(?:of\s+)?{LAST_MONTH}{OF_YEAR}",
        rf"{WEEKDAY}{MONTH}\s+{DAY}{TO}{LAST_MONTH}\s+{LAST_DAY}{OF_YEAR}",
        rf"{WEEKDAY}{DAY}(?:{TO}{LAST_DAY})?\s+(?:of\s+)?{MONTH}{OF_YEAR}",
        rf"{WEEKDAY}{MONTH}\s+{DAY}{amount}(?:{both}{LAST_DAY}{amount})?{OF_YEAR}",
    )


def _months_and_years() -> tuple[str, ...]:
    return (
        rf"{PART}?{MONTH}(?:,?\s+(?:of\s+)?){YEAR}",
        rf"{PART}{MONTH}",
        rf"{PART}{YEAR}",
        rf"(?<![\d.,$€£/-])\b{YEAR}(?:\s*[-–]\s*(?P<last_year>(?:19|20)\d\d)\b)?(?![.,]?\d|[-–]\d)",
    )


def _counts() -> tuple[str, ...]:
    """So many units from publication or from the date before."""
    count = rf"\b(?P<count>\d{{1,3}}|an?|{either(w for w, n in numbers().items() if n <= MOST_COUNTED)})\s+"
    return (
        rf"{count}(?P<unit>day|week|month|year)s?\s+(?P<way>ago|from\s+now|earlier|later|before(?=[.,;:]))",
        r"\bthe\s+(?P<unit>day)\s+(?P<way>before|after)(?=[.,;:])",
        r"\b(?:the\s+)?(?P<way>following|next|previous|same)\s+(?P<unit>day)\b",
        rf"\b(?:the|that)\s+(?P<way>following|previous|same)\s+{UNIT}",
        r"\b(?P<way>that)\s+(?P<unit>day)\b",
    )


def _countdown() -> str:
    """So many days or weeks from the news to what it comes before."""
    count = rf"(?P<count>\d{{1,2}}|an?|{either(w for w, n in numbers().items() if n <= MOST_COUNTED)})"
    return rf"\b(?P<verb>comes|came)\s+(?:(?:just|only|barely)\s+)?(?P<words>{count}\s+(?P<unit>day|week)s?\s+before)\b"


def _shifts() -> tuple[str, ...]:
    """Weeks, months and years by their distance from the one of publication."""
    bound = r"(?:\b(?P<bound>earlier|later)\s+)"
    return (
        rf"\b(?P<weekday>{FULL_WEEKDAY})\s+(?:of\s+)?(?P<shift>last|this|next)\s+(?P<unit>week)\b",
        rf"(?:{PART}|{bound})?(?<!\bthe\s)\b(?P<shift>last|this|next)\s+{UNIT}",
        rf"(?:{PART}|{bound})?\bthe\s+(?P<shift>coming|current)\s+{UNIT}",
        rf"{PART}(?P<shift>the)\s+{UNIT}",
        rf"{bound}in\s+(?P<shift>the)\s+{UNIT}",
        r"(?<=\bover\s)(?P<shift>the)\s+(?P<unit>weekend)\b",
    )


def _word(found: Found, name: str) -> str:
    return " ".join((found.groupdict().get(name) or "").lower().split())


def _number(found: Found, name: str) -> int | None:
    word = _word(found, name)
    return int(word) if word else None


def _month_number(found: Found, name: str) -> int | None:
    word = _word(found, name).rstrip(".")
    return None if not word else int(word) if word.isdigit() else months()[word]


def _named(found: Found) -> Timex | None:
    """A date by the names or numbers of its day, month and year."""
    year, month, day = _number(found, "year"), _month_number(found, "month"), _number(found, "day")
    last_month, last_day, end = _month_number(found, "last_month"), _number(found, "last_day"), found.end()
    if month and day and day > month_days(month):
        return None
    if last_day and day and last_month is None and last_day <= day:
        last_day, end = None, found.end("day")
    return Timex(
        Span(found.start(), end),
        year,
        month,
        day,
        _number(found, "last_year"),
        last_month,
        last_day,
        weekday=weekdays().get(_word(found, "weekday")),
        part=PARTS.get(_word(found, "part")),
    )


def _numeric(found: Found) -> Timex | None:
    """A date in figures; with slashes only where day and month cannot be mistaken for each other."""
    first, second = int(found["day"]), int(found["month"])
    if found["dot"] == "/" and first <= 12:
        if second <= 12 and first != second:
            return None
        first, second = second, first
    right = 1 <= second <= 12 and 1 <= first <= month_days(second)
    return Timex(Span(*found.span()), int(found["year"]), second, first) if right else None


def _month(found: Found) -> Timex | None:
    """A month alone, behind a preposition where its name is also a word or a given name."""
    shift = _word(found, "shift")
    alone = not found["lead"] and not shift
    if _word(found, "month").rstrip(".") in ALSO_NAMES and (alone or SURNAME.match(found.string, found.end())):
        return None
    span = Span(found.start("month") if not shift else found.start(), found.end())
    if shift == "this":
        return Timex(span, month=_month_number(found, "month"), shift=0, unit="year")
    return Timex(span, month=_month_number(found, "month"))


def _counted(found: Found) -> Timex | None:
    way, unit, span = _word(found, "way"), UNITS[_word(found, "unit")], Span(*found.span())
    count = _word(found, "count")
    if not count:
        return Timex(span, shift=STEPS[way], unit=unit, anchor="previous")
    amount = 1 if count in ("a", "an") else int(count) if count.isdigit() else numbers()[count]
    sign = -1 if way in ("ago", "earlier", "before") else 1
    anchor: Anchor = "publication" if way in ("ago", "from now") else "previous"
    return Timex(span, shift=sign * amount, unit=unit, exact=unit == "day", anchor=anchor)


def _to_come(found: Found) -> Timex | None:
    """A day ahead of the news: of what "comes", counted from publication; of what "came", from the day told before."""
    count, unit = _word(found, "count"), UNITS[_word(found, "unit")]
    amount = 1 if count in ("a", "an") else int(count) if count.isdigit() else numbers()[count]
    anchor: Anchor = "publication" if _word(found, "verb") == "comes" else "previous"
    return Timex(Span(*found.span("words")), shift=amount, unit=unit, exact=unit == "day", anchor=anchor)


def _shifted(found: Found) -> Timex | None:
    return Timex(
        Span(*found.span()),
        weekday=weekdays().get(_word(found, "weekday")),
        shift=SHIFTS[_word(found, "shift")],
        unit=UNITS[_word(found, "unit")],
        part=PARTS.get(_word(found, "part")),
        bound=BOUNDS.get(_word(found, "bound")),
    )


def _near(found: Found) -> Timex | None:
    return Timex(Span(*found.span()), shift=NEAR_DAYS[_word(found, "near")], unit="day")


def _weekday(found: Found) -> Timex | None:
    """A weekday: "this Tuesday" says no more than "Tuesday", while "last" and "next" leave two days open."""
    shift, weekday = SHIFTS.get(_word(found, "shift"), 0), weekdays()[_word(found, "weekday")]
    span = Span(*found.span())
    return (
        Timex(span, weekday=weekday, shift=shift, unit="week", exact=False) if shift else Timex(span, weekday=weekday)
    )


def _earlier(found: Found) -> Timex | None:
    return Timex(Span(*found.span()), bound="before")
