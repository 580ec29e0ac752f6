"""Which statements of one speaker on one occasion share a part without rendering one utterance as a whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from dragoman.compare.forms import tokens
from dragoman.language.encoder import cosines, matrix
from dragoman.model.links import At, Rendering, StoryGroup
from dragoman.model.reading import ReadArticle, Statement
from dragoman.model.spans import Spans, common

CLOSE = 0.4
"""Least cosine of two statements of one speaker that also share two neighbouring words."""
RESTATED = 0.5
"""Least cosine of a headline with the statement of the body that it restates."""
MOST_SHARING = 8
"""A pair of words that more statements of one speaker and story have says nothing of their kinship."""

Pair = tuple[Rendering, Rendering]
_Piece = tuple[Rendering, bytes]


def related_pairs(
    readings: Mapping[str, ReadArticle], stories: Iterable[StoryGroup], actors: Mapping[At, int]
) -> Iterator[list[Pair]]:
    """Statements of different articles of a story, by one speaker, that share two neighbouring content words; one list
    a speaker and story. They are found through those words, so that the work grows with the number of statements.
    """
    for story in stories:
        by_speaker: dict[int, list[_Piece]] = defaultdict(list)
        for article in story.articles:
            for index, statement in enumerate(readings[article].reading.statements):
                speakers = {actors[At(article, entity)] for entity in statement.speakers}
                if statement.shown and statement.inside is None and len(speakers) == 1:
                    by_speaker[speakers.pop()] += _pieces(At(article, index), statement)
        for speaker in sorted(by_speaker):
            yield list(_sharing(readings, by_speaker[speaker]))


def restated_pairs(readings: Mapping[str, ReadArticle], actors: Mapping[At, int]) -> Iterator[list[Pair]]:
    """Each headline's statement, and the statement of the article's body that is nearest to it, by the same speaker."""
    for article, read in readings.items():
        told = [
            (At(article, index), row) for index, row in enumerate(read.reading.statements) if row.shown and row.vector
        ]
        body = [piece for at, row in told if not row.headline for piece in _pieces(at, row)]
        for at, row in told:
            mine = _speakers(at, row, actors)
            may = [p for p in body if not mine or mine & _speakers(p[0].statement, _row(readings, p[0]), actors)]
            if row.headline and may:
                scores = cosines(matrix([row.vector]), matrix([vector for _, vector in may]))[0]
                best = int(scores.argmax())
                if scores[best] >= RESTATED:
                    yield [(Rendering(at, row.content), may[best][0])]


def _speakers(at: At, row: Statement, actors: Mapping[At, int]) -> set[int]:
    return {actors[At(at.article, entity)] for entity in row.speakers}


def _row(readings: Mapping[str, ReadArticle], piece: Rendering) -> Statement:
    return readings[piece.statement.article].reading.statements[piece.statement.index]


def _pieces(at: At, row: Statement) -> list[_Piece]:
    """The statement's sentences, or its content where it has one sentence."""
    found: list[tuple[Spans, bytes]] = [(part.spans, part.vector) for part in row.parts]
    return [(Rendering(at, spans), vector) for spans, vector in found or [(row.content, row.vector)] if vector]


def _sharing(readings: Mapping[str, ReadArticle], pieces: Sequence[_Piece]) -> Iterator[Pair]:
    if len({piece.statement.article for piece, _ in pieces}) < 2:
        return
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (piece, _) in enumerate(pieces):
        for bigram in _bigrams(readings[piece.statement.article].article.text, piece.spans):
            holders[bigram].append(number)
    found = {
        pair
        for numbers in holders.values()
        if len(numbers) <= MOST_SHARING
        for pair in combinations(numbers, 2)
        if pieces[pair[0]][0].statement.article != pieces[pair[1]][0].statement.article
    }
    for i, j in sorted(found):
        if cosines(matrix([pieces[i][1]]), matrix([pieces[j][1]]))[0, 0] >= CLOSE:
            yield pieces[i][0], pieces[j][0]


def _bigrams(text: str, spans: Spans) -> list[tuple[str, str]]:
    words = tokens(text, spans)
    return sorted({(a.key, b.key) for a, b in pairwise(words) if a.content and b.content and b.near})


def overlap(pair: Pair, known: Mapping[At, Sequence[tuple[int, Spans]]]) -> bool:
    """Whether the two already render one utterance there: ``known`` are each statement's utterances and places."""
    sides = [{number for number, spans in known.get(r.statement, ()) if common(spans, r.spans)} for r in pair]
    return bool(sides[0] & sides[1])
