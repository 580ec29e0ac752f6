"""The words that the program prints itself: one reviewed list, ``phrases.toml``."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.show.pieces import Cited, Piece, Pieces

_HOLE = re.compile(r"\{(\w+)\}")


@cache
def phrases() -> dict[str, str]:
    """All phrases by their dotted names."""
    text = (files("dragoman.show") / "phrases.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(text), ""))


def _flat(table: dict[str, Any], prefix: str) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in table.items():
        rows += _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]
    return rows


def word(key: str) -> str:
    """The phrase of this name, which has no holes."""
    return phrases()[key]


def say(key: str, **parts: Pieces | str) -> Pieces:
    """The phrase of this name with its holes filled."""
    out: list[Piece] = []
    for number, part in enumerate(_HOLE.split(phrases()[key])):
        filled = parts[part] if number % 2 else part
        out += [filled] if isinstance(filled, str) else filled
    return tuple(piece for piece in out if piece != "")


def counted(noun: str, rows: tuple[str, ...]) -> Pieces:
    """How many rows, as a number that can be checked, and what they are."""
    form = "one" if len(rows) == 1 else "many"
    return (Cited("count", str(len(rows)), rows=rows), " " + word(f"count.{noun}.{form}"))
