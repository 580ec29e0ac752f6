"""Acts as rows of the record: statements and meetings coded with PLOVER roots."""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.links import Ref
from dragoman.model.reading import Root
from dragoman.model.spans import Place

ActMode = Literal["visit", "phone", "third-party", "multilateral"]


@dataclass(frozen=True, slots=True)
class ActRow:
    """A statement or meeting coded with a PLOVER root: who acts towards whom, as told in ``of``, and on whose word
    where it is not the outlet's. ``mode`` is of consultations; ``confidence`` how often such codes of statements are
    right.
    """

    id: str
    root: Root
    mode: ActMode | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    of: Ref
    alleged_by: tuple[str, ...]
    confidence: float | None
    place: Place
