"""Which model files are installed, without loading them."""

from typing import NamedTuple


class Weights(NamedTuple):
    """A model's name with its version, and the SHA-256 of its files."""

    name: str
    sha256: str
