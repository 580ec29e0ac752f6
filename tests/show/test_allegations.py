"""Allegations in brief and terminal: both names, the words, the answers with their days, and nothing that judges."""

from datetime import date

import pytest
from rich.console import Console

from dragoman.compare import compare
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Made, Record
from dragoman.model.when import between
from dragoman.reading import Reader
from dragoman.record import fold
from dragoman.show import brief_html, brief_md
from dragoman.show.allegation_table import show_allegations

ROUND = (
    "The envoys of Norway and Iceland met in Lofra to speak of herring quotas, trawlers and the cod season. The talks "
    "in Lofra lasted two days, and the envoys dined at the harbour. "
)
CHARGE = ROUND + "Norway accused Iceland of breaking the herring quota off Lofra. "
TOLD = {
    "Harbour Post": (CHARGE + "It rained.", date(2031, 5, 2)),
    "Lofra Tidings": (CHARGE + "Iceland denied the allegations.", date(2031, 5, 5)),
    "Fjord Week": (CHARGE + "The boats stayed in.", date(2031, 5, 6)),
}


def compiled(reader: Reader, told: dict[str, tuple[str, date]]) -> Record:
    readings = []
    for outlet, (text, day) in told.items():
        sha = sha256(text.encode())
        head = Masthead(published=between(day, day, "given"), language="en", outlet=outlet)
        made = Article(article_id(outlet, sha), outlet, text, sha, sha, head)
        readings.append(ReadArticle(made, reader.read(made)))
    return fold(readings, compare(readings), [], Made("test"))


@pytest.fixture(scope="module")
def record(reader: Reader) -> Record:
    return compiled(reader, TOLD)


def section(record: Record) -> str:
    return brief_md(record).split("## Allegations and answers")[1].split("\n## ")[0]


def test_the_heading_names_accuser_and_accused(record: Record) -> None:
    assert "### Norway against Iceland, 2 May 2031" in section(record)


def test_the_answer_stands_with_its_day_and_the_days_between(record: Record) -> None:
    (line,) = (line for line in section(record).splitlines() if "Denied or rejected" in line)
    assert "reported 3 days later" in line
    assert "Lofra Tidings, 5 May 2031" in line


def test_only_an_article_that_is_not_older_is_said_to_lack_the_answer(record: Record) -> None:
    assert "the answer: not in this article: Fjord Week" in section(record)
    assert "the answer: older, or which is older is not known: Harbour Post" in section(record)


def test_the_dispute_says_which_article_has_one_side_alone(record: Record) -> None:
    part = brief_md(record).split("## Where sides differ")[1].split("\n## ")[0]
    assert "words of Iceland: not in this article: Fjord Week" in part


def test_the_page_has_the_section_and_its_link(record: Record) -> None:
    page = brief_html(record)
    assert '<a href="#allegations">' in page
    assert f'id="al-{record.allegations[0].id}"' in page


def test_without_an_answer_the_brief_says_so(reader: Reader) -> None:
    alone = compiled(reader, {"Harbour Post": TOLD["Harbour Post"]})
    assert "No answer in what was read." in section(alone)


def test_the_terminal_has_a_row_for_each(record: Record, capsys: pytest.CaptureFixture[str]) -> None:
    Console(width=240).print(show_allegations(record))
    out = capsys.readouterr().out
    assert "Who accuses" in out
    assert "Norway" in out
    assert "Denied or rejected" in out


def test_the_terminal_says_where_there_are_none(reader: Reader) -> None:
    record = compiled(reader, {"Harbour Post": ("Norway said the harbour is open.", date(2031, 5, 2))})
    assert "No allegation" in str(show_allegations(record))
    assert "Allegations and answers" not in brief_md(record)
