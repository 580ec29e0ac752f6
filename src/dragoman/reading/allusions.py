"""Places where somebody is meant without a name: "the minister", "both ministers", "he", "the ministry"."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import body_words
from dragoman.knowledge.names import fold, people_words
from dragoman.knowledge.offices import has_one_holder, offices
from dragoman.knowledge.states import listed_names
from dragoman.model.reading import Gender, Office
from dragoman.reading.anaphora import FEMALE, Event, Held, Known, References
from dragoman.reading.drafts import Drafts
from dragoman.reading.named_people import title_before
from dragoman.reading.page import Page
from dragoman.reading.roles import Role
from dragoman.reading.scene import Scene

if TYPE_CHECKING:
    from dragoman.language.parser import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HE_OR_SHE = frozenset({"he", "she", "He", "She"})
SIDES = frozenset({"sides", "countries", "states", "nations", "neighbours", "neighbors", "governments", "parties"})
TWO = frozenset({"both", "two"})
SERVANTS = frozenset({"spokesman", "deputy spokesman", "aide", "adviser", "chief of staff", "lawyer"})
"""Offices that are one among many of their kind and belong to one person or body."""


class Allusions:
    """Resolves what stands for a name, once names, offices and bodies are known."""

    def __init__(self, scene: Scene, drafts: Drafts) -> None:
        self._scene = scene
        self._drafts = drafts
        self._bodies = _bodies_by_word(drafts)
        self._open = {r.spot.start: r for r in scene.roles if r.spot.start not in scene.holders}
        self._people = self._last_words()
        self.references = References(_known(drafts))
        self.order: dict[int, int] = {}

    def _last_words(self) -> dict[int, int]:
        """The last token of each place where a person is named, with the person."""
        drafts, found = self._drafts, {}
        for mention in drafts.mentions:
            if mention.form == "name" and drafts.drafts[mention.entity].kind == "person":
                found[self._tokens_of(*mention.span)[1] - 1] = mention.entity
        return found

    @property
    def page(self) -> Page:
        """The page that is read."""
        return self._scene.page

    def holders_at(self, token: int) -> list[int]:
        """The persons of the cast beside whose names stands the office phrase whose head is at the token."""
        spots = self._scene.holders.get(token, ())
        people = (self._people.get(spot.end - 1) for spot in spots)
        return [self.order[one] for one in people if one is not None and one in self.order]

    def role_at(self, token: int) -> Role | None:
        """The office phrase without a name whose head stands at the token."""
        return self._open.get(token)

    def renumber(self, order: dict[int, int]) -> None:
        """Remember which entity of the cast each draft became."""
        self.order = order

    def resolve(self) -> None:
        """Add a mention for every office, pronoun and word for a body that means exactly one actor."""
        page = self._scene.page
        for mention in self._drafts.mentions:
            self._speak_of(mention.entity, *self._tokens_of(mention.span.start, mention.span.end))
        for at in self._places():
            token = page.tokens[at]
            role = self._open.get(at)
            if role is not None:
                self._resolve_role(role)
            elif token in HE_OR_SHE:
                self._resolve_pronoun(at)
            elif token in SIDES:
                self._resolve_sides(at)
            else:
                self._resolve_body(at)

    def _places(self) -> Iterator[int]:
        bodies = body_words()
        taken = {i for spot in self._scene.spots if spot.kind != "office" for i in range(spot.start, spot.end)}
        for at, token in enumerate(self._scene.page.tokens):
            if at in self._open or token in HE_OR_SHE or (at not in taken and (token in bodies or token in SIDES)):
                yield at

    def _tokens_of(self, start: int, end: int) -> tuple[int, int]:
        starts = self._scene.page.starts
        return max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)

    def _speak_of(
        self, entity: int | None, start: int, end: int, *, person: bool | None = None, gender: Gender | None = None
    ) -> None:
        page = self._scene.page
        if page.quoted[start]:
            return
        is_person = (
            person if person is not None else entity is not None and self._drafts.drafts[entity].kind == "person"
        )
        subject = is_subject(page, start, end) or (is_person and owns_subject(page, start, end))
        self.references.add(Event(start, page.line[start], entity, subject, is_person, gender))

    def _resolve_role(self, role: Role) -> None:
        page = self._scene.page
        if role.title.endswith("counterpart"):
            role = replace(role, title=self.counterpart_title(role) or role.title)
        line = page.line[role.spot.start]
        span = page.span(role.start, role.end)
        beside = self._in_apposition(role)
        if beside is not None:
            self._drafts.mention(beside, span, "office")
            return
        if role.elsewhere:
            self._speak_of(None, role.start, role.end, person=True)
            return
        found: tuple[int, ...] = ()
        if role.plural and role.determiner in {"the", "realm"}:
            found = self.references.holders(role, line)
        elif (
            not role.plural
            and role.determiner != "a"
            and not (role.determiner in {"own", "owner"} and role.title in SERVANTS)
        ):
            holder = self.references.holder(role, line)
            found = () if holder is None else (holder,)
            if not found and self._tells_who(role):
                found = (self._by_office(role),)
        for entity in found:
            self._drafts.mention(entity, span, "office")
            self._speak_of(entity, role.start, role.end)
        if not found and not role.plural:
            self._speak_of(None, role.start, role.end, person=True)
            if role.determiner == "a":
                self.references.unnamed.add(role.title)

    def _in_apposition(self, role: Role) -> int | None:
        """The person whose name stands in apposition to the office, or to whose name the office does."""
        if role.plural:
            return None
        token = self._scene.page.doc[role.spot.end - 1]
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        beside = [token.head] if token.dep_ == "appos" else [c for c in token.children if c.dep_ == "appos"]
        return next((self._people[one.i] for one in beside if one.i in self._people), None)

    def counterpart_title(self, role: Role) -> str | None:
        """The title of the one whose counterpart is meant: the person last spoken of who holds an office."""
        return title_before(self._drafts, self._scene.page.starts[role.start])

    def _tells_who(self, role: Role) -> bool:
        """Whether an office that nobody in the article is known to hold still tells who is meant: title and realm."""
        definite = role.determiner in {"the", "realm"} and bool(role.realms) and not role.former
        return definite and has_one_holder(role.title) and not self.references.candidates(role)

    def _by_office(self, role: Role) -> int:
        realm = role.realms[0]
        country = realm if realm in listed_names() else None
        page = self._scene.page
        key = ("office", role.title, realm)
        index = self._drafts.get(key, "person", page.words(role.start, role.end), country)
        span = page.span(role.start, role.end)
        draft = self._drafts.drafts[index]
        draft.offices.append(Office(role.title, country, None if country else realm, span))
        draft.realms = [realm]
        self.references.meet(Known(index, [Held(role.title, realm)], {realm}))
        return index

    def _resolve_sides(self, at: int) -> None:
        """Whom "both sides" or "the two countries" means: the two states named before, in this line or the last one."""
        page = self._scene.page
        if at == 0 or page.tokens[at - 1].casefold() not in TWO or page.quoted[at]:
            return
        for entity in self.references.pair(at, page.line[at]):
            self._drafts.mention(entity, page.span(at - 1, at + 1), "side")
            self._speak_of(entity, at, at + 1)

    def _resolve_pronoun(self, at: int) -> None:
        page = self._scene.page
        if page.quoted[at]:
            return
        found = self.references.pronoun(page.tokens[at], at, page.line[at])
        if found is None:
            gender: Gender = "female" if page.tokens[at].casefold() in FEMALE else "male"
            self._speak_of(None, at, at + 1, person=True, gender=gender)
        else:
            self._drafts.mention(found, page.span(at, at + 1), "pronoun")
            self._speak_of(found, at, at + 1)

    def _resolve_body(self, at: int) -> None:
        """Whom "the ministry" means, where the article names exactly one."""
        page = self._scene.page
        if at == 0 or page.tokens[at - 1].casefold() not in {"the", "its", "his", "their"} or page.quoted[at]:
            return
        found = self._bodies.get(page.tokens[at], ())
        if len(found) == 1:
            self._drafts.mention(found[0], page.span(at, at + 1), "office")
            self._speak_of(found[0], at, at + 1)


def is_subject(page: Page, start: int, end: int) -> bool:
    """Whether the phrase is the subject of a clause in the reporter's own words, or who something is according to."""
    if page.quoted[start]:
        return False
    token = page.head(start, end)
    while token.dep_ in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj":
        return (
            token.head.lower_ == "to" and token.head.i > 0 and page.tokens[token.head.i - 1].casefold() == "according"
        )
    return token.dep_ in SUBJECTS and not _inside_complement(token.head)


def owns_subject(page: Page, start: int, end: int) -> bool:
    """Whether the phrase owns a thing that is the subject ("Toll's remarks drew criticism"), and nobody."""
    token = page.head(start, end)
    if token.dep_ != "poss" or page.quoted[start]:
        return False
    low = token.head.lemma_.casefold()
    thing = token.head.pos_ == "NOUN" and low not in people_words() and low not in body_words() and low not in offices()
    return thing and token.head.dep_ in SUBJECTS and not _inside_complement(token.head.head)


def _inside_complement(verb: "Token") -> bool:
    """Whether the clause is the complement of another ("said that ..."), whose speaker is what the text is about."""
    while verb.head.i != verb.i:
        if verb.dep_ in {"ccomp", "acl", "pcomp"}:
            return True
        verb = verb.head
    return False


def _known(drafts: Drafts) -> list[Known]:
    return [
        Known(
            index,
            [Held(office.title, office.country or office.body) for office in draft.offices],
            set(draft.realms),
            draft.gender,
        )
        for index, draft in enumerate(drafts.drafts)
        if draft.kind == "person"
    ]


def _bodies_by_word(drafts: Drafts) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, draft in enumerate(drafts.drafts):
        if draft.kind == "body":
            words = fold(draft.name).split()
            for word in {words[0], words[-1]} & body_words() if words else ():
                found[word].append(index)
    return found
