"""Reporting clauses behind what they report: "The road is closed, the minister told reporters on Monday"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.cues import cues
from dragoman.model.spans import Span
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, child, negated, phrase, trimmed
from dragoman.reading.attribution.verbs import lemma_of

if TYPE_CHECKING:
    from dragoman.language.parser import Token

OWN = {"ccomp", "xcomp", "acomp", "attr", "oprd"}
FINITE = {"VBD", "VBZ", "VBP"}


def postposed_drafts(parsed: Parsed, skip: set[int]) -> Iterator[Draft]:
    """An attribution for each clause behind a comma that holds a subject, a cue verb and no complement of its own: its
    content is the sentence up to the comma, whichever verb the parse takes for the main one.
    """
    lexicon = cues("verb")
    for verb in parsed.doc:
        if verb.i in skip or (verb.tag_ not in FINITE and not _noun_like(verb)):
            continue
        lemma = lemma_of(verb) if verb.tag_ in FINITE else verb.lower_.removesuffix("s")
        cue = next((c for c in lexicon.get(lemma, ()) if c.frame == "clause" and c.kind == "speech"), None)
        who = _who(verb) if cue is not None else None
        if cue is None or who is None or who.tag_ in {"WP", "WDT"}:
            continue
        content = _content(parsed, verb, who)
        if content is not None:
            yield Draft(
                content=(content,),
                source=phrase(parsed, who),
                cue=(Span(verb.idx, verb.idx + len(verb)),),
                kind=cue.kind,
                grade=cue.grade,
                rule="postposed",
                at=verb.idx,
                conveyed=not negated(verb),
            )


def _noun_like(word: "Token") -> bool:
    """Whether a verb may have been taken for a plural: "..., Norda reports." at a sentence's end."""
    ends = word.i + 2 >= word.sent.end and word.i > word.sent.start
    return ends and word.tag_ in {"NNS", "NNPS"} and word.text.islower() and word.nbor(-1).pos_ == "PROPN"


def _who(verb: "Token") -> "Token | None":
    return child(verb, "nsubj") if verb.tag_ in FINITE else verb.nbor(-1)


def _content(parsed: Parsed, verb: "Token", who: "Token") -> Span | None:
    """The sentence before the clause, if the clause stands behind a comma and ends the sentence."""
    first = min(who.left_edge.i, verb.i)
    sentence = verb.sent
    if first - 1 <= sentence.start or parsed.doc[first - 1].text != ",":
        return None
    if any(c.dep_ in OWN and c.i > verb.i for c in verb.children) or _goes_on(verb, who):
        return None
    before = parsed.doc[sentence.start : first - 1]
    if not any(t.tag_ in FINITE or t.tag_ == "MD" for t in before) or _subordinate(before[0]):
        return None
    return trimmed(parsed.text, before.start_char, before.end_char)


def _goes_on(verb: "Token", who: "Token") -> bool:
    """Whether more than the clause's own adverbs, addressee, place and time follows."""
    last = max(verb.i, who.right_edge.i)
    rest = [t for t in verb.doc[last + 1 : verb.sent.end] if not t.is_space]
    return any(t.tag_ in FINITE or t.text in {":", "“", '"'} for t in rest) or len(rest) > LONGEST


LONGEST = 30
"""A reporting clause is at most so many words longer than its verb."""


def _subordinate(first: "Token") -> bool:
    return first.dep_ == "mark" or (
        first.dep_ in {"advmod", "prep"} and first.lower_ in {"when", "while", "as", "after", "before"}
    )
