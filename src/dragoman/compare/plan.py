"""Readings in, links out: who is who, which articles tell one story, which statements render one utterance."""

from collections.abc import Sequence

from dragoman.compare.actors import join_actors
from dragoman.compare.stories import find_stories
from dragoman.compare.utterances import find_utterances
from dragoman.model.links import At, Links, MeetingGroup
from dragoman.model.reading import ReadArticle
from dragoman.model.when import UNKNOWN


def compare(readings: Sequence[ReadArticle]) -> Links:
    """Every relation between the readings. The order of ``readings`` does not matter."""
    ordered = sorted(readings, key=lambda read: (read.article.source, read.article.id))
    told = find_stories(ordered, {}, {})
    actors = join_actors(ordered, told.groups)
    uttered = find_utterances(ordered, actors.groups, told.pairs)
    return Links(
        actors=actors.groups,
        stories=told.groups,
        utterances=uttered.utterances,
        joins=(*told.joins, *actors.joins, *uttered.joins),
        meetings=tuple(MeetingGroup((At(a.id, i),), UNKNOWN) for a, r in ordered for i, _ in enumerate(r.meetings)),
    )
