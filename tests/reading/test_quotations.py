"""Which words stand between quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.quotations import find_quotations


def quoted(text: str, level: int = 0) -> list[list[str]]:
    return [[text[s:e] for s, e in q.parts] for q in find_quotations(text) if q.level == level]


@pytest.mark.parametrize(
    "text",
    ['He said "the road is open" today.', "He said “the road is open” today.", "He said «the road is open» today.",
     "He said „the road is open“ today.", "He said ‘the road is open’ today.", "He said 'the road is open' today.",
     "He said ''the road is open'' today.", "He said “the road is open“ today."],
)  # fmt: skip
def test_all_kinds_of_marks_are_read(text: str) -> None:
    assert quoted(text) == [["the road is open"]]


def test_apostrophes_and_possessives_are_no_marks() -> None:
    assert quoted("The ministers' plan isn't Lisk's. It’s the ministers’ road in the ’90s.") == []


def test_a_single_quotation_may_hold_an_apostrophe() -> None:
    assert quoted("It was, he said, ‘Velmar’s road’.") == [["Velmar’s road"]]


def test_an_inner_quotation_has_the_next_level() -> None:
    text = "“She said ‘never’ to us,” he added."
    assert quoted(text) == [["She said ‘never’ to us,"]]
    assert quoted(text, level=1) == [["never"]]


def test_a_quotation_reopened_in_each_paragraph_is_one() -> None:
    assert quoted("“First.\n\n“Second,” he said.") == [["First.", "Second,"]]


def test_a_quotation_that_is_not_reopened_runs_to_its_closing_mark() -> None:
    assert quoted("“First.\nSecond,” he said.") == [["First.", "Second,"]]


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    text = "He said: “The road is open.\n\nCarrow was calm."
    assert quoted(text) == [["The road is open."]]
    assert not find_quotations(text)[0].closed


def test_two_closed_quotations_in_neighbouring_paragraphs_are_two() -> None:
    assert quoted("“First.”\n“Second.”") == [["First."], ["Second."]]


def test_inches_do_not_open() -> None:
    assert quoted('A 5" pipe and a 6" pipe.') == []


@given(st.text(alphabet=" ab.,\n\"“”'‘’«»„", max_size=60))
def test_quotations_lie_in_the_text_and_do_not_cross(text: str) -> None:
    found = find_quotations(text)
    for q in found:
        assert q.outer.start < q.parts[0].start <= q.parts[-1].end <= q.outer.end <= len(text)
        assert all(a.end <= b.start for a, b in pairwise(q.parts))
    outer = [q.outer for q in found if q.level == 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))
