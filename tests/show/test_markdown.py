"""The Markdown says the same, and its list of references leads to the words."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.record import Record
from dragoman.model.spans import words
from dragoman.model.visible import visible
from dragoman.show import brief_md, difference
from dragoman.show.markdown import escaped
from tests.show.records import small

REFERENCE = re.compile(r"\[(\d+)\]: (.*); sha256 ([0-9a-f]{64}); (.*)")
ITEM = re.compile(r"(\w+) (-|[\d,-]+)(?: (\S+)/(\S+))?")


def read_back(line: str) -> str:
    return re.sub(r"\\([\\`*_\[\]#<>|&~])", r"\1", line.replace("**", ""))


@pytest.fixture(scope="module")
def record() -> Record:
    return small()


@pytest.fixture(scope="module")
def text(record: Record) -> str:
    return brief_md(record)


def test_the_words_of_each_reference_stand_on_the_one_line_that_uses_it(text: str, record: Record) -> None:
    body, _, references = text.partition("## References")
    texts = {row.text_sha256: row.text for row in record.articles}
    found = [REFERENCE.fullmatch(line) for line in references.strip().splitlines()]
    assert found
    for number, reference in enumerate(found, 1):
        assert reference
        assert int(reference[1]) == number
        (line,) = [line for line in body.splitlines() if f"[{number}]" in line]
        for kind, where, earliest, _ in ITEM.findall(reference[4]):
            if kind == "date":
                assert earliest
                continue
            spans = [tuple(map(int, part.split("-"))) for part in where.split(",")]
            printed = " ".join(visible(words(texts[reference[3]], spans)).split())  # type: ignore[arg-type]  # pairs
            wanted = f"“{printed}”" if kind == "quotation" else printed
            assert wanted in read_back(line)


def test_everything_between_quotation_marks_is_a_quotation_of_its_line(text: str) -> None:
    body, _, references = text.partition("## References")
    for line in body.splitlines():
        numbers = re.findall(r"\[(\d+)\]", line)
        cited = " ".join(next(r for r in references.splitlines() if r.startswith(f"[{n}]:")) for n in numbers)
        assert "“" not in line or "quotation" in cited or "paraphrase" in cited


def test_words_that_differ_stand_between_asterisks(text: str) -> None:
    assert "“The causeway must **stay** open **for purely** civilian and medical **traffic**”" in text


def test_what_an_article_holds_is_no_markup(text: str) -> None:
    assert r"Read \[this\](javascript:alert(2)) \& \<b\>that\</b\>" in text
    assert "<b>" not in text
    assert "[this]" not in text


@given(st.text())
def test_escaped_text_is_read_back_as_it_was_but_for_white_space_and_unseen_characters(text: str) -> None:
    assert re.sub(r"\\([\\`*_\[\]#<>|&~])", r"\1", escaped(text)) == visible(" ".join(text.split()))


def test_what_changed_comes_first(record: Record) -> None:
    fewer = replace(
        record,
        articles=record.articles[:3],
        statements=tuple(s for s in record.statements if s.article != record.articles[3].id),
        stories=record.stories[:1],
    )
    text = brief_md(record, difference(fewer, record))
    assert text.index("Since the earlier record") < text.index("At a glance")
    assert "### New" in text


def test_an_empty_record_makes_a_brief() -> None:
    assert brief_md(Record()).startswith("# Brief")
