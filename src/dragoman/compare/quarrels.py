"""Two statements that are at odds, and why."""

from typing import NamedTuple

from dragoman.compare.voices import Voice
from dragoman.model.links import DisputeKind, Reason


class Quarrel(NamedTuple):
    """``other`` is at odds with ``one``; of a denial it is the one that denies."""

    kind: DisputeKind
    one: Voice
    other: Voice
    reason: Reason
