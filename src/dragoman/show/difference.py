"""What is new, changed and withdrawn between two records, keyed by content: ids that moved are no change."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from dragoman.model.instrument_rows import InstrumentRow
from dragoman.model.ledger_rows import CommitmentRow
from dragoman.model.record import ArticleRow, MeetingRow, Record, StatementRow, UtteranceRow
from dragoman.model.spans import Spans, words
from dragoman.model.when import When


class Changed(NamedTuple):
    """The ids of a row in the older and the newer record, and the names of what changed."""

    old: str
    new: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of new rows (in the newer record), changed ones, and withdrawn ones (in the older record)."""

    new: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened to each kind of row since the older record, which is kept for the words of what is withdrawn."""

    old: Record
    articles: Changes
    meetings: Changes
    commitments: Changes
    utterances: Changes
    statements: Changes
    instruments: Changes = Changes()

    @property
    def nothing(self) -> bool:
        """Whether nothing is new, changed or withdrawn."""
        every = (
            self.articles,
            self.meetings,
            self.commitments,
            self.utterances,
            self.statements,
            self.instruments,
        )
        return not any(each.new or each.changed or each.withdrawn for each in every)


Pair = tuple[str, str]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Identified)


def difference(old: Record, new: Record) -> Difference:
    """What is new, changed and withdrawn in ``new``.

    An article is the same where its text is, and changed where its source has another text. A statement is the same
    where an article's version has the same words and cue; a meeting where they share a reported passage, or
    participants, kind and day; a document where they share words that name it; an undertaking where they share a
    reported passage; versions where they share a statement.
    """
    articles = _paired_articles(old, new)
    line = dict(articles)
    before, after = _Side(old, line), _Side(new, {})
    statements = _paired(before.statements(), after.statements())
    meetings = _paired_by_most(before.meetings(), after.meetings())
    documents = _paired_by_most(before.instruments(), after.instruments())
    commitments = _paired_by_most(before.commitments(), after.commitments())
    rows = dict(statements)
    utterances = _paired_by_most(
        {u.id: {rows.get(r.statement, r.statement) for r in u.renderings} for u in old.utterances},
        {u.id: {r.statement for r in u.renderings} for u in new.utterances},
    )
    return Difference(
        old,
        _changes(old.articles, new.articles, articles, _article_fields),
        _changes(old.meetings, new.meetings, meetings, lambda a, b: _meeting_fields(a, b, before, after)),
        _changes(old.commitments, new.commitments, commitments, lambda a, b: _commitment_fields(a, b, before, after)),
        _changes(old.utterances, new.utterances, utterances, lambda a, b: _utterance_fields(a, b, rows)),
        _changes(before.shown, after.shown, statements, lambda a, b: _statement_fields(a, b, before, after)),
        _changes(old.instruments, new.instruments, documents, lambda a, b: _instrument_fields(a, b, before, after)),
    )


class _Side:
    """One record, its articles named as in the newer record where they are there."""

    def __init__(self, record: Record, line: Mapping[str, str]) -> None:
        self.record = record
        self.line = line
        self.texts = {row.id: row.text for row in record.articles}
        self.known = {row.id: {name.casefold() for name in (row.name, *row.names)} for row in record.actors}
        self.shown = tuple(row for row in record.statements if row.shown)

    def passage(self, article: str, spans: Spans) -> tuple[str, str]:
        """The article and the words, white space evened out."""
        return self.line.get(article, article), " ".join(words(self.texts[article], spans).split())

    def statements(self) -> dict[str, Hashable]:
        return {
            row.id: (*self.passage(row.article, row.content), *self.passage(row.article, row.cue)) for row in self.shown
        }

    def meetings(self) -> dict[str, set[Hashable]]:
        return {
            row.id: {
                *(self.passage(report.article, report.spans) for report in row.reports),
                *([(row.kind, self.people(row.participants), row.date.earliest)] if row.date.earliest else []),
            }
            for row in self.record.meetings
        }

    def instruments(self) -> dict[str, set[Hashable]]:
        """The words that name each document, article by article."""
        return {
            row.id: {self.passage(place.article, place.spans) for place in row.mentions}
            for row in self.record.instruments
        }

    def commitments(self) -> dict[str, set[Hashable]]:
        return {row.id: {self.passage(r.article, r.spans) for r in row.reports} for row in self.record.commitments}

    def people(self, actors: Iterable[str]) -> frozenset[str]:
        return frozenset(min(self.known[actor]) for actor in actors)

    def names(self, actors: Iterable[str]) -> list[set[str]]:
        return [self.known[actor] for actor in actors]


def _paired_articles(old: Record, new: Record) -> list[Pair]:
    same = _paired({a.id: a.text_sha256 for a in old.articles}, {a.id: a.text_sha256 for a in new.articles})
    done_old, done_new = {a for a, _ in same}, {b for _, b in same}
    moved = _paired(
        {a.id: a.url or a.source for a in old.articles if a.id not in done_old},
        {a.id: a.url or a.source for a in new.articles if a.id not in done_new},
    )
    return [*same, *moved]


def _paired(old: Mapping[str, Hashable], new: Mapping[str, Hashable]) -> list[Pair]:
    """Rows with the same key, in the order in which they stand."""
    waiting: dict[Hashable, list[str]] = defaultdict(list)
    for each, key in old.items():
        waiting[key].append(each)
    return [(waiting[key].pop(0), each) for each, key in new.items() if waiting[key]]


def _paired_by_most(old: Mapping[str, AbstractSet[Hashable]], new: Mapping[str, AbstractSet[Hashable]]) -> list[Pair]:
    """Each new row with the old one that shares most with it."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for each, keys in old.items():
        for key in keys:
            holders[key].append(each)
    shared = [
        (len(keys & old[each]), each, number, row)
        for number, (row, keys) in enumerate(new.items())
        for each in sorted({holder for key in keys for holder in holders.get(key, ())})
    ]
    pairs: list[Pair] = []
    taken: set[str] = set()
    for _, before, _, after in sorted(shared, key=lambda each: (-each[0], each[2], each[1])):
        if f"old {before}" not in taken and f"new {after}" not in taken:
            taken |= {f"old {before}", f"new {after}"}
            pairs.append((before, after))
    return pairs


def _changes(
    old: Sequence[_Row], new: Sequence[_Row], pairs: Sequence[Pair], fields: Callable[[_Row, _Row], list[str]]
) -> Changes:
    by_old, by_new = {row.id: row for row in old}, {row.id: row for row in new}
    before = {b: a for a, b in pairs if a in by_old and b in by_new}
    changed = []
    for row in new:
        what = tuple(fields(by_old[before[row.id]], row)) if row.id in before else ()
        changed += [Changed(before[row.id], row.id, what)] if what else []
    gone = {row.id for row in old} - set(before.values())
    return Changes(
        tuple(row.id for row in new if row.id not in before), tuple(changed), tuple(r.id for r in old if r.id in gone)
    )


def _article_fields(old: ArticleRow, new: ArticleRow) -> list[str]:
    return [
        name
        for name, differs in (
            ("text", old.text_sha256 != new.text_sha256),
            ("outlet", old.outlet != new.outlet),
            ("date", _days(old.published) != _days(new.published)),
        )
        if differs
    ]


def _meeting_fields(old: MeetingRow, new: MeetingRow, before: _Side, after: _Side) -> list[str]:
    return [
        name
        for name, differs in (
            ("status", old.status != new.status),
            ("date", _days(old.date) != _days(new.date)),
            ("place", (old.place or "").casefold() != (new.place or "").casefold()),
            ("participants", not _same_people(before.names(old.participants), after.names(new.participants))),
            ("reports", len(old.reports) != len(new.reports)),
        )
        if differs
    ]


def _instrument_fields(old: InstrumentRow, new: InstrumentRow, before: _Side, after: _Side) -> list[str]:
    named = {before.line.get(place.article, place.article) for place in old.mentions}
    return [
        name
        for name, differs in (
            ("standing", old.standing != new.standing),
            ("date", _days(old.date) != _days(new.date)),
            ("parties", not _same_people(before.names(old.parties), after.names(new.parties))),
            ("named", named != {place.article for place in new.mentions}),
        )
        if differs
    ]


def _commitment_fields(old: CommitmentRow, new: CommitmentRow, before: _Side, after: _Side) -> list[str]:
    return [
        name
        for name, differs in (
            ("status", old.status != new.status),
            ("by_when", _days(old.by_when) != _days(new.by_when)),
            ("overdue", old.overdue != new.overdue),
            ("actors", not _same_people(before.names(old.actors), after.names(new.actors))),
            ("reports", len(old.reports) != len(new.reports)),
        )
        if differs
    ]


def _utterance_fields(old: UtteranceRow, new: UtteranceRow, rows: Mapping[str, str]) -> list[str]:
    before = {rows.get(r.statement) for r in old.renderings}
    return [] if before == {r.statement for r in new.renderings} else ["versions"]


def _statement_fields(old: StatementRow, new: StatementRow, before: _Side, after: _Side) -> list[str]:
    same = _same_people(before.names(old.speakers), after.names(new.speakers))
    return [*([] if same else ["speaker"]), *(["mode"] if old.mode != new.mode else [])]


def _same_people(old: Sequence[set[str]], new: Sequence[set[str]]) -> bool:
    """Whether each on one side shares a name with one on the other: a fuller name alone is no change."""
    return all(any(a & b for b in new) for a in old) and all(any(a & b for a in old) for b in new)


def _days(when: When) -> tuple[date | None, date | None]:
    return when.earliest, when.latest
