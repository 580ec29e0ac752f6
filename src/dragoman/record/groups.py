"""Rows compiled from several articles: actors, utterances, meetings, origins."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from dragoman.knowledge.bodies import member_states
from dragoman.model.ids import compiled_id, digest, origin_id
from dragoman.model.links import ActorGroup, At, Links, MeetingGroup, OriginGroup
from dragoman.model.origins import Origins
from dragoman.model.reading import Entity, MeetingReport, MeetingStatus, ReadArticle
from dragoman.model.record import (
    ActorMention,
    ActorRow,
    MeetingReportRow,
    MeetingRow,
    OriginRow,
    RenderingRow,
    ShiftRow,
    UtteranceRow,
)
from dragoman.record.identify import Ids

STATUS_ORDER: tuple[MeetingStatus, ...] = ("held", "cancelled", "postponed", "planned", "refused", "denied", "proposed")
"""Where reports differ, the merged meeting has the first of these that any report gives in the outlet's own voice."""


def actor_rows(by_id: Mapping[str, ReadArticle], links: Links, ids: Ids) -> list[ActorRow]:
    """One row an actor, with the name used most among the fullest, and all mentions."""
    rows = [_actor_row(group, by_id, ids) for group in links.actors]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


def _actor_row(group: ActorGroup, by_id: Mapping[str, ReadArticle], ids: Ids) -> ActorRow:
    entities = [by_id[at.article].reading.entities[at.index] for at in group.entities]
    mentions = [
        ActorMention(at.article, (mention.span,), mention.form)
        for at in group.entities
        for mention in by_id[at.article].reading.mentions
        if mention.entity == at.index
    ]
    offices = [
        by_id[at.article].article.text[o.span.start : o.span.end]
        for at, e in zip(group.entities, entities, strict=True)
        for o in e.offices
    ]
    named = [entity for entity in entities if entity.names] or entities
    return ActorRow(
        id=ids.actors[group.entities[0]],
        name=best_name(named),
        kind=named[0].kind,
        country=next((entity.country for entity in named if entity.country), None),
        names=tuple(dict.fromkeys(chain.from_iterable(entity.names for entity in entities))),
        offices=tuple(dict.fromkeys(offices)),
        mentions=tuple(sorted(mentions, key=lambda m: (m.article, m.spans, m.form))),
    )


def best_name(entities: Sequence[Entity]) -> str:
    """The name with most words, among these the one that most articles use, among these the first in the alphabet."""
    uses = Counter(entity.name for entity in entities)
    return min(uses, key=lambda name: (-len(name.split()), -uses[name], name))


def utterance_rows(by_id: Mapping[str, ReadArticle], links: Links, ids: Ids) -> list[UtteranceRow]:
    """One row an utterance, its renderings in the order of articles and text."""
    rows = []
    lacking = links.lacking or ((),) * len(links.utterances)
    for group, without in zip(links.utterances, lacking, strict=True):
        renderings = [RenderingRow(ids.statements[r.statement], r.spans) for r in group]
        speakers = [
            ids.actors_of(
                r.statement.article, by_id[r.statement.article].reading.statements[r.statement.index].speakers
            )
            for r in group
        ]
        members = [digest(r.statement, *(f"{s}-{e}" for s, e in r.spans)) for r in renderings]
        longest = max(speakers, key=len)
        rows.append(UtteranceRow(compiled_id("utterance", members), longest, tuple(renderings), lacking=without))
    return sorted(rows, key=lambda row: row.id)


def shift_rows(links: Links, ids: Ids, kept: AbstractSet[str]) -> list[ShiftRow]:
    """One row a shift between kept statements, by where they stand; its id is its kind and its two places."""
    rows = []
    for shift in links.shifts:
        left, right = (RenderingRow(ids.statements[r.statement], r.spans) for r in (shift.left, shift.right))
        if {left.statement, right.statement} <= kept:
            places = [digest(r.statement, *(f"{s}-{e}" for s, e in r.spans)) for r in (left, right)]
            rows.append(
                ShiftRow(digest("shift", shift.kind, *places), shift.kind, shift.relation, left, right, shift.notes)
            )
    return sorted(rows, key=lambda row: row.id)


def meeting_rows(by_id: Mapping[str, ReadArticle], links: Links, ids: Ids) -> list[MeetingRow]:
    """One row a meeting, merged from its reports, in order of date."""
    rows = [_meeting_row(group, by_id, ids) for group in links.meetings]
    return sorted(rows, key=lambda row: (row.date.edtf == "", row.date.edtf, row.id))


def _meeting_row(group: MeetingGroup, by_id: Mapping[str, ReadArticle], ids: Ids) -> MeetingRow:
    reports = [(at, by_id[at.article].reading.meetings[at.index]) for at in group.reports]
    people = [_told_who(by_id[at.article], report) for at, report in reports]
    lists = [
        ids.actors_of(at.article, report.participants)
        for (at, report), named in zip(reports, people, strict=True)
        if named == max(people)
    ]
    return MeetingRow(
        id=ids.meetings[group.reports[0]],
        kind=Counter(report.kind for _, report in reports).most_common(1)[0][0],
        format=next((report.format for _, report in reports if report.format), None),
        level=next((report.level for _, report in reports if report.level), None),
        participants=_each_once(tuple(dict.fromkeys(chain.from_iterable(lists))), reports, by_id, ids),
        place=group.place,
        date=group.date,
        status=merged_status([report for _, report in reports]),
        reports=tuple(
            MeetingReportRow(at.article, report.spans, report.status, ids.actors_of(at.article, report.according_to))
            for at, report in sorted(reports, key=lambda pair: (pair[0].article, pair[1].spans))
        ),
    )


def _told_who(read: ReadArticle, report: MeetingReport) -> tuple[bool, int]:
    """Whether the report names all who took part ("six powers" names nobody), and how many people: one that names
    states for some of them adds no participants.
    """
    kinds = [read.reading.entities[party].kind for party in report.participants]
    return len(kinds) > 1 and "group" not in kinds, kinds.count("person")


def _each_once(
    actors: tuple[str, ...],
    reports: Sequence[tuple[At, MeetingReport]],
    by_id: Mapping[str, ReadArticle],
    ids: Ids,
) -> tuple[str, ...]:
    """The participants without a group of states all of whose members are named beside it."""
    entities = {
        ids.actors[At(at.article, party)]: by_id[at.article].reading.entities[party]
        for at, report in reports
        for party in report.participants
    }
    named = {entities[actor].country for actor in actors if entities[actor].kind in ("state", "person")}
    groups = member_states()
    return tuple(a for a in actors if not (entities[a].name in groups and groups[entities[a].name] <= named))


def merged_status(reports: Sequence[MeetingReport]) -> MeetingStatus:
    """The status that the reports together give; an outlet's own voice comes before what someone says."""
    own = {report.status for report in reports if not report.according_to}
    given = own or {report.status for report in reports}
    return next(status for status in STATUS_ORDER if status in given)


def origin_rows(links: Links) -> list[OriginRow]:
    """One row an origin, by name."""
    rows = [OriginRow(_origin_id(group), group.name, group.kind, group.rests, group.article) for group in links.origins]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


def _origin_id(group: OriginGroup) -> str:
    """All press conferences have one name: each is told from others by the least article that reports from it."""
    if group.kind == "conference":
        return compiled_id("conference", [rest.article for rest in group.rests])
    return origin_id(group.kind, group.name)


def with_origins(
    rows: Iterable[UtteranceRow], meetings: Iterable[MeetingRow], article_of: Mapping[str, str], origins: Origins
) -> tuple[tuple[UtteranceRow, ...], tuple[MeetingRow, ...]]:
    """Utterances and meetings with the number of independent origins from which their words come."""
    said = [(row, [(article_of[r.statement], r.spans) for r in row.renderings]) for row in rows]
    held = [(row, [(r.article, r.spans) for r in row.reports]) for row in meetings]
    return (
        tuple(replace(row, origins=origins.count(places)) for row, places in said),
        tuple(replace(row, origins=origins.count(places)) for row, places in held),
    )
