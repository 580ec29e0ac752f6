"""Which pairs are worth comparing, found through an inverted index: time and memory grow with the number of texts."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations, islice

import numpy as np

from dragoman.compare.bags import Bag

NEIGHBOURS = 64
"""Each text is compared with at most so many that it is nearest to, and with those that are nearest to it."""
KEYS = 30
"""A text is looked up by its heaviest words."""
TOO_COMMON = 100
"""A word that is a key of more texts finds nothing."""

Pair = tuple[int, int]


def always(_left: int, _right: int) -> bool:
    """Every pair may be compared."""
    return True


def neighbours(bags: Sequence[Bag], may: Callable[[int, int], bool] = always) -> list[Pair]:
    """Pairs (i, j), i < j, in order: every pair of few texts, of many those that share heavy words.

    ``may`` says whether a pair can be at all; it is asked about every pair of few texts, and about those that share a
    key.
    """
    if len(bags) <= NEIGHBOURS + 1:
        return [pair for pair in combinations(range(len(bags)), 2) if may(*pair)]
    keys = [heaviest(bag) for bag in bags]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(keys):
        for word in words:
            found[word].append(i)
    # Sums of whole numbers, exact in float64 far below 2**53.
    holders = {
        word: (np.array(some), np.array([bags[j][word] for j in some], dtype=np.float64))
        for word, some in found.items()
        if 1 < len(some) <= TOO_COMMON
    }
    pairs: set[Pair] = set()
    for i, words in enumerate(keys):
        held = [(*holders[word], bags[i][word]) for word in words if word in holders]
        if not held:
            continue
        others, place = np.unique(np.concatenate([some for some, _, _ in held]), return_inverse=True)
        scores = np.bincount(place, np.concatenate([weights * own for _, weights, own in held]))
        best = others[np.lexsort((others, -scores))].tolist()
        near = ((min(i, j), max(i, j)) for j in best if j != i)
        pairs.update(islice((pair for pair in near if may(*pair)), NEIGHBOURS))
    return sorted(pairs)


def heaviest(bag: Bag) -> list[str]:
    """The words by which a text is looked up."""
    return heapq.nsmallest(KEYS, bag, key=lambda word: (-bag[word], word))
