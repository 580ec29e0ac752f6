"""Things that have names: of what kind a noun calls them, and which names are one place's."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from dragoman.knowledge.names import fold, skeleton
from dragoman.knowledge.phrases import unambiguous
from dragoman.knowledge.tables import table

LONG = 6
"""Shorter names of places must be spelled as listed."""


class ThingKind(NamedTuple):
    """The kind of thing that a noun calls by, and the prepositions by which it is joined to a place's name."""

    kind: str
    joined_by: frozenset[str]


@cache
def thing_kinds() -> Mapping[str, ThingKind]:
    """Nouns, in the singular and lower case, that may stand behind or before a name for one thing."""
    return MappingProxyType(
        {
            row["word"]: ThingKind(row["kind"], frozenset(row["joined_by"].split(",")))
            for row in table("thing_kinds").rows
        }
    )


@cache
def passing_adjectives() -> frozenset[str]:
    """Adjectives that are no part of what a thing is called: "the ongoing war"."""
    return frozenset(row["word"] for row in table("passing_adjectives").rows)


def place_of(name: str) -> str | None:
    """The listed place that has this name, however romanised: the same for "Londonderry" and "Derry"."""
    folded = fold(name)
    return _places().get(folded) or (_skeletons().get(skeleton(folded)) if len(folded) >= LONG else None)


@cache
def _places() -> dict[str, str]:
    return unambiguous((name, row["place"]) for row in table("places").rows for name in row["names"].split("|"))


@cache
def _skeletons() -> dict[str, str]:
    return unambiguous(
        (alike, row["place"])
        for row in table("places").rows
        for name, alike in zip(row["names"].split("|"), row["skeletons"].split("|"), strict=True)
        if name in _places()
    )
