"""Whether words stand with a verb that looks back or one that looks ahead."""

from typing import TYPE_CHECKING

from dragoman.model.reading import Tense
from dragoman.model.spans import Span

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

PLANNED = {"accept", "agree", "aim", "arrange", "due", "expect", "hope", "intend", "invite", "offer", "plan", "prepare"}
PLANNED |= {"promise", "propose", "schedule", "set", "slate", "want"}
"""Words after which an infinitive, or a noun behind "to" or "for", tells of what is to come."""
AHEAD = {"to", "for"}
MODALS = {"will", "shall", "'ll", "’ll", "wo", "going"}
FINITE_PAST = {"VBD", "VBN"}
MOST_STEPS = 12


def tense_of(doc: "Doc", span: Span) -> Tense | None:
    """The tense of the nearest verb above the words that has one; nothing where it tells neither past nor future."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None:
        return None
    token, ahead = words.root, False
    for _ in range(MOST_STEPS):
        ahead = ahead or (token.lower_ in AHEAD and token.pos_ == "ADP")
        if token.pos_ in ("VERB", "AUX"):
            found = "future" if ahead and is_planned(token) else verb_tense(token)
            if found is not None or token.tag_ in ("VBD", "MD", "VBZ", "VBP"):
                return found
        elif is_planned(token) and token.pos_ == "ADJ":
            return "future"
        if token.head == token:
            return None
        token = token.head
    return None


def verb_tense(verb: "Token") -> Tense | None:
    """The tense of a verb with its auxiliaries: a plan's infinitive looks ahead, a bare participle back."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.lower_ in MODALS for helper in helpers):
        return "future"
    if any(helper.tag_ == "MD" for helper in helpers):
        return None
    if any(helper.tag_ == "TO" for helper in helpers):
        ahead = is_planned(verb.head) or verb.head.lemma_ == "be" or verb.dep_ == "acl"
        return "future" if ahead and not any(helper.lemma_ == "have" for helper in helpers) else None
    if verb.tag_ in FINITE_PAST:
        return "future" if is_planned(verb) and any(child.lower_ == "for" for child in verb.children) else "past"
    if verb.tag_ == "VBG" and any(helper.tag_ == "VBD" for helper in helpers):
        return "past"
    return None


def is_planned(token: "Token") -> bool:
    """Whether the word speaks of a plan ("scheduled", "due", "expected")."""
    return token.lemma_.lower() in PLANNED
