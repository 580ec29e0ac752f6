"""The attribution tagger: a small encoder trained by ``training/attribution``, run by onnxruntime with int8 weights."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from dragoman.language.weights import Weights, one_digest
from dragoman.language.wordpieces import FEATURES, Pieces, WordPieces, load_wordpieces

WINDOW, STEP = 254, 127
"""Pieces that are read together (with two special ones 256), and how far on the next window begins: every piece is read
twice, in different company, which is worth 0.7 points of F1 on the development articles against reading it once.
"""
SETTLED = 24
"""A piece so far from its window's edge counts fully, one nearer to it less: what it sees on that side is cut off."""
FAINTEST = 0.02
"""What a piece right at the edge counts."""
WEIGHTS = {
    "attribution.onnx": "bf46120689bcfd8364c95a1dd4a49d8f7bcabf36a61ae2d995576a45dd4d5de2",
    "attribution_vocabulary.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
"""SHA-256 of the files in ``weights/``."""

Logits = npt.NDArray[np.float32]


class Network(Protocol):
    """What scores one window: columns [1, pieces] by name in, logits [1, pieces, tags] out."""

    def __call__(self, columns: dict[str, npt.NDArray[np.int64]]) -> Logits:
        """The logits of a window's pieces, special ones included."""
        ...


class Tagger:
    """Texts to a score for each tag of each piece.

    One window a call, without padding: the scales of int8 activations are those of the window, so that an article's
    tags depend on nothing but its text.
    """

    def __init__(self, wordpieces: WordPieces, network: Network, sha256: str) -> None:
        self.wordpieces = wordpieces
        self._network = network
        self.name = NAME
        self.sha256 = sha256

    def read(self, text: str) -> tuple[Pieces, Logits]:
        """The pieces of the text, and their logits [pieces, tags]; a text without words has none."""
        pieces = self.wordpieces.cut(text)
        return pieces, logits(pieces, self.wordpieces.bounds, self._network)


NAME = "attribution tagger 1"


def logits(pieces: Pieces, bounds: tuple[int, int], network: Network) -> Logits:
    """Log probabilities [pieces, tags], those of the windows that hold a piece averaged."""
    sums: Logits | None = None
    weights = np.zeros((len(pieces), 1), dtype=np.float32)
    for part in windows(len(pieces)):
        columns = {name: np.pad(getattr(pieces, name)[part], 1)[None] for name in FEATURES}
        columns["ids"][0, [0, -1]] = bounds
        scores = _log_probabilities(network(columns)[0, 1:-1])
        weight = _weights(part, len(pieces))
        if sums is None:
            sums = np.zeros((len(pieces), scores.shape[1]), dtype=np.float32)
        sums[part] += weight * scores
        weights[part] += weight
    if sums is None:
        return np.zeros((0, 0), dtype=np.float32)
    averaged: Logits = sums / weights
    return averaged


def _log_probabilities(scores: Logits) -> Logits:
    shifted = scores - scores.max(axis=1, keepdims=True)
    found: Logits = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return found


def _weights(part: slice, size: int) -> Logits:
    """What each piece of the window counts, [pieces, 1]; the text's own ends are no edges."""
    at = np.arange(part.start, part.stop)
    left = at - part.start if part.start else np.full(len(at), SETTLED)
    right = part.stop - 1 - at if part.stop < size else np.full(len(at), SETTLED)
    found: Logits = np.clip(np.minimum(left, right) / SETTLED, FAINTEST, 1).astype(np.float32)[:, None]
    return found


def windows(size: int) -> Iterator[slice]:
    """The windows that together cover ``size`` pieces."""
    for at in range(0, size, STEP):
        yield slice(at, min(at + WINDOW, size))
        if at + WINDOW >= size:
            return


@cache
def load_tagger() -> Tagger:
    """The tagger in ``weights/``, one thread.

    Raises:
        ModelMissing: a file is not there or is not the one that was measured.
    """
    import onnxruntime as ort

    folder = _folder()
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in WEIGHTS}
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = ort.InferenceSession(folder / "attribution.onnx", options, providers=["CPUExecutionProvider"])
    wordpieces = load_wordpieces(folder / "attribution_vocabulary.txt")

    def network(columns: dict[str, npt.NDArray[np.int64]]) -> Logits:
        scores: Logits = session.run(None, columns)[0]
        return scores

    return Tagger(wordpieces, network, checked(digests))


def _folder() -> Path:
    return Path(str(files("dragoman") / "weights"))


def checked(found: dict[str, str]) -> str:
    """One SHA-256 for the files whose own are ``found``.

    Raises:
        ModelMissing: a file is not the one that was measured.
    """
    return one_digest(
        WEIGHTS,
        found,
        "weights/{name} is not the file that this version was measured with: install dragoman anew, "
        "or read with --attribution rules",
    )


def tagger_weights() -> Weights:
    """The tagger's name and the SHA-256 of the weights that ``load_tagger`` accepts; loads nothing."""
    return Weights(NAME, checked(WEIGHTS))
