"""Rounds of talks: what many reports tell of talks that went on for days in one place is put together.

Talks are told loosely: "talks resumed on Thursday", "the negotiations in Lisk ended on Saturday night", by one with all
states named, by another as "six powers", by a third without anybody. They are one round where the place is the same,
the days touch, and who took part does not speak against it. Two persons who meet beside the talks, in the same place on
the same day, hold a meeting of their own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from dragoman.compare.gatherings import Gathering, located
from dragoman.model.when import When

SEVERAL = 3
"""From so many states on a meeting is no two-way one."""
NEAR = timedelta(days=2)
"""Talks that are told of on days no further apart are one round."""


FRESH = timedelta(days=3)
"""Talks that an article tells without a day are news for so long."""


class Round:
    """Reports of one round, as far as they are put together."""

    def __init__(self, first: Gathering) -> None:
        self.reports = [first]
        self.place = _place(first)
        self.start, self.end = _days(first)

    def fits(self, report: Gathering) -> bool:
        """Whether a report of a known day is of this round: the days touch, place and participants agree."""
        start, end = _days(report)
        apart = NEAR if report.report.status == "held" else timedelta(0)
        return start - self.end <= apart and self.start - end <= apart and self._agrees(report)

    def tells(self, report: Gathering) -> bool:
        """Whether a report of this round's story that names no day, or one that names its place and a week or month in
        which it was, is of this round.
        """
        start, end = _days(report)
        return start <= self.start and self.end <= end and self._agrees(report)

    def is_news(self, report: Gathering) -> bool:
        """Whether the report's article appeared while the round went on or just after."""
        day = report.published.latest
        return report.report.status == "held" and day is not None and self.start <= day <= self.end + FRESH

    def take(self, report: Gathering) -> None:
        """Put a report to the others."""
        self.reports.append(report)
        start, end = _days(report)
        if start != date.min and end != date.max:
            self.start, self.end = min(self.start, start), max(self.end, end)

    def _agrees(self, report: Gathering) -> bool:
        """Whether the place is the same and who took part speaks against it in no report that names them; to one that
        names nobody it is enough that its article names those of one report.
        """
        if _place(report) not in (None, self.place):
            return False
        named = [own for own in self.reports if own.parties]
        if not report.parties:
            return not named or any(alike(own, report) for own in named)
        return all(alike(own, report) for own in named or self.reports)


def rounds(reports: Iterable[Gathering], narrow: Callable[[When], bool]) -> list[list[Gathering]]:
    """The rounds with two or more reports; a report is in one of them at most, and only where no other fits it.

    Reports that name a place and a day come first, then those that name a day, then those that name a week or month
    and the place, or no day within the same story or in the days of the round.
    """
    talks = [report for report in reports if is_round(report)]
    dated = sorted((r for r in talks if narrow(r.when)), key=lambda r: (_place(r) is None, *_days(r), r.at))
    found: list[Round] = []
    by_place: defaultdict[str, list[Round]] = defaultdict(list)
    for report in dated:
        place = _place(report)
        fitting = [each for each in (by_place[place] if place else found) if each.fits(report)]
        if len(fitting) == 1:
            fitting[0].take(report)
        elif place:
            by_place[place].append(Round(report))
            found.append(by_place[place][-1])
    by_story: defaultdict[int, list[Round]] = defaultdict(list)
    for each in found:
        for story in {report.story for report in each.reports}:
            by_story[story].append(each)
    for report in (r for r in talks if not narrow(r.when)):
        dayless = not (report.when.earliest or report.when.latest)
        here = by_place[_place(report) or ""]
        near = [*by_story[report.story], *(each for each in here if each.is_news(report))] if dayless else here
        telling = [each for each in dict.fromkeys(near) if each.tells(report)]
        if len(telling) == 1:
            telling[0].take(report)
    return [each.reports for each in found if len(each.reports) > 1]


def is_round(report: Gathering) -> bool:
    """Whether the report tells of talks, or of a meeting of many."""
    return report.report.kind == "meeting" and (report.report.talks or is_of_many(report))


def is_of_many(report: Gathering) -> bool:
    """Whether more took part than the two of a two-way meeting."""
    return report.counted or len(report.states) >= SEVERAL


def alike(left: Gathering, right: Gathering) -> bool:
    """Whether two reports may be of one round by who took part: the same states; nobody named in one of them, whose
    article names who took part in the other, talks ahead and talks held only in a place that
    both name; or some counted and not named, beside the same ones that are named.
    """
    if not left.parties or not right.parties:
        bare, full = sorted((left, right), key=lambda each: len(each.parties))
        if _is_held(bare) != _is_held(full) and not (bare.place and full.place):
            return False
        return len(full.states & bare.around) >= min(len(full.states), 2)
    if not left.counted and not right.counted:
        return left.states == right.states and bool(left.states)
    fewer, more = sorted((left, right), key=lambda each: (len(each.states), not each.counted))
    if not fewer.counted:
        return False
    return fewer.states <= more.states and (more.counted or len(more.states) >= len(fewer.states) + SEVERAL - 1)


def _is_held(report: Gathering) -> bool:
    return report.report.status == "held"


def _place(report: Gathering) -> str | None:
    return located(report.place).name if report.place else None


def _days(report: Gathering) -> tuple[date, date]:
    return report.when.earliest or date.min, report.when.latest or date.max
