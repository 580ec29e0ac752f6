"""What compare needs to find like articles and like statements: sentence vectors, names and numbers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.language.encoder import Encoder
from dragoman.model.article import Article
from dragoman.model.reading import ContentPart, Statement
from dragoman.model.spans import Span, Spans, common, without
from dragoman.reading.attribution.near import near

LEAD_WORDS = 120
LEAST_WORDS = 3
"""Shorter contents ("the idea") mean nothing alone and get no vector."""
MOST_PARTS = 40
"""Sentences of one content that get a vector of their own: a speech printed in full is compared by its first ones."""
WORD = re.compile(r"\w+")
TOKEN = re.compile(r"[^\W\d_][\w’'-]*|\d+(?:[.,:]\d+)*|[.!?:\n“\"‘•]")
OPENS = frozenset('.!?:\n“"‘•')
"""After these a capital letter says nothing."""


def with_vectors(
    text: str, statements: Sequence[Statement], sentences: Spans, encoder: Encoder
) -> tuple[Statement, ...]:
    """The statements with the vectors of their contents, and of each sentence where a content has several."""
    contents = [_joined(text, statement.content) for statement in statements]
    parts = [_parts(text, statement.content, sentences) for statement in statements]
    wanted = [content for content in contents if _long(content)]
    wanted += [_joined(text, spans) for group in parts for spans in group]
    vectors = dict(zip(wanted, encoder.encode(wanted), strict=True))
    return tuple(
        replace(
            statement,
            vector=vectors.get(content, b""),
            parts=tuple(ContentPart(spans, vectors[_joined(text, spans)]) for spans in group),
        )
        for statement, content, group in zip(statements, contents, parts, strict=True)
    )


def _parts(text: str, content: Spans, sentences: Spans) -> list[Spans]:
    if not content:
        return []
    first = bisect_right(sentences, content[0].start, key=lambda sentence: sentence.end)
    last = bisect_left(sentences, content[-1].end, key=lambda sentence: sentence.start)
    parts = [_trimmed(text, common(near(content, sentence), [sentence])) for sentence in sentences[first:last]]
    long = [spans for spans in parts if _long(_joined(text, spans))]
    return long[:MOST_PARTS] if len(long) > 1 else []


def _trimmed(text: str, spans: Spans) -> Spans:
    """The spans without white space at the edges of each."""
    cut = []
    for start, end in spans:
        inner = text[start:end]
        left = len(inner) - len(inner.lstrip())
        if inner.strip():
            cut.append(Span(start + left, start + len(inner.rstrip())))
    return tuple(cut)


def _joined(text: str, spans: Spans) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _long(text: str) -> bool:
    return len(WORD.findall(text)) >= LEAST_WORDS


def lead_vector(article: Article, encoder: Encoder) -> bytes:
    """The vector of the title and the first 120 words."""
    return encoder.encode([lead(article)])[0]


def lead(article: Article) -> str:
    """The title once and the first 120 words of the article, furniture left out."""
    title = article.masthead.title or ""
    taken = (*article.furniture, *article.masthead.places.get("title", ()))
    body = _joined(article.text, without([(0, len(article.text))], taken)).split()
    return " ".join([title, *body[:LEAD_WORDS]]).strip()


def names_and_numbers(article: Article) -> tuple[str, ...]:
    """Words with a capital letter that is not owed to a sentence's start alone, in lower case, and numbers; sorted,
    each as often as it occurs. A plain rule: it needs no parse and is worth two to three points when grouping articles.
    """
    spans = without([(0, len(article.text))], article.furniture)
    tokens = [token for start, end in spans for token in _capitals_and_numbers(article.text[start:end])]
    sure = {word for word, opens in tokens if not opens}
    return tuple(sorted(word.lower() for word, _ in tokens if word in sure))


def _capitals_and_numbers(text: str) -> Iterator[tuple[str, bool]]:
    """Each capitalised word and number, and whether it opens a sentence or a line."""
    opens = True
    for match in TOKEN.finditer(text):
        token = match.group()
        if token in OPENS:
            opens = True
            continue
        if token[0].isdigit():
            yield token, False
        elif token[0].isupper():
            yield re.sub(r"[’']s?$", "", token), opens
        opens = False
