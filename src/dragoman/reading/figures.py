"""Figures: numbers with their unit, what they count, their period and who gives them.

A number counts as a figure only where the words give its unit: a percentage, an amount of money, a number of times, a
rate, or the noun that it counts. Dates, durations, ordinals, names such as "3+3" and share counters are none.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.tables import table
from dragoman.language.parser import text_of
from dragoman.model.reading import Figure, Statement, Timex
from dragoman.model.spans import Span, Spans, common, length
from dragoman.reading.amounts import amount_at
from dragoman.reading.attribution.near import Stretches, stretch
from dragoman.reading.figure_bounds import counted_on, hedge, precision_of, scope_of
from dragoman.reading.timexes import timexes_in

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

PERCENT = re.compile(r"\s?(?:%|per\s?cent(?:age\s+points?)?\b)", re.IGNORECASE)
JOINED = set("+/-–—×x:")
"""Signs that make a number part of a name or a score where no space parts them: "3+3", "S-400", "2-1"."""
DEFINITE = {"the", "these", "those", "both", "all", "its", "their", "our", "his", "her", "my", "your", "other"}
SMALL = 12
LARGE = 1000
"""From here on a noun without the plural's form may be counted ("30 million kroner"); below it is a name or a part."""
MOST_UNIT_WORDS = 4
MOST_OF = 90
OF_NOUN = {"JJ", "JJR", "NN", "NNP", "NNPS", "NNS", "HYPH", "VBN", "VBG", "POS"}
"""Tags of the words before a noun that belong to the unit."""
CHANGING = {
    "amount",
    "climb",
    "contract",
    "decline",
    "decrease",
    "drop",
    "exceed",
    "expand",
    "fall",
    "grow",
    "increase",
}
CHANGING |= {"jump", "reach", "rise", "shrink", "slump", "soar", "stand", "surge", "total", "hit"}
"""Verbs whose subject is what the percentage is of."""
REPEATED = re.compile(r"^\([\d,.]+\)")
"""A number in words that is repeated in digits, as documents do: "one thousand (1,000)"."""
YEARS = range(1900, 2101)
LONGEST_HEDGE = 20
LIMITS = {"before", "by", "since", "until", "till", "after", "on", "the"}
"""What makes the date behind it a limit, or the day of an event, and no period."""
HOLDING = {"have", "hold", "include", "contain", "comprise", "own", "possess"}
"""Verbs whose subject is what the number of their object belongs to."""


class Unit(NamedTuple):
    """The unit of a number: its words, the token at which it ends, and what is said to be counted."""

    words: str
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


def find_figures(
    doc: "Doc", statements: Sequence[Statement], timexes: Sequence[Timex], furniture: Spans = ()
) -> tuple[Figure, ...]:
    """The figures in the order of the text, none in page furniture. The giver is the speaker of the innermost statement
    in which they stand.
    """
    found = (figure for figure in _figures(doc, timexes) if not common(figure.spans, furniture))
    contents = Stretches([stretch(statement.content) for statement in statements])
    return tuple(_with_giver(figure, statements, contents) for figure in found)


def _figures(doc: "Doc", timexes: Sequence[Timex]) -> Iterator[Figure]:
    dates = {offset for timex in timexes for offset in range(*timex.span)}
    at = 0
    while at < len(doc):
        found = amount_at(doc, at) if doc[at].like_num or doc[at].is_digit else None
        if found is None:
            at += 1
            continue
        value, after = found
        span = Span(doc[at].idx, doc[after - 1].idx + len(doc[after - 1]))
        unit = None if _is_name_or_date(text_of(doc), span, dates) else _unit(doc, at, after, value)
        if unit is not None:
            yield _figure(doc, at, unit, value, timexes)
        at = after


def _figure(doc: "Doc", start: int, unit: Unit, value: float, timexes: Sequence[Timex]) -> Figure:
    begin = _hedged(doc, doc[start - 1] if start and doc[start - 1].is_currency else doc[start])
    end = doc[unit.end - 1].idx + len(doc[unit.end - 1])
    verb = next(_verbs_above(doc[start]), None)
    return Figure(
        (Span(begin, end),),
        value,
        unit.words,
        unit.of,
        unit.period or _period(doc, start, timexes),
        precision=precision_of(text_of(doc), begin, end),
        scope=scope_of(doc[unit.end - 1]),
        timex=counted_on(doc, doc[start], verb, timexes),
        verb=verb.lemma_.lower() if verb is not None else None,
    )


def _hedged(doc: "Doc", first: "Token") -> int:
    """Where the words that limit the number begin; "a dispute over $5" limits nothing."""
    said = hedge().search(text_of(doc)[max(0, first.idx - LONGEST_HEDGE) : first.idx])
    if said is None:
        return first.idx
    begin = first.idx - len(said.group())
    words = doc.char_span(begin, first.idx - 1, alignment_mode="expand")
    return first.idx if words is not None and len(words) == 1 and words.root.dep_ == "prep" else begin


def _is_name_or_date(text: str, span: Span, dates: Container[int]) -> bool:
    if span.start in dates or span.end - 1 in dates:
        return True
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    hyphened = after == "-" and text[span.end + 1 : span.end + 2].isalpha()
    return before in JOINED or before.isalnum() or (after in JOINED and not hyphened) or after.isalnum()


def _unit(doc: "Doc", start: int, after: int, value: float) -> Unit | None:
    """The unit of the numeral that fills the tokens from ``start`` to ``after``."""
    last, following = doc[after - 1], doc[after : after + 1].text
    if start and doc[start - 1].is_currency:
        return Unit(doc[start - 1].text, after, _complement(last, ("of", "in")))
    percent = PERCENT.match(text_of(doc), last.idx + len(last))
    if percent:
        end = after + len(doc.char_span(last.idx + len(last), percent.end(), alignment_mode="expand") or ())
        return Unit(" ".join(percent.group().split()), end, _share_of(doc[end - 1]))
    if following == "-":
        return _measure(doc, after)
    if following.lower() in ("times", "time"):
        return Unit(following, after + 1, _subject(doc[after]))
    if following.lower() == "per" and after + 1 < len(doc):
        period = doc[after + 1].text
        return Unit(f"{following} {period}", after + 2, _subject(last), period)
    return _counted_noun(doc, doc[start], last, value)


def _share_of(percent: "Token") -> str | None:
    """What a percentage is of: what stands behind "of", the noun that it marks, or what has grown or reached it."""
    marked = percent.head if percent.dep_ in ("amod", "compound", "nmod") and percent.head.pos_ == "NOUN" else None
    verb = next(_verbs_above(percent), None)
    changed = _subject(percent) if verb is not None and verb.lemma_ in CHANGING else None
    return _complement(percent, ("of",)) or (marked.text if marked is not None else changed)


def _measure(doc: "Doc", after: int) -> Unit | None:
    """The unit in "26-kilometre": a measure joined by a hyphen."""
    joined = doc[after : after + 2]
    if len(joined) == 2 and joined[0].text == "-" and joined[1].lemma_.lower() in measures():
        return Unit(joined[1].text, after + 2)
    return None


def _counted_noun(doc: "Doc", first: "Token", last: "Token", value: float) -> Unit | None:
    noun = last.head
    if last.dep_ != "nummod" or noun.pos_ not in ("NOUN", "PROPN") or not 0 < noun.i - last.i <= MOST_UNIT_WORDS:
        return None
    why = uncounted().get(noun.lemma_.lower()) or uncounted().get(noun.lower_)
    words = not first.text[0].isdigit()
    if (why is not None and (why != "duration" or words)) or (noun.tag_ == "NN" and value < LARGE):
        return None
    if first.text.isdigit() and int(first.text) in YEARS and _hedged(doc, first) == first.idx:
        return None
    small = words and value <= SMALL
    if small and (value == 1 or any(child.lower_ in DEFINITE for child in noun.children)):
        return None
    rate = doc[noun.i + 1 : noun.i + 3]
    period = rate[1].text if len(rate) == 2 and rate[0].lower_ == "per" else None
    begin = _first_word(noun, last)
    between = doc[last.i + 1 : begin].text
    unit = text_of(doc)[doc[begin].idx : noun.idx + len(noun)]
    if "\n" in unit or any(letter.isdigit() for letter in REPEATED.sub("", between) + unit):
        return None
    return Unit(unit, noun.i + 1, _complement(noun, ("of",)) or _subject_of_object(noun), period)


def _first_word(noun: "Token", last: "Token") -> int:
    """Where the words that belong to the noun begin: behind "or so" and brackets."""
    at = noun.i
    while at - 1 > last.i and noun.doc[at - 1].tag_ in OF_NOUN:
        at -= 1
    return at


def _complement(noun: "Token", links: Container[str]) -> str | None:
    """The words behind "of", or "in" with money, that say of what: "12 of the bridges", "$5 million in aid"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in links and child.i > noun.i:
            for thing in child.children:
                if thing.dep_ == "pobj" and thing.pos_ in ("NOUN", "PROPN") and thing.ent_type_ != "DATE":
                    return _phrase(thing)
    return None


def _subject_of_object(noun: "Token") -> str | None:
    return _subject(noun) if noun.dep_ == "dobj" and noun.head.lemma_ in HOLDING else None


def _subject(token: "Token") -> str | None:
    """The subject of the verb above; a verb without one shares that of the verb it is joined to."""
    for verb in _verbs_above(token):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return _phrase(child) if child.pos_ in ("NOUN", "PROPN") else None
    return None


def _verbs_above(token: "Token") -> Iterator["Token"]:
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
    """The noun with what belongs to it, as printed, where it is short enough to name a thing."""
    words = noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text.strip()
    return words if len(words) <= MOST_OF and "\n" not in words else noun.text


def _period(doc: "Doc", at: int, timexes: Sequence[Timex]) -> str | None:
    """The words of the one date that belongs to the same verb as the number."""
    verbs = {verb.i for verb in _verbs_above(doc[at])}
    sentence, shared = doc[at].sent, []
    for index in timexes_in(timexes, sentence.start_char, sentence.end_char):
        timex = timexes[index]
        if timex.day is not None or timex.weekday is not None or timex.unit == "day":
            continue
        before = text_of(doc)[max(0, timex.span.start - LONGEST_HEDGE) : timex.span.start]
        if before.rstrip().rpartition(" ")[2].lower() in LIMITS:
            continue
        words = doc.char_span(*timex.span, alignment_mode="expand")
        if words is not None and verbs & {verb.i for verb in _verbs_above(words.root)}:
            shared.append(text_of(doc)[timex.span.start : timex.span.end])
    return shared[0] if len(shared) == 1 else None


def _with_giver(figure: Figure, statements: Sequence[Statement], contents: Stretches) -> Figure:
    here = figure.spans[0].start
    near = (statements[index] for index in contents.meeting(Span(here, here + 1)))
    around = [statement for statement in near if common(statement.content, figure.spans)]
    inner = min(around, key=lambda statement: length(statement.content), default=None)
    return replace(figure, giver=inner.speakers) if inner is not None else figure
