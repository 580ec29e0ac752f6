"""Meetings that are told of again, without a day of their own, are the ones that they can only be."""

from datetime import date

from dragoman.compare.gatherings import same_place
from dragoman.compare.meetings import merge_meetings
from dragoman.model.reading import ReadArticle, Timex
from dragoman.model.spans import Span
from tests.compare.reports import BARRAN, OSTRAND, TOLLE, VELMAR, Told, actors, article, story

PAIR = (BARRAN, TOLLE)
DAY, NEXT, WEEK_LATER, AUTUMN = date(2031, 6, 3), date(2031, 6, 4), date(2031, 6, 10), date(2031, 9, 9)
THIRD = Timex(Span(20, 26), 2031, 6, 3)
JUNE = Timex(Span(20, 24), 2031, 6)
MET = article("met", Told(PAIR, place="Carrow", timex=0), published=DAY, timexes=(THIRD,))


def meetings(*reads: ReadArticle) -> int:
    """How many there are, every article in a story of its own."""
    return len(merge_meetings(reads, actors(*reads), [story(read) for read in reads], {}).groups)


def test_what_was_held_without_a_day_is_the_meeting_of_these_days() -> None:
    assert meetings(MET, article("b", Told(PAIR), published=NEXT)) == 1


def test_what_is_planned_without_a_day_is_the_meeting_of_the_next_days() -> None:
    assert meetings(MET, article("b", Told(PAIR, "planned"), published=date(2031, 5, 31))) == 1
    assert meetings(MET, article("b", Told(PAIR, "planned"), published=WEEK_LATER)) == 2


def test_what_is_only_proposed_may_be_another() -> None:
    assert meetings(MET, article("b", Told(PAIR, "proposed"), published=NEXT)) == 2


def test_what_is_told_later_or_elsewhere_or_of_others_or_without_a_date_stays_apart() -> None:
    assert meetings(MET, article("b", Told(PAIR), published=WEEK_LATER)) == 2
    assert meetings(MET, article("b", Told(PAIR, place="Lisk"), published=NEXT)) == 2
    assert meetings(MET, article("b", Told((VELMAR, OSTRAND)), published=NEXT)) == 2
    assert meetings(MET, article("b", Told(PAIR))) == 2


def test_one_that_may_be_either_of_two_meetings_is_put_to_neither() -> None:
    fourth = Timex(Span(20, 26), 2031, 6, 4)
    other = article("c", Told(PAIR, place="Lisk", timex=0), published=NEXT, timexes=(fourth,))
    assert meetings(MET, other, article("b", Told(PAIR), published=NEXT)) == 3


def test_a_meeting_in_a_month_and_place_is_the_one_of_that_month_and_place() -> None:
    there = article("b", Told(PAIR, place="Carrow", timex=0), published=AUTUMN, timexes=(JUNE,))
    nowhere = article("b", Told(PAIR, timex=0), published=AUTUMN, timexes=(JUNE,))
    assert (meetings(MET, there), meetings(MET, nowhere)) == (1, 2)


def test_a_refusal_is_told_again_with_its_month() -> None:
    first = article("a", Told(PAIR, "refused"), published=DAY)
    again = article("b", Told(PAIR, "refused"), published=AUTUMN, timexes=(Timex(Span(0, 1), 2031, 6),))
    assert meetings(first, again) == 1
    assert meetings(first, article("b", Told(PAIR, "refused"), published=AUTUMN)) == 2


def test_the_plan_that_was_called_off_in_one_article_is_one_meeting() -> None:
    assert meetings(article("a", Told(PAIR, "planned"), Told(PAIR, "cancelled"), published=DAY)) == 1
    assert meetings(article("a", Told(PAIR, "planned"), Told(PAIR, "refused"), published=DAY)) == 2


def test_a_city_is_the_same_however_romanised_and_lies_in_its_state() -> None:
    assert same_place("Kiev", "Kyiv")
    assert same_place("Lima", "Peru")
    assert not same_place("Lima", "Cusco")
    assert not same_place("Lima", "Chile")
