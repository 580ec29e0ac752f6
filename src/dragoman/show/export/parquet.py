"""The tables as Apache Parquet, written by pyarrow."""

from datetime import date
from types import ModuleType
from typing import Any

from dragoman.errors import PackageMissing
from dragoman.model.record import Record
from dragoman.show.export.lines import as_json
from dragoman.show.export.tables import Cell, Table, tables

PLAIN = {
    bool: "bool",
    int: "int64",
    float: "float64",
    float | None: "float64",
    date: "date32",
    tuple[str, ...]: "strings",
}
"""The record's types as Arrow's; all others are text."""


def parquet_files(record: Record) -> dict[str, bytes]:
    """A file a noun and ``evidence.parquet``. A column has one type, whatever rows there are; objects are JSON.

    Raises:
        PackageMissing: pyarrow is not installed.
    """
    library, writer = load_pyarrow()
    return {f"{table.name}.parquet": _file(library, writer, table) for table in tables(record)}


def load_pyarrow() -> tuple[ModuleType, ModuleType]:
    """The library and its Parquet writer.

    Raises:
        PackageMissing: it is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise PackageMissing("Parquet needs pyarrow; install it with `pip install 'dragoman[export]'`") from error
    return pa, pq


def _file(library: ModuleType, writer: ModuleType, table: Table) -> bytes:
    kinds = [PLAIN.get(each, "string") for each in table.types]
    types = [library.list_(library.string()) if kind == "strings" else library.type_for_alias(kind) for kind in kinds]
    columns = zip(kinds, types, range(len(kinds)), strict=True)
    arrays = [library.array([_value(kind, row[i]) for row in table.rows], type=held) for kind, held, i in columns]
    out = library.BufferOutputStream()
    names = zip(table.columns, types, strict=True)
    made = library.Table.from_arrays(arrays, schema=library.schema([library.field(name, held) for name, held in names]))
    writer.write_table(made, out)
    return bytes(out.getvalue().to_pybytes())


def _value(kind: str, cell: Cell) -> Any:  # noqa: ANN401  # whatever Arrow holds for this type
    if cell is None:
        return None
    if kind == "date32":
        return date.fromisoformat(str(cell))
    if kind == "string":
        return as_json(cell) if isinstance(cell, list | dict) else str(cell)
    return cell
