"""What binds the members of a group that people part: along these lines the others choose their side."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dragoman.compare.gatherings import Gathering
from dragoman.compare.occasions import Occasion
from dragoman.compare.regroup import Edge
from dragoman.model.links import At, Join, MeetingGroup, Rendering
from dragoman.model.reading import Entity, ReadArticle
from dragoman.model.spans import Spans, common, length
from dragoman.model.when import UNKNOWN

SAME_TEXT = 2.0
"""A copy goes where its text goes, before all other likenesses."""


def actor_edges(readings: Iterable[ReadArticle]) -> Callable[[Sequence[At], Sequence[At]], list[Edge[At]]]:
    """How alike further mentions of an actor are to those that are parted: by names, state and office."""
    entities = {At(a.id, i): entity for a, reading in readings for i, entity in enumerate(reading.entities)}

    def edges(members: Sequence[At], parted: Sequence[At]) -> list[Edge[At]]:
        fixed = set(parted)
        scored = [(_alike(entities[p], entities[at]), p, at) for at in members if at not in fixed for p in parted]
        return [edge for edge in scored if edge[0] > 0]

    return edges


def _alike(one: Entity, other: Entity) -> float:
    names, others = ({name.casefold() for name in entity.names} for entity in (one, other))
    titles, held = ({office.title for office in entity.offices} for entity in (one, other))
    states = 0 if not one.country or not other.country else 1 if one.country == other.country else -3
    named = 2 * len(names & others) / len(names | others) if names and others else 0
    return named + bool(titles & held) + states


def rendering_edges(
    joins: Iterable[Join],
) -> Callable[[Sequence[Rendering], Sequence[Rendering]], list[Edge[Rendering]]]:
    """The links between the statements of an utterance, as they bind its renderings."""
    linked = [(join.score, join.left, join.right) for join in joins]

    def edges(members: Sequence[Rendering], _: Sequence[Rendering]) -> list[Edge[Rendering]]:
        of: dict[At, Rendering] = {rendering.statement: rendering for rendering in members}
        return [(score, of[left], of[right]) for score, left, right in linked if left in of and right in of]

    return edges


def join_edges(joins: Iterable[Join]) -> Callable[[Sequence[At], Sequence[At]], list[Edge[At]]]:
    """The links between findings that are members themselves."""
    linked = [(join.score, join.left, join.right) for join in joins]

    def edges(members: Sequence[At], _: Sequence[At]) -> list[Edge[At]]:
        here = set(members)
        return [edge for edge in linked if edge[1] in here and edge[2] in here]

    return edges


def story_edges(
    joins: Iterable[Join], same_text: Mapping[str, str]
) -> Callable[[Sequence[str], Sequence[str]], list[Edge[str]]]:
    """The links between the articles of a story, and those between copies of one text."""
    linked = [(join.score, join.left.article, join.right.article) for join in joins]
    linked += [(SAME_TEXT, copy, first) for copy, first in same_text.items()]

    def edges(members: Sequence[str], _: Sequence[str]) -> list[Edge[str]]:
        here = set(members)
        return [edge for edge in linked if edge[1] in here and edge[2] in here]

    return edges


def story_pairs(
    pairs: Iterable[tuple[str, str]],
    before: Iterable[Sequence[str]],
    after: Iterable[Sequence[str]],
    same_text: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """The pairs of articles to look for common utterances in: those still in one story, and those newly in one."""
    old = {article: number for number, group in enumerate(before) for article in group}
    groups = [[article for article in group if article not in same_text] for group in after]
    new = {article: number for number, group in enumerate(groups) for article in group}
    yield from (pair for pair in pairs if new[pair[0]] == new[pair[1]])
    for group in groups:
        if len({old[article] for article in group}) > 1:
            for place, left in enumerate(group):
                yield from ((left, right) for right in group[place + 1 :] if old[left] != old[right])


def renderings_of(at: At, part: Spans, content: Spans, told: Mapping[At, Sequence[Rendering]]) -> list[Rendering]:
    """The renderings that are meant by a statement or a part of it, the longest first; else one of its own."""
    known = sorted(told.get(at, ()), key=lambda each: (-length(common(each.spans, part)), -length(each.spans), each))
    if part and known:
        near = [each for each in known if 2 * length(common(each.spans, part)) >= max(length(each.spans), length(part))]
        known = near[:1]
    return known or [Rendering(at, common(part, content) or content)]


def meeting_groups(
    parts: Iterable[Sequence[At]], before: Iterable[MeetingGroup], told: Iterable[Gathering]
) -> Iterator[MeetingGroup]:
    """The meetings, date and place of those that changed taken again from their own reports."""
    known = {group.reports: group for group in before}
    reports = {gathering.at: gathering for gathering in told}
    for part in map(tuple, parts):
        if part in known:
            yield known[part]
            continue
        occasion = Occasion([reports[at] for at in part])
        whole = [group for group in known.values() if set(group.reports) <= set(part)]
        when, place = occasion.when, occasion.place
        if not when.earliest and not when.latest:
            when = next((group.date for group in whole if group.date.earliest or group.date.latest), UNKNOWN)
        yield MeetingGroup(part, when, place or next((group.place for group in whole if group.place), None))
