"""Quotations and the cue verb beside them: before, after, between."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.knowledge.cues import Cue, cues
from dragoman.model.spans import Span, Spans
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, child, chunks, phrase, stops, subject, trimmed
from dragoman.reading.attribution.near import last_before
from dragoman.reading.attribution.verbs import lemma_of
from dragoman.reading.attribution.voices import conveyed
from dragoman.reading.quotations import Quotation

if TYPE_CHECKING:
    from dragoman.language.parser import Token

FAR = 160
"""The attribution clause between a quotation and its verb is at most so many code points long."""
CLOSE = 6
"""So many words may stand between a cue verb and the quotation that it takes."""
FINITE = {"VBD", "VBZ", "VBP"}
PERSONAL = {"he", "she", "it", "they", "we", "i", "the", "a", "this", "that", "but", "and", "in", "on", "at"}


def direct_drafts(parsed: Parsed, quotations: Sequence[Quotation], skip: set[int]) -> Iterator[Draft]:
    """An attribution for each cue verb that has a quotation beside it; one that it interrupts has two parts."""
    lexicon = cues("verb")
    for verb in parsed.doc:
        if verb.pos_ not in {"VERB", "AUX"} or verb.i in skip:
            continue
        cue = next((c for c in lexicon.get(lemma_of(verb), ()) if c.frame == "clause" and c.kind == "speech"), None)
        if cue is None or ((what := child(verb, "dobj")) is not None and what.tag_ == "WP"):
            continue
        if verb.tag_ == "VB" and not conveyed(verb):
            continue
        before, after = _before(parsed, verb, quotations), _after(parsed, verb, quotations)
        parts: Spans = before
        if after and (
            not before or parsed.text[verb.idx + len(verb) : after.outer.start].rstrip().endswith((",", ":"))
        ):
            parts = (*before, *after.parts)
        if parts:
            yield _draft(parsed, verb, cue, parts)


def _draft(parsed: Parsed, verb: "Token", cue: Cue, parts: Spans) -> Draft:
    who = subject(verb)
    source = phrase(parsed, who) if who is not None else ()
    if not source or any(s.start < p.end and p.start < s.end for s in source for p in parts):
        source = _neighbour(parsed, verb, parts)
    return Draft(
        content=tuple(trimmed(parsed.text, *part) for part in parts),
        source=source,
        cue=(Span(verb.idx, verb.idx + len(verb)),),
        kind="speech",
        grade=cue.grade,
        rule="direct",
        at=verb.idx,
        conveyed=conveyed(verb),
    )


def _neighbour(parsed: Parsed, verb: "Token", parts: Spans) -> Spans:
    """Where the parse gives no subject: the noun phrase right after the verb, or right before it."""
    inside = [parsed.doc.char_span(*part, alignment_mode="expand") for part in parts]
    taken = {t.i for span in inside if span is not None for t in span}
    for chunk in chunks(verb.sent):
        if chunk.start == verb.i + 1 and chunk.root.i not in taken:
            return phrase(parsed, chunk.root, taken)
        if chunk.end == verb.i and chunk.root.i not in taken:
            return (Span(chunk.start_char, chunk.end_char),)
    last = max((part.end for part in parts if part.end <= verb.idx), default=verb.idx)
    between = [t for t in parsed.doc[max(0, verb.i - 60) : verb.i] if t.idx >= last and t.i not in taken]
    if any(t.pos_ in {"PROPN", "NOUN", "PRON"} for t in between):
        return (trimmed(parsed.text, between[0].idx, verb.idx),)
    return ()


def _before(parsed: Parsed, verb: "Token", quotations: Sequence[Quotation]) -> Spans:
    earlier = bisect_right(quotations, verb.idx, key=lambda q: q.outer.end)
    if not earlier or verb.idx - quotations[earlier - 1].outer.end > FAR:
        return ()
    last = quotations[earlier - 1]
    gap = parsed.text[last.outer.end : verb.idx]
    if stops(gap) or not _leads_to(parsed, last, verb, gap):
        return ()
    chain = [last]
    for other in (quotations[i] for i in range(earlier - 2, -1, -1)):
        gap = parsed.text[other.outer.end : chain[-1].outer.start]
        if gap.strip() or not gap or "\n" in gap:
            break
        chain.append(other)
    start = _sentence_start(parsed, chain[-1])
    if start == chain[-1].outer.start:
        return tuple(part for q in reversed(chain) for part in q.parts)
    return _with_lead(parsed, start, chain)


def _with_lead(parsed: Parsed, start: int, chain: Sequence[Quotation]) -> Spans:
    """The quotations with the words of their sentence before them; a fragment behind another cue is that one's, and a
    title in an adjunct ("In his book “The Sound,” ...") nobody's.
    """
    first = chain[-1]
    sentence = parsed.text[first.words.start].isupper() and parsed.text[slice(*first.words)].count(" ") > 2
    if _is_taken(parsed, start, first):
        return ()
    if _holds(parsed, start, first.outer.start, _is_cue):
        return tuple(part for q in reversed(chain) for part in q.parts) if sentence else ()
    if not sentence and not _holds(parsed, start, first.words.end, _is_finite):
        return ()
    return (Span(start, chain[0].words.end),)


def _is_taken(parsed: Parsed, start: int, quotation: Quotation) -> bool:
    """Whether a cue verb right before the quotation takes it ("the ministry said that “...,” Norda reports")."""
    span = parsed.doc.char_span(start, quotation.outer.start, alignment_mode="contract")
    cue = next((t for t in reversed(list(span or ())) if _is_cue(t)), None)
    behind = parsed.doc[cue.i + 1 : span.end] if cue is not None and span is not None else ()
    return cue is not None and len(behind) <= CLOSE and not any(_is_finite(t) or t.text == "," for t in behind)


def _holds(parsed: Parsed, start: int, end: int, test: Callable[["Token"], bool]) -> bool:
    span = parsed.doc.char_span(start, end, alignment_mode="contract")
    return span is not None and any(test(token) for token in span)


def _is_finite(token: "Token") -> bool:
    return token.tag_ in FINITE or token.tag_ == "MD"


def _is_cue(token: "Token") -> bool:
    readings = cues("verb").get(token.lemma_.lower(), ()) if token.pos_ == "VERB" else ()
    return any(c.frame == "clause" and c.kind == "speech" for c in readings)


def _leads_to(parsed: Parsed, quotation: Quotation, verb: "Token", gap: str) -> bool:
    """Whether the words between the quotation and the verb are the verb's own: subject, adverbs, auxiliaries."""
    ending, leading = parsed.text[quotation.words.end - 1], gap.lstrip()[:1]
    tokens = [
        t
        for t in parsed.doc[max(0, verb.i - 60) : verb.i]
        if t.idx >= quotation.outer.end and not t.is_punct and not t.is_space
    ]
    if leading == "." or (verb.dep_ == "conj" and child(verb, "nsubj") is None and tokens):
        return False
    if ending in ".!?":
        first = tokens[0] if tokens else verb
        if first.is_title and (ending == "." or first.lower_ in PERSONAL):
            return False
    elif ending not in ",—–-…" and leading != "," and not _opens_line(parsed.text, quotation):
        return False
    own = {verb.i} | {t.i for c in verb.children if c.dep_ not in {"ccomp", "conj", "parataxis"} for t in c.subtree}
    strange = [t for t in tokens if t.i not in own]
    if not strange:
        return True
    if ending == "," and not any(t.tag_ in FINITE and t.lemma_ in cues("verb") for t in strange):
        return True
    return len(tokens) <= 12 and not any(t.tag_ in FINITE or t.dep_ == "mark" for t in tokens)


def _opens_line(text: str, quotation: Quotation) -> bool:
    """Whether the quotation begins its line and is long enough for a sentence."""
    return last_before(text, quotation.outer.start, " ") in {"", "\n"} and text[slice(*quotation.words)].count(" ") > 2


def _after(parsed: Parsed, verb: "Token", quotations: Sequence[Quotation]) -> Quotation | None:
    end = verb.idx + len(verb)
    later = bisect_left(quotations, end, key=lambda q: q.outer.start)
    if later == len(quotations) or quotations[later].outer.start - end > FAR:
        return None
    following = quotations[later]
    gap = parsed.text[end : following.outer.start]
    body = gap.rstrip()
    if stops(body) or ("\n" in gap and not body.endswith(":")):
        return None
    if body and not body.endswith((",", ":")):
        return None
    opening = parsed.text[following.words.start]
    if not (opening.isupper() or opening.isdigit() or opening in "[(…'‘“") and not body:
        return None
    lexicon = cues("verb")
    between = [t for t in parsed.doc[verb.i + 1 : verb.i + 60] if t.idx < following.outer.start]
    if any(t.pos_ == "VERB" and (t.tag_ in FINITE or t.lemma_ in lexicon) for t in between):
        return None
    return following


def _sentence_start(parsed: Parsed, quotation: Quotation) -> int:
    """Where the sentence begins in which the quotation opens: at its mark, or earlier."""
    before = last_before(parsed.text, quotation.outer.start, " \t\u00a0")
    if not before or before in '\n.!?:”"’»)':
        return quotation.outer.start
    span = parsed.doc.char_span(*quotation.words, alignment_mode="expand")
    return span[0].sent.start_char if span is not None else quotation.outer.start
