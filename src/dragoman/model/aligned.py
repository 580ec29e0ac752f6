"""Two runs of words laid side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

MOST_CELLS = 250_000
"""Longer runs are aligned without weights, which costs less."""
LONG_WORD = 4
"""Words of so many letters weigh three times as much as shorter ones, which are mostly articles and prepositions."""


class Stretch(NamedTuple):
    """A stretch of two runs: equal, or words of the one that stand for words of the other (or for none)."""

    equal: bool
    left: range
    right: range


def aligned(left: Sequence[str], right: Sequence[str]) -> list[Stretch]:
    """Both runs as stretches in turn equal and not, by the heaviest common subsequence of their words.

    Of several that are as heavy the one that lies farthest back (Hirschberg 1975; the weights keep "of" and "the" from
    being paired across the words that matter).
    """
    pairs = _pairs(left, right)
    out: list[Stretch] = []
    i = j = 0
    for a, b in [*pairs, (len(left), len(right))]:
        if i < a or j < b:
            out.append(Stretch(equal=False, left=range(i, a), right=range(j, b)))
        if a < len(left) and b < len(right):
            last = out.pop() if out and out[-1].equal else None
            start = (last.left.start, last.right.start) if last else (a, b)
            out.append(Stretch(equal=True, left=range(start[0], a + 1), right=range(start[1], b + 1)))
        i, j = a + 1, b + 1
    return out


def _pairs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """The positions that are matched, in order."""
    before = _common_start(left, right)
    after = _common_start(left[before:][::-1], right[before:][::-1])
    inner_left, inner_right = left[before : len(left) - after], right[before : len(right) - after]
    inner = _heaviest if len(inner_left) * len(inner_right) <= MOST_CELLS else _longest
    return [
        *((n, n) for n in range(before)),
        *((a + before, b + before) for a, b in inner(inner_left, inner_right)),
        *((len(left) - n, len(right) - n) for n in range(after, 0, -1)),
    ]


def _common_start(left: Sequence[str], right: Sequence[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _heaviest(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    rows = [[0] * (len(right) + 1)]
    for word in left:
        weight, above, row = 3 if len(word) >= LONG_WORD else 1, rows[-1], [0]
        for j, other in enumerate(right):
            match = above[j] + weight if word == other else 0
            row.append(max(above[j + 1], row[j], match))
        rows.append(row)
    pairs: list[tuple[int, int]] = []
    i, j = len(left), len(right)
    while i and j:
        weight = 3 if len(left[i - 1]) >= LONG_WORD else 1
        if left[i - 1] == right[j - 1] and rows[i][j] == rows[i - 1][j - 1] + weight:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif rows[i][j] == rows[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _longest(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(word, len(numbers)) for word in run] for run in (left, right)]
    blocks = [op for op in LCSseq.opcodes(*coded) if op.tag == "equal"]
    return [(op.src_start + n, op.dest_start + n) for op in blocks for n in range(op.src_end - op.src_start)]
