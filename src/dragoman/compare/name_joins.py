"""Which names are one place's or one body's: said so, listed so, or spelled so. Each join has its reason."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from dragoman.compare.name_keys import Key, Use, name
from dragoman.compare.name_terms import frame, initials_of, spelled_alike
from dragoman.knowledge.names import fold
from dragoman.knowledge.states import state_words
from dragoman.knowledge.things import place_of
from dragoman.model.links import Reason
from dragoman.model.reading import ReadArticle

COMBINING = frozenset(
    {"all", "anglo", "anti", "cis", "co", "counter", "cross", "east", "euro", "ex", "extra", "indo", "inter", "mid"}
    | {"mini", "multi", "neo", "non", "north", "off", "pan", "post", "pre", "pro", "semi", "sino", "south", "sub"}
    | {"super", "trans", "ultra", "vice", "west"}
)
"""First parts of compounds that make another thing of the second: "Trans-Carrow"."""
LEAST_PART = 5
"""Letters of a part of a name that may stand for the whole."""
IN_PLACE = frozenset({"in", "near", "from", "to", "of", "at", "around", "outside", "and", "between", "for"})
"""Words before a name of a place."""


class NameJoin(NamedTuple):
    """Two keys that are one thing's, by the terms that say so."""

    left: Key
    right: Key
    terms: tuple[str, str]
    reason: Reason


def name_joins(
    reads: Mapping[str, ReadArticle], uses: Sequence[Use], by_index: Mapping[tuple[str, int], Use]
) -> Iterator[NameJoin]:
    """Every pair of names that are one thing's."""
    spelled: dict[Key, list[Use]] = defaultdict(list)
    for use in uses:
        if use.key[0] in ("name", "actor") and use.term and not _part(reads[use.article].article.text, use):
            spelled[name(use.term)].append(use)
    yield from _stated(reads, by_index)
    yield from _capitals(spelled)
    yield from _listed(spelled)
    yield from _spelled(reads, spelled)
    yield from _last_parts(spelled)


def _stated(reads: Mapping[str, ReadArticle], by_index: Mapping[tuple[str, int], Use]) -> Iterator[NameJoin]:
    for article, read in reads.items():
        for index, use in enumerate(read.reading.names):
            first, second = (
                by_index.get((article, use.also if use.also is not None else -1)),
                by_index.get((article, index)),
            )
            if use.also is None or first is None or second is None or first.key == second.key:
                continue
            text = read.article.text
            if _may_be_one(first, second, text[first.span.end : second.span.start]):
                words = " ".join(text[first.span.start : second.span.end].split())
                yield NameJoin(first.key, second.key, (first.term, second.term), Reason("said in the text", 0.9, words))


def _may_be_one(first: Use, second: Use, between: str) -> bool:
    """Whether nothing speaks against what the text seems to say: "Carrow (Norda)" opens a report."""
    short = second.term.replace(".", "")
    if not first.term or not short or {first.key[0], second.key[0]} == {"state"}:
        return False
    if sum(letter.isupper() for letter in short) > 1 and len(short) <= 6 and " " not in short:
        return initials_of(short, first.term)
    if "(" in between:
        located = (
            first.key[0] == "state" or _is_capital(first.term) or second.key[0] == "state" or _is_capital(second.term)
        )
        return not located and not _two_places(first.term, second.term)
    return not _two_places(first.term, second.term)


def _is_capital(term: str) -> bool:
    word = state_words().get(term) or state_words().get(term.title())
    return word is not None and word.capital is not None


def _two_places(left: str, right: str) -> bool:
    places = place_of(left), place_of(right)
    return None not in places and places[0] != places[1]


def _capitals(spelled: Mapping[Key, Sequence[Use]]) -> Iterator[NameJoin]:
    """Names of one capital."""
    found: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(spelled):
        word = state_words().get(spelled[key][0].term)
        if word and word.capital and not word.name:
            found[word.capital].append(key)
    for code, keys in found.items():
        yield from (
            _joined(spelled, a, b, Reason("names of one capital", 0.95, code)) for a, b in combinations(keys, 2)
        )


def _listed(spelled: Mapping[Key, Sequence[Use]]) -> Iterator[NameJoin]:
    """Names that a list of places gives to one. Where an article uses both, they may be a town and what lies round."""
    found: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(spelled):
        place = place_of(spelled[key][0].term)
        if place:
            found[place].append(key)
    for place, keys in found.items():
        for a, b in combinations(keys, 2):
            if not {use.article for use in spelled[a]} & {use.article for use in spelled[b]}:
                yield _joined(spelled, a, b, Reason("names of one listed place", 0.85, place))


def _spelled(reads: Mapping[str, ReadArticle], spelled: Mapping[Key, Sequence[Use]]) -> Iterator[NameJoin]:
    """Romanisations of one name, each printed where places are."""
    near: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(spelled):
        if " " not in key[1]:
            near[frame(key[1])].append(key)
    for keys in near.values():
        for a, b in combinations(keys, 2):
            if spelled_alike(a[1], b[1]) and all(_placed(reads, spelled[key]) for key in (a, b)):
                yield _joined(spelled, a, b, Reason("spellings of one name", 0.85, ""))


def _placed(reads: Mapping[str, ReadArticle], uses: Sequence[Use]) -> bool:
    """Whether the name stands where a place's does: behind "in" or "near", and before no noun."""
    texts = [(reads[use.article].article.text, use.span) for use in uses]
    before = [re.search(r"(\w+) $", text[max(0, span.start - 20) : span.start]) for text, span in texts]
    return any(found and found[1].casefold() in IN_PLACE for found in before)


def _last_parts(spelled: Mapping[Key, Sequence[Use]]) -> Iterator[NameJoin]:
    """The second part of a hyphened name, used alone in an article that has the whole: "Carrow" of "Old-Carrow"."""
    whole: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(spelled):
        first, _, last = spelled[key][0].term.partition("-")
        if last and "-" not in last and " " not in key[1].replace(" ", "", 1):
            whole[fold(last)].append(key)
            if fold(first) in COMBINING or ("name", fold(first)) in spelled or first in state_words():
                whole[fold(last)].append(("",))
    for last, keys in whole.items():
        short = ("name", last)
        alone = len(keys) == 1 and short in spelled and place_of(last) is None and len(last) >= LEAST_PART
        if alone and {use.article for use in spelled[short]} & {use.article for use in spelled[keys[0]]}:
            yield _joined(spelled, keys[0], short, Reason("the name's second part alone", 0.8, ""))


def _part(text: str, use: Use) -> bool:
    """Whether the name is a part of a longer one: a capitalised word stands right before it."""
    before = re.search(r"(\w+) $", text[max(0, use.span.start - 30) : use.span.start])
    return (
        before is not None
        and before[1][0].isupper()
        and not re.search(r"[.!?\n]\s*$", text[: before.start(1)][-3:] or "\n")
    )


def _joined(spelled: Mapping[Key, Sequence[Use]], a: Key, b: Key, reason: Reason) -> NameJoin:
    return NameJoin(a, b, (spelled[a][0].term, spelled[b][0].term), reason)
