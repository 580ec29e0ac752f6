"""How many of the disputes that a brief shows are disputes: drawn from real articles, read by a person.

    python bench/disputes.py SHARED [--draw 60] [--seed 1] [--store FILE] [--freeze]

Compiles the process collections, draws disputes from all of them, and prints both sides in context to be read. What
a reader found stands in ``results/disputes_marks.json``, without any text: set, kind, articles, offsets, and whether
the two sides are at odds over one thing, in the way that is said, and are the sides that say so.
"""

from typing import NamedTuple

from frozen import report
from sheets import Compiled, arguments, compiled, drawn, marks

from dragoman.model.record import DisputeRow


class Drawn(NamedTuple):
    """A dispute of one collection."""

    of: Compiled
    row: DisputeRow


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    given = arguments(__doc__)
    every = [Drawn(of, row) for of in compiled(given.shared, given.store) for row in of.record.disputes]
    read, rows = marks("disputes_marks.json"), drawn(every, given.draw, given.seed, name)
    for of, row in rows:
        key = name(Drawn(of, row))
        print(f"== {key} [{read.get(key, 'not marked')}]")
        for side in row.sides:
            print(*(f"   {of.names(side.actors)}: {of.context(each)}" for each in side.statements), sep="\n")
    found = [read[name(row)] for row in rows if name(row) in read]
    right = found.count("right")
    report("disputes", {"shown": len(every), "drawn": len(rows), "marked": len(found), "right": right})


def name(row: Drawn) -> str:
    """What a mark is kept under: set, kind, and the article and offsets of each statement."""
    sides = [" ".join(row.of.at(each) for each in side.statements) for side in row.row.sides]
    return f"{row.of.collection} {row.row.kind} {' | '.join(sides)}"


if __name__ == "__main__":
    main()
