"""Whether a meeting was held: what the words above and beside its name say of it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

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
SAYING = {"say", "tell", "speak", "comment", "add", "write", "tweet"}
REMARKS = {"comment", "remark", "statement"}
CALLING = {"have", "hold", "take", "receive", "make", "place", "get", "return", "initiate"}
"""What is done with a phone call."""
UNSURE = {"if", "whether", "unless"}
CONDITIONS = {"if", "unless", "provided", "providing"}
"""What begins the clause of a condition."""
OFF = ("refused", "cancelled", "postponed")
AGREEING = {"agree", "accept"}
ROUNDS = {"round", "session"}
"""Nouns that name no meeting themselves but a part of one: "a round of talks" is told by "talks"."""
MOST_STEPS = 8
TOLD: tuple[MeetingStatus, ...] = ("planned", "proposed", "invited", "refused", "postponed", "cancelled", "denied")
OPEN = ("planned", "proposed", "invited")
STATUSES: dict[str | None, MeetingStatus] = {status: status for status in TOLD}


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
            if phrase and child.dep_ in ("prt", "prep", "dobj", "advmod") and not _is_of_time(child):
                return phrase
    return meeting_words().get((lemma, part))


def _is_of_time(link: "Token") -> bool:
    """Whether the preposition only says when: "called a meeting on Friday"."""
    return any(thing.ent_type_ in ("DATE", "TIME") for thing in link.children)


def status_of(trigger: "Token") -> MeetingStatus | None:
    """The status that the words give the meeting named or told by this token; nothing where they do not tell."""
    found = _told(trigger)
    if trigger.pos_ == "VERB" and says(trigger) == "invited":
        return "invited" if found in ("held", "planned", "proposed") else None
    return "conditional" if found in (*OPEN, "refused") and _has_condition(trigger, found) else found


def _told(trigger: "Token") -> MeetingStatus | None:
    """The status whatever its conditions: what is told beside a noun, unless its verb tells that it was called off."""
    if trigger.pos_ not in ("NOUN", "PROPN"):
        return _above(trigger)
    near = (child for child in (*trigger.children, *_whole(trigger)) if child.dep_ in ("amod", "acl", "relcl"))
    beside = next((found for child in near if (found := _beside(child)) is not None), None)
    above = _above(trigger) if beside in (None, "planned") else None
    return above if beside is None or above in OFF else beside


def _has_condition(trigger: "Token", found: MeetingStatus) -> bool:
    """Whether it would be only if something else were done: "would meet him if", "agreed to talks on condition that";
    and, where it is refused, "will not meet him unless".
    """
    token, marks = trigger, CONDITIONS if found != "refused" else {"unless"}
    for _ in range(MOST_STEPS):
        if token.pos_ in ("VERB", "AUX") and any(_is_condition(child, marks) for child in token.children):
            return True
        if token.head == token or token.dep_ in ("ccomp", "advcl", "relcl"):
            return False
        token = token.head
    return False


def _is_condition(child: "Token", marks: AbstractSet[str]) -> bool:
    if child.dep_ == "prep":
        return child.lower_ == "on" and any(thing.lemma_.lower() == "condition" for thing in child.children)
    words = {each.lower_ for each in child.children}
    clause = child.dep_ == "advcl" and (words & marks or child.lower_ in marks)
    return bool(clause) and "even" not in words and "as" not in words


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
    token, came_by, far, last = trigger, "", False, trigger
    for _ in range(MOST_STEPS):
        far = far or (token is not trigger and token.pos_ == "NOUN" and _is_of(token))
        if is_preposition(token) or _is_ahead_of(token):
            if token.lower_ in TOPIC:
                return None
            if token.lower_ in AHEAD and (trigger.pos_ != "VERB" or _is_saying(token.head)):
                return "planned"
            came_by = (
                "during" if came_by == "pcomp" and token.lower_ == "by" and _meets(last, trigger) else token.lower_
            )
        elif token.pos_ in ("VERB", "AUX"):
            last = token
            found, ended = _by_verb(token, trigger, came_by)
            if ended:
                return None if found == "planned" and far and says(token) not in STATUSES else found
            came_by = "to" if _is_infinitive(token) else token.dep_
        elif token is not trigger and came_by != "in" and says(token) in (*STATUSES, "doubtful"):
            return _became(token) or STATUSES.get(says(token))
        elif token.dep_ in ("nsubj", "nsubjpass", "dobj"):
            came_by = token.dep_
        if token.head == token:
            return None
        token = token.head
    return None


def _meets(verb: "Token", trigger: "Token") -> bool:
    """Whether the verb tells that people meet or speak: "by holding talks", "by making a call", "by meeting B"."""
    call = trigger.lemma_ in ("call", "conversation") and verb.lemma_ in CALLING
    return verb.tag_ == "VBG" and (verb is trigger or call or says(verb) in ("holds", "hosts", "receives"))


def _is_ahead_of(token: "Token") -> bool:
    """Whether it is the adverb of "ahead of"."""
    return token.lower_ == "ahead" and any(child.lower_ == "of" for child in token.children)


def _is_of(noun: "Token") -> bool:
    """Whether the noun is something of the meeting, no part of it and no offer: "the outcome of the talks"."""
    of = any(child.lower_ == "of" for child in noun.children)
    return of and noun.lemma_.lower() not in ROUNDS and says(noun) not in STATUSES


def _is_saying(verb: "Token") -> bool:
    """Whether something is said before the meeting, which then lies ahead: "told reporters before meeting B"."""
    comments = any(
        child.dep_ == "dobj" and child.lemma_ in ("comment", "remark", "statement") for child in verb.children
    )
    return verb.lemma_.lower() in SAYING or comments


def _became(noun: "Token") -> MeetingStatus | None:
    """What became of the offer or the plan, where its verb says so: "refused an offer", "accepted an invitation"."""
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    found = STATUSES.get(says(noun.head))
    if found in OFF:
        return found
    told = verb_tense(noun.head) == "past" and not any(child.dep_ == "neg" for child in noun.head.children)
    return "planned" if noun.head.lemma_ == "accept" and told else None


def _is_infinitive(verb: "Token") -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


class Clue(NamedTuple):
    """A verb above the meeting's word, and how the word hangs on it. ``word`` is what the verb says of a meeting;
    ``holds`` whether it tells that people meet, and ``call`` whether it is a phone call.
    """

    verb: "Token"
    trigger: "Token"
    came_by: str
    word: str | None
    helpers: frozenset[str]
    negated: bool
    future: bool
    call: bool
    holds: bool


Verdict = tuple[MeetingStatus | None, bool]
"""A status, and whether the search ends here."""


def _by_verb(verb: "Token", trigger: "Token", came_by: str) -> Verdict:
    """The status that a verb gives, and whether the search ends here."""
    clue = _clue(verb, trigger, came_by)
    for rule in (_of_no_fact, _by_word, _by_helpers, _of_being):
        found = rule(clue)
        if found is not None:
            return found
    return _by_tense(clue)


def _clue(verb: "Token", trigger: "Token", came_by: str) -> Clue:
    thought = verb.lemma_ == "consider" and came_by == "nsubjpass"  # "talks are considered useful"
    word = says(verb) if verb is not trigger and not thought else None
    lead, call = _lead(verb), trigger.lemma_ in ("call", "conversation")
    return Clue(
        verb,
        trigger,
        came_by,
        word,
        frozenset(child.lower_ for child in lead.children if child.dep_ in ("aux", "auxpass")),
        any(child.dep_ == "neg" for child in lead.children),
        verb_tense(verb) == "future" or (lead is not verb and any(each.lower_ == "will" for each in lead.children)),
        call,
        verb is trigger or word in ("holds", "hosts", "receives", "mediates") or (call and verb.lemma_ in CALLING),
    )


def _of_no_fact(clue: Clue) -> Verdict | None:
    """What is doubted, denied, or only the condition of something else."""
    lead = _lead(clue.verb)
    if _is_doubted(clue.verb) or _is_hypothesis(lead):
        return None, True
    if clue.verb.dep_ == "ccomp" and says(clue.verb.head) == "denied":
        return (None if clue.negated else "denied"), True
    return None


def _by_word(clue: Clue) -> Verdict | None:
    """What the verb's own meaning tells."""
    if clue.word not in STATUSES or clue.came_by in AT_IT:
        return None
    if clue.verb.lemma_ == "withhold" and any(child.lower_ == "until" for child in clue.verb.children):
        return (None if clue.negated or verb_tense(clue.verb) != "past" else "held"), True
    open_yet = clue.helpers & MODALS or _is_open(clue.verb)
    return (None if clue.negated else "proposed" if open_yet else STATUSES[clue.word]), True


def _by_helpers(clue: Clue) -> Verdict | None:
    """What "not", "would" and "whether" tell."""
    if clue.negated and clue.holds:
        return ("refused" if clue.future else "denied"), True
    if clue.holds and clue.helpers & MODALS:
        return ("planned" if "would" in clue.helpers and _is_reported(clue.verb) else "proposed"), True
    if _is_open(clue.verb) or clue.helpers & MODALS:
        return ("proposed" if clue.holds else None), True
    return None


def _of_being(clue: Clue) -> Verdict | None:
    """What going there tells, and what "is" tells: is to be, is possible, the plan is to."""
    verb = clue.verb
    if clue.came_by == "for" and verb.lemma_.lower() in GOING:
        return "planned", True
    if verb.lemma_ != "be":
        return None
    if _is_to(verb):
        return "planned", True
    noun = _subject_of_status(verb) if clue.came_by == "to" else None
    if noun is not None:
        return noun, True
    said = _said_of_it(verb) if clue.came_by == "nsubj" else None
    return (STATUSES.get(said), True) if said is not None else None


def _by_tense(clue: Clue) -> Verdict:
    verb, came_by = clue.verb, clue.came_by
    if _is_infinitive(verb) or (verb.tag_ == "VBG" and not clue.helpers):
        return None, verb.dep_ == "ROOT"
    at_large = verb is clue.trigger and verb.dep_ == "relcl" and verb.tag_ in ("VBP", "VBZ") and not clue.helpers
    beside = came_by not in TELLING and not (clue.call and came_by == "on")
    if at_large or (not clue.holds and (beside or _is_too_much(verb))):
        return None, True
    if clue.holds and _is_awaited(verb):
        main = (verb.head if verb.dep_ == "conj" else verb).head
        return ("conditional" if any(child.lower_ == "would" for child in main.children) else "planned"), True
    return ("planned" if clue.future else "held"), True


def _lead(verb: "Token") -> "Token":
    """The verb whose helpers are this one's too: "would not shake hands or meet"."""
    own = any(child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for child in verb.children)
    return verb.head if verb.dep_ == "conj" and verb.tag_ == "VB" and not own else verb


def _is_to(verb: "Token") -> bool:
    """Whether the verb says that something "is to" be done; what "is an attempt to" or "is ready to" is not."""
    if any(child.dep_ in ("attr", "acomp") for child in verb.children):
        return False
    return any(child.dep_ == "xcomp" and _is_infinitive(child) for child in verb.children)


def _subject_of_status(verb: "Token") -> MeetingStatus | None:
    """What the subject says of what is to be done: "the plan is for A to meet B"."""
    return next(
        (found for child in verb.children if child.dep_ == "nsubj" and (found := STATUSES.get(says(child)))), None
    )


def _said_of_it(verb: "Token") -> str | None:
    """What an adjective says of the meeting itself: "talks are possible"."""
    return next((word for child in verb.children if child.dep_ == "acomp" and (word := says(child))), None)


def _is_doubted(verb: "Token") -> bool:
    """Whether somebody tells that it is not likely: "it is unlikely that they will meet"."""
    if verb.dep_ not in ("ccomp", "csubj"):
        return False
    return any(says(child) == "doubtful" for child in (verb.head, *verb.head.children))


def _is_hypothesis(verb: "Token") -> bool:
    """Whether the verb only tells under which condition something else would be: "if they meet, prices will fall"."""
    return verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.children)


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
