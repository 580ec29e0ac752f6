"""A record as tables: csv and jsonl."""

import csv
import io
import json
from dataclasses import replace
from typing import get_args

import pytest

from dragoman.cli import Format
from dragoman.model.codec import load
from dragoman.model.instrument_rows import PartRow, QuotedProvisionRow
from dragoman.model.record import InstrumentTextRow, Record
from dragoman.model.spans import Span, words
from dragoman.show.export import FORMATS, exported
from tests.show.records import small, with_claims


@pytest.fixture(scope="module")
def record() -> Record:
    return with_claims(small())


def read(record: Record, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(record, "csv")[f"{name}.csv"].decode(), newline="")))


def text_of(record: Record, article: str) -> str:
    return next(row.text for row in record.articles if row.id == article)


def test_the_command_line_offers_every_format_and_no_other() -> None:
    assert get_args(Format) == tuple(FORMATS)


def test_every_list_of_the_record_has_a_table_with_a_header_even_where_it_is_empty() -> None:
    files = exported(load(b'{"format": "dragoman-record/1"}'), "csv")
    assert {"articles.csv", "statements.csv", "meetings.csv", "wordings.csv", "evidence.csv"} <= files.keys()
    assert all(data.startswith((b"id,", b"noun,")) and data.count(b"\r\n") == 1 for data in files.values())


def test_every_line_of_evidence_is_what_its_article_has_at_its_span(record: Record) -> None:
    texts = {row["id"]: row["text"] for row in read(record, "articles")}
    lines = read(record, "evidence")
    assert all(texts[line["article"]][int(line["start"]) : int(line["end"])] == line["words"] for line in lines)
    contents = {line["id"] for line in lines if (line["noun"], line["field"]) == ("statements", "content")}
    assert contents == {row.id for row in record.statements if row.content}


def test_evidence_names_a_row_that_stands_in_the_table_of_its_noun(record: Record) -> None:
    ids = {
        name.removesuffix(".csv"): {r["id"] for r in read(record, name[:-4])}
        for name in exported(record, "csv")
        if name != "evidence.csv"
    }
    assert all(line["id"] in ids[line["noun"]] for line in read(record, "evidence"))


def test_ids_come_once_in_a_table_and_are_those_of_the_record(record: Record) -> None:
    twice = replace(record, dropped=record.dropped * 2)
    for name in exported(twice, "csv"):
        if name != "evidence.csv":
            ids = [row["id"] for row in read(twice, name[:-4])]
            assert len(ids) == len(set(ids)), name
    assert [row["id"] for row in read(record, "statements")] == [row.id for row in record.statements]


def test_a_date_is_four_columns_and_spans_are_the_words_there(record: Record) -> None:
    first = read(record, "articles")[0]
    assert (first["published_earliest"], first["published_basis"]) == ("2031-05-14", "stated")
    assert first["published"] == record.articles[0].published.edtf
    cues = {row.id: words(text_of(record, row.article), row.cue) for row in record.statements}
    assert {row["id"]: row["cue"] for row in read(record, "statements")} == cues
    assert "" in cues.values()


def test_json_lines_hold_what_csv_holds_with_lists_and_nothing_as_such(record: Record) -> None:
    files = exported(record, "jsonl")
    rows = [json.loads(line) for line in files["statements.jsonl"].splitlines()]
    assert [row["id"] for row in rows] == [row["id"] for row in read(record, "statements")]
    assert rows[0]["speakers"] == list(record.statements[0].speakers)
    assert rows[0]["inside"] is None
    assert json.loads(read(record, "statements")[0]["speakers"]) == rows[0]["speakers"]


def test_words_of_a_quoted_provision_and_its_passage_stand_each_in_its_own_text(record: Record) -> None:
    said = record.statements[0]
    given = replace(record.articles[1], id="f" * 16, text="1. The causeway stays open. 2. Patrols end.")
    quoted = QuotedProvisionRow(said.id, said.content, (Span(3, 27),), same=False)
    row = InstrumentTextRow(given, parts=(PartRow("2", (Span(28, 43),)),), quoted=(quoted,))
    lines = read(replace(record, instrument_texts=(row,)), "evidence")
    where = {line["field"]: line for line in lines if line["noun"] == "instrument_texts"}
    assert where["quoted.0.passage"]["words"] == "The causeway stays open."
    assert where["quoted.0.spans"]["article"] == said.article
    assert where["parts.0.spans"]["words"] == "2. Patrols end."


def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    assert exported(record, "jsonl") == exported(record, "jsonl")
    assert exported(record, "csv") == exported(record, "csv")
