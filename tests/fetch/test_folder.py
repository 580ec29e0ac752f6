"""Folders, files and standard input: everything is read once, or its reason is told."""

import io
import os
from collections.abc import Iterator
from pathlib import Path
from types import GeneratorType

import pytest

from dragoman.errors import InputNotFound
from dragoman.fetch import fetch
from dragoman.model.article import Dropped, Page


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def pages(found: Iterator[Page | Dropped]) -> list[Page]:
    return [page for page in found if isinstance(page, Page)]


def reasons(found: Iterator[Page | Dropped]) -> dict[str, str]:
    return {drop.source: drop.reason for drop in found if isinstance(drop, Dropped)}


def test_a_folder_is_read_with_its_subfolders_in_sorted_order(tmp_path: Path) -> None:
    write(tmp_path, b_txt="b", a__z_md="z", a__c_HTM="<p>c</p>")
    found = pages(fetch([tmp_path]))
    assert [(page.source, page.media) for page in found] == [
        ("a/c.HTM", "html"), ("a/z.md", "markdown"), ("b.txt", "text"),
    ]  # fmt: skip


def test_what_is_not_read_is_dropped_with_its_reason(tmp_path: Path) -> None:
    write(tmp_path, a_pdf="x", README="x", _hidden="x")
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".git", config_txt="x")
    os.mkfifo(tmp_path / "pipe.txt")
    found = reasons(fetch([tmp_path]))
    assert set(found) == {"a.pdf", "README", ".hidden", ".git", "pipe.txt"}
    assert "files ending in .pdf are not read" in found["a.pdf"]
    assert "hidden" in found[".git"]
    assert found["pipe.txt"] == "neither a file nor a folder"


def test_links_are_not_followed_and_loops_end(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    write(inside, a_txt="a")
    write(outside, far_txt="s")
    (inside / "again.txt").symlink_to(inside / "a.txt")
    (inside / "loop").symlink_to(inside)
    (inside / "self").symlink_to(inside / "self")
    (inside / "far.txt").symlink_to(outside / "far.txt")
    found = list(fetch([inside]))
    assert [page.source for page in pages(iter(found))] == ["a.txt"]
    why = reasons(iter(found))
    assert "same folder" in why["again.txt"]
    assert "same folder" in why["loop"]
    assert "nowhere" in why["self"]
    assert "out of the folder" in why["far.txt"]


def test_a_link_that_the_user_names_is_read(tmp_path: Path) -> None:
    write(tmp_path, a_txt="a")
    (tmp_path / "named.txt").symlink_to(tmp_path / "a.txt")
    assert [page.source for page in fetch([tmp_path / "named.txt"])] == ["named.txt"]


def test_two_folders_with_the_same_names_keep_their_sources_apart_in_any_order(tmp_path: Path) -> None:
    one, two = write(tmp_path / "x" / "one", a_txt="1", b_txt="1"), write(tmp_path / "x" / "two", a_txt="2")
    found = [(page.source, page.data) for page in pages(fetch([two, one]))]
    assert found == [("one/a.txt", b"1"), ("b.txt", b"1"), ("two/a.txt", b"2")]
    assert found == [(page.source, page.data) for page in pages(fetch([one, two]))]


def test_a_file_that_is_reached_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, sub__a_txt="a")
    found = list(fetch([tmp_path / "sub", tmp_path, tmp_path / "sub" / "a.txt"]))
    assert [page.source for page in pages(iter(found))] == ["sub/a.txt"]
    assert all("read already" in reason for reason in reasons(iter(found)).values())


def test_a_path_that_does_not_exist_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound, match=r"gone\.txt"):
        fetch([tmp_path, tmp_path / "gone.txt"])


def test_a_file_that_cannot_be_opened_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_txt="a", b_jsonl="{}", sources_csv="path\na.txt\n")

    def refuse(self: Path, mode: str = "r") -> None:
        raise PermissionError(13, f"Permission denied ({mode})", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert reasons(fetch([tmp_path])) == dict.fromkeys(
        ["a.txt", "b.jsonl", "sources.csv"], "cannot be read: Permission denied (rb)"
    )


def test_a_file_name_that_is_no_unicode_stays_printable(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x", encoding="utf-8")
    assert [page.source for page in fetch([tmp_path])] == [r"caf\xe9.txt"]


def test_a_file_over_the_limit_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.fetch.folder.MOST", 3)
    write(tmp_path, a_txt="1234", b_txt="123")
    found = list(fetch([tmp_path]))
    assert [page.source for page in pages(iter(found))] == ["b.txt"]
    assert reasons(iter(found)) == {"a.txt": "larger than 3 bytes"}


def test_pages_come_one_at_a_time(tmp_path: Path) -> None:
    write(tmp_path, a_txt="a", b_txt="b")
    found = fetch([tmp_path])
    assert isinstance(found, GeneratorType)
    next(found)
    (tmp_path / "b.txt").unlink()
    assert reasons(found) == {"b.txt": "cannot be read: No such file or directory"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Carrow, 14 May", [("-", "text")]),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", [("-", "html")]),
        (b'{"id": "7", "text": "x"}\n{"id": "8", "text": "y"}', [("-#7", "text"), ("-#8", "text")]),
        (b"[1] A footnote.", [("-", "text")]),
    ],
)
def test_standard_input_is_text_html_or_json(data: bytes, expected: list[tuple[str, str]]) -> None:
    found = pages(fetch([Path("-")], io.BytesIO(data)))
    assert [(page.source, page.media) for page in found] == expected
