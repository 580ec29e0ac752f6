"""How many cells of the table actor by issue hold a statement of that actor on that issue: drawn, read by a person.

    python bench/positions.py SHARED [--draw 60] [--seed 1] [--states] [--store FILE] [--mark "rrw..."] [--freeze]

Compiles the process collections, each by itself, draws cells from all of them and prints each in its context, to be
read. With ``--states`` cells are drawn from the positions of the three most frequent state actors on the three most
frequent issues of the collection with most articles. Marks are a letter a cell: ``r`` right, ``s`` not that actor's
own statement, ``i`` not on that issue. They stand in ``results/positions_marks.json``, without any text: collection,
article and offsets, and digests of the names of actor and issue.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from frozen import RESULTS, report

from dragoman import Record, compile_record
from dragoman.model.ids import digest
from dragoman.model.record import PositionCell, PositionRow

MARKS = RESULTS / "positions_marks.json"
AROUND = 160
MOST = 3
READ = {"r": "right", "s": "not that actor's", "i": "not on that issue"}


class Drawn(NamedTuple):
    """A cell of one collection's record."""

    collection: str
    record: Record
    row: PositionRow
    cell: PositionCell


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--states", action="store_true")
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--mark", default="")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    paths = sorted((given.shared / "data" / "processes").glob("*.jsonl"))
    if given.states:
        paths = [max(paths, key=lambda path: sum(1 for _ in path.open(encoding="utf-8")))]
    every = [cell for path in paths for cell in cells(path, given.store, states=given.states)]
    drawn = random.Random(given.seed).sample(every, min(given.draw, len(every)))  # noqa: S311  # can be repeated
    marks = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    if letters := given.mark.replace(" ", ""):
        marks |= {name(each): READ[letter] for each, letter in zip(drawn, letters, strict=True)}
        MARKS.write_text(json.dumps(dict(sorted(marks.items())), indent=1) + "\n", encoding="utf-8")
    for number, each in enumerate(drawn, 1):
        print(f"== {number} {context(each)} [{marks.get(name(each), 'not marked')}]")
    read = Counter(marks[name(each)] for each in drawn if name(each) in marks)
    kind = "states" if given.states else "all"
    report(f"positions_{kind}", {"cells": len(every), "drawn": len(drawn), "marked": read.total(), **read})


def cells(path: Path, store: str, *, states: bool) -> list[Drawn]:
    """The cells of one collection's record; with ``states`` those of its most frequent states and issues."""
    record = compile_record([path], store=store, jobs=1)
    rows: Sequence[PositionRow] = record.positions
    if states:
        said = Counter(actor for each in record.statements if each.shown for actor in each.speakers)
        kinds = [row for row in record.actors if row.kind == "state"]
        actors = {row.id for row in sorted(kinds, key=lambda row: (-said[row.id], row.name))[:MOST]}
        issues = {row.id for row in record.issues[:MOST]}
        rows = [row for row in rows if row.actor in actors and row.issue in issues]
    return [Drawn(path.stem, record, row, cell) for row in rows for cell in row.cells]


def name(each: Drawn) -> str:
    """What a mark is kept under: collection, article and offsets, digests of actor and issue."""
    statement = next(row for row in each.record.statements if row.id == each.cell.statement)
    source = next(row.source for row in each.record.articles if row.id == statement.article)
    place = f"{source.rpartition('#')[2]}:{each.cell.spans[0].start}-{each.cell.spans[-1].end}"
    return f"{each.collection} {place} {digest(actor(each))[:6]} {digest(issue(each))[:6]}"


def actor(each: Drawn) -> str:
    """The actor's name."""
    return next(row.name for row in each.record.actors if row.id == each.row.actor)


def issue(each: Drawn) -> str:
    """The issue's name."""
    return next(row.name for row in each.record.issues if row.id == each.row.issue)


def context(each: Drawn) -> str:
    """Actor, issue and the passage between brackets in its context, on one line."""
    statement = next(row for row in each.record.statements if row.id == each.cell.statement)
    text = next(row.text for row in each.record.articles if row.id == statement.article)
    start, stop = each.cell.spans[0].start, each.cell.spans[-1].end
    parts = text[max(0, start - AROUND) : start], text[start:stop], text[stop : stop + AROUND]
    before, words, after = (" ".join(part.split()) for part in parts)
    source, cue = (" ".join(text[s:e] for s, e in spans) for spans in (statement.source, statement.cue))
    return (
        f"{actor(each)} | {issue(each)} | {each.cell.when.edtf} {each.cell.mode} ‹{source}› {cue}\n"
        f"   {before} [[{words}]] {after}"
    )


if __name__ == "__main__":
    main()
