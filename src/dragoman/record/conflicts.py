"""In what two articles differ on a claim: typed, each side with its words and its date, and no verdict."""

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from dragoman.model.claims import ConflictRow, ConflictSide
from dragoman.model.ids import digest
from dragoman.model.links import ConflictKind, Reason
from dragoman.model.reading import AHEAD
from dragoman.model.record import (
    ArticleRow,
    MeetingReportRow,
    MeetingRow,
    RenderingRow,
    ShiftRow,
    StatementRow,
    UtteranceRow,
)
from dragoman.model.spans import Place, Spans, without
from dragoman.model.when import UNKNOWN, When

_WORD = re.compile(r"\w+")
OFF = frozenset({"cancelled", "refused", "postponed"})
CONTESTS_NOTHING = frozenset({"naming only", "superseded by a later report"})
KINDS: Mapping[str, ConflictKind] = {
    "number": "value",
    "date": "time",
    "negation": "polarity",
    "naming": "naming only",
}
"""The shifts between two renderings of one utterance in which they say something else, and what they then differ in."""


class Clash(NamedTuple):
    """A conflict before its claim has an id."""

    kind: ConflictKind
    left: Place
    right: Place
    reasons: tuple[Reason, ...] = ()


def conflict_rows(claim: str, clashes: Iterable[Clash], days: Mapping[str, When]) -> tuple[ConflictRow, ...]:
    """The rows of one claim, the earlier side first; ``days`` are when the articles' words were said or published."""
    return tuple(_row(claim, clash, days) for clash in clashes)


def _row(claim: str, clash: Clash, days: Mapping[str, When]) -> ConflictRow:
    sides = [
        ConflictSide(place.article, place.spans, days.get(place.article, UNKNOWN))
        for place in (clash.left, clash.right)
    ]
    first, second = sorted(sides, key=lambda side: (side.when.earliest is None, str(side.when.earliest), 0))
    places = (f"{side.article} {_spelled(side.spans)}" for side in sorted(sides, key=lambda s: (s.article, s.spans)))
    return ConflictRow(
        digest("conflict", clash.kind, claim, *places), clash.kind, claim, (first, second), clash.reasons
    )


def _spelled(spans: Spans) -> str:
    return ",".join(f"{start}-{end}" for start, end in spans)


def in_status(row: MeetingRow, published: Mapping[str, When]) -> list[Clash]:
    """How reports of one meeting differ in its status, one clash a kind: denied by one and held to another; or planned,
    or called off, before it was held.
    """
    found: dict[ConflictKind, Clash] = {}
    for one, other in combinations(row.reports, 2):
        if one.article != other.article and one.status != other.status:
            kind = _status(one, other, published)
            if kind:
                left, right = (Place(report.article, report.spans) for report in (one, other))
                found.setdefault(
                    kind, Clash(kind, left, right, (Reason("status", 1.0, f"{one.status}, {other.status}"),))
                )
    return list(found.values())


def _status(one: MeetingReportRow, other: MeetingReportRow, published: Mapping[str, When]) -> ConflictKind | None:
    """A plan that a later report overtakes is no conflict; what is reported ahead after it was held is another one."""
    earlier, later = _in_order(one, other, published)
    statuses = {one.status, other.status}
    if earlier and later:
        overtaken = (earlier.status in AHEAD and later.status in OFF | {"held"}) or (
            earlier.status in OFF and later.status == "held"
        )
        if overtaken:
            return "superseded by a later report"
    if statuses == {"held", "denied"} or (statuses & {"cancelled", "refused"} and "held" in statuses and not earlier):
        return "polarity" if "denied" in statuses or _same_day(one, other, published) else None
    return None


def _in_order(
    one: MeetingReportRow, other: MeetingReportRow, published: Mapping[str, When]
) -> tuple[MeetingReportRow | None, MeetingReportRow | None]:
    """The two by the days of their articles, where one is older for certain."""
    here, there = published[one.article], published[other.article]
    if here.latest and there.earliest and here.latest < there.earliest:
        return one, other
    if there.latest and here.earliest and there.latest < here.earliest:
        return other, one
    return None, None


def _same_day(one: MeetingReportRow, other: MeetingReportRow, published: Mapping[str, When]) -> bool:
    day = published[one.article].day
    return day is not None and day == published[other.article].day


def in_wording(
    shifts: Iterable[ShiftRow],
    row: UtteranceRow,
    statements: Mapping[str, StatementRow],
    articles: Mapping[str, ArticleRow],
) -> list[Clash]:
    """How renderings of one utterance differ in what they say: in a number, a day, a denial; or in a name alone."""
    spans = {rendering.statement: rendering.spans for rendering in row.renderings}
    found: dict[ConflictKind, Clash] = {}
    for shift in shifts:
        kind, ends = KINDS.get(shift.kind), (shift.left, shift.right)
        inside = (
            shift.relation == "same" and "headline" not in shift.notes and {e.statement for e in ends} <= spans.keys()
        )
        if kind and inside:
            beside = [
                _beside(articles[statements[end.statement].article].text, spans[end.statement], end) for end in ends
            ]
            if shift.kind != "naming" or beside[0] == beside[1]:
                places = [_place(end, statements) for end in ends]
                found.setdefault(kind, Clash(kind, places[0], places[1]))
    return list(found.values())


def _beside(text: str, spans: Spans, end: RenderingRow) -> list[str]:
    """The words of a rendering beside the place of the shift."""
    return [word for start, stop in without(spans, end.spans) for word in _WORD.findall(text[start:stop].casefold())]


def _place(end: RenderingRow, statements: Mapping[str, StatementRow]) -> Place:
    return Place(statements[end.statement].article, end.spans)
