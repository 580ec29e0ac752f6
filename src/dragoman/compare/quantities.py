"""Figures that articles of different outlets give for one thing: the same number of it, or another in a like sentence.

The same noun, unit and period do not make one quantity ("20 % purity", "90 % purity"): another value is only held
against the first where the sentences around both have most of their words in common.

These are the figures that claims are made of, so they ask for more than the ledger of figures does
(``compare.figures``, which takes them all in): two outlets of one story, the noun, the unit and the period. The ledger
also holds figures of one giver, of one article, and in other units, which are no claim that outlets could contest.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from dragoman.compare.forms import Token, fold, tokens
from dragoman.compare.gatherings import may_overlap
from dragoman.compare.parallel_kinds import exact
from dragoman.compare.timeline import published
from dragoman.model.links import At, ConflictKind, Differing, QuantityGroup, StoryGroup
from dragoman.model.reading import Figure, ReadArticle
from dragoman.model.spans import Place, Span, Spans, common
from dragoman.model.when import When

LEAST_WORDS, LEAST_SHARE = 4, 0.6
"""So many words, and such a share of the shorter sentence's, must two sentences have in common beside the numbers."""
MOST = 12
"""So many figures of one noun of a story are held against each other."""
BEFORE = 30
"""Characters before a figure in which its bound may stand ("more than")."""


class _Given(NamedTuple):
    """A figure: where it is, its article's day, and the words with a meaning of the sentence round it."""

    at: At
    figure: Figure
    read: ReadArticle
    when: When
    around: frozenset[str]
    words: tuple[Token, ...]


def find_quantities(
    readings: Iterable[ReadArticle], stories: Iterable[StoryGroup], dates: Mapping[str, When]
) -> tuple[QuantityGroup, ...]:
    """Figures of one thing in articles of different outlets, in the order of stories. ``dates`` are inferred dates."""
    by_id = {read.article.id: read for read in readings}
    found: list[QuantityGroup] = []
    for story in stories:
        if len(story.articles) < 2:
            continue
        alike: defaultdict[tuple[str, ...], list[_Given]] = defaultdict(list)
        for article in story.articles:
            for key, given in _given(by_id[article], dates):
                alike[key].append(given)
        found += [group for key in sorted(alike) for group in _groups(alike[key][:MOST])]
    return tuple(found)


def _given(read: ReadArticle, dates: Mapping[str, When]) -> Iterator[tuple[tuple[str, ...], _Given]]:
    """The figures that say of what they are, by noun, unit and period."""
    for index, figure in enumerate(read.reading.figures):
        head = (figure.of or "").casefold().split()
        if head:
            key = fold(head[-1]), (figure.unit or "").casefold(), (figure.period or "").casefold()
            around, words = around_figure(read, figure.spans)
            yield key, _Given(At(read.article.id, index), figure, read, published(read, dates), around, words)


def around_figure(read: ReadArticle, spans: Spans) -> tuple[frozenset[str], tuple[Token, ...]]:
    """The words with a meaning of the sentence in which a figure stands, but its own; and its own with those before."""
    text, sentences = read.article.text, read.reading.sentences
    number = max(0, bisect_right(sentences, spans[0].start, key=lambda each: each[0]) - 1)
    near = tokens(text, (sentences[number],)) if sentences else ()
    keys = frozenset(word.key for word in near if word.content and not common((word.span,), spans))
    return keys, tokens(text, (Span(max(0, spans[0].start - BEFORE), spans[-1].end),))


def _groups(given: Sequence[_Given]) -> Iterator[QuantityGroup]:
    """Those that are of one thing: the first of them with all that have its value, or another in a like sentence."""
    left = list(given)
    while left:
        first, *others = left
        same = [first, *(each for each in others if _one_thing(first, each))]
        left = [each for each in left if each not in same]
        if len({_outlet(each) for each in same}) > 1:
            rows = [row for one, other in combinations(same, 2) if (row := _differing(one, other))]
            yield QuantityGroup(tuple(each.at for each in same), tuple(rows))


def _one_thing(one: _Given, other: _Given) -> bool:
    if one.figure.value == other.figure.value:
        return True
    apart = _outlet(one) != _outlet(other) and not _prints(one, other) and not _prints(other, one)
    return apart and alike(one.around, other.around) and exact(one.words, other.words)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences, as words, tell of one thing: most of the shorter one's words stand in both."""
    return len(one & other) >= max(LEAST_WORDS, LEAST_SHARE * min(len(one), len(other)))


def _prints(one: _Given, other: _Given) -> bool:
    """Whether the article of the one has the other's number too, and so knows both."""
    return any(figure.value == other.figure.value for figure in one.read.reading.figures)


def _differing(one: _Given, other: _Given) -> Differing | None:
    if one.figure.value == other.figure.value:
        return None
    kind: ConflictKind = "value" if may_overlap(one.when, other.when) else "superseded by a later report"
    return Differing(kind, Place(one.at.article, one.figure.spans), Place(other.at.article, other.figure.spans))


def _outlet(given: _Given) -> str:
    return given.read.article.masthead.outlet or given.at.article
