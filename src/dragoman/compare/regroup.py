"""Groups that a machine formed, changed as people say: what must stand together, and what must not.

Must-link and cannot-link constraints are those of constrained clustering (Wagstaff, Cardie, Rogers & Schroedl 2001).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", bound="object")
Edge = tuple[float, T, T]
"""A likeness and the two members that are alike."""


@dataclass(frozen=True, slots=True)
class Wish(Generic[T]):
    """What one judgement (by its id) asks of members: all of ``together`` in one group, none of ``away`` in it."""

    judgement: str
    together: tuple[T, ...]
    away: tuple[T, ...] = ()


class Bound(Generic[T]):
    """The wishes that hold: a later one beats earlier ones that it contradicts, which are in ``overruled``."""

    def __init__(self, wishes: Sequence[Wish[T]]) -> None:
        self._parent: dict[T, T] = {}
        self._apart: list[tuple[T, T]] = []
        self.overruled: set[str] = set()
        for wish in reversed(wishes):
            if not self._take(wish):
                self.overruled.add(wish.judgement)

    def unit(self, member: T) -> T:
        """The same for all members that people put together."""
        while (parent := self._parent.get(member, member)) != member:
            member = parent
        return member

    def apart(self) -> set[tuple[T, T]]:
        """The pairs of units that people hold apart, in both orders."""
        pairs = {(self.unit(left), self.unit(right)) for left, right in self._apart}
        return pairs | {(right, left) for left, right in pairs}

    def members(self) -> set[T]:
        """Every member that a wish names."""
        return {member for pair in (*self._parent.items(), *self._apart) for member in pair}

    def _take(self, wish: Wish[T]) -> bool:
        before = dict(self._parent)
        pairs = [(left, right) for left in wish.together for right in wish.away]
        for member in wish.together[1:]:
            self._parent[self.unit(member)] = self.unit(wish.together[0])
        self._parent = {child: parent for child, parent in self._parent.items() if child != parent}
        if any(self.unit(left) == self.unit(right) for left, right in (*self._apart, *pairs)):
            self._parent = before
            return False
        self._apart += pairs
        return True


def regrouped(
    groups: Iterable[Sequence[T]], bound: Bound[T], edges: Callable[[Sequence[T], Sequence[T]], Iterable[Edge[T]]]
) -> list[tuple[T, ...]]:
    """The groups as the wishes ask, members in the order in which they came.

    Groups that hold members of one unit become one. A group that holds units which must be apart is parted round them:
    each further member goes where its strongest chain of ``edges(members, parted)`` leads, without one to the first.
    """
    merged = _merged([tuple(group) for group in groups], bound)
    apart = bound.apart()
    return [part for group in merged for part in _parted(group, bound, apart, edges)]


def _merged(groups: Sequence[tuple[T, ...]], bound: Bound[T]) -> list[tuple[T, ...]]:
    named = bound.members()
    at: dict[int, int] = {i: i for i in range(len(groups))}

    def root(i: int) -> int:
        while at[i] != i:
            i = at[i]
        return i

    first: dict[T, int] = {}
    for i, group in enumerate(groups):
        for unit in dict.fromkeys(bound.unit(member) for member in group if member in named):
            if unit in first:
                left, right = sorted((root(first[unit]), root(i)))
                at[right] = left
            else:
                first[unit] = i
    together: dict[int, list[T]] = defaultdict(list)
    for i, group in enumerate(groups):
        together[root(i)].extend(group)
    return [tuple(dict.fromkeys(members)) for members in together.values()]


def _parted(
    group: tuple[T, ...],
    bound: Bound[T],
    apart: set[tuple[T, T]],
    edges: Callable[[Sequence[T], Sequence[T]], Iterable[Edge[T]]],
) -> list[tuple[T, ...]]:
    units = dict.fromkeys(bound.unit(member) for member in group)
    sides = _sides(list(units), apart)
    if len(sides) < 2:
        return [group]
    side_of = {unit: number for number, side in enumerate(sides) for unit in side}
    parted = [member for member in group if bound.unit(member) in side_of]
    home = _spread({bound.unit(m): side_of.get(bound.unit(m)) for m in group}, bound, edges(group, parted))
    parts: dict[int, list[T]] = defaultdict(list)
    for member in group:
        parts[home[bound.unit(member)]].append(member)
    return [tuple(part) for _, part in sorted(parts.items())]


def _sides(units: Sequence[T], apart: set[tuple[T, T]]) -> list[list[T]]:
    """The units that must not all stand together, each on the first side where nothing is against it."""
    here = set(units)
    bound_units = {left for left, right in apart if left in here and right in here}
    sides: list[list[T]] = []
    for unit in (unit for unit in units if unit in bound_units):
        free = next((side for side in sides if not any((unit, other) in apart for other in side)), None)
        if free is None:
            sides.append([unit])
        else:
            free.append(unit)
    return sides


def _spread(sides: dict[T, int | None], bound: Bound[T], edges: Iterable[Edge[T]]) -> dict[T, int]:
    """A side for every unit: along the strongest edges first, never joining two sides."""
    tree = {unit: unit for unit in sides}
    side = dict(sides)

    def root(unit: T) -> T:
        while tree[unit] != unit:
            unit = tree[unit]
        return unit

    for _, one, other in sorted(edges, key=lambda edge: -edge[0]):
        left, right = root(bound.unit(one)), root(bound.unit(other))
        known = {side[left], side[right]} - {None}
        if left != right and len(known) < 2:
            tree[right] = left
            side[left] = next(iter(known), None)
    return {unit: side[root(unit)] or 0 for unit in sides}
