"""Which words name or tell a meeting, of what kind, in which format and at which level."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import member_states
from dragoman.knowledge.tables import table
from dragoman.model.reading import Entity, MeetingFormat, MeetingKind
from dragoman.reading.meeting_status import CALLING, ROUNDS, says

if TYPE_CHECKING:
    from dragoman.language.parser import Token

BY_PHONE = {"phone", "telephone", "video", "conference"}
LINES = {"phone", "telephone", "hotline", "video", "videolink", "videoconference", "teleconference", "zoom", "skype"}
ON_SCREEN = {"video", "videolink", "videoconference", "virtual", "online", "remote", "zoom", "skype"}
APART = {"phone", "telephone", "video", "virtual", "online", "remote", "videoconference"}
"""What says of a meeting that they were not in one room."""
BY = {"by", "on", "over", "via", "through"}
REPORTERS = {"reporter", "journalist", "correspondent", "press", "media"}
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
        return "call" if before & APART or on_the_phone(token) or on_the_phone(token.head) else "meeting"
    if kind == "call" or (kind == "conference" and before & BY_PHONE):
        return "call" if not plural and _is_call(token, before) and not _is_for_the_press(token) else None
    if kind == "conference":
        return None if before & FOR_THE_PRESS or plural else "conference"
    return "visit" if kind == "visit" and not plural else None


def _is_call(noun: "Token", before: AbstractSet[str]) -> bool:
    """Whether it is a talk on the phone: "a phone call", "a call with B", "took a call from B"."""
    if before & BY_PHONE or noun.lemma_.lower() not in ("call", "conversation"):
        return True
    links = {child.lower_ for child in noun.children if child.dep_ == "prep" and _names_somebody(child)}
    taken = noun.dep_ == "dobj" and noun.head.lemma_ in CALLING
    if noun.lemma_ != "call" or any(child.lower_ == "for" or child.dep_ == "acl" for child in noun.children):
        return False
    during = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "on")
    return bool(links & {"with", "between"} or (links & {"from", "to"} and (taken or during)))


def _names_somebody(preposition: "Token") -> bool:
    return any(t.pos_ == "PROPN" for thing in preposition.children for t in (thing, *thing.children))


def _is_for_the_press(noun: "Token") -> bool:
    """Whether it is a call in which reporters are told something."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    told = [child for child in verb.children if child.dep_ in ("dobj", "dative")] if verb.pos_ == "VERB" else []
    told += [thing for child in noun.children if child.lower_ == "with" for thing in child.children]
    return any(thing.lemma_.lower() in REPORTERS for thing in told)


def is_talks(token: "Token") -> bool:
    """Whether the word is one for talks, which may go on over days and places: "talks", "negotiations"."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in ONE_IN_PLURAL | PLURAL_ONLY


def is_definite(token: "Token") -> bool:
    """Whether the words point at what was told of before: "the talks", "the next round of these talks"."""
    whole = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    return any(child.lower_ in ("the", "these", "those") for noun in (token, whole) for child in noun.children)


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
        return "call" if on_the_phone(token) else "meeting"
    if word == "visits" or (word == "invited" and any(child.lower_ == "to" for child in token.children)):
        return "visit"
    said = word == "speaks" or token.lemma_.lower() in matter_words("tells") | matter_words("discusses")
    if word == "calls" or (said and on_the_phone(token)) or (token.lemma_ == "call" and _is_to_discuss(token)):
        return "call"
    return None


def _is_to_discuss(verb: "Token") -> bool:
    """Whether somebody is called in order to speak: "called B to discuss the road"; not called something."""
    if not any(child.dep_ == "dobj" and child.pos_ == "PROPN" for child in verb.children):
        return False
    ends = [child for child in verb.children if child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB"]
    return any(end.lemma_.lower() in matter_words("tells") | matter_words("discusses") for end in ends)


def on_the_phone(word: "Token") -> bool:
    """Whether the talk was "by telephone", "on the phone", "via video link"."""
    return bool(_lines(word))


def _lines(word: "Token") -> set[str]:
    near = (word, *(child for child in word.children if child.dep_ == "dobj"))
    links = [child for each in near for child in each.children if child.lower_ in BY]
    return {thing.lower_ for link in links for thing in _own(link)} & LINES


def is_line(preposition: "Token") -> bool:
    """Whether it says by what they spoke: "over the phone"."""
    return preposition.lower_ in BY and any(thing.lower_ in LINES for thing in _own(preposition))


def _own(link: "Token") -> Iterator["Token"]:
    """The noun behind a preposition and what stands before it."""
    for thing in link.children:
        yield thing
        yield from (child for child in thing.children if child.dep_ in ("compound", "amod"))


@cache
def matter_words(says_what: str) -> frozenset[str]:
    """The words of a list that tell what a meeting was about, what came of it, and who told whom."""
    return frozenset(row["word"] for row in table("meeting_matters").rows if row["says"] == says_what)


def format_of(token: "Token", kind: MeetingKind, members: Sequence[Entity]) -> MeetingFormat | None:
    """The format that the words give, else what the number of participants makes it: a group counts as several."""
    before = {child.lower_ for child in token.children if child.dep_ in ("compound", "amod", "nmod")}
    if kind == "call":
        seen = before | _lines(token) | _lines(token.head) | {token.lower_}
        return "video" if seen & ON_SCREEN else "call"
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
    return {0: None, 1: None, 2: "bilateral", 3: "trilateral"}.get(_sides(members), "multilateral")


def _plurals_of(token: "Token") -> Iterator[str]:
    """Who of several states meets: "the deputy foreign ministers of A and B"."""
    for verb in (token, token.head):
        for who in verb.children:
            whose = any(child.lower_ in ("of", "from") for child in who.children)
            if who.dep_ == "nsubj" and who.tag_ == "NNS" and whose:
                words = who.doc[who.left_edge.i : who.i + 1]
                yield " ".join(word.lower_ for word in words if word.pos_ != "DET")


def _sides(members: Sequence[Entity]) -> int:
    """How many sides they are: those of one state are one, and who is of no known one is a side of his own."""
    sides: set[str | int] = set()
    for number, member in enumerate(members):
        held = {office.country or office.body for office in member.offices if office.country or office.body}
        sides.add(member.country or (held.pop() if len(held) == 1 else None) or number)
    return len(sides)


def level_of(token: "Token", members: Sequence[Entity]) -> str | None:
    """The level in so many words, else the office that all hold, or by which those of several states are called."""
    said = LEVEL.search(token.sent.text)
    if said is not None:
        return " ".join(said[1].lower().split())
    if members and all(member.kind == "state" for member in members):
        return next(_plurals_of(token), None)
    titles = [{office.title for office in member.offices} for member in members if member.kind == "person"]
    shared = set.intersection(*titles) if len(titles) > 1 and len(titles) == len(members) else set()
    return min(shared) if len(shared) == 1 else None
