"""Documents as rows: what they are called, and the words that were put to none."""

from pathlib import Path

from dragoman import Record, compile_record
from dragoman.model.spans import words
from dragoman.show.index import index
from dragoman.show.instruments import documents
from dragoman.show.pieces import plain
from dragoman.verify.instruments import instrument_faults, open_faults


def compiled(folder: Path, text: str) -> Record:
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return compile_record([folder], store=":memory:")


def test_a_document_is_named_by_more_than_the_word_for_it(tmp_path: Path) -> None:
    text = (
        "Kenya and Peru reached an agreement on Monday. Kenya praised the Kenya-Peru agreement. The agreement is new."
    )
    (row,) = compiled(tmp_path, text).instruments
    assert row.name == "Kenya-Peru agreement"
    assert len(row.parties) == 2


def test_words_put_to_no_document_stand_in_the_record_where_they_are(tmp_path: Path) -> None:
    text = "Kenya signed a trade deal with Peru. Kenya signed a security pact with Portugal. The deal is void."
    record = compiled(tmp_path, text)
    (row,) = record.open_instruments
    texts = {article.id: article.text for article in record.articles}
    assert words(texts[row.article], row.spans) == "deal"
    assert set(row.fits) == {each.id for each in record.instruments}
    assert not list(open_faults(row, record, texts))
    assert not [fault for each in record.instruments for fault in instrument_faults(each, texts)]


def test_a_place_outside_of_the_text_is_a_fault(tmp_path: Path) -> None:
    text = "Kenya signed a trade deal with Peru. Kenya signed a security pact with Portugal. The deal is void."
    record = compiled(tmp_path, text)
    (row,) = record.open_instruments
    faults = list(open_faults(row, record, {row.article: "short"}))
    assert len(faults) == 1


def test_sides_differ_on_a_document_where_one_denies_what_the_other_says_of_it(tmp_path: Path) -> None:
    text = (
        "Peru has accused Kenya of violating the Nairobi Protocol of May 3, 2031. Kenya denied the accusation. "
        "Peru has accused Kenya of hiding ships. Kenya denied the accusation."
    )
    record = compiled(tmp_path, text)
    (row,) = record.instruments
    (dispute,) = (each for each in record.disputes if each.id in row.disputes)
    assert "Nairobi Protocol" in dispute.about
    (document,) = documents(index(record))
    assert "violating the Nairobi Protocol" in plain(document.disputes[0])
