"""The general lists: tab-separated files whose first lines name source and licence."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Table(NamedTuple):
    """One list: where it comes from, under which licence, and its rows as column name to cell."""

    source: str
    licence: str
    rows: tuple[dict[str, str], ...]


@cache
def table(name: str) -> Table:
    """The list ``lists/<name>.tsv``; before its column names stand ``# source: ...`` and ``# licence: ...``."""
    text = (files("dragoman.knowledge") / "lists" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = text.splitlines()
    header = {
        line[1:].partition(":")[0].strip(): line.partition(":")[2].strip() for line in lines if line.startswith("#")
    }
    names, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return Table(header["source"], header["licence"], tuple(dict(zip(names, row, strict=True)) for row in rows))
