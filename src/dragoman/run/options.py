"""How a run is carried out. None of it changes what is found, but that ``max_seconds`` may leave an article unread,
and ``attribution``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.config import MAX_SECONDS, cores
from dragoman.model.reading import AttributionReader

Progress = Callable[[int, int], None]
"""Told how many texts are read, of how many found so far."""


def silent(_read: int, _found: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Options:
    """``jobs`` processes read, one article taking at most ``max_seconds``; ``attribution`` reads statements."""

    jobs: int = field(default_factory=cores)
    max_seconds: float = MAX_SECONDS
    progress: Progress = silent
    attribution: AttributionReader = "model"
