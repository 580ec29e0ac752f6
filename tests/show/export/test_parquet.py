"""The tables as Parquet, read again by the library."""

import io
import json
import sys
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.errors import PackageMissing
from dragoman.model.codec import load
from dragoman.model.record import Record
from dragoman.show.export import exported
from tests.show.records import small, with_claims

RECORD = with_claims(small())
EMPTY = load(b'{"format": "dragoman-record/1"}')


def read(name: str, record: Record = RECORD) -> pa.Table:
    return pq.read_table(io.BytesIO(exported(record, "parquet")[f"{name}.parquet"]))


def test_every_table_holds_the_rows_of_json_lines() -> None:
    for name, data in exported(RECORD, "jsonl").items():
        lines = [json.loads(line) for line in data.splitlines()]
        rows = read(name.removesuffix(".jsonl")).to_pylist()
        assert len(rows) == len(lines)
        for row, line in zip(rows, lines, strict=True):
            assert row.keys() == line.keys()
            assert all(same(row[key], line[key]) for key in line)


def same(cell: object, value: object) -> bool:
    if isinstance(cell, date):
        return cell.isoformat() == value
    if isinstance(cell, str) and isinstance(value, list | dict):
        return bool(json.loads(cell) == value)
    return cell == value


def test_columns_have_the_types_of_the_record_whatever_rows_there_are() -> None:
    for name in ("statements", "articles", "figures", "evidence"):
        assert read(name).schema == read(name, EMPTY).schema
    schema = read("statements").schema
    assert schema.field("speakers").type == pa.list_(pa.string())
    assert schema.field("said_on_earliest").type == pa.date32()
    assert schema.field("shown").type == pa.bool_()
    assert schema.field("confidence").type == pa.float64()
    assert read("evidence").schema.field("start").type == pa.int64()


def test_the_same_record_gives_the_same_bytes() -> None:
    assert exported(RECORD, "parquet") == exported(RECORD, "parquet")


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(PackageMissing, match=r"dragoman\[export\]"):
        exported(RECORD, "parquet")
