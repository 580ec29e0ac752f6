"""What cannot be seen is shown, and what stands between quotation marks is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.quoted import CLOSING, quoted, quoted_runs
from dragoman.model.spans import Span, words
from dragoman.model.visible import SUBSTITUTE, UNSEEN, visible


def runs(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_runs(text)]


def test_controls_become_their_pictures_and_marks_of_direction_a_substitute() -> None:
    assert visible("a\0b\x7f\u202ec\u200b") == f"a␀b␡{SUBSTITUTE}c{SUBSTITUTE}"


def test_white_space_and_letters_stay() -> None:
    assert visible("Ünïcode\t\r\n—é") == "Ünïcode\t\r\n—é"


@given(st.text(st.characters()))
def test_the_shown_text_has_the_same_length_can_be_written_and_hides_nothing(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")
    assert not UNSEEN.search(shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes, it is so” and left.", ["yes, it is so"]),
        ('"We will," she said, "come."', ["We will,", "come."]),
        ("Talks were ‘productive’, the minister’s aide said", ["productive"]),
        ("the ministers' talks were 'good' today", ["good"]),
        ("«Oui», dit-il. „Ja“, sagte sie.", ["Oui", "Ja"]),
        ("no marks here, it's 5' long", []),
        ("“An open mark that nothing closes", []),
        ("“He told me ‘no’ at once,” she said", ["He told me ‘no’ at once,"]),
        ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
        ("“One.\n\nTwo, he said.", []),
        ("“One.\nTwo,” he said.", ["One.\nTwo,"]),
        ('"A line that is\nwrapped," he said.', ["A line that is\nwrapped,"]),
        ('"One.\nTwo, he said. "Three."', ["Three."]),
        ("“One.\n\nTwo,” he said.", []),
    ],
)
def test_runs_between_quotation_marks(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def test_words_are_quoted_only_where_every_part_is() -> None:
    text = "“It is open,” he said of the road, “and stays so.”"
    inside, outside = Span(1, 11), Span(17, 32)
    assert quoted(text, (inside,))
    assert not quoted(text, (inside, outside)), words(text, (inside, outside))
    assert not quoted(text, ())


@given(st.text(st.sampled_from("ab “”‘’\"'«»\n")))
def test_runs_lie_in_the_text_behind_a_mark_and_hold_no_blank_line(text: str) -> None:
    for start, end in quoted_runs(text):
        assert 0 < start < end <= len(text)
        assert text[start - 1] in CLOSING
        assert "\n\n" not in text[start:end]


@pytest.mark.parametrize("mark", CLOSING)
def test_a_million_marks_that_nothing_closes_are_read_in_one_walk(mark: str) -> None:
    text = f"{mark}a " * 100_000
    assert len(quoted_runs(text)) <= 100_000
