"""What compare finds between readings. Every link carries its reasons."""

from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.article import Article
from dragoman.model.judgement import Judgement
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Place, Span, Spans
from dragoman.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True, order=True)
class At:
    """The finding with this index in the reading of this article (by id)."""

    article: str
    index: int


@dataclass(frozen=True, slots=True)
class Ref:
    """A row of the record: the list's name and the row's id."""

    list: str
    id: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One named feature of a link, its score and what it saw, in words."""

    feature: str
    score: float
    detail: str = ""


NOT_THE_SAME = "not the same"
"""The kind of a link that says why two whom a name or an office would let one join are held apart."""

Decider = Literal["machine", "person"]


@dataclass(frozen=True, slots=True)
class Join:
    """Two findings (of the list ``noun``, the right one of ``to`` where that is another) that were related, and why.
    Becomes a Link once the record has given ids. An article is at its id and 0, an origin at its id and 0.
    """

    noun: str
    left: At
    right: At
    score: float
    reasons: tuple[Reason, ...]
    kind: str = "same"
    by: Decider = "machine"
    to: str = ""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A judgement beside what became of it: whether it applies, and what it changed or why it does not, in words."""

    judgement: Judgement
    applied: bool
    effect: str


@dataclass(frozen=True, slots=True, order=True)
class Rendering:
    """One statement, or the part of it at ``spans``, as a rendering of an utterance."""

    statement: At
    spans: Spans


ShiftKind = Literal[
    "number",
    "date",
    "negation",
    "modality",
    "hedge",
    "emphasis",
    "scope",
    "addressee",
    "actor",
    "naming",
    "tense",
    "cut before",
    "cut after",
]
ShiftNote = Literal["may be translation", "paraphrase beside quotation", "occasion named differently", "headline"]
ShiftRelation = Literal["same", "related"]


@dataclass(frozen=True, slots=True)
class Shifted:
    """One way in which two renderings differ, with the place in each. ``relation`` is *same* for two renderings of one
    utterance, *related* for statements that share a part. ``notes`` keep the order of ``ShiftNote``.
    """

    kind: ShiftKind
    relation: ShiftRelation
    left: Rendering
    right: Rendering
    notes: tuple[ShiftNote, ...] = ()


DisputeKind = Literal["denial", "counter-charge", "disavowal", "limits", "terms", "opposite positions"]


@dataclass(frozen=True, slots=True)
class DisputeGroup:
    """Statements of two sides that are at odds; ``about`` is the statement whose content is disputed, ``when`` is when
    the first words of each side were said. ``lacking`` has for each side the articles that have the other's words and
    not its own.
    """

    kind: DisputeKind
    about: At
    sides: tuple[tuple[At, ...], tuple[At, ...]]
    when: tuple[When, ...]
    lacking: tuple[tuple["Lacking", ...], ...] = ()


AnswerKind = Literal["denied", "disavowed", "counter-charged", "confirmed"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement by which one who is accused answers, how, and when it was said."""

    statement: At
    kind: AnswerKind
    when: When


@dataclass(frozen=True, slots=True)
class AllegationGroup:
    """Statements of one accusation; ``by`` are the entities that voice it and ``against`` those that are accused, none
    where it is not clear who. ``when`` is when it was first said, ``unanswered`` are the articles that have it and
    none of its answers, and ``lacking`` those of its story that do not have it.
    """

    statements: tuple[At, ...]
    against: tuple[At, ...]
    when: When
    by: tuple[At, ...] = ()
    answers: tuple[Answer, ...] = ()
    unanswered: tuple["Lacking", ...] = ()
    lacking: tuple["Lacking", ...] = ()


ConflictKind = Literal[
    "value",
    "polarity",
    "participant",
    "time",
    "place",
    "attribution",
    "naming only",
    "superseded by a later report",
]
"""In what two reports of one thing differ. Another name, or what was reported otherwise before, contests nothing."""


@dataclass(frozen=True, slots=True)
class Differing:
    """In what two passages that are otherwise alike differ, with the place in each."""

    kind: ConflictKind
    left: Place
    right: Place


@dataclass(frozen=True, slots=True)
class Voiced:
    """A passage of an article, and the statement in whose content it stands; none in the outlet's own voice."""

    place: Place
    statement: At | None = None


@dataclass(frozen=True, slots=True)
class Parallel:
    """Passages of articles of different outlets in one story, one an article, that print the same in much the same
    words; in what they differ, and why they are held to be of one thing.
    """

    passages: tuple[Voiced, ...]
    differing: tuple[Differing, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class QuantityGroup:
    """Figures of one thing, and in what they differ."""

    figures: tuple[At, ...]
    differing: tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """An article (or the passages of it) that rests on an origin, and the words that say or show so. ``through`` are
    the ids of origins that cite this one in those words, nearest to it first: "B, citing C" rests on C through B.
    """

    article: str
    passages: Spans
    evidence: Place
    through: tuple[str, ...] = ()


OriginKind = Literal["agency", "outlet", "official", "conference", "article", "own"]


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Where reports come from: a credited agency or outlet, an official release, a joint press conference, another
    article of the collection (``article`` is its id), or the outlet's own reporting.
    """

    name: str
    kind: OriginKind
    rests: tuple[Rest, ...]
    article: str | None = None


@dataclass(frozen=True, slots=True)
class OriginCount:
    """At least and at most so many independent origins; ``named`` are the ids of those that are stated or shown, and
    ``not_stated`` the ids of the articles that do not say where their report comes from.
    """

    least: int
    most: int
    named: tuple[str, ...] = ()
    not_stated: tuple[str, ...] = ()


LackingWhy = Literal["absent", "near", "unread", "undated", "earlier"]


@dataclass(frozen=True, slots=True)
class Lacking:
    """An article of an utterance's story in which no version of it was found, and what is known of that.

    *absent*: read in full, not older than the utterance, and nothing in it comes near. *near*: at ``near`` stands what
    may be the same in other words. *unread*: not read, or not in full. *undated*: which is the older is not known.
    *earlier*: older than the utterance. Only what is *absent* may be called "not in this article".
    """

    article: str
    why: LackingWhy
    near: Place | None = None


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """The ids of the articles that report one occasion, in order of their sources."""

    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """Entities of several articles that are one actor. ``by_story`` are those joined only because their office has
    exactly one holder in their story.
    """

    entities: tuple[At, ...]
    by_story: frozenset[At] = frozenset()


@dataclass(frozen=True, slots=True)
class MeetingGroup:
    """Reports of one meeting; ``date`` is what all of them together say."""

    reports: tuple[At, ...]
    date: When
    place: str | None = None


TermVoice = Literal["own", "quoted", "attributed"]


@dataclass(frozen=True, slots=True)
class TermPlace:
    """One use of a name: where it stands, in whose voice, and whose voice that is (entities of the article)."""

    place: Place
    voice: TermVoice
    by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TermJoin:
    """Why two terms name one thing, by their words as printed."""

    left: str
    right: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class NamingGroup:
    """Names of one thing: every use of each, what the thing is called most, and why the names are one thing's."""

    referent: Place
    uses: tuple[TermPlace, ...]
    joins: tuple[TermJoin, ...] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """A word or two that an outlet uses more than the others do, in its own voice."""

    outlet: str
    term: str
    z: float
    count: int
    words: int
    others: int
    others_words: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class IssueTerm:
    """A printed form that names an issue, how often it does, and why it belongs to it."""

    words: str
    uses: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """What statements are about: its name in words that articles use (or in a reader's, where ``by`` is a person), the
    forms that name it, and each place in the content of a statement where one stands.
    """

    name: str
    by: Decider
    terms: tuple[IssueTerm, ...]
    mentions: tuple[tuple[At, Span], ...]


@dataclass(frozen=True, slots=True)
class CommitmentGroup:
    """Reports of one undertaking of the same actors, by the day on which each has it given (``days``, in their order).
    ``by_when`` is the day by or on which it is to be done, where a report names one; ``overdue`` is the report that
    says, after that day, that it is not done.
    """

    reports: tuple[At, ...]
    days: tuple[When, ...]
    by_when: When = UNKNOWN
    overdue: At | None = None


FigureRelation = Literal["same", "value", "unit", "period", "scope"]
"""How two figures of one thing stand: the same, or apart in this."""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one thing, and how each later one stands to the first: only *value* is a conflict; another unit,
    period or scope is another quantity.
    """

    figures: tuple[At, ...]
    relations: tuple[FigureRelation, ...]


@dataclass(frozen=True, slots=True)
class InstrumentGroup:
    """Mentions of one instrument, the first being the one that the others were put to; ``date`` is what they say
    together of when it was made.
    """

    mentions: tuple[At, ...]
    date: When


@dataclass(frozen=True, slots=True)
class OpenInstrument:
    """A mention that takes up a text ("the accord") and was put to none: none fits, or several, of which ``fits`` has
    a mention each.
    """

    at: At
    fits: tuple[At, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedProvision:
    """Words that a statement prints between quotation marks where it invokes a text, at ``spans``, beside the passage
    of the text; ``same`` where they stand there as they are quoted.
    """

    statement: At
    spans: Spans
    passage: Spans
    same: bool


@dataclass(frozen=True, slots=True)
class InstrumentText:
    """A text itself, as the user gave it. ``instrument`` is the index of the group that it is the text of, and why;
    nothing where none or several fit. ``parts`` are its numbered points, by their names ("point 6").
    """

    article: Article
    instrument: int | None = None
    reasons: tuple[Reason, ...] = ()
    parts: tuple[tuple[str, Span], ...] = ()
    quoted: tuple[QuotedProvision, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """All that compare found. Every entity, and every meeting report, stands in exactly one group; every article in
    exactly one story. ``dates`` gives an article's date where it was inferred, ``said_on`` a statement's own date and
    ``furniture`` lines that repeat across an outlet. ``occasions`` ties statements to the report of the meeting at
    which people say that they were made; ``answers`` gives the statements that a statement answers; ``corrected``
    are the readings, by article, in which people changed something, and ``judged`` the judgements that concern these
    articles. ``as_of`` is the day of which a figure holds, where its words name one. ``lacking`` has an entry for
    each of ``utterances``, and ``unanswered`` for what is disputed in each of ``disputes``, in their order.
    """

    dates: dict[str, When] = field(default_factory=dict)
    furniture: dict[str, Spans] = field(default_factory=dict)
    same_text: dict[str, str] = field(default_factory=dict)
    actors: tuple[ActorGroup, ...] = ()
    stories: tuple[StoryGroup, ...] = ()
    utterances: tuple[tuple[Rendering, ...], ...] = ()
    lacking: tuple[tuple[Lacking, ...], ...] = ()
    shifts: tuple[Shifted, ...] = ()
    origins: tuple[OriginGroup, ...] = ()
    meetings: tuple[MeetingGroup, ...] = ()
    commitments: tuple[CommitmentGroup, ...] = ()
    figures: tuple[FigureGroup, ...] = ()
    as_of: dict[At, When] = field(default_factory=dict)
    instruments: tuple[InstrumentGroup, ...] = ()
    instrument_texts: tuple[InstrumentText, ...] = ()
    open_instruments: tuple[OpenInstrument, ...] = ()
    disputes: tuple[DisputeGroup, ...] = ()
    unanswered: tuple[tuple[Lacking, ...], ...] = ()
    parallels: tuple[Parallel, ...] = ()
    quantities: tuple[QuantityGroup, ...] = ()
    answers: dict[At, tuple[At, ...]] = field(default_factory=dict)
    said_on: dict[At, When] = field(default_factory=dict)
    joins: tuple[Join, ...] = ()
    occasions: dict[At, At] = field(default_factory=dict)
    corrected: dict[str, ReadArticle] = field(default_factory=dict)
    judged: tuple[Replayed, ...] = ()
    allegations: tuple[AllegationGroup, ...] = ()
    issues: tuple[IssueGroup, ...] = ()
    naming: tuple[NamingGroup, ...] = ()
    wordings: tuple[WordingGroup, ...] = ()
