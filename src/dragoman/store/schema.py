"""The tables of the store, and the steps from each version of them to the next."""

import sqlite3

from dragoman.errors import StoreUnusable

APPLICATION = 0x44524147
"""Marks the file as Dragoman's ("DRAG"), so that another program's database is never written into."""

STEPS = (
    """
    CREATE TABLE texts (sha256 TEXT PRIMARY KEY, text BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE sources (source TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES texts, PRIMARY KEY (source, sha256))
        WITHOUT ROWID;
    CREATE INDEX sources_by_text ON sources (sha256);
    CREATE TABLE readings (key TEXT PRIMARY KEY, sha256 TEXT NOT NULL REFERENCES texts, reading BLOB NOT NULL)
        WITHOUT ROWID;
    CREATE INDEX readings_by_text ON readings (sha256);
    """,
)
"""Step ``n`` brings a store of version ``n`` (``PRAGMA user_version``) to version ``n + 1``."""


def migrate(connection: sqlite3.Connection, name: str) -> None:
    """Brings the store to the newest version, whole or not at all.

    Raises:
        StoreUnusable: the file is another program's database, or a newer Dragoman's store.
    """
    if _version(connection, name) == len(STEPS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have brought the store forward while this one waited for its turn.
        for step in STEPS[_version(connection, name) :]:
            for statement in step.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _version(connection: sqlite3.Connection, name: str) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if application != APPLICATION and (version or application or tables):
        raise StoreUnusable(f"{name} is another program's database; name another file with --store")
    if version > len(STEPS):
        raise StoreUnusable(f"{name} was made by a newer Dragoman; update Dragoman, or name another file with --store")
    return version
