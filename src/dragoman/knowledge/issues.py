"""Words that tell issues: what is too general to be one, which heads name one thing, and which cues report no words."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from dragoman.knowledge.contention import speech_forms
from dragoman.knowledge.tables import table


@cache
def plain_nouns() -> frozenset[str]:
    """Nouns that say too little to be what a statement is about, unless a word before them says more."""
    return frozenset(row["word"] for row in table("plain_nouns").rows)


@cache
def phrase_words(kind: Literal["determiner", "preposition", "before verbs"]) -> frozenset[str]:
    """Words that tell what stands behind them: a noun, or a verb."""
    return frozenset(row["word"] for row in table("phrase_words").rows if row["kind"] == kind)


@cache
def no_nouns() -> frozenset[str]:
    """Words that may end a run of words and end no noun phrase."""
    return frozenset(row["word"] for row in table("no_nouns").rows)


@cache
def plain_modifiers() -> frozenset[str]:
    """Adjectives that narrow down no issue: a good deal and a final one are one issue."""
    return frozenset(row["word"] for row in table("plain_modifiers").rows)


@cache
def like_issues() -> Mapping[str, str]:
    """Heads that name one issue where their modifiers are the same, each with the one that stands for them."""
    return MappingProxyType({row["word"]: row["group"] for row in table("like_issues").rows})


@cache
def voiced_forms() -> frozenset[str]:
    """Forms of the cue words that report words: of all that report speech or a position but those for what goes on in
    somebody and for what they do. Who wants or sees something, or agrees to it, is not reported to have said so.
    """
    lemmas = {row["lemma"] for row in table("cues").rows if row["kind"] in ("speech", "position")}
    unvoiced = {form for row in table("unvoiced_words").rows for form in _forms(row["word"])}
    return frozenset({form for lemma in lemmas for form in _forms(lemma)} | speech_forms()) - unvoiced


def _forms(word: str) -> set[str]:
    """A word's regular forms as verb or noun, among some that are none."""
    cut = word[:-1] if word.endswith(("e", "y")) else word
    ends = ("ied", "ies") if word.endswith("y") else ("ed", "es")
    doubled = f"{word}{word[-1]}"
    return {word, f"{word}s", f"{word}ing", f"{cut}ing", *(cut + end for end in ends), f"{doubled}ing", f"{doubled}ed"}


@cache
def _news() -> tuple[frozenset[str], frozenset[str]]:
    """Names of agencies and outlets in lower case, and words in which only names of outlets end."""
    rows = (*table("agencies").rows, *table("outlets").rows)
    names = frozenset(name.lower() for row in rows for name in (row["name"], *row["names"].split("; ")) if name)
    return names, frozenset(row["word"].lower() for row in table("outlet_words").rows if row["strength"] == "strong")


def is_news_name(name: str) -> bool:
    """Whether an agency or an outlet bears the name: who reports is no party."""
    names, endings = _news()
    words = name.lower().split()
    return bool(words) and (name.lower() in names or words[-1] in endings)
