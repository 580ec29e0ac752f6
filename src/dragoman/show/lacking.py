"""Which articles of the occasion do not have what others have, and what is known of each."""

from collections.abc import Iterator, Sequence

from dragoman.model.links import Lacking
from dragoman.show.cite import passage, shortened
from dragoman.show.index import Index, label
from dragoman.show.phrases import say
from dragoman.show.pieces import Link, Pieces, joined

LONGEST = 160
"""What is perhaps the same is cut after about so many characters."""


def lacking(ix: Index, rows: Sequence[Lacking]) -> tuple[Pieces, ...]:
    """A line for what is not in an article, one for each place that is perhaps the same, one for what was not read,
    and one for what cannot be held against the utterance; each article as a link.
    """
    return tuple(_lines(ix, {row.article: row for row in rows}))


def outlets_lacking(ix: Index, rows: Sequence[Lacking]) -> tuple[Pieces, ...]:
    """A line for each thing that is known of articles, without the words of what is perhaps the same."""
    near = [(_outlet(ix, article),) for article in ix.by_date(row.article for row in rows if row.near)]
    perhaps = [say("lacking.near_outlets", outlets=joined(near))] if near else []
    return (*_lines(ix, {row.article: row for row in rows if not row.near}), *perhaps)


def _lines(ix: Index, rows: dict[str, Lacking]) -> Iterator[Pieces]:
    ordered = [rows[article] for article in ix.by_date(rows)]
    for phrase, why in (("absent", ("absent",)), ("unread", ("unread",)), ("not_compared", ("undated", "earlier"))):
        outlets = [(_outlet(ix, row.article),) for row in ordered if row.why in why]
        if outlets:
            yield say(f"lacking.{phrase}", outlets=joined(outlets))
    for row in ordered:
        if row.near:
            words = shortened(ix, passage(ix, row.article, row.near.spans), LONGEST)
            yield say("lacking.near", words=(words,), outlet=(_outlet(ix, row.article),))


def _outlet(ix: Index, article: str) -> Link:
    return Link((label(ix.articles[article]),), f"a-{article}")
