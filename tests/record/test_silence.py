"""Participants of a meeting of whom no words were read."""

from dataclasses import replace

from dragoman.model.record import ActorRow, MeetingReportRow, MeetingRow, StatementRow, StoryRow
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN
from dragoman.record.silence import with_unheard

ACTORS = [
    ActorRow("p", "Ilse Barran", "person", "PE", ("Ilse Barran",), (), ()),
    ActorRow("q", "Oren Tolle", "person", "CL", ("Oren Tolle",), (), ()),
    ActorRow("pe", "Peru", "state", "PE", ("Peru",), (), ()),
    ActorRow("cl", "Chile", "state", "CL", ("Chile",), (), ()),
    ActorRow("g", "ministers", "group", None, (), (), ()),
]
STORIES = [StoryRow("s", "", ("a", "b"), UNKNOWN), StoryRow("t", "", ("c",), UNKNOWN)]
REPORT = MeetingReportRow("a", (Span(0, 1),), "held", ())
MEETING = MeetingRow("m", "meeting", None, None, ("p", "q"), None, UNKNOWN, "held", (REPORT,))


def said(article: str, *speakers: str) -> StatementRow:
    return StatementRow(
        f"s {article}", article, speakers, None, (), "indirect", "speech", (), (), (), UNKNOWN, (), None, (),
        None, (), None, shown=True,
    )  # fmt: skip


def unheard(meeting: MeetingRow, *statements: StatementRow) -> tuple[str, ...]:
    return with_unheard([meeting], STORIES, statements, ACTORS)[0].unheard


def test_who_speaks_in_any_article_of_the_story_is_heard() -> None:
    assert unheard(MEETING, said("b", "p")) == ("q",)
    assert unheard(MEETING, said("b", "p", "q")) == ()


def test_words_in_another_story_are_not_of_this_meeting() -> None:
    assert unheard(MEETING, said("a", "p"), said("c", "q")) == ("q",)


def test_a_state_is_heard_through_its_people_and_a_person_only_in_person() -> None:
    states = replace(MEETING, participants=("pe", "cl", "p"))
    assert unheard(states, said("a", "q")) == ("pe", "p")
    assert unheard(states, said("a", "pe")) == ("cl", "p")


def test_of_meetings_ahead_and_of_groups_nobody_is_missed() -> None:
    assert unheard(replace(MEETING, status="planned")) == ()
    assert unheard(replace(MEETING, participants=("g",))) == ()


def test_a_namesake_may_be_the_same_person() -> None:
    short = ActorRow("b", "Barran", "person", None, ("Barran",), (), ())
    (found,) = with_unheard([MEETING], STORIES, [said("a", "b")], [*ACTORS, short])
    assert found.unheard == ("q",)
