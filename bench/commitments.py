"""How many undertakings are right: drawn from real articles, read by a person.

    python bench/commitments.py SHARED [--draw 60] [--seed 5] [--store FILE] [--freeze]

Compiles the process collections, each by itself, draws reports of undertakings from all of them and prints each in its
context with who undertakes, its status and on whose word, to be read. What a reader found stands in
``results/commitments_marks.json``, without any text: collection, article, offsets, status, a digest of the names, and
"right" or what is wrong: "none" (no undertaking of these actors), "actors", "status" or "giver". Prints how many of
those drawn are marked and how many of these are right.
"""

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from frozen import RESULTS, report

from dragoman import Record, compile_record
from dragoman.model.ids import digest
from dragoman.model.ledger_rows import CommitmentReportRow, CommitmentRow

MARKS = RESULTS / "commitments_marks.json"
AROUND = 200


class Drawn(NamedTuple):
    """A report of an undertaking in one collection's record."""

    collection: str
    record: Record
    row: CommitmentRow
    report: CommitmentReportRow


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=60)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    paths = sorted((given.shared / "data" / "processes").glob("*.jsonl"))
    every = [drawn for path in paths for drawn in compiled(path, given.store)]
    chance = random.Random(given.seed)  # noqa: S311  # a draw that can be repeated
    drawn = chance.sample(every, min(given.draw, len(every)))
    marks: dict[str, str] = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    for number, each in enumerate(drawn):
        sheet(number, each, marks.get(name(each), "not marked"))
    found = Counter(marks[name(each)] for each in drawn if name(each) in marks)
    wrong = {f"wrong: {what}": found[what] for what in ("none", "actors", "status", "giver")}
    result = {"given": len(every), "drawn": len(drawn), "marked": found.total(), "right": found["right"], **wrong}
    report("commitments", result)


def compiled(path: Path, store: str) -> list[Drawn]:
    """Every report of every undertaking of one collection."""
    record = compile_record([path], store=store, jobs=1)
    print(f"{path.name}: {len(record.commitments)} of {len(record.articles)} articles", file=sys.stderr)
    return [Drawn(path.stem, record, row, each) for row in record.commitments for each in row.reports]


def sheet(number: int, each: Drawn, mark: str) -> None:
    """What is read: who, how it stands, on whose word, and the passage between brackets in its context."""
    text = next(row.text for row in each.record.articles if row.id == each.report.article)
    start, end = each.report.spans[0].start, each.report.spans[-1].end
    parts = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND // 2]
    before, words, after = (" ".join(part.split()) for part in parts)
    givers = names(each.record, each.report.according_to) or "the outlet"
    print(f"== {number} {name(each)} [{mark}]")
    print(f"   {names(each.record, each.row.actors)} | {each.report.status} | on the word of {givers}")
    print(f"   {before} [[{words}]] {after}")


def names(record: Record, actors: tuple[str, ...]) -> str:
    """The actors' names."""
    known = {row.id: row.name for row in record.actors}
    return ", ".join(known[actor] for actor in actors)


def name(each: Drawn) -> str:
    """What a mark is kept under: collection, article and offsets, status, and a digest of who and on whose word."""
    source = next(row.source for row in each.record.articles if row.id == each.report.article)
    who = digest(names(each.record, each.row.actors), names(each.record, each.report.according_to))
    at = f"{source.rpartition('#')[2]}:{each.report.spans[0].start}-{each.report.spans[-1].end}"
    return f"{each.collection} {at} {each.report.status} {who}"


if __name__ == "__main__":
    main()
