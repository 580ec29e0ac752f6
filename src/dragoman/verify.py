"""Holds a record against independent copies of its texts."""

from collections.abc import Iterator

from dragoman.errors import TextsMissing
from dragoman.model.record import Record
from dragoman.store.protocol import Texts


def verify_record(record: Record, texts: Texts) -> Iterator[str]:
    """What does not hold, one line each.

    Raises:
        TextsMissing: there is no copy of an article's text.
    """
    by_id = {}
    for row in record.articles:
        copy = texts.text(row.text_sha256)
        if copy is None:
            raise TextsMissing(
                f"no independent copy of {row.source} (SHA-256 {row.text_sha256[:12]}…); name its folder with --texts"
            )
        by_id[row.id] = copy
        if row.text != by_id[row.id]:
            yield f"{row.source}: the text is not the copy's text"
    for statement in record.statements:
        for start, end in statement.content:
            if not 0 <= start < end <= len(by_id[statement.article]):
                yield f"statement {statement.id}: {start}-{end} lies outside the article"
