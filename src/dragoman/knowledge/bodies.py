"""Bodies: international organisations and other bodies under their usual names, and the words that make a body."""

from functools import cache

from dragoman.knowledge.phrases import Phrases, unambiguous
from dragoman.knowledge.tables import table


@cache
def listed_bodies() -> dict[str, str]:
    """The listed name of a body, by any of its names."""
    return unambiguous((row["words"], row["name"]) for row in table("bodies").rows)


@cache
def body_phrases() -> Phrases[str]:
    """The listed bodies, to be looked up in a text."""
    return Phrases(listed_bodies())


@cache
def body_words() -> frozenset[str]:
    """Lower-case words that a body's name ends in or begins with ("ministry", "court")."""
    return frozenset(row["word"] for row in table("body_words").rows if row["kind"] == "body")


@cache
def side_words() -> frozenset[str]:
    """Lower-case words that with a state's word stand for the state itself ("side", "delegation")."""
    return frozenset(row["word"] for row in table("body_words").rows if row["kind"] == "side")
