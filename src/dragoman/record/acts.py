"""Acts as rows: statements and meetings coded with PLOVER roots, who acts towards whom, and on whose word."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from dragoman.model.acts import ActMode, ActRow
from dragoman.model.ids import digest
from dragoman.model.links import At, Ref
from dragoman.model.reading import MeetingStatus, ReadArticle, Reading, Root
from dragoman.model.record import ActorRow, MeetingRow
from dragoman.model.spans import Place, words
from dragoman.record.identify import Ids

MEETING_ROOTS: Mapping[MeetingStatus, Root] = {"held": "CONSULT", "planned": "AGREE"}
"""PLOVER codes cooperation that lies ahead as AGREE. Who proposed, refused or called off a meeting is not told by its
row, so that no act of theirs follows from it.
"""
MEDIATED = re.compile(r"\bmediat|\bbrokered\b|\bgood offices\b|\bshuttle diplomacy\b", re.IGNORECASE)


def statement_acts(
    read: ReadArticle, actors: Mapping[str, ActorRow], ids: Ids, kept: AbstractSet[str]
) -> Iterator[ActRow]:
    """The acts told in the article's statements, those that are kept. The state of who acts is nobody's target."""
    article, reading = read
    for index, statement in enumerate(reading.statements):
        of = Ref("statements", ids.statements[At(article.id, index)])
        for act in statement.acts if of.id in kept else ():
            spans = [f"{start}-{end}" for start, end in act.spans]
            source = ids.actors_of(article.id, act.source or statement.speakers)
            own = {actors[actor].country for actor in source} - {None}
            target = ids.actors_of(article.id, act.target)
            yield ActRow(
                id=digest("act", of.id, act.root, *spans),
                root=act.root,
                mode=None,
                source=source,
                target=tuple(t for t in target if actors[t].kind != "state" or actors[t].country not in own),
                of=of,
                alleged_by=ids.actors_of(article.id, _told_by(reading, index, alleged=act.alleged)),
                confidence=act.confidence,
                place=Place(article.id, act.spans),
            )


def _told_by(reading: Reading, index: int, *, alleged: bool) -> tuple[int, ...]:
    """On whose word the act stands: of what others did the speaker's; of the speaker's own that of who quotes them."""
    statement = reading.statements[index]
    if alleged:
        return statement.speakers
    return () if statement.inside is None else reading.statements[statement.inside].speakers


def meeting_acts(
    meetings: Iterable[MeetingRow], by_id: Mapping[str, ReadArticle], actors: Mapping[str, ActorRow]
) -> Iterator[ActRow]:
    """Meetings that were held, or are to be, and have a participant."""
    for row in meetings:
        root = MEETING_ROOTS.get(row.status)
        if root is None or not row.participants:
            continue
        reports = [report for report in row.reports if report.status == row.status] or row.reports
        of = Ref("meetings", row.id)
        first = min(reports, key=lambda report: (bool(report.according_to), report.article, report.spans))
        passages = [words(by_id[report.article].article.text, report.spans) for report in reports]
        tellers = [report.according_to for report in reports]
        yield ActRow(
            id=digest("act", of.id, root),
            root=root,
            mode="third-party" if _from_outside(row, actors) else mode_of(row, passages),
            source=row.participants[:1],
            target=row.participants[1:],
            of=of,
            alleged_by=tuple(dict.fromkeys(chain.from_iterable(tellers))) if all(tellers) else (),
            confidence=None,
            place=Place(first.article, first.spans),
        )


def _from_outside(meeting: MeetingRow, actors: Mapping[str, ActorRow]) -> bool:
    """Whether somebody hosts or mediates who is of no participant's country."""
    theirs = {actors[actor].country for actor in meeting.participants}
    hosts = {actors[host].country for host in meeting.hosts if host not in meeting.participants} - {None}
    return len(meeting.participants) > 1 and None not in theirs and bool(hosts) and not hosts & theirs


def mode_of(meeting: MeetingRow, passages: Sequence[str]) -> ActMode | None:
    """PLOVER's mode of consultation; none of a plain meeting of two."""
    if any(MEDIATED.search(passage) for passage in passages):
        return "third-party"
    if meeting.kind == "call" or meeting.format in ("call", "video"):
        return "phone"
    if meeting.kind == "visit":
        return "visit"
    several = meeting.kind == "conference" or meeting.format in ("trilateral", "multilateral", "conference")
    return "multilateral" if several or len(meeting.participants) > 2 else None


def act_rows(
    reads: Iterable[ReadArticle],
    meetings: Iterable[MeetingRow],
    actors: Iterable[ActorRow],
    ids: Ids,
    kept: AbstractSet[str],
) -> tuple[ActRow, ...]:
    """Every coded statement and meeting, by id, each once."""
    ordered = list(reads)
    by_id = {read.article.id: read for read in ordered}
    known = {actor.id: actor for actor in actors}
    told = (row for read in ordered for row in statement_acts(read, known, ids, kept))
    found = chain(told, meeting_acts(meetings, by_id, known))
    return tuple(sorted({row.id: row for row in found}.values(), key=lambda row: row.id))
