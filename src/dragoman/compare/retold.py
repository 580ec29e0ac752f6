"""Meetings that are told of again: reports without a day, put to the one occasion that they can only mean.

A plan is news before the meeting and a meeting that was held just after it; a report from which nothing but its own day
tells which occasion it means is joined only to the same people's one occasion of those days. A refusal or a
cancellation is told months later with the day on which it was.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import timedelta

from dragoman.compare.gatherings import same_place
from dragoman.compare.occasions import LIKELY, Occasion, days_spelled, is_narrow
from dragoman.model.links import Reason
from dragoman.model.when import When

NEWS = timedelta(days=3)
"""A meeting that was held is news for so long."""
BEFORE = timedelta(days=7)
"""A meeting whose day is not told is at most so far ahead."""
LATE = timedelta(days=1)
"""A plan is still told so long after the meeting, by those who wrote before it."""
MONTH = 31
"""The most days within which the words of a looser report may put it."""
OFF = ("cancelled", "postponed")
NOT_DONE = (*OFF, "refused")


def put_together(occasions: Sequence[Occasion]) -> list[Occasion]:
    """The occasions, those that tell again of another put to it, where it is the only one that fits."""
    left = list(occasions)
    by_parties: defaultdict[Hashable, list[Occasion]] = defaultdict(list)
    for occasion in left:
        by_parties[occasion.first.report.kind, occasion.first.parties].append(occasion)
    gone: set[int] = set()
    for same in by_parties.values():
        for later in same if len(same) > 1 else ():
            fitting = [(each, why) for each in same if each is not later and (why := _reason(each, later)) is not None]
            fitting = [(each, why) for each, why in fitting if id(each) not in gone]
            if len(fitting) == 1:
                earlier, why = fitting[0]
                for report in later.reports:
                    earlier.take(report, LIKELY, why)
                gone.add(id(later))
    return [occasion for occasion in left if id(occasion) not in gone]


def _reason(firm: Occasion, loose: Occasion) -> Reason | None:
    """Why the loose reports are of the firm occasion; nothing where they need not be."""
    if not same_place(firm.place, loose.place) or is_narrow(loose.when):
        return None
    apart = not _articles(firm) & _articles(loose)
    statuses = {g.report.status for g in loose.reports}
    if apart and is_narrow(firm.when) and (firm.first.persons or _name_a_place(firm, loose)):
        return _of_these_days(firm, loose, statuses)
    if apart and len(statuses) == 1 and statuses <= set(NOT_DONE):
        return _told_later(firm, loose)
    plans = all(g.report.status in ("planned", "invited") for g in loose.reports)
    off = any(g.report.status in OFF for g in firm.reports)
    return (
        Reason("plan", LIKELY, "the plan that was called off, in one article") if plans and off and not apart else None
    )


def _articles(occasion: Occasion) -> set[str]:
    return {g.at.article for g in occasion.reports}


def _name_a_place(firm: Occasion, loose: Occasion) -> bool:
    return firm.place is not None and loose.place is not None


def _of_these_days(firm: Occasion, loose: Occasion, statuses: Iterable[str]) -> Reason | None:
    first, last, told = firm.when.earliest, firm.when.latest, loose.published
    if first is None or last is None or told is None or any(g.report.status in NOT_DONE for g in firm.reports):
        return None
    if loose.when.earliest is not None or loose.when.latest is not None:
        within = _is_within(firm.when, loose.when) and _name_a_place(firm, loose)
        return Reason("days", LIKELY, f"within {days_spelled(loose.when)}") if within else None
    held = set(statuses) == {"held"} and first <= told <= last + NEWS
    planned = set(statuses) == {"planned"} and first - BEFORE <= told <= first + LATE
    words = f"told of in the days of the meeting of {days_spelled(firm.when)}"
    return Reason("week", LIKELY, words) if held or planned else None


def _is_within(firm: When, loose: When) -> bool:
    if not (firm.earliest and firm.latest and loose.earliest and loose.latest):
        return False
    return (
        (loose.latest - loose.earliest).days <= MONTH
        and loose.earliest <= firm.earliest
        and firm.latest <= loose.latest
    )


def _told_later(firm: Occasion, loose: Occasion) -> Reason | None:
    """A refusal that is told of again with the day, week or month on which the first one was reported."""
    same = {g.report.status for g in firm.reports} == {g.report.status for g in loose.reports}
    day, told = firm.published, loose.published
    if not same or day is None or told is None or not day < told:
        return None
    for when in (when for g in loose.reports for when in g.beside):
        first, last = when.earliest, when.latest
        if first and last and (last - first).days <= MONTH and first <= day <= last + NEWS and last < told:
            return Reason("day", LIKELY, f"told of again, of {days_spelled(when)}")
    return None
