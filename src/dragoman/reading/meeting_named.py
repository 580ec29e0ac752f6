"""Occasions that their own words tell apart: by the body whose members meet, or by their number in a series.

"A NATO summit in Lisk" and "the second round of talks in Lisk" name an occasion, though nobody or only a body is named
as taking part in it.
"""

import re
from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import meeting_bodies
from dragoman.language.parser import text_of
from dragoman.model.reading import MeetingStatus
from dragoman.reading.meeting_kinds import is_definite
from dragoman.reading.meeting_status import AHEAD, ROUNDS, says
from dragoman.reading.meeting_tail import listed
from dragoman.reading.tense import verb_tense

if TYPE_CHECKING:
    from dragoman.language.parser import Token
    from dragoman.reading.cast import Cast
    from dragoman.reading.meeting_parts import Scene
    from dragoman.reading.meeting_tail import Tail

SERIES = {"last", "latest", "previous", "initial", "next", "new", "final", "fresh", "inaugural", "another"}
"""What tells one of several rounds beside its number."""
ORDINAL = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))"
)
NAMED = {"summit"}
"""Nouns that with a body's name are its occasion, whose place and day need not be told."""
OFFICES = r"(?:leaders|ministers|heads|chiefs|envoys|ambassadors|representatives)"
BEFORE = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+)??(?:{OFFICES}['’]?\s+|ministerial\s+|leadership\s+)?")
"""What may stand between a body's name and its meeting: "NATO foreign ministers' meeting"."""
BEHIND = re.compile(rf"\s+of\s+(?:the\s+)?(?:(?:[\w-]+\s+){{0,2}}{OFFICES}\s+(?:of|from)\s+(?:the\s+)?)?")
"""What may stand between a meeting and its body's name: "a meeting of foreign ministers of the G7"."""
GROUPS = {"group", "quartet", "committee", "commission", "council"}
MARGINS = re.compile(r"\bon\s+the\s+(?:margins|sidelines|fringes)\s+of\s+(?:[\w.'’-]+\s+){1,6}$", re.IGNORECASE)
FARTHEST = 60


def body_of(noun: "Token", cast: "Cast") -> int | None:
    """The body whose members' meeting the noun names, by index of entity."""
    text = text_of(noun.doc)
    start, end = noun.idx, noun.idx + len(noun)
    for mention in reversed(cast.mentions_at((max(noun.sent.start_char, start - FARTHEST), start))):
        if _meets(mention.entity, cast) and BEFORE.fullmatch(text, mention.span.end, start):
            return mention.entity
    for mention in cast.mentions_at((end, min(noun.sent.end_char, end + FARTHEST))):
        if _meets(mention.entity, cast) and BEHIND.fullmatch(text, end, mention.span.start):
            return mention.entity
    return None


def _meets(entity: int, cast: "Cast") -> bool:
    found = cast.entities[entity]
    return found.kind in ("body", "group") and found.name in meeting_bodies()


def is_of_series(noun: "Token") -> bool:
    """Whether it is told which of several rounds it is: "the second round of talks", "the last talks"."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    both = (noun, whole) if whole.lemma_.lower() in ROUNDS else (noun,)
    words = [child.lower_ for each in both for child in each.children if child.dep_ in ("amod", "det", "compound")]
    return any(word in SERIES or ORDINAL.fullmatch(word) for word in words)


def is_aside(noun: "Token") -> bool:
    """Whether something else is told on the sidelines of what the noun names."""
    return MARGINS.search(text_of(noun.doc)[noun.sent.start_char : noun.idx]) is not None


def is_named_by(noun: "Token") -> bool:
    """Whether the noun with its body's name tells which occasion it is without place and day: "the NATO summit", or
    one that lies ahead, "before a NATO summit".
    """
    link = noun.head if noun.dep_ == "pobj" else noun
    link = link.head if link.lower_ == "of" else link
    return noun.lemma_.lower() in NAMED and (is_definite(noun) or link.lower_ in AHEAD)


def group_at(noun: "Token") -> int | None:
    """The token behind a group without a listed name whose meeting it is: "a meeting of the contact group"."""
    of = noun.nbor() if noun.i + 1 < noun.sent.end else noun
    if of.lower_ != "of":
        return None
    heads = [child for child in of.children if child.dep_ == "pobj" and child.lemma_.lower() in GROUPS]
    return heads[0].i + 1 if heads else None


def members_behind(noun: "Token", scene: "Scene") -> list[int]:
    """Those who are listed in brackets behind such a group, by index of entity."""
    at = group_at(noun)
    if at is None or at + 1 >= noun.sent.end or noun.doc[at].text not in ("(", "["):
        return []
    found, _ = listed(noun.doc, at + 1, noun.sent.end, scene)
    return found if len(found) > 1 else []


def told_beside(noun: "Token", tail: "Tail") -> MeetingStatus | None:
    """What is told in a clause of the noun's own, or by "since": "a summit that will open the road"."""
    if tail.host is not None and verb_tense(tail.host.nbor()) == "past":
        return "held"
    for child in noun.children:
        if child.dep_ == "relcl" and verb_tense(child) == "future" and says(child) is None:
            return "planned"
    return "held" if noun.dep_ == "pobj" and noun.head.lower_ == "since" else None
