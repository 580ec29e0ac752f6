"""Cue adjectives: "is ready to", "is confident that", "is critical of"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.cues import Cue, cues
from dragoman.model.spans import Span
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


def adjective_drafts(parsed: Parsed, skip: set[int]) -> Iterator[Draft]:
    """An attribution for each cue adjective that is said of somebody and has its complement."""
    lexicon = cues("adjective")
    for token in parsed.doc:
        if token.tag_ not in {"JJ", "VBN", "RB"} or token.i in skip or token.lower_ not in lexicon:
            continue
        verb = token.head if token.dep_ in {"acomp", "oprd", "attr"} else token
        who = subject(verb) if verb.i != token.i else child(token, "nsubj", "nsubjpass")
        cue = next((c for c in lexicon[token.lower_] if _complement(token, c)), None)
        if cue is not None and who is not None:
            draft = _draft(parsed, token, who, cue)
            if draft.content:
                yield draft


def _complement(token: "Token", cue: Cue) -> list["Token"]:
    if cue.frame == "clause":
        return [c for c in token.children if c.dep_ == "ccomp" and c.i > token.i and not infinitive(c)][:1]
    if cue.frame == "to":
        return [c for c in token.children if c.dep_ == "xcomp" and infinitive(c)][:1]
    links = [c for c in token.children if c.dep_ == "prep" and c.lower_ == cue.frame.partition(":")[2]]
    return [x for link in links[:1] for x in link.children if x.dep_ in {"pobj", "pcomp"}]


def _that(roots: list["Token"]) -> set[int]:
    return {c.i for root in roots for c in root.children if c.dep_ == "mark" and c.lower_ == "that"}


def _draft(parsed: Parsed, token: "Token", who: "Token", cue: Cue) -> Draft:
    roots = _complement(token, cue)
    return Draft(
        content=spans_of(parsed, tokens_of(roots, _that(roots))),
        source=phrase(parsed, who),
        cue=(Span(token.idx, token.idx + len(token)),),
        kind=cue.kind,
        grade=cue.grade,
        rule=f"adjective:{cue.frame}",
        at=token.idx,
        conveyed=cue.kind == "position" or not negated(token.head),
    )
