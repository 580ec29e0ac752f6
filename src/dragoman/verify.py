"""Holds a record against independent copies of its texts."""

from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import TextsMissing
from dragoman.model.ids import sha256
from dragoman.model.record import Record


def copies(folder: Path) -> dict[str, str]:
    """Texts found in a folder, by the SHA-256 of their UTF-8 bytes without byte-order mark."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
            found[sha256(data)] = data.decode("utf-8", "replace")
    return found


def verify_record(record: Record, texts: dict[str, str]) -> Iterator[str]:
    """What does not hold, one line each.

    Raises:
        TextsMissing: there is no copy of an article's text.
    """
    by_id = {}
    for row in record.articles:
        if row.text_sha256 not in texts:
            raise TextsMissing(
                f"no independent copy of {row.source} (SHA-256 {row.text_sha256[:12]}…); name its folder with --texts"
            )
        by_id[row.id] = texts[row.text_sha256]
        if row.text != by_id[row.id]:
            yield f"{row.source}: the text is not the copy's text"
    for statement in record.statements:
        for start, end in statement.content:
            if not 0 <= start < end <= len(by_id[statement.article]):
                yield f"statement {statement.id}: {start}-{end} lies outside the article"
