"""All that sides say against each other: disputes, accusations with their answers, and who has only one side."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from dragoman.compare.allegations import find_allegations
from dragoman.compare.disputes import find_disputes, find_quarrels
from dragoman.compare.one_sided import Sides
from dragoman.compare.told import Desk
from dragoman.compare.voices import Parties, find_voices
from dragoman.model.links import ActorGroup, AllegationGroup, At, DisputeGroup, Join, Rendering, StoryGroup
from dragoman.model.reading import ReadArticle
from dragoman.model.when import When


class Contention(NamedTuple):
    """Disputes, accusations, what each statement answers, and a link with its reason for each pair at odds."""

    disputes: tuple[DisputeGroup, ...]
    allegations: tuple[AllegationGroup, ...]
    answers: dict[At, tuple[At, ...]]
    joins: tuple[Join, ...]


def find_contention(  # one for each thing that compare found before
    readings: Sequence[ReadArticle],
    actors: Sequence[ActorGroup],
    stories: Sequence[StoryGroup],
    utterances: Sequence[Sequence[Rendering]],
    said: Mapping[At, When],
    dates: Mapping[str, When],
    judged: Callable[[Sequence[Sequence[At]]], Sequence[Sequence[At]]] = list,
) -> Contention:
    """What sides say against each other. No side is right: each line says who said what and when. ``judged`` makes of
    the statements of each accusation what people say of them.
    """
    parties = Parties(Desk(readings, actors))
    voices = find_voices(parties, stories, said, dates)
    quarrels = find_quarrels(voices)
    disputes = find_disputes(quarrels, utterances)
    allegations = find_allegations(parties, voices, quarrels, utterances, judged)
    sides = Sides(parties, stories, dates, said)
    return Contention(
        sides.of_disputes(disputes.groups, allegations, utterances),
        sides.of_allegations(allegations),
        disputes.answers,
        disputes.joins,
    )
