"""How exact a number is said to be, as of which day it holds, and what limits what is counted."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from dragoman.knowledge.tables import table
from dragoman.language.parser import text_of
from dragoman.model.reading import FigurePrecision, Timex
from dragoman.reading.timexes import timexes_in

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

OR_SO = re.compile(r"\b(?:or so|-odd|odd)\b", re.IGNORECASE)
OR_MORE = re.compile(r"\d-plus\b|\bor more\b")
LIMITING = frozenset({"in", "at", "among", "between", "across", "within", "along", "throughout", "inside", "outside"})
"""Prepositions behind a counted noun that say which of its kind are counted."""
AS_OF = re.compile(r"\b(?:as of|as at|by|on|at the end of|by the end of)\s+(?:the\s+)?$", re.IGNORECASE)
BEFORE = 24
MOST_SCOPE = 80
MOST_STEPS = 6
LONGEST_HEDGE = 20


@cache
def hedge() -> re.Pattern[str]:
    """What belongs to a number and may stand before it: "more than", "at least"."""
    words = sorted((row["words"] for row in table("hedges").rows), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)})\s+$", re.IGNORECASE)


def hedged(doc: "Doc", first: "Token") -> int:
    """Where the words that limit the number begin; "a dispute over $5" limits nothing."""
    if first.i and first.doc[first.i - 1].lower_ in ("a", "an") and first.is_alpha:
        first = first.doc[first.i - 1]
    said = hedge().search(text_of(doc)[max(0, first.idx - LONGEST_HEDGE) : first.idx])
    if said is None:
        return first.idx
    begin = first.idx - len(said.group())
    words = doc.char_span(begin, first.idx - 1, alignment_mode="expand")
    return first.idx if words is not None and len(words) == 1 and words.root.dep_ == "prep" else begin


@cache
def _hedges() -> tuple[tuple[str, FigurePrecision], ...]:
    rows = [(row["words"], cast("FigurePrecision", row["says"])) for row in table("hedges").rows]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def precision_of(text: str, begin: int, end: int) -> FigurePrecision:
    """What the words at the figure's beginning, or "or so" within it, say of how exact it is."""
    said = text[begin:end].lower()
    for words, says in _hedges():
        if said.startswith(f"{words} "):
            return says
    if OR_MORE.search(said):
        return "at least"
    return "approximate" if OR_SO.search(said) else "exact"


def scope_of(noun: "Token") -> str | None:
    """The words that hang on the counted noun and limit it to a place or a group, as printed."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in LIMITING and child.i > noun.i:
            dated = any(token.ent_type_ in ("DATE", "TIME") for token in child.children)
            words = noun.doc[child.i : child.right_edge.i + 1].text
            if not dated and "\n" not in words and len(words) <= MOST_SCOPE:
                return words
    return None


def counted_on(doc: "Doc", number: "Token", verb: "Token | None", timexes: Sequence[Timex]) -> int | None:
    """The words that say on or by which day it was so, where they hang on the same verb as the number."""
    sentence = number.sent
    for index in timexes_in(timexes, sentence.start_char, sentence.end_char):
        span = timexes[index].span
        if AS_OF.search(text_of(doc)[max(0, span.start - BEFORE) : span.start]) and _names_a_day(timexes[index]):
            words = doc.char_span(*span, alignment_mode="expand")
            if words is not None and _reaches(words.root, verb):
                return index
    return None


def _names_a_day(timex: Timex) -> bool:
    return timex.day is not None or timex.weekday is not None or timex.month is not None or timex.year is not None


def _reaches(token: "Token", verb: "Token | None") -> bool:
    for _ in range(MOST_STEPS):
        if token.head == verb:
            return True
        if token.head == token or token.head.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False
