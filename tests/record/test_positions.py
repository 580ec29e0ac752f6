"""Positions: whose words stand where, and whose do not."""

import pytest

from dragoman.compare import compare
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.profile import Profile, ProfileIssue
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Made, PositionCell, Record
from dragoman.model.spans import words
from dragoman.model.when import between, interval
from dragoman.reading import Reader
from dragoman.record import fold
from dragoman.verify.positions import position

CAUSEWAY = Profile((ProfileIssue("Causeway", ("causeway",)),), only=True)


def compiled(reader: Reader, *texts: str, days: tuple[str, ...] = ()) -> Record:
    """The record of articles of these texts, each of an outlet and a day of its own, with one issue."""
    reads = []
    for number, text in enumerate(texts):
        sha = sha256(text.encode())
        day = between(*interval(days[number] if days else f"2031-05-{number + 1:02}"), "given")
        head = Masthead(published=day, language="en", outlet=f"Outlet {number}")
        made = Article(article_id(f"{number}.txt", sha), f"{number}.txt", text, sha, sha, head)
        reads.append(ReadArticle(made, reader.read(made)))
    return fold(reads, compare(reads, (), CAUSEWAY), [], Made("test"))


def cells(record: Record, name: str) -> list[PositionCell]:
    """The passages of one actor, newest first."""
    actors = {row.id for row in record.actors if name in (row.name, *row.names)}
    return [cell for row in record.positions if row.actor in actors for cell in row.cells]


def said(record: Record, name: str) -> list[str]:
    texts = {row.id: row.text for row in record.articles}
    articles = {row.id: row.article for row in record.statements}
    return [words(texts[articles[cell.statement]], cell.spans) for cell in cells(record, name)]


def test_own_statements_stand_newest_first_and_each_in_its_mode(reader: Reader) -> None:
    record = compiled(
        reader,
        "Norway said that the causeway was shut for repairs.",
        "“The causeway is open to everyone,” Norway said in a statement.",
    )
    assert [cell.mode for cell in cells(record, "Norway")] == ["direct", "indirect"]
    assert said(record, "Norway")[1] == "the causeway was shut for repairs"


@pytest.mark.parametrize(
    "text",
    [
        "Iceland said that Norway had refused to open the causeway.",
        "Iceland said that Norway had insisted that the causeway must stay shut.",
        "Norway wants the causeway to be opened.",
        "Norway agreed to open the causeway.",
        "Norway and Iceland said that the causeway would open in June.",
        "Norwegian officials said that the causeway would open.",
        "Norway said it would send a ship, which will follow the causeway to the harbour.",
    ],
)
def test_what_others_say_of_a_state_what_it_wants_and_asides_are_no_position_of_it(reader: Reader, text: str) -> None:
    assert not cells(compiled(reader, text), "Norway")


def test_what_a_state_says_of_another_is_its_own_position(reader: Reader) -> None:
    record = compiled(reader, "Iceland said that Norway had refused to open the causeway.")
    assert len(cells(record, "Iceland")) == 1


def test_only_the_sentences_on_the_issue_are_the_passage(reader: Reader) -> None:
    text = "“We met for an hour. The causeway must be opened this week. Dinner was good,” Ilse Barran said."
    record = compiled(reader, text)
    assert said(record, "Ilse Barran") == ["The causeway must be opened this week."]


def test_the_same_words_of_one_day_are_one_passage_with_its_versions(reader: Reader) -> None:
    text = "“The causeway is open to everyone,” Norway said in a statement."
    record = compiled(reader, text, f"{text} It was raining.", days=("2031-05-01", "2031-05-01"))
    (cell,) = cells(record, "Norway")
    assert len(cell.versions) == 1


def test_the_office_that_the_article_prints_says_whose_it_is(reader: Reader) -> None:
    record = compiled(
        reader,
        "Norwegian Foreign Minister Astri Lindaas met Iceland's envoy in Norway. “The causeway is open,” Lindaas said.",
        "Former Norwegian Foreign Minister Astri Lindaas went to Norway. “Painters love the causeway,” Lindaas said.",
    )
    states = {row.id: row.name for row in record.actors if row.kind == "state"}
    by_day = {cell.when.edtf: cell.state and states[cell.state] for cell in cells(record, "Astri Lindaas")}
    assert by_day == {"2031-05-01": "Norway", "2031-05-02": None}


def test_statements_name_their_issues_and_positions_verify(reader: Reader) -> None:
    record = compiled(reader, "Norway said that the causeway was shut.", "Norway said that the weather was good.")
    (issue,) = record.issues
    assert [row.issues for row in record.statements] == [(issue.id,), ()]
    statements = {row.id: row for row in record.statements}
    assert not [wrong for row in record.positions for wrong in position(row, statements)]


def test_verifying_finds_words_that_stand_under_another_actor(reader: Reader) -> None:
    record = compiled(reader, "Norway said that the causeway was shut. Iceland said that the causeway was open.")
    first, second = record.positions
    statements = {row.id: row for row in record.statements}
    moved = type(first)(first.id, second.actor, first.issue, first.cells)
    assert any("is not said by actor" in wrong for wrong in position(moved, statements))


def test_what_a_clause_only_supposes_and_what_an_outlet_reports_is_no_position(reader: Reader) -> None:
    record = compiled(reader, "When Norway threatens to close the causeway, Iceland sends ships.")
    assert not cells(record, "Norway")
    told = compiled(reader, "The Harbour Gazette said that the causeway was shut. It was raining in Oslo.")
    assert not told.positions


def test_sentences_in_a_row_are_one_passage(reader: Reader) -> None:
    text = "“The causeway must open. No causeway stays shut for ever. Dinner was good,” Ilse Barran said."
    (cell,) = cells(compiled(reader, text), "Ilse Barran")
    assert len(cell.spans) == 1
