"""Who does what a word says: the subject of its verb, however many verbs stand between, or who owns the deed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.contention import contention_words, wrong_words
from dragoman.knowledge.states import state_words
from dragoman.reading.charged_groups import is_press, stands_for_state
from dragoman.reading.meeting_parts import subjects
from dragoman.reading.nameless import country_of, is_people
from dragoman.reading.undertaking.parties import THIRD, Room, who
from dragoman.reading.undertaking.standing import is_infinitive, standing_of

if TYPE_CHECKING:
    from dragoman.language.parser import Token

MOST_STEPS = 6
BEFORE = frozenset({"amod", "compound", "nmod"})
VAGUE = frozenset({"country", "nation", "regime"})
"""Nouns that take up the state named last before them, in their sentence."""
OWN = frozenset({"continue", "keep", "resume"})
"""What somebody continues, they do already, whether it is told or only spoken of."""
MEANS = frozenset({"by", "in", "through", "at"})
"""Prepositions behind which a gerund has the doer of the word before them: "by seizing", "a part in seizing"."""
SUPPOSING = frozenset({"if", "unless", "whether", "lest"})
LINKS = frozenset({"in", "on", "of", "to", "with", "by", "at", "through"})
NEVER_SO = frozenset({"any", "no", "possible", "potential", "future", "further", "if", "both", "all"})
"""Words before a noun that leave open whether it is so, or charge no one in particular."""
PREVENTED = frozenset({"prevent", "deter", "avoid", "rule", "fear", "expect", "await", "threaten", "avert"})


class Doers(NamedTuple):
    """Who does it, as entities; none where they are not of the cast. ``head`` is the head of the words for them."""

    entities: tuple[int, ...]
    head: "Token"


def doers_of_verb(verb: "Token", room: Room) -> Doers | None:
    """Who is told to do what the verb says: its subject, whom "by" names, or the subject of the verb above of which it
    tells the aim, the means or the outcome. Nobody where it is not told as a fact.
    """
    top, presupposed = verb, False
    for _ in range(MOST_STEPS):
        heads = list(_heads(top))
        if not heads and _is_suffered(top):
            return None
        if heads:
            if _is_supposed(top) or not (presupposed or is_told(top)):
                return None
            return next((found for head in heads if (found := named(head, top, room)) is not None), None)
        above = _above(top)
        if above is None:
            return None
        if above.pos_ == "NOUN":
            owner = doers_of_noun(above, room, of=False) if above.lemma_.lower() in wrong_words("try") else None
            above = carrier(above) if owner is None else None
            if above is None:
                return owner
        presupposed = presupposed or above.lemma_.lower() in OWN
        top = above
    return None


def _heads(verb: "Token") -> Iterator["Token"]:
    passive = any(child.dep_ == "auxpass" for child in verb.children) or _is_bare_participle(verb)
    if passive:
        yield from (thing for child in verb.children if child.dep_ == "agent" for thing in child.children)
        return
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    yield from own or (subjects(verb) if verb.dep_ in ("relcl", "conj") else ())
    if not own and verb.dep_ == "acl" and verb.tag_ == "VBG":
        yield verb.head


def _is_suffered(verb: "Token") -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _is_supposed(verb: "Token") -> bool:
    """Whether it is told under a condition, as a question, or as what may be: "in the event that Velmar attacks"."""
    token = verb
    for _ in range(MOST_STEPS):
        if any(child.dep_ == "mark" and child.lower_ in SUPPOSING for child in token.children):
            return True
        above = token.head.lemma_.lower()
        if token.dep_ in ("acl", "ccomp", "pcomp", "relcl") and token.head.pos_ == "NOUN":
            if any(child.dep_ == "poss" for child in token.head.children):
                return False
            if any(child.lower_ == "no" for child in token.head.children):
                return True
            if above in wrong_words("open") | contention_words("wrong taken up"):
                return token.dep_ != "relcl"
        if token.head == token:
            return False
        token = token.head
    return False


def _is_bare_participle(verb: "Token") -> bool:
    """Whether it is passive without an auxiliary: "a raid launched by Velmar"."""
    return verb.tag_ == "VBN" and any(child.dep_ == "agent" for child in verb.children)


def is_told(verb: "Token") -> bool:
    """Whether the verb tells what is or was."""
    perfect = any(child.dep_ == "aux" and child.lemma_ in ("have", "be") for child in verb.children)
    modal = any(child.dep_ == "aux" and (child.tag_ in ("MD", "TO")) for child in verb.children)
    return verb.dep_ == "acl" or standing_of(verb) == "told" or (perfect and not modal and verb.tag_ == "VB")


def _above(verb: "Token") -> "Token | None":
    """The verb or noun above that has the same doer."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return head
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_.lower() in wrong_words("aims"):
        return head
    if verb.dep_ == "advcl" and head.pos_ in ("VERB", "AUX") and _goes_along(verb):
        return head
    if verb.dep_ == "pcomp" and head.lower_ in MEANS:
        return head.head if head.head.pos_ in ("VERB", "AUX", "NOUN") else None
    if verb.dep_ == "pcomp" and head.lower_ == "of" and head.head.lemma_.lower() in wrong_words("try"):
        return head.head
    if verb.dep_ in ("acl", "relcl") and is_infinitive(verb) and head.pos_ == "NOUN":
        return head
    return None


def _goes_along(clause: "Token") -> bool:
    """Whether an adverbial clause without a subject tells what its doer does besides or aims at."""
    marked = any(child.dep_ in ("mark", "advmod") and child.tag_ in ("IN", "WRB") for child in clause.children)
    return not marked and (clause.tag_ == "VBG" or is_infinitive(clause))


def carrier(noun: "Token") -> "Token | None":
    """The verb by which somebody does the deed that the noun names: "carried out an attack", "resorted to deceit"."""
    token = noun
    for _ in range(MOST_STEPS):
        head = token.head
        if head == token:
            return None
        if token.dep_ == "conj" or (token.dep_ == "pobj" and head.lower_ in LINKS) or head.lower_ in LINKS:
            token = head
        elif token.dep_ in ("dobj", "prep"):
            if head.lemma_ == "be" and token.lower_ == "in":
                return head
            if head.pos_ == "VERB":
                return head if head.lemma_.lower() in wrong_words("carries") else None
            token = head
        else:
            return None
    return None


def doers_of_noun(noun: "Token", room: Room, *, of: bool) -> Doers | None:
    """Whose deed the noun is: "Velmar's aggression", "Velmarian aggression", "a raid by Velmar", and with ``of`` also
    "crimes of the Velmarian army". A noun that it belongs to may have the owner: "Velmar's record of deceit".
    """
    if any(child.lower_ in NEVER_SO for child in noun.children) or noun.head.lemma_.lower() in PREVENTED:
        return None
    theirs = of and noun.lemma_.lower() in wrong_words("of doer")
    owner = _owner(noun)
    if owner is not None:
        return named(owner, noun, room)
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and (child.lower_ == "by" or (child.lower_ == "of" and theirs)):
            found = next((named(thing, noun, room) for thing in child.children if thing.dep_ == "pobj"), None)
            if found is not None and (child.lower_ == "by" or found.entities):
                return found
    state = _of_state(noun, room)
    if state is not None:
        return Doers((state,), noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        return doers_of_noun(noun.head.head, room, of=False)
    return None


def _owner(noun: "Token") -> "Token | None":
    """Whose it is; of "Velmar's support and alleged protection", and "its alleged protection", whose the first is."""
    own = next((child for child in noun.children if child.dep_ == "poss"), None)
    joined = noun.dep_ == "conj" and noun.head.pos_ == "NOUN"
    first = next((child for child in noun.head.children if child.dep_ == "poss"), None) if joined else None
    if first is not None and own is not None and own.lower_ in ("its", "their"):
        return first
    alone = own is None and not any(child.dep_ in ("det", "agent") or child.lower_ == "by" for child in noun.children)
    return first if alone else own


def named(head: "Token", above: "Token", room: Room) -> Doers | None:
    """Who is meant by the words with this head: entities, people of a state that the article names, or somebody."""
    if head.tag_ in ("WDT", "WP") and above.dep_ == "relcl":
        return named(above.head, above, room) if above.head.tag_ not in ("WDT", "WP") else None
    found = who(head, room)
    if found:
        return Doers(tuple(found), head)
    if is_other(head):
        return Doers((), head)
    if head.pos_ == "PRON" or head.lower_ in THIRD:
        return Doers((), head) if head.lower_ in ("it", "they", "its", "their") else None
    if any(child.lower_ in ("both", "all", "no", "any") for child in head.children):
        return None
    owner = next((child for child in head.children if child.dep_ == "poss" and child.tag_ == "PRP$"), None)
    if owner is not None:
        theirs = who(owner, room)
        return Doers(tuple(theirs), head) if theirs else None
    return Doers((), head) if is_press(head) else _somebody(head, room)


def _somebody(head: "Token", room: Room) -> Doers | None:
    """Whose people or arms they are, where their words tell of a state; else somebody, if they are people at all."""
    armed = _is_arm(head) or is_people(head) or head.lemma_.lower() in wrong_words("weapon")
    state = _of_state(head, room) if armed else None
    if state is not None:
        return Doers((state,), head)
    if head.lemma_.lower() in wrong_words("weapon"):
        return next((named(child, head, room) for child in head.children if child.dep_ == "poss"), None)
    if head.lemma_.lower() in VAGUE and (last := _last_state(head, room)) is not None:
        return Doers((last,), head)
    return Doers((), head) if _is_arm(head) or is_people(head) else None


def is_other(head: "Token") -> bool:
    """Whether it is the other of two: "both claim the other is shooting", "accused each other"."""
    return head.lower_ == "other" and any(child.lower_ in ("the", "each") for child in head.children)


def _is_arm(head: "Token") -> bool:
    return head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() in wrong_words("arm")


def _of_state(noun: "Token", room: Room) -> int | None:
    """The one state of the article whose word stands before the noun: "Velmarian troops"; "pro-Velmarian" is none."""
    code = country_of(noun) if stands_for_state(noun) else None
    words = [state_words().get(child.text) for child in noun.children if child.dep_ in BEFORE]
    if code is None or not (any(words) or is_people(noun)):
        return None
    entities = room.scene.cast.entities
    return next((n for n, entity in enumerate(entities) if entity.kind == "state" and entity.country == code), None)


def _last_state(head: "Token", room: Room) -> int | None:
    """The state named last before the words, in their sentence."""
    before = room.scene.cast.mentions_at((head.sent.start_char, head.idx))
    states = [m.entity for m in before if room.scene.cast.entities[m.entity].kind == "state"]
    named = any(child.dep_ in BEFORE or child.lower_ == "of" for child in head.children)
    return states[-1] if states and not named else None
