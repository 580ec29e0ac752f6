"""How many independent origins several places have: at least so many, at most so many.

Outlets that share an origin corroborate nothing, so the least is what nobody can dispute: what is stated or shown to be
distinct. Reporting whose origin is not stated may be its outlet's own, which the most allows for.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.model.links import OriginCount, Rest
from dragoman.model.record import OriginRow
from dragoman.model.spans import Spans, common

ENDS = ("official", "conference")
"""What agencies and outlets report from."""

Words = tuple[str, Spans]
"""An article's id, and spans in it; none for the whole of it."""
Roots = dict[str, OriginRow]
"""Origins by what they are counted by: the owner, else the name."""


class Publisher(NamedTuple):
    """The outlet of an article, and its owner where the user says who that is."""

    outlet: str | None
    owner: str | None = None


def origins_of(rows: Iterable[OriginRow], publishers: Mapping[str, Publisher]) -> "Origins":
    """The origins on which articles rest. ``publishers`` are the outlets and owners of all articles, by id."""
    rests: defaultdict[str, list[tuple[OriginRow, Rest]]] = defaultdict(list)
    for row in rows:
        for rest in row.rests:
            rests[rest.article].append((row, rest))
    owners = {_plain(p.outlet): p.owner for p in publishers.values() if p.outlet and p.owner}
    return Origins(publishers, owners, dict(rests))


@dataclass(frozen=True, slots=True)
class Origins:
    """What rests on what, by article, with the owners of outlets where the user names them."""

    publishers: Mapping[str, Publisher]
    owners: Mapping[str, str]
    rests: Mapping[str, Sequence[tuple[OriginRow, Rest]]]

    def count(self, places: Sequence[Words]) -> OriginCount:
        """How many independent origins the words at the places have, and which are stated or shown.

        Words for which several origins are credited come from one of them at least. The least also allows for chains
        that are not told: an agency may report from the release that is credited beside it, and an outlet that is cited
        from the origin of its own article among the places.
        """
        roots = [self._roots(place, frozenset()) for place in places]
        further: dict[str, Roots] = {}
        for (article, _), found in zip(places, roots, strict=True):
            further.setdefault(self._publisher(article), {}).update(found)
        stated = {key: origin for found in roots for key, origin in found.items()}
        parts = [self._roots(part, frozenset()) for place in places for part in self._parts(*place)]
        choices = [{end for key in _ends(part) for end in _followed(key, further, frozenset())} for part in parts]
        own = {self._publisher(a) for (a, s), found in zip(places, roots, strict=True) if self._open(a, s, found)}
        return OriginCount(
            least=max(_apart(choices), min(len(places), 1)),
            most=len(stated.keys() | own),
            named=tuple(sorted({origin.id for origin in stated.values()})),
            not_stated=tuple(sorted({a for (a, _), found in zip(places, roots, strict=True) if not found})),
        )

    def _parts(self, article: str, spans: Spans) -> list[Words]:
        """The words, and of a whole article each of the passages that rest on something."""
        passages = {rest.passages for _, rest in self.rests.get(article, ()) if rest.passages}
        return [(article, spans)] if spans or not passages else [(article, part) for part in sorted(passages)]

    def _roots(self, place: Words, seen: frozenset[str]) -> Roots:
        """The origins behind the words: those that are credited, less those that only pass another on; without any,
        those of the articles with which the words are shared.
        """
        article, spans = place
        here = [
            (o, r) for o, r in self.rests.get(article, ()) if not r.passages or not spans or common(r.passages, spans)
        ]
        passed = {origin for _, rest in here for origin in rest.through}
        credited = {self._key(o, article): o for o, _ in here if o.kind != "article" and o.id not in passed}
        if credited:
            return credited
        shared = [self._copied(o, r, seen | {o.id}) for o, r in here if o.kind == "article" and o.id not in seen]
        return {key: origin for found in shared for key, origin in found.items()}

    def _copied(self, origin: OriginRow, rest: Rest, seen: frozenset[str]) -> Roots:
        """The origins of a text that an article shares with others; it is its own origin where they state none."""
        ends = [(other.article, other.passages) for other in origin.rests if other.article != rest.article]
        in_order = origin.article and all(other.article != origin.article for other in origin.rests)
        if in_order and origin.article:
            ends = [(origin.article, rest.evidence.spans)]
        found = {key: root for end in ends for key, root in self._roots(end, seen).items()}
        return found or {self._publisher(origin.article) if in_order and origin.article else origin.id: origin}

    def _key(self, origin: OriginRow, article: str) -> str:
        if origin.kind == "own":
            return self._publisher(article)
        return origin.id if origin.kind in ENDS else self._owner(origin.name)

    def _publisher(self, article: str) -> str:
        outlet, owner = self.publishers.get(article, Publisher(None))
        return owner or (self._owner(outlet) if outlet else article)

    def _owner(self, outlet: str) -> str:
        return self.owners.get(_plain(outlet)) or _plain(outlet)

    def _open(self, article: str, spans: Spans, found: Roots) -> bool:
        """Whether some of the words may be the outlet's own: nothing is stated of them, or only of parts of them."""
        return not found or (not spans and all(rest.passages for _, rest in self.rests.get(article, ())))


def _plain(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ")


def _apart(choices: Iterable[set[str]]) -> int:
    """So many sets have nothing in common with each other, the smallest taken first: so many origins there must be."""
    taken: set[str] = set()
    number = 0
    for choice in sorted(filter(None, choices), key=lambda choice: (len(choice), sorted(choice))):
        number += taken.isdisjoint(choice)
        taken |= choice if taken.isdisjoint(choice) else set()
    return number


def _ends(found: Roots) -> set[str]:
    return {key for key, origin in found.items() if origin.kind in ENDS} or set(found)


def _followed(key: str, further: Mapping[str, Roots], seen: frozenset[str]) -> set[str]:
    """The origin itself, or those that its own article has."""
    onward = _ends(further.get(key, {})) - seen
    if not onward or key in onward:
        return {key}
    return {end for other in sorted(onward) for end in _followed(other, further, seen | {key})}
