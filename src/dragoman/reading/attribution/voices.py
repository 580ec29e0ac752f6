"""Whether somebody speaks: a person, a body, a state, no event or thing; and whether the verb says that they did."""

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import body_words, side_words
from dragoman.knowledge.cues import Cue, Grade
from dragoman.knowledge.names import people_words
from dragoman.knowledge.offices import offices
from dragoman.model.reading import StatementKind
from dragoman.reading.attribution.grammar import child, negated

if TYPE_CHECKING:
    from dragoman.language.parser import Token

NAMED = {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"}
SPEAKING = {"he", "she", "they", "we", "i", "who", "you", "both", "all", "some", "many", "others", "one"}
TEXTS = {
    "statement",
    "communique",
    "communiqué",
    "declaration",
    "letter",
    "tweet",
    "post",
    "message",
    "country",
    "state",
}
TEXTS |= {
    "nation",
    "capital",
    "side",
    "camp",
    "group",
    "leadership",
    "public",
    "majority",
    "family",
    "community",
    "team",
}
"""Texts through which bodies speak, and words for many people."""
GOING_ON = {"go", "continue", "begin", "proceed", "start", "hasten"}
"""Verbs that leave what their infinitive says as done ("went on to say")."""


def speaks(source: "Token | None") -> bool:
    """Whether the head of a source may speak."""
    if source is None:
        return False
    if source.pos_ == "PRON" or source.dep_ == "poss":
        return source.lower_ in SPEAKING or source.dep_ == "poss" or source.lower_ == "it"
    return (
        source.pos_ == "PROPN"
        or source.ent_type_ in NAMED
        or source.lemma_.lower() in _speakers()
        or source.pos_ == "ADJ"
    )


@cache
def _speakers() -> frozenset[str]:
    titles = {title.rpartition(" ")[2] for title in offices()}
    return people_words() | body_words() | side_words() | titles | TEXTS


def conveyed(verb: "Token") -> bool:
    """Whether the verb reports something as conveyed: not denied, asked, possible, wished or still to be done."""
    if negated(verb):
        return False
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return True
    return verb.head.i != verb.i and verb.head.lemma_ in GOING_ON and not negated(verb.head)


def by_the_way(verb: "Token") -> bool:
    """Whether the verb only describes a noun ("the coalition supporting the president")."""
    return verb.dep_ == "acl" or (verb.dep_ == "amod" and child(verb, "nsubj") is None)


def stance(cue: Cue, source: "Token | None") -> tuple[StatementKind, Grade]:
    """The cue's kind and grade; what a state, a ministry or a side "wants", "expects" or "views" is a position that it
    conveyed, since nobody looks into the mind of a body.
    """
    if cue.kind == "belief" and cue.grade != "weak" and source is not None and is_side(source):
        return "position", "sure"
    return cue.kind, cue.grade


def is_side(source: "Token") -> bool:
    """Whether the head of a source names a state, a body or a side."""
    if source.tag_ == "NNP":  # no plural: "Republicans" are people, and so are "diplomats"
        return source.ent_type_ in {"GPE", "ORG"}
    return source.lemma_.lower() in body_words() | side_words() and source.tag_ == "NN"
