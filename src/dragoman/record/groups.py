"""Rows compiled from several articles: actors, utterances, shifts, origins."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from dragoman.model.ids import compiled_id, digest, origin_id
from dragoman.model.links import ActorGroup, Links, OriginGroup
from dragoman.model.origins import Origins
from dragoman.model.reading import Entity, ReadArticle
from dragoman.model.record import (
    ActorMention,
    ActorRow,
    MeetingRow,
    OriginRow,
    RenderingRow,
    ShiftRow,
    UtteranceRow,
)
from dragoman.record.identify import Ids


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
    offices = [words for at in group.entities for words in _own_offices(by_id[at.article], at.index)]
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


def _own_offices(read: ReadArticle, index: int) -> Iterator[str]:
    """An entity's offices as printed, but for words that stand for several ("the two ministers") or name somebody as
    another's counterpart.
    """
    held = Counter(office.span for entity in read.reading.entities for office in entity.offices)
    for office in read.reading.entities[index].offices:
        words = read.article.text[office.span.start : office.span.end]
        if held[office.span] == 1 and "counterpart" not in words.lower():
            yield words


def best_name(entities: Sequence[Entity]) -> str:
    """Of a person the name of two words or more that most articles use, of anybody else the fullest name; then the
    fuller one, then the first in the alphabet.
    """
    uses = Counter(entity.name for entity in entities)
    if entities[0].kind == "person":
        full = [name for name in uses if " " in name] or list(uses)
        return min(full, key=lambda name: (-uses[name], -len(name.split()), name))
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
