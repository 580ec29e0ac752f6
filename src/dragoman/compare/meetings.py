"""Reports of one meeting are put together, across outlets and within an article.

A false join claims a corroboration that does not exist: reports belong together only where kind and participants agree
and nothing else speaks against it, and either their days agree or their story holds no other such meeting. Only reports
in one block (same kind, same countries) are compared, each with its block's meetings.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.compare.gatherings import Gathering, block_of, gatherings, may_overlap, same_parties, same_place
from dragoman.compare.occasions import LIKELY, SURE, Occasion, days_spelled, is_narrow
from dragoman.compare.retold import put_together
from dragoman.compare.rounds import rounds
from dragoman.compare.unnamed import each_once
from dragoman.model.links import ActorGroup, At, Join, MeetingGroup, Reason, StoryGroup
from dragoman.model.reading import AHEAD, ReadArticle
from dragoman.model.when import When, between

TO_COME = set(AHEAD)
NOT_HELD = {*TO_COME, "refused", "denied", "postponed", "cancelled"}
MOST_PLANS = 50
"""So many plans of the same people are looked back on."""
FRESH = timedelta(days=7)
"""A meeting that is ahead is news for so long."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Every report that tells who met in exactly one group, and what joined them."""

    groups: tuple[MeetingGroup, ...]
    joins: tuple[Join, ...]


def merge_meetings(
    readings: Sequence[ReadArticle],
    actors: Sequence[ActorGroup],
    stories: Sequence[StoryGroup],
    dates: Mapping[str, When],
) -> Merged:
    """The meetings that the reports tell of, in the order of their first reports."""
    blocks = defaultdict(list)
    every = gatherings(readings, stories, actors, dates)
    found = rounds(every, is_narrow)
    in_rounds = {gathering.at for reports in found for gathering in reports}
    for gathering in every:
        if gathering.at not in in_rounds:
            blocks[block_of(gathering)].append(gathering)
    occasions = [_round(reports) for reports in found]
    occasions += [occasion for block in blocks.values() for occasion in _over_time(_together(block))]
    order = {gathering.at: rank for rank, gathering in enumerate(every)}
    occasions.sort(key=lambda occasion: min(order[g.at] for g in occasion.reports))
    told = put_together([occasion for occasion in occasions if _is_told(occasion)])
    occasions = each_once([*told, *(occasion for occasion in occasions if not _is_told(occasion))])
    occasions.sort(key=lambda occasion: min(order[g.at] for g in occasion.reports))
    around = Surroundings(occasions)
    groups = []
    for occasion in occasions:
        when, place = around.when(occasion), around.place(occasion)
        reports = sorted((g.at for g in occasion.reports), key=order.__getitem__)
        groups.append(MeetingGroup(tuple(reports), when, place))
    return Merged(tuple(groups), tuple(join for occasion in occasions for join in occasion.joins))


def _round(reports: Sequence[Gathering]) -> Occasion:
    """The reports of one round of talks as one meeting, first the one that names most who took part."""
    first = max(reports, key=lambda each: (not each.counted, len(each.states), len(each.parties)))
    occasion = Occasion([first])
    for report in reports:
        if report is not first:
            known = bool(report.when.earliest or report.when.latest)
            reason = (
                Reason("days", LIKELY, days_spelled(report.when)) if known else Reason("story", LIKELY, "of one story")
            )
            who = "the same participants as far as they are named" if report.parties else "no participants are named"
            occasion.take(report, LIKELY, reason, who)
    return occasion


def _is_told(occasion: Occasion) -> bool:
    """Whether any report says who met."""
    return any(gathering.parties for gathering in occasion.reports)


def _together(block: Sequence[Gathering]) -> list[Occasion]:
    """The meetings of one block: first the reports that name a day, in order of it; then the others, by their story."""
    found: list[Occasion] = []
    current: list[Occasion] = []
    for gathering in sorted((g for g in block if is_narrow(g.when)), key=_by_day):
        current = [o for o in current if may_overlap(o.reports[-1].when, gathering.when)]
        fitting = [o for o in current if _fits(o, gathering)]
        if len(fitting) == 1:
            fitting[0].take(gathering, SURE, Reason("day", SURE, days_spelled(gathering.when)))
        else:
            current.append(Occasion([gathering]))
            found.append(current[-1])
    by_story: dict[int, list[Occasion]] = defaultdict(list)
    for occasion in found:
        for story in occasion.stories:
            by_story[story].append(occasion)
    for gathering in (g for g in block if not is_narrow(g.when)):
        found.extend(_by_story(gathering, by_story[gathering.story]))
    return found


def _over_time(occasions: list[Occasion]) -> list[Occasion]:
    """Meetings that were to come and are told of in articles a week apart or less are one, whatever became of it: it
    was proposed, planned and called off. Of two that fit, none is joined; an article that tells of two means two.
    """
    ahead = [each for each in occasions if each.first.report.status in NOT_HELD and each.published]
    ahead.sort(key=lambda each: (each.published, each.first.at))
    for later, occasion in enumerate(ahead):
        near = ahead[max(0, later - MOST_PLANS) : later]
        fitting = [each for each in near if each in occasions and _is_the_same_plan(each, occasion)]
        if len(fitting) == 1:
            for gathering in occasion.reports:
                fitting[0].take(gathering, LIKELY, Reason("week", LIKELY, "told of within a week, and not yet held"))
            occasions.remove(occasion)
    return occasions


def _is_the_same_plan(one: Occasion, other: Occasion) -> bool:
    near = other.published - one.published <= FRESH if one.published and other.published else False
    apart = not {g.at.article for g in one.reports} & {g.at.article for g in other.reports}
    return near and apart and all(_fits(one, each) for each in other.reports) and may_overlap(one.when, other.when)


def _by_story(gathering: Gathering, near: list[Occasion]) -> list[Occasion]:
    """Puts a report without a day to the one meeting of its story that it fits; else it is a meeting of its own."""
    fitting = [
        o for o in near if _fits(o, gathering) and may_overlap(o.when, gathering.when) and _stands_alike(o, gathering)
    ]
    if len(fitting) == 1:
        fitting[0].take(gathering, LIKELY, Reason("story", LIKELY, "the one such meeting of their story"))
        return []
    own = Occasion([gathering])
    if not fitting:
        near.append(own)
    return [own]


def _fits(occasion: Occasion, gathering: Gathering) -> bool:
    """Whether place and participants agree with all reports."""
    return same_place(occasion.place, gathering.place) and all(same_parties(g, gathering) for g in occasion.reports)


def _stands_alike(occasion: Occasion, gathering: Gathering) -> bool:
    """Whether both were held, both are to come, or both were called off alike."""
    left, right = occasion.reports[0].report.status, gathering.report.status
    return left == right or {left, right} <= TO_COME


def _by_day(gathering: Gathering) -> tuple[date, date, At]:
    when = gathering.when
    return when.earliest or date.min, when.latest or date.max, gathering.at


class Surroundings:
    """What an article tells of other meetings beside one whose own reports leave its day or place open."""

    def __init__(self, occasions: Sequence[Occasion]) -> None:
        self._of_article: dict[str, list[Occasion]] = defaultdict(list)
        for occasion in occasions:
            for article in sorted({g.at.article for g in occasion.reports}):
                self._of_article[article].append(occasion)

    def when(self, occasion: Occasion) -> When:
        """The day that the reports give, else that of the one larger meeting beside which all was reported."""
        larger = self._larger(occasion)
        if larger is None or occasion.when.earliest or occasion.when.latest:
            return occasion.when
        when = larger.when
        reason = f"reported beside the meeting of {days_spelled(when)} in which the same took part"
        return between(when.earliest, when.latest, "inferred", reason, when.words)

    def place(self, occasion: Occasion) -> str | None:
        """The place that the reports give, else that of the larger meeting, else where a participant was visiting."""
        if occasion.place or occasion.first.report.kind != "meeting" or not occasion.is_held:
            return occasion.place
        larger = self._larger(occasion)
        if larger is not None:
            return larger.place
        visits = [o for o in self._near(occasion) if o.first.report.kind == "visit" and o.is_held]
        places = {
            v.place for v in visits if v.first.parties < occasion.first.parties and may_overlap(v.when, occasion.when)
        }
        return places.pop() if len(places) == 1 else None

    def _larger(self, occasion: Occasion) -> Occasion | None:
        """The one larger meeting in the same articles, of the same days if known, in which the same took part."""
        found = [
            o
            for o in self._near(occasion)
            if o.first.report.kind == "meeting"
            and o.first.parties > occasion.first.parties
            and is_narrow(o.when)
            and may_overlap(o.when, occasion.when)
            and same_place(o.place, occasion.place)
            and o.is_held
        ]
        return found[0] if len(found) == 1 and occasion.is_held else None

    def _near(self, occasion: Occasion) -> list[Occasion]:
        near = (o for g in occasion.reports for o in self._of_article[g.at.article])
        return list({id(o): o for o in near if o is not occasion}.values())
