"""Which words name texts that parties agree on, and which words before and above them say what of them."""

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from dragoman.knowledge.phrases import Phrases
from dragoman.knowledge.tables import table
from dragoman.model.reading import InstrumentKind, InstrumentStage

if TYPE_CHECKING:
    from dragoman.language.parser import Token

Needs = Literal[
    "described", "named", "joint", "numbered", "court", "dated", "sent", "truce", "swap", "issued", "proposed"
]
Act = Literal["issues", "puts", "runs"]
KINDS: dict[str, InstrumentKind] = {kind: kind for kind in get_args(InstrumentKind)}
STAGES: dict[str, InstrumentStage] = {stage: stage for stage in get_args(InstrumentStage)}
NEEDS: dict[str, Needs] = {needs: needs for needs in get_args(Needs)}
BESIDE = {
    ("plan", 1): (("of", "action"), "plan of action"),
    ("plan", -1): (("action",), "action plan"),
    ("road", 1): (("map",), "road map"),
    ("fire", -1): (("cease", "-"), "cease-fire"),
    ("cessation", 1): (("of", "hostilities"), "cessation of hostilities"),
}
"""Words that a noun has behind it, or before it, where the two name such a text: "plan of action", "cease-fire"."""


class Noun(NamedTuple):
    """A word for such a text: of which kind, what else must stand there, its first and its last token."""

    kind: InstrumentKind
    needs: Needs
    last: int
    plural: bool
    first: int


class Modifier(NamedTuple):
    """What a word before the noun says of the text."""

    sense: str
    value: str


@cache
def _nouns() -> dict[str, tuple[InstrumentKind, Needs]]:
    return {row["word"]: (KINDS[row["kind"]], NEEDS[row["needs"]]) for row in table("instrument_words").rows}


@cache
def modifiers() -> dict[str, tuple[Modifier, ...]]:
    """What each word before the noun says, in lower case."""
    found: dict[str, tuple[Modifier, ...]] = {}
    for row in table("instrument_modifiers").rows:
        found[row["word"]] = (*found.get(row["word"], ()), Modifier(row["sense"], row["value"]))
    return found


@cache
def _verbs() -> dict[str, str]:
    return {row["word"]: row["says"] for row in table("instrument_verbs").rows}


@cache
def listed_instruments() -> Phrases[str]:
    """Treaties known by name or abbreviation everywhere, to be looked up in a text."""
    return Phrases({row["words"]: row["name"] for row in table("instrument_names").rows})


def says(token: "Token") -> str | None:
    """Whether the word says that a text is made or sought."""
    return _verbs().get(token.lemma_.lower())


@cache
def _acts() -> dict[str, frozenset[str]]:
    rows = table("instrument_acts").rows
    return {row["word"]: frozenset(each["act"] for each in rows if each["word"] == row["word"]) for row in rows}


def acts(token: "Token", act: Act) -> bool:
    """Whether the verb says that a text was issued, put forward, or took its course."""
    return act in _acts().get(token.lemma_.lower(), ())


def noun_at(token: "Token") -> Noun | None:
    """The word for a text that stands here, or begins here."""
    lower = token.lower_
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    plural = lower not in _nouns() and lower not in BEGINNINGS and lower.endswith("s")
    word = lower[:-1] if plural else lower
    found = (_beside(token, word) if word in BEGINNINGS else None) or (word, token.i, token.i)
    key, first, last = found
    known = _nouns().get(key)
    return None if known is None or _modifies(token.doc[last]) else Noun(*known, last, plural, first)


def _beside(token: "Token", word: str) -> tuple[str, int, int] | None:
    """The words of the list that stand here, with their first and last tokens."""
    for (noun, side), (rest, key) in BESIDE.items():
        start = token.i + 1 if side > 0 else max(0, token.i - len(rest))
        near = tuple(each.lower_ for each in token.doc[start : start + len(rest)])
        if word == noun and near == rest:
            return (key, token.i, token.i + len(rest)) if side > 0 else (key, start, token.i)
    return None


BEGINNINGS = {noun for noun, _ in BESIDE}


def _modifies(token: "Token") -> bool:
    """Whether the word only says of what another is: "treaty obligations", "a deal breaker"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    behind = after is not None and after.pos_ in ("NOUN", "PROPN") and token.head.i > token.i
    return token.dep_ in ("compound", "nmod") and behind
