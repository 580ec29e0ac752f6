"""States that are counted and not named: "six world powers", "the three Gulf states". They take part as a group."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.language.parser import text_of
from dragoman.model.reading import Entity, Mention
from dragoman.model.spans import Span
from dragoman.reading.cast import Cast

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

COUNTED = {"country", "member", "nation", "power", "state"}
"""Nouns for states, which mean particular ones where a number stands before them."""
GREAT = {"world", "global", "major", "great", "leading", "big"}
"""What makes "powers" the states that negotiate, without a number."""
BEFORE = ("amod", "compound", "nmod", "nummod")


def with_powers(doc: "Doc", cast: Cast) -> Cast:
    """The cast with one group for all powers that the article speaks of, and one for each other counted lot of states,
    by its last words. Who is in the cast stays at the same index.
    """
    entities, mentions, known = list(cast.entities), list(cast.mentions), dict[str, int]()
    for key, span in _phrases(doc):
        words, here = text_of(doc)[span.start : span.end], cast.at(span)
        if here:
            _name(entities, known, key, here, words)
            continue
        at = known.setdefault(key, len(entities))
        if at == len(entities):
            entities.append(Entity("group", words, (words,)))
        elif len(words) > len(entities[at].name):
            entities[at] = replace(entities[at], name=words)
        mentions.append(Mention(span, "name", at))
    if not known:
        return cast
    return replace(cast, entities=tuple(entities), mentions=tuple(sorted(mentions, key=lambda m: (m.span, m.entity))))


def _name(entities: list[Entity], known: dict[str, int], key: str, here: Sequence[int], words: str) -> None:
    """A group that spoke is one that can take part, and is the one that is meant later."""
    own = [each for each in here if entities[each].kind == "group"]
    if len(here) == len(own) == 1:
        known.setdefault(key, own[0])
        entities[own[0]] = replace(entities[own[0]], names=entities[own[0]].names or (words,))


def _phrases(doc: "Doc") -> Iterator[tuple[str, Span]]:
    for token in doc:
        if token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in COUNTED:
            found = _phrase(token)
            if found is not None:
                yield found


def _phrase(noun: "Token") -> tuple[str, Span] | None:
    """What tells this group from others of the article, and its words without an article before them."""
    before = [t for t in noun.doc[noun.left_edge.i : noun.i] if t.pos_ != "PUNCT" and _modifies(t, noun)]
    counted = any(child.like_num or child.lower_ == "other" for child in before)
    powers = noun.lemma_.lower() == "power"
    if not counted and not (powers and any(child.lower_ in GREAT for child in before)):
        return None
    span = Span(before[0].idx, noun.idx + len(noun))
    others = [child.lower_ for child in before if not child.like_num and child.lower_ not in GREAT]
    return " ".join([*([] if powers else others), noun.lemma_.lower()]), span


def _modifies(word: "Token", noun: "Token") -> bool:
    """Whether the word stands before the noun as its own; "world" of "A and world powers" is parsed as joined to A."""
    joined = any(child.dep_ == "cc" for child in word.children)
    return (word.head == noun and word.dep_ in BEFORE and not joined) or (word.i == noun.i - 1 and word.lower_ in GREAT)
