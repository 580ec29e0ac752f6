"""Cue verbs with their complements: clauses, infinitives, objects and prepositional phrases."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.cues import Cue, cues
from dragoman.model.spans import Span
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import child, negated, phrase, spans_of, subject, tokens_of

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

WIDER = {"of", "for", "as", "to", "with", "over", "against", "from", "about", "into", "on"}
PARTICLES = {"prt"}


def verb_drafts(doc: "Doc", skip: set[int]) -> Iterator[Draft]:
    """An attribution for each cue verb with a complement that it takes; words whose index is in ``skip`` are passed."""
    lexicon = cues("verb")
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"} or token.i in skip:
            continue
        readings = lexicon.get(lemma_of(token), ())
        for cue in readings:
            roots = complement(token, cue.frame)
            if roots:
                draft = _draft(doc, token, cue, roots)
                if draft:
                    yield draft
                break


def lemma_of(verb: "Token") -> str:
    """The lemma, with its particle ("point out")."""
    lemma = FIXED.get(verb.lower_, verb.lemma_.lower())
    particle = child(verb, *PARTICLES)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


FIXED = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}
"""The small model lemmatises these to another verb."""


def _draft(doc: "Doc", verb: "Token", cue: Cue, roots: list["Token"]) -> Draft | None:
    who = subject(verb)
    barred = {verb.i, *(c.i for root in roots for c in root.children if c.dep_ == "mark" and c.lower_ == "that")}
    own = {t.i for t in who.subtree} if who is not None else set()
    if verb.i not in own:
        barred |= own
    content = spans_of(doc, tokens_of(roots, barred))
    if not content:
        return None
    return Draft(
        content=content,
        source=phrase(doc, who) if who is not None else (),
        cue=(Span(verb.idx, verb.idx + len(verb)),),
        kind=cue.kind,
        grade=cue.grade,
        rule=f"verb:{cue.frame}",
        at=verb.idx,
        conveyed=not negated(verb),
    )


def complement(verb: "Token", frame: str) -> list["Token"]:
    """The heads of the content that the verb takes in this frame; empty where it does not stand in it."""
    found = FRAMES.get(frame)
    if found is not None:
        return found(verb)
    return _prepositional(verb, frame.partition(":")[2]) if frame.startswith("prep:") else []


def _clause(verb: "Token") -> list["Token"]:
    for c in verb.children:
        if c.dep_ == "ccomp" and not _infinitive(c):
            return [c]
    if verb.dep_ == "parataxis" and verb.head.i < verb.i:
        return [verb.head]
    return []


def _infinitive(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _to(verb: "Token") -> list["Token"]:
    return [c for c in verb.children if c.dep_ == "xcomp" and _infinitive(c)][:1]


def _gerund(verb: "Token") -> list["Token"]:
    return [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG"][:1]


def _object(verb: "Token") -> list["Token"]:
    return [c for c in verb.children if c.dep_ == "dobj"][:1]


def _wide_object(verb: "Token") -> list["Token"]:
    return _object(verb) and [
        c
        for c in verb.children
        if c.dep_ in {"dobj", "oprd", "xcomp"} or (c.dep_ == "prep" and c.i > verb.i and c.lower_ in WIDER)
    ]


def _object_infinitive(verb: "Token") -> list["Token"]:
    inner = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and _infinitive(c)][:1]
    return inner and [*_object(verb), *inner]


def _as(verb: "Token") -> list["Token"]:
    named = [c for c in verb.children if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")]
    clause = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and not _infinitive(c) and child(c, "nsubj")]
    if named and _object(verb):
        return [*(o for o in _object(verb) if o.pos_ != "PRON"), *named]
    return clause


def _prepositional(verb: "Token", preposition: str) -> list["Token"]:
    for c in verb.children:
        if c.dep_ in {"prep", "agent"} and c.lower_ == preposition:
            return [x for x in c.children if x.dep_ in {"pobj", "pcomp"}]
    return []


FRAMES = {
    "clause": _clause,
    "to": _to,
    "gerund": _gerund,
    "object": _object,
    "object+": _wide_object,
    "object to": _object_infinitive,
    "as": _as,
}
