"""What one article says, read with nothing but that article and the models.

A reading holds no article id, so that articles with the same text share it. Findings refer to each other by their index
in the reading's lists.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from dragoman.model.article import Article
from dragoman.model.spans import Span, Spans

ActorKind = Literal["person", "state", "body", "group", "unnamed"]
Form = Literal["name", "office", "pronoun", "capital", "side"]
Gender = Literal["female", "male"]
Mode = Literal["direct", "mixed", "indirect"]
StatementKind = Literal["speech", "position", "belief", "perception"]
SpeakersBasis = Literal["named", "office", "pronoun", "running", "story", "person"]
MeetingKind = Literal["meeting", "call", "visit", "conference"]
MeetingFormat = Literal["bilateral", "trilateral", "multilateral", "call", "video", "conference", "margins"]
MeetingLevel = Literal["leaders", "ministers", "deputies", "envoys", "experts"]
"""At which level people meet; leaders are heads of state or government."""
MeetingStatus = Literal[
    "held", "planned", "proposed", "invited", "conditional", "refused", "postponed", "cancelled", "denied"
]
"""How a meeting stands; only *planned* is settled of what lies ahead. Of *invited* no more than the invitation is told,
*conditional* is one that would be held if something else were done.
"""
AHEAD: tuple[MeetingStatus, ...] = ("planned", "proposed", "invited", "conditional")
"""The statuses of a meeting that lies ahead."""
CommitmentStatus = Literal[
    "offered",
    "agreed",
    "undertaken",
    "conditional",
    "repeated",
    "refused",
    "reported done",
    "reported broken",
]
FigurePrecision = Literal["exact", "approximate", "at least", "at most", "vague"]
Unit = Literal["day", "weekend", "week", "month", "year"]
Anchor = Literal["publication", "previous"]
Part = Literal["early", "mid", "late"]
Tense = Literal["past", "future"]
Bound = Literal["before", "after"]
Root = Literal[
    "ACCUSE",
    "AGREE",
    "AID",
    "ASSAULT",
    "COERCE",
    "CONSULT",
    "COOPERATE",
    "MOBILIZE",
    "PROTEST",
    "REJECT",
    "REQUEST",
    "SANCTION",
    "SUPPORT",
    "THREATEN",
    "YIELD",
]
"""The roots of the PLOVER ontology of political events; YIELD stands for its CONCEDE and RETREAT."""
InstrumentKind = Literal[
    "agreement",
    "treaty",
    "statement",
    "declaration",
    "resolution",
    "order",
    "map",
    "letter",
    "protocol",
    "memorandum",
    "plan",
    "proposal",
]
InstrumentStage = Literal["interim", "framework", "final"]
Standing = Literal["made", "sought"]
"""Whether the words tell that a text was made, or that it is a draft or hoped for."""
AttributionReader = Literal["model", "rules"]
"""Who reads attributions: the trained tagger with the rules' help, or the rules alone."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as held or named: its everyday title in lower case ("foreign minister"), the country (ISO 3166-1
    alpha-2) or body it belongs to, and where it stands.
    """

    title: str
    country: str | None
    body: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named, and how."""

    span: Span
    form: Form
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor as one article knows it; ``compare`` joins entities of many articles to actors.

    ``name`` is the fullest name printed (for a state its listed name); ``names`` are all names printed, in order of
    first appearance. An entity known by its office alone has that office's words as name and no entry in ``names``.
    """

    kind: ActorKind
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    offices: tuple[Office, ...] = ()
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (TIMEX3 in TimeML), with what its words say and no more.

    ``year``, ``month``, ``day`` and ``weekday`` (Monday is 0) are as written; ``last_year``, ``last_month`` and
    ``last_day`` end a range ("9-10 November", "30 April to 2 May", "2015-2017"). ``shift`` counts ``unit`` from the
    ``anchor``: "last week" is -1 week from publication, "the following day" is +1 day from the time expression before
    it; ``exact`` is false for "two months ago", which need not be a calendar month. ``part`` narrows a month, week or
    year. ``tense`` is that of the verb that the words belong to, which tells last Tuesday from next Tuesday. ``bound``
    is "before" for "earlier", "earlier this month" and "after" for "later this week".
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    unit: Unit | None = None
    exact: bool = True
    anchor: Anchor = "publication"
    part: Part | None = None
    tense: Tense | None = None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class ContentPart:
    """One sentence of a statement's content, and its sentence vector, 512 int8."""

    spans: Spans
    vector: bytes


@dataclass(frozen=True, slots=True)
class Act:
    """An act told in a statement, by its root, with the entities that it is by (none: the statement's own speakers) and
    towards. ``alleged`` is what the speaker tells of others. ``spans`` are source, verb and target; ``confidence`` is
    how often such codes are right.
    """

    root: Root
    spans: Spans
    confidence: float
    source: tuple[int, ...] = ()
    target: tuple[int, ...] = ()
    alleged: bool = False


class Wrong(NamedTuple):
    """A wrong that a statement says others do: the words from who does it to the word for it, and who is charged,
    none where that is not known.
    """

    spans: Spans
    charged: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who is reported to have conveyed what (an attribution relation in PARC 3.0 and PolNeAR).

    ``content`` spans leave out quotation marks at their edges; ``source`` and ``cue`` may be empty. ``inside`` is the
    index of the statement in whose content this one stands. ``timex`` is the index of the words that say when it was
    said. ``vector`` is the content's sentence vector, 512 int8, empty where the content is too short to mean anything
    alone; ``parts`` are its sentences where it has several. ``acts`` are those that are told in it, and ``wrongs`` what
    it charges others with.
    """

    content: Spans
    source: Spans
    cue: Spans
    mode: Mode
    kind: StatementKind = "speech"
    speakers: tuple[int, ...] = ()
    speakers_basis: SpeakersBasis | None = None
    addressees: tuple[int, ...] = ()
    via: tuple[int, ...] = ()
    inside: int | None = None
    answers: tuple[int, ...] = ()
    timex: int | None = None
    headline: bool = False
    confidence: float | None = None
    shown: bool = True
    vector: bytes = b""
    parts: tuple[ContentPart, ...] = ()
    acts: tuple[Act, ...] = ()
    wrongs: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """What one passage says of one meeting. ``spans`` is the passage; ``according_to`` is on whose word, empty for the
    outlet's own voice. ``timex`` is the index of its date's words, ``place`` where its place's name stands. ``talks``
    may go on over days; of talks in a place the participants may stand elsewhere, in this article or another.
    ``agenda`` and ``outcome`` are passages on what was discussed and what came of it; ``hosts`` hosted or mediated.
    """

    spans: Spans
    kind: MeetingKind
    status: MeetingStatus
    participants: tuple[int, ...] = ()
    format: MeetingFormat | None = None
    level: str | None = None
    place: Span | None = None
    timex: int | None = None
    according_to: tuple[int, ...] = ()
    talks: bool = False
    agenda: Spans = ()
    outcome: Spans = ()
    hosts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentReport:
    """What one passage says of one undertaking: who, what, how it stands, and on whose word (``according_to``; empty
    for the outlet's own voice). ``spans`` is the passage and ``content`` what is undertaken; ``towards`` is whom it
    is given to. ``thing`` is the noun that it is about ("the old *port*"). ``said`` is the index of the words that
    say when it was given, ``timex`` of those that name the day by or on which it is to be done, ``condition`` the
    words of its condition. ``vector`` is the content's sentence vector.
    """

    spans: Spans
    content: Spans
    status: CommitmentStatus
    actors: tuple[int, ...]
    according_to: tuple[int, ...] = ()
    towards: tuple[int, ...] = ()
    said: int | None = None
    timex: int | None = None
    condition: Spans = ()
    thing: Span | None = None
    vector: bytes = b""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, what it counts and over which period, each as printed; ``giver`` is who gives it.

    ``precision`` is what the words before it say ("about", "more than"); ``scope`` are the words that limit what is
    counted ("between the two states"), as printed; ``timex`` is the index of the words that say as of which day;
    ``verb`` is the verb that it stands with, as dictionaries have it.
    """

    spans: Spans
    value: float
    unit: str | None = None
    of: str | None = None
    period: str | None = None
    giver: tuple[int, ...] = ()
    precision: FigurePrecision = "exact"
    scope: str | None = None
    timex: int | None = None
    verb: str | None = None


@dataclass(frozen=True, slots=True)
class NameUse:
    """Words that name a thing that is no person: "Carrow corridor", "illegal blockade", "Ostrand".

    ``proper`` are the proper names in them, and ``kind`` is what their noun calls the thing (``knowledge.things``),
    none for a name alone. ``of`` are the names, by index, that say what or where it is: "blockade of the Carrow
    corridor", "the corridor's blockade". ``definite`` is true where an article or possessor says that one known thing
    is meant. ``also`` is the index of the name that the text says is the thing's other name.
    """

    span: Span
    proper: Spans = ()
    kind: str | None = None
    of: tuple[int, ...] = ()
    definite: bool = False
    also: int | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision as it is invoked: "point 6", and where these words stand."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """One place where an agreement, statement, treaty, resolution, order, map, letter or proposal is named.

    ``span`` is the noun phrase without its article and ``head`` its noun. What identifies the text: ``name`` as printed
    (for a listed treaty its listed name) and ``short``, its abbreviation behind it; ``number`` ("2231"); ``timexes``,
    the indices of its dates; ``parties``, indices of entities; ``count``, how many parties an adjective gives it
    ("trilateral"), 0 for "joint"; ``topics`` ("peace") and ``stage``; ``other`` for a "new" or "previous" one;
    ``place`` where the words say that it was reached or holds ("struck in Carrow", "truce in the east of Velmar").
    ``definite`` tells "the accord" from "an accord"; ``plural`` is for several texts. ``alias`` is the index of the
    mention right before it whose text this one names too ("the accord, known as the Joint Plan").
    """

    span: Span
    head: Span
    kind: InstrumentKind
    name: str | None = None
    short: str | None = None
    number: str | None = None
    timexes: tuple[int, ...] = ()
    parties: tuple[int, ...] = ()
    count: int | None = None
    topics: tuple[str, ...] = ()
    stage: InstrumentStage | None = None
    standing: Standing | None = None
    other: str | None = None
    place: str | None = None
    definite: bool = False
    plural: bool = False
    provisions: tuple[Provision, ...] = ()
    alias: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one article. ``unread`` is the reason where nothing was read.

    ``lead`` is the vector of title and first 120 words, 512 int8; ``terms`` are names and numbers for grouping stories,
    sorted, each as often as it occurs.
    """

    reader: str
    language: str | None = None
    unread: str | None = None
    sentences: Spans = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    statements: tuple[Statement, ...] = ()
    meetings: tuple[MeetingReport, ...] = ()
    figures: tuple[Figure, ...] = ()
    commitments: tuple[CommitmentReport, ...] = ()
    lead: bytes = b""
    terms: tuple[str, ...] = ()
    names: tuple[NameUse, ...] = ()
    instruments: tuple[InstrumentMention, ...] = ()


class ReadArticle(NamedTuple):
    """An article beside what was read in it."""

    article: Article
    reading: Reading
