"""Deeds told by verbs: a wrong by itself, force, a bond that is broken or not kept, help to those who fight."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.contention import wrong_words
from dragoman.reading.nameless import country_of
from dragoman.reading.undertaking.parties import Room
from dragoman.reading.undertaking.standing import standing_of
from dragoman.reading.wrong_doers import Doers, doers_of_verb, named

if TYPE_CHECKING:
    from dragoman.language.parser import Token

AIMED = frozenset({"on", "at", "into", "upon", "toward", "towards", "against"})
WHEN = frozenset({"since", "after", "before", "when", "as", "while", "until", "once"})
MODIFIES = frozenset({"amod", "compound"})
SOIL = frozenset({"soil", "territory"})
ARMED = frozenset({"armed", "militant", "rebel", "terrorist"})


def by_verb(word: "Token", room: Room) -> Doers | None:
    """Who is told to do the wrong that the verb tells, where it tells one."""
    breach = _breach(word)
    if breach is not None and is_denied(breach):
        return _keeper(breach, room)
    top = breach or (word if _is_deed(word, word.lemma_.lower()) else None)
    return doers_of_verb(top, room) if top is not None else None


def is_fighter(thing: "Token") -> bool:
    """Whether it is a word for those who fight, or is told of one: "rebels", "terrorist groups", "armed gangs"."""
    modifies = (child.lemma_.lower() for child in thing.children if child.dep_ in MODIFIES)
    return thing.lemma_.lower() in wrong_words("fighter") or any(m in wrong_words("fighter") | ARMED for m in modifies)


def _is_deed(verb: "Token", lemma: str) -> bool:
    """Whether the verb tells a wrong by itself, force against somebody, or help to those who fight."""
    if is_denied(verb):
        return False
    things = list(_things(verb)) or _passed_over(verb)
    fighters = any(map(is_fighter, things))
    if lemma in wrong_words("makes") and any(thing.lemma_.lower() in wrong_words("banned") for thing in things):
        return True
    if lemma in wrong_words("helps") and fighters:
        return True
    if lemma in wrong_words("abroad"):
        return _is_abroad(verb)
    if lemma in wrong_words("does wrong"):
        return not fighters
    if lemma not in wrong_words("does force") or fighters or is_background(verb):
        return False
    aimed = any(child.dep_ == "prep" and child.lower_ in AIMED for child in verb.children)
    if lemma in ("fire", "open"):
        return aimed and (lemma == "fire" or any(thing.lower_ == "fire" for thing in things))
    return bool(things) or any(child.dep_ in ("nsubjpass", "agent") for child in verb.children)


def _is_abroad(verb: "Token") -> bool:
    """Whether one state's people are told to do it on another's soil: "Velmarian troops fight on Ostrandian soil"."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("on", "in", "inside"))
    soil = next((t for link in links for t in link.children if t.lemma_.lower() in SOIL), None)
    theirs = {country_of(child) for child in verb.children if child.dep_ == "nsubj"} - {None}
    return soil is not None and bool(theirs) and country_of(soil) not in {None, *theirs}


def is_background(verb: "Token") -> bool:
    """Whether it only tells when something else was: "since Velmar seized the port"."""
    return verb.dep_ == "advcl" and any(child.lower_ in WHEN for child in verb.children)


def _things(verb: "Token") -> Iterator["Token"]:
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "dative"):
            yield _antecedent(child)
            yield from (other for other in child.children if other.dep_ == "conj")


def _passed_over(verb: "Token") -> list["Token"]:
    """To whom it is done, where another clause stands between: "rebels who, it is alleged, are backed by Velmar"."""
    above = verb.head
    passive = any(child.dep_ == "agent" for child in verb.children) and verb.dep_ == "ccomp"
    return [above.head] if passive and above.dep_ == "relcl" else []


def _antecedent(word: "Token") -> "Token":
    """The word itself; of "who" or "which" what it takes up, however deep its clause stands."""
    token = word
    while word.tag_ in ("WP", "WDT") and token.head != token:
        token = token.head
        if token.dep_ == "relcl":
            return token.head
    return word


def _breach(verb: "Token") -> "Token | None":
    """The verb that tells the breach of a bond: "broke its word", "has not kept its promises", "failed to honour"."""
    lemma = verb.lemma_.lower()
    if lemma in wrong_words("breaks"):
        return verb if not is_denied(verb) and _has_bond(verb) else None
    if lemma not in wrong_words("keeps") or not _has_bond(verb):
        return None
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in wrong_words("fails"):
        return verb.head if not is_denied(verb.head) else None
    return verb if is_denied(verb) else None


def _has_bond(verb: "Token") -> bool:
    return any(token.lemma_.lower() in wrong_words("bond") for token in verb.subtree if token.i > verb.i)


def is_denied(verb: "Token") -> bool:
    """Whether "not" or "never" stands with it."""
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)


def _keeper(verb: "Token", room: Room) -> Doers | None:
    """Who does not keep a bond."""
    if standing_of(verb) != "denied":
        return None
    heads = [child for child in verb.children if child.dep_ == "nsubj"]
    return named(heads[0], verb, room) if heads else None
