"""Draws the articles of the process collections that are labelled by hand; prints ids and digests alone.

    python bench/statements/draw_articles.py SHARED            those of processes.json (statements)
    python bench/statements/draw_articles.py SHARED --ledgers  those of ledgers/: 12 others, four times

The same collections give the same articles: rows are ordered by a seeded digest of their id, and each is taken unless
it is of the wrong length, not English, or too near in its words to one taken before (it may be of the same story).
"""

import hashlib
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from frozen import shared  # it lies one folder up, where Python does not look

SEED, LEDGER_SEEDS = "dragoman-processes-1", [f"dragoman-ledgers-{n}" for n in (1, 2, 3, 4)]
WANTED = {"iran_nuclear_talks": 8, "ukraine_minsk": 4, "syria_talks": 4, "taliban_talks": 4}
LEDGER_WANTED = {"iran_nuclear_talks": 5, "ukraine_minsk": 3, "syria_talks": 2, "taliban_talks": 2}
WORDS = range(250, 901)
ENGLISH = frozenset(["the", "of", "and", "to", "in", "that", "for", "on", "is", "was", "with", "by", "as", "at"])
LEAST_ENGLISH = 0.2
NEAREST = 0.25
WORD = re.compile(r"\w+")
Weights = dict[str, float]


def main() -> None:
    """Print collection, id and digest of each article drawn."""
    folder = shared(__doc__) / "data" / "processes"
    for name, wanted in WANTED.items():
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        draws = [drawn(rows, wanted, SEED)]
        for seed in LEDGER_SEEDS:
            rows = [row for row in rows if row not in draws[-1]]
            draws.append(drawn(rows, LEDGER_WANTED[name], seed))
        for row in chain(*draws[1:]) if "--ledgers" in sys.argv else draws[0]:
            print(name, row["doc_id"], hashlib.sha256(row["text"].encode("utf-8")).hexdigest())


def drawn(rows: Iterable[dict[str, Any]], wanted: int, seed: str) -> list[dict[str, Any]]:
    """At most ``wanted`` rows, none too near in its words to another."""
    ordered = sorted(rows, key=lambda row: hashlib.sha256(f"{seed} {row['doc_id']}".encode()).hexdigest())
    weights = weigh([row["text"] for row in ordered])
    taken: list[int] = []
    for n, row in enumerate(ordered):
        far = all(cosine(weights[n], weights[m]) < NEAREST for m in taken)
        if len(taken) < wanted and fits(row["text"]) and far:
            taken.append(n)
    return [ordered[n] for n in taken]


def fits(text: str) -> bool:
    """Whether a text is of the length asked for, and English by its share of English function words."""
    words = [word.lower() for word in WORD.findall(text)]
    return len(text.split()) in WORDS and sum(word in ENGLISH for word in words) >= LEAST_ENGLISH * len(words)


def weigh(texts: Iterable[str]) -> list[Weights]:
    """Each text's words by tf-idf, scaled to length one."""
    counts = [Counter(word.lower() for word in WORD.findall(text)) for text in texts]
    spread = Counter(word for count in counts for word in count)
    return [scaled({w: (1 + math.log(n)) * math.log(len(counts) / spread[w]) for w, n in c.items()}) for c in counts]


def scaled(weights: Weights) -> Weights:
    """The same direction at length one."""
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def cosine(left: Weights, right: Weights) -> float:
    """The cosine of two vectors of length one."""
    return sum(weight * right.get(word, 0.0) for word, weight in left.items())


if __name__ == "__main__":
    main()
