"""People by their full names: spellings of one name together, namesakes of different states apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.knowledge.names import full_forms, name_parts, same_person, skeleton, suffix_of
from dragoman.model.links import At
from dragoman.model.reading import Entity

MOST = 3
"""So many times more of a name's bearers must be of one state than of any other, for the rest to be of it too."""

Names = tuple[str, ...]


def full_names(entity: Entity) -> list[str]:
    """The names of two words and more."""
    return [name for name in entity.names if " " in name]


def namesakes(entities: Mapping[At, Entity]) -> Iterator[list[At]]:
    """Those who may be one person by their full names, whatever their states; ``entities`` are people in order.

    Each name counts once, however many articles print it, so that the answer does not depend on how often it is
    printed. A name that fits two people who do not fit each other is joined to neither, and where it has no given name
    in full ("A. Berg"), two articles that print it need not mean one person either.
    """
    printed: dict[Names, list[At]] = defaultdict(list)
    for at, entity in entities.items():
        if full_names(entity):
            printed[spellings(entity)].append(at)
    blocks: dict[str, list[list[Names]]] = defaultdict(list)
    alone: list[Names] = []
    for names in sorted(printed, key=lambda names: (-len(names[0].split()), _vagueness(names), names)):
        block = blocks[skeleton(name_parts(names[0])[-1])]
        fitting = [same for same in block if _fit(names, same)]
        if len(fitting) == 1:
            fitting[0].append(names)
        elif fitting:
            alone.append(names)
        else:
            block.append([names])
    for group in (same for block in blocks.values() for same in block):
        yield [at for names in group for at in printed[names]]
    for names in alone:
        yield from _apart(names, printed[names])


def spellings(entity: Entity) -> Names:
    """The full names of an entity, each once in its folded words, the longest first."""
    names = {" ".join([*name_parts(name), *filter(None, [suffix_of(name)])]) for name in full_names(entity)}
    return tuple(sorted(names, key=lambda name: (-len(name.split()), name)))


def _fit(names: Names, others: Iterable[Names]) -> bool:
    printed = {name for other in others for name in other}
    return all(same_person(one, other) for one in names for other in printed if one != other)


def _has_initial(names: Names) -> bool:
    return len(names[0].split()[0]) == 1


def _vagueness(names: Names) -> int:
    """How many given names the first one may be short for; an initial comes after all of them."""
    return 100 if _has_initial(names) else len(full_forms(names[0].split()[0]))


def _apart(names: Names, places: Sequence[At]) -> Iterator[list[At]]:
    if _has_initial(names):
        yield from ([at] for at in places)
    else:
        yield list(places)


def by_state(same: Sequence[At], entities: Mapping[At, Entity]) -> list[list[At]]:
    """Namesakes of different states are different people; one whose state is not told is of the state that most others
    are of, where few are of another.
    """
    states = Counter(country for at in same if (country := entities[at].country))
    first, second = ([*states.most_common(2), ("", 0), ("", 0)])[:2]
    clear = first[1] > MOST * second[1]
    parts: dict[str, list[At]] = defaultdict(list)
    for at in same:
        unknown = first[0] if clear else f"{at.article} {at.index}" if states else ""
        parts[entities[at].country or unknown].append(at)
    return list(parts.values())
