"""When two terms are different names, and not one name inflected, cut short or abbreviated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.name_terms import initials_of, spelled_alike, told_apart

WORDS = st.lists(st.text("abcdefghij", min_size=2, max_size=8), min_size=1, max_size=4).map(" ".join)

ONE_NAME = [
    ("Lisk Bridge Committee", "Bridge Committee"),
    ("Northern Sea Council", "NSC"),
    ("N.S.C.", "NSC"),
    ("Eastern Sea Union", "EASU"),
    ("Carrow Region", "Carrow"),
    ("Mirrea", "Mirrean Peninsula"),
    ("rebels", "rebel"),
    ("Organisation of Ports", "Organization of Ports"),
]
TWO_NAMES = [
    ("Carrow", "Lisk"),
    ("blockade", "illegal blockade"),
    ("Carrow corridor", "Carrow road"),
    ("Marzhovsk", "Marjovsk"),
    ("war", "conflict"),
]


@pytest.mark.parametrize(("left", "right"), ONE_NAME)
def test_one_name_in_two_forms_is_not_told_apart(left: str, right: str) -> None:
    assert not told_apart([left, right])


@pytest.mark.parametrize(("left", "right"), TWO_NAMES)
def test_two_names_are_told_apart(left: str, right: str) -> None:
    assert told_apart([left, right])


def test_names_beside_a_noun_tell_nothing() -> None:
    assert not told_apart(["Velmarian war", "war"], {"velmarian"})
    assert told_apart(["Velmarian war", "conflict"], {"velmarian"})


def test_terms_that_a_third_connects_are_one_name() -> None:
    assert told_apart(["NSC", "Sea Assembly"])
    assert told_apart(["NSC", "Sea Council of Ports"])
    assert not told_apart(["NSC", "Sea Council of Ports", "Northern Sea Council", "Sea Council"])


@given(WORDS, WORDS)
def test_order_does_not_matter_and_nothing_differs_from_itself(left: str, right: str) -> None:
    assert told_apart([left, right]) == told_apart([right, left])
    assert not told_apart([left, left])


def test_initials_may_leave_out_small_words() -> None:
    assert not initials_of("OPF", "Organisation of Free Ports")
    assert initials_of("OFP", "Organisation of Free Ports")
    assert initials_of("OOFP", "Organisation of Free Ports")


def test_romanisations_share_their_consonants() -> None:
    assert spelled_alike("marzhovsk", "marjovsk")
    assert not spelled_alike("marzhovsk", "marzhovka")
    assert not spelled_alike("lisk", "lesk")
