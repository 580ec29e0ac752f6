"""Rows of the ledgers that are no findings of one article alone: undertakings, and figures beside each other."""

from dataclasses import dataclass

from dragoman.model.links import FigureRelation
from dragoman.model.reading import CommitmentStatus
from dragoman.model.spans import Place, Spans
from dragoman.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class CommitmentReportRow:
    """What one article says of an undertaking: the passage, what is undertaken, how it stands, on whose word (actor
    ids; empty for the outlet's own voice), and when it was given or, where no words say so, reported.
    """

    article: str
    spans: Spans
    content: Spans
    status: CommitmentStatus
    according_to: tuple[str, ...]
    when: When


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """What actors are reported, and by whom, to have undertaken; ``status`` is that of the newest report.

    ``evidence`` are the passages of its reports, ``towards`` whom it is given to, ``by_when`` the day by or on which it
    is to be done, where a report names one, ``condition`` the words of its condition. ``overdue`` is true only where a
    later report says that it is not done.
    """

    id: str
    actors: tuple[str, ...]
    according_to: tuple[str, ...]
    status: str
    when: When
    evidence: tuple[Place, ...]
    towards: tuple[str, ...] = ()
    by_when: When = UNKNOWN
    condition: Place | None = None
    reports: tuple[CommitmentReportRow, ...] = ()
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class FigureBesideRow:
    """Another figure of the same thing, and how it stands to this one: *same*, another *value* (a conflict), or
    another *unit*, *period* or *scope*, which is another quantity.
    """

    figure: str
    relation: FigureRelation
