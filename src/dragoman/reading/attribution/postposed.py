"""Reporting clauses behind or amid what they report: "The road, the minister said, is closed"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.cues import cues
from dragoman.model.spans import Span, Spans
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, child, phrase, trimmed
from dragoman.reading.attribution.verbs import lemma_of
from dragoman.reading.attribution.voices import conveyed

if TYPE_CHECKING:
    from dragoman.language.parser import Span as TokenSpan
    from dragoman.language.parser import Token

OWN = {"ccomp", "xcomp", "acomp", "attr", "oprd"}
TELLING = {"tell", "inform", "assure", "remind", "warn", "ask"}
FINITE = {"VBD", "VBZ", "VBP"}
LONGEST = 30
"""A reporting clause is at most so many words longer than its verb; one amid a sentence at most ``INSIDE``."""
INSIDE = 8


def postposed_drafts(parsed: Parsed, skip: set[int]) -> Iterator[Draft]:
    """An attribution for each clause behind a comma that holds a subject, a cue verb and no complement of its own: its
    content is the sentence without it, whichever verb the parse takes for the main one.
    """
    lexicon = cues("verb")
    for verb in parsed.doc:
        if verb.i in skip or (verb.tag_ not in FINITE and not _noun_like(verb)):
            continue
        lemma = lemma_of(verb) if verb.tag_ in FINITE else verb.lower_.removesuffix("s")
        cue = next((c for c in lexicon.get(lemma, ()) if c.frame == "clause" and c.kind in {"speech", "belief"}), None)
        who = _who(verb) if cue is not None else None
        if cue is None or who is None or who.tag_ in {"WP", "WDT"}:
            continue
        content = _content(parsed, verb, who, speech=cue.kind == "speech")
        if content:
            yield Draft(
                content=content,
                source=phrase(parsed, who),
                cue=(Span(verb.idx, verb.idx + len(verb)),),
                kind=cue.kind,
                grade=cue.grade,
                rule="postposed",
                at=verb.idx,
                conveyed=conveyed(verb),
            )


def _noun_like(word: "Token") -> bool:
    """Whether a verb may have been taken for a plural: "..., Norda reports." at a sentence's end."""
    if word.i == 0 or word.tag_ not in {"NNS", "NNPS"} or not word.text.islower() or word.nbor(-1).pos_ != "PROPN":
        return False  # before the sentence is sought, which takes long in a long one
    return word.i + 2 >= word.sent.end and word.i > word.sent.start


def _who(verb: "Token") -> "Token | None":
    return child(verb, "nsubj") if verb.tag_ in FINITE else verb.nbor(-1)


def _content(parsed: Parsed, verb: "Token", who: "Token", *, speech: bool) -> Spans:
    """The sentence around the clause; nothing where the clause does not stand apart behind a comma."""
    doc, sentence = parsed.doc, verb.sent
    first, last = min(who.left_edge.i, verb.i), max(verb.i, who.i)
    while first - 1 > sentence.start and doc[first - 1].is_quote:
        first -= 1
    if first - 1 <= sentence.start or doc[first - 1].text != "," or _has_own(verb):
        return ()
    before = doc[sentence.start : first - 1]
    comma = next((t.i for t in doc[last + 1 : min(last + INSIDE, sentence.end)] if t.text == ","), None)
    if comma is not None and not any(t.tag_ in FINITE or t.dep_ == "mark" for t in doc[last + 1 : comma]):
        after = doc[comma + 1 : sentence.end]
        if (
            any(t.tag_ in FINITE or t.tag_ == "MD" for t in after)
            and before[0].dep_ != "mark"
            and not _has_verb(before)
        ):
            return tuple(trimmed(parsed.text, s.start_char, s.end_char) for s in (before, after))
    if not speech or _goes_on(verb, who):
        return ()
    if not _has_verb(before) or _subordinate(before[0]):
        return ()
    return (trimmed(parsed.text, before.start_char, before.end_char),)


def _has_own(verb: "Token") -> bool:
    """Whether a complement follows the verb; the person told is none."""
    own = OWN | (set() if verb.lemma_ in TELLING else {"dobj"})
    return any(c.dep_ in own and c.i > verb.i for c in verb.children)


def _has_verb(span: "TokenSpan") -> bool:
    return any(t.tag_ in FINITE or t.tag_ == "MD" for t in span)


def _goes_on(verb: "Token", who: "Token") -> bool:
    """Whether more than the clause's own adverbs, addressee, place and time follows."""
    last = max(verb.i, who.right_edge.i)
    rest = [t for t in verb.doc[last + 1 : verb.sent.end] if not t.is_space]
    return any(t.tag_ in FINITE or t.text in {":", "“", '"'} for t in rest) or len(rest) > LONGEST


def _subordinate(first: "Token") -> bool:
    return first.dep_ == "mark" or (
        first.dep_ in {"advmod", "prep"} and first.lower_ in {"when", "while", "as", "after", "before"}
    )
