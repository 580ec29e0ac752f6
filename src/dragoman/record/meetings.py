"""Meetings: one row each, merged from its reports, with what the articles tell beside who met."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from dragoman.knowledge.bodies import member_states
from dragoman.knowledge.offices import level_of
from dragoman.model.links import At, Links, MeetingGroup
from dragoman.model.reading import AHEAD, MeetingLevel, MeetingReport, MeetingStatus, ReadArticle
from dragoman.model.record import (
    ActorMention,
    ActorRow,
    HeldOffice,
    MeetingReportRow,
    MeetingRow,
    NamedOnly,
    Readout,
    StatementRow,
)
from dragoman.model.spans import Place, Span, Spans, covers, merged
from dragoman.record.identify import Ids

STATUS_ORDER: tuple[MeetingStatus, ...] = (
    "held",
    "cancelled",
    "postponed",
    "planned",
    "refused",
    "denied",
    "invited",
    "conditional",
    "proposed",
)
"""Where reports differ, the merged meeting has the first of these that any report gives in the outlet's own voice."""
LEAD = 800
"""An article that reports a meeting within so many first code points is about it."""
NEAR = 300
"""What is said so near to the report of a meeting is told of it."""
Reports = Sequence[tuple[At, MeetingReport]]


def meeting_rows(by_id: Mapping[str, ReadArticle], links: Links, ids: Ids) -> list[MeetingRow]:
    """One row a meeting, merged from its reports, in order of date, each with the next one that it announces."""
    rows = [_meeting_row(group, by_id, ids) for group in links.meetings]
    ordered = sorted(rows, key=lambda row: (row.date.edtf == "", row.date.edtf, row.id))
    return [replace(row, next=_next(row, near)) for row, near in _beside(ordered)]


def _meeting_row(group: MeetingGroup, by_id: Mapping[str, ReadArticle], ids: Ids) -> MeetingRow:
    reports = [(at, by_id[at.article].reading.meetings[at.index]) for at in group.reports]
    told = [_told_who(by_id[at.article], report) for at, report in reports]
    lists = [
        ids.actors_of(at.article, report.participants)
        for (at, report), named in zip(reports, told, strict=True)
        if named == max(told)
    ]
    participants = _each_once(tuple(dict.fromkeys(chain.from_iterable(lists))), reports, by_id, ids)
    offices = tuple(_offices(participants, reports, by_id, ids))
    return MeetingRow(
        id=ids.meetings[group.reports[0]],
        kind=Counter(report.kind for _, report in reports).most_common(1)[0][0],
        format=next((report.format for _, report in reports if report.format), None),
        level=_level(participants, reports, by_id, ids),
        participants=participants,
        place=group.place,
        date=group.date,
        status=merged_status([report for _, report in reports]),
        reports=tuple(
            MeetingReportRow(at.article, report.spans, report.status, ids.actors_of(at.article, report.according_to))
            for at, report in sorted(reports, key=lambda pair: (pair[0].article, pair[1].spans))
        ),
        offices=offices,
        hosts=tuple(dict.fromkeys(host for at, r in reports for host in ids.actors_of(at.article, r.hosts))),
        agenda=_places((at, report.agenda) for at, report in reports),
        outcome=_places((at, report.outcome) for at, report in reports),
    )


def _places(passages: Iterable[tuple[At, Spans]]) -> tuple[Place, ...]:
    """Each passage as a place of its own."""
    return tuple(dict.fromkeys(Place(at.article, (span,)) for at, spans in sorted(passages) for span in spans))


def _told_who(read: ReadArticle, report: MeetingReport) -> tuple[bool, int]:
    """Whether the report names all who took part ("six powers" names nobody), and how many people: one that names
    states for some of them adds no participants.
    """
    kinds = [read.reading.entities[party].kind for party in report.participants]
    return len(kinds) > 1 and "group" not in kinds, kinds.count("person")


def _each_once(
    actors: tuple[str, ...], reports: Reports, by_id: Mapping[str, ReadArticle], ids: Ids
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


def _offices(
    participants: tuple[str, ...], reports: Reports, by_id: Mapping[str, ReadArticle], ids: Ids
) -> Iterator[HeldOffice]:
    """The first office of each participant in the articles that report the meeting: that held on that date. One that
    is printed for several ("their counterparts") is given only where there is no other.
    """
    found: dict[str, list[HeldOffice]] = {}
    shared: Counter[tuple[str, Span]] = Counter()
    for at, report in sorted(reports, key=lambda pair: pair[0]):
        for party in dict.fromkeys(report.participants):
            actor = ids.actors[At(at.article, party)]
            for office in by_id[at.article].reading.entities[party].offices:
                shared[at.article, office.span] += 1
                found.setdefault(actor, []).append(HeldOffice(actor, at.article, (office.span,)))
    for actor in participants:
        held = found.get(actor, ())
        own = [each for each in held if shared[each.article, each.spans[0]] == 1]
        yield from (own or held)[:1]


def _level(
    participants: tuple[str, ...], reports: Reports, by_id: Mapping[str, ReadArticle], ids: Ids
) -> MeetingLevel | None:
    """The level in so many words, else that of the office of every person who took part, where it is one."""
    said = [level for _, report in reports if report.level and (level := level_of(report.level))]
    if said:
        return said[0]
    titles: defaultdict[str, set[MeetingLevel | None]] = defaultdict(set)
    for at, report in reports:
        for party in report.participants:
            entity = by_id[at.article].reading.entities[party]
            if entity.kind == "person":
                titles[ids.actors[At(at.article, party)]] |= {level_of(office.title) for office in entity.offices[:1]}
    levels = {next(iter(titles[actor]), None) if len(titles[actor]) == 1 else None for actor in participants}
    return levels.pop() if len(levels) == 1 and len(participants) > 1 else None


def merged_status(reports: Sequence[MeetingReport]) -> MeetingStatus:
    """The status that the reports together give; an outlet's own voice comes before what someone says."""
    own = {report.status for report in reports if not report.according_to}
    given = own or {report.status for report in reports}
    return next(status for status in STATUS_ORDER if status in given)


def _beside(rows: Sequence[MeetingRow]) -> Iterator[tuple[MeetingRow, list[MeetingRow]]]:
    """Each meeting with those ahead that an article tells of beside it."""
    ahead: defaultdict[str, list[MeetingRow]] = defaultdict(list)
    for row in rows:
        if row.status in AHEAD:
            for article in {report.article for report in row.reports}:
                ahead[article].append(row)
    for row in rows:
        near = {each.id: each for report in row.reports for each in ahead[report.article] if each.id != row.id}
        yield row, list(near.values())


def _next(row: MeetingRow, ahead: Iterable[MeetingRow]) -> str | None:
    """The one meeting that is announced beside a held one, between some of the same, on a later day or on none yet."""
    if row.status != "held":
        return None
    later = [
        each
        for each in ahead
        if set(each.participants) & set(row.participants)
        and not (each.date.latest and row.date.earliest and each.date.latest <= row.date.earliest)
    ]
    return later[0].id if len(later) == 1 else None


def with_readouts(
    meetings: Iterable[MeetingRow], statements: Iterable[StatementRow], actors: Iterable[ActorRow]
) -> tuple[MeetingRow, ...]:
    """The meetings, those that were held between two sides or more with the accounts that their sides give."""
    by_actor = {row.id: row for row in actors}
    said: defaultdict[str, list[StatementRow]] = defaultdict(list)
    for statement in statements:
        if statement.shown and statement.kind == "speech" and statement.inside is None:
            said[statement.article].append(statement)
    mentions: defaultdict[str, list[tuple[ActorMention, str]]] = defaultdict(list)
    for actor in (each for each in by_actor.values() if each.kind in ("person", "state", "body")):
        for mention in actor.mentions:
            mentions[mention.article].append((mention, actor.id))
    rows = list(meetings)
    alone = _only_meetings(rows)
    told = {
        row.id: [article for article in dict.fromkeys(r.article for r in row.reports) if alone[article] == {row.id}]
        for row in rows
    }
    return tuple(
        replace(row, readouts=_readouts(row, {a: said[a] for a in told[row.id]}, mentions, by_actor)) for row in rows
    )


def _only_meetings(rows: Iterable[MeetingRow]) -> Mapping[str, set[str]]:
    """The largest of the meetings that each article reports as held; of two, whose words were at which is not told."""
    held: defaultdict[str, list[MeetingRow]] = defaultdict(list)
    for row in rows:
        if row.status == "held" and row.kind in ("meeting", "call"):
            for article in {report.article for report in row.reports}:
                held[article].append(row)
    largest = {article: max(len(row.participants) for row in here) for article, here in held.items()}
    found = {
        article: {row.id for row in here if len(row.participants) == largest[article]} for article, here in held.items()
    }
    return defaultdict(set, found)


def _readouts(
    row: MeetingRow,
    said: Mapping[str, Sequence[StatementRow]],
    mentions: Mapping[str, Sequence[tuple[ActorMention, str]]],
    actors: Mapping[str, ActorRow],
) -> tuple[Readout, ...]:
    sides = {actor: actors[actor].country or actor for actor in row.participants}
    words: defaultdict[str, list[StatementRow]] = defaultdict(list)
    for article in dict.fromkeys(report.article for report in row.reports):
        for statement in said.get(article, ()):
            own = {actors[speaker].country or speaker for speaker in statement.speakers}
            if len(own) == 1 and own <= set(sides.values()) and _is_account(statement, row, actors):
                words[own.pop()].append(statement)
    if len(words) < 2:  # one side's account stands beside none
        return ()
    named = {side: dict(_named(rows, mentions)) for side, rows in words.items()}
    parts = set(sides.values())
    return tuple(
        Readout(
            tuple(actor for actor, country in sides.items() if country == side),
            tuple(statement.id for statement in rows),
            tuple(
                NamedOnly(actor, place)
                for actor, place in named[side].items()
                if (actors[actor].country or actor) not in parts
                and not any(actor in others for other, others in named.items() if other != side)
            ),
        )
        for side, rows in sorted(words.items())
    )


def _is_account(statement: StatementRow, row: MeetingRow, actors: Mapping[str, ActorRow]) -> bool:
    """Whether a side speaks of the meeting: one who took part, or a body of his state, in an article that opens with
    the meeting, or beside the words that report it; and on no other day.
    """
    speaks = all(each in row.participants or actors[each].kind in ("state", "body") for each in statement.speakers)
    if not speaks or not _is_of_that_day(statement, row):
        return False
    told = [report.spans for report in row.reports if report.article == statement.article]
    start, end = statement.content[0].start, statement.content[-1].end
    return any(s[0].start < LEAD or (s[0].start - NEAR < end and start < s[-1].end + NEAR) for s in told)


def _is_of_that_day(statement: StatementRow, row: MeetingRow) -> bool:
    """Whether nothing tells that it was said on another day than the meeting's."""
    when, day = statement.said_on, row.date
    late = when.earliest and day.latest and when.earliest > day.latest
    early = when.latest and day.earliest and when.latest < day.earliest
    return not (late or early)


def _named(
    rows: Iterable[StatementRow], mentions: Mapping[str, Sequence[tuple[ActorMention, str]]]
) -> Iterator[tuple[str, Place]]:
    """The actors that the statements name, each where it is named last."""
    for row in rows:
        content = merged(row.content)
        for mention, actor in mentions.get(row.article, ()):
            if mention.form == "name" and covers(content, mention.spans):
                yield actor, Place(row.article, mention.spans)
