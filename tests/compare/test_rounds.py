"""Reports of one round of talks come together, however loosely they are told."""

from datetime import date

from dragoman.compare.meetings import merge_meetings
from dragoman.model.reading import ReadArticle, Timex
from dragoman.model.spans import Span
from tests.compare.reports import BARRAN, KOLM, OSTRAND, POWERS, TOLLE, VELMAR, Told, actors, article, story

JUNE_5 = date(2031, 6, 5)
FIRST, THIRD, NINTH = (Timex(Span(20, 26), month=6, day=day, tense="past") for day in (1, 3, 9))
ALL = (VELMAR, OSTRAND, KOLM)


def merged(*reads: ReadArticle) -> list[tuple[list[str], str]]:
    """Each meeting's reports and its day, every article in a story of its own."""
    names = {read.article.id: read.article.source for read in reads}
    found = merge_meetings(reads, actors(*reads), [story(read) for read in reads], {})
    return [([f"{names[at.article]} {at.index}" for at in g.reports], g.date.edtf) for g in found.groups]


def talks(
    name: str, who: tuple[int, ...], day: Timex | None, place: str | None = "Lisk", **more: object
) -> ReadArticle:
    told = Told(who, place=place, timex=None if day is None else 0, talks=True, **more)  # type: ignore[arg-type]  # a report's fields
    return article(name, told, published=JUNE_5, timexes=() if day is None else (day,))


def test_talks_in_one_place_on_days_that_touch_are_one_round() -> None:
    assert merged(talks("a", ALL, FIRST), talks("b", ALL, THIRD)) == [(["a 0", "b 0"], "2031-06-01?/2031-06-03?")]


def test_talks_a_week_later_or_elsewhere_are_another_round() -> None:
    late, elsewhere = talks("b", ALL, NINTH), talks("c", ALL, FIRST, place="Carrow")
    assert len(merged(talks("a", ALL, FIRST), late, elsewhere)) == 3


def test_counted_powers_may_be_those_that_another_names() -> None:
    counted = talks("b", (VELMAR, POWERS), FIRST)
    assert [reports for reports, _ in merged(talks("a", ALL, FIRST), counted)] == [["a 0", "b 0"]]


def test_counted_powers_with_another_state_are_other_talks() -> None:
    pair = talks("a", (OSTRAND, KOLM), FIRST)
    assert len(merged(pair, talks("b", (VELMAR, POWERS), FIRST))) == 2


def test_talks_of_nobody_in_particular_join_the_one_round_of_that_place_and_day() -> None:
    assert [reports for reports, _ in merged(talks("a", ALL, FIRST), talks("b", (), FIRST))] == [["a 0", "b 0"]]


def test_talks_of_nobody_in_particular_alone_are_listed_by_place_and_day() -> None:
    assert merged(talks("a", (), FIRST)) == [(["a 0"], "2031-06-01?")]


def test_two_who_meet_beside_the_talks_hold_a_meeting_of_their_own() -> None:
    beside = article("b", Told((BARRAN, TOLLE), place="Lisk", timex=0), published=JUNE_5, timexes=(FIRST,))
    assert len(merged(talks("a", ALL, FIRST), beside)) == 2


def test_a_day_at_which_talks_were_held_is_not_put_ahead_because_more_are_planned() -> None:
    tuesday = Timex(Span(20, 27), weekday=1, tense="past")
    read = article(
        "a",
        Told(ALL, place="Lisk", timex=0, talks=True),
        Told(ALL, status="planned", timex=0, talks=True),
        published=JUNE_5,
        timexes=(tuesday,),
    )
    assert {day for _, day in merged(read)} == {"2031-06-03?"}


def test_talks_told_without_a_day_while_they_went_on_are_of_that_round() -> None:
    first, second = talks("a", ALL, THIRD), talks("b", ALL, FIRST)
    news = talks("c", ALL, None)
    assert [reports for reports, _ in merged(first, second, news)] == [["a 0", "b 0", "c 0"]]


def test_talks_told_without_a_day_long_after_are_not() -> None:
    first, second = talks("a", ALL, THIRD), talks("b", ALL, FIRST)
    told = Told(ALL, place="Lisk", talks=True)
    assert len(merged(first, second, article("c", told, published=date(2031, 9, 1)))) == 2


def test_a_meeting_proposed_and_denied_within_a_week_is_one() -> None:
    proposed = article("a", Told((BARRAN, TOLLE), status="proposed"), published=JUNE_5)
    denied = article("b", Told((BARRAN, TOLLE), status="denied"), published=date(2031, 6, 9))
    assert [reports for reports, _ in merged(proposed, denied)] == [["a 0", "b 0"]]


def test_a_meeting_refused_months_later_is_another() -> None:
    proposed = article("a", Told((BARRAN, TOLLE), status="proposed"), published=JUNE_5)
    refused = article("b", Told((BARRAN, TOLLE), status="refused"), published=date(2031, 9, 9))
    held = article("c", Told((BARRAN, TOLLE)), published=JUNE_5)
    assert len(merged(proposed, refused, held)) == 3


def test_one_planned_and_one_refused_in_the_same_article_are_two() -> None:
    planned, refused = Told((BARRAN, TOLLE), status="planned"), Told((BARRAN, TOLLE), status="refused")
    assert len(merged(article("a", planned, refused, published=JUNE_5))) == 2


def test_talks_held_nowhere_in_particular_are_not_those_of_nobody_that_are_planned_somewhere() -> None:
    ahead = talks("b", (), THIRD, status="planned")
    assert [reports for reports, _ in merged(talks("a", ALL, THIRD, place=None), ahead)] == [["a 0"], ["b 0"]]
