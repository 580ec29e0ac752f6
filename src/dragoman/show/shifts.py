"""Typed shifts between versions, in everyday words, with both places."""

from dataclasses import dataclass

from dragoman.model.record import RenderingRow, ShiftRow
from dragoman.show.cite import rendered, shortened
from dragoman.show.index import Index, label
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Pieces

LONGEST = 160
"""A place of more characters (what a cut left out) is printed to about here."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How two versions differ: one line with both places, and what must be said beside it."""

    id: str
    line: Pieces
    notes: tuple[str, ...]


def shift(ix: Index, row: ShiftRow) -> Shift:
    """The shift as a brief prints it."""
    line = say(
        "shift.line",
        kind=word(f"shift.{row.kind.replace(' ', '_')}"),
        left=_place(ix, row.left),
        right=_place(ix, row.right),
    )
    return Shift(row.id, line, tuple(word(f"shift.{note.replace(' ', '_')}") for note in row.notes))


def _place(ix: Index, end: RenderingRow) -> Pieces:
    row = ix.statements[end.statement]
    item = shortened(ix, rendered(ix, row, end.spans), LONGEST)
    source: Pieces = (label(ix.articles[row.article]),)
    return say("shift.headline_place" if row.headline else "shift.place", words=(item,), outlet=source)


def noted(each: Shift) -> Pieces:
    """The line with its notes behind it."""
    return (*each.line, *(f"; {note}" for note in each.notes))


def inside(ix: Index, statements: set[str]) -> tuple[Shift, ...]:
    """The shifts between versions of one utterance, which these statements render."""
    rows = _of(ix, statements)
    return tuple(
        shift(ix, row)
        for row in rows
        if row.relation == "same" and {row.left.statement, row.right.statement} <= statements
    )


def between(ix: Index, statements: set[str]) -> tuple[Shift, ...]:
    """The shifts between statements that share a part, and between headline and body, whose first is among these."""
    return tuple(
        shift(ix, row) for row in _of(ix, statements) if row.relation == "related" and _home(ix, row) in statements
    )


def _home(ix: Index, row: ShiftRow) -> str:
    """The statement under whose speaker the shift is listed: the first, but where its speaker is not known."""
    ends = (row.left.statement, row.right.statement)
    return next((end for end in ends if ix.statements[end].speakers), ends[0])


def _of(ix: Index, statements: set[str]) -> list[ShiftRow]:
    """The shifts of these statements of which both sides are shown, by where they stand."""
    rows = {row.id: row for statement in statements for row in ix.shifts_of.get(statement, [])}
    ends = {row.id: [ix.statements.get(end.statement) for end in (row.left, row.right)] for row in rows.values()}
    shown = [row for row in rows.values() if all(end and end.shown for end in ends[row.id])]
    return sorted(
        shown, key=lambda row: (ix.articles[ix.statements[row.left.statement].article].source, row.left.spans, row.id)
    )
