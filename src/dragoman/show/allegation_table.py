"""The allegations of a record as a table for a terminal."""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from dragoman.model.record import Record
from dragoman.model.visible import visible
from dragoman.show.allegations import Allegation, allegations
from dragoman.show.index import index
from dragoman.show.phrases import word
from dragoman.show.pieces import Pieces, plain

COLUMNS = ("date", "by", "against", "words", "answers", "articles")


def show_allegations(record: Record) -> Table | Text:
    """Who accuses whom, since when, in which words, and who answers; those that are answered come first."""
    rows = allegations(index(record))
    if not rows:
        return Text(word("allegations.none") + "\n")
    table = Table(show_lines=True)
    for column in COLUMNS:
        table.add_column(word(f"allegations.{column}"), ratio=3 if column in ("words", "answers") else 1)
    for each in rows:
        table.add_row(*_cells(each))
    return table


def _cells(row: Allegation) -> Iterable[Text]:
    lines = [(row.when,), (row.by,), (row.against,), row.said, row.answers, row.lacking]
    return (Text("\n".join(_line(each) for each in cell)) for cell in lines)


def _line(pieces: Pieces) -> str:
    return visible(" ".join(plain(pieces).split()))
