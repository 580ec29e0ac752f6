"""What the words of a sentence tell of an act between a source and a target: features for ``language/acts.py``."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.tables import table
from dragoman.language.parser import text_of

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

MOST_CHAINED = 3
"""Complements that are followed: "said it would agree to lift" is three."""
MOST_CLIMBED = 4
OBJECTS = frozenset({"dobj", "attr", "acomp", "prt", "oprd", "dative"})
WITHIN = frozenset({"amod", "compound", "prep", "acl"})
AUXILIARY = frozenset({"aux", "auxpass", "neg"})
LONGEST = 600
"""Code points between source and target that are read for their meaning."""
AROUND = 8
"""Words before the first and behind the last of source, target and predicate that count."""


class Pair(NamedTuple):
    """Who acts towards whom, as token indices [start, end) of the parse; no target where none is named. ``verb`` is the
    index of the verb that tells the act, where it is known.
    """

    source: range
    target: range
    verb: int | None = None


@cache
def roots_by_word() -> dict[str, tuple[str, ...]]:
    """The roots that a word may tell, by lemma."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("act_words").rows:
        found[row["word"]] = (*found.get(row["word"], ()), row["root"])
    return found


def features(doc: "Doc", pair: Pair) -> set[str]:
    """The features of one sentence, seen from source and target: words and pairs of words outside the two, the
    predicate with its complements, objects and prepositions, negation and modality, the way up from the target.
    """
    return set(_features(doc, pair))


def _features(doc: "Doc", pair: Pair) -> Iterator[str]:
    inside = {*pair.source, *pair.target}
    chain = predicates(doc, pair)
    yield from _bag(doc, pair, inside, chain)
    if chain:
        yield f"p={_lemma(chain[0])}"
        yield f"tag={chain[0].tag_}"
        yield "chain=" + "_".join(map(_lemma, chain))
    for place, verb in enumerate(chain):
        if place:
            yield f"c={_lemma(verb)}"
            yield f"pc={_lemma(chain[place - 1])}_{_lemma(verb)}"
        yield from (f"lexp={root}" for root in roots_by_word().get(_lemma(verb), ()))
        yield from _of_verb(verb, min(place, 1), pair, inside)
    yield from _above_target(doc, pair, inside)


def between(doc: "Doc", pair: Pair) -> str:
    """The words from the one of source and target to the other, whose meaning counts beside the features; without a
    target those from the source to its sentence's end.
    """
    first, second = sorted((pair.source, pair.target or pair.source), key=lambda words: words.start)
    start = doc[first.stop - 1].idx + len(doc[first.stop - 1])
    last = doc[first.stop - 1].sent[-1]
    end = doc[second.start].idx if pair.target else last.idx + len(last)
    return text_of(doc)[start : min(end, start + LONGEST)].strip()


def predicates(doc: "Doc", pair: Pair) -> list["Token"]:
    """The verb that tells the act, else the one above the source, and the complements that follow from it."""
    above = _up(head_of(doc, pair.source)) if pair.verb is None else [doc[pair.verb]]
    verb = next((t for t in above if t.pos_ in ("VERB", "AUX")), None)
    found: list[Token] = []
    while verb is not None and len(found) <= MOST_CHAINED:
        found.append(verb)
        verb = next((child for child in verb.children if child.dep_ in ("xcomp", "ccomp") or _is_state(child)), None)
    return found


def _is_state(token: "Token") -> bool:
    """Whether the word goes on with a complement of its own: "is ready to"."""
    return token.dep_ == "acomp" and any(child.dep_ in ("xcomp", "ccomp") for child in token.children)


def _bag(doc: "Doc", pair: Pair, inside: set[int], chain: list["Token"]) -> Iterator[str]:
    marks = [*pair.source, *pair.target, *(t.i for t in chain)]
    sentence = doc[pair.source.start].sent
    first, last = max(min(marks) - AROUND, sentence.start), min(max(marks) + AROUND, sentence.end - 1)
    words = [doc[i] for i in range(first, last + 1) if i not in inside and not doc[i].is_space]
    for token in words:
        if token.pos_ not in ("PROPN", "PUNCT"):
            yield f"w={_lemma(token)}"
            yield from (f"lex={root}" for root in roots_by_word().get(_lemma(token), ()))
    for left, right in pairwise(words):
        yield f"b={_lemma(left)}_{_lemma(right)}"


def _of_verb(verb: "Token", place: int, pair: Pair, inside: set[int]) -> Iterator[str]:
    for child in verb.children:
        if child.dep_ in AUXILIARY:
            yield f"{child.dep_}{place}={_lemma(child)}"
        elif child.dep_ in OBJECTS:
            yield from _object(verb, child, inside)
        elif child.dep_ in ("prep", "agent"):
            yield f"pp={_lemma(verb)}_{_lemma(child)}"
            for thing in child.children:
                if thing.i in pair.target:
                    yield f"ppt={_lemma(verb)}_{_lemma(child)}"
                elif thing.pos_ != "PROPN":
                    yield f"ppo={_lemma(child)}_{_lemma(thing)}"


def _object(verb: "Token", thing: "Token", inside: set[int]) -> Iterator[str]:
    if thing.i in inside:
        yield f"pt={_lemma(verb)}"
        return
    yield f"o={_lemma(thing)}"
    yield f"po={_lemma(verb)}_{_lemma(thing)}"
    yield from (f"lexo={root}" for root in roots_by_word().get(_lemma(thing), ()))
    for child in thing.children:
        if child.dep_ in WITHIN:
            yield f"om={_lemma(thing)}_{_lemma(child)}"


def _above_target(doc: "Doc", pair: Pair, inside: set[int]) -> Iterator[str]:
    if not pair.target:
        yield "no target"
        return
    head = head_of(doc, pair.target)
    yield f"tdep={head.dep_}"
    for place, token in enumerate(_up(head)[1 : MOST_CLIMBED + 1]):
        if token.i in inside:
            return
        yield f"t{min(place, 2)}={_lemma(token)}"


def head_of(doc: "Doc", words: range) -> "Token":
    """The word of the phrase that hangs on a word outside it."""
    return next((doc[i] for i in words if doc[i].head.i not in words or doc[i].head.i == i), doc[words.start])


def _up(token: "Token") -> list["Token"]:
    found = [token]
    while found[-1].head.i != found[-1].i:
        found.append(found[-1].head)
    return found


def _lemma(token: "Token") -> str:
    return "#" if token.pos_ == "NUM" else token.lemma_.lower()
