"""Positions in the terminal: by issue and actor, newest first; persons under states only where that is asked for."""

from collections.abc import Iterator

from rich.text import Text

from dragoman.model.record import Record
from dragoman.show.index import Index, index
from dragoman.show.phrases import word
from dragoman.show.pieces import joined, plain
from dragoman.show.positions import Issue, groups, heading, issues, outlet
from dragoman.show.terminal import Line, only, text_of


def show_positions(
    record: Record, *, actor: str | None = None, issue: str | None = None, together: bool = False
) -> Text:
    """The table of positions, or what it holds on one actor (a name or an id), one issue, or both. ``together`` lists
    persons under the state whose office the article gives them.

    Raises:
        NotInRecord: there is no such actor or issue with a position, or there are several.
    """
    ix = index(record)
    found = issues(ix)
    if issue is not None:
        wanted = only("issue", issue, [(each.id, (each.id, plain(each.name), *_forms(ix, each))) for each in found])
        found = tuple(each for each in found if each.id == wanted)
    who = None
    if actor is not None:
        actors = dict.fromkeys(position.actor for each in found for position in each.positions)
        who = only("actor", actor, [(i, (i, ix.actors[i].name, *ix.actors[i].names)) for i in actors])
    lines = [line for each in found for line in _issue(ix, each, who, together=together)]
    return text_of(lines or [("", (word("positions.none"),))])


def _forms(ix: Index, issue: Issue) -> tuple[str, ...]:
    row = next(row for row in ix.record.issues if row.id == issue.id)
    return tuple(term.words for term in row.terms)


def _issue(ix: Index, issue: Issue, actor: str | None, *, together: bool) -> Iterator[Line]:
    blocks = groups(ix, issue.positions, actor, together=together)
    if not blocks:
        return
    yield "bold", issue.name
    yield "dim", heading(issue)
    for name, spoken in blocks:
        yield "bold", ("  ", *name)
        for held, cell in spoken:
            yield "", ("    ", *cell.cue, cell.item)
            parts = [held, cell.day, outlet(ix, cell), (cell.manner,), cell.others]
            yield "dim", ("      ", *joined([part for part in parts if part]))
    yield "", ()
