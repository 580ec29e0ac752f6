"""Claims by article: who asserts, attributes, denies, gives another value, or does not have what others report.

What is confirmed is that words were said, that a meeting was held or that a number was given, never that it is true.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dragoman.knowledge.bodies import listed_bodies
from dragoman.model.claims import ClaimCell, ClaimRow, ConflictRow, Stance
from dragoman.model.ids import compiled_id, finding_id
from dragoman.model.links import Lacking, Links, Parallel, QuantityGroup, Ref
from dragoman.model.origins import Origins
from dragoman.model.record import (
    DisputeRow,
    FigureRow,
    MeetingReportRow,
    MeetingRow,
    Record,
    StatementRow,
    UtteranceRow,
)
from dragoman.model.spans import Place, words
from dragoman.model.when import UNKNOWN, When
from dragoman.record.absent import Elsewhere
from dragoman.record.conflicts import CONTESTS_NOTHING, Clash, conflict_rows, in_status, in_wording
from dragoman.record.identify import Ids

Cells = Mapping[str, ClaimCell]


class Claimed(NamedTuple):
    """Claims by id, and the conflicts in them."""

    claims: tuple[ClaimRow, ...]
    conflicts: tuple[ConflictRow, ...]


def claim_rows(record: Record, origins: Origins, links: Links, ids: Ids) -> Claimed:
    """One claim for each: an utterance made, a meeting held, a number given, an allegation denied, and a passage that
    outlets print in different voices or in one point differently.
    """
    table = _Table(record, origins)
    denied = {
        frozenset(ids.statements[at] for at in group.sides[0]): lacking
        for group, lacking in zip(links.disputes, links.unanswered, strict=True)
    }
    kept = {row.id for row in record.statements}
    found = [
        *(table.uttered(row) for row in record.utterances),
        *(table.met(row) for row in record.meetings),
        *(table.numbered(group, ids) for group in links.quantities),
        *(
            table.alleged(row, denied.get(frozenset(row.sides[0].statements), ()))
            for row in record.disputes
            if row.kind == "denial"
        ),
        *(table.printed(each, ids) for each in links.parallels if _kept(each, ids, kept)),
    ]
    claims = sorted((row for row, _ in found), key=lambda row: row.id)
    conflicts = sorted((each for _, rows in found for each in rows), key=lambda row: row.id)
    return Claimed(tuple(claims), tuple(conflicts))


def _kept(parallel: Parallel, ids: Ids, kept: set[str]) -> bool:
    return all(each.statement is None or ids.statements[each.statement] in kept for each in parallel.passages)


Found = tuple[ClaimRow, tuple[ConflictRow, ...]]


class _Who(NamedTuple):
    """Who says so, when, and who are the parties to what is claimed."""

    by: tuple[str, ...]
    when: When = UNKNOWN
    parties: tuple[str, ...] = ()


class _Table:
    """The record as it stands, with its rows by what claims ask for."""

    def __init__(self, record: Record, origins: Origins) -> None:
        self.record, self.origins = record, origins
        self.elsewhere = Elsewhere(record)
        self.said = {row.id: row for row in record.statements}
        self.figures = {row.id: row for row in record.figures}
        self.articles = {row.id: row for row in record.articles}
        self.country = {row.id: row.country or row.id for row in record.actors}
        bodies = set(listed_bodies().values())
        self.placed = {row.id for row in record.actors if row.country or (row.kind == "body" and row.name in bodies)}

    def uttered(self, row: UtteranceRow) -> Found:
        """That somebody said it: each article that has it attributes it to the speaker."""
        told = [(self.said[r.statement], r.spans) for r in row.renderings]
        cells = {s.article: replace(self._attributed(s), spans=at) for s, at in reversed(told)}
        when = next((s.said_on for s, _ in told if s.said_on.edtf), UNKNOWN)
        places = [Place(s.article, at) for s, at in told]
        clashes = in_wording(self.record.shifts, row, self.said, self.articles)
        about = Ref("utterances", row.id)
        return self._row(about, cells, places, _Who(row.speakers, when), clashes=clashes, lacking=_absent(row.lacking))

    def met(self, row: MeetingRow) -> Found:
        """That a meeting was held or is to be: in the outlet's own voice, or on somebody's word."""
        clashes = in_status(row, {a: each.published for a, each in self.articles.items()})
        denying = {
            place.article for clash in clashes if clash.kind == "polarity" for place in (clash.left, clash.right)
        }
        cells: dict[str, ClaimCell] = {}
        for report in sorted(row.reports, key=lambda report: (report.article, bool(report.according_to))):
            cells.setdefault(report.article, self._reported(report, row, denying))
        by = tuple(dict.fromkeys(actor for report in row.reports for actor in report.according_to))
        places = [Place(report.article, report.spans) for report in row.reports]
        lacking = self.elsewhere.of_meeting(row)
        about = Ref("meetings", row.id)
        return self._row(about, cells, places, _Who(by, row.date, row.participants), clashes=clashes, lacking=lacking)

    def _reported(self, report: MeetingReportRow, meeting: MeetingRow, denying: set[str]) -> ClaimCell:
        """What one report says of the meeting; one that differs in status has that status as its value."""
        stance: Stance = "attributes" if report.according_to else "asserts"
        if report.article in denying and report.status != meeting.status:
            stance = "denies"
        day = self.articles[report.article].published
        return ClaimCell(report.article, stance, None, report.status, report.spans, day)

    def numbered(self, group: QuantityGroup, ids: Ids) -> Found:
        """That a number was given: the value that most articles have, and others beside it."""
        rows = [self.figures[ids.figures[at]] for at in group.figures]
        usual = min(Counter(row.value for row in rows).items(), key=lambda pair: (-pair[1], pair[0]))[0]
        cells: dict[str, ClaimCell] = {}
        for row in sorted(rows, key=lambda row: (row.article, row.value != usual, row.spans)):
            cells.setdefault(row.article, self._given(row, usual))
        by = tuple(dict.fromkeys(giver for row in rows for giver in row.giver))
        places = [Place(row.article, row.spans) for row in rows]
        clashes = [Clash(each.kind, each.left, each.right) for each in group.differing]
        lacking = self.elsewhere.of_number(rows)
        about = Ref("figures", min(row.id for row in rows))
        return self._row(about, cells, places, _Who(by), clashes=clashes, lacking=lacking)

    def _given(self, row: FigureRow, usual: float) -> ClaimCell:
        stance: Stance = "other value" if row.value != usual else "attributes" if row.giver else "asserts"
        there = self.articles[row.article]
        return ClaimCell(row.article, stance, None, words(there.text, row.spans), row.spans, there.published)

    def alleged(self, row: DisputeRow, lacking: Sequence[Lacking]) -> Found:
        """What one side said and the other denies; an article that has both denials and words has the words."""
        first, second = ([self.said[s] for s in side.statements] for side in row.sides[:2])
        cells = {s.article: self._attributed(s, "denies") for s in reversed(second)}
        cells |= {s.article: self._attributed(s) for s in reversed(first)}
        places = [Place(s.article, s.content) for s in (*first, *second)]
        clash = Clash("polarity", places[0], places[len(first)])
        side = row.sides[0]
        about = Ref("disputes", row.id)
        sides = (actor for each in row.sides for actor in each.actors)
        absent = self.elsewhere.of_words([a for a in _absent(lacking) if a not in cells], sides)
        return self._row(about, cells, places, _Who(side.actors, side.when), clashes=[clash], lacking=absent)

    def printed(self, parallel: Parallel, ids: Ids) -> Found:
        """What outlets print in much the same words, as their own or as somebody's; or in one point differently."""
        cells, by = {}, list[str]()
        differing = {place.article: place for d in parallel.differing for place in (d.right,)}
        for each in parallel.passages:
            row = self.said[ids.statements[each.statement]] if each.statement else None
            stance: Stance = "attributes" if row else "asserts"
            other = differing.get(each.place.article)
            text = self.articles[each.place.article]
            value = words(text.text, other.spans) if other else None
            when = row.said_on if row and row.said_on.edtf else text.published
            stance = "other value" if other else stance
            cells[text.id] = ClaimCell(text.id, stance, row.id if row else None, value, each.place.spans, when)
            by += row.speakers if row else ()
        places = [each.place for each in parallel.passages]
        clashes = [Clash(each.kind, each.left, each.right, parallel.reasons) for each in parallel.differing]
        return self._row(None, cells, places, _Who(tuple(dict.fromkeys(by))), clashes=clashes)

    def _attributed(self, row: StatementRow, stance: Stance = "attributes") -> ClaimCell:
        when = row.said_on if row.said_on.edtf else self.articles[row.article].published
        return ClaimCell(row.article, stance, row.id, None, row.content, when)

    def _row(
        self,
        about: Ref | None,
        cells: Cells,
        places: Sequence[Place],
        who: _Who,
        *,
        clashes: Sequence[Clash] = (),
        lacking: Iterable[str] = (),
    ) -> Found:
        """The claim with a cell for each article that has it, and for each that lacks it."""
        count = self.origins.count([(place.article, place.spans) for place in places])
        every = {**{a: ClaimCell(a, "absent", None, None) for a in lacking}, **cells}
        own = sorted(article for article, cell in cells.items() if cell.stance == "asserts")
        kinds = tuple(dict.fromkeys(clash.kind for clash in clashes))
        contested = any(kind not in CONTESTS_NOTHING for kind in kinds)
        row = ClaimRow(
            compiled_id("claim", [about.list, about.id] if about else map(_named, places)),
            about,
            who.by,
            own[0] if own and not who.by else None,
            who.when,
            tuple(sorted(places, key=lambda place: (place.article, place.spans))),
            "contested" if contested else self._sides(who) or _counted(count.least),
            count.named,
            tuple(every[article] for article in sorted(every)),
            kinds,
        )
        days = {article: cell.when for article, cell in cells.items()}
        return row, conflict_rows(row.id, clashes, days)

    def _sides(self, who: _Who) -> str | None:
        """Whether both parties, or a party outside, say so: by speakers, never by the nationality of outlets."""
        speaking, meeting = ({self.country[actor] for actor in actors} for actors in (who.by, who.parties))
        if len(speaking & meeting) > 1:
            return "said by both parties"
        known = self.placed.issuperset(who.by) and len(meeting) > 1
        outside = speaking and known and not speaking & meeting
        return "said by a party outside" if outside else None


def _named(place: Place) -> str:
    return finding_id(place.article, "passage", place.spans)


def _absent(rows: Iterable[Lacking]) -> list[str]:
    return [row.article for row in rows if row.why == "absent"]


def _counted(least: int) -> str:
    return "several origins" if least > 1 else "single origin"
