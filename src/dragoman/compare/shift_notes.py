"""What must be said beside a shift so that it is not taken for more than it is."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dragoman.knowledge.states import spoken_languages
from dragoman.knowledge.wordings import occasions
from dragoman.model.links import ShiftNote
from dragoman.model.reading import ReadArticle, Statement

AROUND = 160
"""Characters before and after a statement's words in which its occasion may be named, within its paragraph."""


class Told(NamedTuple):
    """A statement in its article, and the state that each of its speakers belongs to (nothing where unknown)."""

    read: ReadArticle
    statement: Statement
    states: tuple[str | None, ...]


def notes(left: Told, right: Told, quoted: tuple[bool, bool]) -> tuple[ShiftNote, ...]:
    """The notes of a shift between two statements, in fixed order. ``quoted``: whether its places are quotations."""
    named = [occasions_named(told.read, told.statement) for told in (left, right)]
    own_words = all(quoted) and _own_language(left) and _own_language(right)
    rows: Mapping[ShiftNote, bool] = {
        "may be translation": not own_words,
        "paraphrase beside quotation": quoted[0] != quoted[1],
        "occasion named differently": bool(named[0] and named[1] and not named[0] & named[1]),
        "headline": left.statement.headline or right.statement.headline,
    }
    return tuple(note for note, holds in rows.items() if holds)


def _own_language(told: Told) -> bool:
    """Whether the article is in the language of each speaker's state, so that the words may be the speaker's own."""
    language = told.read.article.masthead.language or told.read.reading.language
    known = spoken_languages()
    return bool(told.states) and all(state is not None and known.get(state) == language for state in told.states)


def occasions_named(read: ReadArticle, statement: Statement) -> frozenset[str]:
    """The kinds of occasion that the words around the statement name, within its paragraph."""
    text = read.article.text
    start, end = statement.content[0].start, statement.content[-1].end
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    last = text.find("\n", end)
    outside = text[first:start] + " \n " + text[end : min(len(text) if last < 0 else last, end + AROUND)]
    return frozenset(occasions()[found.lower()] for found in _pattern().findall(outside))


@cache
def _pattern() -> re.Pattern[str]:
    listed = "|".join(re.escape(words) for words in sorted(occasions(), key=lambda words: (-len(words), words)))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)
