"""One thing said, and the statements of different articles of one story that render it."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from dragoman.compare.contrary import Worded, contrary
from dragoman.compare.renderings import Edge, find_renderings
from dragoman.compare.units import find_units
from dragoman.language.encoder import cosines, matrix
from dragoman.model.links import ActorGroup, At, Join, Rendering
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import common, length
from dragoman.model.when import When

CLOSE = 0.4
"""Least cosine of any two renderings of one utterance, so that a chain of alike pairs does not end somewhere else."""
SAME_WORDS = 0.8
"""Renderings within one statement that share so much of the longer are one."""


class Told(NamedTuple):
    """Utterances with their renderings, in order, and why each pair of them was joined."""

    utterances: tuple[tuple[Rendering, ...], ...]
    joins: tuple[Join, ...]


class _Group(NamedTuple):
    """Renderings that are one utterance so far, with their vectors, their words and who may have spoken."""

    renderings: tuple[Rendering, ...]
    vectors: tuple[bytes, ...]
    worded: tuple[Worded, ...]
    speakers: frozenset[int]


def find_utterances(
    readings: Sequence[ReadArticle],
    actors: Iterable[ActorGroup],
    pairs: Iterable[tuple[str, str]],
    said_on: Mapping[At, When] = MappingProxyType({}),
) -> Told:
    """Utterances rendered in the two articles (by id) of any of the pairs; statements that say they were made on
    different days (``said_on``) render none together.
    """
    asked = list(pairs)
    together = {article for pair in asked for article in pair}
    number = {at: i for i, group in enumerate(actors) for at in group.entities}
    units = find_units([read for read in readings if read.article.id in together], number, said_on)
    edges = [edge for left, right in asked for edge in find_renderings(units[left], units[right])]
    edges = _same_spans(sorted(edges, key=lambda edge: (-edge.score, edge.left, edge.right)))
    groups, kept = _grouped(edges)
    return Told(tuple(sorted(tuple(sorted(group.renderings)) for group in groups)), tuple(map(_join, kept)))


def _same_spans(edges: Sequence[Edge]) -> list[Edge]:
    """The edges with renderings that are nearly the same words of one statement made the same, the surest one's."""
    seen: dict[At, list[Rendering]] = {}

    def one(rendering: Rendering) -> Rendering:
        known = seen.setdefault(rendering.statement, [])
        for other in known:
            longer = max(length(rendering.spans), length(other.spans))
            if length(common(rendering.spans, other.spans)) >= SAME_WORDS * longer:
                return other
        known.append(rendering)
        return rendering

    return [edge._replace(left=one(edge.left), right=one(edge.right)) for edge in edges]


def _grouped(edges: Sequence[Edge]) -> tuple[list[_Group], list[Edge]]:
    """Groups grown along the edges, surest first; an edge that would bring strangers together is dropped."""
    home: dict[Rendering, int] = {}
    groups: dict[int, _Group] = {}
    kept = []
    for edge in edges:
        for end, unit in zip((edge.left, edge.right), edge.units, strict=True):
            if end not in home:
                home[end] = len(home)
                groups[home[end]] = _Group((end,), (unit.vector,), (unit.worded,), unit.speakers)
        left, right = home[edge.left], home[edge.right]
        if left != right and (both := _together(groups[left], groups[right])):
            groups[left] = both
            home.update(dict.fromkeys(groups.pop(right).renderings, left))
        if home[edge.left] == home[edge.right]:
            kept.append(edge)
    return [group for group in groups.values() if len(group.renderings) > 1], kept


def _together(left: _Group, right: _Group) -> _Group | None:
    """Both as one, unless their speakers are others or any two of their renderings too unlike, or contrary."""
    if left.speakers and right.speakers and not left.speakers & right.speakers:
        return None
    if cosines(matrix(left.vectors), matrix(right.vectors)).min() < CLOSE:
        return None
    if any(contrary(one, other) for one in left.worded for other in right.worded):
        return None
    speakers = left.speakers & right.speakers or left.speakers or right.speakers
    return _Group(
        (*left.renderings, *right.renderings), (*left.vectors, *right.vectors), (*left.worded, *right.worded), speakers
    )


def _join(edge: Edge) -> Join:
    return Join(
        "statements", edge.left.statement, edge.right.statement, round(edge.score, 3), edge.reasons, "one utterance"
    )
