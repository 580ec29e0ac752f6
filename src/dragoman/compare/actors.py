"""Who is who across articles: states by code, bodies by name and state, persons by name, by surname, by office.

A false merge claims a corroboration that does not exist, so whatever fits two candidates is left alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from dragoman.knowledge.bodies import body_key, is_generic
from dragoman.knowledge.names import fold, name_parts, same_person, skeleton
from dragoman.knowledge.offices import has_one_holder
from dragoman.model.links import ActorGroup, At, Join, Reason, StoryGroup
from dragoman.model.reading import Entity, ReadArticle

NEARLY = 88.0
"""Least likeness (rapidfuzz ratio, 0 to 100) of two surnames, both of one state and with one given name."""
MOST = 3
"""So many times more of a name's bearers must be of one state than of any other, for the rest to be of it too."""
LONG = 6
"""Shorter surnames must agree: one letter tells two of them apart."""


Held = tuple[int, tuple[str, str]]
"""An office, by title and realm, in a story."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Every entity in exactly one group, and what joined those whose names are not the same."""

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
    by_story: set[At] = field(default_factory=set)

    def take(self, at: At, entity: Entity) -> None:
        """Let the entity be one of these."""
        self.members.append(at)
        self.names += [name for name in full_names(entity) if name not in self.names]
        self.countries |= {entity.country} if entity.country else set()
        self.offices |= offices_of(entity)
        self.titles |= titles_of(entity)

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


def full_names(entity: Entity) -> list[str]:
    """The names of two words and more."""
    return [name for name in entity.names if " " in name]


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
        self._joins: list[Join] = []

    def joined(self) -> Joined:
        self._by_key()
        self._by_full_name()
        self._by_surname()
        self._by_office()
        groups = [
            ActorGroup(tuple(sorted(c.members, key=self._rank.__getitem__)), frozenset(c.by_story))
            for c in self._clusters
        ]
        return Joined(tuple(sorted(groups, key=lambda group: self._rank[group.entities[0]])), tuple(self._joins))

    def _by_key(self) -> None:
        """States by code, bodies by name and state; people without a name, and groups, each alone."""
        found: dict[tuple[str, ...], Cluster] = {}
        for at, entity in self._entities.items():
            if entity.kind != "person":
                key = _key(entity) or ("alone", at.article, str(at.index))
                self._add(found.setdefault(key, Cluster()), at, entity)

    def _by_full_name(self) -> None:
        """Full names first without regard to states; then those of one name are parted by state."""
        blocks: dict[str, list[list[At]]] = defaultdict(list)
        people = [at for at, e in self._entities.items() if e.kind == "person" and full_names(e)]
        for at in sorted(people, key=lambda at: (-len(self._entities[at].name.split()), self._rank[at])):
            block = blocks[skeleton(name_parts(self._entities[at].name)[-1])]
            fitting = [same for same in block if self._fits_all(at, same)]
            if len(fitting) == 1:
                fitting[0].append(at)
            elif fitting:
                self._add(Cluster(), at, self._entities[at])
            else:
                block.append([at])
        for namesakes in (same for block in blocks.values() for same in block):
            self._part_by_state(sorted(namesakes, key=self._rank.__getitem__))
        self._nearly_alike()

    def _fits_all(self, at: At, others: Sequence[At]) -> bool:
        names = full_names(self._entities[at])
        printed = dict.fromkeys(name for other in others for name in full_names(self._entities[other]))
        return all(same_person(one, other) for one in names for other in printed if one != other)

    def _part_by_state(self, namesakes: Sequence[At]) -> None:
        """Namesakes of different states are different people; one whose state is not told is of the state that most
        others are of, where few are of another.
        """
        states = Counter(country for at in namesakes if (country := self._entities[at].country))
        first, second = ([*states.most_common(2), ("", 0), ("", 0)])[:2]
        clear = first[1] > MOST * second[1]
        clusters: dict[str, Cluster] = defaultdict(Cluster)
        for at in namesakes:
            entity = self._entities[at]
            state = entity.country or (first[0] if clear else f"{at.article} {at.index}" if states else "")
            self._add(clusters[state], at, entity, "full name")

    def _nearly_alike(self) -> None:
        """Join people of one state and given name whose surnames are spelled nearly alike."""
        near: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        for cluster in [c for c in self._clusters if self._is_person(c) and c.names and c.countries]:
            entity = self._entities[cluster.members[0]]
            block = near[skeleton(name_parts(entity.name)[0]), min(cluster.countries)]
            fitting = [other for other in block if _nearly(other, entity)]
            if len(fitting) == 1:
                for at in cluster.members:
                    self._add(fitting[0], at, self._entities[at], "full name")
                self._clusters.remove(cluster)
            else:
                block.append(cluster)

    def _by_surname(self) -> None:
        """A surname alone means its one bearer in the story, or else the one in the whole collection."""
        bearers: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in self._clusters:
            for last in {skeleton(name_parts(name)[-1]) for name in cluster.names} if self._is_person(cluster) else ():
                bearers[last].append(cluster)
        alone: dict[tuple[str, str], Cluster] = {}
        for at, entity in self._entities.items():
            if entity.kind != "person" or not entity.names or full_names(entity):
                continue
            last = skeleton(name_parts(entity.names[0])[-1])
            fitting = [c for c in bearers[last] if c.of_state(entity) and c.may_hold(entity)]
            fitting = [c for c in fitting if c.titles & titles_of(entity)] or fitting
            here = [c for c in fitting if self._in_story(c, at)]
            chosen = here if len(here) == 1 else fitting
            if len(chosen) == 1:
                self._add(chosen[0], at, entity, "surname")
            else:
                self._add(alone.setdefault((last, str(self._story.get(at.article))), Cluster()), at, entity)

    def _by_office(self) -> None:
        """An office without a name means the one person of the story who holds it."""
        holders: Holders = defaultdict(list)
        for cluster in self._clusters:
            if self._is_person(cluster):
                for story in sorted({self._story.get(at.article, -1) for at in cluster.members}):
                    for office in sorted(cluster.offices):
                        holders[story, office].append(cluster)
        for at, entity in self._entities.items():
            if entity.kind != "person" or entity.names:
                continue
            places = [(self._story.get(at.article, -1), office) for office in sorted(offices_of(entity))]
            fitting = [
                c for i, place in enumerate(places) for c in holders[place] if not self._met(c, holders, places[:i])
            ]
            if len(fitting) == 1:
                self._add(fitting[0], at, entity, "office")
                fitting[0].by_story.add(at)
            elif not fitting and places:
                own = Cluster()
                self._add(own, at, entity)
                holders[places[0]].append(own)
            else:
                self._add(Cluster(), at, entity)

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


def _key(entity: Entity) -> tuple[str, ...] | None:
    if entity.kind == "state" and entity.country:
        return ("state", entity.country)
    if entity.kind == "body" and entity.names and (entity.country or not is_generic(entity.name)):
        return ("body", body_key(entity.name, entity.country), entity.country or "")
    return None


def _nearly(cluster: Cluster, entity: Entity) -> bool:
    """A surname spelled nearly alike, of one state, beside one given name ("Lukashenko", "Lukashenka")."""
    own = name_parts(entity.name)[-1]
    others = [name_parts(name)[-1] for name in cluster.names]
    return len(own) >= LONG and all(len(o) >= LONG and ratio(own, o) >= NEARLY for o in others)


def _reasons(feature: str, first: Entity, entity: Entity) -> Iterable[Reason]:
    score = {"full name": 0.95, "surname": 0.8, "office": 0.7}[feature]
    yield Reason(feature, score, f"{entity.name} and {first.name}")
    if entity.country and entity.country == first.country:
        yield Reason("state", 1.0, entity.country)
    shared = sorted(offices_of(entity) & offices_of(first))
    if shared:
        yield Reason("office held", 1.0, shared[0][0])
