"""Files and folders: bytes in, pages out, in sorted order."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import InputNotFound
from dragoman.model.article import Dropped, Media, Page
from dragoman.model.ids import sha256

MEDIA: dict[str, Media] = {".txt": "text", ".md": "markdown"}


def fetch(paths: Iterable[Path]) -> Iterator[Page | Dropped]:
    """One page a file, or the reason why a file is none.

    Raises:
        InputNotFound: a path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise InputNotFound(
                f"{path}: no such file or folder; name a folder of articles, a file, or - for standard input"
            )
        base = path if path.is_dir() else path.parent
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            source = file.relative_to(base).as_posix()
            media = MEDIA.get(file.suffix.lower())
            if media is None:
                yield Dropped(source, "fetch", f"files ending in {file.suffix or 'nothing'} are not read")
                continue
            data = file.read_bytes()
            yield Page(source, data, media, sha256(data))
