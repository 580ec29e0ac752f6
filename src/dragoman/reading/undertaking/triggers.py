"""The words for undertakings in one article: verbs, adjectives and nouns, with who undertakes and what."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.undertakings import Part, Word, undertaking_words
from dragoman.model.reading import CommitmentStatus
from dragoman.reading.undertaking.contents import (
    OF_FRAMES,
    REFLEXIVES,
    Complement,
    complement,
    condition_of,
    cut,
    is_object,
    trimmed,
)
from dragoman.reading.undertaking.parties import (
    Room,
    attributed,
    is_quoted,
    meeting_parties,
    spoken_for,
    subjects_of,
    who,
)
from dragoman.reading.undertaking.standing import WILL, Standing, is_open_above, own_standing, standing_of

if TYPE_CHECKING:
    from dragoman.language.parser import Token

STATUSES: dict[str, CommitmentStatus] = {
    "offered": "offered", "agreed": "agreed", "undertaken": "undertaken", "refused": "refused", "repeated": "repeated",
}  # fmt: skip
PARTICLES = frozenset({"back", "out", "along", "up", "away"})
"""Words right behind a verb that belong to it, whatever the parse takes them for."""
MOST_JOINED = 4
NOUNS = frozenset({"dobj", "pobj", "compound", "nsubj"})
"""What a verb is not: the parse takes "guarantees" for one."""
GIVEN_BY = frozenset({"of", "by", "from"})
OF_LIMITS = Word("", frozenset({"limit"}))
KEEPING: tuple[Part, ...] = ("keeps", "keeps to", "breaks", "breaks to")
REALMS = frozenset({"NORP", "GPE", "ORG"})
"""Entity labels of a word that tells whose an offer is: "a Norwegian offer"."""


class Draft(NamedTuple):
    """An undertaking as the words show it: the word for it, the verb that tells it, who and what."""

    word: "Token"
    verb: "Token"
    status: CommitmentStatus
    actors: list[int]
    content: tuple["Token", ...]
    condition: tuple["Token", ...] = ()
    by: tuple[int, ...] | None = None
    """On whose word it is told, where the words for it say so themselves: who accuses."""


def drafts_at(word: "Token", room: Room) -> Iterator[Draft]:
    """The undertakings for which this is the word."""
    if word.dep_ in ("acomp", "oprd") and word.lower_ in undertaking_words("adjective"):
        yield from _by_adjective(word, room)
    elif word.pos_ in ("VERB", "AUX"):
        yield from _by_participle(word, room)
        yield from _by_verb(word, room)
        yield from _by_utmost(word, room)
    elif word.pos_ == "ADJ":
        yield from _by_adjective(word, room)
    elif word.pos_ == "NOUN":
        yield from _by_noun(word, room)
        yield from _by_pact(word, room)


def _by_verb(verb: "Token", room: Room) -> Iterator[Draft]:
    known = undertaking_words("verb").get(with_particle(verb))
    if known is None or (verb.tag_ == "VBN" and _is_state(verb)) or verb.dep_ in NOUNS:
        return
    found = complement(verb, known.frames) or _suffered(verb, known)
    if found is not None:
        actors = subjects_of(verb, room) or attributed(verb, room)
        if found.clause and known.says != "agreed":
            actors = _promised_for(found.head, actors, room)
        yield from _told(verb, verb, STATUSES[known.says], actors, found)


def with_particle(verb: "Token") -> str:
    """The verb as dictionaries have it: "rule out"."""
    after = next((child for child in verb.children if child.i == verb.i + 1), None)
    joined = after is not None and (after.dep_ == "prt" or after.lower_ in PARTICLES)
    return f"{verb.lemma_.lower()} {after.lower_ if after is not None and joined else ''}".strip()


def _suffered(verb: "Token", known: Word) -> Complement | None:
    """What is refused or accepted where the verb is passive: "the offer was rejected by Velmar"."""
    if not known.frames & OF_FRAMES or not any(child.dep_ == "agent" for child in verb.children):
        return None
    things = [child for child in verb.children if child.dep_ == "nsubjpass" and is_object(child, known.frames)]
    return Complement(cut(things[0]), things[0]) if things else None


def _is_state(verb: "Token") -> bool:
    """Whether a participle with "be" says how somebody is, as adjectives do."""
    return verb.lower_ in undertaking_words("adjective") and any(c.dep_ == "auxpass" for c in verb.children)


def _promised_for(clause: "Token", actors: list[int], room: Room) -> list[int]:
    """Who undertakes where a clause says what will be: its subject, if that is who promises, or the state spoken for;
    a promise of what somebody else will do binds nobody.
    """
    named = [child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass", "expl")]
    if all(child.lower_ in ("it", "he", "she", "they", "we", "i") for child in named):
        return actors if all(_may_mean(child.lower_, actors, room) for child in named) else []
    inner = [e for child in named for e in who(child, room)]
    if not inner or not actors:
        return [] if inner else actors
    return inner if set(inner) <= {*actors, *(spoken_for(e, room) for e in actors)} else []


def _may_mean(pronoun: str, actors: list[int], room: Room) -> bool:
    """Whether the pronoun may take up who promises."""
    known = [room.scene.cast.entities[e] for e in actors]
    if pronoun == "it":
        return all(entity.kind != "person" for entity in known)
    wanted = {"he": "male", "she": "female"}.get(pronoun)
    return wanted is None or all(entity.kind == "person" and entity.gender in (None, wanted) for entity in known)


def _by_participle(verb: "Token", room: Room) -> Iterator[Draft]:
    """The verb of "is prepared to", "is committed to"."""
    known = undertaking_words("adjective").get(verb.lower_)
    if known is not None and _is_state(verb) and (found := complement(verb, known.frames)):
        yield from _state(verb, verb, STATUSES[known.says], found, room)


def _by_adjective(word: "Token", room: Room) -> Iterator[Draft]:
    known, verb = undertaking_words("adjective").get(word.lower_), word.head
    lemma = verb.lemma_.lower()
    if known is None or word.dep_ not in ("acomp", "oprd", "attr", "conj", "xcomp", "advmod", "amod"):
        return
    verb = verb.head if word.dep_ == "conj" and verb.pos_ == "ADJ" else verb
    lemma = verb.lemma_.lower()
    if lemma in undertaking_words("stands") or lemma in undertaking_words("remains"):
        found = complement(word, known.frames) or complement(verb, known.frames & {"to"})
        if found is not None:
            yield from _state(word, verb, STATUSES[known.says], found, room)


def _state(word: "Token", verb: "Token", status: CommitmentStatus, found: Complement, room: Room) -> Iterator[Draft]:
    """How somebody is disposed; how they were, unless someone tells it of that time, says nothing of now."""
    past = any(t.tag_ == "VBD" for t in (verb, *verb.children))
    if status == "offered" and past and (is_quoted(verb, room) or not _is_reported(verb)):
        return
    if _is_none(status, found) or (word.lower_ == "happy" and found.head.lemma_ in undertaking_words("felt")):
        return
    if verb.lemma_.lower() in undertaking_words("remains"):
        status = "repeated"
    if word.lower_ == "willing" and standing_of(verb) == "denied":
        yield Draft(word, verb, "refused", subjects_of(verb, room), found.words)
        return
    sure = condition_of(verb, word, found.head)[1]
    if status == "offered" and not sure and own_standing(verb) == "would" and _is_reported(verb):
        if not is_open_above(verb):
            yield Draft(word, verb, status, subjects_of(verb, room), found.words)
        return
    yield from _told(word, verb, status, subjects_of(verb, room), found)


def _is_reported(verb: "Token") -> bool:
    """Whether the clause is what somebody is told to have said, whose tense is that of the telling."""
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    return verb.dep_ == "ccomp" and verb.head.lemma_ != "be"


def _told(
    word: "Token", verb: "Token", status: CommitmentStatus, actors: list[int], found: Complement
) -> Iterator[Draft]:
    """The draft if the verb tells it as a fact, or under a condition."""
    standing: Standing = standing_of(verb)
    condition, sure = condition_of(verb, word, found.head)
    if standing not in ("told", "would") or (standing == "would" and not sure) or _is_none(status, found):
        return
    if sure and status != "refused":
        status = "conditional"
    elif any(child.lower_ in undertaking_words("again") for child in (*verb.children, *word.children)):
        status = "repeated" if status in ("offered", "undertaken") else status
    content = tuple(token for token in found.words if token not in condition)
    yield Draft(word, verb, status, actors, content, condition)


def _is_none(status: CommitmentStatus, found: Complement) -> bool:
    """Whether the infinitive makes it none: who declines to comment refuses nobody, who is ready to strike offers
    nothing.
    """
    lemma = found.head.lemma_.lower()
    if found.head.pos_ not in ("VERB", "AUX"):
        return False
    if lemma == "do" and any(child.lower_ == "so" for child in found.head.children):
        return True
    if any(c.dep_ == "dobj" and c.lemma_.lower() in undertaking_words("vague") for c in found.head.children):
        return True
    if status == "refused" and any(c.dep_ == "auxpass" for c in found.head.children):
        return True
    if any(t.tag_ in ("WP", "WDT") and t.lower_ == "what" and t.head == found.head for t in found.head.sent):
        return True
    part: Part = "telling" if status == "refused" else "hostile"
    return status in ("refused", "offered") and lemma in undertaking_words(part)


def _by_utmost(verb: "Token", room: Room) -> Iterator[Draft]:
    """The undertaking of who "will do everything to"."""
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.lemma_ == "do" and thing is not None and thing.lower_ in undertaking_words("utmost") and helpers & WILL:
        words = tuple(sorted((t for t in verb.subtree if t.i >= thing.left_edge.i), key=lambda token: token.i))
        if standing_of(verb) == "will" and len(words) > 1:
            run = words[: next((n for n, t in enumerate(words) if t.i != words[0].i + n), len(words))]
            condition, sure = condition_of(verb)
            content = trimmed([token for token in run if token not in condition])
            status: CommitmentStatus = "conditional" if sure else "undertaken"
            yield Draft(thing, verb, status, subjects_of(verb, room), content, condition)


def _by_noun(noun: "Token", room: Room) -> Iterator[Draft]:
    known = undertaking_words("noun").get(noun.lemma_.lower())
    found = complement(noun, known.frames) if known is not None else None
    verb, top = carrier(noun)
    if known is None or found is None:
        return
    if verb is None:
        poss = _owner(noun, found.head)
        if "own" in known.frames and poss is not None:
            yield from _owned(noun, STATUSES[known.says], who(poss, room), found)
        return
    voiced = undertaking_words("voices").get(verb.lemma_.lower())
    poss = _owner(noun, found.head) or (_owner(top, found.head) if top is not noun else None)
    tells = voiced is not None or verb.lemma_.lower() in undertaking_words("tells")
    if "own" in known.frames and poss is not None and not tells:
        yield from _owned(noun, STATUSES[known.says], who(poss, room), found)
        return
    if not tells or (poss is None and voiced is None):
        return
    actors = who(poss, room) if poss is not None else subjects_of(verb, room)
    status = STATUSES[voiced.says if voiced is not None and voiced.says else known.says]
    yield from _told(noun, verb, status, actors, found)


def _owned(noun: "Token", status: CommitmentStatus, actors: list[int], found: Complement) -> Iterator[Draft]:
    """The undertaking of "Velmar's offer to mediate", which is told as made wherever it stands, unless somebody asks
    for it or it is only supposed.
    """
    above = next((token for token in noun.ancestors if token.pos_ in ("VERB", "AUX")), noun)
    if noun.lemma_.lower() in undertaking_words("kept") and any(
        undertaking_words(part).get(above.lemma_.lower(), OF_LIMITS).frames != OF_LIMITS.frames for part in KEEPING
    ):
        return
    asked = any(token.lemma_.lower() in undertaking_words("unsure") for token in (above, *noun.lefts))
    if not asked and not _is_none(status, found) and standing_of(above) != "open":
        # Where a statement is of the bare noun ("spoke out against the offer"), the outlet tells that it was made.
        yield Draft(above, above, status, actors, found.words)


def carrier(noun: "Token") -> tuple["Token | None", "Token"]:
    """The verb whose object the noun is, alone or joined to others, and the first of those."""
    top = noun
    for _ in range(MOST_JOINED):
        if top.dep_ != "conj" or top.head.pos_ not in ("NOUN", "PROPN"):
            break
        top = top.head
    return (top.head if top.dep_ in ("dobj", "nsubjpass") and top.head.pos_ == "VERB" else None), top


def _owner(noun: "Token", of: "Token") -> "Token | None":
    """Whose it is: "its", "Oslo's", "a Norwegian", "the readiness of Norway", "a pledge by Norway"; never what
    it is ``of``.
    """
    poss = next((child for child in noun.children if child.dep_ == "poss"), None)
    if poss is not None and poss.lower_ not in REFLEXIVES:
        return poss
    links = (child for child in noun.children if child.dep_ in ("prep", "agent") and child.lower_ in GIVEN_BY)
    by = next((thing for link in links for thing in link.children if thing.dep_ == "pobj" and thing != of), None)
    adjective = (child for child in noun.children if child.dep_ in ("amod", "compound") and child.ent_type_ in REALMS)
    return by or next(adjective, None)


def _by_pact(noun: "Token", room: Room) -> Iterator[Draft]:
    """An agreement that several reach, or that talks yield."""
    known = undertaking_words("pact").get(noun.lemma_.lower())
    found = complement(noun, known.frames) if known is not None else None
    if known is None or found is None:
        return
    verb, _ = carrier(noun)
    if verb is None and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "with", "to"):
        verb = noun.head.head
    if verb is None or verb.pos_ != "VERB":
        return
    lemma, subject = verb.lemma_.lower(), next((c for c in verb.children if c.dep_ == "nsubj"), None)
    actors: list[int] = []
    if lemma in undertaking_words("reaches"):
        actors = partners(noun, verb, room)
        if noun.dep_ == "nsubjpass" and not actors:
            actors = meeting_parties(None, noun, room)
    if not actors and lemma in {**undertaking_words("yields"), **undertaking_words("reaches")} and subject is not None:
        actors = meeting_parties(subject, noun, room)
    if len(actors) > 1:
        yield from _told(noun, verb, "agreed", actors, found)


def partners(noun: "Token", verb: "Token", room: Room) -> list[int]:
    """Who reaches it: the subjects, those "with" whom, or those "between" whom it is."""
    own = subjects_of(verb, room) if noun.dep_ == "dobj" else []
    links = [c for word in (noun, verb) for c in word.children if c.dep_ == "prep"]
    among = [c for c in links if c.lower_ in ("between", "among")]
    beside = [c for c in links if c.lower_ == "with" and own]
    found = own + [e for link in (among or beside) for t in link.children if t.dep_ == "pobj" for e in who(t, room)]
    return list(dict.fromkeys(found))
