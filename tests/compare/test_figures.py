"""Figures of one thing are put beside each other: the same, in conflict, or another quantity."""

from dataclasses import replace

import pytest

from dragoman.compare.figures import agree, join_figures
from dragoman.model.article import Article
from dragoman.model.links import ActorGroup, At, FigureRelation, StoryGroup
from dragoman.model.reading import Entity, Figure, ReadArticle, Reading

TRADE = Figure((), 24, "percent", "trade turnover", "2030")


def beside(left: Figure, right: Figure, *, one_story: bool = True) -> list[FigureRelation]:
    """How the second figure stands to the first, where both are of one thing; each stands in an article of its own."""
    reads = [
        ReadArticle(
            Article(name, f"{name}.txt", "", "", ""),
            Reading("1", entities=(Entity("person", "Barran"),), figures=(each,)),
        )
        for name, each in (("a", left), ("b", right))
    ]
    stories = [StoryGroup(("a", "b"))] if one_story else [StoryGroup(("a",)), StoryGroup(("b",))]
    groups = join_figures(reads, [ActorGroup((At("a", 0), At("b", 0)))], stories, {}).groups
    return [relation for group in groups for relation in group.relations]


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


def test_what_is_done_to_those_counted_tells_them_apart() -> None:
    killed = replace(TRADE, value=40, unit="fishermen", of=None, period=None, verb="kill")
    assert beside(killed, replace(TRADE, value=43, unit="fishermen", of=None, period=None, verb="kill")) == ["value"]
    assert beside(killed, replace(TRADE, value=43, unit="fishermen", of=None, period=None, verb="free")) == []


def test_words_of_approximation_decide_whether_two_numbers_may_be_one() -> None:
    assert agree(replace(TRADE, value=40, precision="at most"), replace(TRADE, value=35))
    assert not agree(replace(TRADE, value=40, precision="at most"), replace(TRADE, value=45))
    assert not agree(replace(TRADE, value=40), replace(TRADE, value=41))
