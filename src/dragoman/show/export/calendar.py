"""Meetings as a calendar: iCalendar (RFC 5545), written by the ``icalendar`` library."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from types import ModuleType

from dragoman.errors import PackageMissing
from dragoman.model.reading import MeetingStatus
from dragoman.model.record import MeetingReportRow, MeetingRow, Record
from dragoman.model.visible import visible
from dragoman.show.index import Index, index, label

NOT_HELD = ("refused", "denied", "cancelled")
STATUS: dict[str, tuple[str, str]] = {
    "held": ("CONFIRMED", "FINAL"),
    **dict.fromkeys(NOT_HELD, ("CANCELLED", "CANCELLED")),
}
"""What an event and a journal entry say of a meeting's status; all others are tentative."""
OPEN = ("TENTATIVE", "DRAFT")
NEVER = date(1970, 1, 1)
"""The stamp of what no dated article reports, for a file must not depend on when it is written."""


def calendar_files(record: Record) -> dict[str, bytes]:
    """``meetings.ics``: an all-day event for each meeting whose first and last possible day are known, from the one to
    the other; a journal entry without a day for each of the others, so that none is left out.

    Raises:
        PackageMissing: icalendar is not installed.
    """
    library, ix = load_icalendar(), index(record)
    calendar = library.Calendar()
    calendar.add("prodid", "-//Dragoman//meetings//EN")
    calendar.add("version", "2.0")
    for row in record.meetings:
        dated = row.date.earliest and row.date.latest
        entry = library.Event() if dated else library.Journal()
        for name, value in _lines(ix, row):
            entry.add(name, value)
        if row.date.earliest and row.date.latest:
            entry.add("dtstart", row.date.earliest)
            entry.add("dtend", row.date.latest + timedelta(days=1))  # the first day on which it is over
            entry.add("transp", "TRANSPARENT")
            if row.place:
                entry.add("location", visible(row.place))
        entry.add("status", STATUS.get(row.status, OPEN)[0 if dated else 1])
        calendar.add_component(entry)
    return {"meetings.ics": calendar.to_ical()}


def load_icalendar() -> ModuleType:
    """The library.

    Raises:
        PackageMissing: it is not installed.
    """
    try:
        import icalendar
    except ImportError as error:
        raise PackageMissing("a calendar needs icalendar; install it with `pip install 'dragoman[export]'`") from error
    return icalendar


def _lines(ix: Index, row: MeetingRow) -> Iterator[tuple[str, object]]:
    yield "uid", f"{row.id}@dragoman"
    published = [ix.articles[report.article].published.latest for report in row.reports]
    yield "dtstamp", datetime.combine(max((day for day in published if day), default=NEVER), time(), UTC)
    yield "summary", meeting_title(ix, row)
    yield "categories", list(dict.fromkeys(each for each in (row.kind, row.format) if each))
    when = f"when: {row.date.edtf or 'not known'} ({row.date.basis})"
    yield "description", visible("\n".join([when, *(_report(ix, report) for report in row.reports)]))


def meeting_title(ix: Index, row: MeetingRow) -> str:
    """What kind of meeting it is, how it stands and on whose word, and who took part or was to."""
    who = _named(ix, row.participants)
    return visible(f"{row.kind.capitalize()} {_status(ix, row, row.status)}{': ' + who if who else ''}")


def _status(ix: Index, row: MeetingRow, status: MeetingStatus) -> str:
    """The status, with on whose word where that is not the outlets' own."""
    tell = [report for report in row.reports if report.status == status]
    if not tell or not all(report.according_to for report in tell):
        return status
    givers = _named(ix, dict.fromkeys(actor for report in tell for actor in report.according_to))
    return f"{status}, according to {givers}"


def _report(ix: Index, report: MeetingReportRow) -> str:
    word_of = f", according to {_named(ix, report.according_to)}" if report.according_to else ""
    words = " ".join(ix.words(report.article, report.spans).split())
    return f"{label(ix.articles[report.article])}: {report.status}{word_of}: {words}"


def _named(ix: Index, actors: Iterable[str]) -> str:
    return ", ".join(ix.actors[actor].name for actor in actors)
