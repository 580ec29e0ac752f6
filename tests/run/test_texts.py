"""The texts of documents themselves, given as a folder: what is in it is found, and what is wrong with it is said."""

from pathlib import Path

import pytest

from dragoman import Record, compile_record
from dragoman.errors import InputNotFound
from dragoman.show import brief_md

ARTICLE = (
    "Kenya's foreign minister Amina Otieno said on Monday that Peru had violated point 2(b) of the Nairobi Protocol of "
    'May 3, 2031. She said Article IV of the Treaty of Lima "gives the right to close a port in storms".'
)
PROTOCOL = (
    "NAIROBI PROTOCOL\n\nKenya and Peru agree:\n\n1. Ports are open.\n2. The parties:\n(a) inspect;\n(b) report.\n"
)
TREATY = (
    "<html><head><title>Treaty of Lima</title></head><body><article><h1>Treaty of Lima</h1>"
    "<h2>Article I</h2><p>The ports of the parties are open to all their ships.</p>"
    "<h2>Article II</h2><p>Fees are equal for all ships of the parties.</p>"
    "<h2>Article III</h2><p>The parties publish their charts every year.</p>"
    "<h2>Article IV</h2><p>Each party has the right to close a port in heavy storms.</p></article></body></html>"
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def compiled(articles: Path, **texts: bytes) -> Record:
    """The record with a folder of these texts, by name."""
    folder = articles.parent / "texts"
    for name, content in texts.items():
        place = folder / name.replace("__", "/").replace("_", ".")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    folder.mkdir(exist_ok=True)
    return compile_record([articles], store=":memory:", instruments=folder)


def provisions(record: Record) -> dict[str, str]:
    """The words of the text itself under each provision that is invoked."""
    texts = {given.article.id: given.article.text for given in record.instrument_texts}
    return {
        provision.name: texts[provision.text.article][provision.text.spans[0].start : provision.text.spans[-1].end]
        for row in record.instruments
        for provision in row.provisions
        if provision.text
    }


def test_a_sub_paragraph_and_an_article_in_roman_numerals_are_found_in_their_texts(articles: Path) -> None:
    record = compiled(articles, protocol_txt=PROTOCOL.encode(), treaty_html=TREATY.encode())
    found = provisions(record)
    assert found["point 2(b)"] == "(b) report."
    assert found["article 4"].endswith("in heavy storms.")
    assert [quoted.same for given in record.instrument_texts for quoted in given.quoted] == [False]


def test_texts_of_one_name_in_two_folders_are_two_and_the_first_says_where_parts_stand(articles: Path) -> None:
    other = PROTOCOL.replace("report.", "report each year.")
    record = compiled(articles, a__protocol_txt=PROTOCOL.encode(), b__protocol_txt=other.encode())
    assert [given.article.source for given in record.instrument_texts] == ["a/protocol.txt", "b/protocol.txt"]
    assert provisions(record)["point 2(b)"] == "(b) report."
    assert "a/protocol.txt, b/protocol.txt" in brief_md(record)


def test_a_text_that_no_article_names_is_said_to_fit_none(articles: Path) -> None:
    record = compiled(articles, grain_txt=b"GRAIN PACT OF OSLO\n\n1. Grain is free.\n")
    assert record.instrument_texts[0].instrument is None
    assert "grain.txt: This text fits no document" in brief_md(record)


def test_an_empty_folder_and_what_is_no_text_are_dropped_with_their_reasons(articles: Path) -> None:
    assert [drop.reason for drop in compiled(articles).dropped] == ["no text of a document was found there"]
    reasons = {drop.source: drop.reason for drop in compiled(articles, x_txt=bytes(range(256)) * 20).dropped}
    assert reasons["x.txt"] == "binary data, not text"


def test_a_folder_that_is_not_there_is_an_error_that_says_what_to_name(articles: Path) -> None:
    with pytest.raises(InputNotFound, match="--instruments takes a folder"):
        compile_record([articles], store=":memory:", instruments=articles / "missing")
