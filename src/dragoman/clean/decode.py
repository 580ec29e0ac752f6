"""A page's bytes as text: byte-order mark removed, no newline translation, NUL kept."""

from charset_normalizer import from_bytes


def decode(data: bytes) -> str | None:
    """The text, or nothing where the bytes are no text."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        return None if best is None else data.decode(best.encoding).removeprefix("\ufeff")
