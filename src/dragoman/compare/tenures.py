"""Who held an office on a day, as far as articles near that day name one holder and no other."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

T = TypeVar("T", bound="object")
Office = tuple[str, str]
"""Title and realm."""
NEAR = timedelta(90)
"""So long before and after the day nobody else may be named in the office."""
CLOSE = timedelta(14)
"""A holder who is named on one side of the day only must be named so near to it."""


@dataclass(frozen=True, slots=True)
class Attested(Generic[T]):
    """On this day an article names the holder with the office."""

    day: date
    holder: T


class Tenures(Generic[T]):
    """The holders of each office by day; ``told`` in any order."""

    def __init__(self, told: Iterable[tuple[Office, Attested[T]]]) -> None:
        by_office: dict[Office, list[Attested[T]]] = defaultdict(list)
        for office, attested in told:
            by_office[office].append(attested)
        self._days: dict[Office, list[date]] = {}
        self._runs: dict[Office, list[tuple[date, date, T]]] = {}
        for office, each in by_office.items():
            ordered = sorted(each, key=lambda one: one.day)
            self._days[office] = [one.day for one in ordered]
            self._runs[office] = _runs(ordered)

    def holder(self, office: Office, day: date) -> T | None:
        """The one who is named in the office before and after the day, or close to it, and nobody else near it."""
        days = self._days.get(office, [])
        before, after = bisect_right(days, day), bisect_left(days, day)
        last = days[before - 1] if before else date.min
        first = days[after] if after < len(days) else date.max
        sides = (day - last <= NEAR, first - day <= NEAR)
        if not all(sides) and min(day - last, first - day) > CLOSE:
            return None
        runs = self._runs[office]
        later = bisect_right(runs, day + NEAR, key=lambda run: run[0])
        earlier = bisect_left(runs, day - NEAR, key=lambda run: run[1])
        return runs[earlier][2] if later - earlier == 1 else None


def _runs(ordered: Sequence[Attested[T]]) -> list[tuple[date, date, T]]:
    """From first to last day, each stretch in which one holder alone is named."""
    runs: list[tuple[date, date, T]] = []
    for one in ordered:
        if runs and runs[-1][2] is one.holder:
            runs[-1] = (runs[-1][0], one.day, one.holder)
        else:
            runs.append((one.day, one.day, one.holder))
    return runs
