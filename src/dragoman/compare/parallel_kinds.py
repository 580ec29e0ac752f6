"""In what one thing two passages differ that are otherwise alike: typed so strictly that most differences are none."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dragoman.compare.forms import Token, tokens
from dragoman.compare.gatherings import may_overlap
from dragoman.compare.phrases import Beside, Found, Phrase, others
from dragoman.compare.shift_names import Named, actor_or_name
from dragoman.compare.shift_numbers import number
from dragoman.compare.shift_words import negation
from dragoman.knowledge.states import state_words
from dragoman.model.links import At, ConflictKind, Differing, Voiced
from dragoman.model.reading import MeetingReport, ReadArticle
from dragoman.model.spans import Place, Span, common
from dragoman.model.when import When

BOUNDS = frozenset({"than", "least", "most", "over", "under", "nearly", "almost", "up", "about", "around", "some"})
"""Before a number: it is a bound or a round number, which another number need not contradict."""
NEAR = 3
"""Words before a number that tell whether it is exact."""
LARGE, ROUNDED = 100, 0.05
"""A number from here on may be another one rounded, from which it differs by so little."""
NAME_WORDS = 3


class Printed(NamedTuple):
    """A passage in its article, with the article's day."""

    read: ReadArticle
    voiced: Voiced
    published: When


def difference(beside: Beside, left: Printed, right: Printed, actors: Mapping[At, int]) -> Differing | None:
    """The one thing in which the two passages differ, where it is exactly one, told in the same voice."""
    if not _one_voice(left, right, actors):
        return None
    found = [typed for phrase in beside.phrases if (typed := _typed(beside, phrase, left, right, actors))]
    if len(found) != 1:
        return None
    kind, row = found[0]
    if kind == "value" and not may_overlap(left.published, right.published):
        kind = "superseded by a later report"
    return Differing(
        kind,
        Place(left.read.article.id, (_span(beside.left.words, row.left),)),
        Place(right.read.article.id, (_span(beside.right.words, row.right),)),
    )


def _one_voice(left: Printed, right: Printed, actors: Mapping[At, int]) -> bool:
    """Whether both are the outlets' own, or words of one speaker; where one's is not known, it may be."""
    one, other = left.voiced.statement, right.voiced.statement
    if one is None or other is None:
        return one is None and other is None
    here, there = (speakers(side, actors) for side in (left, right))
    return bool(here & there)


def speakers(side: Printed, actors: Mapping[At, int]) -> frozenset[int]:
    """The numbers of the actors whose words the passage is said to be."""
    at = side.voiced.statement
    who = side.read.reading.statements[at.index].speakers if at else ()
    return frozenset(actors[At(side.read.article.id, each)] for each in who)


def _typed(
    beside: Beside, phrase: Phrase, left: Printed, right: Printed, actors: Mapping[At, int]
) -> tuple[ConflictKind, Found] | None:
    if found := number(beside, phrase):
        exact = _exact(beside, phrase) and not _elsewhere(beside, phrase, left, right)
        return ("time" if found.kind == "date" else "value", found) if exact else None
    if found := negation(beside, phrase):
        return "polarity", found
    return _meeting(beside, phrase, left, right, actors)


def _exact(beside: Beside, phrase: Phrase) -> bool:
    sides = ((beside.left.words, phrase.left), (beside.right.words, phrase.right))
    return exact(*(words[max(0, numbers.start - NEAR) : numbers.stop] for words, numbers in sides))


def exact(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether the numbers with the words before them are told as exact, and neither can be the other rounded."""
    if any(word.mark("hedge") or word.form.split()[-1] in BOUNDS for word in (*left, *right)):
        return False
    values = [next((w.number for w in reversed(side) if w.number is not None), None) for side in (left, right)]
    return values[0] is None or values[1] is None or not _rounded(values[0], values[1])


def _rounded(one: float, other: float) -> bool:
    return min(one, other) >= LARGE and abs(one - other) <= ROUNDED * max(one, other)


def _elsewhere(beside: Beside, phrase: Phrase, left: Printed, right: Printed) -> bool:
    """Whether one of the articles prints the other's number too, and so knows both."""
    values = [
        {word.number for word in words[numbers.start : numbers.stop] if word.number is not None}
        for words, numbers in ((beside.left.words, phrase.left), (beside.right.words, phrase.right))
    ]
    return any(
        value in {word.number for word in tokens(side.read.article.text, (Span(0, len(side.read.article.text)),))}
        for side, there in ((left, values[1]), (right, values[0]))
        for value in there
    )


def _meeting(
    beside: Beside, phrase: Phrase, left: Printed, right: Printed, actors: Mapping[At, int]
) -> tuple[ConflictKind, Found] | None:
    """Another place or participant, where both sentences report a meeting as held and no other word differs."""
    reports = _report(left, beside.left.words), _report(right, beside.right.words)
    if not reports[0] or not reports[1] or any(word.content for word in others(beside, phrase)):
        return None
    places = [
        _place(side, report, words, numbers)
        for side, report, words, numbers in (
            (left, reports[0], beside.left.words, phrase.left),
            (right, reports[1], beside.right.words, phrase.right),
        )
    ]
    if places[0] and places[1]:
        return (
            ("place", Found("actor", phrase.left, phrase.right))
            if _elsewhere_held(places[0], places[1], left, right)
            else None
        )
    named = actor_or_name(
        beside, phrase, (_named(left, beside.left.words, actors), _named(right, beside.right.words, actors))
    )
    if named is None:
        return None
    return ("participant" if named.kind == "actor" else "naming only"), named


def _report(side: Printed, words: tuple[Token, ...]) -> MeetingReport | None:
    run = (Span(words[0].span.start, words[-1].span.end),)
    found = [r for r in side.read.reading.meetings if r.status == "held" and common(r.spans, run)]
    return found[0] if len(found) == 1 else None


def _place(side: Printed, report: MeetingReport, words: tuple[Token, ...], numbers: range) -> str | None:
    """The place of the report, where the difference is that place's name and nothing more."""
    inside = [word for word in (words[n] for n in numbers) if word.content]
    if report.place is None or not inside or len(inside) > NAME_WORDS:
        return None
    text = side.read.article.text[report.place.start : report.place.end]
    return text if all(common((word.span,), (report.place,)) for word in inside) else None


def _elsewhere_held(one: str, other: str, left: Printed, right: Printed) -> bool:
    """Whether one place cannot be or lie in the other: neither is a state, and neither article names the other's."""
    words = state_words()
    states = any((known := words.get(each)) and known.name for each in (one, other))
    return not states and other not in left.read.article.text and one not in right.read.article.text


def _named(side: Printed, words: tuple[Token, ...], actors: Mapping[At, int]) -> list[Named]:
    reading, article = side.read.reading, side.read.article.id
    run = (Span(words[0].span.start, words[-1].span.end),)
    return [
        Named(m.span, actors[At(article, m.entity)], reading.entities[m.entity].kind, m.form)
        for m in reading.mentions
        if m.form != "pronoun" and common((m.span,), run)
    ]


def attribution(left: Printed, right: Printed, actors: Mapping[At, int]) -> Differing | None:
    """The same words between quotation marks, given to two people by name, neither of whom stands beside the other."""
    one, other = _speaker(left), _speaker(right)
    if one is None or other is None or speakers(left, actors) & speakers(right, actors):
        return None
    if one.names & (other.names | other.beside) or other.names & one.beside:
        return None  # joining may have missed that they are one, or reading whose words these are
    return Differing("attribution", one.source, other.source)


class _Speaker(NamedTuple):
    """Who is named as the only speaker: the words of their name, those of the source, and where it stands."""

    names: frozenset[str]
    beside: frozenset[str]
    source: Place


def _speaker(side: Printed) -> _Speaker | None:
    at, (article, reading) = side.voiced.statement, side.read
    statement = reading.statements[at.index] if at else None
    if statement is None or not statement.source or len(statement.speakers) != 1:
        return None
    person = reading.entities[statement.speakers[0]]
    sure = statement.speakers_basis == "named" and statement.mode == "direct" and statement.inside is None
    if not sure or person.kind != "person":
        return None
    beside = {word.form for word in tokens(article.text, statement.source)}
    names = {word.casefold() for word in person.name.split()}
    return _Speaker(frozenset(names), frozenset(beside), Place(article.id, statement.source))


def _span(words: tuple[Token, ...], numbers: range) -> Span:
    return Span(words[numbers[0]].span.start, words[numbers[-1]].span.end)
