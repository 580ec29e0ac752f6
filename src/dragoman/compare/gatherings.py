"""What a report of a meeting says, in terms that reports of different articles share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dragoman.compare.name_terms import spelled_alike
from dragoman.compare.timeline import published, resolved
from dragoman.knowledge.bodies import listed_bodies, meeting_bodies, member_states
from dragoman.knowledge.names import fold
from dragoman.knowledge.phrases import unambiguous
from dragoman.knowledge.states import state_words
from dragoman.knowledge.things import place_of
from dragoman.model.links import ActorGroup, At, StoryGroup
from dragoman.model.reading import Entity, MeetingKind, MeetingReport, ReadArticle, Reading
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True)
class Gathering:
    """One report: its participants as numbers of actor groups and, where all have one, by country; the persons among
    them with theirs; its place as printed; the days that its words allow; the number of its story.

    ``states`` are the states that take part, those of a group of states among them; ``counted`` tells that some are
    counted and not named ("six world powers"). ``around`` are the states that its article names anywhere,
    ``published`` is the day of that article; ``beside`` are the days that the report's sentence names. ``of_body``
    tells that no more is named than the body whose members meet; ``printed`` are the month and the day as printed, that
    an article of unknown date has too; ``summit`` tells that the words call it so, which may last for days.
    """

    at: At
    report: MeetingReport
    parties: frozenset[int]
    countries: frozenset[str]
    persons: frozenset[tuple[str | None, int]]
    place: str | None
    when: When
    story: int
    states: frozenset[str] = frozenset()
    counted: bool = False
    around: frozenset[str] = frozenset()
    published: When = UNKNOWN
    beside: tuple[When, ...] = ()
    of_body: bool = False
    printed: tuple[int, int] | None = None
    summit: bool = False


def gatherings(
    readings: Sequence[ReadArticle],
    stories: Sequence[StoryGroup],
    actors: Sequence[ActorGroup],
    dates: Mapping[str, When],
) -> list[Gathering]:
    """Every report of every article, in the order of articles and reports."""
    story_of = {article: number for number, story in enumerate(stories) for article in story.articles}
    actor_of = {at: number for number, group in enumerate(actors) for at in group.entities}
    entities = {At(a.id, i): entity for a, r in readings for i, entity in enumerate(r.entities)}
    of_members = [any(entities[at].name in meeting_bodies() for at in group.entities) for group in actors]
    actor_kind = [entities[group.entities[0]].kind for group in actors]
    country_by = [country_of([entities[at] for at in group.entities]) for group in actors]
    members = [_members([entities[at] for at in group.entities]) for group in actors]
    found = []
    for read in readings:
        if not read.reading.meetings:
            continue
        article, reading = read
        days = resolved(read, dates)
        named = [actor_of[At(article.id, index)] for index, _ in enumerate(reading.entities)]
        around = frozenset(state for each in named if (state := country_by[each]))
        for index, report in enumerate(reading.meetings):
            parties = [named[party] for party in report.participants]
            countries = [country_by[party] for party in parties]
            found.append(
                Gathering(
                    at=At(article.id, index),
                    report=report,
                    parties=frozenset(parties),
                    countries=frozenset(c for c in countries if c) if all(countries) else frozenset(),
                    persons=frozenset((country_by[p], p) for p in parties if actor_kind[p] == "person"),
                    place=article.text[slice(*report.place)] if report.place is not None else None,
                    when=UNKNOWN if report.timex is None else days[report.timex],
                    story=story_of[article.id],
                    states=_states(parties, members, country_by),
                    counted=any(actor_kind[p] == "group" for p in parties),
                    around=around,
                    published=published(read, dates),
                    beside=_beside(report, reading, days),
                    of_body=report.kind == "meeting"
                    and not report.talks
                    and len(parties) == 1
                    and of_members[parties[0]],
                    printed=_printed(report, reading),
                    summit="summit" in article.text[slice(*report.spans[0])].lower(),
                )
            )
    return found


def _printed(report: MeetingReport, reading: Reading) -> tuple[int, int] | None:
    timex = reading.timexes[report.timex] if report.timex is not None else None
    return (timex.month, timex.day) if timex is not None and timex.month and timex.day else None


def _states(
    parties: Sequence[int], members: Sequence[frozenset[str]], country_by: Sequence[str | None]
) -> frozenset[str]:
    return frozenset(state for p in parties for state in members[p] or {country_by[p]} if state is not None)


def _beside(report: MeetingReport, reading: Reading, days: Sequence[When]) -> tuple[When, ...]:
    first, last = report.spans[0].start, report.spans[-1].end
    here = next((s for s in reading.sentences if s.start <= first and last <= s.end), Span(first, last))
    return tuple(
        when for timex, when in zip(reading.timexes, days, strict=True) if here.start <= timex.span.start < here.end
    )


def country_of(members: Sequence[Entity]) -> str | None:
    """The one state or body that an actor is, is of, or holds its offices for: its code, or its name if it has none."""
    own = {m.country or fold(m.name) for m in members if m.country or m.kind in ("state", "body")}
    held = {o.country or fold(o.body or "") for member in members for o in member.offices if o.country or o.body}
    found = own or held
    return min(found) if len(found) == 1 else None


def _members(entities: Sequence[Entity]) -> frozenset[str]:
    return frozenset().union(*(member_states().get(entity.name, ()) for entity in entities if entity.kind == "body"))


def same_parties(left: Gathering, right: Gathering) -> bool:
    """Whether the same took part: the same actors, or the same states, for none of which the two name other persons."""
    if left.parties == right.parties:
        return True
    if not left.countries or left.countries != right.countries:
        return False
    for country in left.countries:
        here, there = ({p for state, p in side.persons if state == country} for side in (left, right))
        if here and there and here != there:
            return False
    return True


def same_place(left: str | None, right: str | None) -> bool:
    """Whether the places may be one: names or spellings of one, one in the other, or one is not known."""
    if left is None or right is None:
        return True
    here, there = located(left), located(right)
    if here.name == there.name or (here.state == there.state is not None and here.whole != there.whole):
        return True
    listed = place_of(left) is not None and place_of(right) is not None
    return not listed and spelled_alike(fold(left), fold(right))


class Located(NamedTuple):
    """A place by the name that it is listed under, else as printed; the state that it lies in, or that it is."""

    name: str
    state: str | None = None
    whole: bool = False


@cache
def located(place: str) -> Located:
    """The place however romanised: "Jeddah" and "Jiddah" are one."""
    state = state_words().get(place.removeprefix("the ").removeprefix("The "))
    if state is not None and state.name:
        return Located(state.name, state.name, whole=True)
    listed = place_of(place) if place not in listed_bodies() else None  # houses have cities' names: "White House"
    if listed is None and state is not None and state.capital:
        listed = _capitals().get(state.capital)
    if listed is not None:
        return Located(listed, listed.rpartition(" ")[2])
    return Located(fold(place).removeprefix("the "), state.capital if state is not None else None)


@cache
def _capitals() -> dict[str, str]:
    """The listed place that is the capital, by state; none where a state has several."""
    named = ((place_of(word), found.capital) for word, found in state_words().items() if found.capital)
    return unambiguous((state, listed) for listed, state in named if listed is not None and state is not None)


def may_overlap(left: When, right: When) -> bool:
    """Whether a day may lie in both; a side that is open ends nowhere."""
    begins_late = left.earliest and right.latest and left.earliest > right.latest
    ends_early = left.latest and right.earliest and left.latest < right.earliest
    return not (begins_late or ends_early)


def block_of(gathering: Gathering) -> tuple[MeetingKind, tuple[str, ...]]:
    """Reports of one meeting have the kind and the countries, or else the very participants, in common."""
    keys = gathering.countries or {f"actor {party}" for party in gathering.parties}
    return gathering.report.kind, tuple(sorted(keys))
