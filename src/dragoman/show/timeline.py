"""The stories and meetings of a record on one axis of time."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.when import When
from dragoman.show.index import Index
from dragoman.show.meetings import Story, story_of
from dragoman.show.scale import Scale, scale

DRAWN = 12
"""So many stories stand open; with more, the others can be unfolded."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The stories in order of time: those that most articles report, and the others."""

    scale: Scale
    main: tuple[Story, ...]
    rest: tuple[Story, ...]


def timeline(ix: Index) -> Timeline:
    """All stories with their meetings on one scale."""
    on = scale(_whens(ix))
    stories = [story_of(ix, row, on) for row in ix.record.stories]
    ranked = sorted(stories, key=lambda story: (-len(story.articles), -len(story.meetings), story.id))
    main = {story.id for story in ranked[:DRAWN]}
    return Timeline(on, tuple(s for s in stories if s.id in main), tuple(s for s in stories if s.id not in main))


def _whens(ix: Index) -> Iterator[When]:
    yield from (story.when for story in ix.record.stories)
    yield from (meeting.date for meeting in ix.record.meetings)
    yield from (article.published for article in ix.record.articles if article.published.day)
