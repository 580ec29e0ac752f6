"""Cue verbs with their complements: clauses, infinitives, objects and prepositional phrases."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge.cues import Cue, cues
from dragoman.model.spans import Spans
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import (
    Parsed,
    child,
    infinitive,
    merged_words,
    passive,
    phrase,
    spans_of,
    subject,
    tokens_of,
)
from dragoman.reading.attribution.voices import by_the_way, conveyed, speaks, stance

if TYPE_CHECKING:
    from dragoman.language.parser import Token

WIDER = {"of", "for", "as", "to", "with", "over", "against", "from", "about", "into", "on"}
FIXED = {"hopes": "hope", "hoped": "hope", "hoping": "hope"}
"""The small model lemmatises these to another verb."""
NEAR = {"i", "we", "you"}


def verb_drafts(parsed: Parsed, skip: set[int], quoted: set[int]) -> Iterator[Draft]:
    """An attribution for each cue verb with a complement that it takes; words whose index is in ``skip`` are passed.

    Inside a quotation only what the speaker tells of another's words is read ("Lisk said that ...").
    """
    lexicon = cues("verb")
    for token in parsed.doc:
        if token.pos_ not in {"VERB", "AUX"} or token.i in skip:
            continue
        for cue in lexicon.get(lemma_of(token), ()):
            roots = complement(token, cue.frame)
            if roots:
                if token.i not in quoted or _of_another(token, cue):
                    yield from (d for d in _draft(parsed, token, cue, roots) if d.content)
                break


def lemma_of(verb: "Token") -> str:
    """The lemma, with its particle ("point out")."""
    lemma = FIXED.get(verb.lower_, verb.lemma_.lower())
    particle = child(verb, "prt")
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def _of_another(verb: "Token", cue: Cue) -> bool:
    who = subject(verb)
    return (
        cue.frame == "clause"
        and cue.kind == "speech"
        and cue.grade == "sure"
        and who is not None
        and who.lower_ not in NEAR
    )


def _draft(parsed: Parsed, verb: "Token", cue: Cue, roots: list["Token"]) -> Iterator[Draft]:
    who = None if cue.frame == "raising" else subject(verb)
    own = {t.i for t in who.subtree} if who is not None else set()
    barred = {verb.i} | (own if verb.i not in own else set())
    kind, grade = stance(cue, who)
    draft = Draft(
        content=(),
        source=phrase(parsed, who, _clause_of(verb, who)) if who is not None else (),
        cue=_cue(verb, cue.frame),
        kind=kind,
        grade=grade,
        rule=f"verb:{cue.frame}",
        at=verb.idx,
        conveyed=conveyed(verb),
        voiced=speaks(who) and not by_the_way(verb),
    )
    further = _that_clauses(roots[0]) if cue.frame == "clause" else []
    apart = {t.i for root in further for t in root.subtree} | {
        c.i for root in further for c in root.head.children if c.dep_ == "cc"
    }
    yield replace(draft, content=spans_of(parsed, tokens_of(roots, barred | apart | _that(roots))))
    for root in further:
        yield replace(draft, content=spans_of(parsed, tokens_of([root], barred | _that([root]))), rule="conjunct")


def _that(roots: list["Token"]) -> set[int]:
    return {c.i for root in roots for c in root.children if c.dep_ == "mark" and c.lower_ in {"that", "for"}}


def _that_clauses(root: "Token") -> list["Token"]:
    """The clauses joined to this one that begin with a "that" of their own."""
    return [c for c in root.children if c.dep_ == "conj" and _that([c])]


def _clause_of(verb: "Token", who: "Token") -> set[int]:
    """The words of the clause that the verb heads where it hangs on its own source ("a letter saying that ...")."""
    return {t.i for t in verb.subtree} if who.i == verb.head.i else set()


def _cue(verb: "Token", frame: str) -> Spans:
    """The verb with its particle and preposition."""
    link = frame.partition(":")[2]
    behind = {c.i for c in verb.children if c.dep_ == "prt" or (c.dep_ == "prep" and c.lower_ == link)}
    if link and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == link:
        behind.add(verb.i + 1)
    return merged_words(verb.doc, {verb.i} | behind)


def complement(verb: "Token", frame: str) -> list["Token"]:
    """The heads of the content that the verb takes in this frame; empty where it does not stand in it."""
    found = FRAMES.get(frame)
    if found is not None:
        return found(verb)
    return _prepositional(verb, frame.partition(":")[2]) if frame.startswith("prep:") else []


def _clause(verb: "Token") -> list["Token"]:
    for c in verb.children:
        if c.dep_ == "ccomp" and not infinitive(c) and (c.i > verb.i or not _otherwise_used(verb)):
            return [c]
    if verb.dep_ == "parataxis" and verb.head.i < verb.i:
        return [verb.head]
    return []


def _otherwise_used(verb: "Token") -> bool:
    """Whether the verb has a complement behind it ("described as"), so that a clause before it is not its own."""
    told = verb.lemma_ in {"tell", "inform", "assure", "remind", "warn", "ask"}
    return any(
        c.i > verb.i and ((c.dep_ == "dobj" and not told) or (c.dep_ == "prep" and c.lower_ == "as"))
        for c in verb.children
    )


def _to(verb: "Token") -> list["Token"]:
    inner = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and infinitive(c)][:1]
    return inner and [*(_object(verb) or (_prepositional(verb, "on") if verb.lemma_ == "call" else [])), *inner]


def _gerund(verb: "Token") -> list["Token"]:
    return [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG"][:1]


def _object(verb: "Token") -> list["Token"]:
    """The objects; of a passive verb its subject. A noun that the parse hangs beside the verb is a further object."""
    if passive(verb):
        return [c for c in verb.children if c.dep_ == "nsubjpass"]
    found = [c for c in verb.children if c.dep_ == "dobj" or _free_relative(c)]
    return found and [*found, *(c for c in verb.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"})]


def _free_relative(clause: "Token") -> bool:
    """Whether the clause stands for a thing ("welcomed what he called progress")."""
    return clause.dep_ == "ccomp" and clause.left_edge.tag_ == "WP" and clause.left_edge.dep_ in {"dobj", "nsubj"}


def _wide_object(verb: "Token") -> list["Token"]:
    found = _object(verb)
    return found and [
        *found,
        *(c for c in verb.children if c.dep_ in {"oprd", "xcomp"}),
        *(c for c in verb.children if c.dep_ == "prep" and c.i > verb.i and c.lower_ in WIDER),
    ]


def _as(verb: "Token") -> list["Token"]:
    named = [c for c in verb.children if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as")]
    found = _object(verb)
    if found and not named and any(c.dep_ == "prep" and c.lower_ == "as" for c in found[0].children):
        return found
    if named and found:
        return [*(o for o in found if o.pos_ != "PRON"), *named]
    if verb.lemma_ in {"see", "view", "regard"}:
        return []  # "saw Lisk pay" is no view
    return [
        c
        for c in verb.children
        if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i and child(c, "nsubj") and not infinitive(c)
    ]


def _raising(verb: "Token") -> list["Token"]:
    inner = [c for c in verb.children if c.dep_ in {"xcomp", "oprd", "acomp"}][:1]
    who = child(verb, "nsubj")
    return [who, *inner] if inner and who is not None else []


def _prepositional(verb: "Token", preposition: str) -> list["Token"]:
    for c in verb.children:
        if c.dep_ == "prep" and c.lower_ == preposition:
            return [x for x in c.children if x.dep_ in {"pobj", "pcomp"}]
        marks = {x.lower_ for x in c.children if x.dep_ == "mark"}
        if c.dep_ in {"advcl", "ccomp", "xcomp"} and infinitive(c) and preposition in marks:
            return [c]  # "called for Lisk to reopen the road"
    return []


FRAMES = {
    "clause": _clause,
    "to": _to,
    "gerund": _gerund,
    "object": _wide_object,
    "as": _as,
    "raising": _raising,
}
