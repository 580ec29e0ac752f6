"""One checked item of a brief, held against the text of its article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dragoman.model.quoted import quoted
from dragoman.model.spans import Span, Spans, words
from dragoman.model.when import When
from dragoman.verify.days import agrees, printed_as
from dragoman.verify.report import Report

WORDS = frozenset({"quotation", "paraphrase", "name", "number", "place"})
"""Kinds whose printed words are exactly those of the article."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a brief prints, and where it says that it stands. ``where`` is where in the brief it is printed."""

    where: str
    kind: str
    printed: str
    article: str
    spans: Spans
    when: When | None = None


def inside(spans: Spans, text: str) -> bool:
    """Whether the spans are in order, apart from each other, not empty, and in the text."""
    edges = [edge for span in spans for edge in span]
    return (
        bool(edges)
        and edges[0] >= 0
        and edges[-1] <= len(text)
        and all(start < end for start, end in spans)
        and all(left.end <= right.start for left, right in pairwise(spans))
    )


def check(item: Item, text: str, report: Report) -> None:
    """Adds to the report what of the item does not hold."""
    report.checked[item.kind] += 1
    report.wrong.extend(f"{item.where}: {line}" for line in _wrong(item, text))


def _wrong(item: Item, text: str) -> Iterator[str]:
    if item.spans and not inside(item.spans, text):
        yield f"{shown(item.spans)} is not a place in the text of {len(text)} characters"
        return
    there, at = words(text, item.spans), shown(item.spans)
    if item.kind in WORDS:
        if not item.spans:
            yield f"the {item.kind} {brief(item.printed)} has no place"
        elif item.printed != there:
            yield f"the {item.kind} {brief(item.printed)} is not at {at}, where {brief(there)} stands"
        elif item.kind == "quotation" and not quoted(text, item.spans):
            yield f"{brief(there)} at {at} does not stand between quotation marks in the article"
    elif item.kind == "date" and item.when:
        if not item.spans and item.when.basis == "stated" and not item.when.reason:
            yield f"the date {brief(item.printed)} is said to be stated and has no place"
        if not printed_as(item.when, item.printed):
            yield f"the date {brief(item.printed)} is not the day {item.when.earliest} to {item.when.latest}"
        if item.spans and not agrees(item.when, there):
            yield f"the words {brief(there)} at {at} do not say {item.when.earliest} to {item.when.latest}"
    else:
        yield f"items of the kind {brief(item.kind)} are not known"


def brief(words: str) -> str:
    """The words in one short line, in brackets: quotation marks could be taken for the article's own."""
    line = " ".join(words.split())
    return f"[{line[:77]}...]" if len(line) > 80 else f"[{line}]"


def shown(spans: Spans) -> str:
    """The spans as a brief writes them."""
    return ",".join(f"{start}-{end}" for start, end in spans)


def spans_of(written: str) -> Spans:
    """The spans that are written as ``shown`` writes them; none where it is anything else."""
    if not re.fullmatch(r"\d{1,9}-\d{1,9}(,\d{1,9}-\d{1,9})*", written):
        return ()
    return tuple(Span(*map(int, part.split("-"))) for part in written.split(","))


def day(written: str | None) -> date | None:
    """The day written in ISO 8601; nothing where it is anything else."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def when_of(earliest: date | None, latest: date | None, basis: str, reason: str = "") -> When:
    """The days as a brief marks them; a basis that is not known counts as stated, which asks most."""
    return When(
        earliest,
        latest,
        basis="given" if basis == "given" else "inferred" if basis == "inferred" else "stated",
        reason=reason,
    )
