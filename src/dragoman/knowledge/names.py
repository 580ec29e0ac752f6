"""Names of persons: spellings folded together, the gender that a given name tells, and the words around names."""

import re
import unicodedata
from functools import cache

from dragoman.knowledge.tables import table
from dragoman.model.reading import Gender

LATIN = str.maketrans(
    {"ı": "i", "ə": "a", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"}
)
AGREEING = 2
"""A name that one country alone gives to women is often a man's in the next."""
LONG = 6
"""Shorter words must be spelled as listed: much else has their skeleton."""
FILIAL = frozenset({"bin", "ibn", "bint"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What tells a son from a father of one name, after the surname."""
SKELETON = (
    ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("sch", "sh"), ("tz", "ts"), ("x", "ks"), ("q", "k"), ("ck", "k"), ("w", "v"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("iye", "ie"), ("y", "i"), ("j", "i"), ("u", "o"), ("e", "a"),
)  # fmt: skip
"""Letters that systems of romanisation (ISO 9, BGN/PCGN, ALA-LC, the press's own) write for one another, in order."""


@cache
def fold(name: str) -> str:
    """The name in lower case without diacritics, brackets and apostrophes, hyphens made spaces."""
    letters = unicodedata.normalize("NFD", name.casefold().translate(LATIN))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s.]", " ", re.sub(r"['’ʼ`´\[\]()]", "", plain)).split())


@cache
def skeleton(word: str) -> str:
    """What is left of a folded word when romanisations are made alike: "sergei" and "sergey" have one skeleton."""
    for written, alike in SKELETON:
        word = word.replace(written, alike)
    return re.sub(r"(.)\1+", r"\1", word)


@cache
def gender_of(given: str) -> Gender | None:
    """The gender that all sources of the list agree on for a given name, where there are two at least."""
    gender, sources = _given_names().get(fold(given).replace(" ", "-"), (None, 0))
    return gender if sources >= AGREEING else None


@cache
def is_given_name(word: str) -> bool:
    """Whether the word is listed as somebody's given name."""
    return fold(word) in _given_names()


@cache
def is_given_spelling(word: str) -> bool:
    """Whether the folded word is a listed given name or another romanisation of one ("mohammed" of "muhammad")."""
    return is_given_name(word) or (len(word) >= LONG and skeleton(word) in _given_skeletons())


@cache
def full_forms(given: str) -> frozenset[str]:
    """The given names, in lower case, for which the folded one is short; itself among them."""
    return frozenset({given, *(row["name"] for row in table("short_names").rows if row["short"] == given)})


@cache
def _given_skeletons() -> frozenset[str]:
    return frozenset(skeleton(name) for name in _given_names() if len(name) >= LONG)


@cache
def _given_names() -> dict[str, tuple[Gender, int]]:
    rows = table("given_names").rows
    return {row["name"]: ("female" if row["gender"] == "female" else "male", int(row["sources"])) for row in rows}


@cache
def name_words(*kinds: str) -> frozenset[str]:
    """The words of these kinds in the list ``name_words``: particles, titles, the calendar's, and others."""
    return frozenset(row["word"] for row in table("name_words").rows if row["kind"] in kinds)


@cache
def people_words() -> frozenset[str]:
    """Lower-case singular nouns for people ("witness", "official")."""
    return frozenset(row["word"] for row in table("people_words").rows)


@cache
def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of a name without particles ("al", "de"), the points of initials, "Jr." and, before two further
    words, a style ("Sayyid"); "bin" and its like are made one word with the father's name after them, which is nobody's
    surname.
    """
    parts: list[str] = []
    glue = ""
    for part in (word.rstrip(".") for word in fold(name).split()):
        if part in FILIAL:
            glue = "bin"
        elif glue or part not in name_words("particle"):
            parts.append(glue + part)
            glue = ""
    while len(parts) > 2 and parts[-1] in SUFFIXES:
        parts.pop()
    while len(parts) > 2 and parts[0] in name_words("style"):
        parts.pop(0)
    return tuple(parts or fold(name).split())


@cache
def suffix_of(name: str) -> str | None:
    """What stands after the surname ("jr")."""
    last = fold(name).split()[-1:]
    return next((word.rstrip(".") for word in last if word.rstrip(".") in SUFFIXES), None)


def same_person(left: str, right: str) -> bool:
    """Whether two names of at least two words may be one person's: words of one skeleton in the same order, initials
    for given names, short given names for long ones, middle names or the first of two given names left out.
    """
    if len({suffix_of(left), suffix_of(right)} - {None}) > 1:
        return False
    a, b = sorted((name_parts(left), name_parts(right)), key=len)
    if len(a) < 2 or not _alike(a[-1], b[-1]):
        return False
    front, tail = b[: -len(a)], b[-len(a) :]
    if len(a[0]) > 1 and all(map(is_given_spelling, front)) and all(map(_alike, a, tail)):
        return True
    if not _alike(a[0], b[0]) and not full_forms(a[0]) & full_forms(b[0]):
        return False
    rest = iter(b[1:-1])
    return all(any(_alike(word, other) for other in rest) for word in a[1:-1])


def _alike(left: str, right: str) -> bool:
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return left == right or skeleton(left) == skeleton(right)
