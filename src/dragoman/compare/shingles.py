"""Runs of five words as numbers: what two texts have in common, found without reading them side by side.

A shingle (Broder 1997) is hashed from the hashes of its words, and these from the words' letters, for a whole text at
once; a fixed quarter of all shingles, chosen by their own value, stands for a text.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from dragoman.model.quoted import quoted_runs
from dragoman.model.spans import Spans

WORDS = 5
SAMPLE = 4
FACTOR = np.uint64(0x9E3779B97F4A7C15)
MIX = np.uint64(0xC2B2AE3D27D4EB4F)
PLANE = 1 << 16
"""Letters of code points below this are looked up in a table; the others, which are rare, one by one."""
USUAL = 1 << 16
"""Powers of the factor are kept for texts of so many code points, and made anew for longer ones."""

Hashes = npt.NDArray[np.uint64]
Offsets = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Letters = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class Shingles:
    """A text's shingles in order. ``starts`` and ``ends`` are offsets of its words, of which there are four more;
    ``own`` marks the shingles that hold no quoted word: two outlets that quote the same words have not copied each
    other.
    """

    hashes: Hashes
    own: Mask
    starts: Offsets
    ends: Offsets

    def sample(self) -> Hashes:
        """The sampled shingles of the outlet's own words, in their order."""
        sampled: Hashes = self.hashes[self.own & (self.hashes % np.uint64(SAMPLE) == 0)]
        return sampled


def shingled(text: str, left_out: Spans = ()) -> Shingles:
    """The shingles of the text without what is left out."""
    letters = _letters(text)
    for start, end in left_out:
        letters[start:end] = 0
    starts, ends = _edges(letters != 0)
    values = _words(letters, starts, ends)
    count = max(0, len(starts) - WORDS + 1)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(WORDS):
        hashes = hashes * FACTOR + values[offset : offset + count]
    return Shingles(_mixed(hashes), _own(text, starts, count), starts, ends)


def _letters(text: str) -> Letters:
    """For each code point its number in lower case, or nought where it is part of no word."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    if len(codes) == 0 or codes.max() < PLANE:
        return _table()[codes]
    letters = _table()[np.where(codes < PLANE, codes, 0)]
    for code in np.unique(codes[codes >= PLANE]).tolist():
        letters[codes == code] = _letter(code)
    return letters


@cache
def _table() -> Letters:
    return np.array([_letter(code) for code in range(PLANE)], dtype=np.uint64)


def _letter(code: int) -> int:
    char = chr(code)
    lower = char.lower()
    return ord(lower if len(lower) == 1 else char) if char.isalnum() or char == "_" else 0


def _edges(mask: Mask) -> tuple[Offsets, Offsets]:
    """Where the runs of a mask start and end."""
    padded = np.zeros(len(mask) + 2, dtype=np.int8)
    padded[1:-1] = mask
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return edges[::2], edges[1::2]


def _words(letters: Letters, starts: Offsets, ends: Offsets) -> Hashes:
    """A hash for each word: its letters as the coefficients of a polynomial (Karp and Rabin 1987), modulo 2**64.

    The sum of a word's terms is divided by the power at its start: odd numbers have an inverse.
    """
    power, inverse = _usual_powers() if len(letters) <= USUAL else _powers(len(letters))
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(letters * power[: len(letters)])))
    return _mixed((sums[ends] - sums[starts]) * inverse[starts])


@cache
def _usual_powers() -> tuple[Hashes, Hashes]:
    return _powers(USUAL)


def _powers(size: int) -> tuple[Hashes, Hashes]:
    back = np.uint64(pow(int(FACTOR), -1, 1 << 64))
    found = []
    for factor in (FACTOR, back):
        powers = np.full(size, factor, dtype=np.uint64)
        powers[:1] = 1
        found.append(np.multiply.accumulate(powers))
    return found[0], found[1]


def _mixed(hashes: Hashes) -> Hashes:
    hashes = (hashes ^ (hashes >> np.uint64(33))) * MIX
    mixed: Hashes = hashes ^ (hashes >> np.uint64(29))
    return mixed


def _own(text: str, starts: Offsets, count: int) -> Mask:
    """For each shingle whether none of its words is quoted."""
    runs = quoted_runs(text)
    if not runs:
        return np.ones(count, dtype=np.bool_)
    edges = np.searchsorted(starts, np.array(runs).ravel())
    deep = np.bincount(edges[::2], minlength=len(starts) + 1) - np.bincount(edges[1::2], minlength=len(starts) + 1)
    before = np.concatenate(([0], np.cumsum(np.cumsum(deep)[:-1] > 0)))
    own: Mask = before[WORDS : WORDS + count] == before[:count]
    return own
