"""The unit of a number: a percentage, money, times, a rate, a measure, or the noun that it counts."""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.tables import table
from dragoman.language.parser import text_of
from dragoman.reading.figure_bounds import hedged
from dragoman.reading.figure_things import BRINGING, CHANGING, complement, held, objects, subject, told_of, verbs_above

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

PERCENT = re.compile(r"\s?(?:%|per\s?cent(?:age\s+points?)?\b)", re.IGNORECASE)
DEFINITE = {"the", "these", "those", "both", "all", "its", "their", "our", "his", "her", "my", "your", "other"}
SMALL = 12
LARGE = 1000
"""From here on a noun without the plural's form may be counted ("30 million kroner"); below it is a name or a part."""
MOST_UNIT_WORDS = 5
OF_NOUN = {"JJ", "JJR", "NN", "NNP", "NNPS", "NNS", "HYPH", "VBN", "VBG", "POS"}
"""Tags of the words before a noun that belong to the unit."""
REPEATED = re.compile(r"^\([\d,.]+\)")
"""A number in words that is repeated in digits, as documents do: "one thousand (1,000)"."""
YEARS = range(1900, 2101)
SPANS = {"past", "last", "next", "previous", "coming", "following", "preceding", "first"}
"""What counts a time from a day: "the past 24 hours" is a date."""
FROM_A_DAY = frozenset({"ago", "earlier", "later", "prior", "old", "hence"})
NUMBERED = {"no", "nos", "nr", "number", "№"}
RATES = {"per", "a", "an", "each", "every"}
FATES = {"dead", "killed", "wounded", "injured", "missing", "displaced", "arrested", "detained", "hurt", "aboard"}
"""What is said of people who are counted without a noun: "another 55 wounded"."""

FATED = {"kill": "killed", "wound": "wounded", "injure": "injured", "displace": "displaced", "arrest": "arrested"}
HARMING = frozenset(FATED)
TERM = re.compile(
    r"\s+(?:\w+\s){0,2}?(?:truce|cease-?fire|pause|deadline|ultimatum|extension|window|time limit|moratorium|lull)\b"
)
"""What is set for a time, with up to two words before it."""


class Unit(NamedTuple):
    """The unit of a number: its words, the token at which it ends, and what is said to be counted.

    A number that something is cut to or raised to may have none: "cut its boats from 90 to 40".
    """

    words: str | None
    end: int
    of: str | None = None
    period: str | None = None


@cache
def uncounted() -> dict[str, str]:
    """Nouns, by lemma, that make no figure of the number before them, and why."""
    return {row["word"]: row["why"] for row in table("uncounted_nouns").rows}


@cache
def measures() -> frozenset[str]:
    """Units of length, area, mass, volume, power and the like, by lemma."""
    return frozenset(row["unit"] for row in table("measures").rows)


@cache
def lengths() -> frozenset[str]:
    """Units of length: how far away a place is holds of no day."""
    return frozenset(row["unit"] for row in table("measures").rows if row["of"] == "length")


def is_extent(unit: Unit) -> bool:
    """Whether the unit is one of length or of time, of which "within" says the most."""
    word = (unit.words or "").lower()
    return bool({word, word.removesuffix("s")} & lengths()) or uncounted().get(word.removesuffix("s")) == "duration"


def unit_of(doc: "Doc", start: int, after: int, value: float) -> Unit | None:
    """The unit of the numeral that fills the tokens from ``start`` to ``after``."""
    last, following = doc[after - 1], doc[after : after + 1].text.lower()
    if start and doc[start - 1].is_currency:
        return Unit(doc[start - 1].text, after, complement(last, ("of", "in")) or told_of(last))
    percent = PERCENT.match(text_of(doc), last.idx + len(last))
    if percent:
        end = after + len(doc.char_span(last.idx + len(last), percent.end(), alignment_mode="expand") or ())
        return None if _idiom(doc[end - 1], value) else Unit(_plain(percent.group()), end, told_of(doc[end - 1]))
    if following == "-" and doc[after + 1 : after + 2].text.lower() != "plus":
        return _hyphened(doc, after) or _term(doc, start, after)
    if following in ("times", "time"):
        return Unit(doc[after].text, after + 1, subject(doc[after])) if value != 1 else None
    if following == "per" and after + 1 < len(doc):
        period = doc[after + 1].text
        return Unit(f"{doc[after].text} {period}", after + 2, subject(last), period)
    counted = _counted_noun(doc, doc[start], last, value)
    return counted or (_measure(doc, after) if value > 1 else None) or _fate(doc, after) or _victims(doc, after, value)


def changed(doc: "Doc", number: int, end: int) -> Unit | None:
    """What is brought from one bare number to another: "Velmar cut its boats from 9,000 to 4,000"."""
    verb = next(verbs_above(doc[number]), None)
    if verb is None or verb.lemma_ not in CHANGING | BRINGING:
        return None
    of = objects(verb) if verb.lemma_ in BRINGING else subject(doc[number])
    return Unit(None, end, of) if of is not None else None


def _plain(words: str) -> str:
    return " ".join(words.split())


def _idiom(percent: "Token", value: float) -> bool:
    """Whether "100 percent" only means "wholly": "100 percent transparent"."""
    return value == 100 and percent.head.pos_ in ("ADJ", "ADV") and percent.head.tag_ not in ("JJR", "RBR")


def _hyphened(doc: "Doc", after: int) -> Unit | None:
    """The unit in "26-kilometre": a measure joined by a hyphen."""
    joined = doc[after : after + 2]
    if len(joined) == 2 and joined[0].text == "-" and joined[1].lemma_.lower() in measures():
        return Unit(joined[1].text, after + 2)
    return None


def _term(doc: "Doc", start: int, after: int) -> Unit | None:
    """The time for which something is set, in digits: "a 30-day truce"; an "18-year war" only lasted so long."""
    unit = doc[after + 1 : after + 2]
    term = TERM.match(text_of(doc), unit.end_char) if len(unit) and doc[start].text.isdigit() else None
    if term is None or uncounted().get(unit.text.lower()) != "duration":
        return None
    return Unit(unit.text, after + 2, term.group().strip())


def _victims(doc: "Doc", after: int, value: float) -> Unit | None:
    """What befell those who are counted without a noun behind the verb: "the storm killed 2,500"."""
    number = doc[after - 1]
    alone = not any(child.dep_ not in ("advmod", "quantmod", "compound", "punct") for child in number.children)
    if number.dep_ != "dobj" or number.head.lemma_ not in HARMING or value <= 1 or not alone:
        return None
    return None if value in YEARS and "," not in number.text else Unit(FATED[number.head.lemma_], after)


def _measure(doc: "Doc", after: int) -> Unit | None:
    """A unit of measure behind the number, whatever it hangs on: "6km to the north", "300 kg of it"."""
    for unit in doc[after : after + 1]:
        if unit.lower_ in measures() or (unit.lemma_.lower() in measures() and unit.tag_ == "NNS"):
            return Unit(unit.text, after + 1, complement(unit, ("of",)))
    return None


def _fate(doc: "Doc", after: int) -> Unit | None:
    for word in doc[after : after + 1]:
        if word.lower_ in FATES:
            return Unit(word.text, after + 1)
    return None


def _counted_noun(doc: "Doc", first: "Token", last: "Token", value: float) -> Unit | None:
    noun = _shared(last.head.head if last.dep_ == "conj" and last.head.dep_ == "nummod" else last.head)
    if (
        "nummod" not in (last.dep_, last.head.dep_)
        or noun.pos_ not in ("NOUN", "PROPN")
        or not 0 < noun.i - last.i <= MOST_UNIT_WORDS
    ):
        return None
    if not _counts(doc, first, noun, value):
        return None
    rate = doc[noun.i + 1 : noun.i + 3]
    timed = len(rate) == 2 and rate[0].lower_ in RATES and uncounted().get(rate[1].lower_) in ("time", "duration")
    period = rate[1].text if timed or rate[:1].text.lower() == "per" else None
    begin = _first_word(noun, last)
    between = doc[last.i + 1 : begin].text
    unit = text_of(doc)[doc[begin].idx : noun.idx + len(noun)]
    if "\n" in unit or any(letter.isdigit() for letter in REPEATED.sub("", between) + unit):
        return None
    long = uncounted().get(noun.lemma_.lower()) == "duration"
    return Unit(unit, noun.i + 1, complement(noun, ("of",)) or (None if long else held(noun)), period)


def _shared(noun: "Token") -> "Token":
    """The plural noun that a name before "and" belongs to: "20,000 Velmarian and Union troops"."""
    named = noun.tag_ in ("NNP", "JJ") and noun.dep_ in ("nmod", "compound", "amod")
    return noun.head if named and noun.head.tag_ == "NNS" and noun.head.i > noun.i else noun


def _counts(doc: "Doc", first: "Token", noun: "Token", value: float) -> bool:
    """Whether the number counts the noun, and does not name or date it."""
    words = not first.text[0].isdigit()
    why = uncounted().get(noun.lemma_.lower()) or uncounted().get(noun.lower_)
    definite = any(child.lower_ in DEFINITE - {"other"} for child in noun.children)
    if why == "parties" and not words and value > SMALL and not definite and noun.tag_ == "NNS":
        why = None
    if (why is not None and (why != "duration" or words)) or (noun.tag_ == "NN" and value < LARGE):
        return False
    if why == "duration" and _dated(doc, first, noun):
        return False
    if first.text.isdigit() and int(first.text) in YEARS and hedged(doc, first) == first.idx:
        return False
    if _names(doc, first, noun):
        return False
    small = words and value <= SMALL
    return not small or (value != 1 and not any(child.lower_ in DEFINITE for child in noun.children))


def _dated(doc: "Doc", first: "Token", noun: "Token") -> bool:
    """Whether the time is counted from a day or is somebody's age: "the next 10 days", "25 years old"."""
    before = any(word.lower_ in SPANS and word.dep_ == "amod" for word in doc[max(0, first.i - 1) : first.i])
    behind = [word.lower_ for word in doc[noun.i + 1 : noun.i + 3]]
    return before or bool(FROM_A_DAY.intersection(behind[:1])) or behind[1:] == ["time"]


def _names(doc: "Doc", first: "Token", noun: "Token") -> bool:
    """Whether the number belongs to the name before it: "the Carrow 2 talks", "No. 2 envoys"."""
    if first.i == 0:
        return False
    before = doc[first.i - 1]
    marked = any(token.lower_.rstrip(".") in NUMBERED for token in doc[max(0, first.i - 2) : first.i])
    part = (
        before.pos_ == "PROPN" and before.dep_ in ("compound", "nmod", "amod", "poss") and before.head in (noun, first)
    )
    return marked or (part and first.text.isdigit())


def _first_word(noun: "Token", last: "Token") -> int:
    """Where the words that belong to the noun begin: behind "or so" and brackets."""
    at, doc = noun.i, noun.doc
    while at - 1 > last.i and (doc[at - 1].tag_ in OF_NOUN or (doc[at - 1].lower_ == "and" and at - 2 > last.i)):
        at -= 1
    return at
