"""Statements as sides of a dispute: which parties speak, which they charge with a wrong, and what they speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dragoman.compare.forms import Token, fold, tokens
from dragoman.compare.told import Desk
from dragoman.knowledge.contention import Role, charge_words, contention_words, speech_forms
from dragoman.model.links import ActorGroup, At, StoryGroup
from dragoman.model.reading import ReadArticle, Statement
from dragoman.model.spans import Span, common
from dragoman.model.when import When, between

SUBJECT = 4
"""Words at most between a party named first and the wrong it is charged with: "Velmar has grossly violated"."""
AGENT = 9
"""Words at most between a wrong and the party behind "by": "a breach of the accord by Velmar"."""
DENIED = 3
"""Words at most between a negation and the wrong or the thing that it negates."""
CALLED = frozenset({"as", "is", "are", "was", "were", "constitutes", "represents", "amounts"})
"""Words by which something is called what follows."""
STEERING = frozenset({"to", "against", "on", "of", "for", "with", "from", "between", "in", "at", "toward", "towards"})
"""Words before a name that make it no subject of what follows."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement as a side. ``parties`` are its speakers' states, and its speakers where no state is known.

    ``accused`` are the parties that it charges with a wrong, ``wrongs`` the kinds of wrong that it names, ``called``
    those that it calls something. ``topics`` are its content words that name no state, ``named`` those of them with a
    capital. ``mentioned`` are the states that it names, ``opening`` the entities that its first words name, and ``day``
    is one near which it was said.
    """

    at: At
    row: Statement
    story: int
    when: When
    parties: frozenset[str]
    cue: frozenset[str]
    words: tuple[Token, ...]
    topics: frozenset[str]
    named: frozenset[str]
    accused: frozenset[str]
    wrongs: frozenset[str]
    called: frozenset[str]
    mentioned: frozenset[str]
    opening: frozenset[int]
    day: date | None

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.row.content[0].start

    @property
    def denies(self) -> bool:
        """Whether its cue turns its content round."""
        return bool(self.cue & keys_of("denies"))

    def against(self, other: "Voice") -> bool:
        """Whether others than the other's speakers speak."""
        return not self.parties & other.parties

    def charges(self, other: "Voice") -> bool:
        """Whether it charges a party of the other with a wrong."""
        return bool(self.accused & other.parties)


@cache
def keys_of(role: Role) -> frozenset[str]:
    """The words of one role as ``forms.fold`` makes them."""
    return frozenset(fold(word) for word in contention_words(role))


@cache
def wrong_keys() -> Mapping[str, str]:
    """The words that charge with a wrong, folded, each with the kind of wrong."""
    return {fold(word): group for word, group in charge_words().items()}


def find_voices(
    readings: Sequence[ReadArticle],
    actors: Sequence[ActorGroup],
    stories: Sequence[StoryGroup],
    said: Mapping[At, When],
    dates: Mapping[str, When],
) -> list[Voice]:
    """The statements that a brief shows and whose speakers are known, in the order of articles and text. One told by
    another party about it is not its own, and is left out where that other party is at odds with it.
    """
    desk = Desk(readings, actors)
    parties = _Parties(desk)
    story_of = {article: number for number, story in enumerate(stories) for article in story.articles}
    found = []
    for read in readings:
        for index, row in enumerate(read.reading.statements):
            at = At(read.article.id, index)
            if (row.shown or row.inside is not None) and row.content and (speakers := parties.speaking(at, row)):
                found.append(_voice(parties, at, row, speakers, story_of[at.article], _when(read, said.get(at), dates)))
    return sorted(_dated(found), key=lambda voice: (voice.at.article, voice.start, voice.at.index))


def _when(read: ReadArticle, said: When | None, dates: Mapping[str, When]) -> When:
    """When it was said; where nothing tells, by the day of the article that reports it."""
    published = dates.get(read.article.id, read.article.masthead.published)
    if said is not None and said.basis != "unknown":
        return said
    return between(None, published.latest, "inferred", "said by the day of the article that reports it")


def _dated(voices: Sequence[Voice]) -> list[Voice]:
    """The voices; one of an undated article is put near the last of its story that has a day."""
    days: dict[int, date] = {}
    for voice in voices:
        if voice.day:
            days[voice.story] = max(voice.day, days.get(voice.story, voice.day))
    return [voice if voice.day else replace(voice, day=days.get(voice.story)) for voice in voices]


class _Parties:
    """Whose state each entity belongs to."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def of(self, at: At) -> str:
        actor = self.desk.actors[at]
        return self.desk.state(actor) or f"actor {actor}"

    def speaking(self, at: At, row: Statement) -> frozenset[str]:
        return frozenset(self.of(At(at.article, entity)) for entity in row.speakers)


def _voice(  # what a statement has, and what only its collection knows
    parties: _Parties, at: At, row: Statement, speakers: frozenset[str], story: int, when: When
) -> Voice:
    read = parties.desk.readings[at.article]
    text = read.article.text
    words, cue = tokens(text, row.content), tokens(text, row.cue)
    names = [
        (span, parties.of(At(at.article, m.entity)))
        for m in read.reading.mentions
        if m.form != "pronoun" and (span := m.span) and common((span,), row.content)
    ]
    states = [(span, party) for span, party in names if not party.startswith("actor ")]
    topics = [
        word for word in words if word.content and word.number is None and not word.marks and not _within(word, states)
    ]
    cues = frozenset(word.key for word in cue)
    return Voice(
        at,
        row,
        story,
        when,
        speakers,
        cues,
        words,
        frozenset(part for word in topics for part in _parts(word)),
        frozenset(part for word in topics if word.capital for part in _parts(word)),
        _accused(words, states, cues) - speakers,
        frozenset(wrong_keys()[word.key] for word in words if word.key in wrong_keys()),
        _called(words),
        frozenset(party for _, party in states),
        frozenset(m.entity for m in read.reading.mentions if words and _opens(m.span, words[0].span)),
        when.earliest or when.latest,
    )


def _opens(name: Span, first: Span) -> bool:
    """Whether the name stands at the first word, or right behind it: "the Velmarian minister's remarks"."""
    return first.start <= name.start <= first.end + 1


def _called(words: Sequence[Token]) -> frozenset[str]:
    """The wrongs that something is called, not those that are only spoken of."""
    return frozenset(
        wrong_keys()[word.key]
        for at, word in enumerate(words)
        if word.key in wrong_keys() and not negated(words, at) and CALLED & {w.form for w in words[max(at - 4, 0) : at]}
    )


def _parts(word: Token) -> list[str]:
    """A word, and of a compound its parts: who says "Lisk-Carrow road" speaks of Lisk."""
    return [word.key, *(fold(part) for part in word.form.split("-") if "-" in word.form and len(part) > 3)]


def _within(word: Token, names: Sequence[tuple[Span, str]]) -> bool:
    return any(common((word.span,), (span,)) for span, _ in names)


def _accused(words: Sequence[Token], names: Sequence[tuple[Span, str]], cue: frozenset[str]) -> frozenset[str]:
    """Whom the words charge with a wrong: "Velmar's breach", "a breach of it by Velmar", "accuses Velmar of"."""
    first = {span.start: party for span, party in names}
    where = [(i, first[at]) for i, word in enumerate(words) for at in (word.span.start,) if at in first]
    found = {party for i, party in where if cue & keys_of("accuses") and i <= 1}
    for at, word in enumerate(words):
        if word.key in wrong_keys() and not negated(words, at):
            found |= {party for i, party in where if _does(words, where, i, at) or _by(words, i, at)}
    return frozenset(found)


def negated(words: Sequence[Token], at: int) -> bool:
    """Whether "not" or the like stands a few words before it, in its sentence; who stops a breach says it is one."""
    for i in range(at - 1, max(at - DENIED - 1, -1), -1):
        if words[i + 1].ends:
            return False
        mark = words[i].mark("negation")
        if mark and mark.group == "plain":
            return True
    return False


def _does(words: Sequence[Token], names: Sequence[tuple[int, str]], name: int, wrong: int) -> bool:
    """Whether the name stands before the wrong as the one who does it, no other name between."""
    if not name < wrong <= name + SUBJECT or any(word.ends or word.comma for word in words[name + 1 : wrong + 1]):
        return False
    between = any(name < other < wrong for other, _ in names)
    told = any(word.form in speech_forms() for word in words[name + 1 : wrong])
    return not between and not told and (name == 0 or words[name - 1].form not in STEERING)


def _by(words: Sequence[Token], name: int, wrong: int) -> bool:
    run = words[wrong + 1 : name + 1]
    return wrong < name <= wrong + AGENT and not any(w.ends for w in run) and "by" in [w.form for w in run[-3:]]
