"""The tables as text: comma-separated values (RFC 4180), and JSON Lines."""

import csv
import io
import json

from dragoman.model.record import Record
from dragoman.show.export.tables import Cell, tables


def csv_files(record: Record) -> dict[str, bytes]:
    """A file a noun and ``evidence.csv``: UTF-8, a header line, lists and objects as JSON, unknown as an empty cell."""
    out = dict[str, bytes]()
    for table in tables(record):
        file = io.StringIO(newline="")
        writer = csv.writer(file)
        writer.writerow(table.columns)
        writer.writerows([_text(cell) for cell in row] for row in table.rows)
        out[f"{table.name}.csv"] = file.getvalue().encode()
    return out


def jsonl_files(record: Record) -> dict[str, bytes]:
    """A file a noun and ``evidence.jsonl``: one object a line, with the columns of the table as keys."""
    return {
        f"{table.name}.jsonl": "".join(
            json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False) + "\n" for row in table.rows
        ).encode()
        for table in tables(record)
    }


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return as_json(cell) if isinstance(cell, list | dict) else str(cell)


def as_json(cell: Cell) -> str:
    """A list or an object in one cell."""
    return json.dumps(cell, ensure_ascii=False)
