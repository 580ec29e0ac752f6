"""Text that stands in two articles: the same article twice, or passages of one in the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dragoman.compare.furniture import first_and_last
from dragoman.compare.passages import SHARE, find_passages
from dragoman.compare.shingles import SAMPLE, Hashes, Offsets, Shingles, shingled
from dragoman.model.article import Article
from dragoman.model.links import At, Join, Reason
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Span, Spans

LEAST_SHARED = 5
"""So many sampled shingles, each standing for four, must two articles share to be looked at."""
LEAST_SHINGLES = 28
"""So many shingles, by their sample, or a fifth of the shorter text's: as many as the least copied words in three
passages have.
"""
TOO_COMMON = 50
"""A shingle that more articles hold is a phrase, not a copy."""
KEPT = 4096
"""The shingles of so many articles are kept until their pairs are compared; of further ones they are made again."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Passages that two articles share: where they stand in each, how many words and which share of the shorter one,
    and whether it is all of both.
    """

    left: str
    right: str
    in_left: Spans
    in_right: Spans
    words: int
    share: float
    whole: bool = False


def same_texts(readings: Sequence[ReadArticle]) -> dict[str, str]:
    """For each article whose text stands in an earlier one, white space aside, the first one's id.

    The first is that of the earliest known day of publication; then the order given decides.
    """
    alike: defaultdict[tuple[str | int, ...], list[Article]] = defaultdict(list)
    for article, _ in readings:
        alike[(*first_and_last(article.text), article.text.count("e"))].append(article)
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in (article for group in alike.values() if len(group) > 1 for article in group):
        groups[" ".join(article.text.split())].append(article)
    found: dict[str, str] = {}
    for group in groups.values():
        first, *others = sorted(group, key=_published)
        found.update((other.id, first.id) for other in others)
    return found


def _published(article: Article) -> str:
    latest = article.masthead.published.latest
    return latest.isoformat() if latest else "9999"


def same_text_joins(same_text: Mapping[str, str]) -> tuple[Join, ...]:
    """A link for each article that repeats another's text."""
    reasons = (Reason("same text", 1.0, "every word, white space aside"),)
    return tuple(
        Join("articles", At(first, 0), At(other, 0), 1.0, reasons, "same text") for other, first in same_text.items()
    )


def whole_copies(readings: Sequence[ReadArticle], same_text: Mapping[str, str]) -> list[Copy]:
    """Copies of all of an article by another outlet, in the order given."""
    articles = {read.article.id: read.article for read in readings}
    found = []
    for other, first in same_text.items():
        one, again = articles[first], articles[other]
        if not _one_outlet(one, again) and one.text.strip():
            there, here = (_whole(one.text),), (_whole(again.text),)
            found.append(Copy(first, other, there, here, len(one.text.split()), 1.0, whole=True))
    return found


def _whole(text: str) -> Span:
    return Span(len(text) - len(text.lstrip()), len(text.rstrip()))


def find_copies(
    readings: Sequence[ReadArticle], furniture: Mapping[str, Spans], same_text: Mapping[str, str]
) -> list[Copy]:
    """Pairs of articles of different outlets that share passages in the outlets' own words, in the order given.

    Furniture is left out: a consent notice stands in half of an outlet's articles. So are articles that only repeat
    another's text.
    """
    articles = [article for article, reading in readings if not reading.unread and article.id not in same_text]

    @lru_cache(KEPT)
    def shingles(i: int) -> Shingles:
        article = articles[i]
        return shingled(article.text, (*article.furniture, *furniture.get(article.id, ())))

    pairs = sharing(shingles(i).sample() for i in range(len(articles)))
    outlet = _numbered([article.masthead.outlet for article in articles])
    pairs = pairs[outlet[pairs[:, 0]] != outlet[pairs[:, 1]]]  # who repeats their own background has no other source
    asked, places = np.unique(pairs, return_inverse=True)
    found = find_passages([shingles(i) for i in asked.tolist()], places.reshape(pairs.shape))
    ids = [article.id for article in articles]
    ends = zip(pairs[:, 0].tolist(), pairs[:, 1].tolist(), found, strict=True)
    return [Copy(ids[i], ids[j], *shared) for i, j, shared in ends if shared]


def _numbered(names: Iterable[str | None]) -> Offsets:
    """A number for each name, one below nought for each that is not known."""
    known: dict[str, int] = {}
    numbers = [-1 - i if name is None else known.setdefault(name, len(known)) for i, name in enumerate(names)]
    return np.array(numbers, dtype=np.int64)


def sharing(samples: Iterable[Hashes]) -> Offsets:
    """Pairs (i, j), i < j, as rows in order, of texts whose samples say that one has copied from the other.

    Found through an inverted index: time and memory grow with the number of texts.
    """
    kept = list(samples)
    values = np.concatenate([np.zeros(0, dtype=np.uint64), *kept])
    order = np.argsort(values, kind="stable")
    holders, values = np.repeat(np.arange(len(kept)), [len(sample) for sample in kept])[order], values[order]
    once = np.flatnonzero((np.diff(values, prepend=~values[:1]) != 0) | (np.diff(holders, prepend=-1) != 0))
    holders, values = holders[once], values[once]
    sizes = np.bincount(holders, minlength=len(kept))
    pairs, numbers = np.unique(_held_together(holders, values, len(kept)), return_counts=True)
    left, right = np.divmod(pairs, max(len(kept), 1))
    enough = np.minimum(LEAST_SHINGLES / SAMPLE, SHARE * np.minimum(sizes[left], sizes[right]))
    copied = numbers >= np.maximum(LEAST_SHARED, enough)
    return np.stack((left[copied], right[copied]), axis=1)


def _held_together(holders: Offsets, values: Hashes, number: int) -> Offsets:
    """Each pair of texts, as i * the number of texts + j, once for each shingle that both hold and not too many do."""
    found = [np.zeros(0, dtype=np.int64)]
    first = np.flatnonzero(np.diff(values, prepend=~values[:1]))
    held = np.diff(first, append=len(values))
    near = np.flatnonzero(np.repeat(held <= TOO_COMMON, held))
    for step in range(1, TOO_COMMON):
        near = near[near + step < len(values)]
        near = near[values[near] == values[near + step]]
        found.append(holders[near] * number + holders[near + step])
    return np.concatenate(found)


def _one_outlet(left: Article, right: Article) -> bool:
    """An outlet that repeats its own background has no other source for it."""
    outlet = left.masthead.outlet
    return outlet is not None and outlet == right.masthead.outlet
