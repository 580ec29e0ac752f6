"""What people's judgements tie: wishes for groups, links that say who decided, and the origin that is named."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from dragoman.compare.cases import Case, Placed
from dragoman.compare.regroup import Bound, Wish
from dragoman.knowledge.tables import table
from dragoman.model.article import Article
from dragoman.model.ids import origin_id
from dragoman.model.judgement import Judgement
from dragoman.model.links import NOT_THE_SAME, At, Join, OriginGroup, Reason

T = TypeVar("T", bound="object")
TOGETHER = {
    "statements": "one utterance",
    "articles": "one story",
    "actors": "same",
    "meetings": "same",
    "instruments": "same",
}
TOGETHER |= {"commitments": "one undertaking", "allegations": "one allegation"}
"""What a link between two members of one group is called, by the list of the members."""
APART = {"articles": "not one story", "allegations": "not one allegation"}
LINKED = {"allegations": "statements"}
"""The list whose rows a link ties, where it is not that of what is judged."""
OWN = "own"
"""The name of the origin of an article that rests on its outlet's own reporting."""


def wishes(cases: Iterable[Case], meant: Callable[[At, Case, Placed], Sequence[T]]) -> Iterator[Wish[T]]:
    """What judgements ask of groups; ``meant`` gives the members that a finding at a place stands for."""
    for case in cases:
        together, away = (
            tuple(dict.fromkeys(one for placed in side for at in placed[1] for one in meant(at, case, placed)))
            for side in (case.about, case.other)
        )
        if case.judgement.kind == "not-same":  # what is parted from another need not be one among itself
            yield from (Wish(case.judgement.id, (one,), away) for one in together)
        elif together:
            yield Wish(case.judgement.id, together, away)


def changed(groups: Iterable[Sequence[T]], bound: Bound[T], wanted: Iterable[Wish[T]]) -> dict[str, bool]:
    """For each judgement that was not overruled, whether the groups were not as it asks."""
    home = {member: number for number, group in enumerate(groups) for member in group}
    found: dict[str, bool] = {}
    for wish in wanted:
        here = {home.get(member, -1) for member in wish.together}
        asked = len(here) > 1 or bool(here & {home.get(member, -2) for member in wish.away})
        found[wish.judgement] = found.get(wish.judgement, False) or asked
    return {judgement: asked for judgement, asked in found.items() if judgement not in bound.overruled}


def tie(judgement: Judgement, kind: str, left: tuple[str, At], right: tuple[str, At]) -> Join:
    """A person's link between two findings, each with its list."""
    reason = Reason("judgement", 1.0, judgement.who)
    return Join(left[0], left[1], right[1], 1.0, (reason,), kind, "person", "" if left[0] == right[0] else right[0])


def group_ties(case: Case) -> Iterator[Join]:
    """The links of a judgement on groups: each finding with the first, or with the first from which it is parted."""
    name = case.judgement.about[0].list
    rows = LINKED.get(name, name)
    ends = [(rows, ats[0]) for _, ats in case.about]
    if case.other:
        other = (rows, case.other[0][1][0])
        yield from (tie(case.judgement, APART.get(name, NOT_THE_SAME), end, other) for end in ends)
    else:
        yield from (tie(case.judgement, TOGETHER[name], ends[0], end) for end in ends[1:])


def held(joins: Iterable[Join], groups: Iterable[Iterable[At]]) -> tuple[Join, ...]:
    """The links of whose ends some group holds both, and those that hold apart what no group holds together."""
    homes: dict[At, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for at in group:
            homes[at].add(number)
    return tuple(join for join in joins if (join.kind == NOT_THE_SAME) != bool(homes[join.left] & homes[join.right]))


def origin_named(
    name: str, source: Article | None, groups: Sequence[OriginGroup], outlets: Iterable[str]
) -> OriginGroup:
    """The origin of that name, or that is the article ``source``; else a new one, on which nothing rests yet."""
    if source is not None:
        known = [group for group in groups if group.article == source.id]
        return known[0] if known else OriginGroup(source.masthead.title or source.source, "article", (), source.id)
    if name.casefold() == OWN:
        return next((g for g in groups if (g.kind, g.name) == ("own", OWN)), OriginGroup(OWN, "own", ()))
    known = [group for group in groups if group.kind != "article" and group.name.casefold() == name.casefold()]
    if known:
        return known[0]
    agency = name.casefold() in _agencies() and name.casefold() not in {outlet.casefold() for outlet in outlets}
    return OriginGroup(name, "agency" if agency else "outlet", ())


def origin_end(group: OriginGroup) -> tuple[str, At]:
    """The origin as an end of a link."""
    return "origins", At(origin_id(group.kind, group.name), 0)


def _agencies() -> set[str]:
    rows = table("agencies").rows
    return {name.casefold() for row in rows for name in (row["name"], *row["names"].split("; ")) if name}
