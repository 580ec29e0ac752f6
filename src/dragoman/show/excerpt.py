"""The part of an article round some words."""

import re
from dataclasses import replace

from dragoman.model.spans import Span, Spans, common, words
from dragoman.show.cite import passage, shortened
from dragoman.show.index import Index
from dragoman.show.pieces import Cited

BEFORE, AFTER = 45, 75
SENTENCE = 240
"""A sentence round a number is shown as far as this many characters before and after it."""
_SENTENCE_END = re.compile(r"[.!?][”’\"']?\s|\n")
_EDGE = re.compile(r"(?<=\s)(?=\S)|(?<=\S)(?=\s)")


def around(ix: Index, item: Cited, first: Span) -> Cited:
    """At most some 120 characters round the words at ``first``, cut between words.

    Words between quotation marks are never cut out of their marks: such a passage is shortened from its start instead.
    """
    text = ix.articles[item.article].text
    home = next(span for span in item.spans if span.start <= first.start < span.end)
    start = _edge(text, max(home.start, first.start - BEFORE), home.start, first.start)
    end = _edge_back(text, min(home.end, max(first.end, first.start + AFTER)), home.end)
    if start <= home.start and end >= home.end:
        start, end = home
    window = Span(start, end)
    if item.kind != "quotation" and _splits(ix.runs.get(item.article, ()), window):
        return shortened(ix, item, BEFORE + AFTER)
    cut = (start > item.spans[0].start, end < item.spans[-1].end)
    return replace(
        item, text=words(text, (window,)), spans=(window,), differing=common(item.differing, (window,)), cut=cut
    )


def sentence_around(ix: Index, article: str, spans: Spans) -> Cited:
    """The sentence in which the words stand, told by punctuation and line ends alone."""
    text, first, last = ix.articles[article].text, spans[0].start, spans[-1].end
    starts = [found.end() for found in _SENTENCE_END.finditer(text, max(0, first - SENTENCE), first)]
    found = _SENTENCE_END.search(text, last, last + SENTENCE)
    start = starts[-1] if starts else _edge(text, max(0, first - SENTENCE), 0, first)
    end = found.end() if found else _edge_back(text, min(len(text), last + SENTENCE), len(text))
    whole = text[start:end]
    window = Span(start + len(whole) - len(whole.lstrip()), end - (len(whole) - len(whole.rstrip())))
    return passage(ix, article, (window,))


def _edge(text: str, at: int, first: int, last: int) -> int:
    while first < at < last and not (text[at - 1].isspace() and not text[at].isspace()):
        at += 1
    return at


def _edge_back(text: str, at: int, last: int) -> int:
    while at < last and not text[at].isspace():
        at += 1
    return at


def _splits(runs: Spans, window: Span) -> bool:
    return any(
        run.start <= window.start < run.end or run.start < window.end <= run.end
        for run in runs
        if not (window.start < run.start and run.end < window.end)
    )
