"""Meetings merged from their reports, and what the articles tell beside who met."""

from dataclasses import replace
from datetime import date

from dragoman.model.article import Article, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.links import ActorGroup, At, Links, MeetingGroup
from dragoman.model.reading import Entity, MeetingReport, MeetingStatus, Mention, Office, ReadArticle, Reading
from dragoman.model.record import ActorMention, ActorRow, MeetingReportRow, MeetingRow, StatementRow
from dragoman.model.spans import Place, Span
from dragoman.model.when import UNKNOWN, When, between
from dragoman.record.identify import identify
from dragoman.record.meetings import meeting_rows, merged_status, with_readouts

TEXT = "Velmar's foreign minister and Ostrand's foreign minister met over the causeway. " * 2
MINISTER = Office("foreign minister", "V1", None, Span(9, 25))
OTHER = Office("foreign minister", "O1", None, Span(40, 56))
PEOPLE = (
    Entity("person", "Ilse Barran", ("Ilse Barran",), "V1", (MINISTER,)),
    Entity("person", "Oren Tolle", ("Oren Tolle",), "O1", (OTHER,)),
    Entity("group", "three powers", ("three powers",)),
)
MENTIONS = tuple(Mention(Span(i, i + 1), "name", i) for i, _ in enumerate(PEOPLE))


def read(*reports: MeetingReport) -> ReadArticle:
    made = Article(article_id("a", sha256(TEXT.encode())), "a", TEXT, sha256(TEXT.encode()), "", Masthead())
    return ReadArticle(made, Reading("1", language="en", entities=PEOPLE, mentions=MENTIONS, meetings=reports))


def report(at: int, *who: int, status: MeetingStatus = "held", **more: object) -> MeetingReport:
    return MeetingReport((Span(at, at + 4),), "meeting", status, who, **more)  # type: ignore[arg-type]  # a report's fields


def rows(*groups: tuple[MeetingReport, ...], days: tuple[When, ...] = ()) -> list[MeetingRow]:
    """The rows of meetings with these reports, all of one article."""
    every = read(*(each for group in groups for each in group))
    at, found = every.article.id, list[MeetingGroup]()
    start = 0
    for number, group in enumerate(groups):
        when = days[number] if days else UNKNOWN
        found.append(MeetingGroup(tuple(At(at, start + i) for i, _ in enumerate(group)), when))
        start += len(group)
    links = Links(actors=tuple(ActorGroup((At(at, i),)) for i, _ in enumerate(PEOPLE)), meetings=tuple(found))
    return meeting_rows({at: every}, links, identify([every], links))


def test_a_report_that_names_everybody_comes_before_one_that_counts_them() -> None:
    (row,) = rows((report(0, 0, 1), report(5, 0, 2)))
    assert len(row.participants) == 2
    assert row.participants == rows((report(0, 0, 1),))[0].participants


def test_offices_are_those_that_the_article_prints_and_tell_the_level() -> None:
    (row,) = rows((report(0, 0, 1),))
    assert [each.spans for each in row.offices] == [(Span(9, 25),), (Span(40, 56),)]
    assert row.level == "ministers"


def test_what_it_was_about_and_what_came_of_it_are_places() -> None:
    (row,) = rows((report(0, 0, 1, agenda=(Span(3, 9),), outcome=(Span(9, 12),), hosts=(1,)),))
    assert (row.agenda[0].spans, row.outcome[0].spans) == ((Span(3, 9),), (Span(9, 12),))
    assert row.hosts == (row.participants[1],)


def on(day: int) -> When:
    return between(date(2031, 6, day), date(2031, 6, day), "stated")


def test_the_one_meeting_announced_beside_a_held_one_is_its_next() -> None:
    held, ahead = (report(0, 0, 1),), (report(5, 0, 1, status="planned"),)
    days = (
        between(date(2031, 6, 3), date(2031, 6, 3), "stated"),
        between(date(2031, 6, 9), date(2031, 6, 9), "stated"),
    )
    first, second = rows(held, ahead, days=days)
    assert (first.next, second.next) == (second.id, None)
    assert rows(held, ahead, days=days[::-1])[1].next is None
    assert all(row.next is None for row in rows(held, ahead, (report(9, 0, 1, status="proposed"),)))


def test_an_outlets_own_voice_comes_before_what_someone_says() -> None:
    assert (
        merged_status([report(0, 0, status="planned"), report(4, 0, status="refused", according_to=(1,))]) == "planned"
    )


def said(name: str, speaker: str, at: int, day: When = UNKNOWN) -> StatementRow:
    return StatementRow(
        name, "a", (speaker,), None, (), "indirect", "speech", (), (), (Span(at, at + 10),), day, (), None, (),
        None, (), None, shown=True,
    )  # fmt: skip


ACTORS = [
    ActorRow("p", "Ilse Barran", "person", "V1", (), (), ()),
    ActorRow("q", "Oren Tolle", "person", "O1", (), (), ()),
    ActorRow("k", "Kolm", "state", "K1", (), (), (ActorMention("a", (Span(3, 7),), "name"),)),
]
MEETING = MeetingRow(
    "m", "meeting", None, None, ("p", "q"), None, UNKNOWN, "held", (MeetingReportRow("a", (Span(0, 1),), "held", ()),)
)


def test_whom_one_sides_account_names_and_the_others_does_not_is_kept_with_its_place() -> None:
    (row,) = with_readouts([MEETING], [said("s", "p", 0), said("t", "q", 20)], ACTORS)
    mine, other = sorted(row.readouts, key=lambda each: each.statements, reverse=True)
    assert (mine.side, mine.only) == (("q",), ())
    assert (other.side, [(each.actor, each.place) for each in other.only]) == (
        ("p",),
        [("k", Place("a", (Span(3, 7),)))],
    )


def test_one_sides_account_alone_is_held_against_none() -> None:
    (row,) = with_readouts([MEETING], [said("s", "p", 0)], ACTORS)
    assert row.readouts == ()


def test_where_an_article_tells_two_such_meetings_nobody_knows_at_which_it_was_said() -> None:
    other = MeetingRow("n", "meeting", None, None, ("p", "q"), None, UNKNOWN, "held", MEETING.reports)
    found = with_readouts([MEETING, other], [said("s", "p", 0), said("t", "q", 20)], ACTORS)
    assert all(row.readouts == () for row in found)


def test_what_countrymen_say_or_what_is_said_far_from_it_is_no_account_of_the_meeting() -> None:
    other = ActorRow("r", "Dara Minn", "person", "O1", (), (), ())
    (row,) = with_readouts([MEETING], [said("s", "p", 0), said("t", "r", 20)], [*ACTORS, other])
    assert row.readouts == ()
    late = replace(MEETING, reports=(MeetingReportRow("a", (Span(5000, 5001),), "held", ()),))
    (row,) = with_readouts([late], [said("s", "p", 0), said("t", "q", 20)], ACTORS)
    assert row.readouts == ()
    (row,) = with_readouts([late], [said("s", "p", 4900), said("t", "q", 5010)], ACTORS)
    assert len(row.readouts) == 2
