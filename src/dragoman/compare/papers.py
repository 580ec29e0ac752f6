"""Mentions of texts in terms that mentions of different articles share, and sets of mentions that are one text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.compare.gatherings import country_of
from dragoman.compare.timeline import published, resolved
from dragoman.knowledge.names import fold
from dragoman.knowledge.states import state_words
from dragoman.knowledge.tables import table
from dragoman.model.links import ActorGroup, At, Join, Reason, StoryGroup
from dragoman.model.reading import InstrumentKind, InstrumentMention, ReadArticle
from dragoman.model.when import UNKNOWN, When

Days = tuple[date, date]
DAY, MONTH, YEAR = 3, 31, 366
"""The most days between first and last that still name a day, a month, and a year."""
KIN: dict[InstrumentKind, frozenset[str]] = {
    "agreement": frozenset({"pact", "text", "plan"}),
    "treaty": frozenset({"pact"}),
    "protocol": frozenset({"text", "pact"}),
    "memorandum": frozenset({"text", "pact"}),
    "plan": frozenset({"plan"}),
    "statement": frozenset({"text"}),
    "declaration": frozenset({"text"}),
    "resolution": frozenset({"resolution"}),
    "order": frozenset({"order"}),
    "map": frozenset({"map"}),
    "letter": frozenset({"letter"}),
    "proposal": frozenset({"proposal"}),
}
"""Kinds are kin where they share a family: an agreement may be a joint statement, a treaty never is."""
DEEDS = {"truce", "ceasefire", "cease-fire", "armistice", "cessation of hostilities", "swap", "exchange"}
PARTIAL = ("interim", "framework")


@dataclass(frozen=True, slots=True)
class Paper:
    """One mention: its name folded or the place that it is named after, the days of its dates, its parties by country
    or by number of actor, the number of its story, the day of its article, who is named there (``cast``), and the day
    before which the article was not written (``floor``). ``word`` is the noun, in lower case.
    """

    at: At
    mention: InstrumentMention
    name: str | None
    place: str | None
    years: tuple[Days, ...]
    when: When
    parties: frozenset[str]
    story: int
    day: date | None
    cast: frozenset[str]
    floor: date | None = None
    word: str = ""

    @property
    def days(self) -> Days | None:
        """The days on which it was made, where the words say so of one text."""
        first, last = self.when.earliest, self.when.latest
        return (first, last) if first and last and not self.mention.plural else None

    @property
    def is_own(self) -> bool:
        """Whether it names a statement of one party alone: two articles that name one need not mean the same."""
        m = self.mention
        joint = m.name or m.number or m.count is not None or len(self.parties) > 1
        return m.kind == "statement" and not joint

    @property
    def reached(self) -> str | None:
        """The place where the text is told to have been reached or to hold, folded."""
        return fold(self.mention.place).removeprefix("the ") if self.mention.place else None

    @property
    def is_short(self) -> bool:
        """Whether it only takes up a text: "the accord", "the trilateral declaration"."""
        m = self.mention
        if not m.definite or (m.standing and m.kind in ("statement", "proposal")):
            return False
        told = self.name or self.place or m.place or m.number or self.years or self.parties or m.topics
        return not told

    @property
    def weight(self) -> tuple[bool, bool, bool, int, int]:
        """Mentions that say more come first."""
        m = self.mention
        full = self.days is not None and width(self.days) <= DAY
        return bool(self.name or m.number), full, bool(self.years), len(self.parties), len(m.topics)


def papers(
    readings: Sequence[ReadArticle],
    stories: Sequence[StoryGroup],
    actors: Sequence[ActorGroup],
    dates: Mapping[str, When],
) -> list[Paper]:
    """Every mention of every article, in the order of articles and mentions."""
    story_of = {article: number for number, story in enumerate(stories) for article in story.articles}
    entities = {At(a.id, i): entity for a, r in readings for i, entity in enumerate(r.entities)}
    key_of: dict[At, str] = {}
    for number, group in enumerate(actors):
        key = country_of([entities[at] for at in group.entities]) or f"#{number}"
        key_of.update(dict.fromkeys(group.entities, key))
    found = []
    for read in readings:
        if not read.reading.instruments:
            continue
        days = resolved(read, dates)
        cast = frozenset(key_of[At(read.article.id, index)] for index in range(len(read.reading.entities)))
        day = published(read, dates).latest
        floor = day or _told_of(read, days)
        for index, mention in enumerate(read.reading.instruments):
            whens = [days[timex] for timex in mention.timexes]
            name, place = _names(mention)
            named = (p for p in mention.parties if read.reading.entities[p].kind not in ("group", "unnamed"))
            parties = frozenset(key_of[At(read.article.id, party)] for party in named if not _praises(read, mention))
            found.append(
                Paper(
                    at=At(read.article.id, index),
                    mention=mention,
                    name=name,
                    place=place,
                    years=tuple(sorted((w.earliest, w.latest) for w in whens if w.earliest and w.latest)),
                    when=_narrowest(whens),
                    parties=parties,
                    story=story_of[read.article.id],
                    day=day,
                    cast=cast,
                    floor=floor,
                    word=" ".join(read.article.text[mention.head.start : mention.head.end].lower().split()),
                )
            )
    return found


def _praises(read: ReadArticle, mention: InstrumentMention) -> bool:
    """Whether the one name beside an agreement is that of a person, who is not its party: "the president's deal"."""
    persons = [party for party in mention.parties if read.reading.entities[party].kind == "person"]
    return mention.kind == "agreement" and mention.definite and len(persons) == len(mention.parties) == 1


def _told_of(read: ReadArticle, days: Sequence[When]) -> date | None:
    """The first day of the latest year of which an article without a date tells in the past."""
    timexes = zip(read.reading.timexes, days, strict=True)
    return max((w.earliest for t, w in timexes if t.year and t.tense == "past" and w.earliest), default=None)


def _names(mention: InstrumentMention) -> tuple[str | None, str | None]:
    """The proper name folded; or, of "the Carrow accord", the place. What only describes is no name in capitals too."""
    if mention.name is None:
        return None, None
    words = fold(mention.name).removeprefix("the ").split()
    if all(word in _describing() for word in words[:-1]) and words[-1].rstrip("s") in PLACED:
        return None, None
    if len(words) > 2 and words[1] == "of" and words[0] in (*PLACED, "treaty", "convention"):
        words = [*words[2:], words[0]]  # "Treaty of Lisk" is the Lisk Treaty
    if len(words) == 2 and words[1].rstrip("s") in PLACED:
        return None, words[0]
    return " ".join(words), None


@cache
def _describing() -> frozenset[str]:
    """Words that describe many texts: "Velmarian", "nuclear", "new". After a capital a text may be named."""
    known = ((words, form) for words, form in state_words().items() if form.name or form.adjective or form.noun)
    states = (word for words, _ in known for word in fold(words).split())
    return frozenset(row["word"] for row in table("instrument_modifiers").rows) | frozenset(states)


PLACED = {"agreement", "accord", "deal", "pact", "protocol", "declaration", "communique", "statement", "memorandum"}
"""What stands behind a place's name in the name of a text; "treaty" makes a name of its own."""


def _narrowest(whens: Iterable[When]) -> When:
    known = [when for when in whens if when.earliest and when.latest]
    return min(known, key=lambda when: (width((when.earliest, when.latest)), when.edtf), default=UNKNOWN)


def width(days: tuple[date | None, date | None]) -> int:
    """How many days lie between the first and the last."""
    first, last = days
    return (last - first).days if first and last else YEAR


def overlap(left: Days | None, right: Days | None) -> bool:
    """Whether a day may lie in both; what is not dated may be of any day."""
    return left is None or right is None or not (left[1] < right[0] or right[1] < left[0])


class Known:
    """Mentions that are one text, as far as they are put together, and all that they say of it."""

    def __init__(self, paper: Paper) -> None:
        mention = paper.mention
        self.papers = [paper]
        self.joins: list[Join] = []
        self.kinds: set[str] = {mention.kind}
        self.families = KIN[mention.kind]
        self.names = _one(paper.name)
        self.places = _one(paper.place)
        self.reached = _one(paper.reached)
        self.numbers = _one(mention.number)
        self.parties = paper.parties
        self.topics = frozenset(mention.topics)
        self.stages = _one(mention.stage)
        self.standings = _one(mention.standing)
        self.others = _one(mention.other)
        self.counts = {mention.count} if mention.count else set[int]()
        self.joint = mention.count is not None
        self.plural = mention.plural
        self.years = paper.years if mention.plural else ()
        self.when = paper.when if paper.days else UNKNOWN
        self.days = paper.days
        self.earliest = paper.day or date.max

    @property
    def first(self) -> Paper:
        """The mention that the others were put to."""
        return self.papers[0]

    @property
    def articles(self) -> set[str]:
        """The articles that name it."""
        return {paper.at.article for paper in self.papers}

    @property
    def is_own(self) -> bool:
        """Whether all its mentions name a statement of one party."""
        return all(paper.is_own for paper in self.papers)

    @property
    def is_deed(self) -> bool:
        """Whether no mention calls it by a word for a text, all by what was agreed: "the truce", "the swap"."""
        return all(paper.word in DEEDS for paper in self.papers)

    @property
    def core(self) -> frozenset[str]:
        """The parties that most mentions name: at least half as many as name the one most named."""
        counted = Counter(party for paper in self.papers for party in paper.parties)
        most = max(counted.values(), default=0)
        return frozenset(party for party, named in counted.items() if 2 * named >= most)

    @property
    def is_firm(self) -> bool:
        """Whether what it says tells it from other texts."""
        named = self.names or self.numbers or self.places or self.days or self.years
        owned = bool(self.parties) and bool(self.topics or "order" in self.kinds)
        return bool(named) or len(self.parties) > 1 or owned

    def take(self, other: "Known", score: float, reason: Reason) -> None:
        """Put the other's mentions to these."""
        self.joins += [*other.joins, Join("instruments", self.first.at, other.first.at, score, (reason,))]
        fewer = len(other.papers) < len(self.papers) and not overlap(self.days, other.days)
        self.papers += other.papers
        self.earliest = min(self.earliest, other.earliest)
        self.families &= other.families
        self.parties |= other.parties
        self.topics |= other.topics
        self.kinds |= other.kinds
        self.counts |= other.counts
        for mine, theirs in zip(self._sets(), other._sets(), strict=True):
            mine.update(theirs)
        self.joint = self.joint or other.joint
        if other.days and not fewer and (self.days is None or width(other.days) < width(self.days)):
            self.days, self.when = other.days, other.when

    def _sets(self) -> tuple[set[str], ...]:
        return self.names, self.places, self.reached, self.numbers, self.stages, self.standings, self.others


def _one(word: str | None) -> set[str]:
    return set() if word is None else {word}
