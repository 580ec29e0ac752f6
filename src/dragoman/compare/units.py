"""What may render an utterance: a statement's whole content, or one sentence of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.compare.matching import Wording, wordings
from dragoman.model.links import At, Rendering
from dragoman.model.reading import ReadArticle, Statement, Timex
from dragoman.model.spans import Spans

LEAST_REPORTED = 5
"""Words of a report; shorter ones ("any nuclear deal") say nothing that is anybody's own, where quoted words may."""
UNWORDED = Wording(b"", {}, frozenset(), denies=False)
SURE = ("direct", "mixed")


@dataclass(frozen=True, slots=True)
class Unit:
    """A content or a sentence of it. ``whole`` and ``part`` are both true of a content of one sentence; ``speakers``
    are numbers of actors, none where nobody is resolved; ``quoted`` where at least some of its words are; ``day`` is
    the month and day on which the statement itself says that it was made.
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

    def may_be(self, other: "Unit") -> bool:
        """Whether nothing but the words can tell the two apart: no speaker and no day speaks against it."""
        strangers = self.speakers and other.speakers and not self.speakers & other.speakers
        return not strangers and (self.day is None or other.day is None or self.day == other.day)


def find_units(readings: Sequence[ReadArticle], actors: Mapping[At, int]) -> dict[str, list[Unit]]:
    """Each article's units by its id, those that a brief leaves out or that are too short to compare not among them.

    ``actors`` numbers the actor that each entity is.
    """
    bare = [unit for read in readings for unit in _units(read, actors)]
    worded = wordings([unit.text for unit in bare], [unit.vector for unit in bare])
    found: dict[str, list[Unit]] = {read.article.id: [] for read in readings}
    for unit, wording in zip(bare, worded, strict=True):
        found[unit.rendering.statement.article].append(replace(unit, wording=wording))
    return found


def _units(read: ReadArticle, actors: Mapping[At, int]) -> Iterator[Unit]:
    article, reading = read
    for index, statement in enumerate(reading.statements):
        whole = (statement.content, statement.vector)
        pieces = [whole, *((part.spans, part.vector) for part in statement.parts)]
        for spans, vector in pieces if statement.shown else ():
            if vector and (statement.mode in SURE or len(_words(article.text, spans).split()) >= LEAST_REPORTED):
                yield Unit(
                    Rendering(At(article.id, index), spans),
                    _words(article.text, spans),
                    vector,
                    whole=spans == statement.content,
                    part=spans != statement.content or not statement.parts,
                    speakers=frozenset(actors[At(article.id, entity)] for entity in statement.speakers),
                    quoted=statement.mode in SURE,
                    day=_day(statement, reading.timexes),
                )


def _day(statement: Statement, timexes: Sequence[Timex]) -> tuple[int, int] | None:
    timex = None if statement.timex is None else timexes[statement.timex]
    return (timex.month, timex.day) if timex and timex.month and timex.day else None


def _words(text: str, spans: Spans) -> str:
    return " ".join(text[start:end] for start, end in spans)
