"""What may render an utterance: a statement's whole content, or one sentence of it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dragoman.compare.contrary import Name, Worded, contrary
from dragoman.compare.gatherings import may_overlap
from dragoman.compare.matching import Wording, wordings
from dragoman.language.encoder import LANGUAGES
from dragoman.model.links import At, Rendering
from dragoman.model.reading import ReadArticle, Statement, Timex
from dragoman.model.spans import Span, Spans, common
from dragoman.model.when import UNKNOWN, When

LEAST_REPORTED = 5
"""Words of a report; shorter ones ("any nuclear deal") say nothing that is anybody's own, where quoted words may."""
UNSAID = Worded("")
UNWORDED = Wording(b"", {}, frozenset(), denies=False)
SURE = ("direct", "mixed")
NAMING = ("name", "capital")


@dataclass(frozen=True, slots=True)
class Unit:
    """A content or a sentence of it. ``whole`` and ``part`` are both true of a content of one sentence; ``speakers``
    are numbers of actors, none where nobody is resolved; ``quoted`` where at least some of its words are; ``day`` is
    the month and day on which the statement itself says that it was made, ``when`` the same with its year, where the
    article's date gives one; ``worded`` is what may tell it from others that are much like it.
    """

    rendering: Rendering
    text: str
    vector: bytes
    whole: bool
    part: bool
    speakers: frozenset[int]
    quoted: bool
    day: tuple[int, int] | None
    wording: Wording = UNWORDED
    when: When = UNKNOWN
    worded: Worded = UNSAID

    def may_be(self, other: "Unit") -> bool:
        """Whether nothing but the words can tell the two apart: no speaker and no day speaks against it."""
        strangers = self.speakers and other.speakers and not self.speakers & other.speakers
        days = (self.day is None or other.day is None or self.day == other.day) and may_overlap(self.when, other.when)
        return not strangers and days

    def contrary(self, other: "Unit") -> bool:
        """Whether the two differ in what makes them two utterances, however alike they are."""
        return contrary(self.worded, other.worded) is not None


def find_units(
    readings: Sequence[ReadArticle], actors: Mapping[At, int], said_on: Mapping[At, When]
) -> dict[str, list[Unit]]:
    """Each article's units by its id, those that a brief leaves out or that are too short to compare not among them,
    nor any of an article in a language that the sentence encoder was not made for.

    ``actors`` numbers the actor that each entity is; ``said_on`` is when a statement was made, where it says so.
    """
    bare = [unit for read in readings for unit in _units(read, actors, said_on)]
    worded = wordings([unit.text for unit in bare], [unit.vector for unit in bare])
    found: dict[str, list[Unit]] = {read.article.id: [] for read in readings}
    for unit, wording in zip(bare, worded, strict=True):
        found[unit.rendering.statement.article].append(replace(unit, wording=wording))
    return found


def _units(read: ReadArticle, actors: Mapping[At, int], said_on: Mapping[At, When]) -> Iterator[Unit]:
    article, reading = read
    named = _named(read, actors)
    for index, statement in enumerate(reading.statements):
        whole = (statement.content, statement.vector)
        speakers = frozenset(actors[At(article.id, entity)] for entity in statement.speakers)
        pieces = [whole, *((part.spans, part.vector) for part in statement.parts)]
        for spans, vector in pieces if statement.shown and reading.language in (None, *LANGUAGES) else ():
            if vector and (statement.mode in SURE or len(_words(article.text, spans).split()) >= LEAST_REPORTED):
                yield Unit(
                    Rendering(At(article.id, index), spans),
                    _words(article.text, spans),
                    vector,
                    whole=spans == statement.content,
                    part=spans != statement.content or not statement.parts,
                    speakers=speakers,
                    quoted=statement.mode in SURE,
                    day=_day(statement, reading.timexes),
                    when=said_on.get(At(article.id, index), UNKNOWN),
                    worded=_worded(read, statement, spans, named, speakers),
                )


class _Mentioned(NamedTuple):
    """Where an actor is meant, in order of places; the name where it is named there."""

    span: Span
    actor: int
    name: Name | None


def _named(read: ReadArticle, actors: Mapping[At, int]) -> list[_Mentioned]:
    entities = read.reading.entities
    names = [
        Name(
            actors[At(read.article.id, n)], each.kind, frozenset(" ".join((each.name, *each.names)).casefold().split())
        )
        for n, each in enumerate(entities)
    ]
    every = sorted(read.reading.mentions, key=lambda mention: mention.span)
    return [_Mentioned(m.span, names[m.entity].actor, names[m.entity] if m.form in NAMING else None) for m in every]


def _worded(
    read: ReadArticle, statement: Statement, spans: Spans, named: Sequence[_Mentioned], speakers: frozenset[int]
) -> Worded:
    text = read.article.text
    first = bisect_left(named, spans[0].start, key=lambda each: each.span.start)
    last = bisect_left(named, spans[-1].end, key=lambda each: each.span.start)
    inside = [each for each in named[first:last] if common((each.span,), spans)]
    return Worded(
        _words(text, spans),
        frozenset(each.name for each in inside if each.name),
        frozenset(each.actor for each in inside) | speakers,
        _words(text, statement.cue),
    )


def _day(statement: Statement, timexes: Sequence[Timex]) -> tuple[int, int] | None:
    timex = None if statement.timex is None else timexes[statement.timex]
    return (timex.month, timex.day) if timex and timex.month and timex.day else None


def _words(text: str, spans: Spans) -> str:
    return " ".join(text[start:end] for start, end in spans)
