"""What goes into the likeness of two groups of articles: whole numbers that add up exactly when groups become one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.compare.bags import UNIT, Bag
from dragoman.compare.features import FEATURES, Sketch, days_apart
from dragoman.compare.sketches import together

Numbers = npt.NDArray[np.int64]


class Parts(NamedTuple):
    """The features of two groups before they are weighted, added up over ``pairs`` pairs of articles."""

    words: int
    names: int
    lead: int
    days: int
    pairs: int = 1


def summed(one: Parts, other: Parts) -> Parts:
    """Those of both together (Lance and Williams 1967)."""
    return Parts(*(a + b for a, b in zip(one, other, strict=True)))


def scored(found: Parts) -> float:
    """The likeness, as ``features.likeness`` has it."""
    every = UNIT * UNIT * found.pairs
    scores = (found.words / every, found.names / every, found.lead / every, -found.days / found.pairs)
    return sum(feature.weight * score for feature, score in zip(FEATURES, scores, strict=True))


class Bags:
    """Bags under keys, as arrays: the products of one with many others are then sooner found."""

    def __init__(self, bags: Sequence[Bag]) -> None:
        self._number: dict[str, int] = {}
        for bag in bags:
            for word in bag:
                self._number.setdefault(word, len(self._number))
        self._arrays = {key: self._array(bag) for key, bag in enumerate(bags)}
        self._spread = np.zeros(len(self._number), dtype=np.int64)

    def _array(self, bag: Bag) -> tuple[Numbers, Numbers]:
        words = np.fromiter(map(self._number.__getitem__, bag), dtype=np.int64, count=len(bag))
        return words, np.fromiter(bag.values(), dtype=np.int64, count=len(bag))

    def replace(self, gone: Iterable[int], key: int, bag: Bag) -> None:
        """Puts a bag of known words in the place of others."""
        for each in gone:
            del self._arrays[each]
        self._arrays[key] = self._array(bag)

    def products(self, key: int, others: Iterable[int]) -> list[int]:
        """The dot products of one bag with the others."""
        words, weights = self._arrays[key]
        self._spread[words] = weights
        found = [int(np.dot(self._spread[w], v)) for w, v in map(self._arrays.__getitem__, others)]
        self._spread[words] = 0
        return found


class Groups:
    """Groups of articles under keys, at first each article alone."""

    def __init__(self, drawn: Sequence[Sketch]) -> None:
        self.sums = dict(enumerate(drawn))
        self._words = Bags([sketch.words for sketch in drawn])
        self._names = Bags([sketch.names for sketch in drawn])

    def parts(self, key: int, others: Sequence[int]) -> list[Parts]:
        """The parts of the likeness of one group and each of the others."""
        one = self.sums[key]
        both = zip(others, self._words.products(key, others), self._names.products(key, others), strict=True)
        return [
            Parts(words, names, int(np.dot(one.lead, two.lead)), days_apart(one, two), one.size * two.size)
            for other, words, names in both
            for two in (self.sums[other],)
        ]

    def join(self, left: int, right: int, key: int) -> None:
        """Makes one group of two."""
        self.sums[key] = both = together(self.sums.pop(left), self.sums.pop(right))
        self._words.replace((left, right), key, both.words)
        self._names.replace((left, right), key, both.names)
