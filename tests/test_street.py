"""The street, end to end, on the examples."""

from pathlib import Path

import pytest

from dragoman import Record, compile_record
from dragoman.model.codec import dump, load
from dragoman.model.spans import words
from dragoman.run.copies import Copies
from dragoman.verify import verify

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
    assert verify(dump(record), Copies([EXAMPLES])).status == 0


def test_a_record_survives_its_json(record: Record) -> None:
    assert load(dump(record)) == record


def test_no_two_rows_of_a_list_have_one_id(record: Record) -> None:
    for name in (
        "articles",
        "actors",
        "statements",
        "utterances",
        "shifts",
        "stories",
        "origins",
        "meetings",
        "figures",
    ):
        ids = [row.id for row in getattr(record, name)]
        assert len(ids) == len(set(ids)), name


def test_every_link_leads_to_rows_of_the_record(record: Record) -> None:
    for link in record.links:
        for end in (link.left, link.right):
            assert end.id in {row.id for row in getattr(record, end.list)}, link


def test_a_quotation_that_is_paraphrased_more_narrowly_is_shown_as_a_shift_of_scope(record: Record) -> None:
    texts = {row.id: row.text for row in record.articles}
    articles = {row.id: row.article for row in record.statements}
    (shift,) = record.shifts
    places = {words(texts[articles[end.statement]], end.spans) for end in (shift.left, shift.right)}
    assert (shift.kind, places) == ("scope", {"civilian and medical traffic", "medical traffic"})
    assert shift.notes == ("may be translation", "paraphrase beside quotation")
