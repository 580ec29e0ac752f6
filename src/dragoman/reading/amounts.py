"""Numerals: how much words or digits amount to."""

import re
from typing import TYPE_CHECKING

from dragoman.knowledge.calendar import numbers

if TYPE_CHECKING:
    from dragoman.language.parser import Doc

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
SHORT_SCALES = {"m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000}


WRITTEN = re.compile(rf"({DIGITS.pattern})({'|'.join(SHORT_SCALES)})?")


def amount_at(doc: "Doc", start: int) -> tuple[float, int] | None:
    """The value of the numeral that begins at this token, and the token behind it; nothing where none begins.

    Digits may be followed by scales ("3.1 million", "$5bn"); words are added up ("two hundred and twelve thousand").
    """
    word = doc[start].lower_
    written = WRITTEN.fullmatch(word) if word[:1].isdigit() else None
    if written:
        value, at = float(written[1].replace(",", "")) * SHORT_SCALES.get(written[2], 1), start + 1
        while at < len(doc) and (scale := _scale(doc[at].lower_)):
            value, at = value * scale, at + 1
        return round(value, 6), at
    return _words_at(doc, start) if word in numbers() else None


def scale_at(doc: "Doc", start: int, after: int) -> int:
    """By what the words behind the digits at ``start`` multiply them: a million in "7 million"."""
    scale = 1
    for token in doc[start + 1 : after] if DIGITS.fullmatch(doc[start].lower_) else ():
        scale *= _scale(token.lower_)
    return scale


def _scale(word: str) -> int:
    value = numbers().get(word, SHORT_SCALES.get(word, 0))
    return value if value >= 100 or word == "dozen" else 0


def _words_at(doc: "Doc", start: int) -> tuple[float, int]:
    total, current, at = 0, 0, start
    while at < len(doc):
        value = numbers().get(doc[at].lower_)
        if value is None or not _goes_on(current, value, first=at == start):
            break
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif _scale(doc[at].lower_):
            current = max(current, 1) * value
        else:
            current += value
        at += 1
        if doc[at : at + 1].text in ("-", "and") and doc[at + 1 : at + 2].text.lower() in numbers() and current >= 20:
            at += 1
    return float(total + current), at


def _goes_on(current: int, value: int, *, first: bool) -> bool:
    """Whether a numeral goes on with this word: "twenty five", "two hundred ten", not "two three"."""
    tens = current % 100
    return first or value >= 100 or value == 12 or (value < 10 and tens in range(20, 100, 10)) or tens == 0
