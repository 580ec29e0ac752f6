"""Words of undertaking: by which undertakings are given, accepted, refused, kept and broken, and how they are told."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from dragoman.knowledge.tables import table

Part = Literal[
    "verb",
    "adjective",
    "noun",
    "pact",
    "voices",
    "tells",
    "again",
    "remains",
    "stands",
    "reaches",
    "yields",
    "keeps",
    "keeps to",
    "breaks",
    "breaks to",
    "kept",
    "listed",
    "offered",
    "vague",
    "utmost",
    "unsure",
    "open",
    "bound",
    "trades",
    "occasion",
    "speaks",
    "telling",
    "hostile",
    "two",
    "camp",
    "deed",
    "felt",
    "vouches",
    "says",
    "barred",
    "charges",
    "state",
    "sets",
    "fares",
    "leaving",
    "maybe",
    "armed",
    "swaps",
    "makes",
]


class Word(NamedTuple):
    """What a word says of an undertaking (a status, or nothing), and the frames that may follow it."""

    says: str
    frames: frozenset[str]


@cache
def undertaking_words(part: Part) -> Mapping[str, Word]:
    """The words of one part, in lower case and as dictionaries have them."""
    rows = (row for row in table("undertaking_words").rows if row["part"] == part)
    return MappingProxyType({row["word"]: Word(row["says"], frozenset(row["frames"].split("|"))) for row in rows})
