"""Time expressions: where an article's words name a day, a month or a year, or count from one.

Plain patterns over the text find the words (decision 016 says why not a date library); the parse tells what is no
date after all, and whether the verb that the words belong to looks back or ahead. Nothing is resolved here.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.language.parser import text_of
from dragoman.model.reading import Timex
from dragoman.model.spans import Span, merged
from dragoman.reading.tense import tense_of
from dragoman.reading.timex_rules import rules, sign

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

REACH = 45
"""The patterns are tried only so near, in code points, to a word that every time expression has one of."""
NUMBERED = {"resolution", "article", "flight", "room", "page", "decree", "no", "no.", "number", "channel"}
"""What bears a number of four digits that is no year."""
HEDGES = {"about", "over", "around", "some", "than", "least", "most", "nearly", "almost"}
"""What stands before an amount: "over 2000 people" is no year, "the 2031 talks" is one."""
NAMED_DAYS = re.compile(r"\b(?:Ash|Black|Bloody|Cyber|Easter|Good|Holy|Maundy|Palm|Super)\s+$")
PAPERS = re.compile(r"\s+(?:Express|Herald|Mail|Mirror|Post|Telegraph|Times|Tribune)\b")


def find_timexes(doc: "Doc") -> tuple[Timex, ...]:
    """The time expressions in the order of the text, apart from each other; of two that overlap the fuller rule's."""
    text = text_of(doc)
    windows = merged((max(0, m.start() - REACH), m.end() + REACH) for m in sign().finditer(text))
    found: list[Timex] = []
    for rule in rules() if windows else ():
        made = (rule.make(match) for window in windows for match in rule.pattern.finditer(text, *window))
        kept = [timex for timex in made if timex is not None and _is_date(doc, timex)]
        text = _without(text, [timex.span for timex in kept])
        found.extend(kept)
    ordered = sorted(found, key=lambda timex: timex.span)
    return tuple(replace(timex, tense=tense_of(doc, timex.span)) for timex in ordered)


def timexes_in(timexes: Sequence[Timex], start: int, end: int) -> range:
    """The indices of the time expressions that begin between the offsets; they stand in the order of the text."""
    first = bisect_left(timexes, start, key=lambda timex: timex.span.start)
    return range(first, bisect_left(timexes, end, first, key=lambda timex: timex.span.start))


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text with what is taken blanked out, so that other offsets stay."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], "\0" * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _is_date(doc: "Doc", timex: Timex) -> bool:
    """What the neighbouring words leave possible: numbers, newspapers and named days look like dates."""
    if timex.bound == "before" and timex.unit is None:
        return _is_adverb(doc, timex.span)
    if timex.weekday is not None and timex.day is None:
        text, (start, end) = text_of(doc), timex.span
        before, after = text[max(0, start - 20) : start], text[end : end + 20]
        return not NAMED_DAYS.search(before) and not PAPERS.match(after)
    if timex.year is not None and timex.month is None and timex.part is None and timex.last_year is None:
        return _is_year(doc, timex.span)
    return True


def _is_adverb(doc: "Doc", span: Span) -> bool:
    """Whether "earlier" says when something was done, and is not "earlier than" or "an earlier round"."""
    word = _token(doc, span)
    return word.dep_ == "advmod" and word.head.pos_ in ("VERB", "AUX") and not any(word.children)


def _is_year(doc: "Doc", span: Span) -> bool:
    """Whether four digits are a year and no amount, and no number of a resolution or a room."""
    word = _token(doc, span)
    after = doc[word.i + 1] if word.i + 1 < len(doc) else None
    counts = after is not None and after.tag_ == "NNS"
    if word.i == word.sent.start:
        return not counts
    before = doc[word.i - 1]
    if before.lower_ in NUMBERED or before.is_currency or (before.pos_ == "PROPN" and before.ent_type_ != "DATE"):
        return False
    return not counts or (before.lower_ not in HEDGES and before.pos_ in ("DET", "PRON", "ADP", "PART"))


def _token(doc: "Doc", span: Span) -> "Token":
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    assert words is not None
    return words.root
