"""Bodies: international organisations and other bodies under their usual names, and the words that make a body."""

from functools import cache

from dragoman.knowledge.names import fold, name_words
from dragoman.knowledge.offices import ministry_phrases
from dragoman.knowledge.phrases import Phrases, unambiguous
from dragoman.knowledge.states import state_phrases
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
def states_spoken_for() -> dict[str, str]:
    """The code of the state for which a listed seat of government or service speaks, by the body's listed name."""
    return {row["name"]: row["state"] for row in table("bodies").rows if row["state"]}


@cache
def short_names() -> frozenset[str]:
    """Listed names of common nouns that longer listed names of the same body end in: the "Security Council" of "UN
    Security Council".

    Behind another word of a name they are the end of some other body's name: "National Security Council".
    """
    listed = listed_bodies()
    return frozenset(
        end
        for words, name in listed.items()
        for end in (words.split(" ", at)[-1] for at in range(1, words.count(" ") + 1))
        if listed.get(end) == name and " " in end and is_generic(end)
    )


@cache
def member_states() -> dict[str, frozenset[str]]:
    """The states that a group of states consists of, by the group's listed name."""
    found: dict[str, frozenset[str]] = {}
    for row in table("member_states").rows:
        found[row["name"]] = found.get(row["name"], frozenset()) | {row["code"]}
    return found


@cache
def meeting_bodies() -> frozenset[str]:
    """The listed names of bodies and groups of states whose members meet as a whole."""
    return frozenset(row["name"] for row in table("meeting_bodies").rows)


@cache
def body_words() -> frozenset[str]:
    """Lower-case words that a body's name ends in or begins with ("ministry", "court")."""
    return frozenset(row["word"] for row in table("body_words").rows if row["kind"] == "body")


@cache
def side_words() -> frozenset[str]:
    """Lower-case words that with a state's word stand for the state itself ("side", "delegation")."""
    return frozenset(row["word"] for row in table("body_words").rows if row["kind"] == "side")


@cache
def body_key(name: str, country: str | None) -> str:
    """What two names of one body of that state share: the listed name; of a ministry its everyday name; else the folded
    name without a word for the state before it.
    """
    plain = name.removeprefix("the ").removeprefix("The ")
    listed = listed_bodies().get(plain)
    if listed:
        return listed
    ministry = _ministry_in(plain)
    if ministry:
        return ministry
    first = plain.split(maxsplit=1)[0]
    found = state_phrases().at(plain, 0, first.removesuffix("'s").removesuffix("’s"))
    if found and country is not None and country in found[1]:
        plain = plain[found[0] :].removeprefix("'s").removeprefix("’s").strip() or plain
    return fold(plain)


@cache
def is_generic(name: str) -> bool:
    """Whether a body of this name stands in many states ("Supreme Court", "foreign ministry")."""
    generic = body_words() | name_words("generic")
    return _ministry_in(name) is not None or all(word in generic for word in fold(name).split())


def _ministry_in(name: str) -> str | None:
    at = 0
    for word in name.split():
        found = ministry_phrases().at(name, at, word) if word in ministry_phrases() else None
        if found:
            return found[1]
        at += len(word) + 1
    return None
