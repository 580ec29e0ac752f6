"""Who says so: claims by article, with each article's stance, its words and their day, and no verdict."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.claims import ClaimCell, ClaimRow, ConflictRow, ConflictSide
from dragoman.model.record import MeetingRow, StoryRow
from dragoman.model.spans import Spans
from dragoman.show.cite import content, dated, names, number, passage, rendered, shortened
from dragoman.show.excerpt import sentence_around
from dragoman.show.index import Index, label
from dragoman.show.meetings import anchor, line
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Cited, Link, Pieces, joined
from dragoman.show.said import by_whom, row_of

OF_NUMBERS = ("value", "superseded by a later report")
"""Conflicts whose words may be bare numbers, which say nothing without their sentences."""
LONGEST, LONGEST_CELL = 160, 110
"""What is claimed, and the words in a cell, are cut after about so many characters."""
RANKS = ("contested", "said by both parties", "said by a party outside", "several origins")


@dataclass(frozen=True, slots=True)
class Entry:
    """What an article does with a claim; the words lead to where they stand. ``day`` is theirs, where they tell one."""

    stance: Pieces
    words: Pieces
    day: Pieces = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One row: what is claimed, its status in words, and for each column the entries; none where nothing is known."""

    id: str
    about: Pieces
    status: str
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The claims of one story that need a table, and the ids of the articles that are its columns."""

    story: str
    title: Pieces
    articles: tuple[str, ...]
    claims: tuple[Claim, ...]


def claims(ix: Index) -> tuple[Table, ...]:
    """The tables, those with most conflicts first: claims that are contested, that several origins or parties have, or
    that one outlet asserts and another gives as somebody's words.
    """
    found: defaultdict[str, list[ClaimRow]] = defaultdict(list)
    for row in ix.record.claims:
        if row.places and _worth(row) and (story := ix.story_of.get(row.places[0].article)):
            found[story.id].append(row)
    stories = {row.id: row for row in ix.record.stories}
    conflicts: defaultdict[str, list[ConflictRow]] = defaultdict(list)
    for conflict in ix.record.conflicts:
        conflicts[conflict.claim].append(conflict)
    order = sorted(found, key=lambda each: (-_contested(found[each]), -len(found[each]), stories[each].when.edtf, each))
    return tuple(_table(ix, stories[each], found[each], conflicts) for each in order)


def _worth(row: ClaimRow) -> bool:
    having = [cell for cell in row.cells if cell.stance != "absent"]
    several = len(having) > 1 or row.status == "said by both parties"
    return bool(row.conflicts) or row.about is None or (several and row.status in RANKS)


def _contested(rows: Sequence[ClaimRow]) -> int:
    return sum(row.status == "contested" for row in rows)


def _table(
    ix: Index, story: StoryRow, rows: Sequence[ClaimRow], conflicts: Mapping[str, Sequence[ConflictRow]]
) -> Table:
    ranked = sorted(rows, key=lambda row: (not row.conflicts, _rank(row), -len(row.cells), row.id))
    articles = tuple(ix.by_date(cell.article for row in ranked for cell in row.cells))
    made = tuple(_claim(ix, row, articles, conflicts.get(row.id, ())) for row in ranked)
    return Table(story.id, (story.title,), articles, made)


def _rank(row: ClaimRow) -> int:
    return RANKS.index(row.status) if row.status in RANKS else len(RANKS)


def _claim(ix: Index, row: ClaimRow, articles: Sequence[str], conflicts: Sequence[ConflictRow]) -> Claim:
    cells = {cell.article: cell for cell in row.cells}
    entries = [_entries(ix, row, cells[each], conflicts) if each in cells else () for each in articles]
    return Claim(row.id, about(ix, row), status_words(row), tuple(entries))


def status_words(row: ClaimRow) -> str:
    """The claim's status, and of what kind its conflicts are."""
    kinds = [word(f"claims.{kind.replace(' ', '_')}") for kind in row.conflicts]
    known = word(f"claims.status_{(row.status or 'single origin').replace(' ', '_')}")
    return "; ".join([known, *kinds])


def about(ix: Index, row: ClaimRow) -> Pieces:
    """What is claimed, in the words of the first article that has it."""
    place = row.places[0]
    if row.about and row.about.list == "meetings":
        return line(ix, _meeting(ix, row))
    if row.about and row.about.list == "figures":
        return (shortened(ix, sentence_around(ix, place.article, place.spans), LONGEST),)
    statement = next((cell.statement for cell in row.cells if cell.statement and cell.stance == "attributes"), None)
    if row.about and statement:
        said = ix.statements[statement]
        item, cue = shortened(ix, content(ix, said), LONGEST), row_of(ix, said).cue
        return say("claims.said_cue" if cue else "claims.said", who=by_whom(ix, said), words=(*cue, item))
    return (shortened(ix, passage(ix, place.article, place.spans), LONGEST),)


def _meeting(ix: Index, row: ClaimRow) -> MeetingRow:
    return next(meeting for meeting in ix.record.meetings if row.about and meeting.id == row.about.id)


def _entries(ix: Index, row: ClaimRow, cell: ClaimCell, conflicts: Sequence[ConflictRow]) -> tuple[Entry, ...]:
    """The cell, and where the same article has the denial too, that beside it."""
    first = _entry(ix, row, cell)
    denied = [
        side
        for conflict in conflicts
        if conflict.kind == "polarity" and row.about and row.about.list == "disputes" and cell.stance != "denies"
        for side in conflict.sides
        if side.article == cell.article and side.spans != cell.spans
    ]
    return (first, *(_denial(ix, side) for side in denied[:1]))


def _entry(ix: Index, row: ClaimRow, cell: ClaimCell) -> Entry:
    if cell.stance == "absent":
        return Entry((word("claims.absent"),), ())
    statement = ix.statements.get(cell.statement or "")
    who = by_whom(ix, statement) if statement else _according(ix, row, cell)
    key = "other_value" if cell.stance == "other value" else cell.stance
    stance: Pieces = say(f"claims.{key}_by", who=who) if who else (word(f"claims.{key}"),)
    if row.about and row.about.list == "meetings" and cell.value:
        stance = say("claims.with_status", stance=stance, status=word(f"meeting.{cell.value}"))
    cue = row_of(ix, statement).cue if statement else ()
    item = _item(ix, row, cell)
    words = (*cue, Link((item,), _target(ix, row, cell))) if item else ()
    return Entry(stance, words, dated(ix, cell.when) if cell.when != ix.articles[cell.article].published else ())


def _according(ix: Index, row: ClaimRow, cell: ClaimCell) -> Pieces:
    """On whose word a meeting or a number stands in the article."""
    if row.about and row.about.list == "meetings":
        there = [r for r in _meeting(ix, row).reports if (r.article, r.spans) == (cell.article, cell.spans)]
        return names(ix, there[0].according_to, cell.article) if there else ()
    if row.about and row.about.list == "figures":
        given = [f for f in ix.figures_of.get(cell.article, []) if f.spans == cell.spans]
        return names(ix, given[0].giver, cell.article) if given else ()
    return ()


def _denial(ix: Index, side: ConflictSide) -> Entry:
    """What denies it in the same article."""
    found = [row for row in ix.of_article.get(side.article, []) if row.content == side.spans]
    if not found:
        return Entry((word("claims.denies"),), (passage(ix, side.article, side.spans),))
    item = shortened(ix, content(ix, found[0]), LONGEST_CELL)
    target = f"w-{found[0].id}" if found[0].shown else f"a-{side.article}"
    cue = row_of(ix, found[0]).cue
    when = dated(ix, found[0].said_on) if found[0].said_on.edtf else ()
    return Entry(say("claims.denies_by", who=by_whom(ix, found[0])), (*cue, Link((item,), target)), when)


def _item(ix: Index, row: ClaimRow, cell: ClaimCell) -> Cited | None:
    if not cell.spans:
        return None
    if row.about and row.about.list == "figures":
        found = number(ix, cell.article, cell.spans)
        return found if isinstance(found, Cited) else None
    statement = ix.statements.get(cell.statement or "")
    held = rendered(ix, statement, cell.spans) if statement else passage(ix, cell.article, cell.spans)
    return shortened(ix, held, LONGEST_CELL)


def _target(ix: Index, row: ClaimRow, cell: ClaimCell) -> str:
    """The element that marks the words in the article."""
    if cell.statement and ix.statements[cell.statement].shown:
        return f"w-{cell.statement}"
    if row.about and row.about.list == "meetings":
        meeting = _meeting(ix, row)
        found = [n for n, r in enumerate(meeting.reports) if (r.article, r.spans) == (cell.article, cell.spans)]
        return anchor(meeting, found[0]) if found else f"a-{cell.article}"
    if row.about and row.about.list == "figures":
        figures = [f.id for f in ix.figures_of.get(cell.article, []) if f.spans == cell.spans]
        return f"n-{figures[0]}" if figures else f"a-{cell.article}"
    return printed_at(row, cell.article)


def printed_at(row: ClaimRow, article: str) -> str:
    """The id of the element that marks a passage of a claim in an article."""
    return f"c-{row.id}-{article}"


def passages(ix: Index) -> Iterator[tuple[str, str, str, Spans]]:
    """The passages of claims that nothing else marks: article, anchor, the claim's id, and where it stands."""
    for row in ix.record.claims:
        marked = row.about is not None and row.about.list in ("meetings", "figures")
        for cell in row.cells if not marked else ():
            statement = ix.statements.get(cell.statement or "")
            if cell.spans and not (statement and statement.shown):
                yield cell.article, printed_at(row, cell.article), row.id, cell.spans


def entry_line(ix: Index, article: str, entry: Entry) -> Pieces:
    """What an article does with a claim, on one line: outlet, day, stance and words."""
    row = ix.articles[article]
    stance = joined([part for part in (entry.stance, entry.words) if part], ": ")
    day = say("said.dated", day=entry.day) if entry.day else ()
    source: Pieces = (label(row), ", ", *dated(ix, row.published))
    return (*source, " · ", *joined([part for part in (stance, day) if part]))


def conflict_line(ix: Index, row: ConflictRow) -> Pieces:
    """A conflict on one line: its kind, and both sides with outlet and day."""
    shown = sentence_around if row.kind in OF_NUMBERS else passage
    sides = [
        say(
            "claims.side",
            words=(shortened(ix, shown(ix, side.article, side.spans), LONGEST_CELL),),
            outlet=label(ix.articles[side.article]),
            day=dated(ix, side.when),
        )
        for side in row.sides
    ]
    return say("claims.conflict", kind=word(f"claims.{row.kind.replace(' ', '_')}"), sides=joined(sides, "; "))
