"""Figures of one thing are put beside each other: the same, in conflict, or another quantity."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.compare.figures import agree, join_figures
from dragoman.model.article import Article, Masthead
from dragoman.model.links import ActorGroup, At, FigureRelation, StoryGroup
from dragoman.model.reading import Entity, Figure, ReadArticle, Reading
from dragoman.model.spans import Span
from dragoman.model.when import When, between

TRADE = Figure((), 24, "percent", "trade turnover", "2030")


def beside(
    left: Figure,
    right: Figure,
    *,
    one_story: bool = True,
    said: tuple[str, str] = ("", ""),
    days: tuple[int, int] = (4, 4),
) -> list[FigureRelation]:
    """How the second figure stands to the first, where both are of one thing; each stands in an article of its own, in
    the sentence ``said`` of it, published on that day of a month.
    """
    reads = [
        ReadArticle(
            Article(name, f"{name}.txt", text, "", "", Masthead(published=on(day))),
            Reading("1", entities=(Entity("person", "Barran"),), sentences=(Span(0, len(text)),), figures=(each,)),
        )
        for name, each, text, day in (("a", left, said[0], days[0]), ("b", right, said[1], days[1]))
    ]
    stories = [StoryGroup(("a", "b"))] if one_story else [StoryGroup(("a",)), StoryGroup(("b",))]
    groups = join_figures(reads, [ActorGroup((At("a", 0), At("b", 0)))], stories, {}).groups
    return [relation for group in groups for relation in group.relations]


def on(day: int) -> When:
    return between(date(2031, 5, day), date(2031, 5, day), "given")


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (TRADE, "same"),
        (replace(TRADE, of="the trade turnover"), "same"),
        (replace(TRADE, value=26), "value"),
        (replace(TRADE, value=26, period="2031"), "period"),
        (replace(TRADE, value=26, scope="in the north"), "scope"),
        (replace(TRADE, value=26, unit="tonnes"), "unit"),
        (replace(TRADE, value=24.5, precision="approximate"), "same"),
        (replace(TRADE, value=20, precision="at least"), "same"),
        (replace(TRADE, value=30, precision="at least"), "value"),
    ],
)
def test_only_another_value_of_the_same_is_a_conflict(other: Figure, relation: FigureRelation) -> None:
    assert beside(TRADE, other) == [relation]


@pytest.mark.parametrize(
    "other",
    [
        replace(TRADE, of="cargo traffic"),
        replace(TRADE, of=None),
        replace(TRADE, unit="days", of=None),
        replace(TRADE, unit="$", of="aid"),
    ],
)
def test_other_things_and_bare_units_stand_alone(other: Figure) -> None:
    assert beside(TRADE, other) == []
    assert beside(replace(TRADE, unit="days", of=None), replace(TRADE, unit="days", of=None)) == []


def test_in_another_story_only_one_giver_speaks_of_one_thing() -> None:
    assert beside(TRADE, replace(TRADE, value=26), one_story=False) == []
    assert beside(replace(TRADE, giver=(0,)), replace(TRADE, value=26, giver=(0,)), one_story=False) == ["value"]


KILLED = replace(TRADE, value=40, unit="fishermen", of=None, period=None, verb="kill", spans=(Span(0, 2),))
ALIKE = (
    "40 fishermen were killed when the ferry to Carrow harbour sank on Sunday night, the port office said.",
    "43 fishermen were killed when the ferry to Carrow harbour sank on Sunday night, officials told Norda.",
)
ELSEWHERE = "43 fishermen were killed in a storm."


def test_what_is_done_to_those_counted_and_on_which_occasion_tells_them_apart() -> None:
    more = replace(KILLED, value=43)
    assert beside(KILLED, more, said=ALIKE) == ["value"]
    assert beside(KILLED, replace(more, verb="free"), said=ALIKE) == []
    assert beside(KILLED, more, said=(ALIKE[0], ELSEWHERE)) == []


def test_one_small_number_of_two_occasions_is_none_of_one_thing() -> None:
    assert beside(KILLED, KILLED, said=(ALIKE[0], "40 fishermen were killed in a storm.")) == []
    assert beside(KILLED, KILLED, said=ALIKE) == ["same"]
    large = replace(KILLED, value=4000)
    assert beside(large, large, said=(ALIKE[0], ELSEWHERE)) == ["same"]


def test_a_number_of_a_later_day_is_another_quantity() -> None:
    assert beside(KILLED, replace(KILLED, value=43), said=ALIKE, days=(4, 9)) == ["period"]


def test_a_magnitude_agrees_with_what_it_allows() -> None:
    dozens = replace(KILLED, value=24, precision="vague")
    assert agree(dozens, replace(KILLED, value=90))
    assert not agree(dozens, replace(KILLED, value=900))


def test_words_of_approximation_decide_whether_two_numbers_may_be_one() -> None:
    assert agree(replace(TRADE, value=40, precision="at most"), replace(TRADE, value=35))
    assert not agree(replace(TRADE, value=40, precision="at most"), replace(TRADE, value=45))
    assert not agree(replace(TRADE, value=40), replace(TRADE, value=41))
    assert not agree(*(replace(TRADE, value=value, precision="at least") for value in (3000, 4300)))


def test_spellings_of_one_unit_are_one() -> None:
    copper = replace(TRADE, value=200, unit="kilograms", of="purified copper")
    assert beside(copper, replace(copper, unit="kg")) == ["same"]
    assert beside(copper, replace(copper, unit="pounds")) == ["unit"]


def test_an_equal_number_without_a_scope_is_the_same_and_another_may_be_of_another_place() -> None:
    there = replace(TRADE, scope="in Carrow")
    assert beside(TRADE, there) == ["same"]
    assert beside(replace(TRADE, value=26), there) == ["scope"]
    assert beside(there, replace(TRADE, scope="in Lisk")) == ["scope"]
    in_words = ("Trade turnover grew.", "In Carrow trade turnover grew.")
    grown = replace(TRADE, value=26, spans=(Span(0, 2),))
    assert beside(there, grown, said=in_words) == ["value"]


def test_the_verb_that_two_tolls_share_does_not_make_them_of_one_event() -> None:
    four = replace(KILLED, value=4, spans=(Span(0, 4),))
    raid = "Four fishermen were killed hours after rebels shelled a harbour."
    storm = "Four fishermen were killed hours later as rebels met in Lisk."
    assert beside(four, four, said=(raid, storm)) == []
    assert beside(four, four, said=(raid, f"{storm[:-1]}, near a shelled harbour.")) == ["same"]
