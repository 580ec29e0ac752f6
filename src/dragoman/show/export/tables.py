"""The record as flat tables: one a noun, and one of evidence."""

from dataclasses import Field, dataclass, fields, is_dataclass
from datetime import date
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from dragoman.model.ids import digest
from dragoman.model.record import Record
from dragoman.model.spans import Span, Spans, words
from dragoman.model.when import When
from dragoman.show.export.evidence import Evidence, Walk, evidence, rows_of

Cell = str | int | float | bool | list[Any] | dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one noun; every row has all columns, ``id`` first, and no id comes twice but in ``evidence``.

    ``types`` are those that the record has for the columns, ``date`` for a first or last day.
    """

    name: str
    columns: tuple[str, ...]
    types: tuple[Any, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(record: Record) -> tuple[Table, ...]:
    """A table for each list of the record, empty ones too, in its order, then ``evidence``.

    A date becomes four columns: in the Extended Date/Time Format (ISO 8601-2:2019), the earliest day, the latest, and
    how it is known. Spans become the words that stand there; where these stand is in ``evidence``. A row that has no id
    in the record gets one from its content.
    """
    walk, ids, made = Walk(record), row_ids(record), dict[str, list[tuple[Cell, ...]]]()
    for number, (noun, row) in enumerate(rows_of(record)):
        made.setdefault(noun, []).append((ids[number], *_cells(row, walk)))
    out = [Table(noun, *_columns(kind), tuple(made.get(noun, ()))) for noun, kind in _nouns().items()]
    lines = tuple((e.noun, e.id, e.field, e.article, e.start, e.end, e.words) for e in evidence(record, ids))
    listed = fields(Evidence)
    return (*out, Table("evidence", tuple(e.name for e in listed), tuple(e.type for e in listed), lines))


def _nouns() -> dict[str, Any]:
    """The record's lists and the class of their rows."""
    hints = get_type_hints(Record)
    return {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is tuple}


def row_ids(record: Record) -> dict[int, str]:
    """Every row's id by where it comes; equal rows without one are told apart by their number."""
    seen, out = dict[str, int](), dict[int, str]()
    for number, (noun, row) in enumerate(rows_of(record)):
        own: str = getattr(row, "id", None) or digest(noun, msgspec.json.encode(row).decode())
        seen[own] = seen.get(own, 0) + 1
        out[number] = own if seen[own] == 1 or own == getattr(row, "id", None) else f"{own}-{seen[own]}"
    return out


def _columns(kind: type[Any]) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    out: dict[str, Any] = {"id": str}
    for each in fields(kind):
        if each.type is When:
            days = {f"{each.name}_earliest": date, f"{each.name}_latest": date, f"{each.name}_basis": str}
            out |= {each.name: str, **days}
        elif each.name != "id":
            out[each.name] = each.type
    return tuple(out), tuple(out.values())


def _cells(row: Any, walk: Walk) -> list[Cell]:  # noqa: ANN401  # any of the record's rows
    out = list[Cell]()
    for each in fields(row):
        value = getattr(row, each.name)
        if isinstance(value, When):
            out += [value.edtf, _day(value.earliest), _day(value.latest), value.basis]
        elif each.name != "id":
            out.append(_field(row, each, walk, ""))
    return out


def _field(row: object, each: Field[Any], walk: Walk, article: str) -> Cell:
    value = getattr(row, each.name)
    if value == () and each.type == Spans:
        return None
    return _cell(value, walk, walk.article(row, each.name, article))


def _cell(value: object, walk: Walk, article: str) -> Cell:
    if isinstance(value, When):
        return value.edtf
    if isinstance(value, tuple):
        if value and isinstance(value[0], Span):
            return words(walk.texts.get(article, ""), value)
        return [_cell(part, walk, article) for part in value]
    if isinstance(value, dict):
        return {key: _cell(part, walk, article) for key, part in value.items()}
    if is_dataclass(value):
        return {each.name: _field(value, each, walk, article) for each in fields(value)}
    assert value is None or isinstance(value, str | int | float)
    return value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
