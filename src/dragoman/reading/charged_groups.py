"""Who is charged and has no name: peoples, forces, sides and governments, made entities as those who speak are."""

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import body_words, side_words
from dragoman.knowledge.contention import wrong_words
from dragoman.knowledge.names import fold, people_words
from dragoman.knowledge.states import state_words
from dragoman.language.parser import text_of
from dragoman.model.reading import Entity, Mention
from dragoman.model.spans import Span
from dragoman.reading.cast import Cast
from dragoman.reading.nameless import PLURALS, country_of, is_definite, is_people, noun_of, phrase

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

BEFORE = frozenset({"amod", "compound", "nmod", "poss"})
ALONE = frozenset({"government", "opposition", "regime", "media", "press", "police", "military", "army", "leadership"})
"""Nouns in the singular that with "the" say enough of who is meant."""
TAKES_UP = frozenset(
    {
        *("group", "movement", "party", "side", "country", "nation", "state", "power", "organization", "organisation"),
        *("faction", "leader", "unit", "element", "man", "people", "official", "minister", "person", "force", "ally"),
    }
)
"""Nouns that alone only take up who was named before."""
SAYS_WHOSE = frozenset({"state", "government", "opposition", "security", "rebel", "separatist", "other"})
"""Words that with "the" or a plural behind them say whose the people are: "state media", "the other side"."""
NOT_ONE = frozenset({"no", "any", "some", "both", "all", "two", "either", "neither", "several", "many", "few", "such"})
APART = frozenset(
    {
        *("opposition", "settler", "mob", "gang", "group", "movement", "party", "faction", "tribesman", "proxy"),
        *("ally", "element", "hacker"),
    }
)
"""Nouns for people who are not their state, though its word stands before them."""
PRESS = frozenset({"media", "press", "newspaper", "newspapers", "television", "broadcaster", "broadcasters"})
KINDS = frozenset({"group", "body", "unnamed"})


class ChargedGroups:
    """Makes an entity of the words for those who are charged, the same one for the same words."""

    def __init__(self, doc: "Doc", cast: Cast) -> None:
        self._doc, self._cast = doc, cast
        self._entities = list(cast.entities)
        self._mentions: list[Mention] = []
        self._known = {fold(one.name): n for n, one in enumerate(cast.entities) if one.kind in KINDS}
        self._at: dict[int, int] = {}

    def entity(self, head: "Token") -> int | None:
        """Who is meant by the noun phrase with this head; none where it is not definite, names nobody and tells of no
        people that are known by their name, or only takes up somebody else.
        """
        if head.i in self._at:
            return self._at[head.i]
        here = self._cast.mentions_at((head.idx, head.idx + len(head)))
        if here:
            known = [m.entity for m in here if m.form != "pronoun" and self._entities[m.entity].kind in KINDS]
            return known[0] if len(known) == len(here) == 1 else None
        if not _is_somebody(head) or not _says_who(head):
            return None
        span = self._words(head)
        name = text_of(self._doc)[span.start : span.end]
        index = self._known.get(fold(name))
        if index is None:
            index = self._known[fold(name)] = len(self._entities)
            self._entities.append(self._made(head, name))
        self._mentions.append(Mention(span, "name" if self._entities[index].names else "office", index))
        self._at[head.i] = index
        return index

    def cast(self) -> Cast:
        """The cast with those who were added."""
        mentions = sorted((*self._cast.mentions, *self._mentions), key=lambda m: (m.span, m.entity))
        return replace(self._cast, entities=tuple(self._entities), mentions=tuple(mentions))

    def _words(self, head: "Token") -> Span:
        """The phrase, with the place behind "in", or the leader behind "of", where that says which they are:
        "authorities in Lofra", "regime of President Sand".
        """
        span = phrase(self._doc, head)
        name = None if _says_before(head) else _place(head) or _leader(head)
        return Span(span.start, max(span.end, name.idx + len(name) if name is not None else 0))

    def _made(self, head: "Token", name: str) -> Entity:
        low = noun_of(head)
        plural = head.tag_ in PLURALS and low not in body_words()
        named = low in body_words() and any(c.dep_ in BEFORE and c.pos_ == "PROPN" for c in head.children)
        country = self._country(head) if low in side_words() and not _fights(head) else None
        return Entity("group" if plural or is_people(head) else "body", name, (name,) if named else (), country)

    def _country(self, head: "Token") -> str | None:
        """The state of a government, or of the one person by whose name it goes."""
        named = [child for child in (*head.children, _leader(head)) if child is not None]
        near = [child for child in named if child.dep_ in (*BEFORE, "pobj")]
        whose = {m.entity for c in near for m in self._cast.mentions_at((c.idx, c.idx + len(c)))}
        people = [self._entities[e] for e in sorted(whose) if self._entities[e].kind == "person"]
        codes = {p.country or next((o.country for o in p.offices if o.country), None) for p in people}
        return codes.pop() if len(codes) == 1 else country_of(head)


def stands_for_state(head: "Token") -> bool:
    """Whether the state's word before it says whose they are: Velmarian troops are Velmar's, Velmarian rebels not."""
    return not _fights(head) and head.lemma_.lower() not in APART


def is_press(head: "Token") -> bool:
    """Whether it is a word for newspapers and broadcasters, who are not their state."""
    return head.lower_ in PRESS


def _fights(head: "Token") -> bool:
    low = head.lemma_.lower()
    return low in wrong_words("fighter") or any(c.lower_ in ("rebel", "separatist", "militant") for c in head.children)


def _is_somebody(head: "Token") -> bool:
    low = noun_of(head)
    if head.pos_ not in ("NOUN", "PROPN") or any(child.lower_ in NOT_ONE for child in head.children):
        return False
    if any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in head.children):
        return False
    if low in people_words():
        return head.tag_ in PLURALS
    return is_people(head) or is_press(head) or low in wrong_words("arm") | side_words()


def _says_who(head: "Token") -> bool:
    """Whether the words say who is meant."""
    low = noun_of(head)
    many = head.tag_ in PLURALS or low in ALONE or is_press(head)
    if is_people(head):
        return True
    if _says_before(head):
        return many or is_definite(head) or any(child.dep_ == "poss" for child in head.children)
    if many and _place(head) is not None:
        return True
    return is_definite(head) and low not in TAKES_UP and many


def _says_before(head: "Token") -> bool:
    """Whether a name, a people or the like stands before the noun."""
    before = [child for child in head.children if child.dep_ in BEFORE]
    return any(
        c.pos_ == "PROPN" or c.ent_type_ in ("NORP", "PERSON", "ORG") or c.text in state_words() or _is_whose(c)
        for c in before
    )


def _is_whose(word: "Token") -> bool:
    return word.lower_ in SAYS_WHOSE


def _place(head: "Token") -> "Token | None":
    """The name of a place right behind the noun, wherever the parse hangs it: "authorities in Lofra"."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head
    if after.lower_ != "in" or after.head not in (head, head.head):
        return None
    return next((c for c in after.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)


def _leader(head: "Token") -> "Token | None":
    """The name behind "of" for a government: "regime of President Sand"."""
    of = next((c for c in head.rights if c.lower_ == "of" and c.i == head.i + 1), None)
    named = next((c for c in of.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None) if of is not None else None
    return named if noun_of(head) in side_words() else None
