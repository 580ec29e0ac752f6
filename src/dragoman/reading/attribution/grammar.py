"""What the rules ask of a parse: subjects, complements, and the words that hang on them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.model.spans import Span, Spans

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

SUBJECTS = {"nsubj", "csubj"}
EDGE = " \t\r\n\u00a0\"“”„«»'‘’`,.;:?!–—-"
INHERITS = {"xcomp", "advcl", "pcomp", "conj", "prep", "dep", "aux", "ccomp"}


def child(token: "Token", *deps: str) -> "Token | None":
    """The first child that hangs on the token in one of these ways."""
    return next((c for c in token.children if c.dep_ in deps), None)


def passive(verb: "Token") -> bool:
    """Whether the verb is in the passive."""
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def subject(verb: "Token") -> "Token | None":
    """Who does what the verb says: its own subject or agent, or that of the verb on which it hangs."""
    seen = 0
    while seen < 6:
        own = child(verb, *SUBJECTS)
        if own is not None and own.dep_ == "nsubj":
            return None if own.lower_ == "it" and child(verb, "expl") is not None else own
        if passive(verb) and seen == 0:
            return _agent(verb)
        if passive(verb):
            return child(verb, "nsubjpass")
        if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN":
            return _agent(verb)
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head if verb.tag_ == "VBG" else None
        if (
            verb.dep_ not in INHERITS
            or verb.head.i == verb.i
            or (verb.dep_ == "ccomp" and verb.tag_ not in {"VBG", "VB"})
        ):
            return None
        verb, seen = verb.head, seen + 1
    return None


def _agent(verb: "Token") -> "Token | None":
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def negated(verb: "Token") -> bool:
    """Whether the verb is denied, asked or only possible, so that nothing is reported as conveyed by it."""
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in UNREAL) for c in verb.children):
        return True
    return any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in verb.children)


UNREAL = {"will", "would", "could", "should", "might", "may", "can", "must", "'ll", "’ll", "'d", "’d", "wo", "ca"}


def tokens_of(roots: Iterable["Token"], barred: set[int]) -> list["Token"]:
    """The words under the roots in the order of the text, without the barred ones."""
    found = {t.i: t for root in roots for t in root.subtree if t.i not in barred}
    return [found[i] for i in sorted(found)]


def spans_of(doc: "Doc", tokens: Iterable["Token"]) -> Spans:
    """The words as spans: one for each run of words with nothing but punctuation and space between them; marks at the
    edges left out.
    """
    runs: list[list[int]] = []
    for token in tokens:
        if token.is_space:
            continue
        if runs and all(doc[i].is_punct or doc[i].is_space for i in range(runs[-1][1] + 1, token.i)):
            runs[-1][1] = token.i
        else:
            runs.append([token.i, token.i])
    spans = (trimmed(doc.text, doc[a].idx, doc[b].idx + len(doc[b])) for a, b in runs)
    return tuple(span for span in spans if span.start < span.end)


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without quotation marks, spaces and punctuation at its edges; a closing "?" or "!" stays."""
    while start < end and text[start] in EDGE:
        start += 1
    while start < end and text[end - 1] in EDGE and text[end - 1] not in "?!":
        end -= 1
    return Span(start, end)


def phrase(doc: "Doc", head: "Token", barred: set[int] | None = None) -> Spans:
    """The head with all that hangs on it, as one stretch."""
    spans = spans_of(doc, tokens_of([head], barred or set()))
    return (Span(spans[0].start, spans[-1].end),) if spans else ()


def ancestors(token: "Token") -> Iterator["Token"]:
    """The token's head, its head's head and so on."""
    while token.head.i != token.i:
        token = token.head
        yield token
