"""What a credit is for: the whole report, or the paragraph in which it stands."""

import re

from dragoman.model.spans import Span

FEW = 3
"""A paragraph with so few words beside its credit is nothing but the credit."""
AFTER_DATELINE = re.compile(r"[\s)\]]*[-–—]")
DATELINE = 80
"""Code points of a paragraph in which a dateline ends."""
WORD = re.compile(r"\w+")


def paragraph(text: str, span: Span) -> Span:
    """The line, without white space at its edges, in which the span begins."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    line = text[start : len(text) if end < 0 else end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def credits_all(text: str, span: Span) -> bool:
    """Whether the credit stands in a dateline ("LISK (Agency) - ...") or in a paragraph of its own."""
    line = paragraph(text, span)
    after = span.start + len(text[span.start : span.end].rstrip(" -–—"))
    if span.end - line.start <= DATELINE and AFTER_DATELINE.match(text, after):
        return True
    beside = text[line.start : span.start] + " " + text[span.end : line.end]
    return len(WORD.findall(beside)) <= FEW
