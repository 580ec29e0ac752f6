"""Which articles report one occasion: average linkage (Sokal and Michener 1958) over pairs worth comparing."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.compare.block import NEIGHBOURS, Pair, neighbours
from dragoman.compare.features import Sketch, apart, likeness, reasons
from dragoman.compare.likeness import Groups, Parts, scored, summed
from dragoman.compare.sketches import sketches
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
    single_groups = Groups(drawn)
    alike = compared(single_groups, pairs)
    clusters = linked(single_groups, alike)
    story = {i: number for number, members in enumerate(clusters) for i in members}
    inside = [(i, j) for i, j in pairs if story[i] == story[j]]
    return Stories(
        _groups(readings, [[ids[i] for i in members] for members in clusters], same_text),
        tuple((ids[i], ids[j]) for i, j in inside),
        tuple(_join(ids, drawn, pair) for pair in _nearest(alike, inside)),
    )


def compared(groups: Groups, pairs: Iterable[Pair]) -> dict[Pair, Parts]:
    """The parts of the likeness of each pair of articles."""
    others: dict[int, list[int]] = {}
    for left, right in pairs:
        others.setdefault(left, []).append(right)
    return {
        (left, right): found
        for left, rights in others.items()
        for right, found in zip(rights, groups.parts(left, rights), strict=True)
    }


def linked(groups: Groups, pairs: Mapping[Pair, Parts], least: float = LEAST) -> list[list[int]]:
    """Average linkage: the two groups whose articles are most alike on average become one, until none are alike enough.

    ``groups`` are single articles at first. ``pairs`` are those that may be, with the parts of their likeness. Groups
    with articles too many days apart are never joined. Groups that share no compared pair are not considered.
    """
    members = {i: [i] for i in groups.sums}
    near: dict[int, dict[int, Parts]] = {i: {} for i in members}
    heap: list[tuple[float, int, int]] = []

    def consider(one: int, other: int, score: float, found: Parts) -> None:
        near[one][other] = near[other][one] = found
        if -score >= least:
            heapq.heappush(heap, (score, min(one, other), max(one, other)))

    for (i, j), found in pairs.items():
        consider(i, j, -scored(found), found)
    fresh = len(members)
    while heap:
        _, left, right = heapq.heappop(heap)
        if left not in members or right not in members:
            continue
        fitting = _fitting(groups, near, left, right)
        both = map(summed, *(_known(groups, near, end, fitting) for end in (left, right)))
        best = heapq.nsmallest(
            NEIGHBOURS, ((-scored(found), other, found) for other, found in zip(fitting, both, strict=True))
        )
        for end in (left, right):
            for other in near.pop(end):
                near.get(other, {}).pop(end, None)
        members[fresh], near[fresh] = sorted(members.pop(left) + members.pop(right)), {}
        groups.join(left, right, fresh)
        for score, other, found in best:
            consider(fresh, other, score, found)
        fresh += 1
    return sorted(members.values())


def _fitting(groups: Groups, near: Mapping[int, Mapping[int, Parts]], left: int, right: int) -> list[int]:
    """The groups near to either of two, and too far in days from neither."""
    ends = [groups.sums[end] for end in (left, right)]
    others = sorted((near[left].keys() | near[right].keys()) - {left, right})
    return [other for other in others if not any(apart(end, groups.sums[other]) for end in ends)]


def _known(groups: Groups, near: Mapping[int, Mapping[int, Parts]], end: int, others: Sequence[int]) -> list[Parts]:
    """The parts of the likeness of one group and others; those not known yet are found together."""
    new = [other for other in others if other not in near[end]]
    found = {**near[end], **dict(zip(new, groups.parts(end, new), strict=True))}
    return [found[other] for other in others]


def _nearest(alike: Mapping[Pair, Parts], pairs: Sequence[Pair]) -> list[Pair]:
    """For each article that is not alone the pair that binds it most."""
    best: dict[int, tuple[float, Pair]] = {}
    for pair in pairs:
        score = (-scored(alike[pair]), pair)
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
