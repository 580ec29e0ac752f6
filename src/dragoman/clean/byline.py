"""Bylines and authors' boxes: who wrote the article, or which outlet or agency signs it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.clean.dates import dates
from dragoman.clean.lines import Line
from dragoman.clean.names import known, looks_like_outlet, outlet_words
from dragoman.knowledge.calendar import months, weekdays
from dragoman.model.spans import Span

LETTER = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
PART = rf"{LETTER}(?:[\w’'-]+|\.)(?:[A-Z]\.)?"
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
REST = re.compile(r"\s*(?:[,|•·—–/@(-].{0,80}|(?:in|for|of|from) [A-Z].{0,60}|\d.{0,40})?")
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
    """Bylines above the body: "By A. B.", and names alone above the author's role or outlet."""
    for line, below in pairwise(lines[: body + 1]):
        match = BY.fullmatch(line.text) if len(line.text) < 200 else None
        if match and REST.fullmatch(match["rest"]):
            yield _signed(line, match)
        elif (match := ALONE.fullmatch(line.text)) and (ROLE.fullmatch(below.text) or _is_outlet(below.text)):
            signed = _signed(line, match)
            yield signed._replace(persons=signed.persons if len(signed.persons) == signed.names else (), other=None)


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
