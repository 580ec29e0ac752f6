"""Occasions: reports of one meeting, as far as they are put together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.compare.gatherings import Gathering, may_overlap
from dragoman.knowledge.calendar import spelled
from dragoman.model.links import Join, Reason
from dragoman.model.when import UNKNOWN, When, between

SURE = 1.0
LIKELY = 0.8
NARROW = 3
"""The most days that words may span and still name one occasion."""


@dataclass(slots=True, eq=False)
class Occasion:
    """Reports of one meeting, as far as they are put together."""

    reports: list[Gathering]
    joins: list[Join] = field(default_factory=list)

    @property
    def first(self) -> Gathering:
        """The report that the others were put to."""
        return self.reports[0]

    @property
    def when(self) -> When:
        """The narrowest of the days that the reports give; of talks on several days all of these."""
        known = [g.when for g in self.reports if g.when.earliest or g.when.latest]
        first = min(known, key=_width, default=UNKNOWN)
        others = [when for when in known if is_narrow(when) and not may_overlap(when, first)]
        return _through(first, others) if others else first

    @property
    def place(self) -> str | None:
        """The place that most reports give, the first of these in the alphabet."""
        places = Counter(g.place for g in self.reports if g.place)
        return min(places, key=lambda place: (-places[place], place), default=None)

    @property
    def published(self) -> date | None:
        """The last day on which an article told of it, where all are dated."""
        days = [g.published.latest for g in self.reports]
        return max((day for day in days if day), default=None) if all(days) else None

    @property
    def stories(self) -> set[int]:
        """The stories whose articles report it."""
        return {g.story for g in self.reports}

    @property
    def is_held(self) -> bool:
        """Whether all reports tell that it was held."""
        return all(g.report.status == "held" for g in self.reports)

    def take(self, gathering: Gathering, score: float, reason: Reason, who: str = "the same participants") -> None:
        """Put a report to these."""
        parties = Reason("participants", score, who)
        self.joins.append(Join("meetings", self.first.at, gathering.at, score, (parties, reason)))
        self.reports.append(gathering)


def is_narrow(when: When) -> bool:
    """Whether the words name one occasion's days."""
    return when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days <= NARROW


def days_spelled(when: When) -> str:
    """The first and the last day in words."""
    return " to ".join(spelled(day) for day in dict.fromkeys((when.earliest, when.latest)) if day)


def _through(first: When, others: Sequence[When]) -> When:
    days = [day for when in (first, *others) for day in (when.earliest, when.latest) if day]
    return between(min(days), max(days), "inferred", "reported on several days", first.words)


def _width(when: When) -> tuple[int, date, date]:
    first, last = when.earliest or date.min, when.latest or date.max
    return (last - first).days, first, last
