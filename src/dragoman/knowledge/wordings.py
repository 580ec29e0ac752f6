"""Words whose change changes what is conveyed: modals, negations, degree words, and names for one kind of thing."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from dragoman.knowledge.tables import table


class Mark(NamedTuple):
    """What a word or phrase is: its kind (*modality*, *negation*, *hedge*, *emphasis*, *scope*, *tense*, *naming*) and
    its group. Words of one group say the same, as *purely* and *exclusively* do. ``reported`` is the group that it may
    stand for in a report: *he would come* for *I will come*. ``number`` is true of what counts before numbers alone.
    """

    kind: str
    group: str
    reported: str = ""
    number: bool = False


@cache
def marks() -> Mapping[str, tuple[Mark, ...]]:
    """The marks of each word or phrase, in lower case."""
    found: dict[str, list[Mark]] = {}
    for row in table("modals").rows:
        found.setdefault(row["words"], []).append(Mark("modality", row["group"], row["reported"]))
    for row in table("negations").rows:
        found.setdefault(row["words"], []).append(Mark("negation", row["group"]))
    for row in table("degree_words").rows:
        mark = Mark(row["kind"], row["group"], number=row["before"] == "number")
        found.setdefault(row["words"], []).append(mark)
    for row in table("tenses").rows:
        found.setdefault(row["word"], []).append(Mark("tense", row["tense"]))
    for row in table("like_names").rows:
        found.setdefault(row["words"], []).append(Mark("naming", row["group"]))
    return MappingProxyType({words: tuple(rows) for words, rows in found.items()})


@cache
def synonyms() -> Mapping[str, str]:
    """Words and phrases that surely say the same, each with the one that stands for them."""
    return MappingProxyType({row["words"]: row["stands_for"] for row in table("synonyms").rows})


@cache
def longest_phrases() -> Mapping[str, int]:
    """The most words that a listed phrase with this first word has."""
    most: dict[str, int] = {}
    for phrase in (*marks(), *synonyms()):
        words = phrase.split(" ")
        most[words[0]] = max(most.get(words[0], 1), len(words))
    return MappingProxyType(most)


@cache
def adjective_endings() -> tuple[tuple[str, int], ...]:
    """Endings of adjectives, each with the least letters of a word that surely is one."""
    return tuple((row["ending"], int(row["least"])) for row in table("adjective_endings").rows)


@cache
def occasions() -> Mapping[str, str]:
    """Words that name the occasion on which something is said ("told reporters"), each with the kind of occasion."""
    return MappingProxyType({row["words"]: row["occasion"] for row in table("speech_occasions").rows})


@cache
def numbers() -> Mapping[str, float]:
    """Number words with their values."""
    return MappingProxyType({row["word"]: float(row["value"]) for row in table("number_words").rows})


@cache
def ordinals() -> Mapping[str, int]:
    """Ordinals in words with their values."""
    return MappingProxyType({row["word"]: int(row["value"]) for row in table("ordinals").rows})


@cache
def days() -> Mapping[str, str]:
    """Names of months, short ones too, and of weekdays, in lower case, each with one name for all its spellings."""
    months = {row["month"]: row["word"] for row in reversed(table("months").rows)}
    short = {row["word"]: months[row["month"]] for row in table("month_abbreviations").rows}
    weekdays = {row["word"]: row["word"] for row in table("weekdays").rows if row["word"].endswith("day")}
    return MappingProxyType({name: name for name in months.values()} | short | weekdays)
