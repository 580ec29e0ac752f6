"""Ids of findings, and which actor each entity became."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.ids import compiled_id, finding_id
from dragoman.model.links import At, Links
from dragoman.model.reading import ReadArticle, Reading, Statement
from dragoman.model.spans import Span


@dataclass(frozen=True, slots=True)
class Ids:
    """The record's id of every finding, by article and index."""

    actors: dict[At, str]
    statements: dict[At, str]
    meetings: dict[At, str]
    figures: dict[At, str]

    def actors_of(self, article: str, entities: Sequence[int]) -> tuple[str, ...]:
        """The actor ids of an article's entities, each once, in order."""
        return tuple(dict.fromkeys(self.actors[At(article, index)] for index in entities))


def identify(readings: Sequence[ReadArticle], links: Links) -> Ids:
    """An id for each finding. What is compiled is named after its least member."""
    entities = {At(a.id, i): _entity_id(a.id, r, i) for a, r in readings for i, _ in enumerate(r.entities)}
    reports = {At(a.id, i): finding_id(a.id, "meeting", m.spans) for a, r in readings for i, m in enumerate(r.meetings)}
    actors = {at: compiled_id("actor", [entities[e] for e in g.entities]) for g in links.actors for at in g.entities}
    meetings = {at: compiled_id("meeting", [reports[e] for e in g.reports]) for g in links.meetings for at in g.reports}
    return Ids(
        actors=actors,
        statements={At(a.id, i): statement_id(a.id, s) for a, r in readings for i, s in enumerate(r.statements)},
        meetings=meetings,
        figures={
            At(a.id, i): finding_id(a.id, "figure", f.spans) for a, r in readings for i, f in enumerate(r.figures)
        },
    )


def statement_id(article: str, statement: Statement) -> str:
    """A statement is its content, and its cue, since two cues may share one content."""
    return finding_id(article, "statement", (*statement.content, *statement.cue))


def _entity_id(article: str, reading: Reading, index: int) -> str:
    first = min((m.span for m in reading.mentions if m.entity == index), default=Span(0, 0))
    return finding_id(article, f"entity {index}" if first == (0, 0) else "entity", (first,))
