"""Which words name or tell a meeting, of what kind, in which format and at which level."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import member_states
from dragoman.knowledge.tables import table
from dragoman.model.reading import Entity, MeetingFormat, MeetingKind
from dragoman.reading.meeting_status import ROUNDS, says

if TYPE_CHECKING:
    from dragoman.language.parser import Token

BY_PHONE = {"phone", "telephone", "video", "conference"}
LINES = {"phone", "telephone", "video", "videolink"}
FOR_THE_PRESS = {"press", "news", "media"}
PLURAL_ONLY = {"talk"}
ONE_IN_PLURAL = {"talk", "negotiation", "consultation", "discussion"}
"""Nouns whose plural may be one occasion; other plurals are several."""
AT_LARGE = {
    "any",
    "no",
    "constant",
    "regular",
    "daily",
    "frequent",
    "several",
    "many",
    "annual",
    "numerous",
    "countless",
}
"""What makes a noun speak of no meeting in particular."""
REPEATED = {"times", "repeatedly", "regularly", "often", "frequently", "twice", "thrice", "routinely"}
"""What makes a verb tell of several meetings."""
TAKING_PART = {"participate", "partake", "attend", "join", "negotiate", "meet"}
FORMATS: dict[str, MeetingFormat] = {
    "trilateral": "trilateral",
    "tripartite": "trilateral",
    "three-way": "trilateral",
    "three-party": "trilateral",
    "bilateral": "bilateral",
    "two-way": "bilateral",
    "multilateral": "multilateral",
    "four-party": "multilateral",
    "quadrilateral": "multilateral",
}
MARGINS = re.compile(r"\bon\s+the\s+(?:margins|sidelines|fringes)\s+of\b", re.IGNORECASE)
OTHERS = re.compile(
    r"\bother(?:s|\s+(?:[\w-]+\s+){0,3}(?:nations|countries|states|members|leaders|ministers|officials))\b"
)
"""Participants without a name: how many took part is not told."""
LEVEL = re.compile(
    r"\bat\s+(?:the\s+)?level\s+of\s+(?:the\s+)?((?:[\w-]+\s+){0,2}?\w*(?:ministers|leaders|presidents|heads))",
    re.IGNORECASE,
)


@cache
def kinds() -> dict[str, str]:
    """The kind of occasion that a noun names, by lemma."""
    return {row["noun"]: row["kind"] for row in table("occasion_nouns").rows}


def kind_of(token: "Token") -> MeetingKind | None:
    """The kind of meeting that the word names or tells of; nothing where it does neither."""
    if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.lower_ in kinds()):
        return _by_noun(token)
    if token.pos_ == "VERB":
        return _by_verb(token)
    if opens_with_visit(token):
        return "visit"
    return None


def opens_with_visit(token: "Token") -> bool:
    """Whether a sentence begins with "Visiting X, ...", which the tagger often takes for a name."""
    return token.is_sent_start is True and token.text == "Visiting"


def _by_noun(token: "Token") -> MeetingKind | None:
    lemma = token.lemma_.lower()
    kind = kinds().get(lemma) or kinds().get(token.lower_)
    before = {child.lower_ for child in token.children if child.dep_ in ("compound", "amod", "nmod", "det")}
    if before & AT_LARGE or _is_part(token):
        return None
    plural = token.tag_ in ("NNS", "NNPS")
    if lemma in ROUNDS:
        return None
    if kind == "meeting":
        several = plural and lemma not in ONE_IN_PLURAL and "separate" not in before
        if several or (lemma in PLURAL_ONLY and not plural):
            return None
        return "call" if _on_the_phone(token) or _on_the_phone(token.head) else "meeting"
    if kind == "call":
        return "call" if before & BY_PHONE and not plural else None
    if kind == "conference":
        return None if before & FOR_THE_PRESS or plural else "conference"
    return "visit" if kind == "visit" and not plural else None


def is_talks(token: "Token") -> bool:
    """Whether the word is one for talks, which may go on over days and places: "talks", "negotiations"."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in ONE_IN_PLURAL | PLURAL_ONLY


def _is_part(noun: "Token") -> bool:
    """Whether the noun only says what another meeting is for or of: "a meeting for the third round of talks"."""
    while noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
        if kinds().get(noun.lemma_.lower()) == "meeting" and noun.lemma_.lower() not in ROUNDS:
            return True
    return False


def _by_verb(token: "Token") -> MeetingKind | None:
    word = says(token)
    if any(child.lower_ in REPEATED for child in token.children):
        return None
    if token.lemma_ in TAKING_PART and word != "meets":
        return "meeting" if says(token.head) in ("refused", "cancelled") else None
    if word in ("meets", "receives"):
        return "meeting"
    if word == "visits" or (word == "invites" and any(child.lower_ == "to" for child in token.children)):
        return "visit"
    if word == "calls" or (word == "speaks" and _on_the_phone(token)):
        return "call"
    return None


def _on_the_phone(word: "Token") -> bool:
    """Whether the talk was "by telephone", "on the phone", "via video link"."""
    links = (child for child in word.children if child.dep_ == "prep" and child.lower_ in ("by", "on", "over", "via"))
    return any(thing.lower_ in LINES for link in links for thing in link.subtree)


def format_of(token: "Token", kind: MeetingKind, members: Sequence[Entity]) -> MeetingFormat | None:
    """The format that the words give, else what the number of participants makes it: a group counts as several."""
    before = {child.lower_ for child in token.children if child.dep_ in ("compound", "amod", "nmod")}
    if kind == "call":
        return "video" if before & {"video"} else "call"
    if kind in ("conference", "visit"):
        return "conference" if kind == "conference" else None
    for word in sorted(before & FORMATS.keys()):
        return FORMATS[word]
    said = token.sent.text
    if MARGINS.search(said):
        return "margins"
    if OTHERS.search(said):
        return None
    if len(members) > 1 and any(member.kind == "group" or member.name in member_states() for member in members):
        return "multilateral"
    return {0: None, 1: None, 2: "bilateral", 3: "trilateral"}.get(len(members), "multilateral")


def level_of(token: "Token", members: Sequence[Entity]) -> str | None:
    """The level in so many words, else the office that all participants hold."""
    said = LEVEL.search(token.sent.text)
    if said is not None:
        return " ".join(said[1].lower().split())
    titles = [{office.title for office in member.offices} for member in members if member.kind == "person"]
    shared = set.intersection(*titles) if len(titles) > 1 and len(titles) == len(members) else set()
    return min(shared) if len(shared) == 1 else None
