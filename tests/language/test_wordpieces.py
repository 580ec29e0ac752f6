"""Word pieces: every piece stands where it says, and what an uncased model misses stands beside it."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.wordpieces import FEATURES, Pieces, WordPieces, load_wordpieces

TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=80)


@pytest.fixture(scope="module")
def cutter() -> WordPieces:
    return load_wordpieces(Path(str(files("dragoman") / "weights" / "attribution_vocabulary.txt")))


def words(text: str, pieces: Pieces) -> list[str]:
    return [text[a:b] for a, b in pieces.offsets.tolist()]


def test_a_word_that_the_vocabulary_lacks_is_cut_into_its_longest_known_parts(cutter: WordPieces) -> None:
    text = "Velmar reaffirmed it."
    pieces = cutter.cut(text)
    assert words(text, pieces)[-2:] == ["it", "."]
    assert "".join(words(text, pieces)) == "Velmarreaffirmedit."
    assert pieces.inner.tolist()[0] == 0
    assert sum(pieces.inner) == len(pieces) - 4


def test_capitals_digits_and_marks_are_told_apart_from_lower_case(cutter: WordPieces) -> None:
    pieces = cutter.cut("The UN met 12 , times")
    assert pieces.shape.tolist() == [1, 2, 0, 3, 4, 0]


def test_accents_and_case_do_not_change_the_pieces(cutter: WordPieces) -> None:
    assert cutter.cut("Café").ids.tolist() == cutter.cut("cafe").ids.tolist()


def test_what_stands_between_quotation_marks_is_marked_until_its_line_ends(cutter: WordPieces) -> None:
    pieces = cutter.cut('he said “we go” and "they\nstay')
    assert pieces.quote.tolist() == [0, 0, 2, 1, 1, 3, 0, 2, 1, 0]


def test_the_first_piece_of_each_line_is_known(cutter: WordPieces) -> None:
    text = "one two\n\nthree\nfour"
    pieces = cutter.cut(text)
    first = [word for word, start in zip(words(text, pieces), pieces.start, strict=True) if start]
    assert first == ["one", "three", "four"]


def test_a_run_of_letters_without_end_is_one_unknown_piece(cutter: WordPieces) -> None:
    pieces = cutter.cut("z" * 5000)
    assert pieces.ids.tolist() == [cutter.vocabulary["[UNK]"]]
    assert pieces.offsets.tolist() == [[0, 5000]]


@given(text=TEXTS)
def test_pieces_stand_in_order_apart_from_each_other_and_inside_the_text(cutter: WordPieces, text: str) -> None:
    pieces = cutter.cut(text)
    flat = pieces.offsets.reshape(-1).tolist()
    assert flat == sorted(flat)
    assert all(0 <= a < b <= len(text) for a, b in pieces.offsets.tolist())
    assert all(len(getattr(pieces, name)) == len(pieces) for name in (*FEATURES, "inner"))


@given(text=TEXTS)
def test_every_letter_and_digit_of_ascii_stands_in_a_piece(cutter: WordPieces, text: str) -> None:
    covered = {i for a, b in cutter.cut(text).offsets.tolist() for i in range(a, b)}
    assert not [c for i, c in enumerate(text) if c.isascii() and c.isalnum() and i not in covered]


@given(left=TEXTS, right=TEXTS)
def test_the_pieces_of_a_text_do_not_depend_on_what_was_cut_before(cutter: WordPieces, left: str, right: str) -> None:
    alone = cutter.cut(right)
    cutter.cut(left)
    again = cutter.cut(right)
    assert alone.ids.tolist() == again.ids.tolist()
    assert alone.offsets.tolist() == again.offsets.tolist()
