"""Accusations that only their noun tells: "Velmar's accusation days before the talks that Ostrand was smuggling"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.model.reading import Statement
from dragoman.model.spans import Span
from dragoman.reading.attribution.near import Stretches, stretch
from dragoman.reading.cast import Cast

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

CHARGES = frozenset({"accusation", "allegation", "charge", "claim", "assertion"})
AFTER = 8
"""Words at most between the noun and "that"."""


def with_owned_charges(doc: "Doc", cast: Cast, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, and those that nothing else reads: what somebody's accusation says, in a clause with "that"."""
    read = Stretches([stretch(statement.cue) for statement in statements])
    nouns = [noun for noun in doc if noun.pos_ == "NOUN" and noun.lemma_.lower() in CHARGES]
    found = [_charge(noun, cast) for noun in nouns if not read.meeting(_span(noun, noun))]
    return (*statements, *(one for one in found if one is not None))


def _charge(noun: "Token", cast: Cast) -> Statement | None:
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    clause = _clause(noun)
    speakers = cast.at((owner.left_edge.idx, owner.idx + len(owner))) if owner is not None else ()
    if owner is None or clause is None or len(speakers) != 1:
        return None
    words = [token for token in clause.subtree if not token.is_space and not token.is_punct]
    return Statement(
        content=(_span(words[1], words[-1]),),
        source=(_span(owner.left_edge, owner),),
        cue=(_span(noun, noun),),
        mode="indirect",
        speakers=speakers,
        speakers_basis="pronoun" if owner.pos_ == "PRON" else "named",
    )


def _clause(noun: "Token") -> "Token | None":
    """The verb of the clause with "that" and a subject of its own which says what is charged, in the noun's sentence;
    the parse may hang it on a noun between the two.
    """
    for that in noun.doc[noun.i + 1 : min(noun.i + 1 + AFTER, noun.sent.end)]:
        if that.is_punct or (that.pos_ == "VERB" and that.dep_ != "npadvmod"):
            return None
        if that.lower_ == "that" and that.dep_ == "mark" and that.head.pos_ in ("VERB", "AUX"):
            subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in that.head.children)
            return that.head if subject and that.head.left_edge == that else None
    return None


def _span(first: "Token", last: "Token") -> Span:
    return Span(first.idx, last.idx + len(last))
