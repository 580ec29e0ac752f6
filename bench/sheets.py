"""What the scripts share that have a person read what is drawn: collections compiled, statements in their context."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from frozen import RESULTS

from dragoman import Record, compile_record
from dragoman.model.record import StatementRow

AROUND = 150
Row = TypeVar("Row")


class Compiled(NamedTuple):
    """One collection's record, with its rows by id."""

    collection: str
    record: Record
    statements: dict[str, StatementRow]

    def at(self, statement: str) -> str:
        """The article's number in its collection and the offsets, as "12:340-352"."""
        row = self.statements[statement]
        source = next(each.source for each in self.record.articles if each.id == row.article)
        return f"{source.rpartition('#')[2]}:{row.content[0].start}-{row.content[-1].end}"

    def names(self, actors: Sequence[str]) -> str:
        """The actors' names, or that nobody is known."""
        known = {row.id: row.name for row in self.record.actors}
        return ", ".join(known[actor] for actor in actors) or "(open)"

    def context(self, statement: str) -> str:
        """Who says it when, and the words between brackets in their context, on one line."""
        row = self.statements[statement]
        article = next(each for each in self.record.articles if each.id == row.article)
        start, stop = row.content[0].start, row.content[-1].end
        before, words, after = (
            " ".join(part.split())
            for part in (
                article.text[max(0, start - AROUND) : start],
                article.text[start:stop],
                article.text[stop:][:AROUND],
            )
        )
        when = row.said_on.edtf or article.published.edtf
        return f"{article.outlet} {when} [{self.names(row.speakers)}] {before} [[{words}]] {after}"


def arguments(doc: str | None) -> argparse.Namespace:
    """The options of every script that draws."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--freeze", action="store_true")
    return parser.parse_args()


def compiled(shared: Path, store: str) -> list[Compiled]:
    """The process collections, each compiled by itself."""
    out = []
    for path in sorted((shared / "data" / "processes").glob("*.jsonl")):
        record = compile_record([path], store=store, jobs=1)
        print(f"{path.name}: {len(record.articles)} articles", file=sys.stderr)
        out.append(Compiled(path.stem, record, {row.id: row for row in record.statements}))
    return out


def drawn(rows: Sequence[Row], number: int, seed: int, name: Callable[[Row], str]) -> list[Row]:
    """So many rows, drawn by the seed and their names: a change that adds or drops some leaves the others drawn."""
    return sorted(rows, key=lambda row: sha256(f"{seed} {name(row)}".encode()).hexdigest())[:number]


def marks(file: str) -> dict[str, str]:
    """What a reader found, by name."""
    path = RESULTS / file
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return found
