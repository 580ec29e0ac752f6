"""Whether the words around a text's name tell that it was made, or that somebody is after one."""

from typing import TYPE_CHECKING

from dragoman.model.reading import InstrumentKind, Standing, Timex
from dragoman.reading.instrument_scene import Draft, Scene
from dragoman.reading.instrument_words import acts, says
from dragoman.reading.timexes import timexes_in

if TYPE_CHECKING:
    from dragoman.language.parser import Token

MODALS = {"would", "could", "may", "might", "should", "can", "must", "will", "to", "'d", "’d", "ll"}
PERFECT = {"have", "has", "had", "having", "'ve", "’ve"}
NOT = {"n't", "n’t", "not", "never"}
EXCHANGES = {"swap", "exchange"}
FREES = {"free", "release", "return", "swap", "exchange", "hand"}
LIGHT = {"take", "come", "go", "enter"}
"""Verbs that say that a text holds only with another word: "took effect", "came into force"."""
FORCE = {"effect", "force", "hold", "place"}
SOUGHT = {"agreement", "treaty", "protocol", "memorandum", "plan"}
"""Of these "a treaty" is one that is not there yet; "a statement" is one that was made."""
SIGN = {"sign", "reach", "conclude", "agree", "strike", "seal", "clinch", "ink", "forge", "finalise", "finalize"}
"""Those who do this to a text are its parties; who brokers or adopts it need not be."""
MOST_STEPS = 4


def standing_of(head: "Token", kind: InstrumentKind, draft: Draft, scene: Scene) -> Standing | None:
    """How the text stands; nothing where the words leave it open."""
    if draft.sought or kind == "proposal":
        return "sought" if draft.sought else None
    verb = governor(head)
    if verb is not None and is_made(verb) and not is_none(head):
        _when(head, verb, draft, scene)
        return "made"
    if kind in SOUGHT and not is_none(head) and took_its_course(head):
        return "made"
    if draft.made or any(_is_day(scene.timexes[index]) for index in draft.timexes):
        return "made"
    if is_kept(head):
        return None
    if verb is not None and says(verb) is not None and not draft.definite:
        return "sought"
    return "sought" if draft.indefinite and kind in SOUGHT else None


def signers(head: "Token", scene: Scene) -> list[int]:
    """Who is told to have made it: "Velmar and Ostrand signed an accord"; states and bodies alone."""
    verb = governor(head)
    if verb is None or verb.lemma_.lower() not in SIGN or not is_made(verb):
        return []
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    found = [scene.mention_at(token) for each in subjects for token in (each, *each.conjuncts)]
    entities = [mention.entity for mention in found if mention is not None]
    return [each for each in entities if scene.cast.entities[each].kind in ("state", "body")]


def is_kept(head: "Token") -> bool:
    """Whether the words say what is done with a text that is there: "withdraw from a pact", "breach of a truce"."""
    above = head.head
    if head.dep_ == "pobj" and above.lower_ in ("from", "with", "of", "by", "under", "to"):
        return says(above.head) == "keeps"
    return head.dep_ == "dobj" and says(above) == "keeps"


def is_none(head: "Token") -> bool:
    """Whether the words tell that there is none: "no truce was agreed"."""
    return any(child.lower_ in ("no", "neither", "any") for child in head.children if child.dep_ == "det")


def took_its_course(head: "Token") -> bool:
    """Whether the words tell that a text came into force, was carried out, or ended: "a truce collapsed"."""
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ == "in" and head.lower_ in EXCHANGES:
        return is_told(verb.head) and verb.head.lemma_.lower() in FREES  # "freed in a swap"
    if head.dep_ != "nsubj" or not acts(verb, "runs") or not is_told(verb):
        return False
    behind = [child for child in verb.children if child.dep_ in ("prep", "dobj")]
    objects = {each.lower_ for child in behind for each in (child, *child.children)}
    return verb.lemma_.lower() not in LIGHT or bool(objects & FORCE)


def _is_day(timex: Timex) -> bool:
    """Whether the words name a year, a month or a day."""
    return timex.year is not None or timex.month is not None or timex.weekday is not None


def governor(head: "Token") -> "Token | None":
    """The verb whose object or passive subject the text is, or the noun that stands for such a verb."""
    token = head
    for _ in range(MOST_STEPS):
        above = token.head
        if above is token:
            return None
        if token.dep_ in ("dobj", "nsubjpass", "attr") and above.pos_ == "VERB":
            return above if says(above) else None
        if token.dep_ == "pobj" and above.lower_ in ("of", "on", "for", "to", "toward", "towards"):
            if above.head.pos_ in ("NOUN", "VERB") and says(above.head):
                return above.head
            token = above.head
            continue
        if token.dep_ == "conj":
            token = above
            continue
        return None
    return None


def is_made(verb: "Token") -> bool:
    """Whether the verb tells that it came about: in the past, or perfect, and neither denied nor only possible."""
    if says(verb) != "makes" or verb.pos_ != "VERB":
        return False
    return is_done(verb)


def is_told(verb: "Token") -> bool:
    """Whether the verb tells of what was or is: in any tense, and neither denied nor only possible."""
    before = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    possible = before & MODALS and not before & PERFECT
    return verb.tag_ in ("VBD", "VBN", "VBZ", "VBP", "VBG") and not possible and not before & NOT


def is_done(verb: "Token") -> bool:
    """Whether the verb is in the past, or perfect, and neither denied nor only possible."""
    before = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass", "neg")}
    if before & NOT or (before & MODALS and not before & PERFECT):
        return False
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ == "VBN" and bool(before & (PERFECT | {"was", "were", "been"}))


def _when(head: "Token", verb: "Token", draft: Draft, scene: Scene) -> None:
    """A date that says when it was made: "signed an accord on Sunday"."""
    if draft.timexes:
        return
    sentence = head.sent
    for index in timexes_in(scene.timexes, sentence.start_char, sentence.end_char):
        timex = scene.timexes[index]
        words = scene.doc.char_span(*timex.span, alignment_mode="expand")
        if words is None or timex.bound is not None:
            continue
        above = words.root.head
        joined = above.dep_ == "prep" and above.lower_ in ("on", "in") and above.head.i in (verb.i, head.i)
        if joined or (above.i == verb.i and words.root.dep_ == "npadvmod"):
            draft.timexes.append(index)
            return
