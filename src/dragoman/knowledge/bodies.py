"""Bodies: international organisations and other bodies under their usual names, and the words that make a body."""

from functools import cache

from dragoman.knowledge.names import fold
from dragoman.knowledge.offices import ministry_phrases
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


@cache
def body_key(name: str) -> str:
    """What two names of one body share: the listed name; of a ministry its everyday name without the state's; else the
    folded name without a state's word before it.
    """
    listed = listed_bodies().get(name.removeprefix("the ").removeprefix("The "))
    if listed:
        return listed
    ministries, words = ministry_phrases(), name.split()
    at = 0
    for word in words:
        found = ministries.at(name, at, word) if word in ministries else None
        if found:
            return found[1]
        at += len(word) + 1
    return fold(name.removeprefix("the ").removeprefix("The "))
