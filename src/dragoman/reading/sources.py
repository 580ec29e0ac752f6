"""Who stands behind the words of a source: by name, by office, by pronoun, or without a name."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.knowledge.bodies import side_words
from dragoman.knowledge.names import fold, is_given_name, name_words, people_words
from dragoman.knowledge.offices import offices
from dragoman.knowledge.states import listed_names, state_words
from dragoman.model.reading import Entity, Form, Gender, Mention, SpeakersBasis, Statement
from dragoman.model.spans import Span
from dragoman.reading.allusions import Allusions
from dragoman.reading.anaphora import NO_LIST
from dragoman.reading.cast import Cast
from dragoman.reading.nameless import SAME, Met, is_definite, is_someone, nameless, phrase
from dragoman.reading.roles import Role

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

BASIS: dict[Form, SpeakersBasis] = {
    "name": "named",
    "capital": "named",
    "side": "named",
    "office": "office",
    "pronoun": "pronoun",
}
ISSUE = frozenset({"issue", "release", "publish", "put", "send", "sign", "write", "post"})
"""What is done with a text by those whose words it holds."""
ISSUED = frozenset(["statement", "communique", "communiqué", "release", "letter", "memo", "tweet", "report"])
"""Texts that the name before them made ("a Harbour Authority statement"); a state's name says what they are about."""
HELD_BY = frozenset({"of", "by", "from"})
THINGS = frozenset({"state", "body"})
"""Kinds that "who" does not take up."""
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
        self._drafts = {new: old for old, new in self._allusions.order.items()}
        self._met = Met()
        self._strangers: dict[str, int] = {}
        self._surnames: dict[str, list[int]] = {}
        for index, entity in enumerate(cast.entities):
            if entity.kind == "person" and entity.names:
                for last in {fold(name).rpartition(" ")[2] for name in entity.names}:
                    self._surnames.setdefault(last, []).append(index)

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
            if self._is_told(span, statement.cue):
                return self._subject_of(statement.cue[0])
            found = self._set_off(span) or self._in_span(span)
            if found.speakers:
                return self._quoted(statement.cue) or found
        if not statement.cue:
            return Found()
        if not statement.source and (found := self._subject_of(statement.cue[0])).speakers:
            return found
        return Found() if self._is_unresolved_person(statement) else self._before(statement.cue[0])

    def _set_off(self, span: Span) -> Found | None:
        """The one person whose name ends a source that begins with an office ("The envoy for trade, A B")."""
        tokens = self.tokens(span)
        people = [m for m in self._cast.mentions_at(span) if self._entities[m.entity].kind == "person"]
        named = [m for m in people if m.form == "name"]
        if len(named) != 1 or tokens[0].lower_ not in {"the", "a", "an", "its", "their"}:
            return None
        at = self.tokens(named[0].span)[0].i
        ends = tokens[-1].idx < named[0].span.end or tokens[-1].text == ","
        office = any(self._allusions.role_at(token.i) for token in tokens if token.i < at)
        set_off = ends and office and self._doc[at - 1].text == ","
        return Found((named[0].entity,), "named") if set_off else None

    def _quoted(self, cue: Sequence[Span]) -> Found | None:
        """Whom the source quotes ("the agency quoted Toll as saying"): it is they who speak."""
        for span in cue:
            for token in self.tokens(span):
                quoted = next((c for c in token.children if c.dep_ == "dobj"), None)
                if token.lemma_ == "quote" and quoted is not None and (who := self.who(quoted)):
                    return Found(tuple(who), self._basis(quoted))
        return None

    def _is_told(self, span: Span, cue: Sequence[Span]) -> bool:
        """Whether the source is who is told, and no source."""
        roots = [token for token in self.tokens(span) if token.dep_ in {"dobj", "dative"}]
        within = [part for part in cue if any(part.start <= root.head.idx < part.end for root in roots)]
        return any(root.head.lemma_ == "tell" and root.head.i < root.i for root in roots) and bool(within)

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
            joined = [c for c in root.conjuncts if c.i in inside and not _same_one(root, c)]
            for token in (root, *joined):
                who = self.who(token)
                if not who and joined and (stranger := self._stranger(token)) is not None:
                    who = [stranger]
                basis = basis or (self._basis(token) if who else None)
                found += who
        if not found:
            only = self._only_name(span)
            stranger = self._stranger(roots[0]) if roots and not only.speakers else None
            return only if stranger is None else Found((stranger,), "named")
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
        if token.lower_ in {"who", "which", "that"} and (token.tag_ in {"WP", "WDT"} or token.head.dep_ == "relcl"):
            return self._antecedent(token)
        if token.lower_ in {"it", "they"}:
            thing = self._allusions.references.thing(token.i, self._page.line[token.i])
            return [] if thing is None or token.lower_ == "they" else [self._allusions.order[thing]]
        return (
            self._by_state_word(token)
            or self._own_side(token)
            or self._beside(token)
            or self._allusions.holders_at(token.i)
            or self._held(token)
            or self._without_name(token)
            or self._by_last_name(token)
        )

    def _antecedent(self, relative: "Token") -> list[int]:
        """Whom a relative pronoun takes up: the noun that the parse says, else the one right before it."""
        clause = relative.head
        while clause.dep_ == "conj" and clause.head.i != clause.i:
            clause = clause.head
        found = self.who(clause.head) if clause.dep_ == "relcl" else []
        at = relative.i - 1
        at -= at > 0 and self._doc[at].lower_ == ","
        before = self._doc[at] if at >= 0 else relative
        person = relative.lower_ == "who"
        sure = found and not (person and self._are_things(found))
        if sure or before.i == relative.i or before.pos_ not in {"NOUN", "PROPN"}:
            return found
        near = self.who(before)
        return near if near and not (person and self._are_things(near)) else found

    def _are_things(self, entities: Sequence[int]) -> bool:
        return all(self._entities[e].kind in THINGS for e in entities)

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
        """Whose statement, whose remarks: the owner of a noun that is nobody itself, or who issued it."""
        if self._is_someone(token):
            return []
        if token.dep_ == "dobj" and token.head.lemma_ in ISSUE:
            issuer = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            return [] if issuer is None else self.who(issuer)
        for child in token.children:
            if child.dep_ == "poss" and (found := self.who(child)):
                return found
        if makers := self._makers(token):
            return makers
        issued = [c for c in token.children if c.dep_ == "acl" and c.lemma_ in ISSUE]
        for child in (*token.children, *(c for verb in issued for c in verb.children)):
            if child.dep_ in {"prep", "agent"} and child.lower_ in HELD_BY:
                for held in child.children:
                    found = [e for one in (held, *held.conjuncts) for e in self._named(one)]
                    if held.dep_ == "pobj" and found:
                        return list(dict.fromkeys(found))
        return []

    def _makers(self, text: "Token") -> list[int]:
        """The one body or person whose name stands before a text that is theirs."""
        if text.lemma_.lower() not in ISSUED:
            return []
        before = [e for c in text.children if c.dep_ == "compound" for e in self._named(c)]
        makers = [e for e in dict.fromkeys(before) if self._entities[e].kind in {"body", "person"}]
        return makers if len(makers) == 1 else []

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
        role = self._allusions.role_at(token.i)
        definite = is_definite(token)
        again = self._met.again(token, self._page.line[token.i]) if definite else None
        found = nameless(self._page, token, role, definite=definite and self._is_nobody_known(role))
        if again is None and found is None:
            return []
        span = found[1] if found else phrase(self._doc, token)
        index = again if again is not None else self._add(found[0]) if found else 0
        entity = self._entities[index]
        self._mentions.append(Mention(span, "name" if entity.names else "office", index))
        self._unnamed[token.i] = index
        self._met.meet(token, self._page.line[token.i], index)
        return [index]

    def _is_nobody_known(self, role: Role | None) -> bool:
        """Whether the office is one of many of its kind, and no person of the article holds it."""
        return role is not None and role.title in NO_LIST and not self._allusions.references.candidates(role)

    def _stranger(self, token: "Token") -> int | None:
        """Somebody whose name the cast does not know, since it stands only where little tells what it names."""
        first = token.i
        while first > 0 and self._may_be_name(self._doc[first - 1]):
            first -= 1
        sure = token.ent_type_ in {"PERSON", "ORG"} or not self._page.opens[first]
        if not self._may_be_name(token) or (first == token.i and (token.lower_ in name_words("no_body") or not sure)):
            return None
        span = self._page.span(first, token.i + 1)
        name = self._page.text[span.start : span.end]
        if name not in self._strangers:
            after_the = first > 0 and self._doc[first - 1].lower_ == "the"
            given = first < token.i and is_given_name(self._doc[first].text)
            alone = first == token.i and not name.isupper() and not after_the and token.ent_type_ != "ORG"
            person = token.ent_type_ == "PERSON" or given or alone
            self._strangers[name] = self._add(Entity("person" if person else "body", name, (name,)))
        self._mentions.append(Mention(span, "name", self._strangers[name]))
        return self._strangers[name]

    def _may_be_name(self, token: "Token") -> bool:
        """Whether the word may be one of a name: no state, no office, nobody who is known, nothing that is no actor."""
        low = token.lower_
        if token.pos_ != "PROPN" or not token.text[0].isupper() or not token.is_alpha:
            return False
        known = token.text in state_words() or fold(token.text) in self._surnames
        common = low in offices() or low in people_words() or token.text in name_words("calendar")
        return not known and not common

    def _by_last_name(self, token: "Token") -> list[int]:
        """The one person whose name ends in the word, where the parser saw no name or another's word stands before."""
        if token.pos_ != "PROPN" and not (token.tag_ == "NN" and token.text[0].isupper()):
            return []
        bearers = self._surnames.get(fold(token.text), [])
        return bearers if len(bearers) == 1 else []

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

    def is_word(self, statement: Statement, words: AbstractSet[str]) -> bool:
        """Whether the source is one of these words and nothing else."""
        tokens = [token for span in statement.source for token in self.tokens(span)]
        return len(tokens) == 1 and tokens[0].lower_ in words

    def are_several(self, speakers: tuple[int, ...]) -> bool:
        """Whether the speakers may be "they": two or more, a group, or a body."""
        return len(speakers) > 1 or any(self._entities[s].kind in {"group", "body"} for s in speakers)

    def is_one_body(self, speakers: tuple[int, ...]) -> bool:
        """Whether the speaker may be "it"."""
        return len(speakers) == 1 and self._entities[speakers[0]].kind in THINGS

    def is_one_person(self, speakers: tuple[int, ...], gender: Gender | None = None) -> bool:
        """Whether the speaker may be "he", or "she"."""
        if len(speakers) != 1:
            return False
        one = self._entities[speakers[0]]
        return one.kind in {"person", "unnamed"} and (gender is None or one.gender in {None, gender})

    def words(self, statement: Statement) -> set[str]:
        """The words of the source and the cue, and of the phrases that hang on the cue's verb, as dictionaries have
        them.
        """
        tokens = [token for span in (*statement.source, *statement.cue) for token in self.tokens(span)]
        hung = [c for token in tokens for prep in token.children if prep.dep_ == "prep" for c in prep.children]
        return {token.lemma_.casefold() for token in (*tokens, *hung)}

    def definite_noun(self, statement: Statement) -> str | None:
        """The noun that the source is, where it stands after "the", alone or with an adjective."""
        tokens = [token for span in statement.source for token in self.tokens(span)]
        definite = len(tokens) in {2, 3} and tokens[0].lower_ in {"the", "this", "that"}
        return tokens[-1].lemma_.casefold() if definite else None

    def next_sentence(self, before: Statement, after: Statement) -> bool:
        """Whether the second statement's source stands in the sentence of the first's, or in the next one."""
        first, second = (self.tokens(s.source[0])[0].sent if s.source else None for s in (before, after))
        return first is not None and second is not None and second.start in {first.start, first.end}

    def follows(self, before: Statement, after: Statement, speaking: Statement | None = None) -> bool:
        """Whether the second statement stands in the line of the first, or in the next line that has words, and nobody
        but who spoke in ``speaking``, else in the first, is a subject between them.
        """
        end = max(span.end for span in (*before.content, *before.cue, *before.source))
        start = after.content[0].start
        if len(self._page.text[end:start].splitlines()) > LINES_ON + 1:
            return False
        first, last = self.tokens((end - 1, end))[-1].i, self.tokens((start, start + 1))[0].i
        return not self._allusions.references.others_between(
            first + 1, last, self._drafted((speaking or before).speakers)
        )

    def things_between(self, before: Statement, after: Statement) -> bool:
        """Whether another state or body is the subject of something between the sources of two statements."""
        first, last = self.tokens(before.source[0])[-1].i, self.tokens(after.source[0])[0].i
        return self._allusions.references.things_between(first + 1, last, self._drafted(before.speakers))

    def _drafted(self, entities: Sequence[int]) -> list[int]:
        """What the entities were before they were put in order."""
        return [self._drafts[one] for one in entities if one in self._drafts]


def _same_one(first: "Token", second: "Token") -> bool:
    """Whether two nouns share an article, and so mean one person ("a critic and former envoy")."""
    shared = first.tag_ == second.tag_ == "NN" and not any(c.dep_ in {"det", "poss"} for c in second.children)
    return shared and any(c.dep_ == "det" for c in first.children)
