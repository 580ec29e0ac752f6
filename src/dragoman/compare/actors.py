"""Who is who across articles: states by code, bodies by name and state, persons by name, by surname, by office.

A false merge claims a corroboration that does not exist, so whatever fits two candidates is left alone.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from dragoman.compare.body_names import body_groups
from dragoman.compare.namesakes import by_state, full_names, namesakes
from dragoman.compare.tenures import Attested, Tenures
from dragoman.knowledge.names import fold, name_parts, skeleton
from dragoman.knowledge.offices import has_one_holder
from dragoman.model.links import NOT_THE_SAME, ActorGroup, At, Join, Reason, StoryGroup
from dragoman.model.reading import Entity, ReadArticle

NEARLY = 88.0
"""Least likeness (rapidfuzz ratio, 0 to 100) of two surnames, both of one state and with one given name."""
OFTEN = 10
"""A surname alone means one of several bearers where so many articles, and so many times more than of all others
together, name them in full.
"""
BEHIND = re.compile(r"[ \u00a0]((?:[^\W\d_a-z][\w'’.-]+[ \u00a0]?){1,4})")
LONG = 6
"""Shorter surnames must agree: one letter tells two of them apart."""


Held = tuple[int, tuple[str, str]]
"""An office, by title and realm, in a story."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Every entity in exactly one group; what joined those whose names differ, and what held apart whom a name fits."""

    groups: tuple[ActorGroup, ...]
    joins: tuple[Join, ...]


@dataclass(slots=True)
class Cluster:
    """Entities that are one actor so far: their full names, states, offices (title and realm) and articles."""

    members: list[At] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    offices: set[tuple[str, str]] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    by_story: set[At] = field(default_factory=set)

    def take(self, at: At, entity: Entity) -> None:
        """Let the entity be one of these."""
        self.members.append(at)
        self.names += [name for name in full_names(entity) if name not in self.names]
        self.countries |= {entity.country} if entity.country else set()
        self.offices |= offices_of(entity)
        self.titles |= titles_of(entity)
        self.genders |= {entity.gender} if entity.gender else set()

    def of_gender(self, entity: Entity) -> bool:
        """Whether a title or given name does not tell another gender: "Mrs. Berg" is not Erik Berg."""
        return entity.gender is None or not self.genders or entity.gender in self.genders

    def articles(self) -> int:
        """How many articles name them."""
        return len({member.article for member in self.members})

    def of_state(self, entity: Entity) -> bool:
        """Whether nothing known of their states speaks against it."""
        return entity.country is None or not self.countries or entity.country in self.countries

    def may_hold(self, entity: Entity) -> bool:
        """Whether they hold what the entity holds, as far as either is known: "King Berg" is not Prince Erik Berg."""
        held = titles_of(entity)
        return not held or not self.titles or bool(held & self.titles)


Holders = defaultdict[Held, list[Cluster]]


def titles_of(entity: Entity) -> set[str]:
    """The titles that one person of a realm holds at a time, whosever they are."""
    return {office.title for office in entity.offices if has_one_holder(office.title)}


def offices_of(entity: Entity) -> set[tuple[str, str]]:
    """Title and realm of each office that has one holder at a time."""
    found = {(o.title, o.country or fold(o.body or "")) for o in entity.offices if o.country or o.body}
    return {office for office in found if has_one_holder(office[0])}


def join_actors(readings: Sequence[ReadArticle], stories: Sequence[StoryGroup]) -> Joined:
    """Every entity in exactly one group. ``readings`` are in the order of their sources."""
    return _Joiner(readings, stories).joined()


class _Joiner:
    """Joins in the order of certainty: what has a key, full names, surnames, offices."""

    def __init__(self, readings: Sequence[ReadArticle], stories: Sequence[StoryGroup]) -> None:
        self._entities = {At(a.id, i): entity for a, r in readings for i, entity in enumerate(r.entities)}
        self._rank = {at: place for place, at in enumerate(self._entities)}
        self._story = {article: n for n, group in enumerate(stories) for article in group.articles}
        self._clusters: list[Cluster] = []
        self._behind = _named_behind(readings)
        self._joins: list[Join] = []
        self._parted: set[tuple[At, At]] = set()
        self._day = {read.article.id: day for read in readings if (day := read.article.masthead.published.day)}

    def joined(self) -> Joined:
        self._by_key()
        self._by_full_name()
        self._by_surname()
        self._by_office()
        groups = [
            ActorGroup(tuple(sorted(c.members, key=self._rank.__getitem__)), frozenset(c.by_story))
            for c in self._clusters
        ]
        return Joined(tuple(sorted(groups, key=lambda group: self._rank[group.entities[0]])), self._holding())

    def _holding(self) -> tuple[Join, ...]:
        """The links, without those that held apart what a later step joined for a better reason."""
        home = {at: number for number, cluster in enumerate(self._clusters) for at in cluster.members}
        return tuple(j for j in self._joins if (j.kind == NOT_THE_SAME) != (home[j.left] == home[j.right]))

    def _by_key(self) -> None:
        """States by code, bodies by name and state; people without a name, and groups, each alone."""
        found: dict[tuple[str, ...], Cluster] = {}
        bodies = body_groups(self._entities)
        for at, entity in self._entities.items():
            if entity.kind != "person":
                key = ("state", entity.country) if entity.kind == "state" and entity.country else bodies.get(at)
                unique = (entity.kind, *key) if key else ("alone", at.article, str(at.index))
                self._add(found.setdefault(unique, Cluster()), at, entity, "body" if bodies.get(at) else "name")

    def _by_full_name(self) -> None:
        """Full names first without regard to states; then those of one name are parted by state."""
        people = {at: entity for at, entity in self._entities.items() if entity.kind == "person"}
        for same in namesakes(people):
            parts = by_state(sorted(same, key=self._rank.__getitem__), people)
            for left, right in pairwise(part[0] for part in parts):
                self._hold_apart(left, right, "states differ or are not told", people[left].name)
            for part in parts:
                cluster = Cluster()
                for at in part:
                    self._add(cluster, at, people[at], "full name")
        self._nearly_alike()

    def _nearly_alike(self) -> None:
        """Join people of one state and given name with surnames spelled nearly alike; and people of one surname and
        office with given names spelled nearly alike.
        """
        self._join_near(
            lambda cluster, parts: [(skeleton(parts[0]), state) for state in sorted(cluster.countries)[:1]], -1
        )
        self._join_near(lambda cluster, parts: [(skeleton(parts[-1]), *held) for held in sorted(cluster.offices)], 0)

    def _join_near(self, keys: Callable[[Cluster, tuple[str, ...]], list[tuple[str, ...]]], place: int) -> None:
        near: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)
        gone: set[int] = set()
        for cluster in [c for c in self._clusters if self._is_person(c) and c.names]:
            entity = self._entities[cluster.members[0]]
            found = keys(cluster, name_parts(entity.name))
            met = {id(other): other for key in found for other in near[key] if _nearly(other, entity, place)}
            fitting = list(met.values())
            if len(fitting) == 1:
                for at in cluster.members:
                    self._add(fitting[0], at, self._entities[at], "full name")
                gone.add(id(cluster))
            else:
                for key in found:
                    near[key].append(cluster)
        self._clusters = [cluster for cluster in self._clusters if id(cluster) not in gone]

    def _by_surname(self) -> None:
        """A surname alone means its one bearer in the story, or else the one in the whole collection, or else the one
        whom many articles name and hardly any another.
        """
        bearers: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in self._clusters:
            for last in {skeleton(name_parts(name)[-1]) for name in cluster.names} if self._is_person(cluster) else ():
                bearers[last].append(cluster)
        known = {id(cluster): cluster.articles() for cluster in self._clusters}
        alone: dict[tuple[str, str], Cluster] = {}
        for at, entity in self._entities.items():
            if entity.kind != "person" or not entity.names or full_names(entity):
                continue
            last = skeleton(name_parts(entity.names[0])[-1])
            fitting = [c for c in bearers[last] if c.of_state(entity) and c.may_hold(entity) and c.of_gender(entity)]
            fitting = [c for c in fitting if c.titles & titles_of(entity)] or fitting
            here = [c for c in fitting if self._in_story(c, at)]
            chosen = here if len(here) == 1 else _best_known(fitting, known)
            if len(chosen) == 1:
                self._add(chosen[0], at, entity, "surname")
            else:
                for left, right in pairwise(chosen):
                    self._hold_apart(left.members[0], right.members[0], "given names differ", entity.name)
                self._add(alone.setdefault((last, str(self._story.get(at.article))), Cluster()), at, entity)

    def _by_office(self) -> None:
        """An office without a name means the one person of the story who holds it, else the one whom other articles of
        those days name in it; two holders leave it to nobody.
        """
        tenures = self._tenures()
        holders: Holders = defaultdict(list)
        for cluster in self._clusters:
            if self._is_person(cluster):
                for story in sorted({self._story.get(at.article, -1) for at in cluster.members}):
                    for office in sorted(cluster.offices):
                        holders[story, office].append(cluster)
        for at, entity in self._entities.items():
            if entity.kind == "person" and not entity.names:
                self._put_by_office(at, entity, holders, tenures)

    def _put_by_office(self, at: At, entity: Entity, holders: Holders, tenures: Tenures[Cluster]) -> None:
        places = [(self._story.get(at.article, -1), office) for office in sorted(offices_of(entity))]
        fitting = [c for i, place in enumerate(places) for c in holders[place] if not self._met(c, holders, places[:i])]
        feature = "office"
        if not fitting and (holder := self._holder_then(tenures, at, entity)):
            fitting, feature = [holder], "office on that day"
        for left, right in pairwise(fitting):
            self._hold_apart(left.members[0], right.members[0], "two holders of the office", entity.name)
        if len(fitting) == 1 and not _bears(fitting[0], self._behind.get(at, "")):
            self._hold_apart(fitting[0].members[0], at, "another name behind the office", self._behind[at])
            fitting, places = [], []
        own = fitting[0] if len(fitting) == 1 else Cluster()
        self._add(own, at, entity, feature)
        if len(fitting) == 1:
            own.by_story.add(at)
        elif places and not fitting:
            holders[places[0]].append(own)

    def _tenures(self) -> Tenures[Cluster]:
        return Tenures(
            (office, Attested(day, cluster))
            for cluster in self._clusters
            if cluster.names and self._is_person(cluster)
            for at in cluster.members
            if (day := self._day.get(at.article))
            for office in sorted(offices_of(self._entities[at]))
        )

    def _holder_then(self, tenures: Tenures[Cluster], at: At, entity: Entity) -> Cluster | None:
        """The one holder near the article's day of an office that needs no more than its state to be told."""
        day, offices = self._day.get(at.article), sorted(offices_of(entity))
        found = tenures.holder(offices[0], day) if day and len(offices) == 1 else None
        return found if found and found.of_state(entity) and found.of_gender(entity) else None

    def _hold_apart(self, left: At, right: At, feature: str, detail: str) -> None:
        """Say once why two whom a name or an office would allow to join are two."""
        if (left, right) not in self._parted:
            self._parted.add((left, right))
            self._joins.append(Join("actors", left, right, 0.0, (Reason(feature, 0.0, detail),), kind=NOT_THE_SAME))

    @staticmethod
    def _met(cluster: Cluster, holders: Holders, places: Sequence[Held]) -> bool:
        return any(cluster is other for place in places for other in holders[place])

    def _add(self, cluster: Cluster, at: At, entity: Entity, feature: str = "name") -> None:
        if not cluster.members:
            self._clusters.append(cluster)
        else:
            first = self._entities[cluster.members[0]]
            if feature != "name" and first.name != entity.name:
                reasons = tuple(_reasons(feature, first, entity))
                self._joins.append(Join("actors", cluster.members[0], at, reasons[0].score, reasons))
        cluster.take(at, entity)

    def _is_person(self, cluster: Cluster) -> bool:
        return self._entities[cluster.members[0]].kind == "person"

    def _in_story(self, cluster: Cluster, at: At) -> bool:
        story = self._story.get(at.article, -1)
        return any(self._story.get(member.article, -2) == story for member in cluster.members)


def _named_behind(readings: Sequence[ReadArticle]) -> dict[At, str]:
    """The capitalised words right behind an office without a name: a name that the reader did not take for one."""
    found: dict[At, str] = {}
    for article, reading in readings:
        bare = {i for i, entity in enumerate(reading.entities) if entity.kind == "person" and not entity.names}
        for mention in reading.mentions:
            behind = BEHIND.match(article.text, mention.span.end) if mention.entity in bare else None
            if behind and mention.form == "office":
                found.setdefault(At(article.id, mention.entity), behind[1])
    return found


def _bears(cluster: Cluster, words: str) -> bool:
    """Whether one of the words is the holder's surname, where there are any."""
    surnames = {skeleton(name_parts(name)[-1]) for name in cluster.names}
    return not words or not surnames or any(skeleton(part) in surnames for part in name_parts(words))


def _best_known(bearers: list[Cluster], known: Mapping[int, int]) -> list[Cluster]:
    """The one bearer of a surname whom many more articles name in full than all others together; else all of them."""
    counts = sorted((known[id(cluster)] for cluster in bearers), reverse=True)
    if len(bearers) < 2 or counts[0] < OFTEN * max(1, sum(counts[1:])):
        return bearers
    return [max(bearers, key=lambda cluster: known[id(cluster)])]


def _nearly(cluster: Cluster, entity: Entity, place: int) -> bool:
    """Whether the word at this place of all their names is spelled nearly alike ("Lukashenko", "Lukashenka"), and
    nothing else known of them speaks against it.
    """
    own = name_parts(entity.name)[place]
    others = [name_parts(name)[place] for name in cluster.names]
    alike = len(own) >= LONG and all(len(o) >= LONG and ratio(own, o) >= NEARLY for o in others)
    return alike and cluster.of_state(entity) and cluster.of_gender(entity) and cluster.may_hold(entity)


def _reasons(feature: str, first: Entity, entity: Entity) -> Iterable[Reason]:
    score = {"body": 0.95, "full name": 0.95, "surname": 0.8, "office": 0.7, "office on that day": 0.6}[feature]
    yield Reason(feature, score, f"{entity.name} and {first.name}")
    if entity.country and entity.country == first.country:
        yield Reason("state", 1.0, entity.country)
    shared = sorted(offices_of(entity) & offices_of(first))
    if shared:
        yield Reason("office held", 1.0, shared[0][0])
