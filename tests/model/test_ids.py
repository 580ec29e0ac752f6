"""Ids come from content alone."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.ids import LENGTH, compiled_id, digest, finding_id


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_different_parts_give_different_ids(left: list[str], right: list[str]) -> None:
    assert (digest(*left) == digest(*right)) == (left == right)
    assert len(digest(*left)) == LENGTH


def test_parts_do_not_run_together() -> None:
    assert digest("ab", "c") != digest("a", "bc")


@given(st.permutations(["b", "a", "c"]))
def test_what_is_compiled_is_named_after_its_least_member(members: list[str]) -> None:
    assert compiled_id("actor", members) == compiled_id("actor", ["a"])


def test_a_finding_is_told_apart_by_noun_and_spans() -> None:
    assert len({finding_id("x", noun, [(s, 9)]) for noun in ("statement", "figure") for s in (1, 2)}) == 4
