"""Figures: as of when each holds, and how it stands to others of the same thing."""

from collections.abc import Iterator

from rich.text import Text

from dragoman.model.record import FigureRow, Record
from dragoman.model.visible import visible
from dragoman.show.cite import dated, names, number
from dragoman.show.index import Index, index, label
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Pieces, joined, plain

MOST = 4
"""So many figures of the same thing are printed beside one."""


def figure_notes(ix: Index, row: FigureRow) -> Pieces:
    """As of when it holds, and the other figures of the same thing with what tells them apart."""
    return joined(list(_notes(ix, row)), "; ")


def _notes(ix: Index, row: FigureRow) -> Iterator[Pieces]:
    if row.as_of.edtf:
        yield say("figures.as_of", day=dated(ix, row.as_of))
    for beside in row.beside[:MOST]:
        other = ix.figures[beside.figure]
        outlet = label(ix.articles[other.article])
        words = (number(ix, other.article, other.spans),)
        yield say(f"figures.{beside.relation}", number=words, outlet=outlet)


def show_figures(record: Record) -> Text:
    """The figures of a record for a terminal, by article."""
    ix, out = index(record), Text()
    for article in record.articles:
        rows = ix.figures_of.get(article.id, [])
        if rows:
            out.append(visible(label(article)), style="bold").append("\n")
        for row in rows:
            parts: list[Pieces] = [(number(ix, row.article, row.spans),)]
            parts += [say("figures.of", what=row.of)] if row.of else []
            parts += [(word(f"figures.{row.precision.replace(' ', '_')}"),)] if row.precision != "exact" else []
            parts += [(part,) for part in (row.period, row.scope) if part]
            parts += [say("figures.given", who=names(ix, row.giver, row.article))] if row.giver else []
            out.append(f"  {visible(' '.join(plain(joined(parts)).split()))}\n")
            if notes := figure_notes(ix, row):
                out.append(f"    {visible(' '.join(plain(notes).split()))}\n", style="dim")
    return out if record.figures else out.append(word("figures.none")).append("\n")
