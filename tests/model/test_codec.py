"""A record's JSON."""

import json
from datetime import date

import jsonschema
import pytest

from dragoman.errors import RecordUnreadable
from dragoman.model.codec import dump, load, schema
from dragoman.model.links import Rest
from dragoman.model.record import FigureRow, Made, OriginRow, Record, StoryRow
from dragoman.model.spans import Place, Span
from dragoman.model.when import between

RECORD = Record(
    stories=(StoryRow("s", "A, B: Carrow", ("x",), between(date(2031, 5, 14), date(2031, 5, 14), "stated")),),
    figures=(FigureRow("f", 7.0, "meetings", None, None, ("a",), "x", (Span(1, 2),)),),
    origins=(OriginRow("o", "Agency", "agency", (Rest("x", (Span(0, 3),), Place("x", (Span(0, 3),))),)),),
    made=Made("0"),
)


def test_a_record_comes_back_as_it_was_written() -> None:
    assert load(dump(RECORD)) == RECORD


def test_spans_are_pairs_and_days_are_iso() -> None:
    row = json.loads(dump(RECORD))
    assert row["format"] == "dragoman-record/1"
    assert row["figures"][0]["spans"] == [[1, 2]]
    assert row["stories"][0]["when"]["earliest"] == "2031-05-14"


def test_keys_that_are_not_known_are_ignored() -> None:
    row = json.loads(dump(RECORD)) | {"of_a_later_version": 1}
    assert load(json.dumps(row).encode()) == RECORD


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"format": "dragoman-record/2"}', b"\xff\xfe", b'{"articles": 3}']
)
def test_what_is_no_record_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(RecordUnreadable, match="dragoman compile"):
        load(data)


def test_the_schema_describes_what_is_written() -> None:
    jsonschema.validate(json.loads(dump(RECORD)), schema(), cls=jsonschema.Draft202012Validator)
