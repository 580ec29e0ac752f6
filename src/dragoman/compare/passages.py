"""Passages that texts share: runs of equal shingles, found for all pairs of texts together.

Texts are laid end to end, each shingle as a whole number. For each text those numbers are marked, and looked up in all
texts that are compared with it: a pair costs as much as its words are long, and next to nothing beside.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dragoman.compare.shingles import WORDS, Offsets, Shingles
from dragoman.model.spans import Span, Spans

LEAST_PASSAGE = 12
"""Words of a passage; shorter runs are phrases that anybody writes."""
LEAST_COPIED = 40
"""Words that two texts must share in passages, or a fifth of the shorter one."""
SHARE = 0.2
BRIDGED = 3
"""Words that may be changed between two runs of one passage."""
GAP = 0
"""Stands where one text ends and another begins; the number of no shingle."""


class Shared(NamedTuple):
    """Passages that two texts share: where they stand in each, how many words and which share of the shorter one."""

    in_left: Spans
    in_right: Spans
    words: int
    share: float


class _Laid(NamedTuple):
    """Texts end to end: their shingles as numbers, with ``GAP`` before each text and at the end, where each
    text begins, and for each place how many shingles of the outlets' own words stand before it. ``words`` are where the
    words of each text begin in ``starts`` and ``ends``, which are their offsets in it.
    """

    shingles: Offsets
    first: Offsets
    own: Offsets
    words: Offsets
    starts: Offsets
    ends: Offsets


class _Runs(NamedTuple):
    """Runs of words of texts, in order: for which lookup, in which text, and the first and last word."""

    lookup: Offsets
    text: Offsets
    first: Offsets
    last: Offsets

    def only(self, kept: Offsets) -> "_Runs":
        return _Runs(*(each[kept] for each in self))


def find_passages(texts: Sequence[Shingles], pairs: Offsets) -> Iterator[Shared | None]:
    """For each pair of texts (rows of two numbers) the passages that they share, or nothing where they share too
    little.
    """
    if not len(pairs):
        return
    laid = _laid(texts)
    left, right = pairs.T
    runs = _passages(_found(laid, np.concatenate((right, left)), np.concatenate((left, right))))
    words = np.bincount(runs.lookup, runs.last - runs.first + 1, 2 * len(pairs)).astype(np.int64)
    words = np.minimum(words[: len(pairs)], words[len(pairs) :])
    sizes = np.diff(laid.words)
    shares = words / np.maximum(np.minimum(sizes[left], sizes[right]), 1)
    enough = (words >= LEAST_PASSAGE) & ((words >= LEAST_COPIED) | (shares >= SHARE))
    counts = np.bincount(runs.lookup, minlength=2 * len(pairs)).tolist()
    spans = iter(_spans(laid, runs))
    in_left = [tuple(islice(spans, number)) for number in counts[: len(pairs)]]
    rows = zip(in_left, counts[len(pairs) :], words.tolist(), shares.tolist(), enough.tolist(), strict=True)
    for here, number, total, share, copied in rows:
        there = tuple(islice(spans, number))
        yield Shared(here, there, total, round(share, 3)) if copied else None


def _laid(texts: Sequence[Shingles]) -> _Laid:
    gap, no = np.zeros(1, dtype=np.uint64), np.zeros(1, dtype=np.bool_)
    values = np.concatenate([part for text in texts for part in (gap, text.hashes)] + [gap])
    order = np.argsort(values)
    numbers = np.empty(len(values), dtype=np.int64)
    numbers[order] = np.cumsum(np.diff(values[order], prepend=gap) != 0)
    own = np.concatenate([part for text in texts for part in (no, text.own)])
    return _Laid(
        numbers,
        _sums([len(text.hashes) + 1 for text in texts]),
        _sums(own),
        _sums([len(text.starts) for text in texts]),
        np.concatenate([text.starts for text in texts]),
        np.concatenate([text.ends for text in texts]),
    )


def _sums(counts: npt.ArrayLike) -> Offsets:
    """How much all before each one are, and all together."""
    return np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))


def _found(laid: _Laid, held: Offsets, asked: Offsets) -> _Runs:
    """The runs of each text that is asked about that stand in the one that is held, with an own shingle in each."""
    order = np.argsort(held, kind="stable")
    starts = np.flatnonzero(np.diff(held[order], prepend=-1))
    marked = np.zeros(int(laid.shingles.max()) + 1, dtype=np.bool_)
    bounds = list(zip(laid.first[:-1].tolist(), (laid.first[1:] + 1).tolist(), strict=True))
    edges, base = [], 0
    for text, others in zip(held[order[starts]].tolist(), np.split(asked[order], starts[1:]), strict=True):
        own = laid.shingles[slice(*bounds[text])]
        marked[own] = True
        marked[GAP] = False
        found = marked.take(np.concatenate([laid.shingles[slice(*bounds[other])] for other in others.tolist()]))
        edges.append(np.flatnonzero(found[1:] != found[:-1]) + (base + 1))
        base += len(found)
        marked[own] = False
    return _placed(laid, order, asked, np.concatenate(edges))


def _placed(laid: _Laid, order: Offsets, asked: Offsets, edges: Offsets) -> _Runs:
    """The runs between the edges, which are counted through all texts that were asked about one after the other."""
    sizes = (laid.first[1:] - laid.first[:-1] + 1)[asked[order]]
    begins = np.cumsum(sizes) - sizes
    nth = np.searchsorted(begins, edges[::2], side="right") - 1
    text = asked[order[nth]]
    first, last = edges[::2] - begins[nth], edges[1::2] - begins[nth]
    own = laid.own[laid.first[text] + last] > laid.own[laid.first[text] + first]
    runs = _Runs(order[nth], text, first - 1, last - 1 + WORDS - 2).only(np.flatnonzero(own))
    return runs.only(np.argsort(runs.lookup, kind="stable"))


def _passages(runs: _Runs) -> _Runs:
    """Runs that few changed words part made one, and the short ones left out."""
    apart = (np.diff(runs.lookup) != 0) | (runs.first[1:] - runs.last[:-1] - 1 > BRIDGED)
    edge = np.ones(min(len(runs.first), 1), dtype=np.bool_)
    opens, closes = np.concatenate((edge, apart)), np.concatenate((apart, edge))
    whole = _Runs(runs.lookup[opens], runs.text[opens], runs.first[opens], runs.last[closes])
    return whole.only(np.flatnonzero(whole.last - whole.first + 1 >= LEAST_PASSAGE))


def _spans(laid: _Laid, runs: _Runs) -> list[Span]:
    """The runs as spans; the same passage of a text stands in many others, and is made once."""
    words = laid.words[runs.text]
    places, which = np.unique(((words + runs.first) << 32) + words + runs.last, return_inverse=True)
    starts, ends = laid.starts[places >> 32].tolist(), laid.ends[places & 0xFFFFFFFF].tolist()
    spans = list(map(Span, starts, ends))
    return [spans[n] for n in which.tolist()]
