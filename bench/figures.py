"""How many figures are right, and how many of those that are put beside each other are of one thing: read by a person.

    python bench/figures.py SHARED [--draw 60] [--seed 2] [--joined 60] [--store FILE] [--freeze]

Compiles the process collections, each by itself, draws figures from all of them and prints each in its context with its
number, unit, what it counts, period, day, how exact it is and who gives it; then pairs of figures that stand beside
each other. What a reader found stands in ``results/figures_marks.json``, without any text: collection, article, offsets
and a digest of what was read, and "right" or what is wrong: "none" (no figure), "number", "unit", "of", "scope",
"period", "exactness", "giver", several with blanks between; of pairs "right", "other" (not one thing) or "relation".
Prints what is given, how many of those drawn are marked and how many of these right, and which marked ones are gone or
changed.
"""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from frozen import report
from sheets import Compiled, compiled, drawn, marks

from dragoman.model.ids import digest
from dragoman.model.record import FigureRow

WHAT = ("none", "number", "unit", "of", "scope", "period", "exactness", "giver")
AROUND = 220


class Drawn(NamedTuple):
    """A figure in one collection's record."""

    of: Compiled
    row: FigureRow


class Pair(NamedTuple):
    """A figure, another that is put beside it, and how they are said to stand to each other."""

    one: Drawn
    other: Drawn
    relation: str


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    given = arguments()
    records = compiled(given.shared, given.store)
    every = [Drawn(each, row) for each in records for row in each.record.figures]
    beside = [pair for each in records for pair in pairs(each)]
    known = marks("figures_marks.json")
    figures = drawn(every, given.draw, given.seed, place)
    joined = drawn(beside, given.joined, given.seed, pair_place)
    for number, each in enumerate(figures):
        print(f"== {number} {name(each)} [{known.get(name(each), 'not marked')}]\n   {sheet(each)}")
    for number, pair in enumerate(joined):
        mark = known.get(pair_name(pair), "not marked")
        print(
            f"== pair {number} {pair_name(pair)} [{mark}] {pair.relation}\n   {sheet(pair.one)}\n   {sheet(pair.other)}"
        )
    for mark in sorted(known.keys() - {name(each) for each in every} - {pair_name(each) for each in beside}):
        print(f"gone or changed: {mark} [{known[mark]}]")
    report("figures", counts(every, beside, figures, joined, known))


def arguments() -> Namespace:
    """The options."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=60)
    parser.add_argument("--joined", type=int, default=60)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--freeze", action="store_true")
    return parser.parse_args()


def counts(
    every: list[Drawn], beside: list[Pair], figures: list[Drawn], joined: list[Pair], known: Mapping[str, str]
) -> dict[str, int]:
    """How many are given, drawn, marked and right, and what is wrong with the others."""
    read = [known[name(each)] for each in figures if name(each) in known]
    wrong = Counter(what for mark in read for what in mark.split())
    paired = [known[pair_name(each)] for each in joined if pair_name(each) in known]
    return (
        {"given": len(every), "drawn": len(figures), "marked": len(read), "right": wrong["right"]}
        | {f"wrong: {what}": wrong[what] for what in WHAT}
        | {"pairs": len(beside), "pairs drawn": len(joined), "pairs marked": len(paired)}
        | {"pairs right": paired.count("right"), "pairs of two things": paired.count("other")}
    )


def pairs(of: Compiled) -> list[Pair]:
    """Each pair of figures of one record that stand beside each other, once."""
    rows = {row.id: row for row in of.record.figures}
    found = {
        frozenset((row.id, each.figure)): Pair(Drawn(of, row), Drawn(of, rows[each.figure]), each.relation)
        for row in of.record.figures
        for each in row.beside
    }
    return list(found.values())


def place(each: Drawn) -> str:
    """The collection, the article's number in it and the offsets, as "name 12:340-352"."""
    source = next(row.source for row in each.of.record.articles if row.id == each.row.article)
    return f"{each.of.collection} {source.rpartition('#')[2]}:{each.row.spans[0].start}-{each.row.spans[-1].end}"


def name(each: Drawn) -> str:
    """What a mark of a figure is kept under: its place, and a digest of all that was read of it."""
    return f"{place(each)} {digest(fields(each))}"


def pair_place(pair: Pair) -> str:
    """Both places, in their own order."""
    return " ".join(sorted((place(pair.one), place(pair.other))))


def pair_name(pair: Pair) -> str:
    """What a mark of a pair is kept under."""
    return f"{pair_place(pair)} {pair.relation}"


def fields(each: Drawn) -> str:
    """What is read of a figure."""
    row = each.row
    return (
        f"{row.value:g} | unit {row.unit} | of {row.of} | scope {row.scope} | period {row.period} | "
        f"{row.as_of.edtf} | {row.precision} | by {each.of.names(row.giver) if row.giver else 'the outlet'}"
    )


def sheet(each: Drawn) -> str:
    """The figure between brackets in its context, and what is read of it."""
    text = next(row.text for row in each.of.record.articles if row.id == each.row.article)
    start, end = each.row.spans[0].start, each.row.spans[-1].end
    parts = text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND // 2]
    before, words, after = (" ".join(part.split()) for part in parts)
    return f"{fields(each)}\n      {before} [[{words}]] {after}"


if __name__ == "__main__":
    main()
