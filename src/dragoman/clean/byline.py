"""Bylines and authors' boxes: who wrote the article, or which outlet or agency signs it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.clean.dates import dates, is_date_line
from dragoman.clean.lines import Line
from dragoman.clean.names import known, looks_like_outlet, outlet_words
from dragoman.knowledge.calendar import months, weekdays
from dragoman.knowledge.names import is_given_name
from dragoman.model.spans import Span

LETTER = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
PART = rf"{LETTER}(?:[\w’'/-]+|\.)(?:[A-Z]\.)?"
NAME = rf"{PART}(?: (?:(?:de|da|di|du|van|von|der|den|bin|ibn|al|el|le|la|dos|ter)[ -])*{PART}){{0,3}}"
NAMES = re.compile(NAME)
BY = re.compile(
    r"(?:[Bb]y|BY|[Ww]ritten by|[Aa]uthors?|[Pp]osted by|[Pp]ublished by)(?::|\b) ?"
    rf"(?P<names>{NAME}(?:(?:, and |, | and | & ){NAME}){{0,5}})(?P<rest>.*)"
)
ALONE = re.compile(rf"(?P<names>{NAME}(?:(?:, and |, | and | & ){NAME}){{0,5}})(?P<rest>)")
ROLE = re.compile(
    r"(?:special (?:for|to) .{2,40}|(?:[\w-]+ ){0,4}(?:writers?|columnists?|correspondents?|reporters?|contributors?"
    r"|editors?|bureau|journalists?|analysts?)(?:,? (?:of|at|for|in) .{2,40})?)",
    re.IGNORECASE,
)
SEPARATORS = " |,•·–—/-"
REST = re.compile(r"\s*(?:[,|•·—–/@(-].{0,80}|(?:in|for|of|from|with) [A-Z].{0,60}|\d.{0,40})?")
ABOUT = re.compile(rf"About (?:the (?:author|writer|reporter)s?:? )?(?P<names>{NAME})(?P<rest>.*)")
DESK = re.compile(
    r"\b(?:staff|admin|administrator|editors?|editorial|desk|newsroom|correspondents?|reporters?|team|guest|author|the|our"
    r"|special|bureau|agency|agencies|combined|sources|webdesk|monitoring|news)\b",
    re.IGNORECASE,
)
TAIL = 6
"""An author's box stands among so many last lines."""


class Signed(NamedTuple):
    """A byline: its line, its persons, and the one name that is no person's; whether it bears a date; all its names."""

    line: Line
    persons: tuple[tuple[str, Span], ...] = ()
    other: tuple[str, Span] | None = None
    dated: bool = False
    names: int = 0


def bylines(lines: Sequence[Line], body: int) -> Iterator[Signed]:
    """Bylines above the body: "By A. B.", and names alone beside a date, or above a role or an outlet."""
    for index, line in enumerate(lines[:body]):
        match = BY.fullmatch(line.text) if len(line.text) < 200 else None
        if match and REST.fullmatch(match["rest"]):
            yield _signed(line, match)
        elif names := _alone(lines, index):
            yield names


def _alone(lines: Sequence[Line], index: int) -> Signed | None:
    """Names of persons that stand alone on a line, or before a date."""
    line = lines[index]
    dated = next(dates(line.text), None)
    match = ALONE.fullmatch(line.text[: dated.span.start].rstrip(SEPARATORS) if dated else line.text)
    signed = _signed(line, match) if match else None
    if match is None or signed is None or len(signed.persons) != signed.names:
        return None
    beside = [other.text for other in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])]
    below = beside[-1] if index + 1 < len(lines) else ""
    listed = is_given_name(match["names"].split(maxsplit=1)[0]) and (
        dated or any(is_date_line(text) for text in beside)
    )
    return signed if listed or ROLE.fullmatch(below) or _is_outlet(below) else None


def boxes(lines: Sequence[Line]) -> Iterator[Signed]:
    """Boxes about an author below the body: "About A. B.", "About the author: A. B. covers ..."."""
    for line in lines[-TAIL:]:
        match = ABOUT.match(line.text)
        if match and (line.text.startswith("About the ") or not match["rest"].strip()):
            yield _signed(line, match)._replace(other=None)


def is_person(name: str) -> bool:
    """Whether a name in a byline may be a person's: several words, none of which makes outlets or desks."""
    words = name.split()
    listed = known(name) is not None or any(word in outlet_words("strong") for word in words)
    return 2 <= len(words) <= 6 and not listed and not DESK.search(name)


def _signed(line: Line, match: re.Match[str]) -> Signed:
    start = line.start + match.start("names")
    names = [(m[0], Span(start + m.start(), start + m.end())) for m in NAMES.finditer(match["names"])]
    others = [pair for pair in names if not is_person(pair[0]) and _signs(pair[0])]
    return Signed(
        line,
        tuple(pair for pair in names if is_person(pair[0])),
        others[0] if len(others) == 1 else None,
        next(dates(match["rest"]), None) is not None,
        len(names),
    )


def _is_outlet(text: str) -> bool:
    listed = known(text)
    return listed is not None and listed.sure and listed.kind == "outlet"


def _signs(name: str) -> bool:
    """Whether an agency or outlet may sign under this name."""
    calendar = name.lower() in (months() | weekdays())
    return known(name) is not None or looks_like_outlet(name, weak=True) or not (calendar or DESK.search(name))
