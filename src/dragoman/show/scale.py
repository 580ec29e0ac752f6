"""Where days stand on the drawn timeline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log2

from dragoman.model.when import When
from dragoman.show.phrases import word

EDGE = 2.0
"""The first and the last day stand this many hundredths from the edges."""
PLAIN_DAYS = 14
"""Longer gaps are cut short."""
BROKEN_DAYS, MOST_BREAKS = 60, 4
"""Longer gaps, the longest of them, are drawn as a break of the axis."""
LABEL_EVERY = 34.0
"""The least distance between two labels of the axis, in hundredths of its length."""


@dataclass(frozen=True, slots=True)
class Mark:
    """From where to where something is drawn, in hundredths. ``sure`` is drawn full, all else open."""

    start: float
    end: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Days in order and where each stands, in hundredths of the axis; ``breaks`` are the middles of long gaps."""

    days: tuple[date, ...]
    places: tuple[float, ...]
    breaks: tuple[float, ...]

    def at(self, day: date) -> float:
        """Where the day stands; days of the scale only."""
        return self.places[self.days.index(day)]

    def labels(self) -> list[tuple[float, str]]:
        """Days to print along the axis, far enough from each other; the first and the last among them."""
        out: list[tuple[float, str]] = []
        for day, place in zip(self.days, self.places, strict=True):
            last = day == self.days[-1]
            if not out or place - out[-1][0] >= LABEL_EVERY or (last and len(out) == 1):
                out.append((place, _label(day)))
            elif last:
                out[-1] = (place, _label(day))
        return out


def scale(whens: Iterable[When]) -> Scale:
    """A scale on which all known days of ``whens`` stand."""
    days = sorted({day for when in whens for day in (when.earliest, when.latest) if day})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    drawn = [float(gap) if gap <= PLAIN_DAYS else PLAIN_DAYS * (1 + log2(gap / PLAIN_DAYS) / 2) for gap in gaps]
    total = sum(drawn) or 1.0
    places, at = [], 0.0
    for width in [*drawn, 0.0]:
        places.append(EDGE + at / total * (100 - 2 * EDGE) if gaps else 50.0)
        at += width
    longest = sorted((i for i, gap in enumerate(gaps) if gap > BROKEN_DAYS), key=lambda i: -gaps[i])[:MOST_BREAKS]
    breaks = [(places[i] + places[i + 1]) / 2 for i in sorted(longest)]
    return Scale(tuple(days), tuple(round(p, 2) for p in places[: len(days)]), tuple(round(b, 2) for b in breaks))


def mark(on: Scale, when: When, *, sure: bool) -> Mark | None:
    """Where a date is drawn; nothing for a date that is not known. An open side runs to the edge."""
    if when.earliest is None and when.latest is None:
        return None
    start = on.at(when.earliest) if when.earliest else 0.0
    end = on.at(when.latest) if when.latest else 100.0
    return Mark(start, end, sure and when.basis in ("stated", "given"))


def _label(day: date) -> str:
    return f"{day.day} {word('when.months_short').split()[day.month - 1]} {day.year}"
