"""The store as one SQLite file that its owner alone can read.

It keeps a rollback journal and no write-ahead log: the store is then one file, nothing of a forgotten text waits in a
log beside it, and it works in home folders on network file systems, where write-ahead logs do not. Writes are few and
short.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from dragoman.errors import StoreUnusable
from dragoman.model.ids import sha256
from dragoman.model.reading import Reading
from dragoman.store.schema import migrate

MEMORY = ":memory:"
WAIT = 60.0
"""Seconds to wait for another process that writes."""


class SqliteStore:
    """Texts and readings in a file at ``path``, or for ``:memory:`` for as long as the store is open.

    Raises:
        StoreUnusable: by every method, where the file cannot be opened, read or written; the message says what to do.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = str(path)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Reading).decode
        with self._mended():
            if self.path != MEMORY:
                _own_file(Path(self.path))
            self._connection = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
            try:
                self._connection.execute("PRAGMA secure_delete = ON")
                self._connection.execute("PRAGMA foreign_keys = ON")
                migrate(self._connection, self.path)
            except BaseException:
                self._connection.close()
                raise

    def text(self, text_sha256: str) -> str | None:
        """The text with this SHA-256, where a copy is kept that still has it."""
        with self._mended():
            row = self._connection.execute("SELECT text FROM texts WHERE sha256 = ?", (text_sha256,)).fetchone()
        return row[0].decode() if row and sha256(row[0]) == text_sha256 else None

    def reading(self, key: str) -> Reading | None:
        """The reading kept under this key; one that cannot be decoded counts as not kept."""
        with self._mended():
            row = self._connection.execute("SELECT reading FROM readings WHERE key = ?", (key,)).fetchone()
        try:
            return self._decode(row[0]) if row else None
        except msgspec.DecodeError:
            return None

    def keep(self, rows: Iterable[tuple[str, str, Reading]], texts: Iterable[tuple[str, str, str]]) -> None:
        """Keeps readings ``(key, text_sha256, reading)`` and texts ``(text_sha256, source, text)``, all or none.

        The text of a reading is kept before it or with it.
        """
        with self._writing() as connection:
            for digest, source, text in texts:
                connection.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (digest, text.encode()))
                connection.execute("INSERT OR IGNORE INTO sources VALUES (?, ?)", (source, digest))
            for key, digest, reading in rows:
                connection.execute(
                    "INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", (key, digest, self._encode(reading))
                )

    def forget(self, source: str | None) -> int:
        """Removes what came from a source, or from below it (all for None), and says how many texts went.

        A text that also came from another source stays. What is removed is overwritten in the file.
        """
        with self._writing() as connection:
            if source is None:
                connection.execute("DELETE FROM sources")
            else:
                for name in [
                    name for (name,) in connection.execute("SELECT source FROM sources") if below(name, source)
                ]:
                    connection.execute("DELETE FROM sources WHERE source = ?", (name,))
            connection.execute("DELETE FROM readings WHERE sha256 NOT IN (SELECT sha256 FROM sources)")
            gone = connection.execute("DELETE FROM texts WHERE sha256 NOT IN (SELECT sha256 FROM sources)").rowcount
        with self._mended():
            self._connection.execute("VACUUM")
        return gone

    def close(self) -> None:
        """Ends the use of the store."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._mended():
            # IMMEDIATE: a process that has only read cannot be made to wait for one that waits for it.
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def _mended(self) -> Iterator[None]:
        """Turns what SQLite and the file system report into words that say what to do."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreUnusable(
                f"the store {self.path} cannot be used ({error}); move the file away (the next run makes another), "
                f"or name another with --store PATH, or keep nothing with --store {MEMORY}"
            ) from error


def below(source: str, folder: str) -> bool:
    """Whether the source is the file or folder named, or a file below it."""
    rest = source[len(folder) :]
    return source.startswith(folder) and (not rest or rest[0] == "/" or folder.endswith("/"))


def _own_file(path: Path) -> None:
    """Makes the file, and its folder where it is missing, for the owner alone."""
    if not path.parent.exists():
        path.parent.mkdir(parents=True, mode=0o700)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
