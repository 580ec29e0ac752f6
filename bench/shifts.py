"""How many of the shifts that a brief shows are of the kind that it says: drawn from real articles, read by a person.

    python bench/shifts.py SHARED [--draw 100] [--seed 1] [--store FILE] [--freeze]

Compiles the process collections and two sets of articles on like events, each set by itself, draws shifts from all of
them and prints both places in their context, to be read. What a reader found stands in ``results/shifts_marks.json``,
without any text: set, kind, articles, offsets, and whether the shift is right. Prints how many of those drawn are
marked and how many of these are right.
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
from dragoman.model.record import RenderingRow, ShiftRow

MARKS = RESULTS / "shifts_marks.json"
SETS = ("basil", "ecbplus_train")
AROUND = 120


class Drawn(NamedTuple):
    """A shift of one set's record."""

    collection: str
    record: Record
    shift: ShiftRow


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    every = [row for path in collections(given.shared) for row in compiled(path, given.store)]
    chance = random.Random(given.seed)  # noqa: S311  # a draw that can be repeated
    drawn = chance.sample(every, min(given.draw, len(every)))
    marks = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    for row in drawn:
        key = name(row)
        print(f"== {key} {row.shift.relation} {'; '.join(row.shift.notes)} [{marks.get(key, 'not marked')}]")
        print(*(f"   {context(row.record, end)}" for end in (row.shift.left, row.shift.right)), sep="\n")
    marked = [marks[name(row)] for row in drawn if name(row) in marks]
    report("shifts", {"shown": len(every), "drawn": len(drawn), "marked": len(marked), "right": marked.count("right")})


def collections(shared: Path) -> Iterator[Path]:
    """The files to compile; the sets of events in the form in which articles are read."""
    yield from sorted((shared / "data" / "processes").glob("*.jsonl"))
    for each in SETS:
        rows = [json.loads(line) for line in (shared / "data" / "stories" / f"{each}.jsonl").open(encoding="utf-8")]
        with tempfile.TemporaryDirectory() as made:
            path = Path(made) / f"{each}.jsonl"
            path.write_text("".join(json.dumps(article(row)) + "\n" for row in rows), encoding="utf-8")
            yield path


def article(row: dict[str, str]) -> dict[str, str | None]:
    """One article of a set, its title before its text."""
    title = row.get("title")
    text = f"{title}\n\n{row['text']}" if title else row["text"]
    return {"id": row["doc_id"], "title": title, "text": text, "outlet": row.get("outlet")}


def compiled(path: Path, store: str) -> list[Drawn]:
    """The shifts of one collection that a brief shows."""
    record = compile_record([path], store=store, jobs=1)
    print(f"{path.name}: {len(record.shifts)} of {len(record.articles)} articles", file=sys.stderr)
    return [Drawn(path.stem, record, shift) for shift in record.shifts]


def name(row: Drawn) -> str:
    """What a mark is kept under: set, kind, and the article and offsets of both places."""
    return " ".join(
        [row.collection, row.shift.kind, *(at(row.record, end) for end in (row.shift.left, row.shift.right))]
    )


def at(record: Record, end: RenderingRow) -> str:
    """The article's number in its collection and the offsets, as "12:340-352"."""
    statement = next(each for each in record.statements if each.id == end.statement)
    source = next(each.source for each in record.articles if each.id == statement.article)
    return f"{source.rpartition('#')[2]}:{end.spans[0].start}-{end.spans[-1].end}"


def context(record: Record, end: RenderingRow) -> str:
    """The place between brackets in its context, on one line."""
    statement = next(each for each in record.statements if each.id == end.statement)
    row = next(each for each in record.articles if each.id == statement.article)
    start, stop = end.spans[0].start, end.spans[-1].end
    parts = row.text[max(0, start - AROUND) : start], row.text[start:stop], row.text[stop : stop + AROUND]
    before, words, after = (" ".join(part.split()) for part in parts)
    return f"{statement.mode} {before} [[{words}]] {after}"


if __name__ == "__main__":
    main()
