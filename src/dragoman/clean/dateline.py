"""The dateline: from where, when and by which agency a report was filed."""

import re
from functools import cache
from typing import NamedTuple

from dragoman.clean.dates import Dated, dates
from dragoman.clean.lines import Line
from dragoman.clean.names import Name, is_domain, known
from dragoman.knowledge.calendar import months, weekdays
from dragoman.knowledge.states import state_words
from dragoman.knowledge.tables import table
from dragoman.model.spans import Span

WORD = r"[A-ZÀ-Þ](?:[\w.’'-]*[\w.’'])?"
PLACE = rf"{WORD}(?:[ /-](?:[a-z]{{2,3}}[ -])?{WORD}){{0,3}}"
REGION = rf"(?:, ?(?P<region>{WORD}(?: {WORD}){{0,2}}))?"
MONTH = rf"(?i:{'|'.join(sorted(months(), key=len, reverse=True))})\.?"
WEEKDAY = rf"(?:(?i:{'|'.join(sorted(weekdays(), key=len, reverse=True))})\.?,? )?"
DAY = rf"{WEEKDAY}(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? (?:19|20|21)\d\d)?"
SOURCE = (
    r"(?:\((?P<paren>[^()\n]{2,40})\)|/(?P<slash>[^/\n]{2,30})/"
    r"|(?P<bare>[A-Z][\w.-]{1,19}\w(?: [A-Z][\w.-]{0,19}\w){0,2}))"
)
END = r"(?: ?[—–]+ ?| -{1,2} ?|-- ?|- |: )"
DATELINE = re.compile(
    rf"(?P<place>{PLACE}?){REGION}(?P<date>(?:,|\.)? ?/? ?{DAY})?(?:,|\.)? ?(?:{SOURCE})?\.?(?P<end>{END}|(?<=[./)]) )"
)
SIGNED = re.compile(rf"\((?P<paren>[^()\n]{{2,40}})\){END}")
JOINED = re.compile(rf"(?P<place>{WORD}(?: {WORD})?) ?[–—-] ?(?P<bare>[A-Z][\w.-]{{1,19}}\w)\. ")
ALONE = re.compile(rf"(?P<place>{PLACE}?){REGION}(?P<date>(?:,|\.)? ?{DAY})?(?:,|\.)? ?(?:{SOURCE})?\.?")
LONGEST_ALONE = 60
SIGNATURES = ("paren", "slash", "bare", "region")
SEVERAL = re.compile(
    r"combined sources|agencies|staff|compiled|news services|wire reports|various|wires", re.IGNORECASE
)
"""Says that there are several sources, and names none."""


class Dateline(NamedTuple):
    """The words before a report's first sentence. ``place`` is the town as printed, ``date`` one with its year."""

    span: Span
    place: Span | None
    date: Dated | None
    source: tuple[Name, Span] | None


def dateline(line: Line) -> Dateline | None:
    """The dateline at the start of a line, where it is beyond doubt: capitals, a date or a source, and a dash.

    It may stand on a line of its own: then an agency signs it, or the town is a capital in capital letters.
    """
    for pattern, holds in ((DATELINE, _is_dateline), (JOINED, _names_agency), (SIGNED, _names_agency)):
        match = pattern.match(line.text)
        if match and holds(match) and (pattern is not SIGNED or _source(line, match)):
            return _dateline(line, match)
    match = ALONE.fullmatch(line.text) if len(line.text) < LONGEST_ALONE else None
    capital = match is not None and line.text.isupper() and line.text.title() in capitals()
    return (
        _dateline(line, match) if match and (capital or (_is_town(match["place"]) and _source(line, match))) else None
    )


def _dateline(line: Line, match: re.Match[str]) -> Dateline:
    start, end = match.span("place") if "place" in match.groupdict() else (0, 0)
    place = Span(line.start + start, line.start + end) if end else None
    return Dateline(_span(line, match), place, _date(line, match), _source(line, match))


def _names_agency(match: re.Match[str]) -> bool:
    """Whether the town is one, and the agency a listed one; what brackets alone hold may be unlisted."""
    found = match.groupdict()
    return "bare" not in found or (_is_town(found["place"]) and known(found["bare"]) is not None)


def _is_town(place: str) -> bool:
    first = place.split(maxsplit=1)[0].strip(".")
    return first not in label_words() and len(place) >= 3 and first.lower() not in (months() | weekdays())


@cache
def label_words() -> frozenset[str]:
    """Words in capitals that stand before a dash and are no towns."""
    return frozenset(row["word"] for row in table("label_words").rows)


@cache
def capitals() -> frozenset[str]:
    """Names of the states' capitals."""
    return frozenset(word for word, meaning in state_words().items() if meaning.capital)


def _span(line: Line, match: re.Match[str]) -> Span:
    return Span(line.start, line.start + len(match[0].rstrip()))


def _is_dateline(match: re.Match[str]) -> bool:
    place, dash = match["place"], not match["end"].isspace() and ":" not in match["end"]
    source = match["paren"] or match["slash"]
    signed = known(match["slash"] or match["region"] or "") is not None
    if not _is_town(place):
        return False
    if match["bare"] and known(match["bare"]) is None:
        return False
    if match["date"]:
        return dash or bool(source or match["bare"]) or place.isupper()
    if signed:
        return dash or match["slash"] is not None
    if source:
        return dash and (
            place.isupper() or known(source) is not None or bool(SEVERAL.search(source)) or source.isupper()
        )
    return dash and place.isupper() and len(place) > 3


def _date(line: Line, match: re.Match[str]) -> Dated | None:
    found = next(dates(match[0]), None)
    return found and found._replace(span=Span(line.start + found.span.start, line.start + found.span.end))


def _source(line: Line, match: re.Match[str]) -> tuple[Name, Span] | None:
    """The agency or outlet that signs the dateline."""
    for group, printed in match.groupdict().items():
        if group not in SIGNATURES or not printed or SEVERAL.search(printed):
            continue
        whole = known(printed) is not None
        for part in re.finditer(r".+" if whole else r"[^/,;]+", printed):
            plain = part[0].strip()
            name = known(plain) or (_signature(plain) if group in {"paren", "slash"} else None)
            if name:
                start = line.start + match.start(group) + part.start() + part[0].index(plain)
                return name, Span(start, start + len(plain))
    return None


def _signature(printed: str) -> Name | None:
    """A single word that signs a dateline, although nobody lists it."""
    if not re.fullmatch(r"[A-Z][\w.-]{2,20}", printed) or printed.lower() in (months() | weekdays()):
        return None
    return Name(printed, "outlet" if is_domain(printed) else "agency", sure=True)
