"""Who spoke, of attributions drawn from the compiled records of four negotiations' coverage and judged by a person.

    python bench/statements/speakers.py SHARED --seed S --draw N     draw, print each to be read, keep the sample
    python bench/statements/speakers.py SHARED --seed S --mark MARKS one letter an item, in the order printed
    python bench/statements/speakers.py SHARED [--freeze]            count the marks, list whose speaker changed

Each collection of ``data/processes`` is compiled as a user would compile it (``--store FILE`` keeps readings). The
draw is of shown attributions, at most one an article, in proportion to what each collection holds, but at least 15 in
100 from each. The marks are: ``r`` right, ``w`` wrong, ``a`` rightly left open (the article itself does not tell),
``x`` wrongly left open, ``.`` not yet read. A speaker is right who, by the article, conveyed the content: all of them
and nobody else, the agency that passes the words on not counted; the actor must be the same one under the name that
the record prints. ``speakers.json`` keeps for each seed digests, offsets, speakers as printed and marks, no text of
an article. A mark holds as long as the same speakers are printed; where they changed, the item is listed and is to be
read again.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from frozen import report, shared  # it lies one folder up, where Python does not look

from dragoman import compile_record
from dragoman.model.record import ActorRow, ArticleRow, Record, StatementRow

MARKS = Path(__file__).with_suffix(".json")
LEAST = 0.15
"""Least share of the draw that comes from each collection."""
NAMES = {"r": "right", "w": "wrong", "a": "rightly left open", "x": "wrongly left open", ".": "unread"}
BEFORE, AFTER = 700, 250
"""How many characters round the attribution are printed."""
Item = dict[str, Any]


@dataclass(frozen=True)
class Drawn:
    """An attribution with its article and the names of its speakers."""

    collection: str
    article: ArticleRow
    row: StatementRow
    speakers: tuple[ActorRow, ...]
    via: tuple[ActorRow, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What the attribution is known by, whatever is read of it."""
        return self.article.text_sha256, json.dumps(self.row.content)

    def item(self) -> Item:
        """What is kept of it."""
        return {
            "article": self.article.source,
            "statement": self.row.id,
            "text_sha256": self.article.text_sha256,
            "content": self.row.content,
            "source": self.row.source,
            "speakers": [actor.name for actor in self.speakers],
            "mark": ".",
        }


def main() -> None:
    """Draw, mark or count."""
    folder = shared(__doc__)
    samples: dict[str, list[Item]] = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    seed, draw, marks = option("--seed"), option("--draw"), option("--mark")
    if marks and seed:
        mark(samples[seed], marks)
    elif draw and seed:
        found = drawn(compiled(folder), int(draw), int(seed))
        items = [one.item() for one in found]
        known = {key_of(item): item for sample in samples.values() for item in sample}
        for number, (one, item) in enumerate(zip(found, items, strict=True), 1):
            old = known.get(key_of(item))
            item["mark"] = old["mark"] if old and old["speakers"] == item["speakers"] else "."
            print(sheet(number, one, item["mark"]))
        samples[seed] = items
    else:
        now = {one.key: one for one in compiled(folder)}
        for key, items in samples.items():
            held(key, items, now)
    write(samples)
    report("statements/speakers", {f"seed {key}": count(items) for key, items in samples.items()})


def option(name: str) -> str | None:
    """The word after an option on the command line."""
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None


def compiled(folder: Path) -> list[Drawn]:
    """Every shown attribution of the collections, each compiled alone, in the order of articles and offsets."""
    found: list[Drawn] = []
    for path in sorted((folder / "data" / "processes").glob("*.jsonl")):
        found += shown(path.stem, compile_record([path], store=option("--store") or ":memory:", jobs=1))
    return found


def shown(collection: str, record: Record) -> Iterator[Drawn]:
    """The shown attributions of a record."""
    articles = {article.id: article for article in record.articles}
    actors = {actor.id: actor for actor in record.actors}
    for row in sorted(record.statements, key=lambda row: (articles[row.article].text_sha256, row.content)):
        if row.shown:
            speakers, via = (tuple(actors[one] for one in ids) for ids in (row.speakers, row.via))
            yield Drawn(collection, articles[row.article], row, speakers, via)


def drawn(rows: Sequence[Drawn], number: int, seed: int) -> list[Drawn]:
    """So many of the attributions, no two from one text, by collection."""
    by_collection = Counter(row.collection for row in rows)
    least = round(LEAST * number)
    rest = number - least * len(by_collection)
    quota = {name: least + int(rest * size / len(rows)) for name, size in sorted(by_collection.items())}
    quota[by_collection.most_common(1)[0][0]] += number - sum(quota.values())
    order = sorted(rows, key=lambda row: row.key)
    random.Random(seed).shuffle(order)  # noqa: S311  # a sample, not a secret
    found: list[Drawn] = []
    texts: set[str] = set()
    for row in order:
        if quota[row.collection] and row.article.text_sha256 not in texts:
            quota[row.collection] -= 1
            texts.add(row.article.text_sha256)
            found.append(row)
    return found


def sheet(number: int, one: Drawn, mark_now: str) -> str:
    """The attribution within its article, content in double and source in single brackets, and who is said to speak."""
    text, row = one.article.text, one.row
    spans = [*row.content, *row.source, *row.cue]
    first, last = max(0, min(s.start for s in spans) - BEFORE), max(s.end for s in spans) + AFTER
    signs = [(s.start, 1, "⟦") for s in row.content] + [(s.end, -1, "⟧") for s in row.content]
    signs += [(s.start, 2, "‹") for s in row.source] + [(s.end, -2, "›") for s in row.source]
    words, at = "", first
    for place, _, sign in sorted(signs):
        words += text[at:place] + sign
        at = place
    words += text[at:last]
    who = "; ".join(f"{a.name} ({a.kind}, {a.country or '-'}, {', '.join(a.offices[:3])})" for a in one.speakers)
    via = f" via {', '.join(actor.name for actor in one.via)}" if one.via else ""
    head = f"--- {number} [{mark_now}] {one.collection}: {one.article.title or '(no title)'}"
    return f"{head}\n{words.strip()}\n=== {row.speakers_basis}: {who or 'LEFT OPEN'}{via}\n"


def key_of(item: Item) -> tuple[str, str]:
    """The same key as that of what was drawn."""
    return item["text_sha256"], json.dumps(item["content"])


def mark(items: list[Item], marks: str) -> None:
    """Write the marks to the items; exits where they do not fit them."""
    letters = "".join(marks.split())
    if len(letters) != len(items):
        sys.exit(f"{len(letters)} marks for {len(items)} items")
    for number, (item, letter) in enumerate(zip(items, letters, strict=True), 1):
        if letter not in (".rw" if item["speakers"] else ".ax"):
            sys.exit(f"item {number} cannot be marked {letter}: speakers {item['speakers']}")
        item["mark"] = letter


def held(seed: str, items: Sequence[Item], now: dict[tuple[str, str], Drawn]) -> None:
    """Take the marks from items that are read otherwise now, and print these."""
    for number, item in enumerate(items, 1):
        one = now.get(key_of(item))
        if one is None:
            print(f"seed {seed}, item {number}: no such attribution is shown any more")
        elif (new := one.item())["speakers"] != item["speakers"]:
            print(f"was {NAMES[item['mark']]}: {item['speakers']}\n{sheet(number, one, '.')}")
            item.update(new)


def count(items: Sequence[Item]) -> dict[str, int]:
    """How many items have each mark."""
    marks = Counter(item["mark"] for item in items)
    return {name: marks[letter] for letter, name in NAMES.items()}


def write(samples: dict[str, list[Item]]) -> None:
    """Keep the samples, an item a line."""
    blocks = (
        f"{json.dumps(seed)}: [\n" + ",\n".join(f"  {json.dumps(item)}" for item in items) + "\n ]"
        for seed, items in sorted(samples.items())
    )
    MARKS.write_text("{\n " + ",\n ".join(blocks) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
