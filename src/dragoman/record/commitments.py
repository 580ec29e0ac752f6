"""Undertakings as rows: who is reported to have undertaken what, how it stands through time, and on whose word."""

from collections.abc import Mapping
from itertools import chain

from dragoman.model.ledger_rows import CommitmentReportRow, CommitmentRow
from dragoman.model.links import At, CommitmentGroup, Links
from dragoman.model.reading import CommitmentReport, ReadArticle
from dragoman.model.spans import Place, common
from dragoman.model.when import When
from dragoman.record.identify import Ids


def commitment_rows(by_id: Mapping[str, ReadArticle], links: Links, ids: Ids) -> list[CommitmentRow]:
    """One row an undertaking, by the day of its first report; none of reports in lines that repeat across an outlet."""
    rows = [row for group in links.commitments if (row := _row(group, by_id, links, ids))]
    return sorted(rows, key=lambda row: (row.when.edtf == "", row.when.latest or row.when.earliest, row.id))


def _row(group: CommitmentGroup, by_id: Mapping[str, ReadArticle], links: Links, ids: Ids) -> CommitmentRow | None:
    told = [
        (at, by_id[at.article].reading.commitments[at.index], when)
        for at, when in zip(group.reports, group.days, strict=True)
    ]
    kept = [each for each in told if not common(each[1].spans, links.furniture.get(each[0].article, ()))]
    if not kept:
        return None
    reports = tuple(_report(at, report, when, ids) for at, report, when in kept)
    first, _, since = kept[0]
    return CommitmentRow(
        id=ids.commitments[group.reports[0]],
        actors=ids.actors_of(first.article, kept[0][1].actors),
        according_to=tuple(dict.fromkeys(chain.from_iterable(report.according_to for report in reports))),
        status=_status(reports),
        when=since,
        evidence=tuple(Place(report.article, report.spans) for report in reports),
        towards=tuple(dict.fromkeys(chain.from_iterable(ids.actors_of(at.article, r.towards) for at, r, _ in kept))),
        by_when=group.by_when,
        condition=next((Place(at.article, r.condition) for at, r, _ in kept if r.condition), None),
        reports=reports,
        overdue=group.overdue in {at for at, _, _ in kept},
    )


def _report(at: At, report: CommitmentReport, when: When, ids: Ids) -> CommitmentReportRow:
    given = ids.actors_of(at.article, report.according_to)
    return CommitmentReportRow(at.article, report.spans, report.content, report.status, given, when)


def _status(reports: tuple[CommitmentReportRow, ...]) -> str:
    """That of the newest report; an undertaking that is repeated stands as it was given."""
    newest = reports[-1].status
    given = [report.status for report in reports if report.status != "repeated"]
    return given[-1] if newest == "repeated" and given else newest
