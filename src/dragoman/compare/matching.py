"""Which wording of one list says the same as which of another: nearest by meaning both ways, and often none.

Cosines of sentence vectors are corrected for hubs, texts that are near to everything, by cross-domain similarity local
scaling (Conneau et al. 2018); shared words, numbers and negation decide among the nearest.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dragoman.compare.bags import UNIT, Bag, content_words, product, shared, weighted
from dragoman.compare.block import Pair
from dragoman.language.encoder import Matrix, Scores, cosines, matrix
from dragoman.model.links import Reason

HOOD = 10
"""A text's mean cosine with so many nearest texts of the other list says how much of a hub it is."""
TYPICAL = 0.3
"""The mean cosine of unrelated sentences with their ten nearest of two hundred; stands in where the list is shorter."""
NEAREST = 5
"""So many of the nearest are looked at more closely."""
CHUNK = 1024
STEM = 5
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a text: its sentence vector, its words, its numbers, and whether it denies something."""

    vector: bytes
    words: Bag
    numbers: frozenset[str]
    denies: bool


def wordings(texts: Sequence[str], vectors: Sequence[bytes]) -> list[Wording]:
    """A wording for each text; how rare a word is depends on all of them."""
    bags = weighted([stems(text) for text in texts])
    return [
        Wording(vector, bag, frozenset(NUMBER.findall(text)), bool(NEGATION.search(text)))
        for text, vector, bag in zip(texts, vectors, bags, strict=True)
    ]


class Beside:
    """Two lists of wordings beside each other."""

    def __init__(self, left: Sequence[Wording], right: Sequence[Wording]) -> None:
        self.left, self.right = left, right

    @cached_property
    def meaning(self) -> dict[Pair, float]:
        """Twice the cosine less both texts' mean cosine with their nearest, for the pairs that are among each other's
        nearest.
        """
        rows, columns = (matrix([wording.vector for wording in side]) for side in (self.left, self.right))
        left, right = hubs(rows, columns), hubs(columns, rows)
        near = dict(_near(rows, columns, left, right))
        near.update(((i, j), score) for (j, i), score in _near(columns, rows, right, left))
        return near

    def scores(self, may: Callable[[int, int], bool] | None = None) -> dict[Pair, float]:
        """The score of each pair that is near and ``may`` be one."""
        pairs = sorted(pair for pair in self.meaning if may is None or may(*pair))
        return {pair: sum(weight * feature(self, pair) for _, weight, feature in FEATURES) for pair in pairs}

    def reasons(self, pair: Pair) -> tuple[Reason, ...]:
        """Each feature's part of the score."""
        return tuple(
            Reason(name, round(weight * feature(self, pair), 3), self._detail(name, pair))
            for name, weight, feature in FEATURES
        )

    def wording(self, pair: Pair) -> float:
        """The cosine of the two texts' words, cut to five letters, rare ones weighing more."""
        left, right = self._sides(pair)
        return product(left.words, right.words) / (UNIT * UNIT)

    def _detail(self, name: str, pair: Pair) -> str:
        left, right = self._sides(pair)
        if name == "wording":
            return ", ".join(shared(left.words, right.words, NEAREST))
        if name == "numbers":
            return " / ".join(", ".join(sorted(side.numbers)) for side in (left, right))
        return ""

    def _sides(self, pair: Pair) -> tuple[Wording, Wording]:
        return self.left[pair[0]], self.right[pair[1]]

    def other_numbers(self, pair: Pair) -> float:
        """One where each text has a number that the other lacks; numbers of one alone may have been left out."""
        left, right = (side.numbers for side in self._sides(pair))
        return float(bool(left - right and right - left))

    def other_negation(self, pair: Pair) -> float:
        """One where only one of the two denies something."""
        left, right = self._sides(pair)
        return float(left.denies != right.denies)


FEATURES: tuple[tuple[str, float, Callable[[Beside, Pair], float]], ...] = (
    ("meaning", 1.0, lambda beside, pair: beside.meaning[pair]),
    ("wording", 0.3, Beside.wording),
    ("numbers", -0.1, Beside.other_numbers),
    ("negation", -0.05, Beside.other_negation),
)
"""Name, weight and function of each feature. A number or a negation that differs is what a reader wants to see, so it
hardly counts against a pair.
"""


def mutual(scores: dict[Pair, float], least: float) -> list[Pair]:
    """The pairs that score at least so much and are best from both sides, in order; of equals the first is best."""
    by_score = sorted(scores, key=lambda pair: (-scores[pair], pair))
    best_left: dict[int, Pair] = {}
    best_right: dict[int, Pair] = {}
    for pair in by_score:
        best_left.setdefault(pair[0], pair)
        best_right.setdefault(pair[1], pair)
    return sorted(p for p in by_score if scores[p] >= least and best_left[p[0]] == p == best_right[p[1]])


def stems(text: str) -> list[str]:
    """Content words cut to five letters, so that inflection does not part them, and whole numbers."""
    return [word[:STEM] if word.isalpha() else word for word in content_words(text)]


def hubs(rows: Matrix, columns: Matrix) -> Scores:
    """Each row's mean cosine with its ten nearest columns; where there are fewer, typical ones stand in."""
    found = np.empty(len(rows))
    missing = TYPICAL * max(0, HOOD - len(columns))
    for start in range(0, len(rows), CHUNK):
        block = cosines(rows[start : start + CHUNK], columns)
        found[start : start + CHUNK] = (np.sort(block, axis=1)[:, ::-1][:, :HOOD].sum(axis=1) + missing) / HOOD
    return found


def _near(rows: Matrix, columns: Matrix, left: Scores, right: Scores) -> Iterator[tuple[Pair, float]]:
    """Each row's nearest columns with their scores, corrected for hubs."""
    for start in range(0, len(rows), CHUNK):
        scores = 2 * cosines(rows[start : start + CHUNK], columns) - (
            left[start : start + CHUNK, None] + right[None, :]
        )
        best = np.argsort(-scores, axis=1, kind="stable")[:, :NEAREST]
        for i, nearest in enumerate(best.tolist()):
            yield from (((start + i, j), float(scores[i, j])) for j in nearest)
