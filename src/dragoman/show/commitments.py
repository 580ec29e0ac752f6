"""What was undertaken: by actor, how it stands through its reports, on whose word, by when and on which condition."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.text import Text

from dragoman.model.ledger_rows import CommitmentReportRow, CommitmentRow
from dragoman.model.record import Record
from dragoman.model.visible import visible
from dragoman.show.cite import dated, names, passage
from dragoman.show.index import Index, index, label
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Pieces, plain


@dataclass(frozen=True, slots=True)
class Commitment:
    """One undertaking: a line a report, and notes on whom it is given to, its date and its condition."""

    id: str
    reports: tuple[Pieces, ...]
    notes: tuple[Pieces, ...]


@dataclass(frozen=True, slots=True)
class Undertaker:
    """Who undertakes, alone or with others, and what, in the order of its days."""

    name: Pieces
    rows: tuple[Commitment, ...]


def undertakers(ix: Index) -> tuple[Undertaker, ...]:
    """All undertakings by who gives them, those who give most first."""
    ordered = sorted(ix.record.commitments, key=lambda row: row.actors)
    groups = [(actors, tuple(rows)) for actors, rows in groupby(ordered, key=lambda row: row.actors)]
    groups.sort(key=lambda group: (-len(group[1]), group[0]))
    return tuple(
        Undertaker(names(ix, actors, rows[0].reports[0].article), tuple(_commitment(ix, row) for row in _dated(rows)))
        for actors, rows in groups
    )


def _dated(rows: tuple[CommitmentRow, ...]) -> list[CommitmentRow]:
    return sorted(rows, key=lambda row: (row.when.edtf == "", str(row.when.latest or row.when.earliest), row.id))


def _commitment(ix: Index, row: CommitmentRow) -> Commitment:
    return Commitment(row.id, tuple(_line(ix, report) for report in row.reports), tuple(_notes(ix, row)))


def _line(ix: Index, report: CommitmentReportRow) -> Pieces:
    """How it stands, on whose word, and the passage with its outlet and day."""
    article = ix.articles[report.article]
    status: Pieces = (standing(report.status),)
    if report.according_to:
        status = say("commitments.according", status=status, who=names(ix, report.according_to, report.article))
    day = dated(ix, report.when if report.when.words else article.published)
    words = (passage(ix, report.article, report.spans),)
    return say("commitments.line", status=status, words=words, outlet=label(article), day=day)


def commitment_line(ix: Index, row: CommitmentRow) -> Pieces:
    """Who undertakes, and what the newest report says of it."""
    newest = row.reports[-1]
    return say("commitments.told", who=names(ix, row.actors, newest.article), line=_line(ix, newest))


def standing(status: str) -> str:
    """A status in words."""
    return word(f"commitments.{status.replace(' ', '_')}")


def _notes(ix: Index, row: CommitmentRow) -> Iterator[Pieces]:
    if row.towards:
        yield say("commitments.towards", who=names(ix, row.towards, row.reports[0].article))
    if row.by_when.latest is not None:
        yield say("commitments.by_when", day=dated(ix, row.by_when))
    if row.condition is not None:
        yield say("commitments.condition", words=(passage(ix, row.condition.article, row.condition.spans),))
    if row.overdue:
        yield (word("commitments.overdue"),)


def show_commitments(record: Record) -> Text:
    """The undertakings of a record for a terminal."""
    out = Text()
    for who in undertakers(index(record)):
        out.append(visible(plain(who.name)), style="bold").append("\n")
        for row in who.rows:
            for line in row.reports:
                out.append(f"  {visible(' '.join(plain(line).split()))}\n")
            for note in row.notes:
                out.append(f"    {visible(' '.join(plain(note).split()))}\n", style="dim")
    return out if record.commitments else out.append(word("commitments.none")).append("\n")
