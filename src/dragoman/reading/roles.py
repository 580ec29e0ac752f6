"""Offices as phrases: "the Velmarian foreign minister", "Ostrand's deputy minister of trade", "head of the Council"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dragoman.reading.page import Page
from dragoman.reading.spots import Spot

Determiner = Literal["the", "a", "own", "owner", "realm", ""]
"""What stands before an office: an article, a pronoun ("his"), a person ("Toll's"), a state or body, or nothing."""

ARTICLES: Mapping[str, Determiner] = {"the": "the", "a": "a", "an": "a", "another": "a", "some": "a", "one": "a"}
POINTING: Mapping[str, Determiner] = {"this": "the", "that": "the", "these": "the", "those": "the", "both": "the"}
PRONOUNS = frozenset({"his", "her", "their", "its", "my", "our", "your"})
FORMER = frozenset({"former", "ex", "late", "then", "ex-"})
NUMBERS: Mapping[str, int] = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
SENT = ("envoy", "ambassador", "representative", "negotiator", "coordinator", "mediator", "consul", "commissioner")
"""Offices whose "to" and "for" name where the holder is sent, not who sent him."""
POSTED = frozenset({"top diplomat", "diplomat", "representative", "envoy"})
"""Offices that are another's where they are held in a capital abroad ("Xland's top diplomat in Oslo")."""
MANY = frozenset({"official", "politician"})
"""Words whose "of" tells little."""
MODIFIER_TAGS = frozenset({"JJ", "JJS", "NN", "NNP", "NNPS", "HYPH", "VBN", "CD", "RB"})
MOST_MODIFIERS = 4
RANKED = frozenset({"deputy", "vice", "acting"})
"""Nouns and participles in small letters before a title in capitals; any other ends what stands before: "under a new
deal President Brandt will ..."."""


@dataclass(frozen=True, slots=True)
class Role:
    """One office phrase. ``start`` is its first token, without an article; ``realms`` are the states (ISO code) or
    bodies (name) that it belongs to, in the order in which they are printed; ``owner`` is the spot of the person whose
    aide or spokesman it is; ``elsewhere`` says that it is of something unlisted, or that the holder is posted abroad,
    so that another's like office tells nothing of who is meant.
    """

    spot: Spot
    start: int
    end: int
    title: str
    determiner: Determiner
    realms: tuple[str, ...] = ()
    count: int = 0
    owner: Spot | None = None
    elsewhere: bool = False

    @property
    def plural(self) -> bool:
        """Whether more than one holder is meant."""
        return self.spot.plural

    @property
    def former(self) -> bool:
        """Whether the office is no longer held."""
        return self.title.startswith("former ")


def realm_of(spot: Spot, page: Page) -> str | None:
    """The state's code or the body's name that a spot stands for."""
    if spot.kind == "state":
        state = spot.state
        return state.adjective or state.name or state.capital
    if spot.kind == "body":
        return spot.value
    return page.words(spot.start, spot.end) if spot.kind == "run" else None


@dataclass(slots=True)
class _Reach:
    """How far to the left a phrase was read, and what was found there."""

    at: int
    realms: list[str] = field(default_factory=list)
    determiner: Determiner = ""
    count: int = 0
    owner: Spot | None = None
    done: bool = False


class RoleFinder:
    """Finds the whole phrase round each office spot; ``realm_names`` are unlisted words that stand for a realm."""

    def __init__(self, page: Page, spots: Sequence[Spot], realm_names: Mapping[str, str]) -> None:
        self._page = page
        self._starting = {spot.start: spot for spot in spots}
        self._ending = {spot.end: spot for spot in spots}
        self._realm_names = realm_names

    def role(self, spot: Spot) -> Role:
        """The office phrase of which the spot is the head."""
        left = self._left(spot)
        end, more = self._right(spot)
        elsewhere = self._elsewhere(spot, end, known=bool(more))
        before = {token.casefold() for token in self._page.tokens[left.at : spot.start]}
        prefix = "former " if before & FORMER else ""
        prefix += "deputy " if before & {"deputy", "vice"} and not spot.value.startswith("deputy") else ""
        title = prefix + spot.value
        return Role(
            spot, left.at, end, title, left.determiner, (*left.realms, *more), left.count, left.owner, elsewhere
        )

    def _realm(self, spot: Spot | None) -> str | None:
        if spot is None or spot.kind in {"office", "ministry"}:
            return None
        if spot.kind == "run":
            return self._realm_names.get(self._page.words(spot.start, spot.end))
        return realm_of(spot, self._page)

    def _left(self, spot: Spot) -> "_Reach":
        """Everything before the head that belongs to the phrase, read backwards."""
        reach = _Reach(spot.start)
        for _ in range(MOST_MODIFIERS + 3):
            if reach.at == 0 or not (self._over_name(reach) or self._over_word(reach)):
                break
        return reach

    def _over_name(self, reach: "_Reach") -> bool:
        """Step over a state, a body or an owner; false where none stands there."""
        before = self._ending.get(reach.at)
        if before is not None and (before.kind == "ministry" or self._realm(before)):
            reach.at = before.start
            realm = self._realm(before)
            if realm:
                joined = self._joined_left(reach.at)
                reach.at, realms = joined or (reach.at, [])
                reach.realms = [*realms, realm, *reach.realms]
                reach.determiner = "realm"
            return True
        owned = self._ending.get(reach.at - 1)
        if owned is None or reach.realms or self._page.tokens[reach.at - 1] not in POSSESSIVE:
            return False
        realm = self._realm(owned)
        reach.at, reach.done = owned.start, True
        reach.determiner = "realm" if realm else "owner"
        reach.realms = [realm] if realm else []
        reach.owner = None if realm else owned
        return True

    def _over_word(self, reach: "_Reach") -> bool:
        """Step over an adjective, a number or the like; an article or pronoun ends the phrase and is left out."""
        if reach.done:
            return False
        at, tokens = reach.at - 1, self._page.tokens
        low = tokens[at].casefold()
        reach.count = NUMBERS.get(low, reach.count)
        determiner = ARTICLES.get(low) or POINTING.get(low) or ("own" if low in PRONOUNS else None)
        if determiner is not None:
            reach.determiner, reach.done = determiner, True
            return False
        ex = low in FORMER or (low == "-" and at > 0 and tokens[at - 1].casefold() == "ex")
        if not ex and low not in NUMBERS and not self._modifies(at, self._ending.get(reach.at)):
            return False
        reach.at = at
        return True

    def _joined_left(self, at: int) -> tuple[int, list[str]] | None:
        """The states joined to a second one by "and" or commas, read backwards, and where the first of them begins."""
        tokens = self._page.tokens
        realms: list[str] = []
        joints = {"and", "&"}
        while at >= 2 and tokens[at - 1] in joints:
            before = self._ending.get(at - 1)
            realm = self._realm(before)
            if before is None or realm is None or before.kind == "run":
                break
            realms.insert(0, realm)
            at = before.start
            joints = {"and", "&", ","}
        return (at, realms) if realms else None

    def _modifies(self, at: int, before: Spot | None) -> bool:
        word = self._page.tokens[at]
        if before is not None and before.kind not in {"run", "office"}:
            return False
        if before is not None and (before.kind == "office" or before.end - before.start > 3):
            return before.kind == "office" and before.value in {"chief", "deputy speaker"}
        plain = word == "top" or not self._page.doc[at].is_stop
        tag, after = self._page.doc[at].tag_, self._page.tokens[at + 1]
        other = word.islower() and after[0].isupper() and tag in {"NN", "VBN"} and word not in RANKED
        return word[0].isalpha() and tag in MODIFIER_TAGS and plain and not other

    def _elsewhere(self, spot: Spot, end: int, *, known: bool) -> bool:
        """Whether an unlisted name, or the place of a posting, follows."""
        tokens = self._page.tokens
        if end > spot.end:
            return not known and self._ending[end].kind == "run" and not spot.value.endswith(SENT)
        if end + 1 >= len(tokens) or known:
            return False
        if tokens[end] == "of":
            return spot.value not in MANY and tokens[end + 1].casefold() not in PRONOUNS
        after = self._starting.get(end + 1)
        return tokens[end] == "in" and after is not None and after.kind == "state" and spot.value in POSTED

    def _right(self, spot: Spot) -> tuple[int, tuple[str, ...]]:
        tokens, at = self._page.tokens, spot.end
        if at >= len(tokens) or tokens[at] not in {"of", "for", "to"}:
            return spot.end, ()
        abroad = tokens[at] != "of" and spot.value.endswith(SENT)
        at += 1
        if at < len(tokens) and tokens[at] in {"the", "The"}:
            at += 1
        realms: list[str] = []
        end = spot.end
        while (following := self._starting.get(at)) is not None:
            realm = self._realm(following)
            if following.kind in {"run", "ministry"} and realm is None:
                end = following.end
                break
            if realm is None or (following.kind == "state" and not (following.state.name or following.state.capital)):
                break
            realms.append(realm)
            end = at = following.end
            while at < len(tokens) and tokens[at] in {",", "and", "the", "&"}:
                at += 1
            if not spot.plural:
                break
        return end, () if abroad else tuple(realms)
