"""Acts: PLOVER roots in held-back folds, codes of statements in which no act is meant, and what coding costs.

    python bench/acts.py SHARED [--folds] [--draw] [--freeze]

With ``--folds``, which needs scikit-learn (``pip install 'dragoman[training]'``), the coder is fitted anew: five folds
split by text, three seeds; its sureness is fitted to the held-back part of another seed's folds. A sentence for which
the coder abstains, or in which it sees no act, counts as wrong.

Of 190 statements drawn with seed 23 from those articles of the process collections whose SHA-256 begins with an odd
digit, a reader marked in which an act is meant, before any was coded: ``results/acts_marks.json``, without text. Those
that this leaves open are ``unsure`` and counted nowhere. The articles of these collections with which the coder was
trained begin with an even digit. ``--draw`` prints the drawn statements with their marks.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # training lies in the root

import numpy as np
from frozen import RESULTS, report

from dragoman.language.acts import EDGE, LEAST
from dragoman.model.article import Article, Dropped
from dragoman.model.reading import ReadArticle, Statement
from dragoman.model.spans import common, length, words
from dragoman.reading import Reader, load_reader
from dragoman.run.cache import seen
from dragoman.run.gather import gather

MARKS = RESULTS / "acts_marks.json"
SEEDS = (0, 1, 2)
DRAWN, SEED = 190, 23
COUNTED = 100
ANSWERED = 0.8
TIMED = 25


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    for name in ("folds", "draw", "freeze"):
        parser.add_argument(f"--{name}", action="store_true")
    given = parser.parse_args()
    reader = load_reader()
    if given.draw:
        draw(given.shared, reader)
        return
    before = RESULTS / "acts.json"
    result = json.loads(before.read_text(encoding="utf-8")) if before.is_file() else {}
    report("acts", result | (folds(given.shared, reader) if given.folds else {}) | statements(given.shared, reader))


def folds(shared: Path, reader: Reader) -> dict[str, Any]:
    """Macro-F1 over the 15 roots, and precision among the surest 80 per cent of all sentences, for each seed."""
    from sklearn.metrics import f1_score

    from training.acts.corpus import load
    from training.acts.fit import held_out, how_sure

    examples = load(shared, reader.parser, reader.encoder)
    gold, coded = np.array([e.root for e in examples]), np.array([not e.marked for e in examples])
    labels = sorted(set(gold[coded]))
    held = [held_out(examples, seed) for seed in SEEDS]
    result: dict[str, Any] = {}
    for seed, here in zip(SEEDS, held, strict=True):
        slope, offset = how_sure(examples, held[(SEEDS.index(seed) + 1) % len(SEEDS)])
        clipped = np.clip(here.odds, EDGE, 1 - EDGE)
        sure = 1 / (1 + np.exp(-(slope * np.log(clipped / (1 - clipped)) + offset)))
        sure[here.roots == "NONE"] = 0
        given = np.where(sure >= LEAST, here.roots, "NONE")
        first = np.argsort(-sure[coded], kind="stable")[: round(ANSWERED * coded.sum())]
        none = ~coded & (gold == "NONE")
        result |= {
            f"seed {seed}.macro_f1": percent(f1_score(gold[coded], given[coded], labels=labels, average="macro")),
            f"seed {seed}.answered": percent((given[coded] != "NONE").mean()),
            f"seed {seed}.precision_at_80": percent((gold == here.roots)[coded][first].mean()),
            f"seed {seed}.coded_of_training_marks_without_act": percent((given[none] != "NONE").mean()),
        }
    result["macro_f1"] = round(float(np.mean([result[f"seed {seed}.macro_f1"] for seed in SEEDS])), 1)
    result["precision_at_80"] = round(float(np.mean([result[f"seed {seed}.precision_at_80"] for seed in SEEDS])), 1)
    return result


def percent(share: float) -> float:
    """A share as per cent with one decimal."""
    return round(100 * float(share), 1)


def statements(shared: Path, reader: Reader) -> dict[str, Any]:
    """How many of the marked statements are coded, and what coding costs."""
    marks = json.loads(MARKS.read_text(encoding="utf-8"))
    wanted = {mark["text_sha256"] for mark in marks}
    articles = {each.text_sha256: each for each in collections(shared) if each.text_sha256 in wanted}
    reads = {sha: ReadArticle(article, reader.read(seen(article))) for sha, article in articles.items()}
    found = [(mark["act"], coded(reads[mark["text_sha256"]], mark)) for mark in marks]
    none = [is_coded for act, is_coded in found if act == "none"][:COUNTED]
    acts = [is_coded for act, is_coded in found if act == "act"]
    return {
        "statements without an act": len(none),
        "statements without an act, coded": sum(none),
        "statements with an act": len(acts),
        "statements with an act, coded": sum(acts),
        "coding_over_reading_percent": cost(list(articles.values())[:TIMED], reader),
    }


def coded(read: ReadArticle, mark: dict[str, Any]) -> bool:
    """Whether the statement at the marked place has an act."""
    place = [tuple(span) for span in mark["content"]]

    def near(statement: Statement) -> float:
        return length(common(statement.content, place)) / max(length(statement.content), length(place), 1)

    best = max(read.reading.statements, key=near)
    if near(best) < 1 / 2:
        print(f"no statement at {mark['content']} in {read.article.source}", file=sys.stderr)
        return False
    same = [s for s in read.reading.statements if s.content == best.content]
    exact = [s for s in same if [list(span) for span in s.cue] == mark["cue"]] or [best]
    return bool(exact[0].acts)


def cost(articles: list[Article], reader: Reader) -> float:
    """Processor seconds of coding, in per cent of those of reading without it."""
    spent = {True: 0.0, False: 0.0}
    for article in articles:
        for coding in (True, False):
            here = reader if coding else replace(reader, coder=None)
            start = time.process_time()
            here.read(seen(article))
            spent[coding] += time.process_time() - start
    print(f"{spent[False]:.1f} seconds without coding, {spent[True]:.1f} with it", file=sys.stderr)
    return percent(spent[True] / spent[False] - 1)


def collections(shared: Path) -> Iterator[Article]:
    """The articles of the process collections."""
    lost: list[Dropped] = []
    for path in sorted((shared / "data" / "processes").glob("*.jsonl")):
        yield from (each.article for each in gather([path], lost.append, 60))


def draw(shared: Path, reader: Reader) -> None:
    """Print the statements that are drawn, with their marks, and no codes."""
    reader = replace(reader, coder=None)
    marks = {(m["text_sha256"], str(m["content"])): m["act"] for m in json.loads(MARKS.read_text(encoding="utf-8"))}
    rows = {
        (article.text_sha256, str([list(span) for span in s.content]), str(s.cue)): words(article.text, s.content)
        for article in collections(shared)
        if int(article.text_sha256[0], 16) % 2
        for s in reader.read(seen(article)).statements
        if s.shown
    }
    order = sorted(rows)
    random.Random(SEED).shuffle(order)  # noqa: S311  # a draw that can be repeated
    for sha, content, cue in order[:DRAWN]:
        print(f"{marks.get((sha, content), 'not marked')}\t{sha[:8]} {content}\t{rows[sha, content, cue][:200]}")


if __name__ == "__main__":
    main()
