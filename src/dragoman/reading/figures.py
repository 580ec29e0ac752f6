"""Figures: numbers with their unit, what they count, their period and who gives them.

A number counts as a figure only where the words give its unit: a percentage, an amount of money, a number of times, a
rate, or the noun that it counts; a range gives both its ends. Shares and magnitudes in words are of what follows them.
Dates, times counted from a day ("the past 24 hours"), ages, ordinals, names such as "3+3" and share counters are none.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.language.parser import text_of
from dragoman.model.reading import Figure, FigurePrecision, Statement, Timex
from dragoman.model.spans import Span, Spans, common
from dragoman.reading.amounts import amount_at, scale_at
from dragoman.reading.cast import Cast
from dragoman.reading.conversions import with_conversions
from dragoman.reading.figure_bounds import counted_on, hedged, is_estimated, limited, placed, precision_of, scope_of
from dragoman.reading.figure_givers import Givers
from dragoman.reading.figure_things import line_before, verbs_above
from dragoman.reading.figure_units import SPANS, Unit, changed, is_extent, lengths, measures, uncounted, unit_of
from dragoman.reading.loose_figures import Loose, loose_at
from dragoman.reading.timexes import timexes_in

if TYPE_CHECKING:
    from dragoman.language.parser import Doc

JOINED = set("+/-–—×x:")
"""Signs that make a number part of a name or a score where no space parts them: "3+3", "S-400", "2-1"."""
TO = {"to", "-", "–", "—"}
"""What stands between the ends of a range."""
LONGEST_LIMIT = 20
RANGING = {"range", "vary"}
NOBODY = Cast()
LIMITS = {"before", "by", "until", "till", "after", "on", "the", "between", "from"}
"""What makes the date behind it a limit, or the day of an event, and no period."""


def find_figures(
    doc: "Doc", statements: Sequence[Statement], timexes: Sequence[Timex], furniture: Spans = (), cast: Cast = NOBODY
) -> tuple[Figure, ...]:
    """The figures in the order of the text, none in page furniture, with who gives them."""
    found = (figure for figure in _figures(doc, timexes) if not common(figure.spans, furniture))
    givers = Givers(doc, statements, cast)
    return tuple(givers.given(figure) for figure in with_conversions(doc, found))


def _figures(doc: "Doc", timexes: Sequence[Timex]) -> Iterator[Figure]:
    dates = {offset for timex in timexes for offset in range(*timex.span)}
    at = 0
    while at < len(doc):
        loose = loose_at(doc, at, uncounted())
        if loose is not None:
            yield _loose(doc, at, loose, timexes)
            at = loose.end
            continue
        found = amount_at(doc, at)
        if found is None:
            at += 1
            continue
        value, after = found
        ends = _range(doc, at, value, after, dates)
        if ends is not None:
            yield from _both(doc, ends, timexes)
            after = ends.unit.end if ends.unit is not None else ends.after
        else:
            unit = (
                None if _is_name_or_date(text_of(doc), _span(doc, at, after), dates) else unit_of(doc, at, after, value)
            )
            if unit is not None:
                yield _figure(doc, at, at, unit, value, timexes)
        at = after


class _Range(NamedTuple):
    """Two numbers of one unit: where each begins, how much they are, and whether they are the ends of a change."""

    low: int
    high: int
    after: int
    values: tuple[float, float]
    unit: Unit | None
    change: bool


def _range(doc: "Doc", at: int, value: float, after: int, dates: Container[int]) -> _Range | None:
    """Both ends of "10 to 15 years", "between 5 and 7 million litres", "from 37 to 19 percent"."""
    before = doc[at - 1].lower_ if at else ""
    link = doc[after : after + 1].text.lower()
    if link not in TO and not (link == "and" and before == "between"):
        return None
    high = after + 1 + any(token.is_currency for token in doc[after + 1 : after + 2])
    found = amount_at(doc, high) if high < len(doc) else None
    if found is None or _is_name_or_date(text_of(doc), _span(doc, at, found[1]), dates):
        return None
    most, end = found
    low = value * scale_at(doc, high, end) if after == at + 1 else value
    change = before == "from" and not any(verb.lemma_ in RANGING for verb in verbs_above(doc[at]))
    if not change and low >= most:
        return None
    unit = unit_of(doc, high, end, most) or (changed(doc, at, end) if change else None)
    dated = before in SPANS and doc[at - 1].dep_ == "amod"
    if unit is not None and dated and uncounted().get(doc[unit.end - 1].lemma_.lower()) == "duration":
        unit = None
    return _Range(at, high, end, (low, most), unit, change)


def _both(doc: "Doc", ends: _Range, timexes: Sequence[Timex]) -> Iterator[Figure]:
    if ends.unit is None:
        return
    bounds: tuple[FigurePrecision, FigurePrecision] = ("exact", "exact") if ends.change else ("at least", "at most")
    for start, value, bound in zip((ends.low, ends.high), ends.values, bounds, strict=True):
        figure = _figure(doc, start, ends.high, ends.unit, value, timexes)
        if start == ends.low and not doc[start].text[0].isdigit() and doc[ends.high].text[0].isdigit():
            # "eight to 10 ferries": the digits are those of the other end alone.
            figure = replace(figure, spans=(Span(figure.spans[0].start, doc[start].idx + len(doc[start])),))
        yield figure if figure.precision != "exact" else replace(figure, precision=bound)


def _figure(doc: "Doc", start: int, number: int, unit: Unit, value: float, timexes: Sequence[Timex]) -> Figure:
    """The figure whose words begin at the token ``start``; ``number`` is the one on which its unit hangs."""
    begin = hedged(doc, doc[start - 1] if start and doc[start - 1].is_currency else doc[start])
    end = doc[unit.end - 1].idx + len(doc[unit.end - 1])
    verb = next(verbs_above(doc[number]), None)
    precision = precision_of(text_of(doc), begin, end)
    long = unit.words is not None and unit.words.lower() in lengths()
    if is_extent(unit):
        begin, exact = limited(doc, begin), begin
        precision = "at most" if begin < exact else precision
    scope = scope_of(doc[unit.end - 1])
    if scope is None and not is_extent(unit):
        scope = placed(doc, doc[number], unit.end, verbs_above(doc[number]))
    return Figure(
        (Span(begin, end),),
        value,
        unit.words,
        unit.of,
        unit.period or _period(doc, number, timexes),
        precision="approximate" if precision == "exact" and verb is not None and is_estimated(verb) else precision,
        scope=None if scope is not None and unit.of is not None and scope.endswith(unit.of) else scope,
        timex=None if long else counted_on(doc, doc[number], verb, timexes),
        verb=verb.lemma_.lower() if verb is not None else None,
    )


def _loose(doc: "Doc", at: int, loose: Loose, timexes: Sequence[Timex]) -> Figure:
    begin, last = hedged(doc, doc[at]), doc[loose.end - 1]
    verb = next(verbs_above(last), None)
    precision = precision_of(text_of(doc), begin, last.idx + len(last))
    return Figure(
        (Span(begin, last.idx + len(last)),),
        loose.value,
        loose.unit,
        loose.of,
        _period(doc, loose.end - 1, timexes),
        precision=precision if loose.precision == "exact" else loose.precision,
        scope=scope_of(last) or placed(doc, last, loose.end, verbs_above(last)),
        verb=verb.lemma_.lower() if verb is not None else None,
    )


def _span(doc: "Doc", start: int, after: int) -> Span:
    return Span(doc[start].idx, doc[after - 1].idx + len(doc[after - 1]))


def _is_name_or_date(text: str, span: Span, dates: Container[int]) -> bool:
    if span.start in dates or span.end - 1 in dates:
        return True
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    hyphened = after == "-" and text[span.end + 1 : span.end + 2].isalpha()
    measured = re.match(r"[^\W\d_]+", text[span.end : span.end + LONGEST_LIMIT])
    joined = after.isalnum() and (measured is None or measured.group().lower() not in measures())
    return before in JOINED or before.isalnum() or (after in JOINED and not hyphened) or joined


def _period(doc: "Doc", at: int, timexes: Sequence[Timex]) -> str | None:
    """The words of the one date that belongs to the same verb as the number."""
    verbs = {verb.i for verb in verbs_above(doc[at])}
    sentence, shared = doc[at].sent, []
    for index in timexes_in(timexes, sentence.start_char, sentence.end_char):
        timex = timexes[index]
        if timex.day is not None or timex.weekday is not None or timex.unit == "day":
            continue
        before = line_before(doc, timex.span.start, LONGEST_LIMIT).rpartition(" ")[2]
        if before.lower() in LIMITS:
            continue
        words = doc.char_span(*timex.span, alignment_mode="expand")
        if words is None or _other_between(doc, at, words[0].i):
            continue
        if verbs & {verb.i for verb in verbs_above(words.root)}:
            begin = words[0].i - (before.lower() == "since")
            shared.append(text_of(doc)[doc[begin].idx : timex.span.end])
    return shared[0] if len(shared) == 1 else None


def _other_between(doc: "Doc", number: int, date: int) -> bool:
    """Whether another amount stands between the number and the date behind it: "to $9 from $32 in 2030"."""
    after = (token for token in doc[number + 1 : date] if token.i > number + 2)
    return any(token.is_currency or token.lower_ in ("%", "percent") for token in after)
