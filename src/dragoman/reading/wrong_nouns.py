"""Wrongs told by nouns and adjectives: "Velmar's aggression", "its illegal acts", "carried out a raid", "guilty of"."""

from typing import TYPE_CHECKING

from dragoman.knowledge.contention import WrongRole, wrong_words
from dragoman.knowledge.names import people_words
from dragoman.reading.nameless import is_people, noun_of
from dragoman.reading.undertaking.parties import Room
from dragoman.reading.undertaking.standing import standing_of
from dragoman.reading.wrong_deeds import MODIFIES, is_background, is_denied, is_fighter
from dragoman.reading.wrong_doers import Doers, carrier, doers_of_noun, doers_of_verb

if TYPE_CHECKING:
    from dragoman.language.parser import Token

BAD: tuple[WrongRole, ...] = ("wrong", "blow", "fighter", "does wrong")
HOLDS = frozenset({"hold", "take", "keep"})
GIVEN = frozenset({"for", "of", "to"})


def by_noun(noun: "Token", room: Room) -> Doers | None:
    """Whose wrong the noun is, or who does it by a verb that carries it; none where it tells no wrong."""
    lemma = noun.lemma_.lower()
    if lemma in wrong_words("captive"):
        return _by_captors(noun, room)
    if any(child.lower_ in ("no", "any") for child in noun.children) or _is_open(noun):
        return None
    if lemma in wrong_words("deed") and (_is_alleged(noun) or _helps_fighters(noun)):
        return doers_of_noun(noun, room, of=False)
    if lemma in wrong_words("wrongdoer") and noun.dep_ == "attr" and noun.head.lemma_ == "be":
        return _affirmed(noun.head, room)
    wrong, blow = lemma in wrong_words("wrong"), lemma in wrong_words("blow")
    owner = doers_of_noun(noun, room, of=True) if wrong else None
    deed = noun.head if noun.dep_ in MODIFIES and noun.head.lemma_.lower() in wrong_words("weapon") else noun
    verb = carrier(deed) if owner is None and (wrong or blow) else None
    if verb is not None and not (blow and is_background(verb)):
        return _affirmed(verb, room)
    return owner


def _by_captors(noun: "Token", room: Room) -> Doers | None:
    """Who is told to hold or take people hostage; somebody who is not named, where it is told in the passive
    ("sailors held hostage in Lofra").
    """
    verb = noun.head
    if verb.lemma_.lower() not in HOLDS or noun.dep_ not in ("dobj", "oprd", "xcomp", "advmod", "attr"):
        return None
    suffered = verb.i == noun.i - 1 and noun.tag_ == "NN" and not any(c.dep_ == "agent" for c in verb.children)
    if not suffered:
        return _affirmed(verb, room)
    held = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    people = any(is_people(one) or noun_of(one) in people_words() for one in held or [verb.head])
    may = any(child.tag_ in ("MD", "TO") for child in verb.children)
    return Doers((), verb) if people and not may and not is_denied(verb) else None


def by_adjective(word: "Token", room: Room) -> Doers | None:
    """Whose deed is called unlawful, or who is told to be guilty of a wrong."""
    verb, lemma = word.head, word.lemma_.lower()
    if lemma in wrong_words("guilty"):
        blamed = any(_is_bad(thing) for link in word.children if link.dep_ == "prep" for thing in link.children)
        return _affirmed(verb, room) if blamed and word.dep_ == "acomp" else None
    if lemma not in wrong_words("unlawful"):
        return None
    if word.dep_ == "amod" and verb.pos_ == "NOUN":
        return doers_of_noun(verb, room, of=True)
    if word.dep_ not in ("acomp", "oprd") or is_denied(verb) or standing_of(verb) != "told":
        return None
    deeds = (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ == "NOUN")
    return next((found for deed in deeds if (found := doers_of_noun(deed, room, of=True)) is not None), None)


def by_adverb(word: "Token", room: Room) -> Doers | None:
    """Who is told to do something "illegally"."""
    unlawful = word.lemma_.lower() in wrong_words("unlawfully") and word.head.pos_ == "VERB"
    return _affirmed(word.head, room) if unlawful else None


def _affirmed(verb: "Token", room: Room) -> Doers | None:
    return doers_of_verb(verb, room) if not is_denied(verb) else None


def _is_open(noun: "Token") -> bool:
    """Whether something only may be it, or is not: "it may have been a provocation by Velmar"."""
    return noun.dep_ == "attr" and standing_of(noun.head) != "told"


def _is_alleged(noun: "Token") -> bool:
    return any(child.lower_ == "alleged" for child in noun.children)


def _helps_fighters(noun: "Token") -> bool:
    links = (child for child in noun.children if child.lower_ in GIVEN)
    return any(is_fighter(thing) for link in links for thing in link.children)


def _is_bad(thing: "Token") -> bool:
    return any(thing.lemma_.lower() in wrong_words(role) for role in BAD)
