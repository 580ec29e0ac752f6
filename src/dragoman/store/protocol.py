"""What the street asks of a store: texts by hash, and readings as a cache."""

from collections.abc import Iterable
from typing import Protocol

from dragoman.model.reading import Reading


class Texts(Protocol):
    """Independent copies of articles' texts."""

    def text(self, text_sha256: str) -> str | None:
        """The text with this SHA-256, where a copy is kept."""


class Store(Texts, Protocol):
    """Texts and readings that outlive a run. Only readings are a cache."""

    def reading(self, key: str) -> Reading | None:
        """The reading kept under this key."""

    def keep(self, rows: Iterable[tuple[str, str, Reading]], texts: Iterable[tuple[str, str, str]]) -> None:
        """Keeps readings ``(key, text_sha256, reading)`` and texts ``(text_sha256, source, text)``, all or none."""

    def forget(self, source: str | None) -> int:
        """Removes what came from a source (all for None), and says how many texts went."""

    def close(self) -> None:
        """Ends the use of the store."""
