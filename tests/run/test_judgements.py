"""The file of judgements on a disk, with several people writing at once."""

import multiprocessing
import os
from pathlib import Path

import pytest

from dragoman.errors import JudgementsUnusable
from dragoman.model.judgement import Judgement
from dragoman.model.judgement_lines import dump_line
from dragoman.run.judgements import append_judgement, left_out, load_judgements


def one(number: int) -> Judgement:
    return Judgement("undo", "Ana", value=f"{number:016}", because="x" * 5000)


def append_many(path: Path, numbers: range) -> None:
    for number in numbers:
        append_judgement(path, one(number))


def test_several_processes_append_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "new" / "j.jsonl"
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=append_many, args=(path, range(n, n + 20))) for n in (0, 20, 40)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    read = load_judgements(path)
    assert read.troubles == ()
    assert {each.value for each in read.judgements} == {f"{n:016}" for n in range(60)}


def test_a_last_line_without_its_end_is_not_written_on(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    path.write_bytes(dump_line(one(1)) + dump_line(one(2))[:-7])
    append_judgement(path, one(3))
    read = load_judgements(path)
    assert read.judgements == (one(1), one(3))
    assert [drop.source for drop in left_out(path, read)] == ["j.jsonl, line 2"]


def test_what_cannot_be_written_whole_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "j.jsonl"
    append_judgement(path, one(1))
    before, write = path.read_bytes(), os.write
    calls = []

    def full(handle: int, data: bytes) -> int:
        calls.append(data)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        return write(handle, data[:10])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(JudgementsUnusable, match=r"No space left.*--judgements"):
        append_judgement(path, one(2))
    assert path.read_bytes() == before


def test_a_file_that_is_not_there_holds_nothing_unless_it_was_named(tmp_path: Path) -> None:
    assert load_judgements(tmp_path / "none.jsonl") == ((), ())
    with pytest.raises(JudgementsUnusable, match="--judgements"):
        load_judgements(tmp_path / "none.jsonl", named=True)
    with pytest.raises(JudgementsUnusable):
        load_judgements(tmp_path)
    with pytest.raises(JudgementsUnusable):
        append_judgement(tmp_path, one(1))
