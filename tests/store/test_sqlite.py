"""The store keeps texts and readings for its owner alone, and survives what befalls files."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import StoreUnusable
from dragoman.model.ids import sha256
from dragoman.model.reading import Reading, Statement
from dragoman.model.spans import Span
from dragoman.store.schema import STEPS
from dragoman.store.sqlite import MEMORY, SqliteStore, below

TEXT = "The causeway is open."
DIGEST = sha256(TEXT.encode())
READING = Reading(reader="1", statements=(Statement((Span(0, 12),), (), (), "indirect", vector=b"\x01\xff"),))


def filled(path: Path, source: str = "/talks/a.txt") -> SqliteStore:
    store = SqliteStore(path)
    store.keep([("key", DIGEST, READING)], [(DIGEST, source, TEXT)])
    return store


def changed(path: Path, statement: str, value: bytes) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement, (value,))
    connection.commit()
    connection.close()


def test_what_is_kept_is_found_again_after_the_store_was_closed(tmp_path: Path) -> None:
    filled(tmp_path / "store.sqlite").close()
    with SqliteStore(tmp_path / "store.sqlite") as store:
        assert store.text(DIGEST) == TEXT
        assert store.reading("key") == READING
        assert store.reading("other") is None
        assert store.text("other") is None


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    with SqliteStore(MEMORY) as store:
        store.keep([], [(sha256(text.encode()), "a", text)])
        assert store.text(sha256(text.encode())) == text


def test_folder_and_file_belong_to_their_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        filled(tmp_path / "dragoman" / "store.sqlite").close()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "dragoman").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "dragoman" / "store.sqlite").stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"This is no database." * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_said_to_be_unusable_and_what_to_do(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "store.sqlite"
    path.write_bytes(damage)
    with pytest.raises(StoreUnusable, match=r"--store"):
        SqliteStore(path)
    assert path.read_bytes() == damage


def test_pages_damaged_within_are_said_to_be_unusable(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    filled(path).close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xaa" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreUnusable), SqliteStore(path) as store:
        store.keep([("other", DIGEST, READING)], [(DIGEST, "b", TEXT)])


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url)")
    other.close()
    with pytest.raises(StoreUnusable, match="another program"):
        SqliteStore(path)


def test_a_newer_versions_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    filled(path).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    newer.close()
    with pytest.raises(StoreUnusable, match="newer"):
        SqliteStore(path)


def test_a_store_in_a_folder_that_is_a_file_is_unusable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreUnusable):
        SqliteStore(tmp_path / "file" / "store.sqlite")


def test_a_text_changed_in_the_store_is_not_given_out(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    filled(path).close()
    changed(path, "UPDATE texts SET text = ?", b"The causeway is shut.")
    with SqliteStore(path) as store:
        assert store.text(DIGEST) is None


def test_a_reading_that_cannot_be_decoded_counts_as_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    filled(path).close()
    changed(path, "UPDATE readings SET reading = ?", b"\xc1")
    with SqliteStore(path) as store:
        assert store.reading("key") is None


def test_forgetting_a_folder_removes_what_lies_below_it_from_the_file_itself(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with filled(path) as store:
        store.keep([], [(sha256(b"other"), "/talks-2/a.txt", "other")])
        assert store.forget("/talks") == 1
        assert store.text(DIGEST) is None
        assert store.reading("key") is None
        assert store.text(sha256(b"other")) == "other"
    assert TEXT.encode() not in path.read_bytes()
    assert [p.name for p in tmp_path.iterdir()] == ["store.sqlite"]


def test_a_text_that_also_came_from_elsewhere_is_not_forgotten(tmp_path: Path) -> None:
    with filled(tmp_path / "store.sqlite") as store:
        store.keep([], [(DIGEST, "/other/b.txt", TEXT)])
        assert store.forget("/talks") == 0
        assert store.reading("key") == READING
        assert store.forget(None) == 1
        assert store.reading("key") is None


@pytest.mark.parametrize(
    ("source", "folder", "inside"),
    [
        ("/a/b.txt", "/a", True),
        ("/a/b.txt", "/a/", True),
        ("/a/b.txt", "/", True),
        ("/a/b.txt", "/a/b.txt", True),
        ("/ab/c.txt", "/a", False),
        ("/a", "/a/b", False),
    ],
)
def test_what_lies_below_a_path_goes_by_its_parts(source: str, folder: str, *, inside: bool) -> None:
    assert below(source, folder) is inside


WRITER = """
import sys
from dragoman.model.ids import sha256
from dragoman.model.reading import Reading
from dragoman.store.sqlite import SqliteStore
path, name, batches = sys.argv[1:]
with SqliteStore(path) as store:
    for number in range(int(batches)):
        texts = [f"{name} {number} {i}" for i in range(20)]
        digests = [sha256(text.encode()) for text in texts]
        store.keep([(d, d, Reading("1")) for d in digests], [(d, name, t) for d, t in zip(digests, texts)])
        print(number, flush=True)
"""


def writer(path: Path, name: str, batches: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITER, path, name, str(batches)], stdout=subprocess.PIPE)


def test_a_writer_killed_at_any_time_leaves_whole_batches_and_a_store_that_works(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    for pause in (0.0, 0.01, 0.03):
        process = writer(path, f"w{pause}", 100_000)
        assert process.stdout
        assert process.stdout.readline()
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        with SqliteStore(path) as store:
            store.keep([], [(DIGEST, "after", TEXT)])
            assert store.text(DIGEST) == TEXT
        rows = sqlite3.connect(path)
        assert rows.execute("SELECT count(*) FROM readings").fetchone()[0] % 20 == 0
        assert rows.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows.close()


def test_processes_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    writers = [writer(path, name, 10) for name in ("a", "b", "c")]
    for process in writers:
        process.communicate(timeout=120)
        assert process.returncode == 0
    rows = sqlite3.connect(path)
    assert rows.execute("SELECT count(*) FROM texts").fetchone() == (600,)
    rows.close()
