"""Claims by article: who asserts, attributes, denies, gives another value, or does not have what others report.

What is confirmed is that words were said, that a meeting was held or that a number was given, never that it is true.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dragoman.model.ids import compiled_id
from dragoman.model.links import Ref
from dragoman.model.origins import Origins
from dragoman.model.record import (
    ClaimCell,
    ClaimRow,
    ConflictKind,
    DisputeRow,
    FigureRow,
    MeetingReportRow,
    MeetingRow,
    Record,
    Stance,
    UtteranceRow,
)
from dragoman.model.spans import Place, words
from dragoman.model.when import UNKNOWN, When

UNDONE = frozenset({"cancelled", "denied", "refused"})
"""What is said of a meeting by those who deny that it was held."""

Cells = Mapping[str, ClaimCell]


def claim_rows(record: Record, origins: Origins) -> tuple[ClaimRow, ...]:
    """One row a claim: that an utterance was made, a meeting held, a number given, an allegation raised; by id."""
    table = _Table(record, origins)
    rows = [
        *(table.uttered(row) for row in record.utterances),
        *(table.met(row) for row in record.meetings),
        *(table.numbered(rows) for rows in table.same_numbers()),
        *(table.alleged(row) for row in record.disputes if row.kind == "denial"),
    ]
    return tuple(sorted(rows, key=lambda row: row.id))


class _Table:
    """The record as it stands, with its rows by what claims ask for."""

    def __init__(self, record: Record, origins: Origins) -> None:
        self.record, self.origins = record, origins
        self.said = {row.id: row for row in record.statements}
        self.texts = {row.id: row.text for row in record.articles}
        self.full = {row.id for row in record.articles if row.read == "full"}
        self.story = {article: story.articles for story in record.stories for article in story.articles}
        self.country = {row.id: row.country or row.id for row in record.actors}

    def uttered(self, row: UtteranceRow) -> ClaimRow:
        """That somebody said it: each article that has it attributes it to the speaker."""
        told = [(self.said[r.statement], r.spans) for r in row.renderings]
        cells = {s.article: ClaimCell(s.article, "attributes", s.id, None) for s, _ in reversed(told)}
        when = next((s.said_on for s, _ in told if s.said_on.edtf), UNKNOWN)
        return self._row(Ref("utterances", row.id), cells, [Place(s.article, at) for s, at in told], row.speakers, when)

    def met(self, row: MeetingRow) -> ClaimRow:
        """That a meeting was held or is to be: in the outlet's own voice, or on somebody's word."""
        cells: dict[str, ClaimCell] = {}
        for report in sorted(row.reports, key=lambda report: (report.article, bool(report.according_to))):
            cells.setdefault(report.article, _reported(report, row))
        by = tuple(dict.fromkeys(actor for report in row.reports for actor in report.according_to))
        places = [Place(report.article, report.spans) for report in row.reports]
        return self._row(Ref("meetings", row.id), cells, places, by, row.date, row.participants)

    def same_numbers(self) -> Iterator[Sequence[FigureRow]]:
        """Numbers of the same things, unit and period in the articles of one story, of which several have one."""
        groups: defaultdict[tuple[str, ...], list[FigureRow]] = defaultdict(list)
        for row in self.record.figures:
            if row.of and row.article in self.story:
                key = (self.story[row.article][0], row.of.casefold(), (row.unit or "").casefold())
                groups[*key, (row.period or "").casefold()].append(row)
        return (rows for rows in groups.values() if len({row.article for row in rows}) > 1)

    def numbered(self, rows: Sequence[FigureRow]) -> ClaimRow:
        """That a number was given: the value that most articles have, and others beside it."""
        usual = min(Counter(row.value for row in rows).items(), key=lambda pair: (-pair[1], pair[0]))[0]
        cells: dict[str, ClaimCell] = {}
        for row in sorted(rows, key=lambda row: (row.article, row.value != usual, row.spans)):
            stance: Stance = "other value" if row.value != usual else "attributes" if row.giver else "asserts"
            cells.setdefault(
                row.article, ClaimCell(row.article, stance, None, words(self.texts[row.article], row.spans))
            )
        by = tuple(dict.fromkeys(giver for row in rows for giver in row.giver))
        places = [Place(row.article, row.spans) for row in rows]
        return self._row(Ref("figures", min(row.id for row in rows)), cells, places, by, UNKNOWN)

    def alleged(self, row: DisputeRow) -> ClaimRow:
        """What one side said and the other denies; an article that has both denials and words has the words."""
        first, second = ([self.said[s] for s in side.statements] for side in row.sides[:2])
        cells = {s.article: ClaimCell(s.article, "denies", s.id, None) for s in reversed(second)}
        cells |= {s.article: ClaimCell(s.article, "attributes", s.id, None) for s in reversed(first)}
        places = [Place(s.article, s.content) for s in (*first, *second)]
        return self._row(Ref("disputes", row.id), cells, places, row.sides[0].actors, row.sides[0].when, contested=True)

    def _row(
        self,
        about: Ref,
        cells: Cells,
        places: Sequence[Place],
        by: tuple[str, ...],
        when: When,
        parties: tuple[str, ...] = (),
        *,
        contested: bool = False,
    ) -> ClaimRow:
        """The claim with a cell for each article of its stories that was read in full."""
        count = self.origins.count([(place.article, place.spans) for place in places])
        near = {article for place in places for article in self.story.get(place.article, ())}
        absent = {a: ClaimCell(a, "absent", None, None) for a in near & self.full if a not in cells}
        every = {**absent, **cells}
        own = sorted(article for article, cell in cells.items() if cell.stance == "asserts")
        conflicts = _conflicts({cell.stance for cell in cells.values()}, contested=contested)
        return ClaimRow(
            compiled_id("claim", [about.list, about.id]),
            about,
            by,
            own[0] if own and not by else None,
            when,
            tuple(sorted(places, key=lambda place: (place.article, place.spans))),
            "contested" if conflicts else self._sides(by, parties) or _counted(count.least),
            count.named,
            tuple(every[article] for article in sorted(every)),
            conflicts,
        )

    def _sides(self, by: tuple[str, ...], parties: tuple[str, ...]) -> str | None:
        """Whether both parties, or a party outside, say so: by speakers, never by the nationality of outlets."""
        speaking, meeting = ({self.country[actor] for actor in actors} for actors in (by, parties))
        if len(speaking & meeting) > 1:
            return "said by both parties"
        return "said by a party outside" if speaking and meeting and not speaking & meeting else None


def _reported(report: MeetingReportRow, meeting: MeetingRow) -> ClaimCell:
    """What one report says of the meeting; one that differs in status has that status as its value."""
    if report.status in UNDONE and meeting.status not in UNDONE:
        return ClaimCell(report.article, "denies", None, report.status)
    return ClaimCell(report.article, "attributes" if report.according_to else "asserts", None, report.status)


def _conflicts(stances: set[Stance], *, contested: bool) -> tuple[ConflictKind, ...]:
    polarity: tuple[ConflictKind, ...] = ("polarity",) if contested or "denies" in stances else ()
    return ("value", *polarity) if "other value" in stances else polarity


def _counted(least: int) -> str:
    return "several origins" if least > 1 else "single origin"
