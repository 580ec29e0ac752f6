"""What lies in a folder: its files in sorted order, and what is not read with its reason."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.model.article import Dropped


class Found(NamedTuple):
    """A regular file, and its path relative to the folder given, with ``/`` and in printable Unicode."""

    path: Path
    relative: str


def walk(folder: Path) -> Iterator[Found | Dropped]:
    """Everything in the folder and below it, in the order of relative paths.

    Hidden files and folders (a leading dot) are not read. Links are never followed: what they lead to is either in the
    folder and read there, or outside of it, where only the user may send us.
    """
    entries: list[tuple[str, Found | Dropped]] = []
    waiting = [(str(folder), "")]
    while waiting:
        path, relative = waiting.pop()
        try:
            with os.scandir(path) as scan:
                inside = list(scan)
        except OSError as error:
            entries.append((relative, Dropped(relative or ".", "fetch", f"cannot be opened: {error.strerror}")))
            continue
        for entry in inside:
            name = f"{relative}/{printable(entry.name)}".removeprefix("/")
            reason = _reason(entry, folder)
            if reason:
                entries.append((name, Dropped(name, "fetch", reason)))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, name))
            else:
                entries.append((name, Found(Path(entry.path), name)))
    return (entry for _, entry in sorted(entries, key=lambda pair: pair[0]))


def printable(name: str) -> str:
    r"""A file's name as Unicode; bytes that are none are written as ``\xff``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _reason(entry: os.DirEntry[str], folder: Path) -> str:
    """Why this entry is neither read nor entered, or nothing."""
    if entry.name.startswith("."):
        return "hidden; rename it or name it on the command line to read it"
    if entry.is_symlink():
        return _link_reason(entry.path, folder)
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError as error:
        return f"cannot be opened: {error.strerror}"
    return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else "neither a file nor a folder"


def _link_reason(path: str, folder: Path) -> str:
    try:
        Path(path).stat()
    except OSError as error:
        return f"a link that leads nowhere: {error.strerror}"
    if Path(path).resolve().is_relative_to(folder.resolve()):
        return "a link into the same folder; what it leads to is read where it lies"
    return "a link out of the folder is not followed; name what it leads to on the command line to read it"
