"""What lies near a place is found as if all had been looked at, by looking at few."""

from math import log2

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.spans import Span, merged
from dragoman.reading.attribution.near import Stretches, end_before, last_before, near, stretch

PLACE = st.tuples(st.integers(0, 60), st.integers(0, 30)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(PLACE, max_size=40), PLACE)
def test_stretches_that_meet_a_place_are_those_that_begin_before_its_end_and_end_behind_its_start(
    stretches: list[Span], place: Span
) -> None:
    expected = [i for i, s in enumerate(stretches) if s.start < place.end and place.start < s.end]
    assert Stretches(stretches).meeting(place) == expected


@given(st.lists(PLACE, max_size=40), PLACE)
def test_runs_near_a_place_are_those_that_meet_it(runs: list[Span], place: Span) -> None:
    apart = merged(runs)
    assert near(apart, place) == tuple(r for r in apart if r.start < place.end and place.start < r.end)


def test_questions_look_at_few_places_for_each_stretch_found() -> None:
    for count in (500, 1_000, 2_000):
        stretches = [Span(10 * i, 10 * i + 15) for i in range(count)]
        index = Stretches(stretches)
        found = sum(len(index.meeting(one)) for one in stretches)
        assert found == 3 * count - 2
        assert index.looked <= 3 * count * (log2(count) + 2)


def test_one_stretch_round_all_costs_no_question_more_than_the_tree_is_high() -> None:
    stretches = [Span(0, 100_000), *(Span(10 * i, 10 * i + 5) for i in range(1_000))]
    index = Stretches(stretches)
    for one in stretches[1:]:
        assert len(index.meeting(one)) == 2
    assert index.looked <= 4 * len(stretches) * (log2(len(stretches)) + 2)


def test_nothing_reaches_nowhere() -> None:
    assert stretch(()) == Span(0, 0)
    assert Stretches([Span(0, 5)]).meeting(stretch(())) == []


@given(st.text(alphabet="a \n\t.", max_size=20), st.integers(0, 20))
def test_the_last_character_before_a_place_is_that_of_the_stripped_text(text: str, at: int) -> None:
    at = min(at, len(text))
    assert end_before(text, at) == len(text[:at].rstrip())
    assert last_before(text, at) == text[:at].rstrip()[-1:]
    assert last_before(text, at, " ") == text[:at].rstrip(" ")[-1:]
