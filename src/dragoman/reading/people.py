"""Which runs of capitalised words name persons, and which of these names are one person's."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.knowledge.bodies import body_words
from dragoman.knowledge.names import is_given_name, name_parts, name_words, same_person, skeleton
from dragoman.reading.page import Page
from dragoman.reading.spots import Spot

RUN_TOGETHER = re.compile("[a-z]{4}[A-Z]")
"""Two words without a space between them ("BarranToll"); "MacArthur" and "DeVries" are names."""
NOT_PERSONS = frozenset(
    {"GPE", "LOC", "ORG", "FAC", "NORP", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "DATE", "LANGUAGE"}
)
PERSON_AT = 1.0
"""Least evidence for a name of several words; half of its places in the parser's eyes are a person's."""
SINGLE_AT = 3.0
"""Least evidence for a name of one word: always a person's in the parser's eyes and a subject, or beside an office."""


@dataclass(slots=True)
class Evidence:
    """Where a string stands, and at how many of its places something speaks for or against a person."""

    spots: list[Spot] = field(default_factory=list)
    labelled: int = 0
    labelled_other: int = 0
    after_the: int = 0
    beside_office: bool = False
    acts: bool = False
    speaks: bool = False

    def for_person(self, words: str) -> float:
        """How much speaks for a person's name."""
        given = " " in words and is_given_name(words.split(maxsplit=1)[0])
        return 2 * self.labelled / len(self.spots) + 4 * self.beside_office + self.acts + self.speaks + 2 * given

    def against(self, words: str) -> float:
        """How much speaks for the name of something else."""
        is_body = words.rsplit(maxsplit=1)[-1].casefold() in body_words() | name_words("no_body")
        return 2 * (self.labelled_other + self.after_the) / len(self.spots) + 9 * is_body


def evidence(
    page: Page,
    runs: Sequence[Spot],
    beside_office: frozenset[int],
    acting: frozenset[int],
    speaking: frozenset[int] = frozenset(),
) -> dict[str, Evidence]:
    """The evidence on each run's words. ``beside_office`` and ``acting`` are the first tokens of runs that stand
    beside an office or an honorific, and of those that are subjects; ``speaking`` of those of verbs of saying.
    """
    found: dict[str, Evidence] = {}
    for run in runs:
        seen = found.setdefault(page.words(run.start, run.end), Evidence())
        seen.spots.append(run)
        label = Counter(page.labels.get(i, "") for i in range(run.start, run.end)).most_common(1)[0][0]
        seen.labelled += label == "PERSON"
        seen.labelled_other += label in NOT_PERSONS
        seen.after_the += run.start > 0 and page.tokens[run.start - 1] in {"the", "The"}
        seen.beside_office = seen.beside_office or run.start in beside_office
        seen.acts = seen.acts or run.start in acting
        seen.speaks = seen.speaks or run.start in speaking
    return found


def is_person(words: str, seen: Evidence) -> bool:
    """Whether the evidence is for a person; a single word needs more of it."""
    least = PERSON_AT if " " in words else SINGLE_AT
    return seen.for_person(words) > seen.against(words) and seen.for_person(words) >= least and not _garbled(words)


def _garbled(words: str) -> bool:
    """Whether a word stands twice, or glued to another, as where links are printed beside what they name."""
    parts = words.split()
    twice = [part for part in parts if parts.count(part) > 1]
    glued = [a for a in parts for b in parts if a != b and len(b) > 3 and (a.endswith(b) or a.startswith(b))]
    return any(not is_given_name(part) for part in twice) or bool(glued) or bool(RUN_TOGETHER.search(words))


@dataclass(slots=True)
class Person:
    """One person of the article: names as printed, in order of appearance, and where each stands."""

    names: list[str] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    @property
    def fullest(self) -> str:
        """The name with most words, the first of these; one without brackets comes first."""
        return max(self.names, key=lambda name: (len(name.split()), "[" not in name))


def persons(full: Iterable[tuple[str, Sequence[Spot]]]) -> list[Person]:
    """The persons behind names of two words and more; each name goes to the first person whose names it fits."""
    found: list[Person] = []
    by_surname: dict[str, list[Person]] = {}
    for words, spots in full:
        key = skeleton(name_parts(words)[-1])
        person = next((p for p in by_surname.get(key, ()) if all(same_person(words, name) for name in p.names)), None)
        if person is None:
            person = Person()
            found.append(person)
            by_surname.setdefault(key, []).append(person)
        person.names.append(words)
        person.spots.extend(spots)
    return found


class Surnames:
    """Which person a single name means: whose last name it is, else whose first, else any other of the name's words."""

    def __init__(self, known: Sequence[Person]) -> None:
        self._places: tuple[dict[str, list[int]], ...] = ({}, {}, {})
        for index, person in enumerate(known):
            for parts in {tuple(name_parts(name)) for name in person.names}:
                for place, words in zip(self._places, (parts[-1:], parts[:1], parts[1:-1]), strict=True):
                    for word in words:
                        holders = place.setdefault(skeleton(word), [])
                        if index not in holders:
                            holders.append(index)

    def last(self, word: str) -> list[int]:
        """The persons whose last name the word is."""
        return self._places[0].get(skeleton(" ".join(name_parts(word))), [])

    def bearers(self, word: str) -> list[int]:
        """The persons who bear the name, by the strongest place in which any bears it."""
        key = skeleton(" ".join(name_parts(word)))
        return next((place[key] for place in self._places if key in place), [])
