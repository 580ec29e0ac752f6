"""Independent copies of texts: read anew from a folder by the same rules as articles are, or kept in the store."""

from collections.abc import Iterable
from pathlib import Path

from dragoman.config import MAX_SECONDS, MEMORY, store_path
from dragoman.model.article import Dropped
from dragoman.run.gather import gather
from dragoman.store.sqlite import SqliteStore


class Copies:
    """Copies of texts by SHA-256: those at the paths before those in the store.

    Raises:
        InputNotFound: a path does not exist.
        StoreUnusable: the store is there and cannot be read.
    """

    def __init__(self, paths: Iterable[Path] = (), store: str | Path | None = None) -> None:
        dropped: list[Dropped] = []
        articles = (found.article for found in gather(paths, dropped.append, MAX_SECONDS))
        self._read = {article.text_sha256: article.text for article in articles}
        name = store_path(store)
        # A store that is not there is not made: nothing is kept by looking.
        self._store = SqliteStore(name) if name != MEMORY and Path(name).exists() else None

    def text(self, text_sha256: str) -> str | None:
        """The text with this SHA-256, where there is a copy."""
        found = self._read.get(text_sha256)
        return self._store.text(text_sha256) if found is None and self._store else found
