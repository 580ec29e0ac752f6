"""Output is written whole or not at all."""

import os
from pathlib import Path

import pytest

from dragoman.errors import OutputUnwritable
from dragoman.run.output import writable, write


def test_files_are_written_under_their_names_and_nothing_else_stays(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": b"1", "b.md": b"2"})
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.json": b"1", "b.md": b"2"}


def test_a_file_gets_the_mode_that_the_user_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path, {"a.json": b"1"})
    finally:
        os.umask(before)
    assert (tmp_path / "a.json").stat().st_mode & 0o777 == 0o640


def test_where_one_file_cannot_be_written_the_old_ones_stand(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"old")
    with pytest.raises(OutputUnwritable, match="--out"):
        write(tmp_path, {"a.json": b"new", "no/such/folder": b"2"})
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"old"


def test_a_folder_that_cannot_be_made_is_said_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputUnwritable, match="--out"):
        writable(tmp_path / "file" / "out")
