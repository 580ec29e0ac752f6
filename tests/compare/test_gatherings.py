"""What reports of meetings share."""

import pytest

from dragoman.compare.gatherings import same_place


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kyiv", "Kiev"),
        ("Mumbai", "Bombay"),
        ("the Carrow Palace", "Carrow Palace"),
        ("Marzhovsk", "Marjovsk"),
        ("Jeddah", "Jiddah"),
        ("Lisk", None),
    ],
)
def test_names_and_spellings_of_one_place_are_one(left: str, right: str | None) -> None:
    assert same_place(left, right)


@pytest.mark.parametrize(("left", "right"), [("Geneva", "Vienna"), ("Lisk", "Carrow"), ("Paris", "Parma")])
def test_two_places_stay_two(left: str, right: str) -> None:
    assert not same_place(left, right)
