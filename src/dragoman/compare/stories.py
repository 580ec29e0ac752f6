"""Which articles report one occasion: average linkage (Sokal and Michener 1958) over pairs worth comparing."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.compare.block import NEIGHBOURS, Pair, neighbours
from dragoman.compare.features import Sketch, apart, likeness, reasons
from dragoman.compare.sketches import sketches, together
from dragoman.model.links import At, Join, StoryGroup
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Spans

LEAST = 0.32
"""Mean likeness from which articles are one story; one value for collections of every size and kind."""


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories, the pairs of articles (by id) inside them that were compared, and what binds each article most."""

    groups: tuple[StoryGroup, ...]
    pairs: tuple[tuple[str, str], ...]
    joins: tuple[Join, ...]


def find_stories(
    readings: Sequence[ReadArticle], furniture: Mapping[str, Spans], same_text: Mapping[str, str]
) -> Stories:
    """Every article in exactly one story; one that was not read, and is no copy of another, is alone in its own.

    ``readings`` are in the order of their sources. ``same_text`` maps an article to the one whose text it repeats.
    """
    single = [read for read in readings if not read.reading.unread and read.article.id not in same_text]
    ids = [read.article.id for read in single]
    drawn = sketches(single, furniture)
    pairs = neighbours([sketch.words for sketch in drawn], lambda i, j: not apart(drawn[i], drawn[j]))
    clusters = linked(drawn, pairs)
    story = {i: number for number, members in enumerate(clusters) for i in members}
    inside = [(i, j) for i, j in pairs if story[i] == story[j]]
    return Stories(
        _groups(readings, [[ids[i] for i in members] for members in clusters], same_text),
        tuple((ids[i], ids[j]) for i, j in inside),
        tuple(_join(ids, drawn, pair) for pair in _nearest(drawn, inside)),
    )


def linked(drawn: Sequence[Sketch], pairs: Iterable[Pair], least: float = LEAST) -> list[list[int]]:
    """Average linkage: the two groups whose articles are most alike on average become one, until none are alike enough.

    Groups with articles too many days apart are never joined. Groups that share no compared pair are not considered.
    """
    groups = {i: [i] for i in range(len(drawn))}
    sums = dict(enumerate(drawn))
    near: dict[int, set[int]] = {i: set() for i in groups}
    heap: list[tuple[float, int, int]] = []

    def consider(one: int, others: Iterable[int]) -> None:
        scored = [(-likeness(sums[one], sums[o]), o) for o in sorted(others) if not apart(sums[one], sums[o])]
        for score, other in heapq.nsmallest(NEIGHBOURS, scored) if len(groups[one]) > 1 else scored:
            near[one].add(other)
            near[other].add(one)
            if -score >= least:
                heapq.heappush(heap, (score, min(one, other), max(one, other)))

    for i, j in pairs:
        consider(i, [j])
    fresh = len(drawn)
    while heap:
        _, left, right = heapq.heappop(heap)
        if left not in groups or right not in groups:
            continue
        others = (near.pop(left) | near.pop(right)) - {left, right}
        groups[fresh] = sorted(groups.pop(left) + groups.pop(right))
        sums[fresh] = together(sums.pop(left), sums.pop(right))
        near[fresh] = set()
        for other in others:
            near[other] -= {left, right}
        consider(fresh, others)
        fresh += 1
    return sorted(groups.values())


def _nearest(drawn: Sequence[Sketch], pairs: Sequence[Pair]) -> list[Pair]:
    """For each article that is not alone the pair that binds it most."""
    best: dict[int, tuple[float, Pair]] = {}
    for pair in pairs:
        score = (-likeness(drawn[pair[0]], drawn[pair[1]]), pair)
        for i in pair:
            best[i] = min(best.get(i, score), score)
    return sorted({pair for _, pair in best.values()})


def _join(ids: Sequence[str], drawn: Sequence[Sketch], pair: Pair) -> Join:
    left, right = (drawn[i] for i in pair)
    return Join(
        "articles",
        At(ids[pair[0]], 0),
        At(ids[pair[1]], 0),
        round(likeness(left, right), 3),
        reasons(left, right),
        "one story",
    )


def _groups(
    readings: Sequence[ReadArticle], clusters: Iterable[Iterable[str]], same_text: Mapping[str, str]
) -> tuple[StoryGroup, ...]:
    """The clusters and the articles that were left out: copies beside what they copy, unread ones alone."""
    home = {member: number for number, members in enumerate(clusters) for member in members}
    stories: dict[object, list[str]] = {}
    for read in readings:
        first = same_text.get(read.article.id, read.article.id)
        stories.setdefault(home.get(first, first), []).append(read.article.id)
    return tuple(StoryGroup(tuple(members)) for members in stories.values())
