"""Whether mentions of documents are read and joined rightly: a seeded draw to be read one by one, and the largest rows.

    python bench/instruments.py SHARED [--draw 100] [--seed 7] [--mark LETTERS] [--list 25] [--store FILE] [--freeze]

Draws mentions that stand in a row from the records of four negotiations' coverage. Each sheet prints the mention within
its article, and its row: name, date and some of its other mentions. Marks are letters in the order of the draw: ``r``
right, ``a`` right but apart from other mentions of the same text, ``n`` no instrument, ``s`` another span, ``w`` in a
row with mentions of another text, ``.`` not read.
``results/instruments_marks.json`` keeps the marks of the last draw without any text: a place is article, offset and the
first digits of the SHA-256 of the words there. Prints too how much of reading the search for instruments costs.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from frozen import RESULTS, report

from dragoman import Record, compile_record, read
from dragoman.language.parser import load_parser
from dragoman.model.ids import sha256
from dragoman.model.instrument_rows import InstrumentRow
from dragoman.model.spans import Place
from dragoman.reading import load_reader
from dragoman.reading.cast import Cast
from dragoman.reading.instruments import find_instruments

COLLECTIONS = ("iran_nuclear_talks", "ukraine_minsk", "syria_talks", "taliban_talks")
MARKS = RESULTS / "instruments_marks.json"
AROUND, OTHERS, DIGITS, TIMED = 110, 6, 8, 12
LETTERS = {
    "r": "right",
    "a": "right_but_apart",
    "n": "no_instrument",
    "s": "span_wrong",
    "w": "row_wrong",
    ".": "not_read",
}


class Drawn(NamedTuple):
    """One mention in its row."""

    record: Record
    row: InstrumentRow
    place: Place


def main() -> None:
    """Compile, draw, print, and count what is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--mark", default="")
    parser.add_argument("--list", type=int, default=0)
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    paths = [given.shared / "data" / "processes" / f"{name}.jsonl" for name in COLLECTIONS]
    records = [compile_record([path], store=given.store, jobs=1) for path in paths]
    every = [Drawn(record, row, place) for record in records for row in record.instruments for place in row.mentions]
    drawn = random.Random(given.seed).sample(every, min(given.draw, len(every)))  # noqa: S311  # a draw, no secret
    if given.list:
        rows = sorted({id(one.row): one for one in every}.values(), key=lambda one: -len(one.row.mentions))
        print("\n".join(line for one in rows[: given.list] for line in row_lines(one)))
    names = [named(one.record, one.place) for one in drawn]
    marks = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    if given.mark:
        letters = "".join(given.mark.split())
        marks = {"seed": given.seed, "marks": dict(zip(names, letters, strict=True))}
        MARKS.write_text(json.dumps(marks, indent=1) + "\n", encoding="utf-8")
    elif not given.list:
        print("\n".join(line for number, one in enumerate(drawn, 1) for line in sheet(number, one)))
    report("instruments", counted(marks.get("marks", {}), names, records) | cost(paths[1], given.store))


def sheet(number: int, one: Drawn) -> Iterator[str]:
    """What a reader needs to judge a mention."""
    yield f"== {number} {within(one, one.place)}"
    yield from row_lines(one)


def row_lines(one: Drawn) -> Iterator[str]:
    """A row and some of its mentions."""
    row, articles = one.row, {place.article for place in one.row.mentions}
    told = f"{row.kind} {row.date.edtf} {row.standing} | {len(row.mentions)} in {len(articles)} articles"
    yield f"   ROW {row.name} | {told}"
    for place in row.mentions[:: max(1, len(row.mentions) // OTHERS)][:OTHERS]:
        yield f"      {within(one, place)}"


def within(one: Drawn, place: Place) -> str:
    """The mention in its article, after the day of publication."""
    row = next(each for each in one.record.articles if each.id == place.article)
    start, end = place.spans[0].start, place.spans[-1].end
    parts = row.text[max(0, start - AROUND) : start], row.text[start:end], row.text[end : end + AROUND]
    before, words, after = (" ".join(part.split()) for part in parts)
    return f"{row.published.edtf} {before} [[{words}]] {after}"


def named(record: Record, place: Place) -> str:
    """The name of one place."""
    row = next(each for each in record.articles if each.id == place.article)
    words = row.text[place.spans[0].start : place.spans[-1].end]
    return f"{row.source.rpartition('#')[2]}:{place.spans[0].start}:{sha256(words.encode())[:DIGITS]}"


def counted(marks: dict[str, str], names: list[str], records: list[Record]) -> dict[str, Any]:
    """How many mentions and rows there are, and what the reader found among those that were drawn."""
    found = Counter(LETTERS[marks.get(name, ".")] for name in names)
    rows = [row for record in records for row in record.instruments]
    total = {"rows": len(rows), "mentions_in_rows": sum(len(row.mentions) for row in rows), "drawn": len(names)}
    return total | {word: found[word] for word in LETTERS.values()}


def cost(path: Path, store: str) -> dict[str, float]:
    """The search for instruments as a share of reading, in thousandths, over some articles."""
    articles = [each for each in read([path], store=store, jobs=1).articles if not each.reading.unread][:TIMED]
    parser, reader = load_parser(), load_reader()
    started = process_time()
    for each in articles:
        reader.read(each.article)
    whole, alone = process_time() - started, 0.0
    for article, reading in articles:
        doc, cast = parser.parse(article.text), Cast(reading.entities, reading.mentions)
        started = process_time()
        find_instruments(doc, cast, reading.timexes, article.furniture)
        alone += process_time() - started
    return {"thousandths_of_reading": round(1000 * alone / whole)}


if __name__ == "__main__":
    main()
