"""The likeness of groups, found for many at once, is that of the features one by one."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.days import Days
from dragoman.compare.features import Sketch, likeness
from dragoman.compare.likeness import Groups, scored, summed
from dragoman.compare.sketches import together

FIRST = date(2031, 5, 14)
words = st.dictionaries(
    st.sampled_from(["ferry", "sound", "envoy", "lisk", "carrow", "storm", "boat"]), st.integers(1, 16_384)
)


@st.composite
def sketch(draw: st.DrawFn) -> Sketch:
    day = draw(st.none() | st.integers(0, 9))
    days = {} if day is None else {Days(FIRST + timedelta(day), FIRST + timedelta(day)): 1}
    lead = np.array(draw(st.lists(st.integers(-127, 127), min_size=8, max_size=8)), dtype=np.int64)
    return Sketch(1, draw(words), draw(words), lead, days)


@given(st.lists(sketch(), min_size=4, max_size=6))
def test_parts_of_many_are_scored_as_each_pair_is(drawn: list[Sketch]) -> None:
    others = list(range(1, len(drawn)))
    assert [scored(found) for found in Groups(drawn).parts(0, others)] == [likeness(drawn[0], drawn[i]) for i in others]


@given(st.lists(sketch(), min_size=4, max_size=6))
def test_parts_of_two_groups_add_up_to_those_of_both(drawn: list[Sketch]) -> None:
    groups = Groups(drawn)
    apart = [summed(*found) for found in zip(groups.parts(0, [2, 3]), groups.parts(1, [2, 3]), strict=True)]
    groups.join(0, 1, len(drawn))
    assert groups.parts(len(drawn), [2, 3]) == apart
    both = together(drawn[0], drawn[1])
    assert [scored(found) for found in apart] == [likeness(both, drawn[2]), likeness(both, drawn[3])]
