"""Whether a brief tells right in whose voice a name is used, and whether the names of a row are one thing's.

    python bench/naming.py SHARED [--draw 100] [--seed 19] [--store FILE] [--freeze]

Compiles the process collections, each by itself, draws uses of names from all of them and prints each in its context
with the voice that the record gives it, and every row with its names, to be read. What a reader found stands in
``results/naming_marks.json``, without any text: collection, articles, offsets, the voice, and whether it is right.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from frozen import RESULTS, report
from sheets import drawn as drawn_of

from dragoman import Record, compile_record
from dragoman.model.naming import NamingRow, TermUse

MARKS = RESULTS / "naming_marks.json"
AROUND = 260
MOST_SHOWN = 12


class Compiled(NamedTuple):
    """The record of one collection."""

    collection: str
    record: Record


class Drawn(NamedTuple):
    """A use of a name in one collection."""

    of: Compiled
    use: TermUse


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=100)
    parser.add_argument("--seed", type=int, default=19)
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    paths = sorted((given.shared / "data" / "processes").glob("*.jsonl"))
    records = [Compiled(path.stem, compile_record([path], store=given.store, jobs=1)) for path in paths]
    marks = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    uses, drawn = draw(records, given.draw, given.seed)
    for each in drawn:
        print(f"== {use_name(each)} [{marks.get(use_name(each), 'not marked')}]\n   {context(each)}")
    rows = [(row_name(each, row), line(row)) for each in records for row in each.record.naming]
    for name, terms in rows:
        print(f"== {name} [{marks.get(name, 'not marked')}]\n   {terms}")
    report(
        "naming",
        {"uses": uses}
        | counted(marks, "drawn", [use_name(each) for each in drawn])
        | counted(marks, "rows", [n for n, _ in rows]),
    )


def draw(records: list[Compiled], number: int, seed: int) -> tuple[int, list[Drawn]]:
    """How many uses there are, and so many of them."""
    every = [Drawn(each, use) for each in records for row in each.record.naming for use in row.terms]
    return len(every), drawn_of(every, number, seed, use_name)


def counted(marks: Mapping[str, str], what: str, names: list[str]) -> dict[str, int]:
    """How many there are, how many of these are marked, and how many of these are right."""
    marked = [marks[name] for name in names if name in marks]
    return {what: len(names), f"{what} marked": len(marked), f"{what} right": marked.count("right")}


def use_name(drawn: Drawn) -> str:
    """What a mark of a use is kept under: collection, article and offsets, and the voice that is marked."""
    return f"{drawn.of.collection} {at(drawn.of.record, drawn.use)} {drawn.use.voice}"


def row_name(of: Compiled, row: NamingRow) -> str:
    """What a mark of a row is kept under: collection, and where each of its terms stands first."""
    return f"{of.collection} row " + ",".join(at(of.record, use) for use in first_uses(row))


def first_uses(row: NamingRow) -> Iterator[TermUse]:
    """The first use of each term, whatever its case."""
    seen: set[str] = set()
    for use in row.terms:
        if use.term.casefold() not in seen:
            seen.add(use.term.casefold())
            yield use


def at(record: Record, use: TermUse) -> str:
    """The article's number in its collection and the offsets, as "12:340-352"."""
    source = next(each.source for each in record.articles if each.id == use.article)
    return f"{source.rpartition('#')[2]}:{use.spans[0].start}-{use.spans[-1].end}"


def context(drawn: Drawn) -> str:
    """The use between brackets in its context, with its voice and whose it is, on one line."""
    record, use = drawn.of.record, drawn.use
    text = next(each.text for each in record.articles if each.id == use.article)
    names = {each.id: each.name for each in record.actors}
    start, stop = use.spans[0].start, use.spans[-1].end
    parts = text[max(0, start - AROUND) : start], text[start:stop], text[stop : stop + AROUND]
    before, words, after = (" ".join(part.split()) for part in parts)
    return f"{use.voice} {', '.join(names[by] for by in use.by)}: {before} [[{words}]] {after}"


def line(row: NamingRow) -> str:
    """The row's terms with how often each is used, and why they are one thing's."""
    terms = [
        f"{use.term} ({sum(use.term.casefold() == other.term.casefold() for other in row.terms)})"
        for use in first_uses(row)
    ]
    reasons = sorted({f"{join.left} = {join.right}: {join.reason.feature}" for join in row.joins})
    return f"{row.referent}: {', '.join(terms[:MOST_SHOWN])} | {'; '.join(reasons)}"


if __name__ == "__main__":
    main()
