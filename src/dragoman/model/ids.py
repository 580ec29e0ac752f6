"""Ids are made from content: the same input gives the same id on every machine."""

import hashlib
from collections.abc import Iterable

LENGTH = 16


def sha256(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest(*parts: str) -> str:
    """SHA-256 over the parts, each preceded by its length in bytes, shortened to 16 hexadecimal digits (64 bits)."""
    state = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()[:LENGTH]


def article_id(source: str, text_sha256: str) -> str:
    """An article is its source and the SHA-256 of its text."""
    return digest("article", source, text_sha256)


def finding_id(article: str, noun: str, spans: Iterable[tuple[int, int]]) -> str:
    """A finding is its article, its noun and its spans."""
    return digest(noun, article, *(f"{start}-{end}" for start, end in spans))


def compiled_id(noun: str, members: Iterable[str]) -> str:
    """What is compiled from findings or articles is named after its least member."""
    return digest(noun, min(members))


def origin_id(kind: str, name: str) -> str:
    """An origin is its kind and its name, whatever the name's case."""
    return digest("origin", kind, name.casefold())
