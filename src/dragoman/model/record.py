"""The record: all that was read and linked, as rows whose every line leads back to the words it was read from.

Each row class is one line of the record's JSON (``docs/record-format.md``); fields stand in the order in which they are
written. Absent and unknown is ``None``; a list that is not compiled yet is empty.
"""

from dataclasses import dataclass, field, fields
from html import escape
from typing import TYPE_CHECKING, Literal

import msgspec

from dragoman.errors import PackageMissing
from dragoman.model.acts import ActRow
from dragoman.model.article import Dropped
from dragoman.model.claims import ClaimRow, ConflictRow
from dragoman.model.instrument_rows import InstrumentRow, OpenInstrumentRow, PartRow, QuotedProvisionRow
from dragoman.model.ledger_rows import CommitmentRow, FigureBesideRow
from dragoman.model.links import (
    AnswerKind,
    Decider,
    DisputeKind,
    Lacking,
    OriginCount,
    OriginKind,
    Reason,
    Ref,
    Rest,
    ShiftKind,
    ShiftNote,
    ShiftRelation,
)
from dragoman.model.naming import NamingRow, WordingRow
from dragoman.model.positions import IssueRow as IssueRow
from dragoman.model.positions import PositionCell as PositionCell
from dragoman.model.positions import PositionRow as PositionRow
from dragoman.model.positions import RenderingRow as RenderingRow
from dragoman.model.reading import (
    ActorKind,
    FigurePrecision,
    Form,
    MeetingFormat,
    MeetingKind,
    MeetingLevel,
    MeetingStatus,
    Mode,
    SpeakersBasis,
    StatementKind,
)
from dragoman.model.spans import Place, Spans
from dragoman.model.visible import visible
from dragoman.model.when import UNKNOWN, Basis, When

if TYPE_CHECKING:
    import pandas as pd

FORMAT: Literal["dragoman-record/1"] = "dragoman-record/1"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article. ``read`` says whether its whole text was read for findings; ``version_of`` and ``same_text_as`` name
    another article's id. ``credits`` are names; where each stands is in ``places["credits"]``.
    """

    id: str
    source: str
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    published: When
    place: str | None
    language: str | None
    credits: tuple[str, ...]
    basis: dict[str, Basis]
    places: dict[str, Spans]
    furniture: Spans
    text: str
    text_sha256: str
    page_sha256: str
    read: Literal["full", "excerpt", "none"]
    version_of: str | None = None
    same_text_as: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place where an actor is named, and in which form."""

    article: str
    spans: Spans
    form: Form


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A person, state, body or group; ``names`` are all names printed, ``offices`` the offices as printed."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    names: tuple[str, ...]
    offices: tuple[str, ...]
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who is reported to have conveyed what. ``speakers``, ``addressees`` and ``via`` are actor ids; ``inside`` and
    ``answers`` are statement ids; ``shown`` is false for attributions that a brief leaves out.
    """

    id: str
    article: str
    speakers: tuple[str, ...]
    speakers_basis: SpeakersBasis | None
    addressees: tuple[str, ...]
    mode: Mode
    kind: StatementKind
    source: Spans
    cue: Spans
    content: Spans
    said_on: When
    via: tuple[str, ...]
    inside: str | None
    answers: tuple[str, ...]
    meeting: str | None
    issues: tuple[str, ...]
    confidence: float | None
    shown: bool
    headline: bool = False


@dataclass(frozen=True, slots=True)
class UtteranceRow:
    """One thing said, its renderings in different articles, and from how many independent origins these come.

    ``lacking`` are the other articles of the story, of outlets without a rendering, and what is known of each.
    """

    id: str
    speakers: tuple[str, ...]
    renderings: tuple[RenderingRow, ...]
    origins: OriginCount | None = None
    lacking: tuple[Lacking, ...] = ()


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """How two renderings differ, with both places. ``relation`` is *same* for two renderings of one utterance."""

    id: str
    kind: ShiftKind
    relation: ShiftRelation
    left: RenderingRow
    right: RenderingRow
    notes: tuple[ShiftNote, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryRow:
    """The articles that report one occasion; the title is built from participants, place and date."""

    id: str
    title: str
    articles: tuple[str, ...]
    when: When


@dataclass(frozen=True, slots=True)
class OriginRow:
    """Where reports come from, with what rests on it; ``article`` is its id where it is one of the collection."""

    id: str
    name: str
    kind: OriginKind
    rests: tuple[Rest, ...]
    article: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingReportRow:
    """What one article says of a meeting, and on whose word (actor ids; empty for the outlet's own voice)."""

    article: str
    spans: Spans
    status: MeetingStatus
    according_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """The office of a participant as a report's article prints it."""

    actor: str
    article: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class NamedOnly:
    """An actor whom one side's account names and no other's, and where."""

    actor: str
    place: Place


@dataclass(frozen=True, slots=True)
class Readout:
    """One side's account of a meeting: its own statements in the articles that report it, and the actors whom it names
    and no other side does, each where it names them.
    """

    side: tuple[str, ...]
    statements: tuple[str, ...]
    only: tuple[NamedOnly, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """Who met whom, when, where, in which format; merged from its reports, which come from so many origins.

    ``unheard`` are the participants of whom no words were read in the articles of its story. ``offices`` are those that
    the participants held as the reports print them, ``hosts`` who hosted or mediated. ``agenda`` and ``outcome`` are
    passages on what was discussed and what came of it. ``next`` is the next meeting that the same articles announce,
    ``readouts`` are the accounts of its sides where two or more give one.
    """

    id: str
    kind: MeetingKind
    format: MeetingFormat | None
    level: MeetingLevel | None
    participants: tuple[str, ...]
    place: str | None
    date: When
    status: MeetingStatus
    reports: tuple[MeetingReportRow, ...]
    origins: OriginCount | None = None
    unheard: tuple[str, ...] = ()
    offices: tuple[HeldOffice, ...] = ()
    hosts: tuple[str, ...] = ()
    agenda: tuple[Place, ...] = ()
    outcome: tuple[Place, ...] = ()
    next: str | None = None
    readouts: tuple[Readout, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentTextRow:
    """The text of an instrument, as the user gave it, with what is known of it as of an article. ``instrument`` is the
    id of the one that it is the text of, with the reasons.
    """

    article: ArticleRow
    instrument: str | None = None
    reasons: tuple[Reason, ...] = ()
    parts: tuple[PartRow, ...] = ()
    quoted: tuple[QuotedProvisionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A statement that answers an allegation, how, and when it was said: never before the allegation."""

    statement: str
    kind: AnswerKind
    when: When = UNKNOWN


@dataclass(frozen=True, slots=True)
class AllegationRow:
    """Who accuses whom, in which statements, and who answers. Empty ``by`` and ``against`` are open, not nobody.

    ``when`` is when it was first said and ``places`` are its words. ``unanswered`` are articles that have it and none
    of its answers, ``lacking`` those of its story without it, and what is known of each.
    """

    id: str
    by: tuple[str, ...]
    against: tuple[str, ...]
    statements: tuple[str, ...]
    answers: tuple[AnswerRow, ...]
    when: When = UNKNOWN
    places: tuple[Place, ...] = ()
    unanswered: tuple[Lacking, ...] = ()
    lacking: tuple[Lacking, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A number with unit, what it counts, period and giver (actor ids), as printed, a misprint too.

    ``as_of`` is the day of which it holds, where the words name one; ``beside`` are the figures of the same thing.
    """

    id: str
    value: float
    unit: str | None
    of: str | None
    period: str | None
    giver: tuple[str, ...]
    article: str
    spans: Spans
    precision: FigurePrecision = "exact"
    as_of: When = UNKNOWN
    scope: str | None = None
    beside: tuple[FigureBesideRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One side of a dispute; ``lacking`` are articles that have the other side's words and not this one's."""

    actors: tuple[str, ...]
    statements: tuple[str, ...]
    claims: tuple[str, ...]
    when: When = UNKNOWN
    lacking: tuple[Lacking, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """What sides say differently about one thing, and how that shows. ``about`` are words of the first statement.
    Never a verdict.
    """

    id: str
    about: str
    sides: tuple[DisputeSide, ...]
    kind: DisputeKind = "denial"
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A relation between two rows, with its score and reasons, and who decided. Where it made one row of two findings,
    ``places`` are the two.
    """

    kind: str
    left: Ref
    right: Ref
    score: float
    reasons: tuple[Reason, ...]
    by: Decider
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A person's correction, whether it still applies, and what it changed, or why it does not, in words."""

    id: str
    applied: bool
    kind: str = ""
    by: str = ""
    because: str | None = None
    made: str | None = None
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What made the record: versions, the SHA-256 of each weight file, the options that change its content."""

    dragoman: str
    readers: dict[str, str] = field(default_factory=dict)
    weights: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything compiled from one collection of articles."""

    format: Literal["dragoman-record/1"] = FORMAT
    articles: tuple[ArticleRow, ...] = ()
    actors: tuple[ActorRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    utterances: tuple[UtteranceRow, ...] = ()
    shifts: tuple[ShiftRow, ...] = ()
    claims: tuple[ClaimRow, ...] = ()
    conflicts: tuple[ConflictRow, ...] = ()
    stories: tuple[StoryRow, ...] = ()
    origins: tuple[OriginRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    instruments: tuple[InstrumentRow, ...] = ()
    instrument_texts: tuple[InstrumentTextRow, ...] = ()
    open_instruments: tuple[OpenInstrumentRow, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()
    allegations: tuple[AllegationRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    issues: tuple[IssueRow, ...] = ()
    positions: tuple[PositionRow, ...] = ()
    naming: tuple[NamingRow, ...] = ()
    wordings: tuple[WordingRow, ...] = ()
    disputes: tuple[DisputeRow, ...] = ()
    acts: tuple[ActRow, ...] = ()
    links: tuple[LinkRow, ...] = ()
    judgements: tuple[JudgementRow, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    made: Made = Made("")

    def to_frames(self) -> "dict[str, pd.DataFrame]":
        """Every list of the record as a pandas table under its name, one row a row; empty lists are left out.

        Columns are the fields of the record's JSON; dates are ISO 8601 text, spans are lists of pairs.

        Raises:
            PackageMissing: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise PackageMissing("tables need pandas; install it with `pip install 'dragoman[frames]'`") from error
        lists = {name: rows for name, rows in msgspec.to_builtins(self).items() if isinstance(rows, tuple) and rows}
        return {name: pd.DataFrame(rows) for name, rows in lists.items()}

    def _repr_html_(self) -> str:
        """The record in a notebook: its stories and how many rows each list holds."""
        counts = [(each.name, getattr(self, each.name)) for each in fields(self)]
        rows = "".join(
            f"<tr><th>{escape(name)}</th><td>{len(value)}</td></tr>"
            for name, value in counts
            if isinstance(value, tuple) and value
        )
        titles = "".join(f"<li>{escape(visible(story.title))}</li>" for story in self.stories)
        return f"<table><caption>{escape(self.format)}</caption>{rows}</table><ul>{titles}</ul>"
