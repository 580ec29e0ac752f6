"""What "the minister", "he" or "both ministers" refers to: the one candidate that fits, or nobody.

Salience after Centering Theory (Grosz, Joshi and Weinstein 1995): an office without a name, or a pronoun, goes on with
who was last the subject of a clause in the reporter's own words.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from dragoman.knowledge.offices import ANYBODY, HIGHEST, fits
from dragoman.model.reading import Gender
from dragoman.reading.roles import Role

LOOSE = frozenset({"leader", "minister", "diplomat", "envoy", "negotiator"})
"""Titles that, with a state, reporters also use for a person of that state whose office is another."""
NO_LIST = ANYBODY | {"spokesman", "adviser", "aide", "lawmaker", "diplomat", "general", "expert", "analyst"}
"""Titles whose plural means more people than an article names."""
MEMORY = 400
REACH = 2
"""How many lines back a subject is still what the text is about."""
FEMALE = frozenset({"she", "her"})


@dataclass(frozen=True, slots=True)
class Held:
    """An office that somebody holds: its title and realm, and whether the office was printed beside the name."""

    title: str
    realm: str | None


@dataclass(slots=True)
class Known:
    """A person as far as references go."""

    entity: int
    offices: list[Held] = field(default_factory=list)
    realms: set[str] = field(default_factory=set)
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A place where somebody is spoken of: the token, its line, the entity (nobody where it is not known who), and
    whether it is the subject of a clause in the reporter's own words. ``gender`` is that of a pronoun of which it is
    not known who is meant.
    """

    token: int
    line: int
    entity: int | None
    subject: bool
    person: bool = True
    gender: Gender | None = None


class References:
    """All persons of an article and the places where they are spoken of, in order."""

    def __init__(self, persons: Sequence[Known]) -> None:
        self._persons = list(persons)
        self._by_entity = {person.entity: person for person in persons}
        self._events: list[Event] = []
        self._fitting: dict[tuple[str, tuple[str, ...]], list[int]] = {}
        self.unnamed: set[str] = set()

    def meet(self, person: Known) -> None:
        """Let a further person take part."""
        if person.entity not in self._by_entity:
            self._persons.append(person)
            self._by_entity[person.entity] = person
            self._fitting.clear()

    def add(self, event: Event) -> None:
        """Record a place; places may come in any order."""
        self._events.insert(bisect_left(self._events, event.token, key=lambda e: e.token), event)

    def holder(self, role: Role, line: int) -> int | None:
        """The person whom an office without a name means."""
        last = self.last_subject(role.spot.start, line)
        if role.title in self.unnamed and not role.realms:
            return None
        if role.title in ANYBODY and not role.realms:
            return last
        fitting = self.candidates(role)
        if len(fitting) == 1:
            return fitting[0]
        if not fitting and role.title in LOOSE and last is not None:
            return last if set(role.realms) & self._by_entity[last].realms else None
        if not fitting:
            return last if last is not None and self._may_hold(last, role, line) else None
        return last if last in fitting else self._only_near(fitting, role.spot.start, line)

    def _may_hold(self, entity: int, role: Role, line: int) -> bool:
        """Whether somebody of whom no office is told, the subject in this line or the last, may be the president."""
        bare = role.title in HIGHEST and not role.realms and role.determiner == "the"
        return bare and not self._by_entity[entity].offices and self.last_subject(role.spot.start, line, 1) == entity

    def _only_near(self, fitting: Sequence[int], token: int, line: int) -> int | None:
        """The one of them who was spoken of in this line or the last ones."""
        near = {event.entity for event in takewhile(lambda e: e.line >= line - REACH, self._back(token))}
        found = [entity for entity in fitting if entity in near]
        return found[0] if len(found) == 1 else None

    def candidates(self, role: Role) -> list[int]:
        """The persons whose office and realm agree with the role's; exact agreement comes first."""
        key = (role.title, role.realms)
        if key not in self._fitting:
            self._fitting[key] = self._agreeing(role)
        return self._fitting[key]

    def _agreeing(self, role: Role) -> list[int]:
        exact: list[int] = []
        loose: list[int] = []
        for person in self._persons:
            if role.realms and not set(role.realms) & person.realms and person.realms:
                continue
            offices = [held for held in person.offices if fits(role.title, held.title)]
            if role.title in ANYBODY:
                exact += [person.entity] if person.realms else []
            elif any(not role.realms or held.realm in role.realms for held in offices):
                exact.append(person.entity)
            elif role.title != "top diplomat" and any(held.realm is None for held in offices):
                loose.append(person.entity)
        return exact or loose

    def holders(self, role: Role, line: int) -> tuple[int, ...]:
        """The persons whom a plural means: "both ministers", "the foreign ministers of X and Y"."""
        if role.title in NO_LIST:
            return ()
        fitting = self.candidates(role)
        if len(role.realms) == 1 and not role.count:
            return ()
        if len(role.realms) > 1:
            by_realm = [[p for p in fitting if realm in self._by_entity[p].realms] for realm in role.realms]
            return tuple(p[0] for p in by_realm) if all(len(p) == 1 for p in by_realm) else ()
        spoken_of = [e for e in self._back(role.spot.start) if e.entity in fitting][::-1]
        if role.count:
            for back in range(REACH + 1):
                here = dict.fromkeys(e.entity for e in spoken_of if e.entity is not None and e.line >= line - back)
                if len(here) >= role.count:
                    return tuple(here) if len(here) == role.count else ()
            return ()
        introduced = dict.fromkeys(e.entity for e in spoken_of if e.entity is not None)
        clear = len(introduced) >= 2 and set(fitting) == set(introduced)
        return tuple(introduced) if clear else ()

    def pronoun(self, word: str, token: int, line: int) -> int | None:
        """The person whom "he" or "she" means: the last subject of that gender; in the pronoun's own line, without a
        subject, the only person of that gender; nobody where somebody unknown, or another in between, may be meant.
        """
        wanted: Gender = "female" if word.casefold() in FEMALE else "male"
        others: dict[int, None] = {}
        since = line
        for event in self._back(token):
            if event.line < line - REACH or (others and event.line < since):
                break
            if not event.person or not self._may_be(event, wanted):
                continue
            if event.subject:
                return event.entity
            if event.entity is not None:
                others[event.entity] = None
                since = event.line
        return next(iter(others)) if len(others) == 1 and self._in_line(next(iter(others)), token, line) else None

    def _may_be(self, event: Event, wanted: Gender) -> bool:
        known = self._by_entity.get(event.entity) if event.entity is not None else None
        gender = event.gender if known is None else known.gender
        return gender is None or gender == wanted

    def _in_line(self, entity: int, token: int, line: int) -> bool:
        return any(e.entity == entity for e in takewhile(lambda e: e.line == line, self._back(token)))

    def pair(self, token: int, line: int) -> tuple[int, ...]:
        """The two states or bodies spoken of before the token in its line, or else in the line before that has any."""
        found: dict[int, None] = {}
        since = line
        for event in self._back(token):
            if event.line < line - REACH or (found and event.line < since):
                break
            if not event.person and event.entity is not None:
                found[event.entity] = None
                since = event.line
        return tuple(reversed(found)) if len(found) == 2 else ()

    def realm_of(self, entity: int) -> str | None:
        """The one state or body that a person is of."""
        known = self._by_entity.get(entity)
        return next(iter(known.realms)) if known is not None and len(known.realms) == 1 else None

    def thing(self, token: int, line: int) -> int | None:
        """The state or body that "it" means: the last such subject, in this line or the one before, where no other
        state or body was named since.
        """
        others: set[int | None] = set()
        for event in self._back(token):
            if event.line < line - 1:
                return None
            if event.person:
                continue
            if event.subject:
                return event.entity if others <= {event.entity} else None
            others.add(event.entity)
        return None

    def things_between(self, first: int, last: int, entities: Sequence[int]) -> bool:
        """Whether another state or body is a subject from token ``first`` to before ``last``."""
        between = takewhile(lambda event: event.token >= first, self._back(last))
        return any(e.subject and not e.person and e.entity not in entities for e in between)

    def last_subject(self, token: int, line: int, reach: int = REACH) -> int | None:
        """The person who was last the subject before the token, not too far back."""
        for event in self._back(token):
            if event.subject and event.person:
                return event.entity if event.line >= line - reach else None
        return None

    def others_between(self, first: int, last: int, entities: Sequence[int]) -> bool:
        """Whether somebody else, or somebody unknown, is a subject from token ``first`` to before ``last``."""
        for event in self._back(last):
            if event.token < first:
                return False
            if event.subject and event.person and event.entity not in entities:
                return True
        return False

    def _back(self, token: int) -> Iterator[Event]:
        """The events before the token, the nearest first, so many that the time a text takes does not grow with its
        square.
        """
        at = bisect_left(self._events, token, key=lambda e: e.token)
        return (self._events[i] for i in range(at - 1, max(-1, at - 1 - MEMORY), -1))
