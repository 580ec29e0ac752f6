"""Whether a verb tells something as a fact: not wished, asked for, supposed, or put as a question."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from dragoman.knowledge.undertakings import undertaking_words

if TYPE_CHECKING:
    from dragoman.language.parser import Token

Standing = Literal["told", "denied", "would", "will", "open"]
"""*told* as a fact; *denied*; put in the conditional or the future; or *open*: wished, asked for, supposed."""
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
UNTIL = frozenset({"until", "till"})
AWAITING = frozenset({"once", "when", "after", "before", "whenever", "than"})
DOING = frozenset({"by", "after", "since", "in", "while"})
"""Prepositions behind which a gerund is what somebody does or did."""
MOST_STEPS = 10
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
COMPLEMENTS = frozenset({"ccomp", "xcomp", "acl", "pcomp"})


def standing_of(verb: "Token") -> Standing:
    """How the verb at the head of a clause tells it."""
    own = own_standing(verb)
    return "open" if own != "open" and is_open_above(verb) else own


def is_infinitive(verb: "Token") -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def own_standing(verb: "Token") -> Standing:
    """How the verb tells it, whatever stands above its clause."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    modal = next((child.lower_ for child in helpers if child.tag_ == "MD"), None)
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"} & set(undertaking_words("open"))
    if marks and not (marks <= UNTIL and _is_over(verb)):
        return "open"
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children):
        return "denied" if modal is None and not is_infinitive(verb) else "open"
    if modal is not None:
        return "will" if modal in WILL else "would" if modal in ("would", "'d", "’d") else "open"
    if _is_participle(verb) or _is_awaited(verb):
        return "open"
    bare = verb.tag_ == "VB" and not any(child.lemma_ == "do" for child in helpers)
    return "open" if bare or is_infinitive(verb) else "told"


def _is_over(verb: "Token") -> bool:
    """Whether "until" tells what then happened: "it held until Kenya quit the deal", not "it was to hold until"."""
    ahead = any(token.tag_ == "MD" for token in verb.sent[: verb.i - verb.sent.start])
    return verb.tag_ == "VBD" and verb.head.tag_ != "VB" and not ahead


def _is_participle(verb: "Token") -> bool:
    """Whether it only describes a noun ("a deal promising aid", "regimes committed to secrecy") or names the act alone
    ("no further than keeping our word", "in addition to agreeing").
    """
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ not in DOING:
        return True
    return not helped and verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("acl", "amod", "compound")


def _is_awaited(verb: "Token") -> bool:
    """Whether a present tense looks ahead: "once Velmar agrees", "as long as it keeps its word"; or whether the clause
    measures: "more than it was willing to give".
    """
    if verb.tag_ == "VBD":
        return any(child.lower_ == "than" for child in verb.children)
    return verb.tag_ in ("VBZ", "VBP", "VBN") and _is_marked(verb)


def _is_marked(verb: "Token") -> bool:
    marks = [child for child in verb.children if child.dep_ in ("mark", "advmod")]
    return is_long(marks) or any(mark.lower_ in AWAITING for mark in marks)


def is_long(marks: Iterable["Token"]) -> bool:
    """Whether one of the words that open a clause is the last of "as long as" or "as soon as"."""
    return any(mark.lower_ == "as" and mark.i and mark.nbor(-1).lower_ in ("long", "soon") for mark in marks)


def is_open_above(verb: "Token") -> bool:
    """Whether what stands above the clause leaves it open."""
    if verb.sent.text.rstrip(" \n”\"'’").endswith("?"):
        return True
    token = verb
    for _ in range(MOST_STEPS):
        above = token.head
        if _is_in_case(token) or _is_only_meant(token):
            return True
        if above == token:
            return False
        if token.dep_ == "relcl" and not any(child.dep_ == "mark" for child in token.children):
            return False  # a relative clause tells what is so, whatever is hoped beside it
        if above.dep_ == "advcl" and above.tag_ not in ("VBD", "VBG") and _is_marked(above):
            return True
        if token.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in token.children):
            if above.pos_ in ("VERB", "AUX") and own_standing(above) in ("open", "would", "will"):
                return True
        elif (token.dep_ in COMPLEMENTS and _leaves_open(above)) or (
            above.pos_ in ("VERB", "AUX") and token.dep_ != "conj" and _supposed(above)
        ):
            return True
        token = above
    return False


def _is_only_meant(clause: "Token") -> bool:
    """Whether it is a means that may be used ("could end it by quitting") or goes on with what is supposed."""
    above = clause.head
    if clause.dep_ == "pcomp":
        return any(child.tag_ == "MD" for child in above.head.children)
    return clause.dep_ == "conj" and above.pos_ in ("VERB", "AUX") and _supposed(above)


def _is_in_case(clause: "Token") -> bool:
    """Whether "in case" or "in the event that" opens the clause, wherever the parse hangs these words."""
    first = clause.left_edge
    before = clause.doc[max(0, first.i - 4) : first.i].text.lower().removesuffix(" that")
    return clause.pos_ in ("VERB", "AUX") and before.endswith(("in case", "the event"))


def _leaves_open(word: "Token") -> bool:
    """Whether a word above a clause asks for it, wishes it, or denies it."""
    if any(child.lower_ == "no" and child.dep_ == "det" for child in word.children):
        return True
    if {word.lemma_.lower(), word.lower_} & set(undertaking_words("unsure")):
        return True
    verb = word.pos_ in ("VERB", "AUX")
    if verb and is_infinitive(word) and word.lemma_.lower() in undertaking_words("vouches"):
        return True
    if verb and own_standing(word) == "will" and not any(child.lower_ in ("i", "we") for child in word.children):
        return True
    return verb and (own_standing(word) in ("denied", "would") or _supposed(word) or _is_awaited(word))


def _supposed(verb: "Token") -> bool:
    marks = (child for child in verb.children if child.dep_ == "mark")
    return any(mark.lower_ in ("if", "whether", "unless") for mark in marks)
