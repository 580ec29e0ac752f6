"""Where listed names stand in a page, and runs of capitalised words that may be names."""

from typing import Literal, NamedTuple

from dragoman.knowledge.bodies import body_phrases, body_words, short_names
from dragoman.knowledge.names import is_given_name, name_words
from dragoman.knowledge.offices import ministry_phrases, office_phrases
from dragoman.knowledge.states import StateWord, state_phrases
from dragoman.reading.page import Page

TITLES_IN_NAMES = frozenset({"king", "prince", "pope", "major", "marshal", "bishop", "judge"})
"""Offices that are also surnames: after another capitalised word they are part of the name ("Stephen King")."""
NAME_TAGS = frozenset({"NNP", "NNPS"})


class Spot(NamedTuple):
    """Tokens ``start <= i < end`` that name something: a state's word, a listed body (its name), a ministry (its
    everyday name), an office (title, whether plural), an honorific, or a run of capitalised words.
    """

    start: int
    end: int
    kind: Literal["state", "body", "ministry", "office", "honorific", "run"]
    state: StateWord = StateWord()
    value: str = ""
    plural: bool = False


def scan(page: Page) -> list[Spot]:
    """All spots of the page, in order, none overlapping another."""
    return Scanner(page).spots()


class Scanner:
    """Walks over a page once, left to right."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._tokens = page.tokens
        self._states, self._bodies = state_phrases(), body_phrases()
        self._ministries, self._offices = ministry_phrases(), office_phrases()
        self._body_words = body_words()
        self._particles, self._calendar = name_words("particle"), name_words("calendar")
        self._honorifics = name_words("female_title", "male_title", "title")
        self._links = name_words("joins")

    def spots(self) -> list[Spot]:
        """All spots of the page, in order, none overlapping another."""
        found: list[Spot] = []
        i, count = 0, len(self._tokens)
        while i < count:
            spot = self._listed(i, found[-1] if found else None) or self._run(i)
            if spot is None:
                i += 1
                continue
            found.append(spot)
            i = spot.end
        return found

    def _listed(self, i: int, before: Spot | None = None) -> Spot | None:
        token, text, start = self._tokens[i], self._page.text, self._page.starts[i]
        if token in self._honorifics:
            return Spot(i, i + 1, "honorific", value=token.rstrip("."))
        if token in self._bodies and (body := self._bodies.at(text, start, token)):
            end = self._token_at(i, body[0])
            other = self._hyphened(end) or (text[start : body[0]] in short_names() and self._ends_a_name(i))
            return None if other else Spot(i, end, "body", value=body[1])
        if token in self._states and (state := self._states.at(text, start, token)):
            end = self._token_at(i, state[0])
            if not self._begins_person(i, end) and not self._for_or_against(i):
                return Spot(i, end, "state", state[1])
        if token in self._ministries and (ministry := self._ministries.at(text, start, token)):
            return Spot(i, self._token_at(i, ministry[0]), "ministry", value=ministry[1])
        if token in self._offices and (office := self._offices.at(text, start, token)):
            title, plural = office[1]
            end = self._token_at(i, office[0])
            return None if self._is_surname(i, before) else Spot(i, end, "office", value=title, plural=plural)
        return None

    def _for_or_against(self, i: int) -> bool:
        """Whether the state's word only says whom somebody favours or fights ("pro-Xlandian")."""
        tokens = self._tokens
        return (
            i > 1
            and tokens[i - 1] == "-"
            and self._page.glued(i)
            and tokens[i - 2].casefold() in {"pro", "anti", "non"}
        )

    def _ends_a_name(self, i: int) -> bool:
        """Whether the words before the token are the beginning of the name that it goes on with."""
        before = i - 1
        if self._one_name(before):
            before -= 1
        return before >= 0 and self.capitalised(self._tokens[before]) and not self._page.doc[before].is_stop

    def _one_name(self, i: int) -> bool:
        """Whether "and" stands within one body's name ("National Defence and Trade Council"), as the parser tells."""
        labels = self._page.labels
        return i > 0 and self._tokens[i] == "and" and labels.get(i - 1) == labels.get(i) == labels.get(i + 1) == "ORG"

    def _hyphened(self, i: int) -> bool:
        """Whether a hyphen and a further name follow without a space, so that it is another's name."""
        tokens, page = self._tokens, self._page
        joined = i + 1 < len(tokens) and tokens[i] == "-" and page.glued(i) and page.glued(i + 1)
        return (
            joined
            and self.capitalised(tokens[i + 1])
            and not tokens[i + 1].isupper()
            and tokens[i + 1] not in self._states
        )

    def _is_surname(self, i: int, before: Spot | None) -> bool:
        token = self._tokens[i]
        follows = before is not None and before.kind == "run" and before.end == i
        return follows and token[0].isupper() and token.casefold() in TITLES_IN_NAMES

    def _token_at(self, i: int, offset: int) -> int:
        starts = self._page.starts
        while i < len(starts) and starts[i] < offset:
            i += 1
        return i

    def _begins_person(self, i: int, end: int) -> bool:
        """Whether a state's word is here a given name with a surname after it ("Israel", "Jordan", "Chad")."""
        tokens, labels = self._tokens, self._page.labels
        if end - i != 1 or end >= len(tokens) or not is_given_name(tokens[i]):
            return False
        return self.capitalised(tokens[end]) and labels.get(end) == "PERSON" == labels.get(i)

    def capitalised(self, token: str) -> bool:
        """Whether the token may be a word of a name."""
        return token[0].isupper() and token not in self._calendar and len(token) > 1

    def _run(self, i: int) -> Spot | None:
        """The run of capitalised words that begins at the token. In a headline capitals tell nothing: none is found."""
        word, tokens = self._tokens[i], self._tokens
        bracket = word == "[" and i + 3 < len(tokens) and tokens[i + 2] == "]" and self.capitalised(tokens[i + 1])
        if not bracket and not word[0].isupper() and word not in self._particles:
            return None
        if self._page.line[i] in self._page.headlines or not (bracket or self._may_open(i)):
            return None
        end = self._run_end(i)
        return Spot(i, end, "run") if end > i else None

    def _may_open(self, i: int) -> bool:
        token, page = self._tokens[i], self._page
        if token in self._particles:
            return self._leads_on(i)
        if not self.capitalised(token) or not (token[:2].isalpha() or "." in token) or page.doc[i].is_stop:
            return False
        return not page.opens[i] or page.doc[i].tag_ in NAME_TAGS or page.labels.get(i) in {"NORP", "GPE", "ORG"}

    def _leads_on(self, i: int) -> bool:
        """Whether a particle opens a surname ("al-Aziz", "de Rooij", "bin Nayef")."""
        after = self._tokens[i + 1 : i + 3]
        hyphen = len(after) == 2 and after[0] == "-" and self.capitalised(after[1])
        surname = bool(after) and self.capitalised(after[0]) and self._page.doc[i + 1].tag_ in NAME_TAGS
        return hyphen or (surname and self._page.doc[i].tag_ in NAME_TAGS and not self._page.opens[i])

    def _run_end(self, start: int) -> int:
        """Where the run ends: after its last capitalised word."""
        i = end = start
        in_body = linked = False
        while i < len(self._tokens) and (step := self._step(start, i, in_body=in_body) or self._and(i, linked=linked)):
            last = self._tokens[i + step - 1]
            linked = linked or self._tokens[i] in self._links
            i += step
            if self.capitalised(last) or (step > 1 and last[0].isalpha()):
                end = i
                in_body = in_body or last.casefold() in self._body_words
        return end

    def _step(self, start: int, i: int, *, in_body: bool) -> int:
        """How many tokens the run goes on by from token ``i``; none where it ends."""
        tokens = self._tokens
        word = tokens[i]
        after = tokens[i + 1] if i + 1 < len(tokens) else " "
        if word == "-" and i > start:
            joined = i + 1 < len(tokens) and self._page.glued(i) and self._page.glued(i + 1)
            # "Ki-moon" is a name, "Kolm-era" is not.
            name = after[0].isupper() or (after[0].isalpha() and self._page.doc[i + 1].tag_ in NAME_TAGS)
            return 2 if joined and name else 0
        if word in {"’", "'"} and i > start:
            return int(after.casefold() in self._body_words and self.capitalised(after))
        if word in {"[", "]"}:
            return int(self.capitalised(after))
        if word[0].isupper():
            return int(self._goes_on(start, i))
        if word in self._particles:
            return int(after[0].isupper() or after == "-")
        return self._link(i) if in_body else 0

    def _goes_on(self, start: int, i: int) -> bool:
        if not self.capitalised(self._tokens[i]):
            return False
        spot = self._listed(i) if i > start else None
        if spot is None:
            return True
        # "Jack London": a city's or state's name after a given name is the surname of a person.
        return spot.kind == "state" and spot.end == i + 1 == start + 2 and is_given_name(self._tokens[start])

    def _and(self, i: int, *, linked: bool) -> int:
        """Whether "and" goes on within a body's name ("Centre for Trade and Fisheries"): one token, or none."""
        after = self._tokens[i + 1] if i + 1 < len(self._tokens) else " "
        goes_on = (linked or self._one_name(i)) and self._tokens[i] == "and" and self.capitalised(after)
        return int(goes_on and self._listed(i + 1) is None)

    def _link(self, i: int) -> int:
        """How many tokens to step over where a body's name goes on after "of", "for" or "on"."""
        tokens = self._tokens
        if tokens[i] not in self._links or i + 1 >= len(tokens):
            return 0
        step = 2 if tokens[i + 1] == "the" else 1
        at = i + step
        return step if at < len(tokens) and self.capitalised(tokens[at]) and self._listed(at) is None else 0
