"""The act coder: linear weights over features and a sentence vector, made by ``training/acts``, run by numpy.

It says which root of the PLOVER ontology (Open Event Data Alliance) an act between a source and a target has, or that
none is meant. Multinomial logistic regression: a probability for each root and for none; a second, fitted to texts that
the first had not seen, turns the best one into how often such codes are right (Platt 1999).
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from math import exp, log
from typing import Any, NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from dragoman.language.encoder import SCALE
from dragoman.language.weights import Weights, one_digest
from dragoman.model.reading import Root

NAME = "act coder 1"
MEANING = 0.5
"""What the sentence vector counts beside the features, both being of length 1."""
LEAST = 0.5
"""Codes that are less often right are not given: the coder abstains."""
SETTLED = 0.5
"""Where the features alone say so surely that no act is meant, the vector is not asked."""
MOST_KEPT = 1 << 16
"""Hashes that are kept: most features come again in the next sentence."""
EDGE = 1e-6
NONE = "NONE"
WEIGHTS = {"acts.npz": "3495975d26ba78d2caf4984bc9e8961ff9341e415dc4980e2d2d90ab50d5707c"}
"""SHA-256 of the file in ``weights/``."""

ROOTS: dict[str, Root] = {root: root for root in get_args(Root)}
Numbers = npt.NDArray[np.float64]


class Coded(NamedTuple):
    """A root, and how often codes with such scores are right; no root where no act is meant or none is sure enough."""

    root: Root | None
    confidence: float


class ActCoder:
    """Features and a sentence vector to a root, or none.

    ``arrays`` hold ``roots`` [roots] (NONE among them), ``hashes`` [features] in order, ``idf`` [features], ``words``
    [features, roots], ``meaning`` [512, roots], ``bias`` [roots], ``sure`` [2].
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]], sha256: str) -> None:
        self.name = NAME
        self.sha256 = sha256
        self._roots = [str(root) for root in arrays["roots"]]
        self._place = {int(value): place for place, value in enumerate(arrays["hashes"])}
        self._idf, self._words, self._meaning, self._bias, self._sure = (
            np.asarray(arrays[name], dtype=np.float64) for name in ("idf", "words", "meaning", "bias", "sure")
        )

    def code(self, features: Iterable[str], vector: bytes) -> Coded:
        """The root of one act, from the features of its sentence and the vector of the words between source and
        target (512 int8, see ``Encoder``).
        """
        odds = self.probabilities(features, vector)
        best = int(odds.argmax())
        root = ROOTS.get(self._roots[best])
        confidence = round(self._confidence(float(odds[best])), 2) if root is not None else 0.0
        return Coded(root if confidence >= LEAST else None, confidence)

    def may_be(self, features: Iterable[str]) -> bool:
        """Whether an act may be meant, by the features alone: the vector need not be made where it would not help."""
        odds = self.probabilities(features)
        return float(odds[self._roots.index(NONE)]) < SETTLED

    def probabilities(self, features: Iterable[str], vector: bytes | None = None) -> Numbers:
        """A probability for each of the roots, in their order, NONE among them; they add up to one. Without a vector
        those by the features alone.
        """
        known = sorted({place for name in features if (place := self._place.get(hashed(name))) is not None})
        scores = self._bias.copy()
        if known:
            weights = self._idf[known]
            scores += weights @ self._words[known] / np.sqrt(weights @ weights)
        if vector is not None:
            scores += np.frombuffer(vector, dtype=np.int8).astype(np.float64) @ self._meaning * (MEANING / SCALE)
        odds: Numbers = np.exp(scores - scores.max())
        found: Numbers = odds / odds.sum()
        return found

    def _confidence(self, probability: float) -> float:
        clipped = min(max(probability, EDGE), 1 - EDGE)
        return 1 / (1 + exp(-(self._sure[0] * log(clipped / (1 - clipped)) + self._sure[1])))


@lru_cache(maxsize=MOST_KEPT)
def hashed(feature: str) -> int:
    """Features are known by 64 bits of their BLAKE2 hash: the weights hold no words of the training texts."""
    return int.from_bytes(hashlib.blake2b(feature.encode(), digest_size=8).digest(), "big")


@cache
def load_coder() -> ActCoder:
    """The coder in ``weights/``.

    Raises:
        ModelMissing: the file is not the one that was measured.
    """
    data = (files("dragoman") / "weights" / "acts.npz").read_bytes()
    digest = checked({"acts.npz": hashlib.sha256(data).hexdigest()})
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return ActCoder(dict(arrays), digest)


def checked(found: Mapping[str, str]) -> str:
    """One SHA-256 for the file whose own is ``found``.

    Raises:
        ModelMissing: the file is not the one that was measured.
    """
    return one_digest(
        WEIGHTS,
        found,
        "weights/{name} is not the file that this version was measured with: install dragoman anew",
    )


def coder_weights() -> Weights:
    """The coder's name and the SHA-256 of the weights that ``load_coder`` accepts; loads nothing."""
    return Weights(NAME, checked(WEIGHTS))
