"""Positions, held against the statements they are made of: nobody's words may stand under another."""

from collections.abc import Iterator, Mapping

from dragoman.model.record import PositionRow, StatementRow
from dragoman.model.spans import covers


def position(row: PositionRow, statements: Mapping[str, StatementRow]) -> Iterator[str]:
    """What is wrong with a position: a passage that is not of its actor's own statement, or not of one at all."""
    for cell in row.cells:
        for statement, spans in ((cell.statement, cell.spans), *((v.statement, v.spans) for v in cell.versions)):
            said = statements.get(statement)
            if said is None:
                yield f"statement {statement} is not in the record"
            elif said.speakers != (row.actor,):
                yield f"statement {statement} is not said by actor {row.actor} alone"
            elif said.inside is not None:
                yield f"statement {statement} is told by another speaker"
            elif row.issue not in said.issues:
                yield f"statement {statement} does not name issue {row.issue}"
            elif not spans or not covers(said.content, spans):
                yield f"a passage of statement {statement} is not in its content"
