"""Articles as sketches that can be compared and added."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from dragoman.compare.bags import UNIT, added, content_words, page_words, weighted
from dragoman.compare.days import days_of
from dragoman.compare.features import Sketch
from dragoman.language.encoder import LANGUAGES, SIZE
from dragoman.language.typical import Sum, typical_lead
from dragoman.model.article import Article
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Spans, without

TYPICAL_LEADS = 200
"""So many typical leads are added to those of the collection before the mean is taken."""
LONGEST = 50_000
"""Code points of an article whose words count."""


def sketches(readings: Sequence[ReadArticle], furniture: Mapping[str, Spans]) -> list[Sketch]:
    """A sketch for each article, in order; what weighs much depends on the others."""
    words = weighted([words_of(read, furniture) for read in readings])
    names = weighted([names_of(read) for read in readings])
    leads = _centred([lead_of(read) for read in readings])
    days = [days_of(read) for read in readings]
    return [
        Sketch(1, w, n, lead, {day: 1} if day else {})
        for w, n, lead, day in zip(words, names, leads, days, strict=True)
    ]


def words_of(read: ReadArticle, furniture: Mapping[str, Spans]) -> list[str]:
    """The words that may bind the article to others, each as often as it stands there."""
    return [word for word in content_words(body(read.article, furniture)) if word not in page_words()]


def names_of(read: ReadArticle) -> list[str]:
    """The names and numbers that may."""
    return [name for name in read.reading.terms if name not in page_words()]


def body(article: Article, furniture: Mapping[str, Spans]) -> str:
    """The start of the text without its furniture and what repeats across its outlet."""
    whole = [(0, min(len(article.text), LONGEST))]
    kept = without(whole, (*article.furniture, *furniture.get(article.id, ())))
    return "\n".join(article.text[start:end] for start, end in kept)


def together(left: Sketch, right: Sketch) -> Sketch:
    """The sketch of both."""
    return Sketch(
        left.size + right.size,
        added(left.words, right.words),
        added(left.names, right.names),
        left.lead + right.lead,
        Counter(left.days) + Counter(right.days),
    )


def lead_of(read: ReadArticle) -> Sum | None:
    """The lead's vector, where the encoder was made for the article's language."""
    if not read.reading.lead or read.reading.language not in LANGUAGES:
        return None
    return np.frombuffer(read.reading.lead, dtype=np.int8).astype(np.int64)


def _centred(leads: Sequence[Sum | None]) -> list[Sum]:
    """Each less the mean of all and of typical ones, at length ``UNIT``; nought where there is none."""
    known = [lead for lead in leads if lead is not None]
    total = sum(known, start=typical_lead(TYPICAL_LEADS))
    number = len(known) + TYPICAL_LEADS
    return [centred(lead, total, number) for lead in leads]


def centred(lead: Sum | None, total: Sum, number: int) -> Sum:
    """The lead less the mean of so many with this sum, at length ``UNIT``; nought where there is none."""
    return np.zeros(SIZE, dtype=np.int64) if lead is None else _scaled(lead * number - total)


def _scaled(vector: Sum) -> Sum:
    length = np.sqrt(np.square(vector.astype(np.float64)).sum())
    scaled: Sum = np.rint(vector * (UNIT / max(length, 1.0))).astype(np.int64)
    return scaled
