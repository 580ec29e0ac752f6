"""What each actor said on each issue through time: passages of the actor's own statements, newest first.

What differs from the passage before is marked as wording. Nothing here says that a position changed, or did not.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.model.record import IssueRow, PositionCell, PositionRow
from dragoman.model.spans import Spans
from dragoman.show.cite import dated, name, passage, rendered, shortened
from dragoman.show.index import Index, label
from dragoman.show.phrases import counted, say
from dragoman.show.pieces import Cited, Link, Pieces
from dragoman.show.said import cue, manner
from dragoman.show.wording import Token, contrast, differing, tokens

MOST_ISSUES = 12
"""So many issues stand in a brief; those that a reader's profile names all do."""
LONGEST = 320
"""A longer passage is cut; all of it stands in its article."""
LIKE = 0.5
"""Two passages are held beside each other where they share this part of their words."""
MOST_FORMS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One passage: the day it was said, or on which it was reported; its words; how they are given and where.

    ``office`` is the speaker's office as the article prints it, ``state`` (an actor id) whose office it is.
    """

    statement: str
    article: str
    day: Pieces
    cue: Pieces
    item: Cited
    manner: str
    others: Pieces
    office: Pieces
    state: str | None


@dataclass(frozen=True, slots=True)
class Position:
    """What one actor said on one issue."""

    id: str
    actor: str
    name: Pieces
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue with the positions on it, those of most passages first; ``forms`` are the other words for it."""

    id: str
    name: Pieces
    counts: Pieces
    forms: str
    positions: tuple[Position, ...]


def issues(ix: Index, most: int | None = None) -> tuple[Issue, ...]:
    """The issues on which anybody has a position, in the record's order; at most so many, but all that people name."""
    of: defaultdict[str, list[PositionRow]] = defaultdict(list)
    for row in ix.record.positions:
        of[row.issue].append(row)
    found = [row for row in ix.record.issues if row.id in of]
    named = [row for row in found if row.by == "person"]
    others = [row for row in found if row.by != "person"]
    return tuple(_issue(ix, row, of[row.id]) for row in [*named, *others[: most and max(most - len(named), 0)]])


def _issue(ix: Index, row: IssueRow, positions: Sequence[PositionRow]) -> Issue:
    ordered = sorted(positions, key=lambda each: (-len(each.cells), ix.actors[each.actor].name, each.id))
    said = tuple(cell.statement for each in ordered for cell in each.cells)
    counts = say(
        "positions.counts",
        rows=counted("statements", said),
        actors=counted("speakers", tuple(each.actor for each in ordered)),
    )
    forms = dict.fromkeys(term.words for term in row.terms if term.words != row.name.lower())
    also = ", ".join([*forms][:MOST_FORMS])
    return Issue(row.id, _named(ix, row), counts, also, tuple(_position(ix, each) for each in ordered))


def _named(ix: Index, row: IssueRow) -> Pieces:
    """The issue's name where an article prints it so, else as the reader or the record has it."""
    for place in row.mentions:
        if ix.words(place.article, place.spans) == row.name:
            return (Cited("name", row.name, place.article, place.spans),)
    return (row.name,)


def _position(ix: Index, row: PositionRow) -> Position:
    olders: list[PositionCell | None] = [*row.cells[1:], None]
    cells = tuple(_cell(ix, cell, older) for cell, older in zip(row.cells, olders, strict=True))
    return Position(row.id, row.actor, name(ix, row.actor), cells)


def _cell(ix: Index, cell: PositionCell, older: PositionCell | None) -> Cell:
    row = ix.statements[cell.statement]
    item = shortened(ix, rendered(ix, row, cell.spans), LONGEST)
    if older:
        item = replace(item, differing=_apart(ix, item, older))
    own_day = bool(row.said_on.earliest or row.said_on.latest)
    day = dated(ix, cell.when)
    others = tuple(each.statement for each in cell.versions)
    return Cell(
        statement=row.id,
        article=row.article,
        day=day if own_day or not cell.when.edtf else say("positions.reported", day=day),
        cue=cue(ix, row, item),
        item=item,
        manner=manner(ix, item),
        others=(Link(say("positions.others", rows=counted("versions", others)), f"w-{others[0]}"),) if others else (),
        office=(passage(ix, cell.office.article, cell.office.spans),) if cell.office else (),
        state=cell.state,
    )


def _apart(ix: Index, item: Cited, older: PositionCell) -> Spans:
    """The places of the words that the passage before has not, where both are alike enough to be held beside it."""
    before = ix.statements[older.statement]
    pair = [tokens(ix.articles[item.article].text, item.spans), tokens(ix.articles[before.article].text, older.spans)]
    if not _alike(*pair) or contrast(*pair) is None:
        return ()
    return differing(pair)[0]


def _alike(left: Sequence[Token], right: Sequence[Token]) -> bool:
    forms = {token.form for token in left} & {token.form for token in right}
    shared = sum(token.form in forms for token in (*left, *right))
    return shared >= LIKE * max(1, len(left) + len(right))


def outlet(ix: Index, cell: Cell) -> Pieces:
    """In which outlet a passage stands."""
    return (label(ix.articles[cell.article]),)


def groups(
    ix: Index, positions: Iterable[Position], actor: str | None = None, *, together: bool = False
) -> list[tuple[Pieces, list[tuple[Pieces, Cell]]]]:
    """Whose passages, with the passages; those of ``actor`` alone where one is named.

    With ``together`` the words of a person whose article gives them an office of a state stand under that state, each
    with who spoke and as what.
    """
    found: defaultdict[str, list[tuple[Pieces, Cell]]] = defaultdict(list)
    for position in positions:
        for cell in position.cells:
            under = (cell.state if together else None) or position.actor
            if actor in (None, under, position.actor):
                found[under].append((_held(position, cell) if under != position.actor else (), cell))
    order = sorted(found, key=lambda key: (-len(found[key]), ix.actors[key].name, key)) if together else [*found]
    return [(name(ix, key), found[key]) for key in order]


def _held(position: Position, cell: Cell) -> Pieces:
    return say("positions.holding", who=position.name, office=cell.office)


def heading(issue: Issue) -> Pieces:
    """The issue's other words, in brackets behind its counts."""
    return (*issue.counts, *(say("positions.forms", forms=issue.forms) if issue.forms else ()))
