"""People and bodies who speak without a name: "a senior official", "protesters", "the monitoring mission"."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import body_words
from dragoman.knowledge.names import name_words, people_words
from dragoman.knowledge.states import state_words
from dragoman.model.reading import ActorKind, Entity
from dragoman.model.spans import Span
from dragoman.reading.page import Page
from dragoman.reading.roles import Role

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

SOME = frozenset({"some", "others", "many", "most", "several", "few"})
"""Pronouns for people of whom no more is said, or what an "of" after them says."""
PLURALS = frozenset({"NNS", "NNPS"})
BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "punct"})
REACH = 12
"""How many lines back somebody without a name is still who is meant."""
RECENT = 8
MOST_AFTER = 6
"""So many words after "spokesman for" or "some of" still name who it is."""
ONE = frozenset({"a", "an", "one", "another", "any"})
NOBODY = frozenset({"no", "neither", "nor"})
SAME = frozenset({"group", "movement", "bloc", "alliance", "organization", "organisation", "union", "militia", "side"})
"""Words that add nothing to a body's name before them ("the G7 group")."""


def is_someone(token: "Token", role: Role | None) -> bool:
    """Whether the noun is one for people or bodies."""
    low = noun_of(token)
    if token.lower_ in SOME and not _owns(token):
        return True
    known = role is not None or low in people_words() or low in body_words() or token.lower_ in name_words("news")
    return token.pos_ != "PRON" and (known or is_people(token))


def noun_of(token: "Token") -> str:
    """The noun in the singular and in lower case; the parser leaves capitalised plurals as they are."""
    low = token.lemma_.casefold()
    return low.removesuffix("s") if token.tag_ == "NNPS" and low.removesuffix("s") in people_words() else low


def is_people(token: "Token") -> bool:
    """Whether the word is a plural for the people of a state, a nation or a party ("Xlanders")."""
    word = state_words().get(token.text)
    return token.tag_ in PLURALS and (token.ent_type_ == "NORP" or (word is not None and word.noun is not None))


def _owns(token: "Token") -> bool:
    return token.dep_ in {"det", "amod", "nummod"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where somebody without a name spoke: the line, the words before the noun, and which entity."""

    line: int
    words: frozenset[str]
    entity: int


class Met:
    """Those who spoke without a name, by the noun for them, so that "the official" takes one of them up."""

    def __init__(self) -> None:
        self._by_noun: dict[str, list[Mark]] = {}

    def meet(self, token: "Token", line: int, entity: int) -> None:
        """Remember who spoke."""
        self._by_noun.setdefault(_number_and_noun(token), []).append(Mark(line, _words_before(token), entity))

    def again(self, token: "Token", line: int) -> int | None:
        """The last of that noun who spoke not long before, where the words before the noun agree."""
        marks = self._by_noun.get(_number_and_noun(token), ())
        words = _words_before(token)
        near = [mark for mark in marks[-RECENT:] if line - REACH <= mark.line <= line]
        fitting = [mark for mark in near if words <= mark.words or (mark.words and mark.words <= words)]
        return fitting[-1].entity if fitting else None


def _number_and_noun(token: "Token") -> str:
    return f"{token.tag_ in PLURALS} {noun_of(token)}"


def _words_before(token: "Token") -> frozenset[str]:
    return frozenset(child.lower_ for child in token.children if child.dep_ in BEFORE)


def is_definite(token: "Token") -> bool:
    """Whether the noun stands after "the" or "that"."""
    return any(child.lower_ in {"the", "that", "this", "these", "those"} for child in token.children)


def nameless(page: Page, token: "Token", role: Role | None, *, definite: bool = False) -> tuple[Entity, Span] | None:
    """Who is meant by a noun without a name, and the words that say so. Nobody where "the minister" or a bare title
    fits no known person: that is somebody who has a name. ``definite`` lets "the official" be somebody all the same.
    """
    if any(child.lower_ in NOBODY for child in token.children):
        return None
    low = noun_of(token)
    plural = token.tag_ in PLURALS or token.lower_ == "people" or token.lower_ in SOME
    body = (low in body_words() or token.lower_ in name_words("news")) and low not in people_words()
    if not plural and not body and role is not None and not definite and not _one_of_many(token, role):
        return None
    span = phrase(page.doc, token)
    words = page.text[span.start : span.end]
    named = body and any(child.dep_ in BEFORE and child.pos_ == "PROPN" for child in token.children)
    kind: ActorKind = "body" if body else "group" if plural else "unnamed"
    return Entity(kind, words, (words,) if named else (), country_of(token)), span


def _one_of_many(token: "Token", role: Role) -> bool:
    if role.determiner in {"a", "owner"} or any(child.lower_ in ONE for child in token.children):
        return True
    return role.determiner == "own"


def phrase(doc: "Doc", token: "Token") -> Span:
    """The head with what stands before it, its article left out, and a short "of" or "for" phrase after it."""
    left = min((child.left_edge.i for child in token.lefts if child.dep_ in BEFORE), default=token.i)
    while left < token.i and (doc[left].is_punct or doc[left].dep_ == "det" or doc[left].is_space):
        left += 1
    last = _whose(token)
    return Span(doc[left].idx, last.idx + len(last.text))


def _whose(token: "Token") -> "Token":
    """The last word of a short phrase that says of whom or of what somebody is; the head itself where none does."""
    after = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ in {"of", "for"}), None)
    if after is None or after.i > token.i + 1 or not (token.lower_ in SOME or noun_of(token).startswith("spokes")):
        return token
    last: Token = after.right_edge
    plain = all(t.dep_ not in CLAUSES and not t.is_space for t in token.doc[after.i : last.i + 1])
    return last if plain and last.i - after.i <= MOST_AFTER else token


def country_of(token: "Token") -> str | None:
    """The one state whose word stands before the head."""
    before = [child for child in token.children if child.dep_ in BEFORE]
    words = [state_words().get(child.text) for child in before if not _for_or_against(child)]
    codes = {word.adjective or word.name for word in words if word is not None} - {None}
    if not before and is_people(token) and (own := state_words().get(token.text)) is not None:
        return own.noun
    return codes.pop() if len(codes) == 1 else None


def _for_or_against(word: "Token") -> bool:
    """Whether the state's word only says whom somebody favours or fights ("pro-Xlandian rebels")."""
    before = word.doc[max(0, word.i - 2) : word.i].text.casefold()
    return before.endswith(("pro-", "anti-"))
