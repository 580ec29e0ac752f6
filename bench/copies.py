"""How well copied text is found: ten kinds of rewriting, among articles that are no copies, beside two libraries.

    python bench/copies.py SHARED [--freeze]

Every article of the process collections is rewritten in ten ways by a seeded script, each version under another
outlet's name and of a later day. Recall is the share of (article, rewritten version) pairs that are found. A pair is
wrong where the two have no article in common; articles on one event by three outlets each (BASIL) stand among them, and
pairs of real articles that are reprints in fact, by an exact comparison in this script, count neither way.

``pairs`` are those that the index brings together, which is also what datasketch and rensa do (128 permutations, 16
bands, five-word shingles; in the same process, where ``pip install 'dragoman[bench]'`` has put them). ``passages`` are
those that stand after the words of each pair have been compared. Seconds are of the processor, from texts as strings.
"""

import importlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from frozen import report, shared

from dragoman.compare.copies import find_copies, same_texts, sharing
from dragoman.compare.furniture import repeated_lines
from dragoman.compare.shingles import shingled
from dragoman.model.article import Article, Masthead
from dragoman.model.reading import ReadArticle, Reading
from dragoman.model.when import between

SHORTEST = 100
"""Words of an article that is rewritten."""
HOSTS = 10
"""Every tenth article lends leads and surroundings instead of being rewritten."""
ROUNDS = 3
PERMUTATIONS, BANDS = 128, 16
REPRINT_RUN, REPRINT_SHARE = 20, 0.2
"""Two real articles with so many words in a row in common, or such a share of five-word runs, are no negatives."""
FIRST_DAY = date(2031, 3, 1)
WORD = re.compile(r"\w+")
FURNITURE = (
    ("Sign up for our morning letter", "Share this article", "Read more: all stories about the talks", "Most read"),
    ("We use cookies to make this site work. Choose which ones you accept.", "Advertisement", "Related stories"),
    ("Listen to this page", "Follow us for updates around the clock", "Comments are closed", "Back to the top"),
    ("Already a subscriber? Log in", "Photo gallery", "Print", "All rights reserved. Reproduction is not allowed."),
)

Pairs = set[tuple[int, int]]


class Document(NamedTuple):
    """A text, the articles that it is made of, which kind of rewriting made it, its outlet and day."""

    text: str
    parts: frozenset[str]
    kind: str
    outlet: str
    day: date


class Drawer(NamedTuple):
    """What a rewriting draws from: chance, the vocabulary, articles that lend surroundings, the other articles."""

    chance: Random
    words: Sequence[str]
    hosts: Mapping[str, str]
    others: Mapping[str, str]


Rewritten = tuple[str, tuple[str, ...]]
"""A text, and the names of further articles that went into it."""


def main() -> None:
    """Make the set, run the three finders on it, and print what each finds."""
    folder = shared(__doc__)
    documents = made(folder)
    excused = reprints(documents)
    texts = [document.text for document in documents]
    finders: dict[str, Callable[[Sequence[str]], Pairs]] = {
        "pairs": with_sharing,
        "passages": lambda _: ours(documents),
    }
    for name, finder in {"rensa": with_rensa, "datasketch": with_datasketch}.items():
        try:
            importlib.import_module(name)
        except ImportError:
            print(f"{name} is not installed")
        else:
            finders[name] = finder
    result: dict[str, Any] = {"documents": len(documents), "real_reprints_left_out": len(excused)}
    for name, finder in finders.items():
        seconds, pairs = timed(finder, texts)
        result[name] = {**judged(documents, excused, pairs), "documents_a_second": round(len(texts) / seconds)}
    report("copies", result)


def made(folder: Path) -> list[Document]:
    """The articles, their rewritten versions, and the negatives, in a seeded order."""
    texts = {row["doc_id"]: row["text"] for row in rows(*sorted((folder / "data" / "processes").glob("*.jsonl")))}
    names = [name for name in sorted(texts) if len(texts[name].split()) >= SHORTEST]
    hosts = {name: texts[name] for name in names[::HOSTS]}
    originals = {name: texts[name] for name in names if name not in hosts}
    words = sorted({word for text in texts.values() for word in text.split()})
    found = [plain(name, text, "article") for name, text in originals.items()]
    found += [plain(row["doc_id"], row["text"], "same event") for row in rows(folder / "data/stories/basil.jsonl")]
    for number, (kind, rewrite) in enumerate(KINDS.items()):
        for name, text in originals.items():
            chance = Random(f"{kind} {name}")  # noqa: S311  # a seeded set, no secret
            new, more = rewrite(text, Drawer(chance, words, hosts, {n: t for n, t in originals.items() if n != name}))
            outlet = f"Outlet {number} {chance.randrange(6)}"
            day = FIRST_DAY + timedelta(1 + chance.randrange(5))
            found.append(Document(new, frozenset({name, *more}), kind, outlet, day))
    Random(7).shuffle(found)  # noqa: S311  # the same order in every run
    return found


def rows(*files: Path) -> list[dict[str, Any]]:
    """The lines of the files."""
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def plain(name: str, text: str, kind: str) -> Document:
    """An article as it was published, under an outlet of its own."""
    return Document(text, frozenset({name}), kind, f"Outlet of {name}", FIRST_DAY)


def edited(share: float) -> Callable[[str, Drawer], Rewritten]:
    """Each word is, so often, replaced by another, left out, or followed by another."""

    def rewrite(text: str, drawer: Drawer) -> Rewritten:
        return "\n".join(" ".join(_edited(line.split(), share, drawer)) for line in text.split("\n")), ()

    return rewrite


def _edited(words: Iterable[str], share: float, drawer: Drawer) -> Iterable[str]:
    for word in words:
        if drawer.chance.random() >= share:
            yield word
            continue
        way = drawer.chance.randrange(3)
        if way == 0:
            yield word
        if way < 2:
            yield drawer.chance.choice(drawer.words)


def first(share: float) -> Callable[[str, Drawer], Rewritten]:
    """The first words, so large a share of all."""

    def rewrite(text: str, _: Drawer) -> Rewritten:
        ends = [match.end() for match in WORD.finditer(text)]
        return text[: ends[int(len(ends) * share) - 1]], ()

    return rewrite


def new_lead(text: str, drawer: Drawer) -> Rewritten:
    """The first seventh gives way to the first 60 words of another article."""
    name = drawer.chance.choice(sorted(drawer.hosts))
    rest = text.split(" ")[len(text.split(" ")) // 7 :]
    return " ".join([*drawer.hosts[name].split()[:60], "\n\n", *rest]), (name,)


def reordered(text: str, drawer: Drawer) -> Rewritten:
    """The paragraphs in another order; a text of one paragraph by sentences."""
    parts = [part for part in text.split("\n") if part.strip()]
    if len(parts) < 4:
        parts = re.split(r"(?<=[.!?]) ", text)
    drawer.chance.shuffle(parts)
    return "\n\n".join(parts), ()


def embedded(text: str, drawer: Drawer) -> Rewritten:
    """The text in the middle of another article."""
    name = drawer.chance.choice(sorted(drawer.hosts))
    host = drawer.hosts[name].split(" ")
    middle = len(host) // 2
    return "\n\n".join([" ".join(host[:middle]), text, " ".join(host[middle:])]), (name,)


def furnished(text: str, drawer: Drawer) -> Rewritten:
    """Page furniture before, amid and after the text."""
    lines = text.split("\n")
    for line in drawer.chance.choice(FURNITURE) * 2:
        lines.insert(drawer.chance.randrange(len(lines) + 1), line)
    return "\n".join(lines), ()


def mixed(text: str, drawer: Drawer) -> Rewritten:
    """Half of this article and half of another, sentence by sentence in turns of three."""
    name = drawer.chance.choice(sorted(drawer.others))
    one, other = (re.split(r"(?<=[.!?])\s+", first(0.5)(each, drawer)[0]) for each in (text, drawer.others[name]))
    turns = range(0, max(len(one), len(other)), 3)
    return "\n".join(" ".join(part[i : i + 3]) for i in turns for part in (one, other)), (name,)


def everything(text: str, drawer: Drawer) -> Rewritten:
    """Half of it, a tenth of the words edited, reordered, with a new lead, furniture, and another article round it."""
    more: tuple[str, ...] = ()
    for step in (first(0.5), edited(0.1), reordered, new_lead, furnished, embedded):
        text, names = step(text, drawer)
        more = (*more, *names)
    return text, more


KINDS: dict[str, Callable[[str, Drawer], Rewritten]] = {
    "words edited 3 %": edited(0.03),
    "words edited 10 %": edited(0.1),
    "half": first(0.5),
    "a third": first(1 / 3),
    "new lead": new_lead,
    "reordered": reordered,
    "embedded": embedded,
    "furniture added": furnished,
    "two mixed": mixed,
    "all together": everything,
}


def reprints(documents: Sequence[Document]) -> set[frozenset[str]]:
    """Pairs of real articles that share so much that they are reprints, by their words one by one."""
    runs: dict[str, list[tuple[str, ...]]] = {}
    for document in documents:
        for name in document.parts if document.kind in ("article", "same event") else ():
            words = WORD.findall(document.text.lower())
            runs[name] = [tuple(words[i : i + 5]) for i in range(len(words) - 4)]
    holders: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, found in runs.items():
        for run in found:
            holders[run].add(name)
    common = Counter(pair for names in holders.values() for pair in combinations(sorted(names), 2))
    likely = [pair for pair, number in common.items() if number >= REPRINT_RUN - 4]
    return {frozenset(pair) for pair in likely if is_reprint(*(runs[name] for name in pair))}


def is_reprint(one: Sequence[tuple[str, ...]], other: Sequence[tuple[str, ...]]) -> bool:
    """Whether two texts, as runs of five words, have a long run or a large share in common."""
    there = set(other)
    longest = here = total = 0
    for run in one:
        here = here + 1 if run in there else 0
        total += here > 0
        longest = max(longest, here)
    return longest + 4 >= REPRINT_RUN or total / min(len(one), len(other)) >= REPRINT_SHARE


def judged(documents: Sequence[Document], excused: set[frozenset[str]], pairs: Pairs) -> dict[str, float]:
    """Recall by kind and altogether, and precision, in per cent."""
    parents = {next(iter(d.parts)): i for i, d in enumerate(documents) if d.kind == "article"}
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for i, document in enumerate(documents):
        for name in document.parts & parents.keys() if document.kind in KINDS else ():
            total[document.kind] += 1
            hits[document.kind] += (min(i, parents[name]), max(i, parents[name])) in pairs
    parts = [(documents[i].parts, documents[j].parts) for i, j in pairs]
    right = sum(bool(one & other) for one, other in parts)
    counted = [p for p in parts if p[0] & p[1] or not any(frozenset((a, b)) in excused for a in p[0] for b in p[1])]
    return {
        **{kind: percent(hits[kind], total[kind]) for kind in KINDS},
        "recall": percent(hits.total(), total.total()),
        "precision": percent(right, len(counted)),
        "wrong": len(counted) - right,
    }


def percent(part: int, whole: int) -> float:
    """So much of the whole, in per cent."""
    return round(100 * part / max(whole, 1), 1)


def timed(finder: Callable[[Sequence[str]], Pairs], texts: Sequence[str]) -> tuple[float, Pairs]:
    """The least processor seconds of several rounds, and what was found."""
    best, pairs = float("inf"), set()
    for _ in range(ROUNDS):
        before = time.process_time()
        pairs = finder(texts)
        best = min(best, time.process_time() - before)
    return best, pairs


def ours(documents: Sequence[Document]) -> Pairs:
    """The pairs that the program finds, of articles about which nothing but text, outlet and day is known."""
    readings = [
        ReadArticle(
            Article(
                str(i), str(i), one.text, "", "", Masthead(one.outlet, published=between(one.day, one.day, "given"))
            ),
            Reading("bench"),
        )
        for i, one in enumerate(documents)
    ]
    same = same_texts(readings)
    copies = find_copies(readings, repeated_lines(readings), same)
    found = [*((copy.left, copy.right) for copy in copies), *same.items()]
    return {(min(int(i), int(j)), max(int(i), int(j))) for i, j in found}


def with_sharing(texts: Sequence[str]) -> Pairs:
    """The pairs that the program's index brings together."""
    found = sharing(shingled(text).sample() for text in texts)
    return set(zip(*found.T.tolist(), strict=True))


def token_sets(texts: Iterable[str]) -> list[list[str]]:
    """Each text's runs of five words."""
    words = [WORD.findall(text.lower()) for text in texts]
    return [[" ".join(each[i : i + 5]) for i in range(len(each) - 4)] for each in words]


def with_rensa(texts: Sequence[str]) -> Pairs:
    """The pairs that rensa's index brings together."""
    rensa: Any = importlib.import_module("rensa")
    index = rensa.RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    hashes = rensa.RMinHash.from_token_sets(token_sets(texts), num_perm=PERMUTATIONS, seed=1)
    for i, one in enumerate(hashes):
        index.insert(i, one)
    return {(min(i, j), max(i, j)) for i, one in enumerate(hashes) for j in index.query(one) if i != j}


def with_datasketch(texts: Sequence[str]) -> Pairs:
    """The pairs that datasketch's index brings together."""
    datasketch: Any = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, PERMUTATIONS // BANDS))
    hashes = []
    for i, tokens in enumerate(token_sets(texts)):
        one = datasketch.MinHash(num_perm=PERMUTATIONS)
        one.update_batch([token.encode() for token in tokens])
        hashes.append(one)
        index.insert(i, one)
    return {(min(i, j), max(i, j)) for i, one in enumerate(hashes) for j in index.query(one) if i != j}


if __name__ == "__main__":
    main()
