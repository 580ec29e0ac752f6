"""Attributions by preposition: "according to", "in the words of"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.model.spans import Span, Spans
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, child, phrase, spans_of, trimmed
from dragoman.reading.attribution.voices import speaks

if TYPE_CHECKING:
    from dragoman.language.parser import Token


def according_drafts(parsed: Parsed, skip: set[int]) -> Iterator[Draft]:
    """An attribution for each "according to X": its content is the clause on which the words hang."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ != "according" or token.i in skip or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
            continue
        to = doc[token.i + 1]
        who = child(to, "pobj") or child(token, "pobj")
        if who is None:
            continue
        own = {token.i, *(t.i for t in token.subtree), *(t.i for t in to.subtree)}
        content = _content(parsed, token, own)
        if content:
            cue = (Span(token.idx, to.idx + len(to)),)
            yield Draft(content, phrase(parsed, who), cue, "speech", "sure", "according", token.idx, voiced=speaks(who))


def _content(parsed: Parsed, token: "Token", own: set[int]) -> Spans:
    """The rest of the sentence, on the side where it stands; a clause joined by "and" or "but" after it stays apart."""
    rest = [t for t in token.sent if t.i not in own and not t.is_space]
    first = next((t for t in token.sent if not t.is_space and not t.is_punct), token)
    if first.i == token.i:
        return spans_of(parsed, [t for t in rest if t.i > token.i])
    spans = spans_of(parsed, [t for t in rest if t.i < token.i])
    return (trimmed(parsed.text, spans[0].start, spans[-1].end),) if spans else ()
