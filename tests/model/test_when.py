"""A date is as sure as its words."""

from datetime import date

import pytest

from dragoman.model.when import UNKNOWN, between


def test_one_day_is_that_day() -> None:
    when = between(date(2031, 5, 14), date(2031, 5, 14), "stated")
    assert when.day == date(2031, 5, 14)
    assert when.edtf == "2031-05-14"


def test_an_inferred_day_is_marked_uncertain() -> None:
    assert between(date(2031, 5, 14), date(2031, 5, 14), "inferred").edtf == "2031-05-14?"


def test_a_range_and_an_open_side_are_intervals_without_a_day() -> None:
    when = between(date(2031, 5, 1), date(2031, 5, 31), "stated")
    assert when.edtf == "2031-05-01/2031-05-31"
    assert when.day is None
    assert between(date(2031, 5, 1), None, "stated").edtf == "2031-05-01/.."


def test_nothing_known_is_no_date() -> None:
    assert UNKNOWN.day is None
    assert between(None, None, "unknown").edtf == ""


def test_a_date_that_ends_before_it_begins_is_an_error() -> None:
    with pytest.raises(ValueError, match="after the latest"):
        between(date(2031, 5, 2), date(2031, 5, 1), "stated")
