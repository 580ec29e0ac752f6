"""How much a statement is about what the other articles of its story are about."""

import re
from collections import Counter

from dragoman.show.index import Index
from dragoman.show.said import Row

_WORD = re.compile(r"[^\W\d_]{4,}")


def shared_words(ix: Index) -> dict[str, frozenset[str]]:
    """For each story the words of four letters and more that at least two of its articles use."""
    words = {row.id: set(_WORD.findall(row.text.casefold())) for row in ix.record.articles if row.read != "none"}
    out = {}
    for story in ix.record.stories:
        uses = Counter(word for article in story.articles for word in words.get(article, ()))
        out[story.id] = frozenset(word for word, number in uses.items() if number > 1)
    return out


def centrality(ix: Index, row: Row, common: dict[str, frozenset[str]]) -> float:
    """The number of different words that the statement shares with other articles, times their share of its words."""
    words = set(_WORD.findall(row.item.text.casefold()))
    story = ix.story_of.get(row.article)
    shared = words & common[story.id] if story else set()
    return len(shared) ** 2 / len(words) if words else 0.0
