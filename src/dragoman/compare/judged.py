"""Judgements replayed: what the program grouped, grouped as people say.

Each step of the plan hands over what it found and takes back what people left of it, so that all later steps build on
their word. A machine's link between findings that people hold apart is taken out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from dragoman.compare.cases import OVERRULED, Case, Placed, docket, when_judged
from dragoman.compare.corrected import AS_FOUND, corrected
from dragoman.compare.gatherings import Gathering
from dragoman.compare.kinship import (
    actor_edges,
    join_edges,
    meeting_groups,
    rendering_edges,
    renderings_of,
    story_edges,
    story_pairs,
)
from dragoman.compare.regroup import Bound, Edge, Wish, regrouped
from dragoman.compare.stories import Stories
from dragoman.compare.ties import changed, group_ties, held, origin_end, origin_named, tie, wishes
from dragoman.model.judgement import UNDATED, Judgement
from dragoman.model.links import ActorGroup, At, Join, MeetingGroup, OriginGroup, Rendering, Replayed, Rest, StoryGroup
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Place
from dragoman.model.when import When

T = TypeVar("T", bound="object")
Mentions = tuple[At, ...]
"""The mentions that name one document."""
EFFECTS = {"same": "put together", "not-same": "held apart", "split": "a story apart", "join": "one story"}
NOTHING = "what it points at is not among the {} any more"


class Judged:
    """The judgements on a collection, while they are replayed. ``readings`` are all of them, in their order, as people
    corrected them; ``corrected`` are those that changed, by the id of their article.
    """

    def __init__(self, readings: Sequence[ReadArticle], judgements: Sequence[Judgement]) -> None:
        self._docket = docket(readings, judgements)
        self._refused = dict(self._docket.refused)
        made = corrected(readings, self._docket.cases)
        self.readings = made.readings
        self.corrected = made.changed
        self._effects = made.effects
        self._speakers = made.speakers
        self._joins: list[Join] = []
        for case in self._docket.of("speaker"):
            self._tie(case, "speaker", "actors")

    @property
    def joins(self) -> tuple[Join, ...]:
        """The links that people made."""
        return tuple(self._joins)

    def outcomes(self) -> tuple[Replayed, ...]:
        """What became of each judgement that concerns these articles, in the order of the file."""
        return tuple(
            Replayed(each, applied=False, effect=self._refused[each.id])
            if each.id in self._refused
            else Replayed(each, applied=True, effect=self._effects[each.id])
            for each in self._docket.concerned
        )

    def stories(self, told: Stories, same_text: Mapping[str, str]) -> Stories:
        """The stories, the pairs of articles that can share utterances, and the links that still hold."""
        cases = self._docket.of("split", "join")
        if not cases:
            return told
        order = {read.article.id: place for place, read in enumerate(self.readings)}
        before = [group.articles for group in told.groups]
        edges = story_edges(told.joins, same_text)
        parts = self._regrouped(before, list(wishes(cases, lambda at, *_: [at.article])), edges)
        after = _in_order(parts, order)
        self._link(cases)
        return Stories(
            tuple(StoryGroup(part) for part in after),
            tuple(story_pairs(told.pairs, before, after, same_text)),
            held(told.joins, [[At(article, 0) for article in part] for part in after]),
        )

    def actors(
        self, groups: tuple[ActorGroup, ...], joins: tuple[Join, ...]
    ) -> tuple[tuple[ActorGroup, ...], tuple[Join, ...]]:
        """Who is who; entities that stand for a speaker whom only other articles name are put to that actor."""
        cases = self._docket.of("same", "not-same", about="actors")
        wanted = list(wishes(cases, lambda at, *_: [at]))
        wanted += [Wish(judgement, (to, at)) for at, (to, judgement) in self._speakers.items()]
        if not wanted:
            return groups, joins
        every = [At(article.id, i) for article, reading in self.readings for i, _ in enumerate(reading.entities)]
        order = {at: place for place, at in enumerate(every)}
        parts = self._regrouped([group.entities for group in groups], wanted, actor_edges(self.readings))
        parts = _in_order(parts, order)
        self._link(cases)
        by_story = frozenset(at for group in groups for at in group.by_story)
        # Whoever only stands for a speaker comes last: an actor has the name and kind that texts give it.
        last = [tuple(sorted(part, key=self._speakers.__contains__)) for part in parts]
        return tuple(ActorGroup(part, by_story.intersection(part)) for part in last), held(joins, parts)

    def utterances(
        self, told: tuple[tuple[Rendering, ...], ...], joins: tuple[Join, ...], same_text: Mapping[str, str]
    ) -> tuple[tuple[tuple[Rendering, ...], ...], tuple[Join, ...]]:
        """The utterances; a statement that people put to another need not have been in one."""
        cases = self._docket.of("same", "not-same", about="statements")
        if not cases:
            return told, joins
        known: dict[At, list[Rendering]] = defaultdict(list)
        for rendering in (each for group in told for each in group):
            known[rendering.statement].append(rendering)
        content = {At(a.id, i): s.content for a, reading in self.readings for i, s in enumerate(reading.statements)}

        def meant(at: At, case: Case, placed: Placed) -> list[Rendering]:
            # A copy renders nothing beside what it copies.
            if same_text.get(at.article) in {other.article for other in placed[1]}:
                return []
            found = renderings_of(at, placed[0].part, content[at], known)
            return found if case.other else found[:1]

        wanted = list(wishes(cases, meant))
        named = dict.fromkeys(each for wish in wanted for each in (*wish.together, *wish.away))
        alone = [(each,) for each in named if each not in known[each.statement]]
        parts = self._regrouped([*told, *alone], wanted, rendering_edges(joins))
        self._link(cases)
        groups = tuple(sorted(tuple(sorted(part)) for part in parts if len(part) > 1))
        return groups, held(joins, [[each.statement for each in group] for group in groups])

    def meetings(
        self, groups: tuple[MeetingGroup, ...], joins: tuple[Join, ...], told: Callable[[], Iterable[Gathering]]
    ) -> tuple[tuple[MeetingGroup, ...], tuple[Join, ...]]:
        """The meetings, with the dates that people gave; ``told`` gives what the reports say, where that is needed."""
        cases = self._docket.of("same", "not-same", about="meetings")
        if cases:
            order = {at: place for place, at in enumerate(at for group in groups for at in group.reports)}
            wanted = list(wishes(cases, lambda at, *_: [at]))
            parts = self._regrouped([group.reports for group in groups], wanted, join_edges(joins))
            parts = _in_order(parts, order)
            self._link(cases)
            groups, joins = tuple(meeting_groups(parts, groups, told())), held(joins, parts)
        for case in self._docket.of("occasion", about="meetings"):
            when, ats = when_judged(case.judgement), set(case.abouts)
            old = next(group.date for group in groups if ats & set(group.reports))
            self._effects[case.judgement.id] = f"date {when.edtf or UNDATED}; it was {old.edtf or UNDATED}"
            groups = tuple(replace(group, date=when) if ats & set(group.reports) else group for group in groups)
        return groups, joins

    def instruments(self, groups: Sequence[Mentions], joins: Sequence[Join]) -> tuple[list[Mentions], tuple[Join, ...]]:
        """The documents; a mention that took up none may be put to one."""
        cases = self._docket.of("same", "not-same", about="instruments")
        if not cases:
            return list(groups), tuple(joins)
        every = [At(article.id, i) for article, reading in self.readings for i, _ in enumerate(reading.instruments)]
        wanted = list(wishes(cases, lambda at, *_: [at]))
        known = {at for group in groups for at in group}
        named = dict.fromkeys(each for wish in wanted for each in (*wish.together, *wish.away))
        alone = [(each,) for each in named if each not in known]
        parts = self._regrouped([*groups, *alone], wanted, join_edges(joins))
        parts = _in_order(
            [part for part in parts if known.intersection(part) or len(part) > 1],
            {at: place for place, at in enumerate(every)},
        )
        here, before = {at for part in parts for at in part}, len(self._joins)
        self._link(cases)
        self._joins[before:] = [join for join in self._joins[before:] if {join.left, join.right} <= here]
        return parts, held(joins, parts)

    def commitments(
        self, groups: Sequence[Sequence[At]], joins: Sequence[Join]
    ) -> tuple[list[tuple[At, ...]], tuple[Join, ...]]:
        """The reports of each undertaking, and the links that still hold."""
        parts = self._together("commitments", groups, join_edges(joins))
        return parts, held(joins, parts)

    def allegations(self, groups: Sequence[Sequence[At]]) -> list[tuple[At, ...]]:
        """The statements of each accusation, without those that accuse nobody."""
        gone: set[At] = set()
        known = {at for group in groups for at in group}
        for case in self._docket.of("not-an-allegation"):
            here = known.intersection(case.abouts)
            self._effects[case.judgement.id] = "no allegation" if here else AS_FOUND
            gone |= here
        left = [tuple(at for at in group if at not in gone) for group in groups]
        return self._together("allegations", [group for group in left if group], join_edges(()))

    def occasions(
        self, said_on: Mapping[At, When], meetings: Iterable[MeetingGroup]
    ) -> tuple[dict[At, When], dict[At, At]]:
        """When statements were made, and the report of the meeting at which they were."""
        dates = {at: group.date for group in meetings for at in group.reports}
        days = dict(said_on)
        tied: dict[At, At] = {}
        for case in self._docket.of("occasion", about="statements"):
            when = dates[case.others[0]] if case.other else when_judged(case.judgement)
            days |= dict.fromkeys(case.abouts, when)
            tied |= dict.fromkeys(case.abouts, case.others[0]) if case.other else {}
            said = "said at the meeting" if case.other else "said on"
            self._effects[case.judgement.id] = f"{said}: {when.edtf or UNDATED}"
            self._tie(case, "occasion", "meetings")
        return days, tied

    def origins(self, groups: Sequence[OriginGroup]) -> tuple[OriginGroup, ...]:
        """The origins, each with the articles that people say rest on it as a whole."""
        found = list(groups)
        articles = {read.article.id: read.article for read in self.readings}
        outlets = [article.masthead.outlet for article in articles.values() if article.masthead.outlet]
        for case in self._docket.of("origin"):
            source = articles[case.others[0].article] if case.other else None
            group = origin_named(case.judgement.value or "", source, found, outlets)
            resting = {at.article for at in case.abouts}
            as_found = resting <= {rest.article for rest in group.rests if not rest.passages}
            self._effects[case.judgement.id] = AS_FOUND if as_found else f"rests on {group.name}"
            if not as_found:
                kept = [rest for rest in group.rests if rest.article not in resting]
                new = [Rest(article, (), Place(article, ())) for article in sorted(resting)]
                found = [*(one for one in found if one is not group), replace(group, rests=(*kept, *new))]
            self._joins.append(tie(case.judgement, "rests on", ("articles", case.abouts[0]), origin_end(group)))
        return tuple(found)

    def _tie(self, case: Case, kind: str, to: str) -> None:
        if case.other:
            left = (case.judgement.about[0].list, case.abouts[0])
            self._joins.append(tie(case.judgement, kind, left, (to, case.others[0])))

    def _link(self, cases: Iterable[Case]) -> None:
        for case in cases:
            if case.judgement.id not in self._refused:
                self._joins += group_ties(case)

    def _together(
        self,
        name: str,
        groups: Sequence[Sequence[At]],
        edges: Callable[[Sequence[At], Sequence[At]], Iterable[Edge[At]]],
    ) -> list[tuple[At, ...]]:
        """The groups of one list as people say; a judgement on what no group holds does not apply."""
        known = {at: place for place, at in enumerate(at for group in groups for at in group)}
        cases = []
        for case in self._docket.of("same", "not-same", about=name):
            if all(any(at in known for at in ats) for _, ats in (*case.about, *case.other)):
                cases.append(case)
            else:
                self._refused[case.judgement.id] = NOTHING.format(name)
        if not cases:
            return [tuple(group) for group in groups]
        wanted = list(wishes(cases, lambda at, *_: [at] if at in known else []))
        parts = _in_order(self._regrouped(groups, wanted, edges), known)
        self._link(cases)
        return parts

    def _regrouped(
        self,
        groups: Sequence[Sequence[T]],
        wanted: Sequence[Wish[T]],
        edges: Callable[[Sequence[T], Sequence[T]], Iterable[Edge[T]]],
    ) -> list[tuple[T, ...]]:
        """The groups as people say, what each judgement changed in them written down."""
        bound = Bound(wanted)
        self._refused |= dict.fromkeys(bound.overruled, OVERRULED)
        asked = changed(groups, bound, wanted)
        for case in self._docket.cases:
            if case.judgement.kind in EFFECTS:
                kind, new = case.judgement.kind, asked.get(case.judgement.id)
                self._effects |= {} if new is None else {case.judgement.id: EFFECTS[kind] if new else AS_FOUND}
        return regrouped(groups, bound, edges)


def _in_order(parts: Iterable[Sequence[T]], order: Mapping[T, int]) -> list[tuple[T, ...]]:
    """The groups and their members in that order."""
    inside = [tuple(sorted(part, key=order.__getitem__)) for part in parts]
    return sorted(inside, key=lambda part: order[part[0]])
