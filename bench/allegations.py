"""How many of the allegations that a brief shows are told right: drawn from real articles, read by a person.

    python bench/allegations.py SHARED [--draw 60] [--seed 1] [--store FILE] [--freeze]

Compiles the process collections, draws allegations from all of them, those that are answered first, and prints each in
its context, to be read. What a reader found stands in ``results/allegations_marks.json``, without any text: set,
articles and offsets, and a letter each for the accuser, the accused, the wrong (that the words accuse, and are one
accusation), the answers, and the articles that are said not to have the answer. ``r`` is right and ``w`` wrong; ``o``
rightly and ``x`` wrongly left open, or without an answer; ``-`` where nothing is said.
"""

from typing import NamedTuple

from frozen import report
from sheets import Compiled, arguments, compiled, drawn, marks

from dragoman.model.record import AllegationRow

PARTS = ("accuser", "accused", "wrong", "answers", "without")


class Drawn(NamedTuple):
    """An allegation of one collection."""

    of: Compiled
    row: AllegationRow


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    given = arguments(__doc__)
    every = [Drawn(of, row) for of in compiled(given.shared, given.store) for row in of.record.allegations]
    answered, others = ([row for row in every if bool(row.row.answers) is each] for each in (True, False))
    rows = drawn(answered, given.draw, given.seed, name)
    rows += drawn(others, given.draw - len(rows), given.seed, name)
    read = marks("allegations_marks.json")
    for row in rows:
        print(f"== {name(row)} [{read.get(name(row), 'not marked')}]")
        print(*sheet(row), sep="\n")
    found = [read[name(row)] for row in rows if name(row) in read]
    counts = {"shown": len(every), "answered": len(answered), "drawn": len(rows), "marked": len(found)}
    for at, part in enumerate(PARTS):
        letters = [each[at] for each in found]
        counts |= {f"{part}.{letter}": letters.count(letter) for letter in "rwox" if letter in letters}
    report("allegations", counts)


def sheet(drawn: Drawn) -> list[str]:
    """What is said of it, with its words, its answers and the articles that do not have it or them."""
    of, row = drawn
    outlets = {each.id: f"{each.source.rpartition('#')[2]} {each.outlet}" for each in of.record.articles}
    return [
        f"   {of.names(row.by)} AGAINST {of.names(row.against)} {row.when.edtf}",
        *(f"   . {of.context(each)}" for each in row.statements),
        *(f"   > {each.kind} {each.when.edtf}: {of.context(each.statement)}" for each in row.answers),
        *(f"   without the answer: {outlets[each.article]} {each.why}" for each in row.unanswered),
        *(f"   without it: {outlets[each.article]} {each.why}" for each in row.lacking if each.why == "absent"),
    ]


def name(row: Drawn) -> str:
    """What a mark is kept under: set, and the article and offsets of each statement and answer."""
    said = " ".join(row.of.at(each) for each in row.row.statements)
    answers = " ".join(row.of.at(each.statement) for each in row.row.answers)
    return f"{row.of.collection} {said} > {answers}".rstrip(" >")


if __name__ == "__main__":
    main()
