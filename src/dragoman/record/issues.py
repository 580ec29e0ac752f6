"""Issues as rows, and which statements name each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby

from dragoman.model.ids import compiled_id, finding_id
from dragoman.model.links import At, IssueGroup, Links
from dragoman.model.record import IssueRow, StatementRow
from dragoman.model.spans import Place, Spans
from dragoman.record.identify import Ids


def issue_rows(links: Links, ids: Ids, kept: AbstractSet[str]) -> list[IssueRow]:
    """One row an issue that kept statements name, in the order of the links: a profile's first, then by frequency."""
    rows = []
    for group in links.issues:
        mentions = _mentions(group, ids, kept)
        if mentions:
            name = compiled_id("issue", [finding_id(p.article, f"issue {group.name}", p.spans) for p in mentions])
            rows.append(IssueRow(name, group.name, mentions, group.terms, group.by))
    return rows


def _mentions(group: IssueGroup, ids: Ids, kept: AbstractSet[str]) -> tuple[Place, ...]:
    found = {(at.article, span) for at, span in group.mentions if ids.statements[at] in kept}
    return tuple(Place(article, (span,)) for article, span in sorted(found))


def named_in(links: Links, ids: Ids, issues: Sequence[IssueRow]) -> dict[str, dict[str, Spans]]:
    """For each statement the issues that its content names, and where."""
    found: defaultdict[str, dict[str, Spans]] = defaultdict(dict)
    kept = [group for group in links.issues if any(row.name == group.name for row in issues)]
    by_name = {row.name: row.id for row in issues}
    for group in kept:
        for at, places in groupby(group.mentions, key=_statement):
            found[ids.statements[at]][by_name[group.name]] = tuple(span for _, span in places)
    return dict(found)


def _statement(mention: tuple[At, object]) -> At:
    return mention[0]


def with_issues(rows: Sequence[StatementRow], named: Mapping[str, Mapping[str, Spans]]) -> list[StatementRow]:
    """The statements with the issues that they name."""
    return [replace(row, issues=tuple(named[row.id])) if row.id in named else row for row in rows]
