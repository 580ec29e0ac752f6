"""Text that stands in two articles: the same article twice, or passages of one in the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dragoman.compare.shingles import SAMPLE, Hashes, Offsets, Shingles, shingled
from dragoman.model.article import Article
from dragoman.model.ids import sha256
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
LEAST_PASSAGE = 12
"""Words of a passage; shorter runs are phrases that anybody writes."""
LEAST_COPIED = 40
"""Words that two articles must share in passages, or a fifth of the shorter one."""
SHARE = 0.2
BRIDGED = 3
"""Words that may be changed between two runs of one passage."""
KEPT = 4096
"""The shingles of so many articles are kept while pairs are compared."""


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
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article, _ in readings:
        groups[sha256(" ".join(article.text.split()).encode("utf-8", "surrogatepass"))].append(article)
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

    def shingles(i: int) -> Shingles:
        article = articles[i]
        return shingled(article.text, (*article.furniture, *furniture.get(article.id, ())))

    again = lru_cache(KEPT)(shingles)  # few articles share anything: only theirs are kept
    found = []
    for i, j in sharing(shingles(i).sample() for i in range(len(articles))):
        if not _one_outlet(articles[i], articles[j]) and (copy := _copy(again(i), again(j))):
            found.append(Copy(articles[i].id, articles[j].id, *copy))
    return found


def sharing(samples: Iterable[Hashes]) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, in order, of texts whose samples say that one has copied from the other.

    Found through an inverted index: time and memory grow with the number of texts.
    """
    kept = list(samples)
    sizes = np.array([len(sample) for sample in kept], dtype=np.int64)
    pairs, numbers = np.unique(_held_together(kept, sizes), return_counts=True)
    left, right = np.divmod(pairs, max(len(kept), 1))
    enough = np.minimum(LEAST_SHINGLES / SAMPLE, SHARE * np.minimum(sizes[left], sizes[right]))
    copied = numbers >= np.maximum(LEAST_SHARED, enough)
    return list(zip(left[copied].tolist(), right[copied].tolist(), strict=True))


def _held_together(samples: Sequence[Hashes], sizes: Offsets) -> Offsets:
    """Each pair of texts, as i * the number of texts + j, once for each shingle that both hold and not too many do."""
    values = np.concatenate([np.zeros(0, dtype=np.uint64), *samples])
    order = np.argsort(values, kind="stable")
    holders, values = np.repeat(np.arange(len(samples)), sizes)[order], values[order]
    found = [np.zeros(0, dtype=np.int64)]
    first = np.flatnonzero(np.diff(values, prepend=~values[:1]))
    held = np.diff(first, append=len(values))
    near = np.flatnonzero(np.repeat(held <= TOO_COMMON, held))
    for step in range(1, TOO_COMMON):
        near = near[near + step < len(values)]
        near = near[values[near] == values[near + step]]
        found.append(holders[near] * len(samples) + holders[near + step])
    return np.concatenate(found)


def _one_outlet(left: Article, right: Article) -> bool:
    """An outlet that repeats its own background has no other source for it."""
    outlet = left.masthead.outlet
    return outlet is not None and outlet == right.masthead.outlet


def _copy(left: Shingles, right: Shingles) -> tuple[Spans, Spans, int, float] | None:
    in_left, in_right = _passages(left, right), _passages(right, left)
    words = min(sum(last - first + 1 for first, last in runs) for runs in (in_left, in_right))
    share = words / min(len(left.starts), len(right.starts))
    if words < LEAST_PASSAGE or (words < LEAST_COPIED and share < SHARE):
        return None
    there, here = tuple(left.span(*run) for run in in_left), tuple(right.span(*run) for run in in_right)
    return there, here, words, round(share, 3)


def _passages(own: Shingles, other: Shingles) -> list[tuple[int, int]]:
    """The first and last word of each passage, runs that few changed words part made one."""
    first, last = own.runs_in(other)
    apart = first[1:] - last[:-1] - 1 > BRIDGED
    first, last = first[np.append(True, apart)[: len(first)]], last[np.append(apart, True)[: len(last)]]
    long = last - first + 1 >= LEAST_PASSAGE
    return list(zip(first[long].tolist(), last[long].tolist(), strict=True))
