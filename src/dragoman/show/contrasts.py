"""Which two versions of an utterance show best how its wordings differ."""

from itertools import combinations
from typing import NamedTuple

from dragoman.show.index import Index
from dragoman.show.said import Row, Versions
from dragoman.show.wording import Contrast, contrast, tokens


class Pair(NamedTuple):
    """Two versions and the place where they differ that is most worth showing."""

    contrast: Contrast
    left: Row
    right: Row


def forms(ix: Index, row: Row) -> tuple[str, ...]:
    """The words of a version as they are compared."""
    return tuple(token.form for token in tokens(ix.articles[row.article].text, row.item.spans))


def sharpest(ix: Index, versions: Versions) -> Pair | None:
    """The pair of versions with the most telling, then shortest difference; quotations come before paraphrases."""
    pairs = []
    for left, right in combinations(versions.rows, 2):
        both = [tokens(ix.articles[row.article].text, row.item.spans) for row in (left, right)]
        found = contrast(*both)
        if found:
            pairs.append(Pair(found, left, right))
    return max(pairs, key=_order, default=None)


def _order(pair: Pair) -> tuple[int, bool, bool, int]:
    quotations = sum(row.item.kind == "quotation" for row in (pair.left, pair.right))
    return quotations, pair.contrast.telling, pair.contrast.replaced, pair.contrast.shortness
