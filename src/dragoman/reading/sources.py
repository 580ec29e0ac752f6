"""Who stands behind the words of a source: by name, by office, by pronoun, or without a name."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import side_words
from dragoman.knowledge.names import fold, name_words
from dragoman.knowledge.states import listed_names, state_words
from dragoman.model.reading import Entity, Form, Mention, SpeakersBasis, Statement
from dragoman.model.spans import Span
from dragoman.reading.allusions import Allusions
from dragoman.reading.cast import Cast
from dragoman.reading.nameless import SAME, is_someone, nameless

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

BASIS: dict[Form, SpeakersBasis] = {
    "name": "named",
    "capital": "named",
    "side": "named",
    "office": "office",
    "pronoun": "pronoun",
}
HELD_BY = frozenset({"of", "by", "from"})
LINES_ON = 2
"""A quotation that goes on does so in the next line; a blank line may stand between."""


@dataclass(frozen=True, slots=True)
class Found:
    """The speakers of a source, and how the first of them is known."""

    speakers: tuple[int, ...] = ()
    basis: SpeakersBasis | None = None


class Sources:
    """Looks up actors by the tokens of a source. Unnamed people are added to the cast as they are met."""

    def __init__(self, doc: "Doc", cast: Cast) -> None:
        assert cast.allusions is not None
        self._doc = doc
        self._cast = cast
        self._allusions: Allusions = cast.allusions
        self._page = self._allusions.page
        self._entities = list(cast.entities)
        self._mentions: list[Mention] = []
        self._unnamed: dict[int, int] = {}

    def cast(self) -> Cast:
        """The cast with those who were added."""
        mentions = sorted((*self._cast.mentions, *self._mentions), key=lambda m: (m.span, m.entity))
        return replace(self._cast, entities=tuple(self._entities), mentions=tuple(mentions))

    def tokens(self, span: tuple[int, int]) -> list["Token"]:
        """The tokens that lie in the span or overlap it."""
        first = max(0, bisect_right(self._page.starts, span[0]) - 1)
        last = bisect_left(self._page.starts, span[1])
        return [token for token in self._doc[first:last] if not token.is_space]

    def behind(self, statement: Statement) -> Found:
        """Who the statement's source names; where it names nobody, the subject of its cue, or who stands before it."""
        for span in statement.source:
            found = self._in_span(span)
            if found.speakers:
                return found
        if not statement.cue:
            return Found()
        if not statement.source and (found := self._subject_of(statement.cue[0])).speakers:
            return found
        return Found() if self._is_unresolved_person(statement) else self._before(statement.cue[0])

    def _is_unresolved_person(self, statement: Statement) -> bool:
        """Whether the source is a pronoun or a noun for somebody: then it is not who else stands there."""
        tokens = [token for span in statement.source for token in self.tokens(span)]
        inside = {token.i for token in tokens}
        heads = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
        return any(token.pos_ == "PRON" or self._is_someone(token) for token in heads)

    def _before(self, cue: Span) -> Found:
        """The person whose name ends where a cue begins ("A B said"), or where a comma and a participle follow."""
        first = self.tokens(cue)[0]
        at = first.i - 1
        if at >= 0 and first.tag_ == "VBG" and self._doc[at].lower_ == ",":
            at -= 1
        if at < 0 or first.pos_ != "VERB":
            return Found()
        who = [e for e in self._named(self._doc[at]) if self._entities[e].kind == "person"]
        return Found(tuple(who), "named") if len(who) == 1 else Found()

    def _in_span(self, span: Span) -> Found:
        tokens = self.tokens(span)
        inside = {token.i for token in tokens}
        roots = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
        found: list[int] = []
        basis: SpeakersBasis | None = None
        for root in roots[:1]:
            for token in (root, *(c for c in root.conjuncts if c.i in inside)):
                who = self.who(token)
                basis = basis or (self._basis(token) if who else None)
                found += who
        if not found:
            return self._only_name(span)
        return Found(tuple(dict.fromkeys(found)), basis)

    def _only_name(self, span: Span) -> Found:
        """The one actor named in a source whose head is none."""
        named = [m for m in self._cast.mentions_at(span) if m.form != "pronoun"]
        entities = tuple(dict.fromkeys(m.entity for m in named))
        people = tuple(e for e in entities if self._entities[e].kind == "person")
        only = people if len(people) == 1 else entities
        return Found(only, BASIS[named[0].form]) if len(only) == 1 else Found()

    def _subject_of(self, cue: Span) -> Found:
        for token in self.tokens(cue):
            for child in token.children:
                if child.dep_ in {"nsubj", "poss"} and (who := self.who(child)):
                    return Found(tuple(who), self._basis(child))
        return Found()

    def who(self, token: "Token") -> list[int]:
        """The actors that a phrase with this head means."""
        start = token.idx
        here = self._cast.mentions_at((start, start + len(token.text)))
        if here:
            return [m.entity for m in here]
        if token.lower_ in {"who", "which", "that"} and token.head.dep_ in {"relcl", "conj"}:
            return self._antecedent(token)
        if token.lower_ in {"it", "they"}:
            thing = self._allusions.references.thing(token.i, self._page.line[token.i])
            return [] if thing is None or token.lower_ == "they" else [self._allusions.order[thing]]
        return (
            self._by_state_word(token)
            or self._own_side(token)
            or self._beside(token)
            or self._held(token)
            or self._without_name(token)
        )

    def _antecedent(self, relative: "Token") -> list[int]:
        """Whom a relative pronoun takes up."""
        clause = relative.head
        while clause.dep_ == "conj":
            clause = clause.head
        return self.who(clause.head) if clause.dep_ == "relcl" else []

    def told(self, token: "Token") -> list[int]:
        """Whom a phrase names, where it is told something: reporters and media are not who is meant."""
        found = []
        for one in (token, *token.conjuncts):
            found += self._named(one) or self._by_state_word(one)
        return [e for e in found if not self._is_medium(e)]

    def _is_medium(self, entity: int) -> bool:
        words = set(fold(self._entities[entity].name).split())
        return entity in self._cast.outlets or bool(words & name_words("medium"))

    def _by_state_word(self, token: "Token") -> list[int]:
        """The state of a word that stands alone, as in "Xlandian allegations"."""
        word = state_words().get(token.text)
        code = word and (word.adjective or word.name)
        if not code:
            return []
        return [self._state(code, token)]

    def _state(self, code: str, token: "Token") -> int:
        known = next((i for i, e in enumerate(self._entities) if e.kind == "state" and e.country == code), None)
        if known is None:
            known = self._add(Entity("state", listed_names()[code], (), code))
        self._mentions.append(Mention(Span(token.idx, token.idx + len(token.text)), "side", known))
        return known

    def _own_side(self, token: "Token") -> list[int]:
        """The state of "his government" or "her delegation", where it is known who he or she is, and of which state."""
        owner = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in {"his", "her"}), None)
        if owner is None or token.lower_ not in side_words():
            return []
        references = self._allusions.references
        whose = references.pronoun("she" if owner.lower_ == "her" else "he", owner.i, self._page.line[owner.i])
        realm = None if whose is None else references.realm_of(whose)
        if realm is None:
            return []
        if realm in listed_names():
            return [self._state(realm, token)]
        return [i for i, e in enumerate(self._entities) if e.kind == "body" and e.name == realm][:1]

    def _beside(self, token: "Token") -> list[int]:
        """The name in apposition to the head ("its spokesman, A B")."""
        for child in token.children:
            if child.dep_ == "appos" and (found := self._named(child)):
                return found
        return []

    def _named(self, token: "Token") -> list[int]:
        span = (token.idx, token.idx + len(token.text))
        return [m.entity for m in self._cast.mentions_at(span)]

    def _held(self, token: "Token") -> list[int]:
        """Whose statement, whose remarks: the owner of a noun that is nobody itself."""
        if self._is_someone(token):
            return []
        for child in token.children:
            if child.dep_ == "poss" and (found := self.who(child)):
                return found
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in HELD_BY:
                for held in child.children:
                    if held.dep_ == "pobj" and (found := self._named(held)):
                        return found
        return []

    def _is_someone(self, token: "Token") -> bool:
        return is_someone(token, self._allusions.role_at(token.i))

    def _without_name(self, token: "Token") -> list[int]:
        """People or a body without a name; the body before "group" and its like is what the group is."""
        if token.i in self._unnamed:
            return [self._unnamed[token.i]]
        if not self._is_someone(token):
            return []
        if token.lemma_.casefold() in SAME:
            before = [e for c in token.children if c.dep_ == "compound" for e in self._named(c)]
            if len(before) == 1 and self._entities[before[0]].kind == "body":
                return before
        found = nameless(self._page, token, self._allusions.role_at(token.i))
        if found is None:
            return []
        entity, span = found
        index = self._add(entity)
        self._mentions.append(Mention(span, "name" if entity.names else "office", index))
        self._unnamed[token.i] = index
        return [index]

    def _add(self, entity: Entity) -> int:
        self._entities.append(entity)
        return len(self._entities) - 1

    def _basis(self, token: "Token") -> SpeakersBasis:
        mention = next(iter(self._cast.mentions_at((token.idx, token.idx + len(token.text)))), None)
        if mention is not None:
            return BASIS[mention.form]
        return "pronoun" if token.pos_ == "PRON" else "office" if self._is_someone(token) else "named"

    def passing_on(self, statement: Statement, speakers: tuple[int, ...]) -> set[int]:
        """The credited outlets in the statement's sentence, and bodies after "according to" beside a named speaker."""
        spans = [*statement.source, *statement.cue, *statement.content]
        tokens = self.tokens((min(s.start for s in spans), max(s.end for s in spans)))
        if not tokens:
            return set()
        first, last = tokens[0].sent, tokens[-1].sent
        around = Span(first.start_char, last.end_char) if len(tokens) < 200 else Span(tokens[0].idx, tokens[-1].idx)
        found = set()
        for mention in self._cast.mentions_at(around):
            entity = self._entities[mention.entity]
            if mention.entity in self._cast.outlets or (entity.kind == "body" and self._is_according(mention)):
                found.add(mention.entity)
        return found if any(s not in found for s in speakers) else found & self._cast.outlets

    def _is_according(self, mention: Mention) -> bool:
        tokens = self.tokens(mention.span)
        token = tokens[-1] if tokens else None
        while (
            token is not None
            and token.head.i != token.i
            and token.head.idx >= mention.span.start
            and token.head.idx < mention.span.end
        ):
            token = token.head
        return (
            token is not None
            and token.dep_ == "pobj"
            and token.head.lower_ == "to"
            and token.head.head.lower_ == "according"
        )

    def is_they(self, statement: Statement) -> bool:
        """Whether the source is "they" and nothing else."""
        tokens = [token for span in statement.source for token in self.tokens(span)]
        return len(tokens) == 1 and tokens[0].lower_ == "they"

    def are_several(self, speakers: tuple[int, ...]) -> bool:
        """Whether the speakers may be "they": two or more, or a group."""
        return len(speakers) > 1 or any(self._entities[s].kind == "group" for s in speakers)

    def next_sentence(self, before: Statement, after: Statement) -> bool:
        """Whether the second statement's source stands in the sentence of the first's, or in the next one."""
        first, second = (self.tokens(s.source[0])[0].sent if s.source else None for s in (before, after))
        return first is not None and second is not None and second.start in {first.start, first.end}

    def follows(self, before: Statement, after: Statement) -> bool:
        """Whether the second statement stands in the line of the first, or in the next line that has words."""
        end = max(span.end for span in (*before.content, *before.cue, *before.source))
        start = after.content[0].start
        if len(self._page.text[end:start].splitlines()) > LINES_ON + 1:
            return False
        first, last = self.tokens((end - 1, end))[-1].i, self.tokens((start, start + 1))[0].i
        backward = {old for old, new in self._allusions.order.items() if new in before.speakers}
        return not self._allusions.references.others_between(first + 1, last, sorted(backward))
