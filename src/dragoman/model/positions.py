"""Rows on what statements are about, and on what each actor said of it through time."""

from dataclasses import dataclass

from dragoman.model.links import Decider, IssueTerm
from dragoman.model.reading import Mode
from dragoman.model.spans import Place, Spans
from dragoman.model.when import When


@dataclass(frozen=True, slots=True)
class RenderingRow:
    """A statement, or the part of it at ``spans``, that renders an utterance."""

    statement: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class IssueRow:
    """What statements are about, across articles. ``terms`` are the printed forms that name it, each with why it
    belongs to it; ``by`` says whether a reader's profile names it.
    """

    id: str
    name: str
    mentions: tuple[Place, ...]
    terms: tuple[IssueTerm, ...] = ()
    by: Decider = "machine"


@dataclass(frozen=True, slots=True)
class PositionCell:
    """What an actor is reported to have said on an issue on one occasion: the passage of the statement, and the other
    versions of the same utterance. Where the statement's article prints an office of the speaker, ``office`` is its
    place and ``state`` the state (an actor id) whose office it is.
    """

    when: When
    statement: str
    spans: Spans
    mode: Mode
    versions: tuple[RenderingRow, ...] = ()
    state: str | None = None
    office: Place | None = None


@dataclass(frozen=True, slots=True)
class PositionRow:
    """What one actor said on one issue through time, in the actor's own statements alone, newest first."""

    id: str
    actor: str
    issue: str
    cells: tuple[PositionCell, ...]
