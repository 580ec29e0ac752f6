"""What speaks for two articles, or two groups of them, reporting one occasion: functions, each with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product as pairs

import numpy as np

from dragoman.compare.bags import UNIT, Bag, product, shared
from dragoman.compare.days import Days, gap
from dragoman.language.typical import Sum
from dragoman.model.links import Reason

WINDOW = 7
"""Articles of days further apart report two occasions."""
PER_DAY = 0.02
"""What each day between two articles, after the first, takes from their likeness."""
WORDS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an article looks like, or several together. ``words``, ``names`` and ``lead`` are sums of its members'
    vectors, each of length ``UNIT``, in whole numbers, and ``days`` counts its members' days where they are known. The
    mean likeness of all pairs from two groups is then that of their sums.
    """

    size: int
    words: Bag
    names: Bag
    lead: Sum
    days: dict[Days, int]


@dataclass(frozen=True, slots=True)
class Feature:
    """A named score of two sketches, what it weighs, and the words that tell a person what it saw."""

    name: str
    weight: float
    score: Callable[[Sketch, Sketch], float]
    detail: Callable[[Sketch, Sketch], str]


def words(left: Sketch, right: Sketch) -> float:
    """The cosine of the articles' words, rare words weighing more."""
    return product(left.words, right.words) / _lengths(left, right)


def words_detail(left: Sketch, right: Sketch) -> str:
    """The words that bind the two most."""
    return ", ".join(shared(left.words, right.words, WORDS_SHOWN))


def names(left: Sketch, right: Sketch) -> float:
    """The cosine of the names and numbers in them, rare ones weighing more."""
    return product(left.names, right.names) / _lengths(left, right)


def names_detail(left: Sketch, right: Sketch) -> str:
    """The names and numbers that bind the two most."""
    return ", ".join(shared(left.names, right.names, WORDS_SHOWN))


def meaning(left: Sketch, right: Sketch) -> float:
    """The cosine of titles and first words as the sentence encoder understands them, less what all leads share."""
    return int(np.dot(left.lead, right.lead)) / _lengths(left, right)


def days(left: Sketch, right: Sketch) -> float:
    """Nought for articles of one day or two in a row, or of days that are not known, less for those further apart."""
    return -days_apart(left, right) / (left.size * right.size)


def days_apart(left: Sketch, right: Sketch) -> int:
    """The days between each two articles of theirs, the first day not counted, added up."""
    both = pairs(left.days.items(), right.days.items())
    return sum(max(0, gap(one, other) - 1) * times * often for (one, times), (other, often) in both)


def days_detail(left: Sketch, right: Sketch) -> str:
    """How far apart the two were published, or the days that their leads name."""
    gaps = [gap(one, other) for one, other in pairs(left.days, right.days)]
    return f"{min(gaps)} days apart" if gaps else "a day is not known"


def apart(left: Sketch, right: Sketch) -> bool:
    """Whether any two days of theirs are too far from each other for one occasion."""
    for one in left.days:
        for other in right.days:
            if gap(one, other) > WINDOW:
                return True
    return False


def _lengths(left: Sketch, right: Sketch) -> int:
    return UNIT * UNIT * left.size * right.size


FEATURES = (
    Feature("words", 0.4, words, words_detail),
    Feature("names and numbers", 0.3, names, names_detail),
    Feature("meaning of the lead", 0.3, meaning, lambda _left, _right: "title and first words"),
    Feature("days", PER_DAY, days, days_detail),
)
"""Weights set once by hand; what each is worth is measured by ``bench/stories.py``."""


def likeness(left: Sketch, right: Sketch) -> float:
    """The weighted sum of the features."""
    return sum(feature.weight * feature.score(left, right) for feature in FEATURES)


def reasons(left: Sketch, right: Sketch) -> tuple[Reason, ...]:
    """Each feature's part of the likeness, with what it saw."""
    return tuple(
        Reason(feature.name, round(feature.weight * feature.score(left, right), 3), feature.detail(left, right))
        for feature in FEATURES
    )
