"""``sources.csv``: what the user says about the files of a folder."""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from dragoman.model.article import Dropped, Given

NAME = "sources.csv"
MOST = 20_000_000
"""Longer lists, in bytes, are not read."""


class Listed(NamedTuple):
    """The fields given for files, by path relative to the folder of the walk, and the rows that give none."""

    given: dict[str, Given]
    dropped: tuple[Dropped, ...]


def normal(files: Iterable[str]) -> dict[str, str]:
    """Relative paths by their composed form: a list and a file system may spell one letter in two ways."""
    return {unicodedata.normalize("NFC", name): name for name in files}


def sources(data: bytes, source: str, known: Mapping[str, str]) -> Listed:
    """Reads the list that lies at ``source``; ``known`` are the relative paths of all files of the walk.

    Paths in the list are only ever compared with ``known``, so that no row can make us open anything. Commas,
    semicolons and tabs may part the columns; names of columns may be in any case, unknown ones are ignored.
    """
    rows, broken = _rows(data)
    if broken:
        return Listed({}, (Dropped(source, "fetch", broken),))
    given: dict[str, Given] = {}
    dropped = []
    for number, row in rows:
        name, reason = _file(row, PurePosixPath(source).parent, known)
        if name in given:
            reason = f"names {row['path']} again"
        if reason or name is None:
            dropped.append(Dropped(source, "fetch", f"line {number} {reason}"))
        else:
            given[name] = _given(row)
    return Listed(given, tuple(dropped))


def merged(first: Given, then: Given) -> Given:
    """The fields of ``first``, and those of ``then`` where it has none."""
    return Given(
        outlet=first.outlet or then.outlet,
        title=first.title or then.title,
        authors=first.authors or then.authors,
        published=first.published or then.published,
        language=first.language or then.language,
        url=first.url or then.url,
        owner=first.owner or then.owner,
    )


def _rows(data: bytes) -> tuple[list[tuple[int, dict[str, str]]], str]:
    """Line number and cells of each row, or the reason why the list cannot be read."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return [], "not UTF-8; save the list as CSV in UTF-8"
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    rows = []
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, dict(zip(names, (cell.strip() for cell in cells), strict=False))))
                rows[-1][1].update({"": "more"} if len(cells) > len(names) else {})
    except csv.Error as error:
        return [], f"line {reader.line_num} cannot be read as CSV: {error}"
    if "path" not in names:
        return (
            [],
            "has no column 'path'; its first line names the columns: path, outlet, date, address, language, owner",
        )
    return rows, ""


def _file(row: Mapping[str, str], folder: PurePosixPath, known: Mapping[str, str]) -> tuple[str | None, str]:
    """The file that a row names, or the reason why it names none."""
    written = row.get("path", "")
    if not written:
        return None, "has no path"
    if row.get(""):
        return None, "has more cells than the first line names"
    if PurePosixPath(written).is_absolute() or ".." in PurePosixPath(written).parts:
        return None, f"names {written}, which lies outside of the folder"
    name = known.get(unicodedata.normalize("NFC", (folder / written).as_posix()))
    return name, "" if name else f"names {written}, which is not there"


def _given(row: Mapping[str, str]) -> Given:
    return Given(
        outlet=row.get("outlet") or None,
        published=row.get("date") or None,
        url=row.get("address") or None,
        language=row.get("language") or None,
        owner=row.get("owner") or None,
    )
