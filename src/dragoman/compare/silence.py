"""Which articles of a story do not have an utterance that others have, and which may have it in other words.

That an article lacks something is only said where it was read in full, is not older, and no statement and no sentence
of it comes near. The nearness asked for is far below that from which two statements are one utterance.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from dragoman.compare.bags import OTHER_ARTICLES
from dragoman.compare.matching import stems
from dragoman.language.encoder import Matrix, cosines, matrix
from dragoman.model.links import At, DisputeGroup, Lacking, Rendering, StoryGroup
from dragoman.model.reading import ReadArticle, Statement
from dragoman.model.spans import Place, Span, Spans, common, words
from dragoman.model.when import When

NEAR_MEANING = 0.5
"""Cosine from which a statement may be the utterance in other words; a rendering scores 0.75 and more."""
NEAR_WORDS = 0.35
"""Share of the weight of the words of the shorter of utterance and sentence, from which the sentence may be it."""
LEAST_WORDS = 5
"""A sentence or utterance of fewer content words is weighed as if it had so many of the utterance's mean weight."""
GRAIN = 1000


@dataclass(frozen=True)
class _Near:
    """A read article as what may hold an utterance in other words: its sentences' words and its statements' vectors."""

    read: ReadArticle

    @cached_property
    def sentences(self) -> list[tuple[Span, frozenset[str]]]:
        text = self.read.article.text
        whole = [Span(*span) for span in self.read.reading.sentences]
        title = [span for span in self.read.article.masthead.places.get("title", ()) if span not in whole]
        return [(span, frozenset(stems(text[span.start : span.end]))) for span in (*title, *whole)]

    @cached_property
    def statements(self) -> tuple[list[Spans], Matrix]:
        found = [each for statement in self.read.reading.statements for each in _vectors(statement)]
        return [spans for spans, _ in found], matrix([vector for _, vector in found])


def find_lacking(
    readings: Sequence[ReadArticle],
    stories: Sequence[StoryGroup],
    utterances: Sequence[Sequence[Rendering]],
    dates: Mapping[str, When],
    said_on: Mapping[At, When],
) -> tuple[tuple[Lacking, ...], ...]:
    """For each utterance the articles of its story that hold none of its renderings and are of outlets that hold none
    in another article, in order of their ids. ``dates`` are the articles' inferred dates, ``said_on`` the statements'.
    """
    by_id = {read.article.id: read for read in readings}
    story_of = {article: group for group in stories for article in group.articles}
    return lacking_in(by_id, [Asked(each, others(each, by_id, story_of)) for each in utterances], dates, said_on)


class Asked(NamedTuple):
    """Renderings, the articles of which it is asked whether they have them, and what there is certainly not it."""

    renderings: Sequence[Rendering]
    articles: Sequence[str]
    other: Mapping[str, Spans] = MappingProxyType({})


def lacking_in(
    by_id: Mapping[str, ReadArticle], asked: Sequence[Asked], dates: Mapping[str, When], said_on: Mapping[At, When]
) -> tuple[tuple[Lacking, ...], ...]:
    """What is known of each of the articles that are asked about, which hold none of the renderings."""
    having = {each.statement.article for row in asked if row.articles for each in row.renderings}
    near = {article: _Near(by_id[article]) for article in sorted(having.union(*(row.articles for row in asked)))}
    weight = _weights(list(near.values()))
    return tuple(
        tuple(_lacking(row, near[each], by_id, dates, said_on, weight) for each in row.articles) for row in asked
    )


def whole(readings: Iterable[ReadArticle], disputes: Iterable[DisputeGroup]) -> tuple[tuple[Rendering, ...], ...]:
    """What is disputed in each, as renderings of one thing: the contents of the first side's statements."""
    rows = {read.article.id: read.reading.statements for read in readings}
    return tuple(
        tuple(Rendering(at, rows[at.article][at.index].content) for at in group.sides[0]) for group in disputes
    )


def others(
    utterance: Sequence[Rendering], by_id: Mapping[str, ReadArticle], story_of: Mapping[str, StoryGroup]
) -> list[str]:
    """The articles of its stories that hold none of the renderings, of outlets that hold none elsewhere."""
    having = {rendering.statement.article for rendering in utterance}
    outlets = {by_id[article].article.masthead.outlet for article in having} - {None}
    told = {each for article in having if article in story_of for each in story_of[article].articles}
    return sorted(each for each in told - having if by_id[each].article.masthead.outlet not in outlets)


def _lacking(
    asked: Asked,
    other: _Near,
    by_id: Mapping[str, ReadArticle],
    dates: Mapping[str, When],
    said_on: Mapping[At, When],
    weight: Mapping[str, int],
) -> Lacking:
    article, reading = other.read
    if reading.unread or article.excerpt:
        return Lacking(article.id, "unread")
    utterance, barred = asked.renderings, asked.other.get(article.id, ())
    told = [(rendering, by_id[rendering.statement.article]) for rendering in utterance]
    if place := _nearest(told, other, weight, barred):
        return Lacking(article.id, "near", place)
    first = _first_day(utterance, by_id, dates, said_on)
    published = _published(other.read, dates)
    if first and published.latest and published.latest < first:
        return Lacking(article.id, "earlier")
    if first is None or published.earliest is None or published.earliest < first:
        return Lacking(article.id, "undated")
    return Lacking(article.id, "absent")


def _published(read: ReadArticle, dates: Mapping[str, When]) -> When:
    return dates.get(read.article.id, read.article.masthead.published)


def _first_day(
    utterance: Sequence[Rendering],
    by_id: Mapping[str, ReadArticle],
    dates: Mapping[str, When],
    said_on: Mapping[At, When],
) -> date | None:
    """The last day on which it may have been first told: the latest on which a statement says that it was made, or
    else the earliest on which an article that has it was published for certain.
    """
    told = [when.latest for each in utterance if (when := said_on.get(each.statement)) and when.latest]
    if told:
        return max(told)
    days = [_published(by_id[each.statement.article], dates).latest for each in utterance]
    return min((day for day in days if day), default=None)


def _nearest(
    utterance: Sequence[tuple[Rendering, ReadArticle]], other: _Near, weight: Mapping[str, int], barred: Spans
) -> Place | None:
    """Where in the article the utterance may stand in other words: the nearest place, by words before by meaning."""
    found = [
        (score, spans)
        for rendering, read in utterance
        for score, spans in (*_by_words(rendering, read, other, weight), *_by_meaning(rendering, read, other))
        if not common(spans, barred)
    ]
    best = min(found, key=lambda each: (-each[0], each[1]), default=None)
    return Place(other.read.article.id, best[1]) if best else None


def _by_words(
    rendering: Rendering, read: ReadArticle, other: _Near, weight: Mapping[str, int]
) -> Iterator[tuple[float, Spans]]:
    wanted = set(stems(words(read.article.text, rendering.spans)))
    if not wanted:
        return
    total = sum(weight.get(word, 0) for word in wanted)
    least = LEAST_WORDS * total / len(wanted)
    for span, there in other.sentences:
        both = sum(weight.get(word, 0) for word in wanted & there)
        share = both / max(min(total, sum(weight.get(word, 0) for word in there)), least, 1)
        if share >= NEAR_WORDS:
            yield share / NEAR_WORDS, (span,)


def _by_meaning(rendering: Rendering, read: ReadArticle, other: _Near) -> Iterator[tuple[float, Spans]]:
    statement = read.reading.statements[rendering.statement.index]
    vectors = [vector for spans, vector in _vectors(statement) if common(spans, rendering.spans)]
    places, rows = other.statements
    if vectors and places:
        best = cosines(matrix(vectors), rows).max(axis=0).tolist()
        yield from (
            (score / NEAR_MEANING, spans) for score, spans in zip(best, places, strict=True) if score >= NEAR_MEANING
        )


def _vectors(statement: Statement) -> Iterator[tuple[Spans, bytes]]:
    """The vectors of a statement's content and of its sentences, with their places."""
    pieces = ((statement.content, statement.vector), *((part.spans, part.vector) for part in statement.parts))
    yield from ((spans, vector) for spans, vector in pieces if vector)


def _weights(articles: Sequence[_Near]) -> dict[str, int]:
    """How much each word of the articles says: the logarithm of how few of them have it, in whole numbers, whose sums
    do not depend on their order.
    """
    every = len(articles) + OTHER_ARTICLES
    seen = Counter(word for each in articles for word in set().union(*(there for _, there in each.sentences)))
    return {word: round(GRAIN * math.log(every / (n + 1))) for word, n in seen.items()}
