"""Statements as sides of a dispute: which parties speak, which they charge with a wrong, and what they speak of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.compare.accused import ACCUSED, BEING, Name, accused, keys_of, negated, passive, told_false, wrong_keys
from dragoman.compare.forms import Token, fold, tokens
from dragoman.compare.told import Desk
from dragoman.model.links import At, StoryGroup
from dragoman.model.reading import Mention, ReadArticle, Statement
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, When, between

APART = timedelta(days=183)
"""Statements of different stories further apart speak of other things under the same name."""
UNTRUE = 6
"""Words at most of a statement that only calls a claim untrue."""
PLAIN = frozenset({fold("accuse"), fold("blame")})
FEW = 8
"""Words at most from who accuses to the end of the cue."""
NOT_SO = frozenset({"not", "never", "n't", "no", "nobody", "without", "to", "if", "whether"})
MAYBE = frozenset({"will", "would", "could", "might", "may", "should", "can"})
OPEN_BEFORE = NOT_SO | MAYBE
"""Words before a cue that leave open whether somebody is accused, deny it, or tell of who is accused."""
OPENING = 30
"""Code points before a cue in which a word may turn it round: "declined to confirm or deny"."""
UNSAID = frozenset({"confirm", "declined", "refused", "not", "neither", "never", "cannot", "failed", "if"})
CALLED = frozenset({"as", "is", "are", "was", "were", "constitutes", "represents", "amounts"})
"""Words by which something is called what follows."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement as a side. ``parties`` are its speakers' states, and its speakers where no state is known.

    ``accused`` are the parties that it charges with a wrong, ``wrongs`` the kinds of wrong that it names, ``called``
    those that it calls something. ``topics`` are its content words that name no state, ``named`` those of them with a
    capital. ``mentioned`` are the states that it names, ``opening`` the entities that its first words name, and ``day``
    is one near which it was said. ``charged`` are the entities that it charges with a wrong; one who "was
    accused" does not speak, and is no party. ``plain`` is whether it accuses in so many words, though it is too little
    of a statement to be shown: "Velmar has accused Ostrand of spying".
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
    charged: tuple[int, ...] = ()
    plain: bool = False

    @property
    def told(self) -> bool:
        """Whether the brief shows it, or it accuses in so many words."""
        return self.row.shown or self.plain

    @property
    def unvoiced(self) -> bool:
        """Whether it tells of an alleged wrong of somebody, and of no one who alleges it."""
        return is_unvoiced(self.row)

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.row.content[0].start

    @property
    def denies(self) -> bool:
        """Whether its cue turns its content round, or its words call what was said untrue."""
        return bool(self.cue & keys_of("denies")) or self._untrue

    @property
    def denies_so(self) -> bool:
        """Whether it denies that something is so, and does not only refuse or dismiss it."""
        return bool(self.cue & keys_of("denies so")) or self._untrue

    @property
    def _untrue(self) -> bool:
        """Whether it says no more than that a claim is untrue: "called the claim baseless"."""
        taken = keys_of("wrong taken up") & {word.key for word in self.words}
        return bool(taken) and len(self.words) <= UNTRUE and told_false(self.words)

    @property
    def blames(self) -> bool:
        """Whether it accuses somebody, or says that somebody is behind something."""
        named = {word.key for word in self.words} & keys_of("behind it")
        return bool(self.charged and (self.cue & keys_of("accuses") or named))

    def against(self, other: "Voice") -> bool:
        """Whether others than the other's speakers speak."""
        return not self.parties & other.parties

    def charges(self, other: "Voice") -> bool:
        """Whether it charges a party of the other with a wrong."""
        return bool(self.accused & other.parties)


def near(one: Voice, other: Voice) -> bool:
    """Whether both are of one story, or said within half a year of each other."""
    if one.story == other.story:
        return True
    return bool(one.day and other.day and abs(one.day - other.day) <= APART)


def first_when(voices: Iterable[Voice]) -> When:
    """When the first of the words were said."""
    known = [voice.when for voice in voices if voice.when.edtf]
    return min(known, key=lambda when: (when.latest or when.earliest, when.edtf), default=UNKNOWN)


def find_voices(
    parties: "Parties",
    stories: Sequence[StoryGroup],
    said: Mapping[At, When],
    dates: Mapping[str, When],
) -> list[Voice]:
    """The statements that a brief shows, denials, and accusations that are suffered, in the order of articles and text.
    One told by another party about it is not its own, and is left out where that other party is at odds with it.
    """
    story_of = {article: number for number, story in enumerate(stories) for article in story.articles}
    found = []
    for read in parties.desk.readings.values():
        for index, row in enumerate(read.reading.statements):
            at = At(read.article.id, index)
            plain = not row.shown and accuses_plainly(read.article.text, row)
            within = (row.inside is not None or _contends(read, row)) and not _is_unsaid(read, row)
            if row.content and (row.shown or plain or within):
                speakers = parties.speaking(at, row)
                when = _when(read, said.get(at), dates)
                voice = _voice(parties, at, row, speakers, story_of[at.article], when)
                found.append(replace(voice, plain=True) if plain else voice)
    return sorted(_dated(found), key=lambda voice: (voice.at.article, voice.start, voice.at.index))


def accuses_plainly(text: str, row: Statement) -> bool:
    """Whether somebody is told to accuse or blame another: not to have done so, to be about to, or perhaps to."""
    if not row.source or not row.cue or not row.content or row.source[-1].end > row.cue[0].start:
        return False
    between = tokens(text, (Span(row.source[-1].end, row.cue[-1].end),))
    last = max((at for at, word in enumerate(between) if word.comma), default=0)
    clause = between[last:]
    accuses = any(word.key in PLAIN for word in clause)
    whole = len(clause) <= FEW and not any(word.ends for word in between)
    forms = {word.form for word in clause}
    suffers = bool(forms & BEING and forms & ACCUSED)
    return accuses and whole and not suffers and not forms & OPEN_BEFORE


def _contends(read: ReadArticle, row: Statement) -> bool:
    """Whether it is a denial, which may answer an accusation of its article though it is not shown by itself; or tells
    who "has been accused", without a word on who accuses.
    """
    if is_unvoiced(row):
        return True
    cue = tokens(read.article.text, row.cue)
    keys = {word.key for word in cue}
    return bool((row.speakers and keys & keys_of("denies so")) or (keys & keys_of("accuses") and is_suffered(cue)))


def _is_unsaid(read: ReadArticle, row: Statement) -> bool:
    """Whether nobody denies it, for all its cue: "declined to confirm or deny"."""
    denies = {word.key for word in tokens(read.article.text, row.cue)} & keys_of("denies so")
    before = read.article.text[max(0, row.cue[0].start - OPENING) : row.cue[0].start].lower() if denies else ""
    return any(word in UNSAID for word in before.split())


def is_unvoiced(row: Statement) -> bool:
    """Whether it charges somebody with a wrong on the word of nobody who is known."""
    return not row.speakers and any(wrong.charged for wrong in row.wrongs)


def is_suffered(cue: Sequence[Token]) -> bool:
    """Whether words that report an accusation tell who suffers it: "has been accused of"."""
    return any(word.form in BEING for word in cue)


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


class Parties:
    """Whose state each entity belongs to."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def of(self, at: At) -> str:
        """The entity's state, else the actor itself."""
        actor = self.desk.actors[at]
        return self.desk.state(actor) or f"actor {actor}"

    def of_statement(self, at: At) -> frozenset[str]:
        """The parties of a statement's speakers."""
        return self.speaking(at, self.desk.readings[at.article].reading.statements[at.index])

    def speaking(self, at: At, row: Statement) -> frozenset[str]:
        """The parties of the speakers."""
        return frozenset(self.of(At(at.article, entity)) for entity in row.speakers)


def _voice(  # what a statement has, and what only its collection knows
    parties: Parties, at: At, row: Statement, speakers: frozenset[str], story: int, when: When
) -> Voice:
    read = parties.desk.readings[at.article]
    text = read.article.text
    words, cue = tokens(text, row.content), tokens(text, row.cue)
    mentions = [m for m in read.reading.mentions if m.form != "pronoun" and _meets(m.span, row.content)]
    named = [(m.span, parties.of(At(at.article, m.entity))) for m in mentions]
    states = [(span, party) for span, party in named if not party.startswith("actor ")]
    topics = [
        word for word in words if word.content and word.number is None and not word.marks and not _within(word, states)
    ]
    cues = frozenset(word.key for word in cue)
    charged = accused(words, list(_names(text, mentions, words)), cues, on=bool(cue) and cue[-1].form == "on")
    suffered = passive(cue, text[max(0, row.source[0].start - 8) : row.source[0].start]) if row.source else False
    if suffered and cues & keys_of("accuses"):
        speakers, charged = frozenset(), row.speakers
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
        frozenset(parties.of(At(at.article, entity)) for entity in charged) - speakers,
        frozenset(wrong_keys()[word.key] for word in words if word.key in wrong_keys()),
        _called(words),
        frozenset(party for _, party in states),
        frozenset(m.entity for m in read.reading.mentions if words and _opens(m.span, words[0].span)),
        when.earliest or when.latest,
        charged,
    )


def _names(text: str, mentions: Sequence[Mention], words: Sequence[Token]) -> Iterator[Name]:
    """Who is named, by the numbers of the words; a pronoun names nobody for sure."""
    for mention in mentions:
        held = [at for at, word in enumerate(words) if _meets(word.span, (mention.span,))]
        if held:
            end = words[held[-1]].span.end
            yield Name(held[0], held[-1], mention.entity, text[end - 2 : end].replace("’", "'") in ("'s", "s'"))


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


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
    return any(_meets(word.span, (span,)) for span, _ in names)
