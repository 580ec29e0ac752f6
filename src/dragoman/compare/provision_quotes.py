"""Quoted words of statements that invoke a text, found in the text, or beside the passage that they come nearest to."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import Match, SequenceMatcher
from itertools import pairwise

from dragoman.compare.papers import Known
from dragoman.model.links import At, QuotedProvision
from dragoman.model.quoted import quoted_runs
from dragoman.model.reading import ReadArticle, Statement
from dragoman.model.spans import Span, covers

LEAST = 4
"""So many words at least: fewer are quoted for themselves."""
NEAR = 0.6
"""The share of the quoted words that the passage must have in the same order to be what they quote otherwise."""
RUN = 3
"""So many words in a row must be the same."""
LONGEST = 120
_WORD = re.compile(r"[\w’']+")
_NESTED = re.compile(r"[“\"‘']([^“”\"]{12,600}?)[”\"’'](?!\w)")
Words = list[tuple[str, Span]]


def quoted_provisions(row: Known, text: str, by_id: Mapping[str, ReadArticle]) -> Iterator[QuotedProvision]:
    """Each quotation of a statement that names the text, where the text has it or comes near to it."""
    known = _words(text, Span(0, len(text)))
    index = _index(known)
    seen: set[tuple[str, Span]] = set()
    for paper in sorted(row.papers, key=lambda each: each.at):
        read = by_id[paper.at.article]
        for number, statement in enumerate(read.reading.statements):
            if not covers(statement.content, (paper.mention.span,)) or statement.headline:
                continue
            for span in _quotations(read.article.text, statement):
                found = _nearest(_words(read.article.text, span), known, index)
                if found is not None and (paper.at.article, span) not in seen:
                    seen.add((paper.at.article, span))
                    yield QuotedProvision(At(paper.at.article, number), (span,), (found[0],), found[1])


def _quotations(text: str, statement: Statement) -> Iterator[Span]:
    """What stands between quotation marks within the statement, quotations within its own words first."""
    start, end = statement.content[0].start, statement.content[-1].end
    for nested in _NESTED.finditer(text, start, end):
        if start < nested.start():
            yield Span(*nested.span(1))
    for run in quoted_runs(text):
        if run.end > start and run.start < end:
            yield Span(max(run.start, start), min(run.end, end))


def _words(text: str, span: Span) -> Words:
    found = _WORD.finditer(text, *span)
    return [(word.group().casefold().replace("’", "'"), Span(*word.span())) for word in found]


def _index(words: Words) -> dict[tuple[str, ...], list[int]]:
    """Where each run of words begins."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - RUN + 1):
        index[tuple(word for word, _ in words[at : at + RUN])].append(at)
    return index


def _nearest(quoted: Words, known: Words, index: Mapping[tuple[str, ...], list[int]]) -> tuple[Span, bool] | None:
    """The passage with most of the quoted words, and whether it has all of them in a row."""
    said = [word for word, _ in quoted]
    if not LEAST <= len(said) <= LONGEST:
        return None
    starts = {
        max(0, at - offset)
        for offset in range(len(said) - RUN + 1)
        for at in index.get(tuple(said[offset : offset + RUN]), ())
    }
    best: tuple[float, int, Span] | None = None
    for start in sorted(starts):
        window = known[start : start + len(said)]
        if [word for word, _ in window] == said:
            return Span(window[0][1].start, window[-1][1].end), True
        wider = known[max(0, start - RUN) : start + len(said) + RUN]
        matcher = SequenceMatcher(None, said, [word for word, _ in wider], autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        share = sum(block.size for block in blocks) / len(said)
        place = Span(wider[blocks[0].b][1].start, wider[blocks[-1].b + blocks[-1].size - 1][1].end)
        if share >= NEAR and (best is None or (-share, len(wider)) < (best[0], best[1])) and _together(blocks):
            best = (-share, len(wider), place)
    return (best[2], False) if best else None


def _together(blocks: list[Match]) -> bool:
    """Whether what is the same lies close together in the text."""
    return all(right.b - left.b - left.size <= 2 * RUN for left, right in pairwise(blocks))
