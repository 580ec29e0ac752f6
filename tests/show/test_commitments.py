"""Undertakings and figures in the brief and in the terminal: on whose word, and beside which others."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.model.article import Article, Masthead
from dragoman.model.codec import dump
from dragoman.model.ids import article_id, sha256
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Made, Record
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, between
from dragoman.reading import Reader
from dragoman.record import fold
from dragoman.show import brief_html, brief_md, difference
from dragoman.show.commitments import show_commitments
from dragoman.show.figures import show_figures
from dragoman.show.pieces import plain
from dragoman.show.without import without
from dragoman.verify import verify

HEADING = "What was undertaken"
FIRST = (
    "Norwegian Foreign Minister Ilse Barran met Kenyan Foreign Minister Daniel Otieno in Oslo on 2 May 2031.\n\n"
    "Barran said that Kenya had agreed to open the old port by 3 June 2031 if Norway pays.\n\n"
    "The trade between Norway and Kenya grew by 24 percent in 2030, she said.\n"
)
SECOND = (
    "Norwegian Foreign Minister Ilse Barran met Kenyan Foreign Minister Daniel Otieno in Oslo on 2 May 2031.\n\n"
    "Kenya agreed to open the old port of Lamu, Barran told reporters.\n\n"
    "The trade between Norway and Kenya grew by 26 percent in 2030, Otieno said.\n"
)


@pytest.fixture(scope="module")
def readings(reader: Reader) -> list[ReadArticle]:
    readings = []
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        sha, day = sha256(text.encode()), date(2031, 5, 3)
        head = Masthead(published=between(day, day, "given"), language="en", outlet=f"Outlet {name[0]}")
        article = Article(article_id(name, sha), name, text, sha, sha, head)
        readings.append(ReadArticle(article, reader.read(article)))
    return readings


@pytest.fixture(scope="module")
def record(readings: list[ReadArticle]) -> Record:
    return compiled(readings)


def compiled(readings: list[ReadArticle]) -> Record:
    return fold(readings, compare(readings), [], Made("test"))


def test_two_outlets_reports_are_one_undertaking_with_its_date_condition_and_word(record: Record) -> None:
    (row,) = record.commitments
    named = {actor.id: actor.name for actor in record.actors}
    assert [named[actor] for actor in row.actors] == ["Kenya"]
    assert [named[actor] for actor in row.according_to] == ["Ilse Barran"]
    assert len(row.reports) == len(row.evidence) == 2
    assert row.by_when.day == date(2031, 6, 3)
    assert row.condition is not None
    assert not row.overdue
    assert [link.kind for link in record.links if link.left.list == "commitments"] == ["one undertaking"]


def test_the_brief_prints_each_report_with_on_whose_word(record: Record) -> None:
    lines = brief_md(record).split(f"## {HEADING}")[1].split("\n## ")[0].splitlines()
    assert any("according to Ilse Barran" in line and "Outlet a" in line for line in lines)
    assert any("3 June 2031" in line for line in lines)
    page = brief_html(record)
    assert '<a href="#commitments">' in page
    assert HEADING in page


def test_another_number_for_the_same_stands_beside_it(record: Record) -> None:
    assert {beside.relation for row in record.figures for beside in row.beside} == {"value"}
    assert "another number: 26 percent (Outlet b)" in brief_md(record)
    assert "another number: 24 percent (Outlet a)" in show_figures(record).plain


def test_the_terminal_lists_who_undertook_what(record: Record) -> None:
    text = show_commitments(record).plain
    assert text.startswith("Kenya\n")
    assert "named for it: 3 June 2031" in text


class Copies:
    """The two texts, by their SHA-256."""

    texts: Mapping[str, str] = {sha256(text.encode()): text for text in (FIRST, SECOND)}

    def text(self, text_sha256: str) -> str | None:
        return self.texts.get(text_sha256)


def test_brief_and_record_verify_and_a_moved_passage_does_not(record: Record) -> None:
    for written in (brief_html(record).encode(), brief_md(record).encode()):
        assert verify(written, Copies()).wrong == []
    from_record = verified(record)
    assert from_record == []
    row = record.commitments[0]
    moved = replace(row.reports[0], content=(Span(0, 3),))
    broken = replace(record, commitments=(replace(row, reports=(moved, *row.reports[1:])),))
    assert any("lies outside of its report" in line for line in verified(broken))
    stranger = replace(record, commitments=(replace(row, according_to=()),))
    assert any("on the word of others" in line for line in verified(stranger))


def verified(record: Record) -> list[str]:
    return verify(dump(record), Copies()).wrong


def test_without_undertakings_there_is_no_section(record: Record) -> None:
    bare = replace(record, commitments=(), figures=())
    assert HEADING not in brief_md(bare)
    assert 'id="commitments"' not in brief_html(bare)
    assert show_commitments(bare).plain == "No undertaking was found.\n"
    assert show_figures(bare).plain == "No number was found.\n"


def test_an_older_record_tells_which_undertakings_are_new_changed_and_withdrawn(
    readings: list[ReadArticle], record: Record
) -> None:
    none = replace(record, commitments=())
    (row,) = record.commitments
    assert difference(none, record).commitments.new == (row.id,)
    assert difference(record, none).commitments.withdrawn == (row.id,)
    assert difference(record, record).nothing
    (changed,) = difference(compiled(readings[:1]), record).commitments.changed
    assert changed.fields == ("status", "reports")
    broken = replace(record, commitments=(replace(row, status="reported broken", overdue=True, by_when=UNKNOWN),))
    assert difference(record, broken).commitments.changed[0].fields == ("status", "by_when", "overdue")


def test_the_brief_says_which_undertakings_are_new_since(record: Record) -> None:
    lines = brief_md(record, since=difference(replace(record, commitments=()), record)).splitlines()
    assert any("Undertaking" in line and "Kenya" in line for line in lines)


def test_without_an_outlet_an_undertaking_falls_or_stands_otherwise(
    readings: list[ReadArticle], record: Record
) -> None:
    first = without(record, compiled(readings[:1]))
    lines = {part.name: [plain(line) for line in part.lines] for part in first.parts}
    assert [line.rpartition("; ")[2] for line in lines["status"]] == ["left is: under a condition"]
    none = without(record, Record())
    lines = {part.name: [plain(line) for line in part.lines] for part in none.parts}
    assert any(line.startswith("Kenya: agreed") for line in lines["gone"])
