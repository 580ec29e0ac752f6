"""Ids of findings, and which actor each entity became."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.ids import compiled_id, finding_id
from dragoman.model.links import At, Links
from dragoman.model.reading import ReadArticle, Reading
from dragoman.model.spans import Spans


@dataclass(frozen=True, slots=True)
class Ids:
    """The record's id of every finding, by article and index."""

    actors: dict[At, str]
    statements: dict[At, str]
    meetings: dict[At, str]
    figures: dict[At, str]
    commitments: dict[At, str] = field(default_factory=dict)
    instruments: dict[At, str] = field(default_factory=dict)

    def actors_of(self, article: str, entities: Sequence[int]) -> tuple[str, ...]:
        """The actor ids of an article's entities, each once, in order."""
        return tuple(dict.fromkeys(self.actors[At(article, index)] for index in entities))


def identify(readings: Sequence[ReadArticle], links: Links) -> Ids:
    """An id for each finding. What is compiled is named after its least member."""
    entities = _numbered(readings, "entity", lambda r: [_first_mention(r, i) for i, _ in enumerate(r.entities)])
    reports = _numbered(readings, "meeting", lambda r: [report.spans for report in r.meetings])
    promises = _numbered(readings, "commitment", lambda r: [report.spans for report in r.commitments])
    named = _numbered(readings, "instrument", lambda r: [(mention.span,) for mention in r.instruments])
    return Ids(
        actors=_of_members("actor", entities, [group.entities for group in links.actors]),
        # A statement is its content, and its cue, since two cues may share one content.
        statements=_numbered(readings, "statement", lambda r: [(*s.content, *s.cue) for s in r.statements]),
        meetings=_of_members("meeting", reports, [group.reports for group in links.meetings]),
        figures=_numbered(readings, "figure", lambda r: [figure.spans for figure in r.figures]),
        commitments=_of_members("commitment", promises, [group.reports for group in links.commitments]),
        instruments=_of_members("instrument", named, [group.mentions for group in links.instruments]),
    )


def _of_members(noun: str, ids: Mapping[At, str], groups: Iterable[Sequence[At]]) -> dict[At, str]:
    """For each member the id of its group."""
    found: dict[At, str] = {}
    for group in groups:
        found.update(dict.fromkeys(group, compiled_id(noun, [ids[at] for at in group])))
    return found


def _numbered(
    readings: Sequence[ReadArticle], noun: str, places: Callable[[Reading], Sequence[Spans]]
) -> dict[At, str]:
    """Ids made from where findings stand. Where several of a noun stand at the same place ("the foreign ministers" are
    three persons, "met both separately" two meetings), the second and further ones are numbered.
    """
    ids = {}
    for article, reading in readings:
        before: Counter[Spans] = Counter()
        for index, spans in enumerate(places(reading)):
            before[spans] += 1
            ids[At(article.id, index)] = finding_id(
                article.id, noun if before[spans] == 1 else f"{noun} {before[spans]}", spans
            )
    return ids


def _first_mention(reading: Reading, index: int) -> Spans:
    return tuple(sorted(m.span for m in reading.mentions if m.entity == index)[:1])
