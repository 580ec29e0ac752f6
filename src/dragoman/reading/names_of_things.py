"""Names of things that are no persons: places, roads, groups, and closures and wars by the place that they take.

What is found here are candidates. Which of them name one thing is told across articles, by ``compare``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.knowledge.names import name_words
from dragoman.knowledge.states import StateWord, state_words
from dragoman.knowledge.things import ThingKind, passing_adjectives, thing_kinds
from dragoman.model.reading import NameUse
from dragoman.model.spans import Span, Spans, merged
from dragoman.reading.cast import Cast
from dragoman.reading.page import Page, lay_out

if TYPE_CHECKING:
    from dragoman.language.parser import Doc

NAME_TAGS = frozenset({"NNP", "NNPS"})
BEFORE_TAGS = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "VBN", "HYPH", "AFX"})
"""Tags of the words before a noun that belong to its name."""
NO_STATE = StateWord()
MISTAKEN_TAGS = frozenset({"JJ", "NN", "NNS", "VBN"})
"""Tags that the parser gives to some names: a capital amid a sentence tells more."""
HYPHENS = frozenset({"-", "–", "‑"})
PART = re.compile(r"[A-Z][\w’'-]*\s(?:of|for|in|and|on|to)(?:\sthe)?\s$")
"""What stands before the last part of a longer name: the States of "Union of States"."""
DEFINITE = frozenset({"the", "this", "that", "its", "their"})
INDEFINITE = frozenset(
    {"a", "an", "any", "no", "some", "every", "each", "another", "future", "imminent", "many", "more", "new", "next"}
    | {"possible", "potential", "several", "such"}
)
WHOLE = frozenset({"closure", "war", "taking of land"})
"""Kinds whose names begin with the first adjective; other names begin with the proper name."""
BARE = frozenset({"closure", "way"})
"""Kinds whose nouns alone may be a name ("the blockade"), where it is clear which is meant."""
PLAIN_BAND = frozenset({"", "anti-government", "armed", "insurgent", "rebel", "separatist"})
"""Words before a noun for armed men with which it is still the article's one band ("the armed rebels")."""
PEOPLE = frozenset({"government", "band", "armed men"})
"""Kinds whose nouns, with a capital, are a part of a body's own name."""
LONGEST_CUE = 70
ALSO = re.compile(
    r",?\s(?:which\sis\s|who\sare\s)?(?:(?:also|formerly|previously|officially|commonly|locally|otherwise|once|better)\s)?"
    r"(?:known\b[^.;:()\n]{0,40}?\sas|(?:called|referred\sto\sas)(?:\sby\s[^.;:,()\n]{1,30},)?)\s(?:the\s)?[“\"‘']?"
    r"|,?\s(?:formerly|previously|a\.?k\.?a\.?|alias)\s(?:the\s)?[“\"‘']?"
    r"|,?\s(?:which|what)\s[^.;:()\n,]{2,40}?\s(?:calls?|refers?\sto\sas)\s(?:the\s)?[“\"‘']?"
    r"|\s\((?:(?:also|formerly|previously)\s)?(?:(?:known\sas|called)\s)?(?:or\s|aka\s)?(?:the\s)?[“\"‘']?",
    re.IGNORECASE,
)
"""What stands between two names of one thing: "X, also known as Y", "X, which A call Y", "X (Y)"."""


def find_names(doc: "Doc", cast: Cast, furniture: Spans = ()) -> tuple[NameUse, ...]:
    """The names in the order of the text, none in page furniture, none of a person, none told by capitals alone."""
    kinds = [entity.kind for entity in cast.entities]
    people = {number for number, kind in enumerate(kinds) if kind in ("person", "unnamed")}
    taken = [m.span for m in cast.mentions if m.entity in people or m.form in ("office", "pronoun")]
    unnamed = [m.span for m in cast.mentions if kinds[m.entity] == "unnamed" and m.form != "pronoun"]
    persons = [m.span for m in cast.mentions if m.entity in people and m.form == "name"]
    return _Finder(lay_out(doc), merged((*taken, *furniture)), unnamed, persons).names()


@dataclass(frozen=True, slots=True)
class _Found:
    """A name by its tokens: ``start <= i < end``, its noun, and the tokens at which the names begin that say where."""

    start: int
    end: int
    kind: str | None
    definite: bool = False
    of: tuple[int, ...] = ()


class _Finder:
    """Walks over a page once."""

    def __init__(self, page: Page, taken: Spans, unnamed: Sequence[Span], persons: Sequence[Span]) -> None:
        self._page, self._doc = page, page.doc
        self._persons = {span.end: span for span in persons}
        self._taken, self._unnamed = _offsets(page, taken), _offsets(page, merged(unnamed))
        self._words, self._kinds, self._passing = state_words(), thing_kinds(), passing_adjectives()
        self._calendar = name_words("calendar")

    def names(self) -> tuple[NameUse, ...]:
        runs = list(self._runs())
        things = [found for found in self._things() if found]
        inner = {i for thing in things for i in range(thing.start, thing.end)}
        alone = [_Found(*run, None) for run in runs if run[0] not in inner and not self._adjective(run)]
        ends = [part for thing in things if thing.kind == "way" for part in self._ends(thing)]
        found = sorted((*things, *alone, *ends), key=lambda each: (each.start, -each.end))
        at = {each.start: number for number, each in reversed(list(enumerate(found)))}
        ending = {each.end: number for number, each in enumerate(found) if each.end not in at or each.kind}
        uses = [self._use(each, at, ending) for each in found]
        return tuple(self._named_twice(uses))

    def _use(self, found: _Found, at: dict[int, int], ending: dict[int, int]) -> NameUse:
        start, end = found.start, found.end
        holder = self._holder(start) if found.kind == "government" else None
        proper = tuple(self._page.span(a, b) for a, b in self._runs(start, end))
        where = [at[i] for i in found.of if i in at] + [ending[-i] for i in found.of if i < 0 and -i in ending]
        last = self._states_behind(found) if where else None
        span = self._page.span(start, last or end)
        if holder and not proper and not where:
            span, proper = Span(holder.start, span.end), (holder,)
        return NameUse(span, proper, found.kind, tuple(dict.fromkeys(where)), found.definite)

    def _holder(self, i: int) -> Span | None:
        """The person whose government is named: "the Barran government"."""
        before = self._doc[i - 1] if i else None
        return self._persons.get(before.idx + len(before)) if before is not None and not self._page.glued(i) else None

    def _states_behind(self, found: _Found) -> int | None:
        """Where the state's name ends that belongs to a region's: "the Carrow region of Velmar"."""
        first = found.of[0] if found.kind == "land" and len(found.of) == 1 else -1
        run = next(self._runs(first, first + 4), None) if first > found.end else None
        return run[1] if run and run[0] == first and self._word(*run).name else None

    def _word(self, start: int, end: int) -> StateWord:
        return self._words.get(self._page.words(start, end), NO_STATE)

    def _proper(self, i: int) -> bool:
        page, word = self._page, self._page.tokens[i]
        if i in self._taken or not word[0].isupper() or word in self._calendar or page.line[i] in page.headlines:
            return False
        tag = self._doc[i].tag_
        return tag in NAME_TAGS or (tag in MISTAKEN_TAGS and (word in self._words or not page.opens[i]))

    def _runs(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Runs of proper names; a hyphen without spaces joins two."""
        i, stop = start, len(self._doc) if end is None else min(end, len(self._doc))
        while i < stop:
            if not self._proper(i) or self._is_kind(i, stop):
                i += 1
                continue
            first = i
            while i < stop and (self._proper(i) or self._hyphen(i, stop)) and not self._is_kind(i, stop):
                i += 1
            yield self._with_article(first), i

    def _with_article(self, first: int) -> int:
        """Where a name begins whose Arabic article is printed small: "al-Carrow"."""
        tokens = self._page.tokens
        small = first > 1 and tokens[first - 1] in HYPHENS and tokens[first - 2].casefold() in {"al", "el", "ash", "an"}
        return first - 2 if small and self._page.glued(first) and self._page.glued(first - 1) else first

    def _hyphen(self, i: int, stop: int) -> bool:
        joins = self._page.tokens[i] in HYPHENS and self._page.glued(i) and i + 1 < stop and self._page.glued(i + 1)
        return joins and self._proper(i + 1)

    def _is_kind(self, i: int, stop: int) -> bool:
        """Whether the word is a kind's noun, capitalised, at the end of a name: the Corridor of Carrow Corridor."""
        return self._kind(i) is not None and not (i + 1 < stop and self._proper(i + 1))

    def _kind(self, i: int) -> ThingKind | None:
        if self._doc[i].tag_ not in {"NN", "NNS", "NNP", "NNPS"}:
            return None
        word = self._page.tokens[i].casefold()
        kind = self._kinds.get(word) or (self._kinds.get(word.removesuffix("s")) if word.endswith("s") else None)
        if i in self._taken and not (kind and kind.kind == "armed men" and i in self._unnamed):
            return None  # of the unnamed, those who bear arms are called by what they are called
        capital = self._page.tokens[i][0].isupper() and not self._doc[i].is_sent_start
        return None if kind and kind.kind in PEOPLE and capital else kind

    def _things(self) -> Iterator[_Found | None]:
        for i in range(len(self._doc)):
            kind = self._kind(i) if self._page.line[i] not in self._page.headlines else None
            if kind and not self._goes_on(i):
                yield self._thing(i, kind)

    def _goes_on(self, i: int) -> bool:
        """Whether the noun stands before another: the corridor of "corridor regime"."""
        after = self._doc[i + 1] if i + 1 < len(self._doc) else None
        if after is None or (self._page.tokens[i + 1] in HYPHENS and self._page.glued(i + 1)):
            return after is not None
        return after.tag_ in {"NN", "NNS"} and after.dep_ not in {"nsubj", "dobj", "npadvmod"} and after.head.i >= i

    def _thing(self, i: int, kind: ThingKind) -> _Found | None:
        first = self._first(i, kind)
        before = self._page.tokens[first - 1].casefold() if first else ""
        captive = before == "of" and first > 1 and self._page.tokens[first - 2].casefold() in {"prisoner", "prisoners"}
        if kind.kind in WHOLE and first and (self._noun(first - 1) or before in INDEFINITE or captive):
            return None
        runs = list(self._runs(first, i))
        start = runs[-1][0] if runs and kind.kind not in WHOLE else first
        start = start - 2 if self._for(start) else start
        owner = (-(first - 1),) if before in {"'s", "’s", "'", "’"} and first > 1 else ()
        definite = before in DEFINITE or bool(owner)
        behind = self._behind(i + 1, kind)
        if behind and runs and kind.kind in WHOLE:
            start = runs[-1][1]
        of = behind or owner
        held = kind.kind == "government" and first == i and self._holder(i) is not None
        bare = (definite and kind.kind in BARE) or (kind.kind == "armed men" and self._plain_band(first, i))
        if not runs and not of and not held and not bare:
            return None
        return _Found(start, i + 1, kind.kind, definite, of)

    def _plain_band(self, first: int, i: int) -> bool:
        """Whether armed men are named by their noun alone, or with words that tell no others of the kind from them."""
        before = self._page.text[self._page.starts[first] : self._page.starts[i]].strip().casefold()
        others = first > 0 and self._page.tokens[first - 1].casefold() == "other"
        return self._doc[i].tag_ == "NNS" and before in PLAIN_BAND and not others

    def _first(self, i: int, kind: ThingKind) -> int:
        """Where the adjectives and nouns before a noun begin, but for those that say only when or which one."""
        first = i
        while first and self._before(first - 1) and not (kind.kind in WHOLE and self._noun(first - 1)):
            if self._page.tokens[first - 1].casefold() in self._passing:
                break
            first -= 1
        while first < i and self._page.tokens[first] in HYPHENS:
            first += 2  # what is left of a number's unit: the "-year-old" of a war
        return min(first, i)

    def _noun(self, i: int) -> bool:
        return self._doc[i].tag_ in {"NN", "NNS"} and not self._proper(i)

    def _for(self, start: int) -> bool:
        """Whether a name tells whose side somebody takes: "pro-Velmarian rebels"."""
        tokens = self._page.tokens
        return start > 1 and tokens[start - 1] in HYPHENS and tokens[start - 2].casefold() == "pro"

    def _before(self, i: int) -> bool:
        tag, word = self._doc[i].tag_, self._page.tokens[i]
        if i in self._taken:
            return False
        return self._page.glued(i) if word in HYPHENS else tag in BEFORE_TAGS and word[0].isalnum()

    def _behind(self, i: int, kind: ThingKind) -> tuple[int, ...]:
        """Where the name begins that a preposition joins; nothing where two are joined by "and"."""
        tokens = self._page.tokens
        if i + 1 >= len(tokens) or tokens[i].casefold() not in kind.joined_by:
            return ()
        at = i + 2 if tokens[i + 1].casefold() == "the" else i + 1
        run = next(self._runs(at, at + 8), None)
        if run is None or run[0] != at:
            return ()
        after = run[1]
        two = after + 1 < len(tokens) and tokens[after].casefold() in {"and", ",", "or"} and self._proper(after + 1)
        return () if two else (at,)

    def _adjective(self, run: tuple[int, int]) -> bool:
        word = self._word(*run)
        return bool(word.adjective or word.noun) and not word.name and not word.capital

    def _ends(self, thing: _Found) -> Iterator[_Found]:
        """The names of the ends of a road: "the Carrow-Lisk road"."""
        for start, end in self._runs(thing.start, thing.end):
            middle = [i for i in range(start, end) if self._page.tokens[i] in HYPHENS]
            if len(middle) == 1:
                yield from (_Found(start, middle[0], None), _Found(middle[0] + 1, end, None))

    def _named_twice(self, uses: Sequence[NameUse]) -> Iterator[NameUse]:
        """The names, with that of which each is told to be another."""
        text, last = self._page.text, -1
        for number, use in enumerate(uses):
            before = uses[last] if last >= 0 else None
            also = before is not None and use.proper and _says_also(text, before.span, use.span)
            yield replace(use, also=last) if also else use
            if use.proper and (before is None or use.span.end > before.span.end):
                last = number


def _says_also(text: str, first: Span, second: Span) -> bool:
    """Whether the text says that both are names of one thing, and each is printed in full."""
    between = text[first.end : second.start]
    if len(between) > LONGEST_CUE or not ALSO.fullmatch(between) or PART.search(text[: first.start][-40:]):
        return False
    closed = ")" if "(" in between else r"[,.;:)”\"’—–\n]|$"
    return (
        re.match(rf"[”\"’]?{re.escape(closed) if closed == ')' else f'(?:{closed})'}", text[second.end :][:2])
        is not None
    )


def _offsets(page: Page, spans: Spans) -> frozenset[int]:
    """The tokens that overlap the spans."""
    found, at = set(), 0
    for start, end in spans:
        while at < len(page.starts) and page.starts[at] + len(page.tokens[at]) <= start:
            at += 1
        i = at
        while i < len(page.starts) and page.starts[i] < end:
            found.add(i)
            i += 1
    return frozenset(found)
