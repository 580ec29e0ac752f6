"""Terms: how far two names differ, and by which form they are told to be the same."""

import re
from collections.abc import Collection, Iterable

from rapidfuzz.fuzz import ratio

from dragoman.knowledge.names import fold
from dragoman.knowledge.things import thing_kinds

LEAST_SPELLED = 6
"""Letters of a name that may be another spelling of one."""
SPELLED = 80.0
"""Least likeness (rapidfuzz ratio, 0 to 100) of two romanisations of one name."""
LONGEST_INITIALS = 6
PLAIN = frozenset({"the", "of", "and", "for", "in", "al", "el"})
ROMANISED = (
    ("kh", "h"),
    ("gh", "h"),
    ("zh", "c"),
    ("ch", "c"),
    ("dj", "c"),
    ("sh", "s"),
    ("g", "h"),
    ("j", "c"),
    ("w", "v"),
)
"""Consonants that systems of romanisation write for one another, in order."""


def frame(name: str) -> str:
    """The consonants of a folded name, romanisations made alike."""
    for written, alike in ROMANISED:
        name = name.replace(written, alike)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy\W]", "", name))


def spelled_alike(left: str, right: str) -> bool:
    """Whether two folded names of one word are romanisations of one."""
    long = min(len(left), len(right)) >= LEAST_SPELLED and " " not in left + right
    return long and left[0] == right[0] and frame(left) == frame(right) and ratio(left, right) >= SPELLED


def initials_of(short: str, long: str) -> bool:
    """Whether one is made of the first letters of the other's words, or of those that are no "of" and "the"."""
    letters = fold(short).replace(".", "").replace(" ", "")
    words = fold(long).split()
    every, some = ("".join(word[0] for word in kept) for kept in (words, [w for w in words if w not in PLAIN]))
    return len(words) > 1 and letters in (every, some)


def told_apart(terms: Iterable[str], anchors: Collection[str] = ()) -> bool:
    """Whether two of the terms are different names, and not one name cut short, abbreviated or inflected.

    ``anchors`` are the names of what is named beside them, which tell nothing: "the Carrow road" and "the road to
    Carrow" are one name.
    """
    words = [_words(term) for term in terms]
    anchors = {_singular(anchor) for anchor in anchors}
    every = {word for each in words for word in each}
    reduced = sorted({key for each in words if (key := _reduced(each, anchors, every))})
    linked = set(reduced[:1])
    waiting = reduced[:1]
    while waiting:
        here = waiting.pop()
        near = {other for other in reduced if other not in linked and _one_name(here, other)}
        linked |= near
        waiting += sorted(near)
    return len(linked) < len(reduced)


def _words(term: str) -> tuple[str, ...]:
    return tuple(_singular(word) for word in fold(term).replace(".", "").split() if word not in PLAIN)


def _reduced(words: tuple[str, ...], anchors: Collection[str], every: Collection[str]) -> tuple[str, ...]:
    """The words that tell: no anchors, no "region" behind a name, no adjective of a name that is among them."""
    left = [word for word in words if word not in anchors]
    kinds = thing_kinds()
    land = [word for word in left if word not in kinds or kinds[word].kind != "land"]
    nouns = [word[:-1] if word.endswith("an") and word[:-1] in every else word for word in land or left or words]
    return tuple(nouns)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 and not word.endswith("ss") else word


def _one_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    short, long = sorted((left, right), key=len)
    names = any(word not in thing_kinds() for word in (*left, *right))
    if "".join(short) == "".join(long) or (names and set(short) <= set(long) and not _qualified(short, long)):
        return True
    if len(left) == len(right) > 1 and sum(a != b for a, b in zip(left, right, strict=True)) == 1:
        return all(a == b or (a[0] == b[0] and ratio(a, b) >= SPELLED) for a, b in zip(left, right, strict=True))
    return any(_initials(word, other) for one, other in ((short, long), (long, short)) for word in one)


def _qualified(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the shorter one is a noun alone that the longer one qualifies: "blockade" and "illegal blockade"."""
    return len(short) == 1 and short[0] in thing_kinds() and short[0] == long[-1]


def _initials(word: str, words: tuple[str, ...]) -> bool:
    """Whether the word is the initials of several of the words in a row, or has those of all and one letter more."""
    first = "".join(each[0] for each in words)
    if not 2 <= len(word) <= LONGEST_INITIALS or len(words) < 2:
        return False
    letters = iter(word)
    return word in first or (len(word) == len(first) + 1 and all(letter in letters for letter in first))
