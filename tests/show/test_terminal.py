"""A record read in the terminal."""

import pytest
from rich.console import Console

from dragoman.errors import NotInRecord
from dragoman.model.record import MeetingReportRow, Record
from dragoman.show.terminal import show_meetings, show_rich, show_text
from tests.show.records import small


@pytest.fixture(scope="module")
def record() -> Record:
    return small()


def test_the_overview_names_every_speaker_story_and_article(record: Record) -> None:
    text = show_text(record)
    for part in ("Ilse Barran", "Tam Ruel", "Velmar, Ostrand: Carrow, 14 May 2031", "Harbour Post", "03-notes.txt"):
        assert part in text


def test_an_actor_is_found_by_part_of_a_name(record: Record) -> None:
    text = show_text(record, actor="ruel")
    assert "the patrols “a threat to the peace”" in text
    assert "“The causeway" not in text


def test_a_story_is_found_by_the_beginning_of_its_id(record: Record) -> None:
    text = show_text(record, story=record.stories[0].id[:6])
    assert "Two-way meeting refused, according to Tam Ruel" in text


@pytest.mark.parametrize("asked", ["Harbour Post", "01-harbour-post.txt"])
def test_an_article_is_found_by_outlet_or_source(record: Record, asked: str) -> None:
    assert "“We counted 40 lorries a day in April.”" in show_text(record, article=asked)


def test_an_unknown_actor_gives_the_names_near_it(record: Record) -> None:
    with pytest.raises(NotInRecord, match="near it: Barran, Ilse Barran"):
        show_text(record, actor="Baran")
    with pytest.raises(NotInRecord, match="there are: Ilse Barran, Tam Ruel"):
        show_text(record, actor="Zzyzx")


def test_a_name_that_fits_several_is_not_guessed(record: Record) -> None:
    with pytest.raises(NotInRecord, match="fits more than one article"):
        show_text(record, article="0")


def test_no_control_character_of_an_article_reaches_the_terminal(record: Record) -> None:
    text = show_text(record, article=record.articles[3].id) + show_text(record)
    assert not any(ord(character) < 32 and character != "\n" for character in text)
    assert "\u202e" not in text


def test_in_a_pipe_there_are_words_and_no_styles(record: Record, capsys: pytest.CaptureFixture[str]) -> None:
    Console(width=200).print(show_rich(record))
    assert "\x1b" not in capsys.readouterr().out


def test_the_ledger_of_meetings_tells_each_with_its_reports(record: Record) -> None:
    text = show_meetings(record).plain
    assert text.count(" held") >= sum(row.status == "held" for row in record.meetings)
    assert all(record_words(record, row.reports[0]) in text for row in record.meetings if row.reports)


def test_a_record_without_meetings_says_so() -> None:
    assert show_meetings(Record()).plain == "No meeting was found in these articles.\n"


def record_words(record: Record, report: MeetingReportRow) -> str:
    text = next(row.text for row in record.articles if row.id == report.article)
    return " ".join(" … ".join(text[start:end] for start, end in report.spans).split())
