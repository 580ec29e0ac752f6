"""Nominal cues: "allegations that", "the ministry's refusal to", "expressed hope that"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.cues import Cue, cues
from dragoman.model.spans import Span, Spans
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import (
    Parsed,
    child,
    infinitive,
    negated,
    phrase,
    spans_of,
    subject,
    tokens_of,
)

if TYPE_CHECKING:
    from dragoman.language.parser import Token


def noun_drafts(parsed: Parsed, skip: set[int]) -> Iterator[Draft]:
    """An attribution for each cue noun with its complement."""
    lexicon = cues("noun")
    for token in parsed.doc:
        if token.pos_ != "NOUN" or token.i in skip:
            continue
        verb = _lender(token)
        for cue in lexicon.get(token.lemma_.lower(), ()):
            if verb is not None and cue.frame == "to":
                continue  # "expressed readiness to": the verb's object is the content
            roots = noun_complement(token, cue.frame)
            if roots:
                draft = _draft(parsed, token, verb, cue, roots)
                if draft.content and (draft.source or cue.frame == "clause"):
                    yield draft
                break


def _that(roots: list["Token"]) -> set[int]:
    return {c.i for root in roots for c in root.children if c.dep_ == "mark" and c.lower_ == "that"}


def noun_complement(noun: "Token", frame: str) -> list["Token"]:
    """The head of the noun's complement in this frame."""
    if frame == "clause":
        return [c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"} and c.i > noun.i and _finite_that(c)][
            :1
        ]
    if frame == "to":
        return [c for c in noun.children if c.dep_ in {"acl", "xcomp"} and c.i > noun.i and infinitive(c)][:1]
    preposition = frame.partition(":")[2]
    links = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == preposition]
    return [x for link in links[:1] for x in link.children if x.dep_ in {"pobj", "pcomp"}]


def _finite_that(verb: "Token") -> bool:
    marks = [c for c in verb.children if c.lower_ == "that"]
    return any(c.dep_ == "mark" for c in marks) and child(verb, "nsubj", "nsubjpass", "expl", "csubj") is not None


def _lender(noun: "Token") -> "Token | None":
    """The verb that lends the noun its subject ("expressed hope that")."""
    verb = noun.head if noun.dep_ == "dobj" else None
    lends = verb is not None and any(c.frame == "noun" for c in cues("verb").get(verb.lemma_.lower(), ()))
    return verb if lends else None


def _draft(parsed: Parsed, noun: "Token", verb: "Token | None", cue: Cue, roots: list["Token"]) -> Draft:
    first = verb if verb is not None and verb.i < noun.i else noun
    lent = [c for c in cues("verb")[verb.lemma_.lower()] if c.frame == "noun"] if verb is not None else []
    return Draft(
        content=spans_of(parsed, tokens_of(roots, _that(roots))),
        source=_source(parsed, noun, verb, of=cue.frame != "prep:of"),
        cue=(Span(first.idx, noun.idx + len(noun)),),
        kind=lent[0].kind if lent else cue.kind,
        grade=lent[0].grade if lent else cue.grade,
        rule=f"noun:{cue.frame}",
        at=first.idx,
        conveyed=verb is None or not negated(verb),
    )


def _source(parsed: Parsed, noun: "Token", verb: "Token | None", *, of: bool) -> Spans:
    """Whose noun it is: the subject of the verb that lends it, a possessor, "by" somebody, a nation's adjective."""
    if verb is not None:
        who = subject(verb)
        return phrase(parsed, who) if who is not None else ()
    owner = child(noun, "poss")
    owner = _of(noun) if owner is None and of else owner
    if owner is not None:
        return phrase(parsed, owner, {c.i for c in owner.children if c.dep_ == "case"})
    for link in noun.children:
        if link.dep_ in {"prep", "agent"} and link.lower_ in {"by", "from"}:
            who = child(link, "pobj")
            if who is not None:
                return phrase(parsed, who)
    nation = next(
        (
            c
            for c in noun.children
            if c.dep_ in {"amod", "compound"} and c.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"}
        ),
        None,
    )
    return phrase(parsed, nation) if nation is not None else ()


def _of(noun: "Token") -> "Token | None":
    """Of whom, where the noun has a complement beside it ("the refusal of Velmar to")."""
    link = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return child(link, "pobj") if link is not None else None
