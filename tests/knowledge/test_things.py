"""Kinds of things, and names of places."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.names import fold, skeleton
from dragoman.knowledge.tables import table
from dragoman.knowledge.things import place_of, thing_kinds

COLUMNS = ("names", "skeletons")


def test_names_of_one_place_lead_to_it_however_romanised() -> None:
    assert place_of("Bombay") == place_of("Mumbai") == place_of("Mumbay")
    assert place_of("Bombay") != place_of("Lviv")


def test_a_name_that_two_places_have_is_neithers() -> None:
    named = {(name, row["place"]) for row in table("places").rows for name in row["names"].split("|")}
    names = Counter(name for name, _ in named)
    assert not [name for name, places in names.items() if places > 1 and place_of(name)]


def test_every_place_of_the_list_has_several_names() -> None:
    assert all("|" in row["names"] for row in table("places").rows)


def test_names_of_places_are_kept_folded_with_their_skeletons() -> None:
    rows = table("places").rows[::97]
    names = [(name, alike) for row in rows for name, alike in zip(*(row[c].split("|") for c in COLUMNS), strict=True)]
    assert [(fold(name), skeleton(fold(name))) for name, _ in names] == names


@given(st.text("bcdfgaeiou", min_size=1, max_size=4))
def test_short_names_must_be_spelled_as_listed(name: str) -> None:
    listed = {name.casefold() for row in table("places").rows for name in row["names"].split("|")}
    assert (place_of(name) is not None) <= (name.casefold() in listed or "y" in name)


def test_prepositions_join_a_noun_to_a_place() -> None:
    assert "of" in thing_kinds()["blockade"].joined_by
    assert thing_kinds()["road"].kind == thing_kinds()["corridor"].kind
