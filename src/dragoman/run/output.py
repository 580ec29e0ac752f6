"""Files written whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from dragoman.errors import OutputUnwritable


def writable(folder: Path) -> None:
    """Makes the folder where it is missing.

    Raises:
        OutputUnwritable: it cannot be made or written into.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputUnwritable(
            f"{folder} cannot be made a folder ({error.strerror}); name another with --out"
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputUnwritable(f"{folder} is not yours to write into; name another folder with --out")


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files beside their names, and gives them their names once all are written.

    Raises:
        OutputUnwritable: a file cannot be written; what stood there before still does.
    """
    beside: dict[Path, Path] = {}
    try:
        for name, data in files.items():
            beside[folder / name] = _written(folder, name, data)
        for path, made in beside.items():
            made.replace(path)
    except OSError as error:
        raise OutputUnwritable(f"{folder} cannot be written ({error.strerror}); name another with --out") from error
    finally:
        for made in beside.values():
            made.unlink(missing_ok=True)


def _written(folder: Path, name: str, data: bytes) -> Path:
    handle, made = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(made).chmod(0o666 & ~_umask())
    except BaseException:
        with suppress(OSError):
            Path(made).unlink()
        raise
    return Path(made)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
