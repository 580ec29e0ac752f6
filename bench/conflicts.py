"""How many of the conflicts that a brief shows are what it says: drawn from real articles, read by a person.

    python bench/conflicts.py SHARED [--draw 60] [--seed 1] [--store FILE] [--freeze]

Compiles the process collections and three outlets' articles on the same news (BASIL), each set by itself, draws conflicts
from all of them and prints both sides in their context, to be read. What a reader found stands in
``results/conflicts_marks.json``, without any text: set, kind, articles, offsets, and whether the conflict is right: both
sides are of one thing, and differ in what the kind says. Prints how many of those drawn are marked, and right, by kind.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from frozen import RESULTS, report

from dragoman import Record, compile_record
from dragoman.model.record import ConflictRow, ConflictSide

MARKS = RESULTS / "conflicts_marks.json"
AROUND = 250


class Drawn(NamedTuple):
    """A conflict of one set's record."""

    collection: str
    record: Record
    conflict: ConflictRow


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    every = [row for path in collections(given.shared) for row in compiled(path, given.store)]
    chance = random.Random(given.seed)  # noqa: S311  # a draw that can be repeated
    drawn = chance.sample(every, min(given.draw, len(every)))
    marks = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    for row in drawn:
        print(f"== {name(row)} [{marks.get(name(row), 'not marked')}]")
        print(*(f"   {context(row.record, side)}" for side in row.conflict.sides), sep="\n")
    marked = [(row.conflict.kind, marks[name(row)]) for row in drawn if name(row) in marks]
    counts = {f"right, {kind}": marked.count((kind, "right")) for kind in sorted({kind for kind, _ in marked})}
    right = sum(mark == "right" for _, mark in marked)
    found = {"shown": len(every), "drawn": len(drawn), "marked": len(marked), "right": right}
    report("conflicts", found | counts)


def collections(shared: Path) -> Iterator[Path]:
    """The files to compile; BASIL in the form in which articles are read."""
    yield from sorted((shared / "data" / "processes").glob("*.jsonl"))
    lines = (shared / "data" / "stories" / "basil.jsonl").read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "basil.jsonl"
        path.write_text("".join(json.dumps(article(json.loads(line))) + "\n" for line in lines), encoding="utf-8")
        yield path


def article(row: dict[str, str]) -> dict[str, str | None]:
    """One article of the set, its title before its text."""
    title = row.get("title")
    text = f"{title}\n\n{row['text']}" if title else row["text"]
    return {"id": row["doc_id"], "title": title, "text": text, "outlet": row.get("outlet")}


def compiled(path: Path, store: str) -> list[Drawn]:
    """The conflicts of one collection."""
    record = compile_record([path], store=store, jobs=1)
    print(f"{path.name}: {len(record.conflicts)} of {len(record.articles)} articles", file=sys.stderr)
    return [Drawn(path.stem, record, conflict) for conflict in record.conflicts]


def name(row: Drawn) -> str:
    """What a mark is kept under: set, kind, and the article and offsets of both sides."""
    return " ".join([row.collection, row.conflict.kind, *(at(row.record, side) for side in row.conflict.sides)])


def at(record: Record, side: ConflictSide) -> str:
    """The article's number in its collection and the offsets, as "12:340-352"."""
    source = next(each.source for each in record.articles if each.id == side.article)
    return f"{source.rpartition('#')[2]}:{side.spans[0].start}-{side.spans[-1].end}"


def context(record: Record, side: ConflictSide) -> str:
    """The place between brackets in its context, on one line."""
    row = next(each for each in record.articles if each.id == side.article)
    start, stop = side.spans[0].start, side.spans[-1].end
    parts = row.text[max(0, start - AROUND) : start], row.text[start:stop], row.text[stop : stop + AROUND]
    before, words, after = (" ".join(part.split()) for part in parts)
    return f"{row.outlet}, {side.when.edtf or 'no date'} {before} [[{words}]] {after}"


if __name__ == "__main__":
    main()
