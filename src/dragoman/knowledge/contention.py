"""Words of contention: which words charge somebody with a wrong, deny, favour, oppose, or take up what was said;
and by which words a deed is told as a wrong.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from dragoman.knowledge.tables import table

Role = Literal[
    "brings about",
    "frames",
    "denies",
    "denies so",
    "for",
    "against",
    "accuses",
    "admits",
    "stance",
    "judges",
    "is accused",
    "behind it",
    "puts forward",
    "wrong taken up",
    "part taken up",
    "plan taken up",
    "words taken up",
]

WrongRole = Literal[
    "does wrong",
    "does force",
    "carries",
    "blow",
    "wrong",
    "wrongdoer",
    "unlawful",
    "unlawfully",
    "guilty",
    "makes",
    "banned",
    "keeps",
    "breaks",
    "bond",
    "fails",
    "helps",
    "fighter",
    "aims",
    "deed",
    "labels",
    "arm",
    "weapon",
    "of doer",
    "try",
    "open",
    "abroad",
    "captive",
]


@cache
def wrong_words(role: WrongRole) -> frozenset[str]:
    """The words of one role in telling that somebody does wrong, in lower case and as dictionaries have them."""
    return frozenset(row["word"] for row in table("wrong_words").rows if row["role"] == role)


@cache
def charge_words() -> Mapping[str, str]:
    """Words that say that somebody does wrong, in lower case, each with the kind of wrong."""
    return MappingProxyType({row["word"]: row["group"] for row in table("charge_words").rows})


@cache
def contention_words(role: Role) -> frozenset[str]:
    """The words of one role, in lower case."""
    return frozenset(row["word"] for row in table("contention_words").rows if row["role"] == role)


@cache
def speech_forms() -> frozenset[str]:
    """Forms of verbs that report speech."""
    return frozenset(row["form"] for row in table("speech_forms").rows)
