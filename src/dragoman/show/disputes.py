"""Where sides differ: each dispute with the words and days of its sides, and no verdict."""

from dataclasses import dataclass

from dragoman.model.record import DisputeRow, DisputeSide
from dragoman.show.cite import dated
from dragoman.show.index import Index, label
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Pieces
from dragoman.show.said import by_whom, row_of

MOST = 4
"""So many statements of a side are printed."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One dispute: how it shows that sides differ, and the lines of each side."""

    id: str
    kind: str
    sides: tuple[tuple[Pieces, ...], ...]


def disputes(ix: Index) -> tuple[Dispute, ...]:
    """All disputes, those with most statements first."""
    rows = sorted(ix.record.disputes, key=lambda row: (-sum(len(side.statements) for side in row.sides), row.id))
    return tuple(_dispute(ix, row) for row in rows)


def _dispute(ix: Index, row: DisputeRow) -> Dispute:
    kind = word(f"disputes.{row.kind.replace(' ', '_').replace('-', '_')}")
    return Dispute(row.id, kind, tuple(_side(ix, side) for side in row.sides))


def _side(ix: Index, side: DisputeSide) -> tuple[Pieces, ...]:
    return tuple(_line(ix, statement) for statement in side.statements[:MOST])


def _line(ix: Index, statement: str) -> Pieces:
    """A statement with who says it, the day of its article or its own, and on whose word it is told."""
    row = ix.statements[statement]
    shown = row_of(ix, row)
    when = row.said_on if row.said_on.edtf else ix.articles[row.article].published
    line = say(
        "disputes.line_cue" if shown.cue else "disputes.line",
        speaker=by_whom(ix, row),
        words=(*shown.cue, shown.item),
        outlet=label(ix.articles[row.article]),
        day=dated(ix, when),
    )
    outer = ix.statements.get(row.inside or "")
    return (*line, *say("disputes.according", who=by_whom(ix, outer))) if outer else line
