"""Which words name places where people meet."""

from typing import TYPE_CHECKING

from dragoman.knowledge.states import state_words
from dragoman.model.spans import Span

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

PLACES = {"GPE", "LOC", "FAC"}
"""Labels of the parser's named places (OntoNotes 5)."""
SETTLEMENTS = {"city", "town", "village", "capital", "resort", "port", "suburb"}
MOST_BEFORE = 4


def is_place(token: "Token") -> bool:
    """Whether the word is found to be a place, or is a state's or a capital's name."""
    listed_as = state_words().get(token.text)
    return token.ent_type_ in PLACES or (listed_as is not None and bool(listed_as.name or listed_as.capital))


def is_city(token: "Token") -> bool:
    """Whether the word is found to be a place and is no state's name."""
    listed_as = state_words().get(token.text)
    return token.ent_type_ == "GPE" and (listed_as is None or listed_as.name is None)


def place_at(doc: "Doc", at: int) -> Span | None:
    """The place that is named at this token, an article or "the port city of" before it left out."""
    at += doc[at : at + 1].text.lower() in ("the", "a", "an")
    at = _behind_kind(doc, at)
    if at >= len(doc) or not is_place(doc[at]):
        return None
    end = at + 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[at].ent_type_ in PLACES:
        end += 1
    return Span(doc[at].idx, doc[end - 1].idx + len(doc[end - 1]))


def _behind_kind(doc: "Doc", at: int) -> int:
    """The token behind words that say what kind of place follows: "Velmarian port city of", "capital,"."""
    for word in doc[at : at + MOST_BEFORE]:
        if word.lower_ in SETTLEMENTS and word.i + 2 < len(doc) and word.nbor().lower_ in ("of", ","):
            return word.i + 2 if is_place(word.nbor(2)) else at
        if word.pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
    return at


def named_place(token: "Token", behind: "Token") -> Span:
    """The whole name of the place whose last word this is, as far as it stands behind a word: "Camp Oster"."""
    first = token
    while first.i > behind.i + 1 and first.nbor(-1).dep_ == "compound" and first.nbor(-1).pos_ == "PROPN":
        first = first.nbor(-1)
    return Span(first.idx, token.idx + len(token))
