"""A text as word pieces (Wu et al. 2016; uncased, as BERT, Devlin et al. 2019), and what an uncased model misses.

Beside each piece stand the shape of its letters, where it stands to quotation marks, and whether it begins a line.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[np.int64]

SHAPES, QUOTES, STARTS = 5, 4, 2
"""How many values ``shape``, ``quote`` and ``start`` have."""
FEATURES = ("ids", "shape", "quote", "start")
LONGEST_WORD = 100
"""A run of more code points without a break is one unknown piece, as in BERT."""
REMEMBERED = 50_000
"""So many runs of characters are kept with their pieces; then all are forgotten."""
OPENING, CLOSING, STRAIGHT = "“„«", "”»", '"'


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text; every column has one entry a piece.

    ``ids`` are numbers in the vocabulary, ``offsets`` [n, 2] code points, half open. ``inner`` is 1 where the piece
    goes on a word. ``shape`` is 0 for lower case, 1 capitalised, 2 all capitals, 3 with a digit, 4 without letters or
    digits; ``quote`` 0 outside and 1 inside double quotation marks, 2 an opening and 3 a closing mark; ``start`` 1 for
    a line's first piece.
    """

    ids: Column
    offsets: Column
    inner: Column
    shape: Column
    quote: Column
    start: Column

    def __len__(self) -> int:
        return len(self.ids)


class _Piece(NamedTuple):
    id: int
    start: int
    end: int
    inner: bool


@dataclass(slots=True)
class WordPieces:
    """Cuts texts into pieces of one vocabulary, whose line numbers are the pieces' ids."""

    vocabulary: dict[str, int]
    _known: dict[str, tuple[_Piece, ...]] = field(default_factory=dict)

    @property
    def bounds(self) -> tuple[int, int]:
        """The ids of what a model wants before and after each window."""
        return self.vocabulary["[CLS]"], self.vocabulary["[SEP]"]

    def cut(self, text: str) -> Pieces:
        """The whole text as pieces, without the special ones."""
        found = [(start, piece) for start, run in _runs(text) for piece in self._pieces(run)]
        offsets = [(start + piece.start, start + piece.end) for start, piece in found]
        words = [text[a:b] for a, b in offsets]
        starts = [i == 0 or "\n" in text[offsets[i - 1][1] : offset[0]] for i, offset in enumerate(offsets)]
        return Pieces(
            ids=_column([piece.id for _, piece in found]),
            offsets=_column(offsets).reshape(-1, 2),
            inner=_column([piece.inner for _, piece in found]),
            shape=_column([_shape(word) for word in words]),
            quote=_column(_quotes(words, starts)),
            start=_column(starts),
        )

    def _pieces(self, run: str) -> tuple[_Piece, ...]:
        if run not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[run] = tuple(piece for start, word in _words(run) for piece in self._split(start, word))
        return self._known[run]

    def _split(self, start: int, word: str) -> Iterator[_Piece]:
        """Longest pieces first; a word with a part that the vocabulary lacks is one unknown piece."""
        letters, origin = _folded(word)
        if not letters:
            return
        found: list[_Piece] = []
        at = 0
        while at < len(letters):
            end, number = self._longest(letters, at)
            if number is None:
                yield _Piece(self.vocabulary["[UNK]"], start, start + len(word), inner=False)
                return
            piece = _Piece(number, start + origin[at], start + origin[end - 1] + 1, inner=at > 0)
            if not found or piece.start >= found[-1].end:  # a syllable taken apart stands at one place
                found.append(piece)
            at = end
        yield from found

    def _longest(self, letters: str, at: int) -> tuple[int, int | None]:
        if len(letters) <= LONGEST_WORD:
            for end in range(len(letters), at, -1):
                piece = letters[at:end] if at == 0 else f"##{letters[at:end]}"
                if piece in self.vocabulary:
                    return end, self.vocabulary[piece]
        return at, None


def load_wordpieces(path: Path) -> WordPieces:
    """The vocabulary of one piece a line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return WordPieces({piece: number for number, piece in enumerate(lines) if piece})


def _column(values: Sequence[int] | Sequence[tuple[int, int]]) -> Column:
    return np.array(values, dtype=np.int64)


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """Stretches without white space, each with its offset."""
    at = 0
    for run in text.split():
        at = text.index(run, at)
        yield at, run
        at += len(run)


def _words(run: str) -> Iterator[tuple[int, str]]:
    """The run cut at punctuation and at ideographs, each of which is a word of its own."""
    if run.isalnum() and run.isascii():
        yield 0, run
        return
    alone = [_alone(c) for c in run]
    cuts = [0, *(i for i in range(1, len(run)) if alone[i] or alone[i - 1]), len(run)]
    yield from ((a, run[a:b]) for a, b in pairwise(cuts))


def _alone(c: str) -> bool:
    if c.isascii():
        return not c.isalnum() and c.isprintable()
    return unicodedata.category(c).startswith("P") or "\u4e00" <= c <= "\u9fff" or "\u3400" <= c <= "\u4dbf"


def _folded(word: str) -> tuple[str, list[int]]:
    """The word in lower case without accents and control characters, and from which character each letter comes."""
    if word.isascii() and word.isprintable():
        return word.lower(), list(range(len(word)))
    letters, origin = [], []
    for i, c in enumerate(word):
        if unicodedata.category(c) in {"Cc", "Cf", "Cn", "Co"}:
            continue
        for part in unicodedata.normalize("NFD", c).lower():
            if unicodedata.category(part) != "Mn":
                letters.append(part)
                origin.append(i)
    return "".join(letters), origin


def _shape(word: str) -> int:
    if any(c.isdigit() for c in word):
        return 3
    if not any(c.isalpha() for c in word):
        return 4
    if word.isupper() and len(word) > 1:
        return 2
    return int(word[0].isupper())


def _quotes(words: Sequence[str], starts: Sequence[bool]) -> list[int]:
    """Where each piece stands to double quotation marks; a quotation left open ends with its line."""
    states: list[int] = []
    inside = False
    for word, start in zip(words, starts, strict=True):
        inside = inside and not start
        if word in OPENING or (word == STRAIGHT and not inside):
            states.append(2)
            inside = True
        elif word in CLOSING or word == STRAIGHT:
            states.append(3)
            inside = False
        else:
            states.append(int(inside))
    return states
