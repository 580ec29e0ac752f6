"""The brief as a Word document, opened again by the library."""

import io
import re
import sys
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.parser import parse_xml

from dragoman.errors import PackageMissing
from dragoman.model.record import Record
from dragoman.show.export import exported
from dragoman.show.export.prose import lines
from dragoman.show.export.word import FOOTNOTES, SPACE
from dragoman.show.markdown import brief_md
from tests.show.records import small, with_claims

W = f"{{{SPACE}}}"


@pytest.fixture(scope="module")
def record() -> Record:
    return with_claims(small())


@pytest.fixture(scope="module")
def document(record: Record) -> Document:
    return docx.Document(io.BytesIO(exported(record, "docx")["brief.docx"]))


def footnotes(document: Document) -> dict[str, str]:
    (part,) = [rel.target_part for rel in document.part.rels.values() if rel.reltype == FOOTNOTES]
    root = parse_xml(part.blob)
    notes = root.findall(f"{W}footnote")
    return {note.get(f"{W}id"): "".join(t.text or "" for t in note.iter(f"{W}t")) for note in notes}


def test_every_line_of_the_brief_is_a_paragraph_in_its_place(document: Document, record: Record) -> None:
    body, _ = lines(brief_md(record))
    assert [paragraph.text for paragraph in document.paragraphs] == [line.text for line in body]
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Title"
    assert document.core_properties.title == body[0].text


def test_every_reference_is_a_footnote_that_stands_where_the_brief_cites_it(document: Document, record: Record) -> None:
    notes = footnotes(document)
    used = [mark.get(f"{W}id") for mark in document.element.iter(f"{W}footnoteReference")]
    references = re.findall(r"^\[(\d+)\]: ", brief_md(record), re.MULTILINE)
    assert used == references
    assert notes.keys() == {*references, "-1", "0"}
    assert all(re.search(r"; sha256 [0-9a-f]{64}; ", notes[number]) for number in references)


def test_markup_of_an_article_stays_words(record: Record) -> None:
    hostile = replace(record.stories[0], title="**bold** [7] <w:t>&amp; \x07\ufffe _x_")
    text = docx.Document(io.BytesIO(exported(replace(record, stories=(hostile,)), "docx")["brief.docx"]))
    shown = [paragraph for paragraph in text.paragraphs if "<w:t>" in paragraph.text]
    assert shown[0].text == "**bold** [7] <w:t>&amp; ␇\ufffd _x_"
    assert not any(run.bold for run in shown[0].runs)


def test_a_line_is_parted_into_kind_words_and_notes() -> None:
    body, notes = lines("# A\n\n  - so **far** \\*x\\* [1][2]\n## References\n\n[1]: a\\_b.txt\n[2]: c\n")
    assert [(line.kind, line.text) for line in body] == [("title", "A"), ("bullet", "so far *x*")]
    assert body[1].runs == (("so ", False), ("far", True), (" *x*", False))
    assert (body[1].notes, body[1].depth) == ((1, 2), 1)
    assert notes == [(1, "a_b.txt"), (2, "c")]


def test_the_same_record_gives_the_same_document_at_any_time(record: Record) -> None:
    data = exported(record, "docx")["brief.docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert data == exported(record, "docx")["brief.docx"]


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(PackageMissing, match=r"dragoman\[export\]"):
        exported(small(), "docx")
