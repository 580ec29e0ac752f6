"""The file of judgements: read whole, appended to by one line at a time."""

import os
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import JudgementsUnusable
from dragoman.model.article import Dropped
from dragoman.model.judgement import Judgement
from dragoman.model.judgement_lines import Judgements, dump_line, load_lines

try:
    import fcntl
except ImportError:  # Windows: there, what is appended in one go is not torn apart
    fcntl = None  # type: ignore[assignment]  # a module, or none


def load_judgements(path: Path, *, named: bool = False) -> Judgements:
    """What stands in the file; where there is none yet, nothing, unless the user ``named`` it.

    Raises:
        JudgementsUnusable: it cannot be read, or is named and not there.
    """
    try:
        return load_lines(path.read_bytes())
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not named:
            return Judgements()
        raise JudgementsUnusable(
            f"{path} cannot be read ({error.strerror}); name another file with --judgements"
        ) from error


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Adds a line, whole or not at all, and has it on the disk before it returns.

    Several processes may append at once. A last line that somebody left without its end is not written on.

    Raises:
        JudgementsUnusable: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            if fcntl is not None:
                fcntl.flock(handle, fcntl.LOCK_EX)
            _append(handle, dump_line(judgement))
        finally:
            os.close(handle)
    except OSError as error:
        raise JudgementsUnusable(
            f"{path} cannot be written ({error.strerror}); name another file with --judgements"
        ) from error


def _append(handle: int, line: bytes) -> None:
    size = os.lseek(handle, 0, os.SEEK_END)
    os.lseek(handle, max(0, size - 1), os.SEEK_SET)
    data = line if os.read(handle, 1) in (b"", b"\n") else b"\n" + line
    try:
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)  # half a line, on a full disk, would be damage
        raise


def left_out(path: Path, judgements: Judgements) -> list[Dropped]:
    """The lines that are no judgements, as what a run drops."""
    return [
        Dropped(f"{path.name}, line {trouble.line}", "judgement", trouble.reason) for trouble in judgements.troubles
    ]


def now() -> str:
    """The time at which a judgement is made: seconds, in UTC, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
