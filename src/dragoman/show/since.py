"""What is new, changed and withdrawn, in lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.model.record import StatementRow
from dragoman.show.cite import dated
from dragoman.show.commitments import commitment_line
from dragoman.show.difference import Changed, Changes, Difference
from dragoman.show.index import Index, index, label
from dragoman.show.instruments import document_line
from dragoman.show.meetings import line
from dragoman.show.phrases import counted, say, word
from dragoman.show.pieces import Cited, Link, Piece, Pieces, joined
from dragoman.show.said import by_whom, row_of

MOST = 12
"""So many lines of each kind are printed; the others are counted."""
TARGETS = {
    "articles": "a",
    "meetings": "m",
    "instruments": "i",
    "commitments": "c",
    "utterances": "u",
    "statements": "s",
}


@dataclass(frozen=True, slots=True)
class SincePart:
    """The lines under one heading: ``new``, ``changed`` or ``withdrawn``."""

    name: str
    lines: tuple[Pieces, ...]


def since_parts(ix: Index, since: Difference) -> tuple[SincePart, ...]:
    """The parts that hold lines. What is withdrawn is printed with the words of the older record."""
    old = index(since.old)
    every: dict[str, Changes] = {kind: getattr(since, kind) for kind in TARGETS}
    parts = (
        SincePart("new", _lines([(kind, [_linked(ix, kind, i) for i in c.new], c.new) for kind, c in every.items()])),
        SincePart(
            "changed",
            _lines(
                [
                    (kind, [_changed(ix, kind, each) for each in c.changed], tuple(each.new for each in c.changed))
                    for kind, c in every.items()
                ]
            ),
        ),
        SincePart(
            "withdrawn",
            _lines([(kind, [_withdrawn(old, kind, i) for i in c.withdrawn], ()) for kind, c in every.items()]),
        ),
    )
    return tuple(part for part in parts if part.lines)


def _lines(kinds: Sequence[tuple[str, list[Pieces], tuple[str, ...]]]) -> tuple[Pieces, ...]:
    out: list[Pieces] = []
    for kind, lines, rows in kinds:
        out += lines[:MOST]
        if len(lines) > MOST:
            more = counted(kind, rows[MOST:]) if rows else (str(len(lines) - MOST),)
            out.append(say("since.more", rows=more))
    return tuple(out)


def _linked(ix: Index, kind: str, row: str) -> Pieces:
    """The line, its first words (the kind of row) leading to the row."""
    return (Link((word(f"since.{kind}"),), f"{TARGETS[kind]}-{row}"), ": ", *line_of(ix, kind, row))


def _changed(ix: Index, kind: str, changed: Changed) -> Pieces:
    fields = ", ".join(word(f"since.{field}") for field in changed.fields)
    return (*_linked(ix, kind, changed.new), *say("since.fields", fields=fields))


def _withdrawn(old: Index, kind: str, row: str) -> Pieces:
    return (word(f"since.{kind}"), ": ", *(standing_alone(old, piece) for piece in line_of(old, kind, row)))


def standing_alone(old: Index, piece: Piece) -> Piece:
    """An item of the older record names its text by its SHA-256, as its article may be gone."""
    if isinstance(piece, Cited) and piece.article in old.articles:
        return replace(piece, text_sha256=old.articles[piece.article].text_sha256)
    return piece


def line_of(ix: Index, kind: str, row: str) -> Pieces:
    """What a row of one of the record's lists says, in one line."""
    if kind == "articles":
        article = ix.articles[row]
        return joined([(label(article),), dated(ix, article.published)] + ([(article.title,)] if article.title else []))
    if kind == "meetings":
        meeting = next(each for each in ix.record.meetings if each.id == row)
        return line(ix, meeting)
    if kind == "instruments":
        return document_line(ix, next(each for each in ix.record.instruments if each.id == row))
    if kind == "commitments":
        return commitment_line(ix, next(each for each in ix.record.commitments if each.id == row))
    if kind == "utterances":
        utterance = next(each for each in ix.record.utterances if each.id == row)
        first = ix.statements[utterance.renderings[0].statement]
        return _said(ix, first, ", ".join(label(ix.articles[a]) for a in ix.by_date(ix.articles_of(utterance))))
    statement = ix.statements[row]
    return _said(ix, statement, label(ix.articles[statement.article]))


def _said(ix: Index, row: StatementRow, outlets: str) -> Pieces:
    shown = row_of(ix, row)
    phrase = "glance.statement_cue" if shown.cue else "glance.statement"
    return say(phrase, speaker=by_whom(ix, row), words=(*shown.cue, shown.item), outlet=outlets)
