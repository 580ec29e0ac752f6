"""Claims as rows of the record: what is put forward as so, what each article does with it, and how they differ."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.links import ConflictKind, Reason, Ref
from dragoman.model.spans import Place, Spans
from dragoman.model.when import UNKNOWN, When

Stance = Literal["asserts", "denies", "attributes", "absent", "other value"]


@dataclass(frozen=True, slots=True)
class ClaimCell:
    """What one article does with a claim, in which words, and when these were said or published."""

    article: str
    stance: Stance
    statement: str | None
    value: str | None
    spans: Spans = ()
    when: When = UNKNOWN


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Something put forward as so, by speakers or by an outlet in its own voice, and what each article does with it.
    ``conflicts`` are the ways in which its cells differ.
    """

    id: str
    about: Ref | None
    by: tuple[str, ...]
    outlet_voice: str | None
    when: When
    places: tuple[Place, ...]
    status: str | None
    origins: tuple[str, ...]
    cells: tuple[ClaimCell, ...]
    conflicts: tuple[ConflictKind, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One side of a conflict: the words in which it differs, and when these were said or published."""

    article: str
    spans: Spans
    when: When


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """In what two articles differ on a claim, both sides with their dates, the earlier first. Never a verdict."""

    id: str
    kind: ConflictKind
    claim: str
    sides: tuple[ConflictSide, ConflictSide]
    reasons: tuple[Reason, ...] = ()
