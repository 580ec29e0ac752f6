"""Who takes part in a meeting, as the parse ties names to the word for it."""

import re
from typing import TYPE_CHECKING

from dragoman.reading.meeting_kinds import kind_of, matter_words
from dragoman.reading.meeting_parts import CLAUSES, Scene, compounded, is_beside, named, owner, subjects
from dragoman.reading.meeting_status import AHEAD, AT_IT, TOLD, says
from dragoman.reading.meeting_tail import Tail, has_unnamed_state, listed

if TYPE_CHECKING:
    from dragoman.language.parser import Token

APART = re.compile(r"\b(?:separately|individually|in turn|one after (?:the other|another))\b", re.IGNORECASE)
CARRYING = {"holds", "hosts", *TOLD}
"""What a verb says whose subject takes part, or would: "A and B held talks", "A refused a meeting"."""
JOINING = {"join", "attend", "participate", "take"}
THREE = {"trilateral", "tripartite", "three-way"}
ARRANGING = {"organise", "organize", "arrange", "prepare"}
LARGE = {"summit", "session", "round"}
Parties = list[list[int]]
"""The participants of each meeting that the words tell of: "met separately with A and B" tells of two."""


def parties_of(trigger: "Token", holders: list["Token"], tail: Tail, scene: Scene) -> Parties:
    """The participants, by index of entity; more than one list where each was met apart."""
    if trigger.pos_ == "VERB":
        own, others = _by_verb(trigger, tail, scene)
    else:
        own, others = _by_noun(trigger, holders, tail, scene)
    own, others = _with_inviters(trigger, holders, (own, others), scene)
    if own and len(others) > 1 and (tail.apart or _is_apart(trigger)):
        return [_distinct([*own, other], scene) for other in others]
    return [_distinct([*own, *others], scene)]


def _with_inviters(
    trigger: "Token", holders: list["Token"], parties: tuple[list[int], list[int]], scene: Scene
) -> tuple[list[int], list[int]]:
    """Who invites takes part beside the one who is invited; who invites several to meet is only their host."""
    verb = next((each for each in holders[1:] if each.pos_ == "VERB" and says(each) == "invited"), None)
    if verb is None:
        return parties
    hosts, guests = invitation(verb, scene)
    others = _distinct([*guests, *(e for each in parties for e in each if e not in hosts)], scene)
    return (hosts if len(others) < 2 or any(c.lower_ in THREE for c in trigger.children) else []), others


def invitation(verb: "Token", scene: Scene) -> tuple[list[int], list[int]]:
    """Who invites and who is invited, by index of entity."""
    agents = [thing for child in verb.children if child.dep_ == "agent" for thing in child.children]
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    own = subjects(verb)
    hosts, guests = (agents, own) if passive or (agents and not objects) else (own, objects)
    found = [_distinct([e for who in each for e in owner(who, scene)], scene) for each in (hosts, guests)]
    return found[0], found[1]


def _is_apart(trigger: "Token") -> bool:
    """Whether each was met apart."""
    behind = trigger.doc[trigger.i : trigger.sent.end].text
    return APART.search(behind) is not None or any(child.lower_ == "separate" for child in trigger.children)


def deniers(trigger: "Token", scene: Scene) -> tuple[int, ...]:
    """Who is told to have denied that the meeting was: "A denied meeting B"."""
    verb = next((each for each in trigger.ancestors if each.pos_ == "VERB" and says(each) == "denied"), None)
    return tuple(e for who in (subjects(verb) if verb is not None else ()) for e in owner(who, scene))


def visitors(token: "Token", word: "Token", scene: Scene) -> list[int]:
    """Who visits; of an invitation both who invites and who is invited."""
    poss = [child for child in token.children if child.dep_ == "poss"]
    owners = poss or subjects(word if word.pos_ in ("VERB", "AUX") else word.head)
    found = [e for who in owners if who.i != token.i + 1 for e in owner(who, scene)]
    verb = next((each for each in (word, word.head) if each.pos_ == "VERB" and says(each) == "invited"), None)
    if verb is not None:
        hosts, guests = invitation(verb, scene)
        found = [*(hosts or found), *guests]
    return _distinct(found, scene)


def _distinct(entities: list[int], scene: Scene) -> list[int]:
    """Each once; a state beside its own person adds nobody, and who has no name is nobody."""
    known = [scene.cast.entities[e] for e in entities]
    represented = {entity.country for entity in known if entity.kind == "person" and entity.country}
    kept = [
        e
        for e, entity in zip(entities, known, strict=True)
        if (entity.kind in ("person", "state", "body") or (entity.kind == "group" and entity.names))
        and not (entity.kind == "state" and entity.country in represented)
    ]
    return [entity for entity in dict.fromkeys(kept) if entity not in scene.cast.outlets]


def _by_verb(verb: "Token", tail: Tail, scene: Scene) -> tuple[list[int], list[int]]:
    own = [e for who in (*subjects(verb), *_joined_by(verb)) for e in owner(who, scene)]
    if kind_of(verb) == "call":
        return own, _states_and_persons([*_told_by_phone(verb, scene), *tail.having], scene) if own else []
    things = [child for child in verb.children if child.dep_ == "dobj"]
    objects = listed(scene.doc, verb.i + 1, verb.sent.end, scene)[0] if things else []
    whole = [thing for thing in things if not has_unnamed_state(thing, scene)]
    objects = objects or [e for thing in whole for e in named(thing, scene.cast)]
    if not own or (things and not objects):
        return [], []
    others = [*objects, *tail.having]
    if says(verb) == "receives" and not all(scene.cast.entities[e].kind == "person" for e in (*own, *others)):
        return [], []
    return own, others


def _joined_by(verb: "Token") -> list["Token"]:
    """Whom those who meet join: "A will join B to meet C"; officials "from" a state are that state's."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "advcl") or above.lemma_ != "join" or not any(c.tag_ == "TO" for c in verb.children):
        return []
    things = [child for child in above.children if child.dep_ == "dobj"]
    links = [child for each in (above, *things) for child in each.children if things and child.lower_ == "from"]
    return [*things, *(thing for link in links for thing in link.children if thing.dep_ == "pobj")]


def _told_by_phone(verb: "Token", scene: Scene) -> list[int]:
    """Whom somebody phones, or tells something by phone; with whom something is discussed."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "dative")]
    objects = [] if verb.lemma_.lower() in matter_words("discusses") else objects
    found = [e for thing in objects if not _has_owner(thing) for e in _list_at(thing, scene)]
    links = [child for thing in (verb, *objects) for child in thing.children if child.lower_ == "with"]
    links += [child for child in verb.children if child.dep_ == "agent"]
    return [*found, *(e for link in links for e in listed(scene.doc, link.i + 1, link.sent.end, scene)[0])]


def _list_at(thing: "Token", scene: Scene) -> list[int]:
    return listed(scene.doc, thing.left_edge.i, thing.sent.end, scene)[0]


def _states_and_persons(entities: list[int], scene: Scene) -> list[int]:
    """Those who speak for themselves: "told the agency by phone" is told to the press."""
    return [entity for entity in entities if scene.cast.entities[entity].kind in ("person", "state", "group")]


def _by_noun(noun: "Token", holders: list["Token"], tail: Tail, scene: Scene) -> tuple[list[int], list[int]]:
    holding = [holder for holder in holders[1:] if says(holder) in ("holds", "hosts")]
    having, among = list(tail.having), list(tail.among)
    for verb in holding:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == "with" and not having:
                having = listed(scene.doc, child.i + 1, verb.sent.end, scene)[0]
    if len(among) > 1:
        return _host(noun, holders, tail, scene) or _joining(holders, scene), among
    pair = compounded(noun, scene.cast)
    if pair:
        return [], pair
    if having:
        own = _holder(noun, holders, scene) or _teller(holders, scene)
        return (own, having) if own and not _may_be_anothers(noun, scene) else ([], [])
    told = _told_at_it(noun, holders, scene)
    if told:
        return _holder(noun, holders, scene), told
    together = _together_at_it(noun, holders, scene)
    if together:
        return [], together
    theirs = any(child.dep_ == "poss" for child in noun.children)
    carried = any(says(holder) in CARRYING for holder in holders[1:2])
    beside = noun.dep_ == "pobj" and noun.head.lower_ in {*AT_IT, *AHEAD} - {"in"}
    beside |= any(holder.lemma_ == "schedule" and holder.tag_ == "VBG" for holder in holders[1:2])
    return [] if beside or not (theirs or carried) else _holder(noun, holders, scene), []


def _may_be_anothers(noun: "Token", scene: Scene) -> bool:
    """Whether what is told after the meeting may be told of another than the main verb's subject: "A spoke as B left,
    following a meeting with C".
    """
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("after", "following"):
        return False
    verb = noun.head.head
    between = [child for child in verb.children if child.dep_ == "advcl" and verb.i < child.i < noun.head.i]
    return any(owner(who, scene) for clause in between for who in clause.children if who.dep_ in ("nsubj", "nsubjpass"))


def _teller(holders: list["Token"], scene: Scene) -> list[int]:
    """Who tells what was after the meeting: "A said so after talks with B ended"."""
    clause = next((holder for holder in holders[1:] if holder.dep_ == "advcl"), None)
    while clause is not None and clause.dep_ in CLAUSES and not is_beside(clause):
        clause = clause.head if clause.head.pos_ in ("VERB", "AUX") else None
        found = [e for who in subjects(clause) for e in owner(who, scene)] if clause is not None else []
        if found:
            return found
    return []


def _told_at_it(noun: "Token", holders: list["Token"], scene: Scene) -> list[int]:
    """Who was told something in the call or at the meeting: "A told B in a phone call"."""
    verb = _verb_at(noun, holders)
    if verb is None or says(verb) in ("holds", "hosts"):
        return []
    told = [child for child in verb.children if child.dep_ in ("dobj", "dative") and not _has_owner(child)]
    told = told if verb.lemma_.lower() in matter_words("tells") else []
    near = (verb, *(child for child in verb.children if child.dep_ == "dobj"))
    links = [c for each in near for c in each.children if c.lower_ == "to" and c.dep_ in ("prep", "dative")]
    told += [thing for link in links for thing in link.children if thing.dep_ == "pobj" and kind_of(noun) == "call"]
    return _persons([entity for thing in told for entity in _list_at(thing, scene)], scene)


def _together_at_it(noun: "Token", holders: list["Token"], scene: Scene) -> list[int]:
    """Who did something together in the call or at the meeting: "A and B discussed the road in a phone call"."""
    verb = _verb_at(noun, holders)
    if verb is None or any(child.lower_ == "of" or child.dep_ == "poss" for child in noun.children):
        return []
    if verb.lemma_.lower() not in matter_words("discusses") | matter_words("results"):
        return []
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    found = _distinct([entity for who in own for entity in named(who, scene.cast)], scene)
    return found if len(found) > 1 else []


def _verb_at(noun: "Token", holders: list["Token"]) -> "Token | None":
    """The verb of what was done in a call or at a meeting of a few; of a summit many take part."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during", "at", "on") or noun.lemma_.lower() in LARGE:
        return None
    return next((holder for holder in holders[1:] if holder == noun.head.head), None)


def _has_owner(thing: "Token") -> bool:
    """Whether it is somebody's: who discussed "A's visit" in a call did not call A."""
    return any(child.dep_ == "poss" for child in thing.children)


def _holder(noun: "Token", holders: list["Token"], scene: Scene) -> list[int]:
    """Whose meeting it is: the possessive's, else the subject's of the verb that carries it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return owner(child, scene)
    for verb in holders[1:]:
        who = subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
        if who and noun not in who:
            entities = [e for one in who for e in owner(one, scene)]
            if verb.lemma_.lower() in ARRANGING:
                return []
            return _persons(entities, scene) if says(verb) == "hosts" else entities
    return []


def _host(noun: "Token", holders: list["Token"], tail: Tail, scene: Scene) -> list[int]:
    """The person who hosts talks between others takes part in them; a city that hosts them is their place."""
    if tail.host is not None:
        return _persons(owner(tail.host, scene), scene)
    clauses = [child for child in noun.children if child.dep_ in ("relcl", "acl")]
    for verb in (*clauses, *holders[1:]):
        who = subjects(verb) if says(verb) == "hosts" else []
        if who:
            return _persons([e for one in who for e in owner(one, scene)], scene)
    return []


def _joining(holders: list["Token"], scene: Scene) -> list[int]:
    """Who is told to take part in talks between others: "C joined talks between A and B"."""
    for verb in holders[1:2]:
        if says(verb) == "holds" and verb.lemma_.lower() in JOINING:
            return _persons([e for one in subjects(verb) for e in owner(one, scene)], scene)
    return []


def _persons(entities: list[int], scene: Scene) -> list[int]:
    return [entity for entity in entities if scene.cast.entities[entity].kind == "person"]
