"""What a number is of: the words behind "of", the noun that it marks, or the subject of a verb of being or changing."""

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from dragoman.language.parser import text_of

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

MOST_OF = 90
MARKING = {"amod", "compound", "nmod", "nummod", "quantmod"}
"""How a share or an amount hangs on the noun that it marks: "a 75 percent turnout", "a $2 million grant"."""
MOST_MARKED = 4
CHANGING = {"amount", "average", "climb", "contract", "decline", "decrease", "dip", "double", "drop", "exceed"}
CHANGING |= {"expand", "fall", "grow", "increase", "jump", "reach", "remain", "rise", "shrink", "slump", "soar"}
CHANGING |= {"stand", "surge", "top", "total", "hit", "plummet", "plunge"}
"""Verbs whose subject is what the percentage is of."""
RATING = {"estimate", "value", "put", "set", "place", "price", "cap", "assess"}
"""Verbs that put something at a number: it is what the number is of."""
BRINGING = {"cut", "reduce", "raise", "lower", "increase", "bring", "boost", "trim", "slash", "expand"}
"""Verbs whose object is what is brought from one number to another."""
HOLDING = {"have", "hold", "include", "contain", "comprise", "own", "possess"}
"""Verbs whose subject is what the number of their object belongs to."""
AMOUNTS = {"rating", "rate", "level", "share", "turnout", "price", "cost", "fine", "tax", "tariff", "increase"}
AMOUNTS |= {"decrease", "drop", "rise", "fall", "growth", "decline", "cut", "stake", "budget", "debt", "deficit"}
AMOUNTS |= {"surplus", "ransom", "grant", "loan", "payment", "settlement", "bounty", "loss", "revenue", "salary"}
AMOUNTS |= {"majority", "margin", "limit", "cap", "ceiling", "threshold", "quota", "reward", "bail", "penalty"}
AMOUNTS |= {"purity", "concentration", "approval", "support", "income", "profit"}
"""Nouns of what is measured, before "of" and the amount: "an approval rating of 38 percent"."""
BARE_AMOUNTS = {"level", "rate", "limit", "share", "cap", "threshold", "increase", "decrease", "cut", "rise", "fall"}
"""Those that say of what only with a word before them: "cut its stock to a level of 5 percent"."""
GROUPS = {"those", "all"}
"""Pronouns that say of whom, with what follows them: "of those who voted"."""


def told_of(measure: "Token") -> str | None:
    """What a percentage or an amount is of; ``measure`` is its last token."""
    return complement(measure, ("of",)) or _marked(measure) or _measured(measure) or _told(measure)


def complement(noun: "Token", links: Container[str]) -> str | None:
    """The words behind "of", or "in" with money, that say of what: "12 of the bridges", "$5 million in aid"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in links and child.i > noun.i:
            for thing in child.children:
                group = thing.lower_ in GROUPS and any(each.dep_ == "relcl" for each in thing.children)
                named = thing.pos_ in ("NOUN", "PROPN") and thing.ent_type_ != "DATE"
                if thing.dep_ == "pobj" and (group or named):
                    return _phrase(thing)
    return None


def _marked(measure: "Token") -> str | None:
    """The noun that the amount stands before, without what stands before the amount."""
    noun = measure.head
    if measure.dep_ not in MARKING or noun.pos_ != "NOUN" or not 0 < noun.i - measure.i <= MOST_MARKED:
        return None
    if noun.lower_ in ("%", "percent", "cent"):
        return None
    if noun.lower_ == "worth":
        return complement(noun, ("of",))
    end = next((c.right_edge.i + 1 for c in noun.children if c.lower_ == "of" and c.i > noun.i), noun.i + 1)
    words = noun.doc[measure.i + 1 : end].text.lstrip("- ")
    return words if len(words) <= MOST_OF and "\n" not in words else noun.text


def _measured(measure: "Token") -> str | None:
    """The noun of a measured thing that the amount follows after "of"."""
    link = _above(measure)
    noun = link.head.head
    if link.dep_ != "pobj" or link.head.lower_ != "of" or noun.lemma_ not in AMOUNTS or noun.i > link.i:
        return None
    if noun.lemma_ in BARE_AMOUNTS and not any(each.dep_ in ("amod", "compound", "poss") for each in noun.children):
        return None
    words = noun.doc[noun.left_edge.i : noun.i + 1].text
    return words if len(words) <= MOST_OF and "\n" not in words else noun.text


def _told(measure: "Token") -> str | None:
    """The subject of which it is the number: "turnout was 80 percent", "the price was put at $2"."""
    verb = next(verbs_above(measure), None)
    if verb is None:
        return None
    link = _above(measure)
    if verb.lemma_ in BRINGING and link.dep_ != "dobj" and (brought := objects(verb)):
        return brought
    passive = any(each.dep_ == "auxpass" for each in verb.children)
    if (verb.lemma_ in CHANGING and not passive) or (verb.lemma_ == "be" and link.dep_ == "attr"):
        return subject(measure)
    if link.dep_ == "pobj" and link.head.lower_ == "at" and verb.lemma_ in RATING:
        return objects(verb)
    return None


def objects(verb: "Token") -> str | None:
    """What the verb is done to."""
    done = next((each for each in verb.children if each.dep_ in ("dobj", "nsubjpass")), None)
    return _phrase(done) if done is not None and done.pos_ in ("NOUN", "PROPN") else None


def _above(measure: "Token") -> "Token":
    """The head of the amount: "million" hangs on "$"."""
    return measure.head if measure.dep_ in ("nummod", "quantmod", "compound") else measure


def held(noun: "Token") -> str | None:
    """Whose the counted are: the subject of "has", "includes" and the like."""
    return subject(noun) if noun.dep_ == "dobj" and noun.head.lemma_ in HOLDING else None


def subject(token: "Token") -> str | None:
    """The subject of the verb above; a verb without one shares that of the verb it is joined to."""
    for verb in verbs_above(token):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i:
                return _phrase(child) if child.pos_ in ("NOUN", "PROPN") else None
    return None


def verbs_above(token: "Token") -> Iterator["Token"]:
    """The nearest verb above the token, and those that it is joined to by "and"."""
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return
        token = token.head
    yield token
    while token.dep_ == "conj":
        token = token.head
        yield token


def _phrase(noun: "Token") -> str | None:
    """The noun with what belongs to it, as printed, where it is short enough to name a thing; else what leads to it."""
    first, last = noun.left_edge.i, noun.right_edge.i
    clauses = [each.left_edge.i for each in noun.children if each.dep_ == "relcl"]
    if clauses and noun.lower_ not in GROUPS:
        last = min(clauses) - 1
    for end in (last, noun.i):
        words = noun.doc[first : end + 1].text.strip().rstrip(",")
        if len(words) <= MOST_OF and "\n" not in words:
            return words
    return noun.text


def line_before(doc: "Doc", start: int, most: int) -> str:
    """So many characters before the offset, with single blanks: what stands on the line before counts too."""
    return " ".join(text_of(doc)[max(0, start - most) : start].split())
