"""What follows the word for a meeting: with whom, between whom, where and when, read from left to right.

The parse of long noun phrases often fails just here ("talks he hosted between his Ostrandian and Velmarian counterparts
A and B in Lisk on Tuesday"), while the order of the words is plain.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from dragoman.knowledge.states import state_words
from dragoman.language.parser import text_of
from dragoman.model.reading import Mention
from dragoman.model.spans import Span
from dragoman.reading.meeting_kinds import is_line, kind_of
from dragoman.reading.meeting_places import place_at
from dragoman.reading.meeting_status import says
from dragoman.reading.timexes import timexes_in

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token
    from dragoman.reading.meeting_parts import Scene

LISTED = {"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "CC", ",", "-LRB-", "-RRB-"}
"""Tags of what may stand in a list of names with their offices."""
ROLES = {"counterpart", "counterparts"}
BEFORE_TIME = {"on", "in", "late", "early", "during", "this", "later", "earlier"}
SUBJECTS = {"nsubj", "nsubjpass"}
MODIFIERS = {"amod", "compound", "nmod", "poss"}
FARTHEST = 60
AHEAD = 9


@dataclass(slots=True)
class Tail:
    """What was read behind the word for the meeting."""

    having: list[int] = field(default_factory=list)
    among: list[int] = field(default_factory=list)
    place: Span | None = None
    timex: int | None = None
    host: "Token | None" = None
    apart: bool = False
    with_whom: frozenset[str] = frozenset({"with"})


def tail_of(trigger: "Token", scene: "Scene") -> Tail:
    """The names, the place and the date that follow the word, up to the first word that is none of these."""
    tail, doc = Tail(), scene.doc
    if kind_of(trigger) == "call":
        tail.with_whom = frozenset({"with", "to", "from"} if trigger.pos_ == "NOUN" else {"with", "to"})
    at, end = trigger.i + 1, min(trigger.sent.end, trigger.i + FARTHEST)
    while at < end:
        after = _names(doc, at, end, tail, scene) or _where(doc, at, tail) or _when(doc, at, tail, scene)
        after = after or _filler(doc, at, end, tail) or _line(doc, at)
        if after is None:
            break
        at = after
    return tail


def _names(doc: "Doc", at: int, end: int, tail: Tail, scene: "Scene") -> int | None:
    word = doc[at].lower_
    if word not in ("between", "among", "of", *tail.with_whom):
        return None
    found, after = listed(doc, at + 1, end, scene)
    several = len(found) > 1 and any(each.lower_ in ("and", ",") for each in doc[at:after])
    if found and word == "of" and not several:
        return _behind_members(doc, after, end)
    if not found:
        return None
    if word in tail.with_whom:
        tail.having.extend(found)
    else:
        tail.among.extend(found)
    return after


def _behind_members(doc: "Doc", at: int, end: int) -> int | None:
    """The token behind a body's people, where place or day follows: "a meeting of NATO foreign ministers in X"."""
    while at < end and doc[at].tag_ in ("JJ", "NN", "NNS"):
        at += 1
    return at if at < end and doc[at].lower_ in ("in", "at", "on") else None


def _where(doc: "Doc", at: int, tail: Tail) -> int | None:
    if doc[at].lower_ not in ("in", "at") or at + 1 >= len(doc):
        return None
    place = place_at(doc, at + 1)
    if place is None:
        return None
    tail.place = tail.place or place
    return _token_behind(doc, at, place.end)


def _token_behind(doc: "Doc", at: int, end: int) -> int:
    """The first token from ``at`` on that does not begin before the offset ``end``."""
    while at < len(doc) and doc[at].idx < end:
        at += 1
    return at


def _when(doc: "Doc", at: int, tail: Tail, scene: "Scene") -> int | None:
    last = doc[at + 1] if at + 1 < len(doc) and doc[at].lower_ in BEFORE_TIME else doc[at]
    for index in timexes_in(scene.timexes, doc[at].idx, last.idx + 1):
        if tail.timex is None and text_of(doc)[slice(*scene.timexes[index].span)].lower() not in ("earlier", "later"):
            tail.timex = index
        return _token_behind(doc, at, scene.timexes[index].span.end)
    return None


def _line(doc: "Doc", at: int) -> int | None:
    """The words that say by what they spoke: "over the phone", "by video link"."""
    things = [thing for thing in doc[at].children if thing.dep_ == "pobj"]
    return things[0].i + 1 if things and is_line(doc[at]) else None


def _filler(doc: "Doc", at: int, end: int, tail: Tail) -> int | None:
    """Words that may stand between: an adverb, "held", "he hosted", "that were held"."""
    word = doc[at]
    if word.pos_ == "ADV" or word.dep_ == "prt" or word.lower_ in ("that", "which", "were", "was"):
        tail.apart = tail.apart or word.lower_ == "separately"
        return at + 1
    if says(word) in ("holds", "hosts") and word.tag_ in ("VBN", "VBD"):
        return at + 1
    if word.pos_ in ("PRON", "PROPN") and at + 1 < end and says(doc[at + 1]) == "hosts":
        tail.host = word
        return at + 2
    return None


def listed(doc: "Doc", start: int, end: int, scene: "Scene") -> tuple[list[int], int]:
    """The entities in a list of names with their offices, and the token behind it: persons where it names persons."""
    found: list[Mention] = []
    at = start
    while at < end:
        mention = _mention_at(doc[at], scene)
        if mention is not None:
            last = _last_token(doc, at, mention)
            if found and doc[at - 1].lower_ in (",", "and") and _is_subject(doc, mention):
                break
            found.append(mention)
            at = last.i + 1
        elif _goes_on(doc, at, end, scene):
            at += 1
        else:
            break
    return _chosen(doc, found, scene), at


def _mention_at(token: "Token", scene: "Scene") -> Mention | None:
    found = scene.cast.mentions_at((token.idx, token.idx + len(token)))
    return next((mention for mention in found if mention.form != "pronoun"), None)


def _last_token(doc: "Doc", at: int, mention: Mention) -> "Token":
    while at + 1 < len(doc) and doc[at + 1].idx < mention.span.end:
        at += 1
    return doc[at]


def _goes_on(doc: "Doc", at: int, end: int, scene: "Scene") -> bool:
    """Whether the list may go on with this word: it leads on to a name."""
    word = doc[at]
    if word.lower_ in ROLES:
        return True
    if word.lower_ == "of":
        return doc[at - 1].tag_ in ("NN", "NNS", "NNP", "NNPS")
    if word.tag_ not in LISTED or word.is_space:
        return False
    for later in doc[at + 1 : min(end, at + AHEAD)]:
        mention = _mention_at(later, scene)
        if mention is not None:
            return not (word.tag_ in (",", "CC") and _is_subject(doc, mention))
        if later.tag_ not in LISTED and later.lower_ not in ROLES and later.lower_ != "of":
            return False
    return False


def _is_subject(doc: "Doc", mention: Mention) -> bool:
    """Whether the name begins a clause of its own: "after talks with A, B said"."""
    words = doc.char_span(*mention.span, alignment_mode="expand")
    if words is None or words.root.dep_ not in SUBJECTS:
        return False
    before = [child for child in words.root.head.children if child.dep_ in SUBJECTS and child.i < words.root.i]
    return not before


def _chosen(doc: "Doc", mentions: Iterable[Mention], scene: "Scene") -> list[int]:
    """Persons and what stands for itself; of modifiers ("his Velmarian counterpart") only where nothing else is, and of
    two before one noun not the owner ("Velmar's Free Party leaders").
    """
    heads: list[int] = []
    modifiers: list[tuple[int, Token]] = []
    for mention in _named_members(doc, _without_titles(doc, list(mentions), scene), scene):
        kind = scene.cast.entities[mention.entity].kind
        words = doc.char_span(*mention.span, alignment_mode="expand")
        first = _first_of_joined(words.root) if words is not None else None
        if kind != "person" and first is not None and (_is_modifier(first) or _is_of(first)):
            modifiers.append((mention.entity, first))
        else:
            heads.append(mention.entity)
    nearer = {first.head.i for _, first in modifiers if first.dep_ != "poss"}
    kept = [entity for entity, first in modifiers if not (first.dep_ == "poss" and first.head.i in nearer)]
    lost = not heads and any(_is_unnamed_state(each, scene) for _, first in modifiers for each in _joined(first))
    return [] if lost else list(dict.fromkeys(heads or kept))


def has_unnamed_state(noun: "Token", scene: "Scene") -> bool:
    """Whether one of several words before a noun means a state that is none of those who are named."""
    joined = [list(_joined(child)) for child in noun.children if child.dep_ in MODIFIERS]
    return any(len(each) > 1 and any(_is_unnamed_state(word, scene) for word in each) for each in joined)


def _is_unnamed_state(word: "Token", scene: "Scene") -> bool:
    """Whether a state is meant that is none of those who are named: of "Velmarian and Free Party officials" one."""
    state = state_words().get(word.text)
    known = scene.cast.at((word.idx, word.idx + len(word)))
    return state is not None and state.adjective is not None and not known


def _joined(first: "Token") -> Iterator["Token"]:
    """A word and those that are joined to it."""
    yield first
    for child in first.children:
        if child.dep_ == "conj":
            yield from _joined(child)


def _first_of_joined(name: "Token") -> "Token":
    """The first of the words that this one is joined to: what is told of that one holds for all."""
    for _ in range(AHEAD):
        if name.dep_ != "conj":
            break
        name = name.head
    return name


def _is_modifier(name: "Token") -> bool:
    return name.dep_ in MODIFIERS or name.tag_ == "JJ"


def _without_titles(doc: "Doc", mentions: list[Mention], scene: "Scene") -> list[Mention]:
    """The mentions without offices that only introduce the name behind them: "the crown prince, Sheikh A"."""
    kept = []
    for mention, after in zip_longest(mentions, mentions[1:]):
        introduces = after is not None and mention.form == "office" and after.form == "name"
        both = introduces and {scene.cast.entities[m.entity].kind for m in (mention, after)} == {"person"}
        if not (both and "and" not in text_of(doc)[mention.span.end : after.span.start].split()):
            kept.append(mention)
    return kept


def _named_members(doc: "Doc", mentions: list[Mention], scene: "Scene") -> list[Mention]:
    """The mentions without a group whose members follow in brackets: "the other two powers (A and B)"."""
    last = mentions[-1].span.end if mentions else 0
    text = text_of(doc)
    return [
        mention
        for mention in mentions
        if scene.cast.entities[mention.entity].kind != "group" or "(" not in text[mention.span.end : last]
    ]


def _is_of(name: "Token") -> bool:
    """Whether the name only says whose: "the head of X", "the ministers of X and Y"."""
    return name.dep_ == "pobj" and name.head.lower_ == "of"
