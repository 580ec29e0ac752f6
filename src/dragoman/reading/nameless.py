"""People and bodies who speak without a name: "a senior official", "protesters", "the monitoring mission"."""

from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import body_words
from dragoman.knowledge.names import people_words
from dragoman.knowledge.states import state_words
from dragoman.model.reading import ActorKind, Entity
from dragoman.model.spans import Span
from dragoman.reading.page import Page
from dragoman.reading.roles import Role

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

PLURALS = frozenset({"NNS", "NNPS"})
BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
ONE = frozenset({"a", "an", "one", "another", "any"})
NOBODY = frozenset({"no", "neither", "nor"})
SAME = frozenset({"group", "movement", "bloc", "alliance", "organization", "organisation", "union", "militia", "side"})
"""Words that add nothing to a body's name before them ("the G7 group")."""


def is_someone(token: "Token", role: Role | None) -> bool:
    """Whether the noun is one for people or bodies."""
    low = token.lemma_.casefold()
    return token.pos_ != "PRON" and (role is not None or low in people_words() or low in body_words())


def nameless(page: Page, token: "Token", role: Role | None) -> tuple[Entity, Span] | None:
    """Who is meant by a noun without a name, and the words that say so. Nobody where "the minister" or a bare title
    fits no known person: that is somebody who has a name.
    """
    if any(child.lower_ in NOBODY for child in token.children):
        return None
    low = token.lemma_.casefold()
    plural = token.tag_ in PLURALS or token.lower_ == "people"
    body = low in body_words() and low not in people_words()
    if not plural and not body and role is not None and not _one_of_many(token, role):
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
    """The head with what stands before it, its article left out."""
    left = min((child.left_edge.i for child in token.lefts if child.dep_ in BEFORE), default=token.i)
    while left < token.i and (doc[left].is_punct or doc[left].dep_ == "det" or doc[left].is_space):
        left += 1
    return Span(doc[left].idx, token.idx + len(token.text))


def country_of(token: "Token") -> str | None:
    """The one state whose word stands before the head."""
    words = (state_words().get(child.text) for child in token.children if child.dep_ in BEFORE)
    codes = {word.adjective or word.name for word in words if word is not None}
    return codes.pop() if len(codes) == 1 else None
