"""Which statements of two articles render the same words, whole or sentence by sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.compare.matching import Beside, mutual
from dragoman.compare.units import Unit
from dragoman.model.links import Reason, Rendering
from dragoman.model.spans import Spans, common, merged

LEAST = 0.75
"""Score from which two quotations of one speaker render one utterance. Whatever is said on one occasion is alike, so it
lies higher than where lists on many subjects are matched.
"""
REPORTED = 0.05
"""What is added to it for each of the two that is no quotation: reports are alike in how they report."""
UNRESOLVED = 0.1
"""What is added for each of the two whose speaker is not known."""
WHOLE = 0.1
"""So much more than whole contents must single sentences of them score to be matched in their place."""


class Edge(NamedTuple):
    """Two renderings of one utterance, the units (of several matched sentences the surest) that show it, and why."""

    left: Rendering
    right: Rendering
    units: tuple[Unit, Unit]
    score: float
    reasons: tuple[Reason, ...]


def find_renderings(left: Sequence[Unit], right: Sequence[Unit]) -> list[Edge]:
    """The renderings that two articles share, surest first; none overlaps another, and most statements have none."""
    wholes, parts = (_matched(left, right, whole=whole) for whole in (True, False))
    ranked = [*((-edge.score - WHOLE, edge) for edge in wholes), *((-edge.score, edge) for edge in parts)]
    chosen: list[Edge] = []
    for _, edge in sorted(ranked, key=lambda row: (row[0], row[1].left, row[1].right)):
        if not any(_clash(*ends) for other in chosen for ends in zip(edge.units, other.units, strict=True)):
            chosen.append(edge)
    return _pieced(chosen)


def _matched(left: Sequence[Unit], right: Sequence[Unit], *, whole: bool) -> list[Edge]:
    """Best matches from both sides among whole contents, or among single sentences."""
    sides = [[unit for unit in side if (unit.whole if whole else unit.part)] for side in (left, right)]
    if not all(sides):
        return []
    lefts, rights = sides
    beside = Beside([unit.wording for unit in lefts], [unit.wording for unit in rights])
    scores = {
        (i, j): score
        for (i, j), score in beside.scores(lambda i, j: lefts[i].may_be(rights[j])).items()
        if score < LEAST or not lefts[i].contrary(rights[j])
    }
    return [
        Edge(lefts[i].rendering, rights[j].rendering, (lefts[i], rights[j]), scores[i, j], beside.reasons((i, j)))
        for i, j in mutual(scores, LEAST)
        if scores[i, j] >= LEAST + _doubts(lefts[i]) + _doubts(rights[j])
    ]


def _doubts(unit: Unit) -> float:
    return (0 if unit.quoted else REPORTED) + (0 if unit.speakers else UNRESOLVED)


def _clash(one: Unit, other: Unit) -> bool:
    """Whether the two share words of one speaker: what A says that B said may be rendered as A's words and as B's."""
    apart = one.speakers and other.speakers and not one.speakers & other.speakers
    return not apart and bool(common(one.rendering.spans, other.rendering.spans))


def _pieced(edges: Sequence[Edge]) -> list[Edge]:
    """Sentences matched one by one between the same two statements made one rendering, under the surest's reasons."""
    pieces: dict[tuple[object, object], Edge] = {}
    for edge in edges:
        key = (edge.left.statement, edge.right.statement)
        if key in pieces:
            first = pieces[key]
            left, right = (_joined(getattr(first, side), getattr(edge, side)) for side in ("left", "right"))
            pieces[key] = first._replace(left=left, right=right)
        else:
            pieces[key] = edge
    return list(pieces.values())


def _joined(one: Rendering, other: Rendering) -> Rendering:
    spans: Spans = merged((*one.spans, *other.spans))
    return Rendering(one.statement, spans)
