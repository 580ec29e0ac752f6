"""Disputes in the brief: both sides' words with their days, and no verdict."""

from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Made, Record
from dragoman.model.when import between
from dragoman.reading import Reader
from dragoman.record import fold
from dragoman.show import brief_html, brief_md

TEXT = "Norway accused Iceland of breaking the herring quota. Reykjavik denied the allegations."
HEADING = "Said, and denied or rejected"


def compiled(reader: Reader, text: str) -> Record:
    sha = sha256(text.encode())
    day = date(2031, 5, 2)
    head = Masthead(published=between(day, day, "given"), language="en", outlet="Harbour Post")
    made = Article(article_id("a.txt", sha), "a.txt", text, sha, sha, head)
    readings = [ReadArticle(made, reader.read(made))]
    return fold(readings, compare(readings), [], Made("test"))


@pytest.fixture(scope="module")
def disputed(reader: Reader) -> Record:
    return compiled(reader, TEXT)


def test_the_brief_prints_both_sides_with_outlet_and_day(disputed: Record) -> None:
    lines = brief_md(disputed).split(HEADING)[1].splitlines()
    assert any("Norway accused" in line and "Harbour Post, 2 May 2031" in line for line in lines)
    assert any("Reykjavik denied" in line or "Iceland denied" in line for line in lines)


def test_the_page_has_the_same_section(disputed: Record) -> None:
    page = brief_html(disputed)
    assert '<a href="#disputes">' in page
    assert HEADING in page


def test_without_a_dispute_there_is_no_section(reader: Reader) -> None:
    record = compiled(reader, "Norway said the harbour is open. Iceland said the weather was good.")
    assert "Where sides differ" not in brief_md(record)
    assert 'id="disputes"' not in brief_html(record)
