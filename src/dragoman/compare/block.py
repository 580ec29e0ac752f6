"""Which pairs are worth comparing, found through an inverted index: time and memory grow with the number of texts."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

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
    keys = [_heaviest(bag) for bag in bags]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(keys):
        for word in words:
            found[word].append(i)
    pairs: set[Pair] = set()
    for i, words in enumerate(keys):
        scores: Counter[int] = Counter()
        for word in words:
            if len(found[word]) <= TOO_COMMON:
                for j in found[word]:
                    scores[j] += bags[i][word] * bags[j][word]
        near = ((-score, j) for j, score in scores.items() if j != i and may(min(i, j), max(i, j)))
        pairs.update((min(i, j), max(i, j)) for _, j in heapq.nsmallest(NEIGHBOURS, near))
    return sorted(pairs)


def _heaviest(bag: Bag) -> list[str]:
    return heapq.nsmallest(KEYS, bag, key=lambda word: (-bag[word], word))
