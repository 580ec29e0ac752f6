"""Numbers told in words without a count: shares ("a third of the seats"), magnitudes ("dozens of lorries"), limits."""

from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.calendar import numbers
from dragoman.model.reading import FigurePrecision
from dragoman.reading.figure_things import complement
from dragoman.reading.figure_units import lengths

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
LEAST = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000}
LEAST |= {"millions": 2_000_000, "billions": 2_000_000_000}
"""The least that the plural allows: two of each, as "tens of thousands" are at least two times ten thousand."""
EACH = {"thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
HALVES_OF_TIME = {"first", "second", "latter", "other", "final", "last", "better"}
MOST_WORDS = 4
PLURAL = ("NNS", "NNPS")


class Loose(NamedTuple):
    """A share or a magnitude: its tokens' ends, how much it is, its unit, and of what; a share has no unit."""

    end: int
    value: float
    unit: str | None
    of: str | None
    precision: FigurePrecision


def loose_at(doc: "Doc", at: int, uncounted: dict[str, str]) -> Loose | None:
    """The share or magnitude that begins at this token; nothing where none begins, or it is one of time."""
    word = doc[at].lower_
    if word in LEAST:
        return _magnitude(doc, at, uncounted)
    if word == "within" and (limit := _limit(doc, at)) is not None:
        return limit
    if word in ("a", "an", "half") or word in numbers():
        return _share(doc, at, uncounted)
    return None


def _limit(doc: "Doc", at: int) -> Loose | None:
    """One unit of length as the most: "within a kilometre of the border"."""
    words = doc[at + 1 : at + 3]
    if len(words) < 2 or words[0].lower_ not in ("a", "an") or words[1].lower_ not in lengths():
        return None
    return Loose(at + 3, 1, words[1].text, None, "at most")


def _magnitude(doc: "Doc", at: int, uncounted: dict[str, str]) -> Loose | None:
    value, end = LEAST[doc[at].lower_], at + 1
    while doc[end : end + 1].text == "of" and doc[end + 1 : end + 2].text.lower() in EACH:
        value, end = value * EACH[doc[end + 1].lower_], end + 2
    noun = _counted(doc, end)
    if noun is None or noun.lemma_.lower() in uncounted or not (noun.tag_ in PLURAL or noun.lower_ == "people"):
        return None
    return Loose(noun.i + 1, float(value), doc[end + 1 : noun.i + 1].text, complement(noun, ("of",)), "vague")


def _counted(doc: "Doc", of: int) -> "Token | None":
    """The noun that follows "of" at once, with the words that belong to it."""
    if doc[of : of + 1].text != "of" or of + 1 >= len(doc):
        return None
    for noun in doc[of + 1 : of + 2 + MOST_WORDS]:
        if noun.dep_ == "pobj" and noun.head.i == of:
            return noun if noun.pos_ in ("NOUN", "PROPN") else None
    return None


def _share(doc: "Doc", at: int, uncounted: dict[str, str]) -> Loose | None:
    found = _fraction(doc, at) or _one_in(doc, at)
    if found is None:
        return None
    value, end, of = found
    if of is None or any(word in uncounted for word in of.lower().split()[:3]):
        return None
    return Loose(end, value, None, of, "exact")


def _fraction(doc: "Doc", at: int) -> tuple[float, int, str | None] | None:
    """The share in "half of the seats", "a third of them", "two-thirds of the votes"."""
    if doc[at].lower_ == "half":
        timed = at > 0 and doc[at - 1].lower_ in HALVES_OF_TIME
        return None if timed else (0.5, at + 1, complement(doc[at], ("of",)) or _halved(doc, at))
    hyphen = doc[at + 1 : at + 2].text == "-"
    part = doc[at + 1 + hyphen : at + 2 + hyphen].text.lower()
    by = PARTS.get(part) or PARTS.get(part.removesuffix("s"))
    count = numbers().get(doc[at].lower_, 1)
    if by is None or count >= by or part.endswith("s") != (count > 1):
        return None
    end = at + 2 + hyphen
    return round(count / by, 6), end, complement(doc[end - 1], ("of",))


def _halved(doc: "Doc", at: int) -> str | None:
    """What stands behind "half" at once: "half the seats", "half its grain"."""
    for noun in doc[at + 2 : at + 2 + MOST_WORDS]:
        if noun.pos_ in ("NOUN", "PROPN") and doc[at + 1].head == noun and doc[at + 1].dep_ in ("det", "poss"):
            return doc[at + 1 : noun.i + 1].text
    return None


def _one_in(doc: "Doc", at: int) -> tuple[float, int, str | None] | None:
    """The share in "one in four voters"."""
    words = doc[at : at + 5]
    if len(words) < 4 or words[0].lower_ != "one":
        return None
    last = 2 if words[1].lower_ == "in" else 3 if words[1:3].text.lower() == "out of" else len(words)
    by = numbers().get(words[last].lower_, 0) if last < len(words) else 0
    noun = words[last].head if by > 1 else None
    if noun is None or noun.tag_ not in PLURAL or not 0 < noun.i - words[last].i <= MOST_WORDS:
        return None
    return round(1 / by, 6), noun.i + 1, doc[words[last].i + 1 : noun.i + 1].text
