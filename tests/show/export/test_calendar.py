"""Meetings as a calendar, read again by the library."""

import sys
from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from dragoman.errors import PackageMissing
from dragoman.model.record import MeetingRow, Record
from dragoman.model.when import UNKNOWN, between
from dragoman.show.export import exported
from tests.show.records import small

RECORD = small()


def with_first(**changed: object) -> tuple[Record, MeetingRow]:
    row = replace(RECORD.meetings[0], **changed)  # type: ignore[arg-type]  # any of its fields
    return replace(RECORD, meetings=(row,)), row


def read(record: Record) -> Calendar:
    return Calendar.from_ical(exported(record, "ics")["meetings.ics"])


def test_every_meeting_is_one_entry_under_its_own_id() -> None:
    entries = read(RECORD).walk("VEVENT") + read(RECORD).walk("VJOURNAL")
    assert sorted(str(entry["uid"]) for entry in entries) == sorted(f"{row.id}@dragoman" for row in RECORD.meetings)


def test_lines_end_and_fold_as_the_standard_asks() -> None:
    data = exported(with_first(place="Carrow on the Sound, " * 20)[0], "ics")["meetings.ics"]
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in data.split(b"\r\n"))


def test_an_event_lasts_from_the_first_possible_day_to_the_day_after_the_last() -> None:
    record, _ = with_first(
        date=between(date(2031, 5, 30), date(2031, 6, 1), "stated"), status="held", place="Lisk; Old Town"
    )
    (event,) = read(record).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2031, 5, 30), date(2031, 6, 2))
    assert event["location"] == "Lisk; Old Town"
    assert event["status"] == "CONFIRMED"
    assert "2031-05-30/2031-06-01" in str(event["description"])


def test_a_meeting_of_which_no_day_is_known_is_a_journal_entry_without_one() -> None:
    (entry,) = read(with_first(date=UNKNOWN)[0]).walk("VJOURNAL")
    assert "dtstart" not in entry
    assert "when: not known" in str(entry["description"])


def test_what_was_refused_on_somebodys_word_says_so_and_is_no_confirmed_event() -> None:
    report = replace(RECORD.meetings[0].reports[0], status="refused", according_to=(RECORD.actors[0].id,))
    when = between(date(2031, 5, 14), date(2031, 5, 14), "stated")
    (event,) = read(with_first(date=when, status="refused", reports=(report,))[0]).walk("VEVENT")
    assert f"refused, according to {RECORD.actors[0].name}" in str(event["summary"])
    assert event["status"] == "CANCELLED"


def test_the_stamp_is_when_the_last_report_was_published_and_not_when_the_file_was_written() -> None:
    known = {row.id: row.published.latest for row in RECORD.articles}
    entries = {str(entry["uid"]): entry for entry in read(RECORD).walk() if "uid" in entry}
    row = next(row for row in RECORD.meetings if any(known[report.article] for report in row.reports))
    last = max(day for report in row.reports if (day := known[report.article]))
    assert entries[f"{row.id}@dragoman"].decoded("dtstamp").date() == last


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(PackageMissing, match=r"dragoman\[export\]"):
        exported(RECORD, "ics")
