"""The words that each row of a record rests on, one span a line."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from dragoman.model.instrument_rows import PartRow, QuotedProvisionRow
from dragoman.model.record import ArticleRow, InstrumentTextRow, Record
from dragoman.model.spans import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One span of one row: the list that holds the row, its id, the field (``reports.0.spans``), and where the words
    stand. A discontinuous finding has several, in order.
    """

    noun: str
    id: str
    field: str
    article: str
    start: int
    end: int
    words: str


def texts(record: Record) -> dict[str, str]:
    """The texts of articles, and of instruments, by id."""
    given = {row.article.id: row.article.text for row in record.instrument_texts}
    return given | {row.id: row.text for row in record.articles}


def rows_of(record: Record) -> Iterator[tuple[str, Any]]:
    """Every row beside the name of its list, in the record's order."""
    for each in fields(record):
        value = getattr(record, each.name)
        if isinstance(value, tuple):
            yield from ((each.name, row) for row in value)


class Walk:
    """Where the parts of a record's rows stand."""

    def __init__(self, record: Record) -> None:
        self.texts = texts(record)
        self.statements = {row.id: row.article for row in record.statements}

    def places(self, value: object, article: str = "", path: str = "") -> Iterator[tuple[str, str, Span]]:
        """The field, the article and the span of all that stands somewhere in ``value``, which is about ``article``."""
        if isinstance(value, Span):
            if article in self.texts:
                yield path, article, value
        elif isinstance(value, tuple):
            for number, part in enumerate(value):
                yield from self.places(part, article, path if isinstance(part, Span) else _join(path, str(number)))
        elif isinstance(value, dict):
            for key, part in value.items():
                yield from self.places(part, article, _join(path, str(key)))
        elif is_dataclass(value):
            for each in fields(value):
                inner = self.article(value, each.name, article)
                yield from self.places(getattr(value, each.name), inner, _join(path, each.name))

    def article(self, row: object, name: str, around: str) -> str:
        """The id of the article in which the spans of this field of the row stand."""
        if isinstance(row, ArticleRow):
            return row.id
        if isinstance(row, InstrumentTextRow):
            return row.article.id
        if isinstance(row, PartRow) or (isinstance(row, QuotedProvisionRow) and name == "passage"):
            return around
        own = getattr(row, "article", None)
        statement = getattr(row, "statement", None)
        if isinstance(own, str):
            return own
        return self.statements.get(statement, around) if isinstance(statement, str) else around


def evidence(record: Record, ids: dict[int, str]) -> Iterator[Evidence]:
    """All that the rows rest on, in the record's order; ``ids`` names each row by where it comes among all of them."""
    walk = Walk(record)
    for number, (noun, row) in enumerate(rows_of(record)):
        for path, article, (start, end) in walk.places(row):
            yield Evidence(noun, ids[number], path, article, start, end, walk.texts[article][start:end])


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
