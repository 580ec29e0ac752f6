"""What somebody says that they themselves will or will not do: "said that it would lift the tolls"; and what parties
are to do by an accord that they have made: "under the accord, Velmar must lift the tolls".

Only deeds that are given to others count, such as parties to talks undertake (a listed verb); saying that one will not
do what one was to grant is refusing it. What A says that B will do is A's expectation, and none of B's undertakings.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.undertakings import undertaking_words
from dragoman.model.reading import CommitmentStatus, Statement
from dragoman.reading.undertaking.contents import condition_of, cut
from dragoman.reading.undertaking.parties import Room, around, is_quoted, spoken_for, subjects_of, who
from dragoman.reading.undertaking.standing import WILL, is_infinitive, is_open_above
from dragoman.reading.undertaking.triggers import Draft, with_particle

if TYPE_CHECKING:
    from dragoman.language.parser import Token

WOULD = frozenset({"would", "'d", "’d"})
NEVER = frozenset({"not", "n't", "n’t", "never"})
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
    if known is None or modal not in WILL | WOULD or any(child.lower_ in AT_MOST for child in verb.children):
        return
    negation = next((child for child in verb.children if child.lower_ in NEVER or _is_no_longer(child)), None)
    status: CommitmentStatus = "refused" if negation is not None and "granted" in known.frames else "undertaken"
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    bare = "object" in known.frames and not any(child.pos_ == "NOUN" for child in objects)
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
    return set(actors) <= {*said.speakers, *(spoken_for(speaker, room) for speaker in said.speakers)}
