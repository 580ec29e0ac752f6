"""Readings and links folded into the record. Pure: the same inputs give the same bytes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.model.article import Dropped
from dragoman.model.ids import compiled_id
from dragoman.model.links import At, Join, Links, Ref
from dragoman.model.origins import Publisher, origins_of
from dragoman.model.reading import ReadArticle
from dragoman.model.record import (
    ActorRow,
    LinkRow,
    Made,
    MeetingRow,
    Record,
    StatementRow,
    StoryRow,
    UtteranceRow,
)
from dragoman.model.spans import common
from dragoman.record.claims import claim_rows
from dragoman.record.disputes import with_claims
from dragoman.record.groups import actor_rows, origin_rows, shift_rows, utterance_rows, with_origins
from dragoman.record.identify import Ids, identify
from dragoman.record.issues import issue_rows, named_in, with_issues
from dragoman.record.judged import judgement_rows, place_of, set_aside
from dragoman.record.ledgers import with_ledgers
from dragoman.record.meetings import meeting_rows, with_readouts
from dragoman.record.rows import article_row, statement_rows
from dragoman.record.silence import with_unheard
from dragoman.record.titles import main_meeting, story_days, story_title


def fold(readings: Sequence[ReadArticle], links: Links, dropped: Sequence[Dropped], made: Made) -> Record:
    """The record of the readings. Statements that lie in furniture that compare found are dropped with a reason."""
    now = [links.corrected.get(read.article.id, read) for read in readings]
    ordered = sorted(now, key=lambda read: (read.article.source, read.article.id))
    by_id = {read.article.id: read for read in ordered}
    ids = identify(ordered, links)
    by_story = {at for group in links.actors for at in group.by_story}
    rows = [row for read in ordered for row in statement_rows(read, links, ids, by_story)]
    own, lost = _without_furniture(rows, by_id, links)
    issues = tuple(issue_rows(links, ids, {row.id for row in own}))
    statements = with_issues(own, named := named_in(links, ids, issues))
    actors = actor_rows(by_id, links, ids)
    meetings = meeting_rows(by_id, links, ids)
    kept = {row.id for row in statements}
    origins = origin_rows(links)
    publishers = {read.article.id: Publisher(read.article.masthead.outlet, read.article.owner) for read in ordered}
    utterances, meetings_told = with_origins(
        _kept_utterances(utterance_rows(by_id, links, ids), kept),
        meetings,
        {row.id: row.article for row in statements},
        origins_of(origins, publishers),
    )
    record = Record(
        articles=tuple(article_row(read, links) for read in ordered),
        actors=tuple(actors),
        statements=tuple(statements),
        utterances=utterances,
        shifts=tuple(shift_rows(links, ids, kept)),
        stories=(stories := _stories(by_id, links, meetings, statements, actors)),
        origins=tuple(origins),
        meetings=with_unheard(with_readouts(meetings_told, statements, actors), stories, statements, actors),
        issues=issues,
        links=tuple(row for row in _links(links.joins, ids, by_id) if _stands(row, kept)),
        judgements=judgement_rows(links.judged),
        dropped=tuple(
            sorted((*dropped, *lost, *set_aside(links.judged)), key=lambda drop: (drop.source, drop.stage, drop.reason))
        ),
        made=made,
    )
    record = with_ledgers(record, by_id, links, ids, named)
    claimed = claim_rows(record, origins_of(origins, publishers), links, ids)
    disputes = with_claims(record.disputes, record.utterances, claimed.claims)
    return replace(record, claims=claimed.claims, conflicts=claimed.conflicts, disputes=disputes)


def _without_furniture(
    rows: Sequence[StatementRow], by_id: dict[str, ReadArticle], links: Links
) -> tuple[list[StatementRow], list[Dropped]]:
    kept, lost = [], []
    for row in rows:
        if common(row.content, links.furniture.get(row.article, ())):
            source = by_id[row.article].article.source
            lost.append(
                Dropped(
                    source,
                    "record",
                    f"a statement at {row.content[0].start} lies in a line that repeats across the outlet",
                )
            )
        else:
            kept.append(row)
    gone = {row.id for row in rows} - {row.id for row in kept}
    kept = [row for row in kept if row.inside not in gone]
    here = {row.id for row in kept}
    return [row if here.issuperset(row.answers) else replace(row, answers=()) for row in kept], lost


def _kept_utterances(rows: Iterable[UtteranceRow], kept: set[str]) -> Iterator[UtteranceRow]:
    for row in rows:
        renderings = tuple(r for r in row.renderings if r.statement in kept)
        if len(renderings) > 1:
            yield replace(row, renderings=renderings)


def _stands(row: LinkRow, kept: set[str]) -> bool:
    return all(end.list != "statements" or end.id in kept for end in (row.left, row.right))


def _stories(
    by_id: dict[str, ReadArticle],
    links: Links,
    meetings: Sequence[MeetingRow],
    statements: Sequence[StatementRow],
    actors: Sequence[ActorRow],
) -> tuple[StoryRow, ...]:
    by_actor = {row.id: row for row in actors}
    said: defaultdict[str, list[StatementRow]] = defaultdict(list)
    told: defaultdict[str, list[MeetingRow]] = defaultdict(list)
    for statement in statements:
        said[statement.article].append(statement)
    for meeting in meetings:
        for article in {report.article for report in meeting.reports}:
            told[article].append(meeting)
    rows = []
    for group in links.stories:
        here = list({meeting.id: meeting for article in group.articles for meeting in told[article]}.values())
        reads, main = [by_id[article] for article in group.articles], main_meeting(group.articles, here)
        words = [statement for article in group.articles for statement in said[article]]
        title, days = story_title(reads, main, words, by_actor), story_days(reads, main, links.dates)
        rows.append(StoryRow(compiled_id("story", group.articles), title, group.articles, days))
    return tuple(sorted(rows, key=lambda row: (row.when.edtf == "", row.when.edtf, row.id)))


def _links(joins: Sequence[Join], ids: Ids, by_id: dict[str, ReadArticle]) -> tuple[LinkRow, ...]:
    rows = [
        LinkRow(
            join.kind,
            _ref(join.noun, join.left, ids),
            _ref(join.to or join.noun, join.right, ids),
            join.score,
            join.reasons,
            join.by,
            () if join.to else (*place_of(join.noun, join.left, by_id), *place_of(join.noun, join.right, by_id)),
        )
        for join in joins
    ]
    return tuple(sorted(rows, key=lambda row: (row.left.list, row.left.id, row.right.id, row.kind)))


def _ref(noun: str, at: At, ids: Ids) -> Ref:
    if noun in ("articles", "origins"):
        return Ref(noun, at.article)
    known = {"statements": ids.statements, "actors": ids.actors, "meetings": ids.meetings}
    known |= {"commitments": ids.commitments, "instruments": ids.instruments}
    return Ref(noun, known[noun][at])
