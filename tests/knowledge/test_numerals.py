"""Roman numerals as numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.numerals import roman

UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@given(st.integers(1, 39))
def test_every_numeral_up_to_39_is_its_number(number: int) -> None:
    assert roman("X" * (number // 10) + UNITS[number % 10]) == number


@pytest.mark.parametrize("printed", ["", "IIX", "IC", "VV", "IIII", "XXXX", "the", "4"])
def test_what_is_no_numeral_is_zero(printed: str) -> None:
    assert roman(printed) == 0


def test_small_letters_are_read_too() -> None:
    assert roman("xiv") == 14
