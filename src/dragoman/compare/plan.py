"""Readings in, links out: who is who, which articles tell one story, which statements render one utterance."""

from collections.abc import Sequence

from dragoman.compare.actors import join_actors
from dragoman.compare.copies import find_copies, same_text_joins, same_texts
from dragoman.compare.dates import infer_dates, said_on
from dragoman.compare.furniture import repeated_lines
from dragoman.compare.meetings import merge_meetings
from dragoman.compare.origins import find_origins
from dragoman.compare.stories import find_stories
from dragoman.compare.utterances import find_utterances
from dragoman.model.links import Links
from dragoman.model.reading import ReadArticle


def compare(readings: Sequence[ReadArticle]) -> Links:
    """Every relation between the readings. The order of ``readings`` does not matter."""
    ordered = sorted(readings, key=lambda read: (read.article.source, read.article.id))
    same_text = same_texts(ordered)
    furniture = repeated_lines(ordered)
    told = find_stories(ordered, furniture, same_text)
    actors = join_actors(ordered, told.groups)
    uttered = find_utterances(ordered, actors.groups, told.pairs)
    dates = infer_dates(ordered, told.groups, actors.groups)
    meetings = merge_meetings(ordered, actors.groups, told.groups, dates)
    origins = find_origins(ordered, find_copies(ordered, furniture, same_text))
    return Links(
        same_text=same_text,
        actors=actors.groups,
        stories=told.groups,
        utterances=uttered.utterances,
        origins=origins.groups,
        joins=(
            *same_text_joins(same_text),
            *told.joins,
            *actors.joins,
            *uttered.joins,
            *origins.joins,
            *meetings.joins,
        ),
        dates=dates,
        furniture=furniture,
        said_on=said_on(ordered, dates),
        meetings=meetings.groups,
    )
