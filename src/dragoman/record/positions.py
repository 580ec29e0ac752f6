"""Positions: what each actor said on each issue through time, from the actor's own statements alone.

What A says of B's position is A's. A statement inside another's, one whose speaker is not exactly this actor, and one
whose cue reports no words ("wants", "agreed to") without a quotation have no place here. No statement is no position,
and not an unchanged one.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from dragoman.knowledge.issues import is_news_name, voiced_forms
from dragoman.model.ids import digest
from dragoman.model.links import Links
from dragoman.model.quoted import quoted_runs
from dragoman.model.reading import Entity, ReadArticle
from dragoman.model.record import ActorRow, PositionCell, PositionRow, RenderingRow, StatementRow, UtteranceRow
from dragoman.model.spans import Place, Span, Spans, common, length, without, words
from dragoman.model.when import When
from dragoman.record.identify import Ids

BESIDE_NAMES = frozenset(["the", "government", "authorities", "s", "republic", "of", "itself"])
"""Words beside a state's or a body's name that leave it the speaker."""
APPOSED = re.compile(r",\s(?:which|who|whose|an?)\s.*", re.DOTALL)
"""What a source says of its name behind a comma."""
PAST = frozenset(["former", "ex", "then", "late", "onetime"])
"""Words before an office that its holder has no longer."""
ASIDE = re.compile(
    r",\s(?:which|who|whose|whom|where|a|an|the|\w+ing)\b[^,;:]*$|\s(?:after|amid|following)\s[^,;:]*$", re.IGNORECASE
)
"""Words of an aside that is not closed."""
UNSURE = re.compile(r"\b(?:when|whenever|if|unless|whether|until)\s+$", re.IGNORECASE)
"""Words before a source that make its words no report: "when Velmar threatens to leave"."""
MODES = ("direct", "mixed", "indirect")


class Books:
    """What positions are made of, looked up by id."""

    def __init__(
        self,
        by_id: Mapping[str, ReadArticle],
        links: Links,
        ids: Ids,
        actors: Sequence[ActorRow],
        statements: Sequence[StatementRow],
    ) -> None:
        self.by_id, self.dates = by_id, links.dates
        self.actors = {row.id: row for row in actors}
        self.states = {row.country: row.id for row in actors if row.kind == "state" and row.country}
        self.entities: dict[tuple[str, str], Entity] = {
            (at.article, actor): by_id[at.article].reading.entities[at.index] for at, actor in ids.actors.items()
        }
        self.mentions: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
        for at, actor in ids.actors.items():
            self.mentions[at.article, actor] += [
                m.span for m in by_id[at.article].reading.mentions if m.entity == at.index
            ]
        self.runs: dict[str, Spans] = {}
        self.nested: defaultdict[str, list[StatementRow]] = defaultdict(list)
        for row in statements:
            if row.inside:
                self.nested[row.inside].append(row)

    def text(self, row: StatementRow) -> str:
        """The text in which the statement stands."""
        return self.by_id[row.article].article.text

    def is_quoted(self, row: StatementRow) -> bool:
        """Whether at least half of the statement stands between quotation marks."""
        if row.mode != "mixed":
            return row.mode == "direct"
        return 2 * length(common(row.content, self.quoted(row))) >= length(row.content)

    def quoted(self, row: StatementRow) -> Spans:
        """What the statement's article prints between quotation marks."""
        if row.article not in self.runs:
            self.runs[row.article] = quoted_runs(self.text(row))
        return self.runs[row.article]

    def when(self, row: StatementRow) -> When:
        """When it was said, else when its article was published."""
        article = self.by_id[row.article].article
        return row.said_on if row.said_on.edtf else self.dates.get(article.id, article.masthead.published)

    def passage(self, row: StatementRow, places: Spans) -> Spans:
        """The sentences of the statement that hold one of the places, but for another's quotation inside it."""
        inner = [each for each in self.nested[row.id] if each.speakers != row.speakers and each.mode != "indirect"]
        others = [span for other in inner for span in other.content]
        sentences, text = self.by_id[row.article].reading.sentences, self.text(row)
        quoted = [] if row.mode == "indirect" else self.quoted(row)
        numbers = {
            number
            for span in places
            if (number := bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1) >= 0
            and not common((span,), others)
            and (common((span,), quoted) or not _aside(text[sentences[number].start : span.start]))
        }
        # Sentences in a row are one passage: each alone could cut a quotation between its marks.
        rows = [Span(sentences[first].start, sentences[last].end) for first, last in _in_a_row(numbers)]
        found = common(row.content, rows)
        return tuple(_trimmed(text, span) for span in found if text[span[0] : span[1]].strip())

    def same(self, row: StatementRow, passage: Spans) -> str:
        """What versions share that no utterance holds: the day and the words."""
        return digest("cell", self.when(row).edtf, *re.findall(r"\w+", words(self.text(row), passage).lower()))

    def office(self, row: StatementRow) -> tuple[str | None, Place | None]:
        """The state whose office the statement's article gives its speaker, who has it still, and where."""
        entity = self.entities[row.article, row.speakers[0]]
        for office in entity.offices if entity.kind == "person" else ():
            before = self.text(row)[max(0, office.span.start - 12) : office.span.end].lower().split()
            if office.country in self.states and not PAST.intersection(before):
                return self.states[office.country], Place(row.article, (office.span,))
        return None, None


class _Said(NamedTuple):
    """An own statement, and its passage on one issue."""

    row: StatementRow
    passage: Spans


def position_rows(
    books: Books,
    statements: Sequence[StatementRow],
    named: Mapping[str, Mapping[str, Spans]],
    utterances: Iterable[UtteranceRow],
) -> tuple[PositionRow, ...]:
    """One row an actor and issue, by id. ``named`` says which issues each statement names, and where."""
    group = {r.statement: utterance.id for utterance in utterances for r in utterance.renderings}
    found: defaultdict[tuple[str, str], defaultdict[str, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    for row in statements:
        for issue, places in named.get(row.id, {}).items() if is_own(books, row) else ():
            if passage := books.passage(row, places):
                found[row.speakers[0], issue][group.get(row.id) or books.same(row, passage)].append(_Said(row, passage))
    rows = [
        PositionRow(digest("position", *key), *key, tuple(sorted((_cell(books, each) for each in cells), key=_newest)))
        for key, cells in ((key, groups.values()) for key, groups in found.items())
    ]
    return tuple(sorted(rows, key=lambda row: row.id))


def is_own(books: Books, row: StatementRow) -> bool:
    """Whether the statement is its one speaker's own, in words that somebody heard or read."""
    if not row.shown or row.headline or row.inside or len(row.speakers) != 1 or row.speakers[0] in row.via:
        return False
    if row.source and UNSURE.search(books.text(row)[max(0, row.source[0].start - 12) : row.source[0].start]):
        return False
    cue = re.findall(r"\w+(?:-\w+)*", words(books.text(row), row.cue).lower())
    if not books.is_quoted(row) and voiced_forms().isdisjoint(cue):
        return False
    speaker = books.actors[row.speakers[0]]
    if speaker.kind == "person":
        return True
    nameless = speaker.kind == "unnamed" or speaker.name == speaker.name.lower()
    reports = any(is_news_name(name) for name in speaker.names)
    return not nameless and not reports and _speaks_itself(books, row)


def _in_a_row(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last of each run of numbers."""
    rows: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if rows and number == rows[-1][1] + 1:
            rows[-1] = rows[-1][0], number
        else:
            rows.append((number, number))
    return rows


def _aside(before: str) -> bool:
    """Whether the words before a place, in its sentence, open an aside: what an outlet adds to what was said, as in
    "the mill, which broke the accord", "would close it, breaking the accord", "after the accord fell".
    """
    return ASIDE.search(before) is not None


def _speaks_itself(books: Books, row: StatementRow) -> bool:
    """Whether the source is the state or body itself, not one of its people or a thing that bears its name."""
    if row.speakers_basis == "running" or words(books.text(row), row.source).lower() == "it":
        return True
    if row.speakers_basis != "named":
        return False
    text, names = books.text(row), books.mentions[row.article, row.speakers[0]]
    said = [Span(start, start + len(APPOSED.sub("", text[start:end]))) for start, end in row.source]
    rest = words(text, without(said, names))
    return bool(common(said, names)) and BESIDE_NAMES.issuperset(re.findall(r"\w+", rest.lower()))


def _cell(books: Books, said: Sequence[_Said]) -> PositionCell:
    """One utterance: its quotation first, else its earliest version."""
    (first, passage), *others = sorted(said, key=lambda each: _rank(books, each.row))
    when = min((books.when(each.row) for each in said), key=_day)
    versions = tuple(RenderingRow(row.id, spans) for row, spans in others)
    state, office = books.office(first)
    return PositionCell(when, first.id, passage, first.mode, versions, state, office)


def _rank(books: Books, row: StatementRow) -> tuple[int, date, str, str]:
    return MODES.index(row.mode), _day(books.when(row)), books.by_id[row.article].article.source, row.id


def _day(when: When) -> date:
    return when.latest or when.earliest or date.max


def _newest(cell: PositionCell) -> tuple[bool, int, str]:
    known = bool(cell.when.latest or cell.when.earliest)
    return not known, -_day(cell.when).toordinal(), cell.statement


def _trimmed(text: str, span: tuple[int, int]) -> Span:
    inner = text[span[0] : span[1]]
    return Span(span[0] + len(inner) - len(inner.lstrip()), span[0] + len(inner.rstrip()))
