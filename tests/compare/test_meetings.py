"""Reports of one meeting come together, and others stay apart."""

from datetime import date
from itertools import permutations

from dragoman.compare.meetings import merge_meetings
from dragoman.model.links import StoryGroup
from dragoman.model.reading import ReadArticle, Timex
from dragoman.model.spans import Span
from tests.compare.reports import BARRAN, OSTRAND, QUIST, TOLLE, VELMAR, Told, actors, article, story

JUNE_3, JUNE_5 = date(2031, 6, 3), date(2031, 6, 5)
TUESDAY = Timex(Span(20, 27), weekday=1, tense="past")
THIRD = Timex(Span(20, 26), month=6, day=3, tense="past")
FOURTH = Timex(Span(40, 46), month=6, day=4, tense="past")
PAIR = (BARRAN, TOLLE)


def merged(*reads: ReadArticle, stories: list[StoryGroup] | None = None) -> list[tuple[list[str], str, str | None]]:
    """Each meeting's reports as "article report", its day and its place."""
    names = {read.article.id: read.article.source for read in reads}
    found = merge_meetings(reads, actors(*reads), stories or [story(*reads)], {})
    return [([f"{names[at.article]} {at.index}" for at in g.reports], g.date.edtf, g.place) for g in found.groups]


def test_one_day_and_the_same_participants_are_one_meeting_across_outlets_and_stories() -> None:
    one = article("a", Told(PAIR, timex=0), published=JUNE_5, timexes=(TUESDAY,))
    two = article("b", Told(PAIR, place="Carrow", timex=0), published=JUNE_5, timexes=(THIRD,))
    assert merged(one, two, stories=[story(one), story(two)]) == [(["a 0", "b 0"], "2031-06-03?", "Carrow")]


def test_a_report_without_a_day_joins_the_one_such_meeting_of_its_story() -> None:
    one = article("a", Told(PAIR, timex=0), published=JUNE_5, timexes=(THIRD,))
    two = article("b", Told(PAIR))
    assert [reports for reports, _, _ in merged(one, two)] == [["a 0", "b 0"]]
    assert len(merged(one, two, stories=[story(one), story(two)])) == 2


def test_a_report_without_a_day_joins_none_of_two_such_meetings() -> None:
    one = article("a", Told(PAIR, timex=0), Told(PAIR, timex=1), published=JUNE_5, timexes=(THIRD, FOURTH))
    two = article("b", Told(PAIR))
    assert [reports for reports, _, _ in merged(one, two)] == [["a 0"], ["a 1"], ["b 0"]]


def test_meetings_of_one_day_with_other_participants_places_or_of_another_kind_stay_apart() -> None:
    one = article(
        "a",
        Told((BARRAN, TOLLE, QUIST), place="Carrow", timex=0),
        Told(PAIR, place="Carrow", timex=0),
        Told(PAIR, place="Lisk", timex=0),
        Told(PAIR, timex=0, kind="call"),
        published=JUNE_5,
        timexes=(THIRD,),
    )
    assert [reports for reports, _, _ in merged(one)] == [["a 0"], ["a 1"], ["a 2"], ["a 3"]]


def test_states_and_those_who_speak_for_them_are_the_same_participants() -> None:
    one = article("a", Told(PAIR, timex=0), published=JUNE_5, timexes=(THIRD,))
    two = article("b", Told((VELMAR, OSTRAND), timex=0), published=JUNE_5, timexes=(THIRD,))
    assert [reports for reports, _, _ in merged(one, two)] == [["a 0", "b 0"]]


def test_a_report_that_names_some_of_them_by_state_alone_is_of_the_same_meeting() -> None:
    one = article("a", Told(PAIR, timex=0), published=JUNE_5, timexes=(THIRD,))
    two = article("b", Told((BARRAN, OSTRAND), timex=0), published=JUNE_5, timexes=(THIRD,))
    assert [reports for reports, _, _ in merged(one, two)] == [["a 0", "b 0"]]


def test_a_smaller_meeting_of_the_same_day_was_where_the_larger_one_was() -> None:
    read = article(
        "a",
        Told((BARRAN, TOLLE, QUIST), place="Carrow", timex=0),
        Told(PAIR, timex=0),
        Told((TOLLE, QUIST), timex=1),
        published=JUNE_5,
        timexes=(THIRD, FOURTH),
    )
    assert [place for _, _, place in merged(read)] == ["Carrow", "Carrow", None]


def test_a_meeting_to_come_lies_ahead_whatever_the_tense() -> None:
    early = Timex(Span(20, 26), month=2, day=3, tense="past")
    read = article("a", Told(PAIR, "planned", timex=0), published=JUNE_5, timexes=(early,))
    assert merged(read) == [(["a 0"], "2032-02-03?", None)]


def test_a_meeting_announced_for_a_day_and_one_held_on_it_are_one_and_a_proposed_one_is_another() -> None:
    full = Timex(Span(20, 26), 2031, 6, 3, tense="future")
    one = article("a", Told(PAIR, "planned", timex=0), published=date(2031, 6, 1), timexes=(full,))
    two = article("b", Told(PAIR, timex=0), Told(PAIR, "proposed"), published=JUNE_5, timexes=(THIRD,))
    assert [reports for reports, _, _ in merged(one, two)] == [["a 0", "b 0"], ["b 1"]]


def test_a_smaller_meeting_beside_a_larger_one_takes_its_day_and_place_and_says_so() -> None:
    read = article(
        "a",
        Told((BARRAN, TOLLE, QUIST), place="Carrow", timex=0),
        Told(PAIR),
        published=JUNE_5,
        timexes=(THIRD,),
    )
    found = merge_meetings([read], actors(read), [story(read)], {})
    small = found.groups[1]
    assert (small.date.day, small.date.basis, small.place) == (JUNE_3, "inferred", "Carrow")
    assert small.date.reason.startswith("reported beside the meeting of 3 June 2031")


def test_a_meeting_without_a_place_is_where_its_article_says_that_a_participant_was_visiting() -> None:
    read = article("a", Told((BARRAN,), place="Lisk", kind="visit"), Told(PAIR))
    assert [place for _, _, place in merged(read)] == ["Lisk", "Lisk"]
    two = article(
        "a", Told((BARRAN,), place="Lisk", kind="visit"), Told((TOLLE,), place="Carrow", kind="visit"), Told(PAIR)
    )
    assert merged(two)[-1][2] is None


def test_every_report_stands_in_one_group_whatever_the_order_of_articles() -> None:
    reads = [
        article("a", Told(PAIR, timex=0), Told(PAIR), published=JUNE_5, timexes=(THIRD,)),
        article("b", Told((VELMAR, OSTRAND)), Told((BARRAN, TOLLE, QUIST))),
        article("c", Told(PAIR, timex=0), Told((QUIST,), "refused"), published=JUNE_5, timexes=(FOURTH,)),
    ]
    groups = set()
    for order in permutations(reads):
        ordered = sorted(order, key=lambda read: read.article.source)
        found = merge_meetings(ordered, actors(*ordered), [story(*ordered)], {})
        reports = [at for group in found.groups for at in group.reports]
        assert len(reports) == len(set(reports)) == 6
        groups.add(found.groups)
    assert len(groups) == 1


def test_joins_name_their_reasons() -> None:
    one = article("a", Told(PAIR, timex=0), published=JUNE_5, timexes=(THIRD,))
    two = article("b", Told(PAIR, timex=0), Told(PAIR), published=JUNE_5, timexes=(TUESDAY,))
    joins = merge_meetings([one, two], actors(one, two), [story(one, two)], {}).joins
    assert [[reason.feature for reason in join.reasons] for join in joins] == [
        ["participants", "day"],
        ["participants", "story"],
    ]
