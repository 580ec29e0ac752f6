"""What the names of one body share across articles: spelling, abbreviation, the state it belongs to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain

from dragoman.knowledge.bodies import body_key, is_generic, listed_bodies
from dragoman.knowledge.names import fold
from dragoman.knowledge.states import listed_names
from dragoman.knowledge.tables import table
from dragoman.model.links import At
from dragoman.model.reading import Entity

BRITISH = (("isation", "ization"), ("defence", "defense"), ("labour", "labor"), ("programme", "program"))
"""Endings and words that British and American names of bodies spell differently, beside "centre"."""
CHAMBERS = frozenset({"senate", "house", "parliamentary", "congressional"})
COMMITTEES = frozenset({"committee", "subcommittee"})
SMALL = frozenset({"the", "of", "for", "and", "on", "in"})
ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,8}")

Key = tuple[str, str]
"""A body's folded name, and its state, empty where none is told."""


class BodyNames:
    """The names of a collection's bodies: which of them are abbreviations, and in which states each name is known."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        bodies = [entity for entity in entities if entity.kind == "body" and entity.names]
        self._states: dict[str, set[str]] = defaultdict(set)
        full: dict[str, set[str]] = defaultdict(set)
        for entity in bodies:
            name = plain_name(entity.name, entity.country)
            if entity.country:
                self._states[name].add(entity.country)
            for short in entity.names:
                if stands_for(short, entity.name):
                    full[short.replace(".", "")].add(name)
        self._full: Mapping[str, str] = {short: min(names) for short, names in full.items() if len(names) == 1}

    def key(self, entity: Entity) -> Key | None:
        """What two mentions of one body share; none for a name that stands in many states ("Supreme Court") without
        its state, unless the list has one body of the name, or a chamber's name tells it, and no second state has one.
        """
        name = plain_name(entity.name, entity.country)
        name = self._full.get(entity.name.replace(".", ""), name)
        states = self._states.get(name, set())
        if is_unique(name) or (len(states) < 2 and _is_told(name, entity.name)):
            return name, ""
        if entity.country is None and is_generic(entity.name):
            return None
        return name, entity.country or ""


@cache
def plain_name(name: str, country: str | None) -> str:
    """The listed name, or the folded one: without the state's, "the" and what stands in brackets, spelled as in the
    United States.
    """
    bare = re.sub(r"\s*\([^()]*\)$", "", name) or name
    known = _agencies().get(bare) or _agencies().get(bare.removeprefix("The ").removeprefix("the "))
    plain = f" {fold(known or body_key(bare, country))} ".replace(" the ", " ").strip()
    of_state = f" of {fold(listed_names().get(country or '', ''))}"
    short = plain.removesuffix(of_state)
    if len(of_state) > len(" of ") and " " in short:  # "Times of Xland" is no other times
        plain = short
    for british, american in BRITISH:
        plain = plain.replace(british, american)
    return re.sub(r"\bcentre\b", "center", plain)


@cache
def is_unique(plain: str) -> bool:
    """Whether the lists of bodies and agencies has it and no two states can have one each."""
    return plain in _listed() and not is_generic(plain)


def _is_told(plain: str, name: str) -> bool:
    words = set(plain.split())
    return (plain in _listed() and is_generic(name)) or (bool(words & CHAMBERS) and bool(words & COMMITTEES))


def stands_for(short: str, name: str) -> bool:
    """Whether the one is made of the initials of the other, small words with or without theirs."""
    letters = short.replace(".", "")
    if " " not in name or not ABBREVIATION.fullmatch(short):
        return False
    words = re.findall(r"[^\W\d_]+", name)
    initials = ("".join(word[0] for word in words if all_ or word.casefold() not in SMALL) for all_ in (True, False))
    return letters.casefold() in {each.casefold() for each in initials}


@cache
def _listed() -> frozenset[str]:
    names = chain(listed_bodies().values(), _agencies().values())
    return frozenset(f" {fold(name)} ".replace(" the ", " ").strip() for name in names)


@cache
def _agencies() -> dict[str, str]:
    """The listed name of an agency, by any name that is surely its own and no other's."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row in table("agencies").rows:
        for name in row["names"].split("; "):
            owners[name].add(row["name"])
    return {name: min(found) for name, found in owners.items() if name and len(found) == 1}


def body_groups(entities: Mapping[At, Entity]) -> dict[At, Key | None]:
    """The key of every body, by its place."""
    names = BodyNames(entities.values())
    return {at: names.key(entity) for at, entity in entities.items() if entity.kind == "body" and entity.names}
