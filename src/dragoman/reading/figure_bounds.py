"""How exact a number is said to be, as of which day it holds, and what limits what is counted."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from dragoman.knowledge.speech import speech_forms
from dragoman.knowledge.tables import table
from dragoman.language.parser import text_of
from dragoman.model.reading import FigurePrecision, Timex
from dragoman.reading.timexes import timexes_in

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

OR_SO = re.compile(r"\b(?:or so|-odd|odd)\b", re.IGNORECASE)
OR_MORE = re.compile(r"\d-plus\b|\bor more\b")
PLACING = frozenset({"in", "across", "throughout", "inside", "outside", "off"})
"""Prepositions that say where the counted are, before a name or a noun of place."""
LIMITING = PLACING | {"at", "among", "between", "within", "along"}
"""Prepositions behind a counted noun that say which of its kind are counted."""
OWNING = ("'s", "’s", "'", "’")
"""What makes a name before it the owner of what follows: "in the country's east"."""
PLACES = frozenset({"GPE", "LOC"})
PLACE_NOUNS = frozenset(
    {"area", "capital", "city", "coast", "country", "county", "district", "east", "north", "port", "province", "region"}
) | {"south", "town", "village", "west"}
AS_OF = re.compile(r"\b(?:as of|as at|by|on|at the end of|by the end of)\s+(?:the\s+)?$", re.IGNORECASE)
BEFORE = 24
MOST_SCOPE = 80
MOST_STEPS = 6
LONGEST_HEDGE = 20
WITHIN = re.compile(r"\bwithin\s+$", re.IGNORECASE)
GUESSING = frozenset({"estimate", "reckon", "guess"})


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
            words = noun.doc[child.i : child.right_edge.i + 1].text.rstrip(",")
            if not dated and "\n" not in words and len(words) <= MOST_SCOPE:
                return words
    return None


def placed(doc: "Doc", number: "Token", end: int, verbs: Iterable["Token"]) -> str | None:
    """The place that follows the figure at once, or that opens the clause of its verbs: "In Ostrand, 40 boats sank".

    Where somebody speaks is not where what they say holds: "In Lisk, they announced 40 boats".
    """
    behind = doc[end : end + 1]
    if len(behind) and (words := _place(behind[0])) is not None:
        return words
    for verb in verbs:
        if verb.lower_ in speech_forms():
            return None
        for link in verb.children:
            words = _place(link) if link.i < number.i and _opens(link) else None
            if words is not None and not any(token.text == ";" for token in doc[link.i : number.i]):
                return words
    return None


def _place(link: "Token") -> str | None:
    """The preposition with the place that it leads to, up to a comma or a clause, as printed."""
    if link.dep_ != "prep" or link.lower_ not in PLACING:
        return None
    for place in link.children:
        named = place.ent_type_ in PLACES and place.pos_ == "PROPN"
        common = place.lemma_.lower() in PLACE_NOUNS
        if place.dep_ != "pobj" or place.i < link.i or not (named or common):
            continue
        ends = [each.left_edge.i for each in place.children if each.dep_ in ("relcl", "punct", "appos", "acl")]
        ends = [end for end in ends if end > place.i]
        end = min([*ends, place.right_edge.i + 1])
        if link.doc[end : end + 1].text in OWNING:
            return None
        words = link.doc[link.i : end].text
        return words if "\n" not in words and len(words) <= MOST_SCOPE else None
    return None


def _opens(link: "Token") -> bool:
    """Whether the phrase stands at the beginning of a sentence, or of a part of it, and a comma behind it."""
    doc, first = link.doc, link.i
    while first > link.sent.start and doc[first - 1].is_punct and doc[first - 1].text not in (",", ";", "—", "–"):
        first -= 1
    opening = first == link.sent.start or doc[first - 1].text == ";"
    return opening and doc[link.right_edge.i + 1 : link.right_edge.i + 2].text == ","


def limited(doc: "Doc", begin: int) -> int:
    """Where "within" begins that stands before the offset; the offset itself where none does."""
    said = WITHIN.search(text_of(doc)[max(0, begin - LONGEST_HEDGE) : begin])
    return begin - len(said.group()) if said is not None else begin


def is_estimated(verb: "Token") -> bool:
    """Whether the verb says that what it governs is a guess, or stands in what another verb says is one."""
    guessed = verb.dep_ == "ccomp" and verb.head.lemma_ in GUESSING
    return verb.lemma_ in GUESSING or guessed


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
