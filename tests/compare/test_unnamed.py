"""Occasions of a body, or of people who are not named, are listed once or not at all."""

from datetime import date

from dragoman.compare.meetings import merge_meetings
from dragoman.model.reading import ReadArticle, Timex
from dragoman.model.spans import Span
from tests.compare.reports import BARRAN, LEAGUE, TOLLE, VELMAR, Told, actors, article, story

JUNE_3, JUNE_5, JULY_30 = date(2031, 6, 3), date(2031, 6, 5), date(2031, 7, 30)
THIRD = Timex(Span(20, 26), month=6, day=3, tense="past")
FOURTH = Timex(Span(40, 46), month=6, day=4, tense="past")


def merged(*reads: ReadArticle) -> list[tuple[list[str], str, str | None]]:
    """Each meeting's reports as "article report", its day and its place; every article is a story of its own."""
    names = {read.article.id: read.article.source for read in reads}
    found = merge_meetings(reads, actors(*reads), [story(read) for read in reads], {})
    return [([f"{names[at.article]} {at.index}" for at in g.reports], g.date.edtf, g.place) for g in found.groups]


def test_a_body_s_meeting_that_is_planned_and_then_held_within_days_is_one() -> None:
    one = article("a", Told((LEAGUE,), "planned", place="Carrow"), published=JUNE_3)
    two = article("b", Told((LEAGUE,)), published=JUNE_5)
    assert merged(one, two) == [(["a 0", "b 0"], "", "Carrow")]


def test_a_body_s_meeting_that_was_held_before_one_was_planned_is_another() -> None:
    one = article("a", Told((LEAGUE,), place="Carrow"), published=JUNE_3)
    two = article("b", Told((LEAGUE,), "planned", place="Carrow"), published=JUNE_5)
    assert [reports for reports, _, _ in merged(one, two)] == [["a 0"], ["b 0"]]


def test_meetings_of_a_body_in_two_places_are_two() -> None:
    one = article("a", Told((LEAGUE,), place="Carrow"), published=JUNE_3)
    two = article("b", Told((LEAGUE,), place="Lisk"), published=JUNE_5)
    assert [place for _, _, place in merged(one, two)] == ["Carrow", "Lisk"]


def test_a_body_s_meeting_of_no_day_and_place_that_may_be_one_of_two_is_left_out() -> None:
    reads = [
        article("a", Told((LEAGUE,), place="Carrow"), published=JUNE_3),
        article("b", Told((LEAGUE,), place="Lisk"), published=JUNE_5),
        article("c", Told((LEAGUE,)), published=JUNE_5),
    ]
    assert [reports for reports, _, _ in merged(*reads)] == [["a 0"], ["b 0"]]


def test_a_body_s_meeting_in_which_others_are_told_to_have_taken_part_is_not_listed_beside_that_one() -> None:
    one = article("a", Told((LEAGUE, BARRAN), timex=0), published=JUNE_5, timexes=(THIRD,))
    two = article("b", Told((LEAGUE,), timex=0), published=JUNE_5, timexes=(THIRD,))
    assert [reports for reports, _, _ in merged(one, two)] == [["a 0"]]


def test_a_state_s_refusal_is_listed_beside_what_its_envoy_took_part_in() -> None:
    met = Told((BARRAN, TOLLE), place="Carrow", timex=0)
    read = article("a", met, Told((VELMAR,), "refused"), published=JUNE_5, timexes=(THIRD,))
    assert [reports for reports, _, _ in merged(read)] == [["a 0"], ["a 1"]]


def test_talks_of_nobody_in_a_place_are_listed_where_nothing_else_is_told_of_there() -> None:
    one = article("a", Told((), place="Carrow", timex=0, talks=True), published=JUNE_5, timexes=(THIRD,))
    assert merged(one) == [(["a 0"], "2031-06-03?", "Carrow")]


def test_talks_of_nobody_that_may_be_a_meeting_of_some_who_are_named_are_left_out() -> None:
    one = article("a", Told((BARRAN, TOLLE), place="Carrow", timex=0), published=JUNE_5, timexes=(THIRD,))
    two = article("b", Told((), place="Carrow", talks=True), published=JULY_30)
    assert [reports for reports, _, _ in merged(one, two)] == [["a 0"]]


def test_talks_of_nobody_on_another_day_of_an_article_of_unknown_date_are_listed_too() -> None:
    one = article("a", Told((BARRAN, TOLLE), place="Carrow", timex=0), published=JUNE_5, timexes=(THIRD,))
    two = article("b", Told((), place="Carrow", timex=0, talks=True), timexes=(FOURTH,))
    assert [reports for reports, _, _ in merged(one, two)] == [["a 0"], ["b 0"]]
