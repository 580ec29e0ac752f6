"""Whatever lies in a folder, the run ends with a record that says what became of it."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import Record, compile_record
from dragoman.model.codec import dump
from dragoman.run.copies import Copies
from dragoman.show import brief_html, brief_md
from dragoman.verify import verify
from tests.run.invented import text, write


def compiled(folder: Path) -> Record:
    """The record, once a brief of it was made and held against the folder."""
    record = compile_record(folder, store=":memory:", jobs=1)
    copies = Copies([folder])
    for data in (dump(record), brief_html(record).encode(), brief_md(record).encode()):
        assert verify(data, copies).wrong == []
    return record


def reasons(record: Record) -> dict[str, str]:
    return {row.source: row.reason for row in record.dropped}


def sources(record: Record) -> list[str]:
    return [row.source for row in record.articles]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds one good article."""
    return write(tmp_path / "in", 1)


def test_empty_files_are_dropped_with_a_reason(folder: Path) -> None:
    for name in ("empty.txt", "empty.html", "empty.json", "empty.jsonl", "blank.md"):
        (folder / name).write_bytes(b" \n" if name == "blank.md" else b"")
    record = compiled(folder)
    assert sources(record) == ["00000.txt"]
    assert set(reasons(record)) == {"empty.txt", "empty.html", "empty.json", "empty.jsonl", "blank.md"}


def test_binaries_are_dropped_with_a_reason(folder: Path) -> None:
    noise = bytes((i * 7919 + i // 3) % 256 for i in range(20_000))
    for name in ("a.txt", "b.html", "c.json", "d.pdf", "e", "f.md"):
        (folder / name).write_bytes(noise)
    record = compiled(folder)
    assert "00000.txt" in sources(record)
    assert len(reasons(record)) + len(sources(record)) >= 7


def test_a_text_over_a_million_characters_is_an_article_without_findings(folder: Path) -> None:
    (folder / "long.txt").write_text(text(1) * 4000, encoding="utf-8")
    record = compiled(folder)
    row = next(row for row in record.articles if row.source == "long.txt")
    assert row.read == "none"
    assert "longer than 1,000,000 characters" in reasons(record)["long.txt"]
    assert not any(statement.article == row.id for statement in record.statements)


def test_fifty_megabytes_survive(folder: Path) -> None:
    with (folder / "large.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"The causeway is open. " * 50_000)
    record = compile_record(folder, store=":memory:", jobs=1)
    assert {row.source: row.read for row in record.articles} == {"00000.txt": "full", "large.txt": "none"}


def test_many_tiny_files_survive(folder: Path) -> None:
    for number in range(300):
        (folder / f"tiny{number:04}.txt").write_text(f"{number}", encoding="utf-8")
    record = compile_record(folder, store=":memory:", jobs=1)
    assert len(record.articles) + len(record.dropped) >= 301


def test_deeply_nested_html_survives(folder: Path) -> None:
    (folder / "deep.html").write_text("<div>" * 50_000 + text(2) + "</div>" * 50_000, encoding="utf-8")
    record = compiled(folder)
    assert "deep.html" in {*sources(record), *reasons(record)}


def test_html_without_an_article_survives(folder: Path) -> None:
    (folder / "none.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>", encoding="utf-8")
    record = compiled(folder)
    assert "none.html" in {*sources(record), *reasons(record)}


def test_markup_in_a_text_is_text(folder: Path) -> None:
    hostile = text(3).replace("Carrow", "<script>alert(1)</script>\u202e\u200b\x00 [x](javascript:alert(1)) \r\n")
    (folder / "hostile.txt").write_bytes(hostile.encode())
    record = compiled(folder)
    assert next(row.text for row in record.articles if row.source == "hostile.txt") == hostile
    assert "<script>alert" not in brief_html(record)


def test_a_language_that_is_not_read_stays_an_article_and_is_reported(folder: Path) -> None:
    norwegian = "Utenriksministrene fra Velmar og Ostrand møttes i Oslo på onsdag for å snakke om veien til øyene. " * 4
    (folder / "norsk.txt").write_text(norwegian, encoding="utf-8")
    record = compiled(folder)
    assert next(row.read for row in record.articles if row.source == "norsk.txt") == "none"
    assert "not read yet" in reasons(record)["norsk.txt"]


def test_a_file_named_twice_is_one_article(folder: Path) -> None:
    once = compile_record(folder, store=":memory:")
    twice = compile_record([folder, folder / "00000.txt", folder / "00000.txt"], store=":memory:")
    assert sources(twice) == sources(once) == ["00000.txt"]
    assert twice.dropped


def test_links_in_a_circle_and_links_that_lead_nowhere_are_dropped(folder: Path) -> None:
    (folder / "circle").symlink_to(folder)
    (folder / "one.txt").symlink_to(folder / "two.txt")
    (folder / "two.txt").symlink_to(folder / "one.txt")
    (folder / "nowhere.txt").symlink_to(folder / "no such file")
    record = compiled(folder)
    assert sources(record) == ["00000.txt"]
    assert set(reasons(record)) == {"circle", "one.txt", "two.txt", "nowhere.txt"}


def test_names_of_any_bytes_survive(folder: Path, tmp_path: Path) -> None:
    names = [b"a\nb.txt", b"\xff\xfe.txt", b"<b>&amp;.txt", "\u202egnp.txt".encode(), b"'; DROP TABLE texts.txt"]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.path.join(os.fsencode(folder), name))).write_text(text(number + 10), encoding="utf-8")  # noqa: PTH118  # bytes
    record = compiled(folder)
    assert len(record.articles) == 6
    assert len({row.source for row in record.articles}) == 6
    kept = compile_record(folder, store=tmp_path / "store.sqlite")
    assert kept == record


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_dropped_with_a_reason(folder: Path) -> None:
    (folder / "secret.txt").write_text(text(4), encoding="utf-8")
    (folder / "secret.txt").chmod(0)
    assert "secret.txt" in reasons(compiled(folder))


def test_a_pipe_in_the_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "pipe.txt" in reasons(compiled(folder))


def test_nothing_asks_for_the_network(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    (folder / "page.html").write_text(f"<html><body><article><p>{text(5)}</p></article></body></html>")
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert len(compiled(folder).articles) == 2


def test_without_any_network_a_brief_is_made_by_several_processes(folder: Path, tmp_path: Path) -> None:
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody leave the network")
    write(folder, 4)
    program = "import dragoman.run.readings as r; r.PAYS = 1; from dragoman.cli import main; main()"
    arguments: list[str | Path] = ["brief", folder, "--out", tmp_path / "out", "--store", ":memory:", "--jobs", "2"]
    done = subprocess.run(
        ["unshare", "-rn", sys.executable, "-c", program, *arguments], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"4 articles" in done.stdout
