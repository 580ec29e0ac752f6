"""What ``sources.csv`` gives, and what it cannot make us do."""

from pathlib import Path

import pytest

from dragoman.fetch import fetch
from dragoman.model.article import Dropped, Given, Page


def read(folder: Path) -> tuple[dict[str, Given], list[str]]:
    found = list(fetch([folder]))
    given = {page.source: page.given for page in found if isinstance(page, Page)}
    return given, [f"{drop.source}: {drop.reason}" for drop in found if isinstance(drop, Dropped)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


def test_a_list_gives_masthead_fields_and_is_neither_article_nor_drop(folder: Path) -> None:
    (folder / "sources.csv").write_text(
        "path,outlet,date,address,language,owner\n"
        "a.txt,Harbour Post,2031-05-14,https://post.example/a,en,City of Carrow\n"
        "sub/b.txt,Lisk Courier\n",
        encoding="utf-8",
    )
    given, dropped = read(folder)
    assert given["a.txt"] == Given(
        outlet="Harbour Post",
        published="2031-05-14",
        url="https://post.example/a",
        language="en",
        owner="City of Carrow",
    )
    assert given["sub/b.txt"] == Given(outlet="Lisk Courier")
    assert dropped == []


def test_the_nearest_list_says_most_about_a_file(folder: Path) -> None:
    (folder / "sources.csv").write_text("path,outlet,language\nsub/b.txt,Far,en\n", encoding="utf-8")
    (folder / "sub" / "sources.csv").write_text("path,outlet\nb.txt,Near\n", encoding="utf-8")
    assert read(folder)[0]["sub/b.txt"] == Given(outlet="Near", language="en")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("/etc/passwd,X", "outside of the folder"),
        ("../a.txt,X", "outside of the folder"),
        ("sub/../../a.txt,X", "outside of the folder"),
        ("gone.txt,X", "names gone.txt, which is not there"),
        (",X", "has no path"),
        ("a.txt,X,Y,Z", "more cells"),
        ("a.txt,X\na.txt,Y", "line 3 names a.txt again"),
    ],
)
def test_a_row_that_gives_nothing_is_dropped_with_its_line(folder: Path, row: str, reason: str) -> None:
    (folder / "sources.csv").write_text(f"path,outlet\n{row}\n", encoding="utf-8")
    _, dropped = read(folder)
    assert len(dropped) == 1
    assert dropped[0].startswith("sources.csv: line ")
    assert reason in dropped[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"file,outlet\na.txt,X\n", "no column 'path'"),
        (b"path,outlet\na.txt,\xff\n", "not UTF-8"),
        (b'path,outlet\n"a.txt,X\n', "cannot be read as CSV"),
        (b"", "no column 'path'"),
    ],
)
def test_a_list_that_cannot_be_read_is_dropped_whole(folder: Path, data: bytes, reason: str) -> None:
    (folder / "sources.csv").write_bytes(data)
    given, dropped = read(folder)
    assert set(given.values()) == {Given()}
    assert len(dropped) == 1
    assert reason in dropped[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_spreadsheets_of_all_habits_are_read(folder: Path, encoding: str, mark: str) -> None:
    text = f"Path{mark}Outlet{mark}Note\r\na.txt{mark}Écho de Lisk{mark}x\r\n"
    (folder / "sources.csv").write_bytes(text.encode(encoding))
    assert read(folder)[0]["a.txt"] == Given(outlet="Écho de Lisk")


def test_a_name_in_decomposed_letters_names_the_same_file(folder: Path) -> None:
    (folder / "caf\u00e9.txt").write_text("x", encoding="utf-8")
    (folder / "sources.csv").write_text("path,outlet\ncafe\u0301.txt,Post\n", encoding="utf-8")
    assert read(folder)[0]["caf\u00e9.txt"].outlet == "Post"
