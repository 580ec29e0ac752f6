"""Statements whose own words say when they were made: "the following day", "in a January 17 phone call"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.tables import table
from dragoman.language.parser import text_of
from dragoman.model.reading import Statement, Timex
from dragoman.model.spans import common
from dragoman.reading.timexes import timexes_in

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

AT_THE_TIME = {"on", "in", "during", "at", "late", "early", "over", "to"}
"""Prepositions that put the saying at that time; after "since" or "of" the date is another's."""
AFTER = {"after", "following"}
BEHIND_CUE = re.compile(r"[\s,]*(?:(?:on|in|late|early)\s+)?$", re.IGNORECASE)
MOST_STEPS = 8


@cache
def occasions() -> frozenset[str]:
    """Nouns, by lemma, of what people meet or speak in: "call", "meeting", "interview"."""
    return frozenset(row["noun"] for row in table("occasion_nouns").rows)


def date_statements(doc: "Doc", statements: Sequence[Statement], timexes: Sequence[Timex]) -> tuple[Statement, ...]:
    """The statements, each with the time expression that belongs to its cue and not to what is said."""
    return tuple(replace(s, timex=_own_date(doc, s, timexes)) if s.timex is None else s for s in statements)


def _own_date(doc: "Doc", statement: Statement, timexes: Sequence[Timex]) -> int | None:
    cue = [doc.char_span(*span, alignment_mode="expand") for span in statement.cue]
    words = [token for span in cue if span is not None for token in span]
    if not words or statement.headline:
        return None
    sentence = words[0].sent
    verbs = {verb.i for word in words for verb in _first_verb(word)}
    inside = timexes_in(timexes, sentence.start_char, sentence.end_char)
    near = [index for index in inside if not common((timexes[index].span,), statement.content)]
    belonging = [i for i in near if _belongs(doc, timexes[i], verbs) or _stands_behind(doc, timexes[i], statement)]
    return max(belonging, key=lambda i: (_names_a_day(timexes[i]), -i), default=None)


def _names_a_day(timex: Timex) -> bool:
    return timex.day is not None or timex.weekday is not None or timex.unit == "day"


def _stands_behind(doc: "Doc", timex: Timex, statement: Statement) -> bool:
    """Whether only a preposition stands between the cue and the date, however the parse took it."""
    end = statement.cue[-1].end
    between = text_of(doc)[end : timex.span.start]
    return end <= timex.span.start and "\\n" not in between and BEHIND_CUE.fullmatch(between) is not None


def _belongs(doc: "Doc", timex: Timex, verbs: set[int]) -> bool:
    """Whether the way up the parse from the date to a cue's verb goes only by what puts the saying at that time."""
    words = doc.char_span(*timex.span, alignment_mode="expand")
    if words is None:
        return False
    token, noun = words.root, words.root
    for _ in range(MOST_STEPS):
        if token.i in verbs:
            return True
        joins = token.pos_ == "ADP" or token.dep_ == "prep"
        if joins and not _puts_there(token, noun):
            return False
        if token.head == token or (token.pos_ in ("VERB", "AUX") and not joins and token.dep_ != "acl"):
            return False
        if token.pos_ in ("NOUN", "PROPN"):
            noun = token
        token = token.head
    return False


def _puts_there(preposition: "Token", noun: "Token") -> bool:
    meets = noun.lemma_.lower() in occasions()
    return (
        preposition.lower_ in AT_THE_TIME or (preposition.lower_ in AFTER and meets) or (preposition.lower_ == "with")
    )


def _first_verb(token: "Token") -> Iterator["Token"]:
    """The token itself or the nearest verb above it."""
    for _ in range(MOST_STEPS):
        if token.pos_ in ("VERB", "AUX") or token.head == token:
            yield token
            return
        token = token.head
