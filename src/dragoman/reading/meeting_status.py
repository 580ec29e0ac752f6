"""Whether a meeting was held: what the words above and beside its name say of it."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.tables import table
from dragoman.model.reading import MeetingStatus
from dragoman.reading.tense import verb_tense

if TYPE_CHECKING:
    from dragoman.language.parser import Token

AT_IT = {"after", "following", "during", "at", "in", "upon", "since"}
"""Prepositions that put what the verb tells at or after the meeting, so that it was held if the verb looks back."""
TOPIC = {"over", "about", "regarding", "concerning", "despite", "without", "from"}
"""Prepositions behind which a meeting is only spoken of."""
AHEAD = {"before", "ahead"}
TELLING = {"nsubj", "nsubjpass", "advcl", *AT_IT, *AHEAD}
"""How a meeting hangs on a verb that tells of it as a fact."""
MODALS = {"would", "could", "may", "might", "should", "can", "must"}
GOING = {"go", "fly", "travel", "head", "come", "return", "arrive", "land"}
"""Verbs of going to where a meeting is to be: "flew to Lisk for talks"."""
UNSURE = {"if", "whether", "unless"}
AGREEING = {"agree", "accept"}
ROUNDS = {"round", "session"}
"""Nouns that name no meeting themselves but a part of one: "a round of talks" is told by "talks"."""
MOST_STEPS = 8
TOLD: tuple[MeetingStatus, ...] = ("planned", "proposed", "refused", "postponed", "cancelled", "denied")
STATUSES: dict[str | None, MeetingStatus] = {**{status: status for status in TOLD}, "invites": "proposed"}


@cache
def meeting_words() -> dict[tuple[str, str], str]:
    """What a word (lemma, with its particle) says of a meeting, by word and part of speech."""
    return {(row["word"], row["part"]): row["says"] for row in table("meeting_words").rows}


def is_preposition(token: "Token") -> bool:
    """Whether the word joins the meeting to a verb; "following" is one though its form is a verb's."""
    return token.pos_ in ("ADP", "SCONJ") or token.dep_ == "prep"


def says(token: "Token") -> str | None:
    """What this word says of a meeting: a status, or how the meeting hangs on it ("holds", "hosts", "meets")."""
    part = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(token.pos_, "")
    lemma = token.lemma_.lower()
    if part == "verb":
        for child in token.children:
            phrase = meeting_words().get((f"{lemma} {child.lower_}", part))
            if phrase and child.dep_ in ("prt", "prep", "dobj", "advmod"):
                return phrase
    return meeting_words().get((lemma, part))


def status_of(trigger: "Token") -> MeetingStatus | None:
    """The status that the words give the meeting named or told by this token; nothing where they do not tell."""
    if trigger.pos_ in ("NOUN", "PROPN"):
        for child in (*trigger.children, *_whole(trigger)):
            if child.dep_ in ("amod", "acl", "relcl"):
                found = _beside(child)
                if found is not None:
                    return found
    found = _above(trigger)
    return STATUSES[says(trigger)] if found == "held" and says(trigger) == "invites" else found


def _whole(noun: "Token") -> Iterator["Token"]:
    """What stands beside the noun that this one is a part of: "the next round of talks"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in ROUNDS:
        yield from noun.head.head.children


def _beside(child: "Token") -> MeetingStatus | None:
    """The status in an adjective ("the next meeting") or a clause of the noun's own ("talks held in Lisk")."""
    adjective = STATUSES.get(meeting_words().get((child.lower_, "adjective"))) if child.dep_ == "amod" else None
    word = says(child)
    if adjective is not None or word in STATUSES:
        return adjective or STATUSES[word]
    if word not in ("holds", "hosts"):
        return None
    if any(helper.dep_ in ("aux", "auxpass") and helper.tag_ == "TO" for helper in child.children):
        return "planned"
    tense = verb_tense(child)
    return None if tense is None else "held" if tense == "past" else "planned"


def _above(trigger: "Token") -> MeetingStatus | None:
    token, came_by = trigger, ""
    for _ in range(MOST_STEPS):
        if is_preposition(token):
            if token.lower_ in TOPIC:
                return None
            if token.lower_ in AHEAD and trigger.pos_ != "VERB":
                return "planned"
            came_by = token.lower_
        elif token.pos_ in ("VERB", "AUX"):
            found, ended = _by_verb(token, trigger, came_by)
            if ended:
                return found
            came_by = "to" if _is_infinitive(token) else token.dep_
        elif token is not trigger and says(token) in STATUSES:
            return _called_off(token) or STATUSES[says(token)]
        elif token.dep_ in ("nsubj", "nsubjpass", "dobj"):
            came_by = token.dep_
        if token.head == token:
            return None
        token = token.head
    return None


def _called_off(noun: "Token") -> MeetingStatus | None:
    """What became of the offer or the plan, where its verb says so: "refused an offer", "cancelled plans"."""
    found = STATUSES.get(says(noun.head)) if noun.dep_ in ("dobj", "nsubjpass") else None
    return found if found in ("refused", "cancelled", "postponed") else None


def _is_infinitive(verb: "Token") -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _by_verb(verb: "Token", trigger: "Token", came_by: str) -> tuple[MeetingStatus | None, bool]:
    """The status that a verb gives, and whether the search ends here."""
    word = says(verb) if verb is not trigger else None
    lead = _lead(verb)
    helpers = {child.lower_ for child in lead.children if child.dep_ in ("aux", "auxpass")}
    negated = any(child.dep_ == "neg" for child in lead.children)
    future = verb_tense(verb) == "future"
    if word in STATUSES and came_by not in AT_IT:
        return (None if negated else "proposed" if helpers & MODALS or _is_open(verb) else STATUSES[word]), True
    holds = verb is trigger or word in ("holds", "hosts", "receives")
    if negated and holds:
        return ("refused" if future else "denied"), True
    if holds and helpers & MODALS:
        return ("planned" if "would" in helpers and _is_reported(verb) else "proposed"), True
    if _is_open(verb) or helpers & MODALS:
        return ("proposed" if holds else None), True
    if came_by == "for" and verb.lemma_.lower() in GOING:
        return "planned", True
    if verb.lemma_ == "be" and (came_by == "to" or _is_to_be_held(verb)):
        return "planned", True
    if _is_infinitive(verb) or (verb.tag_ == "VBG" and not helpers):
        return None, verb.dep_ == "ROOT"
    if not holds and (came_by not in TELLING or _is_too_much(verb)):
        return None, True
    return ("planned" if future or (holds and _is_awaited(verb)) else "held"), True


def _lead(verb: "Token") -> "Token":
    """The verb whose helpers are this one's too: "would not shake hands or meet"."""
    own = any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children)
    return verb.head if verb.dep_ == "conj" and verb.tag_ == "VB" and not own else verb


def _is_to_be_held(verb: "Token") -> bool:
    """Whether the verb says that the meeting "is to" be held."""
    return any(child.dep_ == "xcomp" and _is_infinitive(child) and says(child) == "holds" for child in verb.children)


def _is_too_much(verb: "Token") -> bool:
    """Whether the meeting is told to be "too complicated": then there is none."""
    return any(part.lower_ == "too" for child in verb.children if child.dep_ == "acomp" for part in child.children)


def _is_reported(verb: "Token") -> bool:
    """Whether "would" is the "will" of someone who is told to have said so."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and not _is_open(verb)


def _is_open(verb: "Token") -> bool:
    return any(child.dep_ == "mark" and child.lower_ in UNSURE for child in verb.children)


def _is_awaited(verb: "Token") -> bool:
    """Whether a present tense looks ahead: "when he meets B", "after A agrees and meets B"."""
    links = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    joined = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and _is_awaited(verb.head)
    return verb.tag_ in ("VBZ", "VBP") and (joined or bool(links & {"when", "once", "before", "until", "after"}))


def is_offered(trigger: "Token") -> bool:
    """Whether a word of proposing, planning or refusing stands above the meeting, not the future tense alone."""
    token = trigger
    for _ in range(MOST_STEPS):
        if token is not trigger and says(token) in STATUSES:
            return True
        if token.head == token:
            break
        token = token.head
    return False


def is_agreed(trigger: "Token") -> bool:
    """Whether someone is told to have agreed to the meeting, which is that one's word alone."""
    return any(token.lemma_.lower() in AGREEING for token in trigger.ancestors)
