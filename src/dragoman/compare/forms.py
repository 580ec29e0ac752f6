"""A rendering's words as they are compared: phrases of the lists as one word, endings and spellings folded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dragoman.compare.bags import stop_words
from dragoman.knowledge.tables import table
from dragoman.knowledge.wordings import Mark, days, longest_phrases, marks, numbers, ordinals, synonyms
from dragoman.model.spans import Span, Spans

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_][^\W_]*(?:[-‐‑][^\W_]+)*|[’'](?:s|re|ve|ll|d|m|t)\b|[%‰$€£¥]"
)
CLEAN = re.compile(r"[\s\[\]“”\"‘’'«»]*")
"""What may stand between two words of one phrase."""
SENTENCE_END = re.compile(r"[.!?…;:]")
PRONOUNS = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "that",
        "this",
        "there",
        "what",
        "who",
        "which",
        "here",
        "these",
        "those",
        "let",
    ]
)
SHORT = {"n't": "not", "'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "'d": "would"}
AUXILIARIES = frozenset(
    ["do", "does", "did", "be", "been", "being", "is", "are", "am", "was", "were", "has", "have", "had"]
)
SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a listed phrase, where it stands, and the key under which it is aligned.

    ``near`` is whether nothing but white space or a bracket or quotation mark stands before it, ``ends`` whether a
    sentence ended before it, ``comma`` whether a comma stands there; ``capital`` is of its first letter. ``number`` is
    its value, ``day`` the month or weekday that it names.
    """

    form: str
    span: Span
    key: str
    near: bool
    ends: bool
    comma: bool = False
    capital: bool = False
    marks: tuple[Mark, ...] = ()
    number: float | None = None
    ordinal: int | None = None
    day: str | None = None

    def mark(self, kind: str) -> Mark | None:
        """Its mark of this kind."""
        return next((mark for mark in self.marks if mark.kind == kind), None)

    @property
    def content(self) -> bool:
        """Whether it means something by itself."""
        return self.day is not None or (
            self.form not in function_words() and not self.form.startswith("'") and len(self.form) > 1
        )


def tokens(text: str, spans: Spans) -> tuple[Token, ...]:
    """The words at the spans, in order."""
    raw = [found for start, end in spans for found in _words(text, start, end)]
    return tuple(_folded(text, raw))


def _words(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Words in lower case with one kind of apostrophe, "won't" and "cannot" as two; a month keeps its full stop."""
    for found in TOKEN.finditer(text, start, end):
        word, (left, right) = found.group().lower().replace("’", "'").replace("‐", "-").replace("‑", "-"), found.span()
        if text[right : right + 2].replace("’", "'").lower() == "'t" and word.endswith("n") and len(word) > 2:
            stem = {"won": "will", "can": "can", "shan": "shall"}.get(word, word[:-1])
            cut = right - 1 if word not in ("won", "can", "shan") else right
            yield stem, Span(left, cut)
            yield "n't", Span(cut, right + 2)
        elif word == "cannot":
            yield from (("can", Span(left, left + 3)), ("not", Span(left + 3, right)))
        elif word != "'t":
            stop = text[right : right + 1] == "." and word != "may" and word in days() and days()[word] != word
            yield word, Span(left, right + stop)


def _folded(text: str, raw: Sequence[tuple[str, Span]]) -> Iterator[Token]:
    raw = _without_possessives(raw)
    at, previous = 0, None
    while at < len(raw):
        count = _phrase(text, raw, at)
        form = " ".join(word for word, _ in raw[at : at + count])
        span = Span(raw[at][1].start, raw[at + count - 1][1].end)
        gap = text[previous.span.end : span.start] if previous else ""
        at += count
        beside = (previous.form if previous else "", raw[at][0] if at < len(raw) else "")
        previous = _token(text, form, span, gap, beside)
        yield previous


def _without_possessives(raw: Sequence[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """The words, an ending "'s" that is no verb made part of the word before."""
    out: list[tuple[str, Span]] = []
    for word, span in raw:
        if word == "'s" and out and out[-1][0] not in PRONOUNS:
            out[-1] = out[-1][0], Span(out[-1][1].start, span.end)
        else:
            out.append((word, span))
    return out


def _phrase(text: str, raw: Sequence[tuple[str, Span]], at: int) -> int:
    """How many words from here on are one listed phrase."""
    for count in range(min(longest_phrases().get(raw[at][0], 1), len(raw) - at), 1, -1):
        words = raw[at : at + count]
        known = " ".join(word for word, _ in words)
        close = all(CLEAN.fullmatch(text[a.end : b.start]) for (_, a), (_, b) in pairwise(words))
        if close and (known in marks() or known in synonyms()):
            return count
    scaled = at + 1 < len(raw) and raw[at + 1][0] in SCALES and _number(raw[at][0]) is not None
    return 2 if scaled else 1


def _token(text: str, form: str, span: Span, gap: str, beside: tuple[str, str]) -> Token:
    before, following = beside
    number, capital = _number(form), text[span.start].isupper()
    dated = form != "may" or before[:1].isdigit() or following[:1].isdigit()
    day = days().get(form.rstrip(".")) if capital and dated else None
    found = () if day else tuple(m for m in marks().get(form, ()) if not m.number or _number(following) is not None)
    if any(mark.number for mark in found):
        found = tuple(mark for mark in found if mark.number)
    return Token(
        form,
        span,
        key=day or _key(form, number),
        near=CLEAN.fullmatch(gap) is not None,
        ends=SENTENCE_END.search(gap) is not None,
        comma=gap.strip() == ",",
        capital=capital,
        marks=found,
        number=number,
        ordinal=ordinals().get(form),
        day=day,
    )


def _key(form: str, number: float | None) -> str:
    if number is not None:
        return f"{number:g}"
    return synonyms().get(form, "") or SHORT.get(form, "") or ("is" if form == "'s" else fold(form))


@cache
def _number(form: str) -> float | None:
    """The value of "20", "twenty-five", "3.5 million"."""
    total: float | None = None
    for word in form.replace("-", " ").split():
        value = _digits(word) if word[0].isdigit() else numbers().get(word)
        if value is None:
            return None
        total = total * value if total is not None and word in SCALES else (total or 0) + value
    return total


def _digits(word: str) -> float | None:
    plain = word.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", word) else word
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


@cache
def fold(form: str) -> str:
    """A word without hyphens, the endings of inflection and the spellings in which English varies."""
    word = form.replace("-", "").replace(".", "")
    for old, new in (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("our", "or")):
        word = word.replace(old, new) if len(word) >= len(old) + 3 else word
    for ending, instead, least in (
        ("ies", "y", 3),
        ("ied", "y", 3),
        ("ing", "", 4),
        ("ed", "", 3),
        ("es", "", 3),
        ("s", "", 3),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@cache
def function_words() -> frozenset[str]:
    """Words that mean nothing alone."""
    return stop_words() | {row["word"] for row in table("english_function_words").rows} | AUXILIARIES
