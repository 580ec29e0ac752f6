"""Runs of five words as numbers: what two texts have in common, found without reading them side by side.

A shingle (Broder 1997) is hashed from the hashes of its words, so that each word is hashed once; a fixed eighth of all
shingles, chosen by their own value, stands for a text.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from dragoman.model.quoted import quoted_runs
from dragoman.model.spans import Span, Spans, without

WORDS = 5
SAMPLE = 8
FACTOR = np.uint64(0x9E3779B97F4A7C15)
MIX = np.uint64(0xC2B2AE3D27D4EB4F)
WORD = re.compile(r"\w+")

Hashes = npt.NDArray[np.uint64]
Offsets = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shingles:
    """A text's shingles in order. ``starts`` and ``ends`` are offsets of its words, of which there are four more;
    ``own`` marks the shingles that hold no quoted word: two outlets that quote the same words have not copied each
    other.
    """

    hashes: Hashes
    own: npt.NDArray[np.bool_]
    starts: Offsets
    ends: Offsets

    def sample(self) -> Hashes:
        """The sampled shingles of the outlet's own words, each once, in order of their values."""
        own = self.hashes[self.own]
        return np.unique(own[own % np.uint64(SAMPLE) == 0])

    def runs_in(self, other: "Shingles") -> list[tuple[int, int]]:
        """The first and last word of each run of words that stands in the other text too, with an own shingle in it."""
        inside = np.isin(self.hashes, other.hashes)
        edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False])).astype(np.int8)))
        pairs = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
        return [(first, last + WORDS - 2) for first, last in pairs if self.own[first:last].any()]

    def span(self, first: int, last: int) -> Span:
        """Where the words from the first to the last stand."""
        return Span(int(self.starts[first]), int(self.ends[last]))


def shingled(text: str, left_out: Spans = ()) -> Shingles:
    """The shingles of the text without what is left out."""
    kept = without([(0, len(text))], left_out)
    words = [match for start, end in kept for match in WORD.finditer(text, start, end)]
    starts = np.array([match.start() for match in words], dtype=np.int64)
    ends = np.array([match.end() for match in words], dtype=np.int64)
    values = np.array([_hash(match.group().lower()) for match in words], dtype=np.uint64)
    count = max(0, len(words) - WORDS + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(WORDS):
        hashes = hashes * FACTOR + values[offset : offset + count]
    hashes = (hashes ^ (hashes >> np.uint64(33))) * MIX
    return Shingles(hashes ^ (hashes >> np.uint64(29)), _own(text, starts, count), starts, ends)


def _own(text: str, starts: Offsets, count: int) -> npt.NDArray[np.bool_]:
    """For each shingle whether none of its words is quoted."""
    quoted = np.zeros(len(starts) + 1, dtype=np.int64)
    for start, end in quoted_runs(text):
        first, last = np.searchsorted(starts, [start, end])
        quoted[first + 1 : last + 1] = 1
    before = np.cumsum(quoted)
    own: npt.NDArray[np.bool_] = before[WORDS : WORDS + count] == before[:count]
    return own


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
