"""A run that is stopped in the middle leaves a store that works and no half-written file."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman import compile_record
from dragoman.model.codec import load
from tests.run.invented import write

COUNT = 600
# A shell that starts this in the background has its programs ignore Ctrl-C.
HEARS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
PROGRAM = HEARS + "import dragoman.run.readings as r; r.PAYS = 1; from dragoman.cli import main; main()"


def started(folder: Path, jobs: int) -> subprocess.Popen[bytes]:
    """A brief being made, in a process group of its own, which by now has kept readings."""
    arguments: list[str | Path] = ["brief", folder / "in", "--out", folder / "out", "--store", folder / "store.sqlite"]
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments, "--jobs", str(jobs)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
    )
    until = time.monotonic() + 120
    while kept(folder / "store.sqlite") == 0:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.02)
    return process


def kept(store: Path) -> int:
    """How many readings the store holds."""
    if not store.exists():
        return 0
    connection = sqlite3.connect(store, timeout=60)
    try:
        return int(connection.execute("SELECT count(*) FROM readings").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("number", "jobs", "status"), [(signal.SIGKILL, 2, -9), (signal.SIGINT, 1, 130), (signal.SIGINT, 2, 130)]
)
def test_a_run_stopped_in_the_middle_is_taken_up_again(tmp_path: Path, number: int, jobs: int, status: int) -> None:
    write(tmp_path / "in", COUNT)
    process = started(tmp_path, jobs)
    os.killpg(process.pid, number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == status
    assert b"Traceback" not in errors
    assert list((tmp_path / "out").iterdir()) == []
    before = kept(tmp_path / "store.sqlite")
    assert 0 < before < COUNT
    (tmp_path / "few").mkdir()
    for path in sorted((tmp_path / "in").iterdir())[:20]:
        path.rename(tmp_path / "few" / path.name)
    record = compile_record(tmp_path / "few", store=tmp_path / "store.sqlite", jobs=1)
    assert [row.read for row in record.articles] == ["full"] * 20


def test_reading_processes_end_when_the_one_that_started_them_is_killed(tmp_path: Path) -> None:
    write(tmp_path / "in", COUNT)
    process = started(tmp_path, 2)
    children = [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    assert children
    process.kill()
    process.communicate(timeout=60)
    until = time.monotonic() + 60
    while any(Path(f"/proc/{pid}").exists() for pid in children):
        assert time.monotonic() < until, "the reading processes live on"
        time.sleep(0.05)


def test_a_brief_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    write(tmp_path / "in", 1)
    compiled: list[str | Path] = [
        sys.executable,
        "-m",
        "dragoman",
        "compile",
        tmp_path / "in",
        "--out",
        tmp_path / "r.json",
    ]
    subprocess.run(compiled, check=True, capture_output=True)
    first = (tmp_path / "r.json").read_bytes()
    write(tmp_path / "in", 2)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); "
    full = subprocess.run(
        [sys.executable, "-c", limit + "from dragoman.cli import main; main()", *compiled[3:]],
        capture_output=True,
        check=False,
    )
    assert full.returncode == 2
    assert b"--out" in full.stderr
    assert (tmp_path / "r.json").read_bytes() == first
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert len(load(first).articles) == 1
