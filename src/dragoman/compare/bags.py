"""Texts as bags of words, weighted by TF-IDF (Salton and Buckley 1988), in whole numbers: sums of them are exact."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dragoman.knowledge.tables import table

Bag = dict[str, int]

UNIT = 1 << 14
"""The length of every bag's vector."""
OTHER_ARTICLES = 200
"""So many articles stand for all other news, and each word is expected in one of them: in a collection of five, a word
that all share still says something, and in one of a thousand the collection speaks for itself.
"""
WORD = re.compile(r"[^\W\d_]\w*(?:[’'](?!s\b)\w+)*|\d+(?:[.,:]\d+)*")


def content_words(text: str) -> list[str]:
    """Words and numbers in lower case, without English stop words, possessive endings and single letters."""
    stop = stop_words()
    return [word for word in WORD.findall(text.lower()) if len(word) > 1 and word not in stop]


@cache
def stop_words() -> frozenset[str]:
    """English words that say nothing about what a text is about."""
    return frozenset(row["word"] for row in table("english_stop_words").rows)


@cache
def page_words() -> frozenset[str]:
    """Words of captions, players and forms of address: they bind articles of one site, not of one occasion."""
    return frozenset(row["word"] for row in table("page_words").rows)


def weighted(texts: Sequence[Iterable[str]]) -> list[Bag]:
    """A bag for each list of words: (1 + log frequency) times log inverse document frequency, of length ``UNIT``."""
    counts = [Counter(words) for words in texts]
    seen = Counter(word for bag in counts for word in bag)
    return [weighed(bag, seen, len(counts)) for bag in counts]


def weighed(counts: Mapping[str, int], seen: Mapping[str, int], articles: int) -> Bag:
    """A bag for the words that a text has so often, of a collection of so many in which so many have each word."""
    everything = articles + OTHER_ARTICLES
    return _scaled({word: (1 + math.log(n)) * math.log(everything / (seen[word] + 1)) for word, n in counts.items()})


def _scaled(bag: Mapping[str, float]) -> Bag:
    length = math.sqrt(math.fsum(weight * weight for weight in bag.values()))
    scaled = {word: round(UNIT * weight / length) for word, weight in bag.items()} if length else {}
    return {word: weight for word, weight in scaled.items() if weight}


def product(left: Bag, right: Bag) -> int:
    """The dot product of the two."""
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def added(left: Bag, right: Bag) -> Bag:
    """The sum of the two."""
    total = dict(left)
    for word, weight in right.items():
        total[word] = total.get(word, 0) + weight
    return total


def shared(left: Bag, right: Bag, most: int) -> list[str]:
    """The words that bind the two most, heaviest first."""
    both = sorted((-left[word] * right[word], word) for word in left if word in right)
    return [word for _, word in both[:most]]
