"""What somebody says that they themselves will or will not do: "said that it would lift the tolls"; and what parties
are to do by an accord that they have made: "under the accord, Velmar must lift the tolls".

Only deeds that are given to others count, such as parties to talks undertake (a listed verb); saying that one will not
do what one was to grant is refusing it. What A says that B will do is A's expectation, and none of B's undertakings.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.names import fold
from dragoman.knowledge.undertakings import undertaking_words
from dragoman.model.reading import CommitmentStatus, Statement
from dragoman.reading.undertaking.contents import condition_of, cut, is_object
from dragoman.reading.undertaking.parties import Room, around, is_quoted, spoken_for, subjects_of, who
from dragoman.reading.undertaking.standing import WILL, is_infinitive, is_open_above, standing_of
from dragoman.reading.undertaking.triggers import Draft, with_particle

if TYPE_CHECKING:
    from dragoman.language.parser import Token

WOULD = frozenset({"would", "'d", "’d"})
NEVER = frozenset({"not", "n't", "n’t", "never"})
CAN = frozenset({"can", "could", "ca"})
"""With "not" before what parties to talks do, these refuse it: "we cannot accept it"."""
NAMED = frozenset({"listed", "barred"})
MOST_BETWEEN = 3
MUST = frozenset({"must", "will", "shall"})
BOUND = frozenset({"have", "be", "suppose", "require", "oblige", "commit"})
DEFINITE = frozenset({"the", "this", "that", "its", "their"})
SOUGHT = frozenset(
    {"draft", "final", "potential", "possible", "proposed", "future", "eventual", "prospective", "emerging"}
)
AT_MOST = frozenset({"only", "probably", "likely", "perhaps", "maybe", "eventually", "hopefully", "presumably"})
"""Words beside a verb that make of what will be a guess or a limit."""


def announced_at(verb: "Token", room: Room) -> Iterator[Draft]:
    """The undertaking that this verb tells, with "will" or "would" of who says so."""
    known = undertaking_words("deed").get(with_particle(verb)) if verb.tag_ == "VB" else None
    modal = next((c.lower_ for c in verb.children if c.tag_ == "MD"), "") if known is not None else ""
    if known is None or modal not in WILL | WOULD | CAN or any(child.lower_ in AT_MOST for child in verb.children):
        return
    negation = next((child for child in verb.children if child.lower_ in NEVER or _is_no_longer(child)), None)
    if (modal in CAN and "unable" not in known.frames) or (known.says == "offered" and negation is None):
        return
    status: CommitmentStatus = "refused" if negation is not None and "granted" in known.frames else "undertaken"
    status = "offered" if known.says == "offered" else status
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    bare = "object" in known.frames and not any(child.pos_ == "NOUN" for child in objects)
    bare = bare or ("named" in known.frames and not any(is_object(child, NAMED) for child in objects))
    bare = bare and not ("from" in known.frames and _leaves(verb))
    if any(child.dep_ == "mark" and child.lower_ in undertaking_words("open") for child in verb.children):
        return
    if bare or (known.says == "refused" and status != "refused") or is_open_above(verb):
        return
    condition, sure = condition_of(verb)
    if modal in WOULD and is_quoted(verb, room) and not sure:
        return
    actors = subjects_of(verb, room)
    if actors and _is_own(verb, actors, room):
        start = verb if negation is None or status == "refused" else negation
        content = tuple(token for token in cut(verb) if token.i >= start.i and token not in condition)
        yield Draft(verb, verb, "conditional" if sure and status != "refused" else status, actors, content, condition)


def _leaves(verb: "Token") -> bool:
    """Whether it is told from where: "pull back from the road"."""
    return any(t.lower_ == "from" and t.dep_ == "prep" and t.i - verb.i <= MOST_BETWEEN for t in verb.subtree)


def said_at(verb: "Token", room: Room) -> Iterator[Draft]:
    """The refusal of who "said no", and what a side that speaks lets others do: "inspectors would be allowed in"."""
    lemma = verb.lemma_.lower()
    if lemma == "say":
        yield from _said_no(verb, room)
    elif lemma in ("allow", "permit") and verb.tag_ == "VBN":
        yield from _allowed(verb, room)


def _said_no(verb: "Token", room: Room) -> Iterator[Draft]:
    no = next((c for c in verb.children if c.lower_ in ("no", "yes") and c.i == verb.i + 1 and c.dep_ != "det"), None)
    if no is None or standing_of(verb) != "told" or is_quoted(no, room) != is_quoted(verb, room):
        return
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"]
    content = (verb, no, *(t for link in links if link.i == no.i + 1 for t in cut(link)))
    yield Draft(verb, verb, "refused" if no.lower_ == "no" else "agreed", subjects_of(verb, room), content)


def _allowed(verb: "Token", room: Room) -> Iterator[Draft]:
    """What others will or will not be allowed, as a state or body says, or who speaks for one."""
    teller = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in undertaking_words("remains") else verb
    modal = next((child.lower_ for child in teller.children if child.tag_ == "MD"), "")
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    subject = next((child for child in teller.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if not passive or modal not in WILL | WOULD or subject is None or subject.pos_ == "PRON" or is_open_above(teller):
        return
    told = any(child.dep_ == "xcomp" and is_infinitive(child) for child in verb.children)
    said = next((s for s in around(teller, room.scene) if s.kind == "speech"), None)
    if not told or said is None or len(said.speakers) != 1 or not _is_plain(said, room):
        return
    entities, actor = room.scene.cast.entities, spoken_for(said.speakers[0], room)
    allowed = [entities[e].kind for e in who(subject, room)]
    if entities[actor].kind not in ("state", "body") or actor in who(subject, room) or "state" in allowed:
        return
    negation = next((child for child in teller.children if child.lower_ in NEVER or _is_no_longer(child)), None)
    words = tuple(token for token in cut(teller) if token.i >= subject.left_edge.i)
    yield Draft(verb, teller, "refused" if negation is not None else "undertaken", [actor], words)


def due_at(verb: "Token", room: Room) -> Iterator[Draft]:
    """What the subject of this verb is to do "under the accord", which it has agreed to by making it."""
    if verb.pos_ not in ("VERB", "AUX") or not any(_is_made(child) for child in verb.children):
        return
    modal = next((child.lower_ for child in verb.children if child.tag_ == "MD"), "")
    bound = verb.lemma_.lower() in BOUND and not modal
    told = next((c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)), None) if bound else verb
    denied = any(child.dep_ == "neg" for child in verb.children)
    if told is None or denied or not (bound or modal in MUST) or told.lemma_.lower() in undertaking_words("felt"):
        return
    named = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    passive = any(child.dep_ == "auxpass" for child in told.children)
    actors = [] if passive or is_open_above(verb) else [e for child in named for e in who(child, room)]
    content = tuple(token for token in cut(told) if token.i >= (told.left_edge if bound else told).i)
    if actors and content:
        yield Draft(verb, verb, "agreed", actors, content)


def _is_made(link: "Token") -> bool:
    """Whether it says "under the accord" or "as part of it" of one that stands, and is not only sought."""
    thing = next((child for child in link.children if child.dep_ == "pobj"), None)
    if link.dep_ != "prep" or thing is None or link.lower_ not in ("under", "as"):
        return False
    if (link.lower_ == "as") != (thing.lemma_.lower() == "part"):
        return False
    if thing.lemma_.lower() in ("term", "part"):
        thing = next((c for of in thing.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"), None)
    kept = undertaking_words("kept").get(thing.lemma_.lower()) if thing is not None else None
    beside = {child.lower_ for child in thing.children} if thing is not None else set()
    return kept is not None and "pact" in kept.frames and bool(beside & DEFINITE) and not beside & SOUGHT


def _is_no_longer(word: "Token") -> bool:
    return word.lower_ in ("longer", "more") and word.i > 0 and word.nbor(-1).lower_ == "no"


def _is_plain(said: Statement, room: Room) -> bool:
    """Whether the cue only tells that it was said: who argues that "it will help" speaks of something else."""
    cue = [t for span in said.cue for t in room.scene.doc.char_span(*span, alignment_mode="expand") or ()]
    lemmas = {token.lemma_.lower() for token in cue}
    return not cue or any(lemmas & set(undertaking_words(part)) for part in ("says", "voices", "verb"))


def _is_own(verb: "Token", actors: list[int], room: Room) -> bool:
    """Whether those who will do it are those who say so, or the state or body for which they speak."""
    said = next((s for s in around(verb, room.scene) if s.kind == "speech"), None)
    if said is None or not said.speakers or not _is_plain(said, room):
        return False
    own = {*said.speakers, *(spoken_for(speaker, room) for speaker in said.speakers)}
    return set(actors) <= own or all(_is_of(speaker, actors, room) for speaker in said.speakers)


def _is_of(speaker: int, actors: list[int], room: Room) -> bool:
    """Whether a speaker without a name is told to be of the one that acts: "a senior Guard official"."""
    entities = room.scene.cast.entities
    one, acting = entities[speaker], entities[actors[0]]
    if len(actors) != 1 or one.kind not in ("unnamed", "group") or acting.kind not in ("state", "body"):
        return False
    named = fold(one.name).split()
    short = any(" " not in name and fold(name) in named for name in acting.names)
    return short or (acting.kind == "state" and acting.country is not None and one.country == acting.country)
