"""Where sides differ: each dispute with the words and days of its sides, and no verdict."""

from dataclasses import dataclass

from dragoman.model.record import DisputeRow, DisputeSide
from dragoman.model.when import When
from dragoman.show.cite import dated, names
from dragoman.show.index import Index, label
from dragoman.show.lacking import outlets_lacking
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Pieces
from dragoman.show.said import by_whom, row_of

MOST = 4
"""So many statements of a side are printed."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One dispute: how it shows that sides differ, the lines of each side, and lines on articles with one alone."""

    id: str
    kind: str
    sides: tuple[tuple[Pieces, ...], ...]
    lacking: tuple[Pieces, ...] = ()


def disputes(ix: Index) -> tuple[Dispute, ...]:
    """All disputes, those with most statements first."""
    rows = sorted(ix.record.disputes, key=lambda row: (-sum(len(side.statements) for side in row.sides), row.id))
    return tuple(_dispute(ix, row) for row in rows)


def _dispute(ix: Index, row: DisputeRow) -> Dispute:
    kind = word(f"disputes.{row.kind.replace(' ', '_').replace('-', '_')}")
    without = tuple(each for side in row.sides for each in _without(ix, side))
    every = frozenset(statement for side in row.sides for statement in side.statements)
    return Dispute(row.id, kind, tuple(_side(ix, side, every) for side in row.sides), without)


def _side(ix: Index, side: DisputeSide, every: frozenset[str]) -> tuple[Pieces, ...]:
    return tuple(line(ix, statement, every) for statement in side.statements[:MOST])


def _without(ix: Index, side: DisputeSide) -> tuple[Pieces, ...]:
    """What is known of the articles that have the other side's words alone."""
    who = names(ix, side.actors, ix.statements[side.statements[0]].article)
    return tuple(say("disputes.lacking", who=who, line=each) for each in outlets_lacking(ix, side.lacking))


def told(ix: Index, statement: str) -> When:
    """When it was said, else the day of the article that tells it."""
    row = ix.statements[statement]
    return row.said_on if row.said_on.edtf else ix.articles[row.article].published


def line(ix: Index, statement: str, beside: frozenset[str] = frozenset()) -> Pieces:
    """A statement with who says it, the day of its article or its own, and on whose word it is told, unless the
    words round it are printed ``beside`` it: a denial tells what it denies on nobody's word.
    """
    row = ix.statements[statement]
    shown = row_of(ix, row)
    words = say(
        "disputes.line_cue" if shown.cue else "disputes.line",
        speaker=by_whom(ix, row),
        words=(*shown.cue, shown.item),
        outlet=label(ix.articles[row.article]),
        day=dated(ix, told(ix, statement)),
    )
    outer = ix.statements.get(row.inside or "") if row.inside not in beside else None
    return (*words, *say("disputes.according", who=by_whom(ix, outer))) if outer else words
