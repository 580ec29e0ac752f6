"""Lines that repeat across one outlet's articles, and are therefore the page's and not the article's."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlsplit

from dragoman.knowledge.speech import reports_speech
from dragoman.model.article import Article
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Span, Spans, merged

LEAST = 3
"""A line repeats where so many articles, of which none is a version of another, hold it."""
LONGEST = 200
"""Longer lines, in code points, are never furniture."""
PARAGRAPH = 100
"""Lines of so many code points are told from page marks: two articles that share some are versions of one text."""
COMMON = 20
"""A paragraph in more articles than this says nothing about versions, and would cost the square of their number."""
SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
TOP, BOTTOM = 3, 5
"""A whole sentence is the page's only where it stands among so many first or last lines in all articles."""


ENDS = 3
"""Lines that are the same have so many first and last words in common."""


class Line(NamedTuple):
    """A line of an article, as it is printed and without white space around it, where it stands, and whether that is at
    the page's edge.
    """

    article: int
    words: str
    start: int
    edge: bool


def repeated_lines(readings: Sequence[ReadArticle]) -> dict[str, Spans]:
    """Where lines stand that repeat across the articles of one outlet, by article id.

    Versions and copies of one article share all their lines: they count as one. A line with quotation marks and a verb
    of speech is never furniture, nor is the title. Time grows with the number of lines.
    """
    outlets: dict[str, list[Article]] = defaultdict(list)
    for read in readings:
        if name := _outlet(read.article):
            outlets[name].append(read.article)
    found: dict[str, Spans] = {}
    for name in sorted(outlets):
        if len(outlets[name]) >= LEAST:
            found.update(_repeated(sorted(outlets[name], key=lambda article: article.id)))
    return found


def _outlet(article: Article) -> str:
    """What tells the outlet: its name, else its web address."""
    name = (article.masthead.outlet or "").casefold().removeprefix("the ")
    return name or (urlsplit(article.url).hostname or "" if article.url else "").removeprefix("www.")


def _repeated(articles: Sequence[Article]) -> Mapping[str, Spans]:
    lines = [line for index, article in enumerate(articles) for line in _lines(index, article)]
    by_words = _in_several(lines)
    version = _versions(lines, len(articles), by_words)
    spans: dict[int, list[Span]] = defaultdict(list)
    for words, group in by_words.items():
        if len({version[line.article] for line in group}) >= LEAST and _is_page(words, group):
            for line in group:
                spans[line.article].append(Span(line.start, line.start + len(line.words)))
    return {articles[index].id: merged(found) for index, found in sorted(spans.items())}


def _lines(index: int, article: Article) -> Iterator[Line]:
    """The article's lines, its title left out."""
    found: list[tuple[int, str]] = []
    start = 0
    for raw in article.text.splitlines(keepends=True):
        if plain := raw.strip():
            found.append((start + raw.index(plain), plain))
        start += len(raw)
    title = article.masthead.places.get("title", ())
    for number, (start, plain) in enumerate(found):
        if not (title and any(start < right and left < start + len(plain) for left, right in title)):
            yield Line(index, plain, start, number < TOP or number >= len(found) - BOTTOM)


def _in_several(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines that stand in several articles, by their words with single spaces.

    Nearly all lines stand in one article alone, which their first and last words tell already.
    """
    alike: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in lines:
        alike[first_and_last(line.words)].append(line)
    found: dict[str, list[Line]] = defaultdict(list)
    for group in alike.values():
        if group[0].article != group[-1].article:
            for line in group:
                found[" ".join(line.words.split())].append(line)
    return {words: group for words, group in found.items() if group[0].article != group[-1].article}


def first_and_last(text: str) -> tuple[str, ...]:
    """The first and the last words: found at once in a long text, and the same in texts that differ in white space."""
    return (*text.split(None, ENDS)[:ENDS], *text.rsplit(None, ENDS)[-ENDS:])


def _is_page(words: str, group: Sequence[Line]) -> bool:
    if len(words) > LONGEST or reports_speech(words):
        return False
    return all(line.edge for line in group) or not SENTENCE.search(words)


def _versions(lines: Sequence[Line], count: int, by_words: Mapping[str, Sequence[Line]]) -> list[int]:
    """For each article the least index of its versions: two are versions where they share half of their paragraphs."""
    paragraphs = Counter(line.article for line in lines if len(line.words) >= PARAGRAPH)
    shared: Counter[tuple[int, int]] = Counter()
    for words, group in by_words.items():
        holders = sorted({line.article for line in group})
        if len(words) >= PARAGRAPH and len(holders) <= COMMON:
            shared.update(combinations(holders, 2))
    parent = list(range(count))
    for (left, right), number in sorted(shared.items()):
        if number * 2 >= min(paragraphs[left], paragraphs[right]):
            _join(parent, left, right)
    return [_root(parent, index) for index in range(count)]


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _join(parent: list[int], left: int, right: int) -> None:
    least, other = sorted((_root(parent, left), _root(parent, right)))
    parent[other] = least
