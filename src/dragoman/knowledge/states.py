"""States, their capitals, and the words for what and who is theirs. Codes are ISO 3166-1 alpha-2, and XK for Kosovo."""

from functools import cache
from typing import Literal, NamedTuple

from dragoman.knowledge.phrases import Phrases, unambiguous
from dragoman.knowledge.tables import table

WordForm = Literal["name", "capital", "adjective", "noun"]


class StateWord(NamedTuple):
    """The states that a word may stand for, by form; a word may be name and adjective at once ("US")."""

    name: str | None = None
    capital: str | None = None
    adjective: str | None = None
    noun: str | None = None


@cache
def listed_names() -> dict[str, str]:
    """The English name of each state, by code."""
    return {row["code"]: row["name"] for row in table("states").rows}


@cache
def spoken_languages() -> dict[str, str]:
    """The only official language of each state whose people nearly all speak it; other states are not listed."""
    return {row["code"]: row["language"] for row in table("spoken_languages").rows}


@cache
def state_words() -> dict[str, StateWord]:
    """Every word or phrase that stands for a state. One that stands for two in the same form stands for none."""
    rows = (*table("state_words").rows, *table("state_aliases").rows)
    forms: dict[str, dict[str, str]] = {
        form: unambiguous((row["words"], row["code"]) for row in rows if row["form"] == form)
        for form in StateWord._fields
    }
    words = dict.fromkeys(row["words"] for row in rows)
    found = {word: StateWord(*(forms[form].get(word) for form in StateWord._fields)) for word in words}
    return {word: meanings for word, meanings in found.items() if any(meanings)}


@cache
def state_phrases() -> Phrases[StateWord]:
    """The same, to be looked up in a text; names are also found in capital letters, as headlines print them."""
    words = state_words()
    shouted = {word.upper(): meanings for word, meanings in words.items() if len(word) > 3}
    return Phrases({**shouted, **words})
