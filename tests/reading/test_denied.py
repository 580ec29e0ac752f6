"""What is denied is the thing, without who voiced it and when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.spans import Span, words
from dragoman.reading.attribution.denied import thing_denied

CASES = {
    "voiced": ("denied", "the allegations voiced both before and after the vote", "the allegations"),
    "raised by whom": (
        "rejects",
        "the latest Velmarian claims raised by the envoy in Lisk",
        "the latest Velmarian claims",
    ),
    "a plan": ("dismissed", "the idea floated at the talks", "the idea"),
    "what it says is kept": ("denied", "the allegations made in Lisk that it shelled the causeway", None),
    "another noun": ("denied", "the fire reported in the harbour", None),
    "no denial": ("repeated", "the allegations voiced before the vote", None),
    "the noun alone": ("denied", "the allegations", None),
}


@pytest.mark.parametrize("case", CASES)
def test_the_content_of_a_denial_ends_with_the_thing_denied(case: str) -> None:
    cue, content, expected = CASES[case]
    text = f"Ostrand {cue} {content}."
    at = Span(8, 8 + len(cue))
    whole = (Span(at.end + 1, len(text) - 1),)
    assert words(text, thing_denied(text, (at,), whole)) == (expected or content)


@given(st.text(max_size=80), st.integers(0, 80))
def test_what_is_denied_begins_where_the_content_does(tail: str, cut: int) -> None:
    text = f"Ostrand denied the allegations voiced {tail}"
    whole = (Span(15, max(16, min(len(text), 15 + cut))),)
    found = thing_denied(text, (Span(8, 14),), whole)
    assert found[0].start == 15
    assert found[-1].end <= whole[-1].end
