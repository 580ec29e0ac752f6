"""Spans behave as sets of offsets do."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.spans import Span, common, covers, length, merged, without, words

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair))), max_size=6
)


def offsets(found: object) -> set[int]:
    return {i for start, end in found for i in range(start, end)}  # type: ignore[attr-defined]  # any list of pairs


@given(spans)
def test_merging_keeps_every_offset_and_leaves_gaps_between_spans(found: list[Span]) -> None:
    out = merged(found)
    assert offsets(out) == offsets(found)
    assert all(a.end < b.start for a, b in pairwise(out))
    assert length(found) == len(offsets(found))


@given(spans, spans)
def test_common_and_without_are_intersection_and_difference(left: list[Span], right: list[Span]) -> None:
    assert offsets(common(left, right)) == offsets(left) & offsets(right)
    assert offsets(without(left, right)) == offsets(left) - offsets(right)
    assert covers(left, right) == (offsets(right) <= offsets(left))


@given(spans, spans)
def test_common_and_without_come_back_merged(left: list[Span], right: list[Span]) -> None:
    assert common(left, right) == merged(common(left, right))
    assert without(left, right) == merged(without(left, right))


def test_words_of_a_discontinuous_finding_are_joined_with_an_ellipsis() -> None:
    assert words("one two three", [(0, 3), (8, 13)]) == "one … three"
