"""Which model files are installed, without loading them."""

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from dragoman.errors import ModelMissing


class Weights(NamedTuple):
    """A model's name with its version, and the SHA-256 of its files."""

    name: str
    sha256: str


def one_digest(expected: Mapping[str, str], found: Mapping[str, str], otherwise: str) -> str:
    """One SHA-256 over those of a model's files, in order of their names.

    Raises:
        ModelMissing: a file is not the one that was expected; ``otherwise`` is the message, with its ``{name}``.
    """
    for name, digest in expected.items():
        if found.get(name) != digest:
            raise ModelMissing(otherwise.format(name=name))
    return hashlib.sha256("".join(expected[name] for name in sorted(expected)).encode()).hexdigest()
