"""Who may act towards whom: in a statement by its speaker, and in what the speaker says that others did."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.language.acts import ROOTS
from dragoman.model.reading import Root, Statement
from dragoman.model.spans import Span, Spans, length
from dragoman.reading.act_features import Pair, head_of, roots_by_word
from dragoman.reading.attribution.near import Stretches, stretch
from dragoman.reading.cast import Cast

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

KINDS = frozenset({"speech", "position"})
"""What somebody only thinks or sees is no act."""
UNREAL = frozenset(
    {"would", "could", "should", "might", "may", "must", "can", "ca", "if", "unless", "whether", "until", "lest"}
)
"""Before a verb these make an act somebody's demand or thought, and none that is told."""
AHEAD = frozenset({"will", "to", "wo", "’ll", "'ll"})
"""Before a verb these make an act of others the speaker's plan for them or guess."""
DONE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
DEEDS = frozenset(ROOTS.values()) - {"ACCUSE", "REQUEST", "SUPPORT", "THREATEN"}
"""Roots of what is done or undertaken, and not conveyed by what is said of others."""
MOST = 3
"""Acts of others that one statement may allege."""


class Candidate(NamedTuple):
    """A statement by index, the words of source and target, who they are, whether the speaker tells it of others.
    ``barred`` are the roots that the act of a speaker cannot have, because the deed told is another's.
    """

    statement: int
    pair: Pair
    source: tuple[int, ...]
    target: tuple[int, ...]
    alleged: bool
    barred: frozenset[Root] = frozenset()


def candidates(doc: "Doc", cast: Cast, statements: Sequence[Statement]) -> Iterator[Candidate]:
    """What may be acts, statement by statement."""
    contents = Stretches([stretch(statement.content) for statement in statements])
    for index, statement in enumerate(statements):
        if statement.speakers and statement.kind in KINDS:
            yield from _own(doc, cast, index, statement)
        yield from _of_others(doc, cast, index, statements, contents)


def _own(doc: "Doc", cast: Cast, index: int, statement: Statement) -> Iterator[Candidate]:
    """The speaker's own act: the source of what the cue tells, and the first other actor whom its sentence names."""
    source = _words(doc, statement.source[:1])
    cue = _words(doc, statement.cue[:1])
    verbs = sorted((doc[i].pos_ != "VERB", i) for i in cue if doc[i].pos_ in ("VERB", "AUX"))
    if not source or not verbs or doc[source.start].sent.start != doc[cue.start].sent.start:
        return
    sentence, verb = doc[source.start].sent, verbs[0][1]
    if _is_unreal(doc[verb]):
        return
    target, towards = range(0), tuple[int, ...]()
    for mention in cast.mentions_at((sentence.start_char, sentence.end_char)):
        words = _words(doc, (mention.span,))
        behind = mention.span.start >= statement.cue[0].start or _inside(mention.span, statement.content)
        if behind and words and not set(words) & set(source) and _other(cast, mention.entity, statement.speakers):
            target, towards = words, (mention.entity,)
            break
    told = tuple(e for e in statement.addressees if e not in statement.speakers)
    barred = _deeds_of_others(doc[verb], cast, statement.speakers)
    yield Candidate(
        index, Pair(source, target, verb), statement.speakers, told or towards, alleged=False, barred=barred
    )


def _deeds_of_others(cue: "Token", cast: Cast, speakers: Sequence[int]) -> frozenset[Root]:
    """What is no act of one who says that somebody else did it: "he said that Velmar had agreed"."""
    clauses = [child for child in cue.children if child.dep_ == "ccomp"]
    doers = [child for clause in clauses for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")]
    named = [entity for doer in doers for entity in cast.at((doer.idx, doer.idx + len(doer)))]
    if not any(_other(cast, entity, speakers) for entity in named):
        return frozenset()
    return DEEDS.difference(roots_by_word().get(cue.lemma_.lower(), ()))


def _other(cast: Cast, entity: int, speakers: Sequence[int]) -> bool:
    """Whether the entity is none of the speakers and not the state that one of them speaks for."""
    if entity in speakers:
        return False
    whom = cast.entities[entity]
    own = {cast.entities[speaker].country for speaker in speakers} - {None}
    return not (whom.kind == "state" and whom.country in own)


def _of_others(
    doc: "Doc", cast: Cast, index: int, statements: Sequence[Statement], contents: Stretches
) -> Iterator[Candidate]:
    """What the speaker says that others did: a finite verb of an act whose subject and object are two actors."""
    statement, found = statements[index], 0
    for span in statement.content:
        for i in _words(doc, (span,)):
            token = doc[i]
            if found == MOST or token.pos_ != "VERB" or not _is_told(token):
                continue
            if _innermost(token, statements, contents) != index:
                continue
            pair, source, target = _roles(doc, cast, token)
            if source and target and not set(source) & {*target, *statement.speakers}:
                found += 1
                yield Candidate(index, pair, source, target, alleged=True)


def _is_told(verb: "Token") -> bool:
    """Whether the verb may tell an act that is said to have been done: affirmed, finite, by word of the list."""
    words = [verb, *(child for child in verb.children if child.dep_ in ("dobj", "xcomp"))]
    if not any(word.lemma_.lower() in roots_by_word() for word in words) or verb.tag_ not in DONE:
        return False
    carried = verb.tag_ not in ("VBN", "VBG") or any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return carried and not _is_unreal(verb) and not any(child.lower_ in AHEAD for child in verb.children)


def _is_unreal(verb: "Token") -> bool:
    """Whether the verb is denied, a condition or only possible."""
    beside = [child for child in verb.children if child.dep_ in ("aux", "neg", "mark")]
    return any(child.dep_ == "neg" or child.lower_ in UNREAL for child in beside)


def _innermost(token: "Token", statements: Sequence[Statement], contents: Stretches) -> int | None:
    around = [
        index
        for index in contents.meeting(Span(token.idx, token.idx + 1))
        if _inside(Span(token.idx, token.idx + 1), statements[index].content)
    ]
    return min(around, key=lambda index: (length(statements[index].content), index), default=None)


def _roles(doc: "Doc", cast: Cast, verb: "Token") -> tuple[Pair, tuple[int, ...], tuple[int, ...]]:
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    doers = [child for child in verb.children if child.dep_ == ("agent" if passive else "nsubj")]
    doers = [thing for child in doers for thing in child.children if thing.dep_ == "pobj"] if passive else doers
    done_to = [child for child in verb.children if child.dep_ in ("nsubjpass", "dobj", "dative", "prep", "xcomp")]
    source, by = _named(doc, cast, doers, deep=False)
    target, towards = _named(doc, cast, [child for child in done_to if child not in doers], deep=True)
    return Pair(source, target, verb.i), by, towards


def _named(doc: "Doc", cast: Cast, heads: Iterable["Token"], *, deep: bool) -> tuple[range, tuple[int, ...]]:
    """The first actor that the phrases name: by their head alone, or anywhere in them."""
    for head in heads:
        for token in head.subtree if deep else (head,):
            for mention in cast.mentions_at((token.idx, token.idx + len(token))):
                words = _words(doc, (mention.span,))
                if deep or head_of(doc, words).i == head.i:
                    return words, (mention.entity,)
    return range(0), ()


def _inside(span: Span, content: Spans) -> bool:
    return any(start <= span.start and span.end <= end for start, end in content)


def _words(doc: "Doc", spans: Spans) -> range:
    """The tokens of the first span."""
    for start, end in spans:
        found = doc.char_span(start, end, alignment_mode="expand")
        if found is not None:
            return range(found.start, found.end)
    return range(0)
