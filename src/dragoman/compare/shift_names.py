"""Shifts of who is meant and of what is called what: another actor in the same place, another name for the same."""

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.compare.forms import Token
from dragoman.compare.phrases import Beside, Found, Phrase, firm, placed
from dragoman.model.reading import ActorKind, Form, ReadArticle, Statement
from dragoman.model.spans import Span, common

NEAR_CUE = 120
"""Characters between a cue and the name of whom it addresses."""
LEAST_AROUND = 3
"""Words that are the same on both sides of a name that differs."""


class Named(NamedTuple):
    """A mention: where it stands, the number of its actor, and how it names it."""

    span: Span
    actor: int
    kind: ActorKind
    form: Form


def actor_or_name(beside: Beside, phrase: Phrase, mentions: tuple[Sequence[Named], Sequence[Named]]) -> Found | None:
    """Another actor of the same kind at the same place, or another name of the same one."""
    words = beside.left.words, beside.right.words
    left, right = (_named(*side) for side in zip(words, (phrase.left, phrase.right), mentions, strict=True))
    if not left or not right:
        return None
    if _same_name((words[0], left.words), (words[1], right.words)):
        return None
    if left.actor == right.actor:
        return Found("naming", left.words, right.words) if _held(beside, phrase, left, right) else None
    whole = left.words.stop == phrase.left.stop and right.words.stop == phrase.right.stop
    sure = whole and left.kind == right.kind and left.form == right.form == "name"
    both = {left.actor, right.actor}
    other = sum(there.actor in both for there in (*mentions[0], *mentions[1])) > 2
    return placed("actor", beside, phrase) if sure and not other and firm(beside, phrase, LEAST_AROUND) else None


def _held(beside: Beside, phrase: Phrase, left: "_Here", right: "_Here") -> bool:
    """Whether the words around are the same, or two before it."""
    ahead = beside.left.words[phrase.left.start - min(2, phrase.before) : phrase.left.start]
    whole = left.words.stop == phrase.left.stop and right.words.stop == phrase.right.stop
    return (whole and firm(beside, phrase, LEAST_AROUND)) or (len(ahead) == 2 and any(word.content for word in ahead))


class Addressee(NamedTuple):
    """Someone to whom words are said: the entity's number, its name, and where it is named beside the words."""

    entity: int
    name: str
    span: Span


def addressees(read: ReadArticle, statement: Statement) -> list[Addressee]:
    """Those to whom a statement is made, where they are named outside of it and near its cue."""
    found = []
    for entity in statement.addressees:
        near = [
            m.span
            for m in read.reading.mentions
            if m.entity == entity and m.form != "pronoun" and not common((m.span,), statement.content)
        ]
        best = min(near, key=lambda span: (abs(span.start - _cue(statement)), span), default=None)
        if best and abs(best.start - _cue(statement)) <= NEAR_CUE:
            found.append(Addressee(entity, read.reading.entities[entity].name, best))
    return found


def _cue(statement: Statement) -> int:
    return (statement.cue or statement.content)[0].start


def like_name(beside: Beside, phrase: Phrase) -> Found | None:
    """One word for another that names the same kind of thing: "rebels" beside "terrorists"."""
    left = [beside.left.words[n] for n in phrase.left]
    right = [beside.right.words[n] for n in phrase.right]
    marks = [words[0].mark("naming") if len(words) == 1 else None for words in (left, right)]
    if not marks[0] or not marks[1] or marks[0].group != marks[1].group or not firm(beside, phrase):
        return None
    return placed("naming", beside, phrase)


class _Here(NamedTuple):
    """A mention at the beginning of a difference: its actor, and its words without an article before them."""

    actor: int
    kind: ActorKind
    form: Form
    words: range


def _named(words: Sequence[Token], numbers: range, mentions: Sequence[Named]) -> _Here | None:
    """The mention with which the difference begins, where it is exactly one."""
    first = next((n for n in numbers if words[n].form not in ("the", "a", "an")), None)
    found = [m for m in mentions if first is not None and numbers.start <= _first(words, numbers, m) <= first]
    if first is None or len(found) != 1 or found[0].form not in ("name", "capital"):
        return None
    stop = next((n for n in range(first, numbers.stop) if words[n].span.start >= found[0].span.end), numbers.stop)
    whole = words[stop - 1].span.end <= found[0].span.end + len("'s")
    return _Here(found[0].actor, found[0].kind, found[0].form, range(first, stop)) if stop > first and whole else None


def _first(words: Sequence[Token], numbers: range, mention: Named) -> int:
    """The number of the mention's first word among these; -1 where it begins elsewhere."""
    return next((n for n in numbers if words[n].span.start == mention.span.start), -1)


def _same_name(left: tuple[Sequence[Token], range], right: tuple[Sequence[Token], range]) -> bool:
    """Whether one is the other with more words (given name, title), or its initials; joining may have missed it."""
    names = [[words[n].key for n in numbers if words[n].form != "the"] for words, numbers in (left, right)]
    short, long = sorted(names, key=len)
    initials = "".join(word[0] for word in long)
    return set(short) <= set(long) or "".join(short).replace(".", "") == initials
