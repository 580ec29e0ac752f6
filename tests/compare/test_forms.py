"""Words as they are compared: where they stand, what is one word, and what is folded."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.forms import fold, tokens
from dragoman.model.spans import Span


def forms(text: str) -> list[str]:
    return [token.form for token in tokens(text, (Span(0, len(text)),))]


def keys(text: str) -> list[str]:
    return [token.key for token in tokens(text, (Span(0, len(text)),))]


@given(st.text(alphabet="abI’'snt.-,%0123 May“”\n[]$"))
def test_words_stand_in_order_and_apart_in_the_text(text: str) -> None:
    found = tokens(text, (Span(0, len(text)),))
    edges = [edge for token in found for edge in token.span]
    assert edges == sorted(edges)
    assert all(0 <= token.span.start < token.span.end <= len(text) for token in found)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_no_word_lies_outside_of_the_spans(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert all(start <= t.span.start and t.span.end <= end for t in tokens(text, (Span(start, end),)))


def test_contractions_are_two_words_and_possessives_one() -> None:
    assert forms("We won’t and can’t; they cannot") == ["we", "will", "n't", "and", "can", "n't", "they", "can", "not"]
    assert forms("Velmar's boats, it's late") == ["velmar", "boats", "it", "'s", "late"]


def test_a_listed_phrase_is_one_word_unless_punctuation_parts_it() -> None:
    assert forms("they have to go") == ["they", "have to", "go"]
    assert forms("what they have, to go") == ["what", "they", "have", "to", "go"]


def test_numbers_in_words_digits_and_with_scales_have_one_key() -> None:
    assert keys("3.5 million") == keys("3,500,000")
    assert keys("twenty-five") == keys("25")
    assert keys("20 per cent") == keys("20%")


def test_spellings_and_inflections_have_one_key() -> None:
    for one, other in (
        ("cease-fire", "ceasefire"),
        ("organised", "organized"),
        ("favour", "favor"),
        ("parties", "party"),
    ):
        assert fold(one) == fold(other)
    assert keys("Sept. 3") == keys("September 3")


def test_a_month_is_told_from_a_modal() -> None:
    assert [token.day for token in tokens("9 May", (Span(0, 5),))] == [None, "may"]
    assert [token.day for token in tokens("May we go", (Span(0, 9),))] == [None, None, None]
