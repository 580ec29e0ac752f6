"""Of which participants of a meeting no words were read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.model.record import ActorRow, MeetingRow, StatementRow, StoryRow

SIDES = ("person", "state", "body")
"""Groups and unnamed people are no participants whose words could be looked for."""


def with_unheard(
    meetings: Iterable[MeetingRow],
    stories: Sequence[StoryRow],
    statements: Iterable[StatementRow],
    actors: Iterable[ActorRow],
) -> tuple[MeetingRow, ...]:
    """The meetings, those that were held with the participants of whom no statement was found.

    A state or a body is heard where anybody of its country is; a person only in person, or where a namesake is, who may
    be the same. What was not shown, and what was said inside of another's statement, are words too.
    """
    by_actor = {row.id: row for row in actors}
    story_of = {article: story for story in stories for article in story.articles}
    heard: dict[str, set[str]] = {}
    for statement in statements:
        heard.setdefault(statement.article, set()).update(_heard(statement, by_actor))
    return tuple(replace(row, unheard=tuple(_unheard(row, story_of, heard, by_actor))) for row in meetings)


def _heard(statement: StatementRow, actors: Mapping[str, ActorRow]) -> Iterator[str]:
    """The speakers, those through whom they speak, and the countries of both."""
    for actor in (*statement.speakers, *statement.via):
        yield actor
        yield from _stand_ins(actors[actor])
        if country := actors[actor].country:
            yield country


def _stand_ins(actor: ActorRow) -> Iterator[str]:
    """The last words of a person's names, by which an article may mean the same person."""
    if actor.kind == "person":
        yield from (f"name {name.split()[-1].casefold()}" for name in (actor.name, *actor.names) if name.split())


def _unheard(
    row: MeetingRow, story_of: Mapping[str, StoryRow], heard: Mapping[str, set[str]], actors: Mapping[str, ActorRow]
) -> Iterator[str]:
    if row.status != "held":
        return
    told = {report.article for report in row.reports}
    articles = told.union(*(story_of[article].articles for article in told if article in story_of))
    words = set().union(*(heard.get(article, set()) for article in articles))
    for actor in row.participants:
        country = actors[actor].country if actors[actor].kind != "person" else None
        meant = {actor, *_stand_ins(actors[actor]), *([country] if country else [])}
        if actors[actor].kind in SIDES and not meant & words:
            yield actor
