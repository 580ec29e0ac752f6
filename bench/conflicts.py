"""How many conflicts, voices and absences in the claims of a brief are what it says: drawn by seed, read by a person.

    python bench/conflicts.py SHARED [--draw 60] [--seed 1] [--store FILE] [--freeze]

Compiles the four process collections, each by itself, draws from all of them the conflicts, the passages that one
outlet asserts and another attributes, and the articles that are said not to have a meeting, a number or what is denied,
and prints the places in their context, to be read. What a reader found stands in ``results/conflicts_marks.json``,
without any text: collection, kind, articles, offsets, and whether it is right. A conflict is right where both sides are
of one thing and differ in what its kind says; an absence, where nothing in that article says the same. Prints how many
of those drawn are marked and how many of these are right, by kind.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from frozen import RESULTS, report

from dragoman import Record, compile_record
from dragoman.model.record import ArticleRow
from dragoman.model.spans import Place

MARKS = RESULTS / "conflicts_marks.json"
AROUND = 250


class Drawn(NamedTuple):
    """What is to be read: its kind and its places; no spans where an article is said not to have it."""

    collection: str
    record: Record
    kind: str
    places: tuple[Place, ...]


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    paths = sorted((given.shared / "data" / "processes").glob("*.jsonl"))
    every = [row for path in paths for row in compiled(path, given.store)]
    chance = random.Random(given.seed)  # noqa: S311  # a draw that can be repeated
    drawn = chance.sample(every, min(given.draw, len(every)))
    marks = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    for row in drawn:
        print(f"== {name(row)} [{marks.get(name(row), 'not marked')}]")
        print(*(f"   {context(article(row.record, place), place)}" for place in row.places), sep="\n")
    report("conflicts", counts(every, drawn, marks))


def compiled(path: Path, store: str) -> list[Drawn]:
    """What can be drawn of one collection."""
    record = compile_record([path], store=store, jobs=1)
    found = [Drawn(path.stem, record, *each) for each in (*conflicts(record), *claims(record))]
    print(f"{path.name}: {len(found)} of {len(record.articles)} articles", file=sys.stderr)
    return found


def conflicts(record: Record) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Both sides of each conflict."""
    for row in record.conflicts:
        yield row.kind, tuple(Place(side.article, side.spans) for side in row.sides)


def claims(record: Record) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Passages in two voices, and articles that lack what another has; lacking utterances are not this script's."""
    for row in record.claims:
        if row.about is None and not row.conflicts:
            yield "voices", row.places
        for cell in row.cells if row.about and row.about.list != "utterances" else ():
            if cell.stance == "absent":
                yield "absent", (row.places[0], Place(cell.article, ()))


def counts(every: list[Drawn], drawn: list[Drawn], marks: dict[str, str]) -> dict[str, int]:
    """How many are shown, drawn, marked and right, and right of those marked by kind."""
    marked = [(row.kind, marks[name(row)]) for row in drawn if name(row) in marks]
    found = {"shown": len(every), "drawn": len(drawn), "marked": len(marked)}
    found["right"] = sum(mark == "right" for _, mark in marked)
    for kind in sorted({kind for kind, _ in marked}):
        found[f"{kind}: marked"] = sum(each == kind for each, _ in marked)
        found[f"{kind}: right"] = marked.count((kind, "right"))
    return found


def name(row: Drawn) -> str:
    """What a mark is kept under: collection, kind, and the article and offsets of each place."""
    return " ".join([row.collection, row.kind, *(at(article(row.record, place), place) for place in row.places)])


def article(record: Record, place: Place) -> ArticleRow:
    """The article in which the place is."""
    return next(each for each in record.articles if each.id == place.article)


def at(row: ArticleRow, place: Place) -> str:
    """The article's number in its collection and the offsets, as "12:340-352"."""
    offsets = f"{place.spans[0].start}-{place.spans[-1].end}" if place.spans else "-"
    return f"{row.source.rpartition('#')[2]}:{offsets}"


def context(row: ArticleRow, place: Place) -> str:
    """The place between brackets in its context, on one line."""
    head = f"{row.outlet}, {row.published.edtf or 'no date'}"
    if not place.spans:
        return f"{head} is said not to have it"
    start, stop = place.spans[0].start, place.spans[-1].end
    parts = row.text[max(0, start - AROUND) : start], row.text[start:stop], row.text[stop : stop + AROUND]
    before, words, after = (" ".join(part.split()) for part in parts)
    return f"{head} {before} [[{words}]] {after}"


if __name__ == "__main__":
    main()
