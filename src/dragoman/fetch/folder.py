"""Paths in, pages out, one at a time and in sorted order."""

import os
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from dragoman.errors import InputNotFound
from dragoman.fetch.given import MOST as LONGEST_LIST
from dragoman.fetch.given import NAME, merged, normal, sources
from dragoman.fetch.objects import from_lines, from_whole, open_lines
from dragoman.fetch.walk import Found, printable, walk
from dragoman.model.article import Dropped, Given, Media, Page
from dragoman.model.ids import sha256

MEDIA: dict[str, Media] = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html"}
STANDARD_INPUT = Path("-")
PROFILE = "profile.toml"
"""The name under which a folder may keep its reader's profile, which is no article."""
MOST = 100_000_000
"""Larger files, in bytes, are not read; JSON lines may be longer together."""


class Root(NamedTuple):
    """A folder or file that was named, what lies in it, and what its ``sources.csv`` lists say."""

    path: Path
    entries: list[Found | Dropped]
    given: dict[str, Given]


def fetch(paths: Iterable[Path], stdin: BinaryIO | None = None) -> Iterator[Page | Dropped]:
    """A page for each article, or the reason why there is none.

    ``source`` is the path relative to the folder given. Where two folders hold files of the same relative path, those
    files' sources start with the folders' names (as much of their paths as tells them apart). A file that is reached
    twice is read once. ``-`` reads ``stdin``: HTML or JSON where it starts like that, else text.

    Raises:
        InputNotFound: a path does not exist; raised before the first page.
    """
    named = list(dict.fromkeys(paths))
    for path in named:
        if path != STANDARD_INPUT and not path.exists():
            raise InputNotFound(
                f"{path}: no such file or folder; name a folder of articles, a file, or - for standard input"
            )
    return _pages(named, stdin)


def _pages(named: list[Path], stdin: BinaryIO | None) -> Iterator[Page | Dropped]:
    if STANDARD_INPUT in named:
        yield from _from_stdin(stdin or sys.stdin.buffer)
    places = {os.path.realpath(path): path for path in named if path != STANDARD_INPUT}
    roots = [_root(path) for _, path in sorted(places.items())]
    names = _names(roots)
    read: dict[str, str] = {}
    used: set[str] = set()
    for root, prefix in zip(roots, _prefixes(roots), strict=True):
        for entry in root.entries:
            relative = entry.source if isinstance(entry, Dropped) else entry.relative
            source = f"{prefix}/{relative}" if names[relative] > 1 else relative
            if isinstance(entry, Dropped):
                yield Dropped(source, entry.stage, entry.reason)
                continue
            place = os.path.realpath(entry.path)
            if place in read or source in used:
                yield Dropped(source, "fetch", f"read already, as {read.get(place, source)}")
                continue
            read[place] = source
            used.add(source)
            nothing = True
            for page in _file_pages(entry.path, source, root.given.get(relative, Given())):
                nothing = False
                yield page if isinstance(page, Dropped) else replace(page, file=place)
            if nothing:
                yield Dropped(source, "fetch", "empty")


def _root(path: Path) -> Root:
    if not path.is_dir():
        return Root(path, [Found(path, printable(path.name))], {})
    entries = list(walk(path))
    lists = [entry for entry in entries if isinstance(entry, Found) and PurePosixPath(entry.relative).name == NAME]
    rest = [e for e in entries if isinstance(e, Dropped) or PurePosixPath(e.relative).name not in (NAME, PROFILE)]
    known = normal(entry.relative for entry in rest if isinstance(entry, Found))
    given: dict[str, Given] = {}
    dropped: list[Dropped] = []
    # The list nearest to a file says most about it, so that deeper lists come first.
    for entry in sorted(lists, key=lambda entry: (-entry.relative.count("/"), entry.relative)):
        data = _bytes(entry.path, LONGEST_LIST)
        if isinstance(data, str):
            dropped.append(Dropped(entry.relative, "fetch", data))
            continue
        listed = sources(data, entry.relative, known)
        dropped.extend(listed.dropped)
        given.update({name: merged(given.get(name, Given()), row) for name, row in listed.given.items()})
    return Root(path, [*rest, *dropped], given)


def _names(roots: list[Root]) -> Counter[str]:
    """In how many folders each relative path occurs: a file named beside its own folder is in one."""
    return Counter(
        name
        for _, name in {
            (_folder(root), entry.source if isinstance(entry, Dropped) else entry.relative)
            for root in roots
            for entry in root.entries
        }
    )


def _folder(root: Root) -> Path:
    return Path(os.path.realpath(root.path if root.path.is_dir() else root.path.parent))


def _prefixes(roots: list[Root]) -> list[str]:
    """For each root as much of its folder's path, from its end, as tells all roots apart."""
    folders = [_folder(root) for root in roots]
    depth = 1
    while len({folder.parts[-depth:] for folder in folders}) < len(set(folders)):
        depth += 1
    return [printable("/".join(folder.parts[-depth:]).lstrip("/")) for folder in folders]


def _file_pages(path: Path, source: str, given: Given) -> Iterator[Page | Dropped]:
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        yield from _line_pages(path, source, given)
        return
    if suffix != ".json" and suffix not in MEDIA:
        yield Dropped(source, "fetch", f"files ending in {printable(path.suffix) or 'nothing'} are not read")
        return
    data = _bytes(path, MOST)
    if isinstance(data, str):
        yield Dropped(source, "fetch", data)
    elif suffix == ".json" and data.strip():
        yield from from_whole(data, source, given)
    elif suffix in MEDIA:
        yield Page(source, data, MEDIA[suffix], sha256(data), given)


def _line_pages(path: Path, source: str, given: Given) -> Iterator[Page | Dropped]:
    try:
        with path.open("rb") as raw:
            if raw.peek(100).lstrip().startswith(b"["):
                yield from from_whole(raw.read(MOST), source, given)
            else:
                yield from from_lines(open_lines(raw), source, given)
    except OSError as error:
        yield Dropped(source, "fetch", f"cannot be read: {error.strerror}")


def _bytes(path: Path, most: int) -> bytes | str:
    """The file's bytes, or the reason why they are not read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return "neither a file nor a folder"
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return data if len(data) <= most else f"larger than {most:,} bytes"


def _from_stdin(stdin: BinaryIO) -> Iterator[Page | Dropped]:
    source = str(STANDARD_INPUT)
    data = stdin.read(MOST + 1)
    head = data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if len(data) > MOST:
        yield Dropped(source, "fetch", f"larger than {MOST:,} bytes")
    elif head.startswith((b"{", b"[{")):
        yield from from_whole(data, source, Given())
    else:
        media: Media = "html" if head.startswith((b"<!doctype html", b"<html")) else "text"
        yield Page(source, data, media, sha256(data))
