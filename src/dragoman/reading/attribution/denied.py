"""What is denied: "the allegations" of "denied the allegations voiced before and after the talks"."""

import re
from functools import cache

from dragoman.knowledge.contention import contention_words
from dragoman.model.spans import Span, Spans, words

VOICED = (
    "voiced|made|levell?ed|raised|aired|advanced|repeated|brought|directed|lodged|published|circulated|circulating|"
    "put forward|put forth|set out|contained|reported|presented|submitted|tabled|floated|issued"
)
"""Participles behind a noun that tell who said it, when and where, and not what was said."""
BEFORE = 6
"""Words at most before the noun: "the latest Velmarian and Ostrandian allegations"."""


def thing_denied(text: str, cue: Spans, content: Spans) -> Spans:
    """The content; of a denial that takes up what was said by a noun and goes on with who said it and when, the words
    up to the noun. What the noun's "that" or "of" tells is kept.
    """
    if not content or not _denies().search(words(text, cue).lower()):
        return content
    found = _taken_up().match(text, *content[0])
    rest = f"{text[found.end() : content[0].end]} {words(text, content[1:])}" if found else " that "
    return content if re.search(r"\bthat\b", rest) else (Span(content[0].start, found.end(1)),) if found else content


@cache
def _denies() -> re.Pattern[str]:
    forms = (form for verb in contention_words("denies") for form in _inflected(verb))
    return re.compile(rf"\b(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})\b")


@cache
def _taken_up() -> re.Pattern[str]:
    nouns = contention_words("wrong taken up") | contention_words("plan taken up")
    forms = "|".join(
        sorted((form for noun in nouns for form in (noun, f"{noun}s")), key=lambda form: (-len(form), form))
    )
    return re.compile(rf"((?:[\w’'-]+\s+){{0,{BEFORE}}}?(?:{forms}))\s+(?:{VOICED})\b", re.IGNORECASE)


def _inflected(verb: str) -> tuple[str, ...]:
    stem = verb[:-1] if verb.endswith(("y", "e")) else verb
    if verb.endswith("y"):
        return verb, f"{stem}ies", f"{stem}ied", f"{verb}ing"
    return verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing"
