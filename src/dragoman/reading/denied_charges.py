"""Denials in a clause behind what is denied: "accused it of smuggling, charges that Velmar denies"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.knowledge.contention import contention_words
from dragoman.model.reading import Statement
from dragoman.model.spans import Span
from dragoman.reading.attribution.near import Stretches, stretch
from dragoman.reading.cast import Cast
from dragoman.reading.undertaking.standing import standing_of

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

LINKS = frozenset({"that", "which"})
FURTHER = frozenset({"neg", "ccomp", "xcomp", "prep"})
"""What says that the verb denies something else, or nothing."""


def with_denied_charges(doc: "Doc", cast: Cast, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, and behind them denials that nothing else reads: a clause in which somebody of the cast denies
    "charges", "an accusation", "claims", and one in which somebody denies a part in something ("has denied
    involvement in the raid"), as below a picture. They are not shown by themselves, since they say nothing but no.
    """
    read = Stretches([stretch(statement.cue) for statement in statements])
    verbs = [word for word in doc if word.lemma_.lower() in contention_words("denies")]
    found = [_denial(verb, cast) or _denied_part(verb, cast) for verb in verbs]
    return (*statements, *(s for s in found if s is not None and not read.meeting(s.cue[0])))


def _denial(verb: "Token", cast: Cast) -> Statement | None:
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    charge = _before(subject) if subject is not None else None
    if subject is None or charge is None or not {child.dep_ for child in verb.children}.isdisjoint(FURTHER):
        return None
    if any(child.dep_ == "dobj" and child.lower_ not in LINKS for child in verb.children):
        return None
    speakers = cast.at((subject.left_edge.idx, subject.idx + len(subject)))
    if not speakers:
        return None
    return _hidden(_span(charge), subject, verb, speakers)


def _denied_part(verb: "Token", cast: Cast) -> Statement | None:
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    part = next((child for child in verb.children if child.dep_ == "dobj"), None)
    taken = contention_words("part taken up") | contention_words("wrong taken up")
    if subject is None or part is None or part.lemma_.lower() not in taken or standing_of(verb) != "told":
        return None
    speakers = cast.at((subject.idx, subject.idx + len(subject)))
    if verb.lemma_.lower() not in contention_words("denies so") or len(speakers) != 1:
        return None
    content = Span(part.left_edge.idx, part.right_edge.idx + len(part.right_edge))
    return _hidden(content, subject, verb, speakers)


def _hidden(content: Span, subject: "Token", verb: "Token", speakers: tuple[int, ...]) -> Statement:
    """A denial that is not shown by itself."""
    return Statement(
        content=(content,),
        source=(_span(subject),),
        cue=(_span(verb),),
        mode="indirect",
        speakers=speakers,
        speakers_basis="named",
        shown=False,
    )


def _before(subject: "Token") -> "Token | None":
    """The noun right before the subject that takes up what is denied; the parse may take it for a verb ("charges")."""
    at = subject.left_edge.i - 1
    if at > 0 and subject.doc[at].lower_ in LINKS:
        at -= 1
    charge = subject.doc[at] if at > 0 else None
    if charge is None or charge.lower_.removesuffix("s") not in contention_words("wrong taken up"):
        return None
    return charge if charge.nbor(-1).is_punct or charge.nbor(-1).dep_ in ("det", "amod") else None


def _span(token: "Token") -> Span:
    return Span(token.idx, token.idx + len(token))
