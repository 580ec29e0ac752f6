"""What the rules ask of a parse: subjects, complements, and the words that hang on them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.spans import Span, Spans

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token
    from dragoman.language.parser import Span as TokenSpan

EDGE = " \t\r\n\u00a0\"“”„«»'‘’`,.;:?!–—-"
INHERITS = {"xcomp", "advcl", "pcomp", "conj", "prep", "dep", "aux", "ccomp"}


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article's parse beside its text (which spaCy would join anew from the words each time it is asked), and the
    words of its datelines.
    """

    doc: "Doc"
    text: str
    dateline: frozenset[int] = frozenset()


STOP = re.compile(r"[.!?;:][”\"’')\]]*\s|\n")
ABBREVIATED = re.compile(
    r"\b(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Prof|Rev|Hon|St|Jr|Sr|Pres|Amb|Sec|Supt|Det|No|vs|[A-Z])\."
    r"|\b[DRI]-[A-Z][a-z]*\.|\b[ap]\.m\."
)


def stops(text: str, marks: str = ".!?;") -> int:
    """How many sentences, or lines, end within the text at one of the marks; the points of titles and initials are no
    ends.
    """
    plain = ABBREVIATED.sub(lambda found: found[0].replace(".", "_"), text)
    return sum(found[0][0] in marks or found[0] == "\n" for found in STOP.finditer(plain))


def child(token: "Token", *deps: str) -> "Token | None":
    """The first child that hangs on the token in one of these ways."""
    return next((c for c in token.children if c.dep_ in deps), None)


def passive(verb: "Token") -> bool:
    """Whether the verb is in the passive."""
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def subject(verb: "Token") -> "Token | None":
    """Who does what the verb says: its own subject or agent, or that of the verb on which it hangs."""
    if (passive(verb) or _participle(verb)) and child(verb, "nsubj") is None:
        return child(verb, "nsubjpass") if verb.lemma_ in {"quote", "cite"} else _agent(verb)
    for _ in range(CLIMB):
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and (quoted := child(verb.head.head, "dobj")) is not None:
            return quoted  # "Norda quoted her as saying"
        own = _nearest_subject(verb)
        if own is not None:
            return None if own.lower_ == "it" and child(verb, "expl") is not None else own
        if passive(verb):
            return child(verb, "nsubjpass")
        if verb.dep_ in {"acl", "relcl"}:
            return _agent(verb) if verb.tag_ == "VBN" else verb.head if verb.tag_ == "VBG" else None
        above = _above(verb)
        if above is None:
            return None
        verb = above
    return None


def _nearest_subject(verb: "Token") -> "Token | None":
    """The verb's subject; where the parse gives several (a dateline is one), the last before the verb."""
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    if not found and verb.i == verb.sent.start and verb.tag_ in {"VBD", "VBZ"}:
        return child(verb, "dobj")  # "Said one young man: ..."
    return next((c for c in reversed(found) if c.i < verb.i), found[0] if found else None)


def _participle(verb: "Token") -> bool:
    """Whether the verb is a passive participle without an auxiliary ("Asked about the road, ...")."""
    return verb.tag_ == "VBN" and verb.dep_ in {"advcl", "acl"} and child(verb, "aux") is None


CLIMB = 6
"""A subject is sought over so many verbs."""


def _above(verb: "Token") -> "Token | None":
    """The verb whose subject is also this one's."""
    if verb.head.i == verb.i or verb.dep_ not in INHERITS or (verb.dep_ == "ccomp" and verb.tag_ not in {"VBG", "VB"}):
        return None
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.doc[verb.i - 1].is_punct:
        return _reporting(verb) or verb.head
    if verb.dep_ == "conj" and _form(verb) != _form(verb.head):
        return next((a for a in ancestors(verb) if a.pos_ == "VERB" and _form(a) == _form(verb)), verb.head)
    return verb.head


def _form(verb: "Token") -> str:
    """The form that verbs joined by "and" share: past, present, participle, infinitive."""
    first = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.lower_ != "to"), verb)
    return {"VBP": "VBZ"}.get(first.tag_, first.tag_)


def _reporting(verb: "Token") -> "Token | None":
    """For a participle behind a comma ("..., adding that ..."), the verb in whose complement the parse puts it: it is
    the speaker who adds, not whom he speaks of.
    """
    if child(verb, "ccomp") is None:
        return None
    clauses = [a for a in ancestors(verb) if a.dep_ == "ccomp" and a.head.i < a.i]
    return clauses[-1].head if clauses else None


def _agent(verb: "Token") -> "Token | None":
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def negated(verb: "Token") -> bool:
    """Whether the verb is denied, asked or only possible, so that nothing is reported as conveyed by it."""
    who = child(verb, "nsubj")
    if who is not None and (who.lower_ in NOBODY or any(c.lower_ in NOBODY for c in who.children)):
        return True
    if any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in UNREAL) for c in verb.children):
        return True
    return any(c.dep_ == "mark" and c.lower_ in {"if", "whether", "unless"} for c in verb.children)


def infinitive(verb: "Token") -> bool:
    """Whether the verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


NOBODY = {"neither", "no", "none", "nobody", "nothing", "few"}
UNREAL = {"will", "would", "could", "should", "might", "may", "can", "must", "'ll", "’ll", "'d", "’d", "wo", "ca"}


def tokens_of(roots: Iterable["Token"], barred: set[int]) -> list["Token"]:
    """The words under the roots in the order of the text, without the barred ones."""
    found = {t.i: t for root in roots for t in root.subtree if t.i not in barred}
    return [found[i] for i in sorted(found)]


def spans_of(parsed: Parsed, tokens: Iterable["Token"]) -> Spans:
    """The words as spans: one for each run of words with nothing but punctuation and space between them; marks at the
    edges left out.
    """
    runs: list[list[int]] = []
    doc = parsed.doc
    for token in tokens:
        if token.is_space:
            continue
        if runs and all(_between(doc[i]) for i in range(runs[-1][1] + 1, token.i)):
            runs[-1][1] = token.i
        else:
            runs.append([token.i, token.i])
    spans = (trimmed(parsed.text, doc[a].idx, doc[b].idx + len(doc[b])) for a, b in runs)
    return tuple(span for span in spans if span.start < span.end)


def merged_words(doc: "Doc", indices: Iterable[int]) -> Spans:
    """The words with these indices as spans, neighbours joined."""
    out: list[Span] = []
    last = -2
    for i in sorted(indices):
        end = doc[i].idx + len(doc[i])
        out = [*out[:-1], Span(out[-1].start, end)] if i == last + 1 else [*out, Span(doc[i].idx, end)]
        last = i
    return tuple(out)


def _between(token: "Token") -> bool:
    """Whether the word joins what stands on its two sides."""
    return token.is_punct or token.is_space or token.lower_ in {"and", "or", "but", "as", "well"}


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without spaces and punctuation at its edges, but for a closing "?" or "!"; without quotation marks
    there too, unless their partner stands within ("‘inspection’ claim").
    """
    while start < end and text[start] in EDGE and not _partnered(text, start, start + 1, end):
        start += 1
    while (
        start < end
        and text[end - 1] in EDGE
        and text[end - 1] not in "?!"
        and not _partnered(text, end - 1, start, end - 1)
    ):
        end -= 1
    return Span(start, end)


PARTNERS = {"“": "”", "”": "“", "‘": "’", "’": "‘", "«": "»", "»": "«", "„": "“", '"': '"'}


def _partnered(text: str, mark: int, start: int, end: int) -> bool:
    partner = PARTNERS.get(text[mark])
    return partner is not None and partner in text[start:end].strip(" .,;:?!")[1:-1]


def phrase(parsed: Parsed, head: "Token", barred: set[int] | None = None) -> Spans:
    """The head with what names it, as one stretch: appositions too, but no clause or adjunct behind a comma."""
    doc = parsed.doc
    loose = {
        t.i
        for c in head.children
        if c.i > head.i and c.dep_ in LOOSE and doc[c.left_edge.i - 1].is_punct
        for t in doc[c.left_edge.i : head.right_edge.i + 1]
    }
    spans = spans_of(parsed, tokens_of([head], loose | parsed.dateline | (barred or set())))
    if not spans and head.i in parsed.dateline:
        behind = next((c for c in chunks(head.sent) if c.start > head.i and c.start not in parsed.dateline), None)
        return (Span(behind.start_char, behind.end_char),) if behind is not None else ()
    return (Span(spans[0].start, spans[-1].end),) if spans else ()


def chunks(sentence: "TokenSpan") -> Iterator["TokenSpan"]:
    """The noun phrases of a sentence. ``Span.noun_chunks`` would look for those of the whole text each time."""
    doc = sentence.doc
    for start, end, _ in doc.noun_chunks_iterator(sentence):  # type: ignore[attr-defined]  # missing in spaCy's stubs
        yield doc[start:end]


DATELINE = re.compile(r"^[A-Z][A-Z .’'-]{2,}(, [\w .]{3,20})?( \([\w /.-]{2,30}\))?\s+[—–-]+\s+(?=\S)", re.MULTILINE)
"""A place in capitals and a dash before an article's first words, which the parse takes for part of the subject."""


def datelines(text: str) -> tuple[Span, ...]:
    """Where datelines stand."""
    return tuple(Span(*found.span()) for found in DATELINE.finditer(text))


LOOSE = {"relcl", "acl", "prep", "advmod", "npadvmod", "advcl", "parataxis"}


def ancestors(token: "Token") -> Iterator["Token"]:
    """The token's head, its head's head and so on."""
    while token.head.i != token.i:
        token = token.head
        yield token
