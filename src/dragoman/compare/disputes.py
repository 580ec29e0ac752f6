"""What sides say differently about one thing: quarrels between pairs of statements, put together by thing and sides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dragoman.compare.charges import find_charges
from dragoman.compare.denials import find_denials
from dragoman.compare.framing import find_framings
from dragoman.compare.opposites import find_opposites
from dragoman.compare.quarrels import Quarrel
from dragoman.compare.voices import Voice, first_when
from dragoman.model.links import At, DisputeGroup, Join, Rendering


class Disputes(NamedTuple):
    """The disputes, each statement's answers to others, and a link with its reason for each pair that is at odds."""

    groups: tuple[DisputeGroup, ...]
    answers: dict[At, tuple[At, ...]]
    joins: tuple[Join, ...]


def find_quarrels(voices: Sequence[Voice]) -> tuple[Quarrel, ...]:
    """Denials, counter-charges, disavowals, limits that differ, opposite positions and different terms."""
    first = (*find_denials(voices), *find_charges(voices))
    told = {frozenset((quarrel.one.at, quarrel.other.at)) for quarrel in first}
    others = (*find_opposites(voices), *find_framings(voices))
    return (*first, *(q for q in others if frozenset((q.one.at, q.other.at)) not in told))


def find_disputes(quarrels: Iterable[Quarrel], utterances: Iterable[Sequence[Rendering]]) -> Disputes:
    """The quarrels of which both sides are known, put together.

    Pairs of one kind that share a statement, or renderings of one utterance, and whose sides share a party, are one
    dispute. No side is right: a dispute says who said what and when.
    """
    quarrels = [quarrel for quarrel in quarrels if quarrel.one.parties and quarrel.other.parties]
    same = {r.statement: group[0].statement for group in utterances for r in group}
    answers: defaultdict[At, list[At]] = defaultdict(list)
    for quarrel in quarrels:
        if quarrel.kind == "denial":
            answers[quarrel.other.at].append(quarrel.one.at)
    joins = [
        Join("statements", q.one.at, q.other.at, q.reason.score, (q.reason,), kind=q.kind, to="statements")
        for q in quarrels
    ]
    return Disputes(
        tuple(sorted(_grouped(quarrels, same), key=lambda group: group.sides)),
        {at: tuple(found) for at, found in sorted(answers.items())},
        tuple(joins),
    )


def _grouped(quarrels: Sequence[Quarrel], same: Mapping[At, At]) -> list[DisputeGroup]:
    """Quarrels over one statement or utterance, of one kind and the same parties, as one."""
    groups: list[list[Quarrel]] = []
    at: dict[tuple[object, ...], int] = {}
    for quarrel in quarrels:
        keys = [(quarrel.kind, _sides(quarrel), same.get(v.at, v.at)) for v in (quarrel.one, quarrel.other)]
        found = sorted({at[key] for key in keys if key in at})
        target = found[0] if found else len(groups)
        if not found:
            groups.append([])
        groups[target].append(quarrel)
        for further in found[1:]:
            groups[target] += groups[further]
            groups[further] = []
            at.update({key: target for key, number in at.items() if number == further})
        at.update(dict.fromkeys(keys, target))
    return [_group(group) for group in groups if group]


def _sides(quarrel: Quarrel) -> frozenset[str]:
    """A party of each side: the first in the alphabet."""
    return frozenset((min(quarrel.one.parties), min(quarrel.other.parties)))


def _group(quarrels: Sequence[Quarrel]) -> DisputeGroup:
    """The side of the first statement of all, and the other."""
    first = quarrels[0].one
    sides: tuple[dict[At, Voice], dict[At, Voice]] = ({}, {})
    for quarrel in quarrels:
        for voice in (quarrel.one, quarrel.other):
            sides[min(voice.parties) != min(first.parties)][voice.at] = voice
    left, right = (tuple(sorted(at for at in side if not _told_within(side, at))) for side in sides)
    return DisputeGroup(quarrels[0].kind, first.at, (left, right), tuple(first_when(side.values()) for side in sides))


def _told_within(side: Mapping[At, Voice], at: At) -> bool:
    """Whether the statement around it is of the side already."""
    inside = side[at].row.inside
    return inside is not None and At(at.article, inside) in side
