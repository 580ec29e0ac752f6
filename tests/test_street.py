"""The street, end to end, on the examples."""

import json
from pathlib import Path

import pytest

from dragoman import Record, compile_record
from dragoman.model.codec import dump, load
from dragoman.model.ids import sha256
from dragoman.verify import copies, verify_record

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


@pytest.fixture(scope="module")
def record() -> Record:
    return compile_record([EXAMPLES])


def test_a_record_is_compiled_and_every_text_stands_as_in_its_file(record: Record) -> None:
    assert record.articles
    for row in record.articles:
        if row.source.endswith(".txt"):
            assert row.text == (EXAMPLES / row.source).read_text(encoding="utf-8")


def test_a_record_verifies_against_the_files_it_was_read_from(record: Record) -> None:
    lines = (EXAMPLES / "talks.jsonl").read_text(encoding="utf-8").splitlines()
    objects = [json.loads(line)["text"] for line in lines]
    # The text of a page in HTML is what was extracted from it; tests/clean holds it against the page.
    pages = [row.text for row in record.articles if row.source.endswith(".html")]
    texts = copies(EXAMPLES) | {sha256(text.encode()): text for text in objects + pages}
    assert list(verify_record(record, texts)) == []


def test_a_record_survives_its_json(record: Record) -> None:
    assert load(dump(record)) == record
