"""Occasions of which nobody, or only a body, is named as taking part: each is listed once, or left out.

Place, day and body are all that tells them apart. A report that may mean an occasion already listed is put to it where
there is one such and both tell enough, and is left out where it may mean one of several.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.compare.gatherings import may_overlap, same_place
from dragoman.compare.occasions import LIKELY, Occasion, is_narrow
from dragoman.model.links import At, Reason

NEWS = timedelta(days=10)
"""Reports of one occasion that name no day appear within so long."""
AROUND = timedelta(days=366)
"""A report that names no day may mean any occasion there of so long before or after."""
LATE = timedelta(days=1)
"""A plan is still told so long after the day, by those who wrote before it."""


def each_once(occasions: Sequence[Occasion]) -> list[Occasion]:
    """The occasions, in their order; of those told loosely only what can be no other that is listed."""
    kept = [each for each in occasions if each.first.parties and not each.first.of_body]
    for loose in sorted((each for each in occasions if each.first.of_body), key=_rank):
        alike = [each for each in kept if _takes_part(loose, each)]
        _put(loose, alike, kept, lone=True)
    for loose in sorted((each for each in occasions if not each.first.parties), key=_rank):
        here = [each for each in kept if _may_be_there(each, loose)]
        _put(loose, here, kept, lone=False)
    left = {id(each) for each in kept}
    return [each for each in occasions if id(each) in left]


def _may_be_there(one: Occasion, loose: Occasion) -> bool:
    """Whether it is a meeting whose place, or else whose day, can be compared."""
    known = one.place is not None or (is_narrow(one.when) and is_narrow(loose.when))
    return one.first.report.kind == "meeting" and loose.place is not None and known


def _takes_part(loose: Occasion, occasion: Occasion) -> bool:
    """Whether the body, or all of its members, take part in it."""
    body, whole = loose.first, occasion.first
    within = body.parties <= whole.parties or (bool(body.states) and body.states <= whole.states)
    return whole.report.kind == "meeting" and within


def _rank(occasion: Occasion) -> tuple[bool, bool, At]:
    """Those that name a day first, then those that name a place."""
    return not is_narrow(occasion.when), occasion.place is None, occasion.first.at


def _put(loose: Occasion, alike: Sequence[Occasion], kept: list[Occasion], *, lone: bool) -> None:
    """Puts the reports to the one occasion that they mean, to the others as one of its own, or nowhere. What names a
    body alone (``lone``) is an occasion of its own beside others of that body only with its day or place.
    """
    near = [each for each in alike if same_place(each.place, loose.place) and _may_be_one(each, loose)]
    loose_too = [each for each in near if each.first.parties == loose.first.parties]
    fresh = [each for each in loose_too if _is_news_of(each, loose)]
    if len(near) == 1 and fresh:
        for report in loose.reports:
            fresh[0].take(report, LIKELY, Reason("week", LIKELY, "told of within days, of the same place if named"))
    elif not near and (not lone or loose.place or is_narrow(loose.when) or not alike):
        kept.append(loose)


def _may_be_one(one: Occasion, other: Occasion) -> bool:
    """Whether the days may be the same."""
    (start, end), (first, last) = _range(one), _range(other)
    if one.first.of_body and one.first.summit and other.first.summit and is_narrow(one.when) and is_narrow(other.when):
        return max(start, first) - min(end, last) <= LATE
    if _is_of_other_day(one, other) or _is_of_other_day(other, one):
        return False
    return start <= last and first <= end and may_overlap(one.when, other.when)


def _is_of_other_day(loose: Occasion, firm: Occasion) -> bool:
    """Whether the day and month that are printed without a year are not those of a meeting on one known day."""
    day, printed = firm.when.day, loose.first.printed
    return printed is not None and day is not None and not is_narrow(loose.when) and printed != (day.month, day.day)


def _range(occasion: Occasion) -> tuple[date, date]:
    """The days in which it can have been: where no day is told, up to the report of what was held, from the report on
    of what is ahead.
    """
    when, told = occasion.when, occasion.published
    if is_narrow(when) and when.earliest and when.latest:
        return when.earliest, when.latest
    if told is None or not date.min + AROUND < told < date.max - AROUND:
        return date.min, date.max
    return (told - AROUND, told) if occasion.is_held else (told - LATE, told + AROUND)


def _is_news_of(one: Occasion, other: Occasion) -> bool:
    """Whether both are told of in the same days, and what one tells as held the other does not tell as ahead later."""
    days = sorted((each.published, each.first.report.status) for each in (one, other) if each.published)
    if len(days) < 2:
        return False
    (first, before), (last, after) = days
    return last - first <= NEWS and (before == after or (before == "planned" and first < last))
