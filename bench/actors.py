"""Who is who in a collection: the most frequent actors, to be read one by one, and what a reader found wrong in them.

    python bench/actors.py SHARED [--list 50] [--collection iran_nuclear_talks] [--store FILE] [--freeze]

Prints the N most frequent actors of a process collection with their names, offices, states and some mentions. What a
reader found stands in ``results/actors_marks.json``, without any text: a place is article, offset and the first digits
of the SHA-256 of the words there. ``read`` are the places of actors that were read whole; ``same`` are pairs of places
that are one actor, ``apart`` pairs that are two. Prints how many of those read are of the N, how many pairs that are
one stand apart (splits) and how many that are two stand together (wrong joins).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frozen import RESULTS, report

from dragoman import Record, compile_record
from dragoman.model.ids import sha256
from dragoman.model.record import ActorMention, ActorRow

MARKS = RESULTS / "actors_marks.json"
SHOWN = 4
AROUND = 50
DIGITS = 8


def main() -> None:
    """Compile, print, and count what is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--list", type=int, default=50)
    parser.add_argument("--collection", default="iran_nuclear_talks")
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    path = given.shared / "data" / "processes" / f"{given.collection}.jsonl"
    record = compile_record([path], store=given.store, jobs=1)
    often = sorted(record.actors, key=lambda actor: (-articles(actor), actor.name))[: given.list]
    for place, actor in enumerate(often, 1):
        print("\n".join(lines(place, actor, record)))
    marks = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    report("actors", counted(marks.get(given.collection, {}), record, often))


def articles(actor: ActorRow) -> int:
    """How many articles mention the actor."""
    return len({mention.article for mention in actor.mentions})


def lines(place: int, actor: ActorRow, record: Record) -> Iterator[str]:
    """What a reader needs to judge an actor: its least mention's place, all names, offices, and some mentions."""
    texts = {article.id: article.text for article in record.articles}
    yield f"== {place} {actor.name} ({actor.kind}, {actor.country}) in {articles(actor)} articles"
    yield f"   {min(places(actor, record))}"
    yield "   names " + "; ".join(actor.names)
    offices = Counter(" ".join(office.split()) for office in actor.offices)
    yield "   offices " + "; ".join(office for office, _ in offices.most_common(12))
    for mention in actor.mentions[:: max(1, len(actor.mentions) // SHOWN)][:SHOWN]:
        start, end = mention.spans[0].start, mention.spans[-1].end
        text = texts[mention.article]
        around = (text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND])
        before, words, after = (" ".join(part.split()) for part in around)
        yield f"   {before} [[{words}]] {after}"


def places(actor: ActorRow, record: Record) -> list[str]:
    """Where the actor is mentioned, as marks name it: article, offset, and digits of the words' SHA-256."""
    texts = {article.id: (article.source.rpartition("#")[2], article.text) for article in record.articles}
    return [named(mention, *texts[mention.article]) for mention in actor.mentions]


def named(mention: ActorMention, source: str, text: str) -> str:
    """The name of one place."""
    span = mention.spans[0]
    return f"{source}:{span.start}:{sha256(text[span.start : span.end].encode())[:DIGITS]}"


def counted(marks: dict[str, Any], record: Record, often: list[ActorRow]) -> dict[str, int]:
    """How many marks hold. A place at which nobody stands any more counts as gone."""
    home: dict[str, set[str]] = {}
    for actor in record.actors:
        for place in places(actor, record):
            home.setdefault(place, set()).add(actor.id)
    first = {min(places(actor, record)) for actor in often}
    same, apart = ([pair for pair in marks.get(kind, []) if all(map(home.get, pair))] for kind in ("same", "apart"))
    marked = len(marks.get("same", [])) + len(marks.get("apart", []))
    return {
        "actors": len(record.actors),
        "listed": len(often),
        "listed_and_read": len(first & set(marks.get("read", []))),
        "marked_pairs": marked,
        "marked_pairs_gone": marked - len(same) - len(apart),
        "splits": sum(not home[left] & home[right] for left, right in same),
        "wrong_joins": sum(bool(home[left] & home[right]) for left, right in apart),
    }


if __name__ == "__main__":
    main()
