"""Cue words: which verbs, nouns and adjectives report what somebody conveyed, and how their complements look."""

from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from dragoman.knowledge.tables import table
from dragoman.model.reading import StatementKind

Grade = Literal["sure", "likely", "weak"]


class Cue(NamedTuple):
    """One reading of a cue word: with this complement (``frame``) it reports this kind of attribution."""

    frame: str
    kind: StatementKind
    grade: Grade


@cache
def cues(word_class: str) -> MappingProxyType[str, tuple[Cue, ...]]:
    """The cue words of one class (``verb``, ``noun``, ``adjective``), by lemma; frames in the order of the list."""
    found: dict[str, list[Cue]] = {}
    for row in table("cues").rows:
        if row["class"] == word_class:
            cue = Cue(row["frame"], cast("StatementKind", row["kind"]), cast("Grade", row["grade"]))
            found.setdefault(row["lemma"], []).append(cue)
    return MappingProxyType({lemma: tuple(rows) for lemma, rows in found.items()})


@cache
def is_cue(lemma: str) -> bool:
    """Whether the verb surely reports what somebody said."""
    return any(cue.kind == "speech" and cue.grade == "sure" for cue in cues("verb").get(lemma, ()))
