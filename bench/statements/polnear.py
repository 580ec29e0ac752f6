"""How well attributions are read: PolNeAR (Newell et al. 2018), development part, scored by source and content.

    python bench/statements/polnear.py SHARED [--rules] [--freeze]

Prints the scorer's table by mode, the F1 of other systems on the held-back test of the same corpus beside it, words a
second against the bare parser in the same process, memory, and what was gained and lost against the frozen result,
article by article: articles as digests of their ids, attributions as the offset at which their content begins. No text
is printed or kept.
"""

import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import spacy
from frozen import RESULTS, report, run, shared  # it lies one folder up, where Python does not look

from dragoman.language.parser import PACKAGES
from dragoman.model.article import Article
from dragoman.model.ids import digest
from dragoman.model.reading import Statement
from dragoman.reading import load_reader

NAME = "statements/polnear"
ARTICLES = RESULTS / "statements" / "polnear_articles.json"
ROW = re.compile(r"^(\w+)|(\w+) P +([\d.]+) R +([\d.]+) F +([\d.]+)")
Attribution = dict[str, list[Any]]
PEERS = (
    ("textacy 0.13, by paragraph", 28.2, 21.5, 52, 0, 1),
    ("sayswho 0.1.4", 30.7, 21.4, 51, 21, 2),
    ("BBC Citron, published model", 46.7, 35.9, 48, 47, 29),
    ("GenderGapTracker", 50.5, 42.0, 52, 51, 35),
    ("Citron retrained on PolNeAR", 55.0, 47.9, 60, 59, 41),
    ("one annotator against another", 79.4, 73.3, 95, 84, 67),
)
"""F1 of content and triple, and of triple in direct, mixed and indirect speech, on the corpus's held-back test."""


def main() -> None:
    """Read the articles, have the answer scored, compare with the frozen one."""
    folder = shared(__doc__)
    gold = folder / "data" / "polnear" / "dev.jsonl"
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    reader = load_reader("rules" if "--rules" in sys.argv else "model")
    before = time.process_time()
    answers = {row["doc_id"]: attributions(reader.read(article(row)).statements) for row in rows}
    spent = time.process_time() - before
    with tempfile.TemporaryDirectory() as made:
        answer = Path(made) / "answer.jsonl"
        lines = (json.dumps({"doc_id": key, "attributions": found}) + "\n" for key, found in answers.items())
        answer.write_text("".join(lines), encoding="utf-8")
        table = run(folder, "statements.py", gold, answer)
    print(table)
    sys.path.insert(0, str(folder / "score"))
    for name, *values in PEERS:
        print(f"{name:32}", "  ".join(f"{value:5.1f}" for value in values))
    ours = figures(table)
    print(f"{'this reader, development part':32}", f"{ours['all']['content_f1']:5.1f}", end="  ")
    print("  ".join(f"{ours[mode]['triple_f1']:5.1f}" for mode in ("all", "direct", "mixed", "indirect")))
    speed(rows, spent)
    changes({digest(row["doc_id"]): held(row, answers[row["doc_id"]]) for row in rows})
    if "--rules" not in sys.argv:
        report(NAME, ours)


def speed(rows: Sequence[dict[str, Any]], spent: float) -> None:
    """Prints words a second of the processor, for the whole reading and for the bare parser, and the memory held."""
    bare = spacy.load(next(package for package in PACKAGES if find_spec(package)))
    before = time.process_time()
    for _ in bare.pipe(row["text"] for row in rows):
        pass
    floor = time.process_time() - before
    words = sum(len(row["text"].split()) for row in rows)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{words / spent:,.0f} words a second, {spent / floor:.2f} times the bare parser's time; {most} MB")


def article(row: dict[str, Any]) -> Article:
    """The article as it stands, without a masthead."""
    return Article(row["doc_id"], row["doc_id"], row["text"], "", "")


def attributions(statements: Sequence[Statement]) -> list[Attribution]:
    """The statements as PolNeAR would have them: none inside another's content, and one for all that hang on one cue; a
    quotation that goes on without a cue belongs to the statement before it with the same source.
    """
    found: list[Attribution] = []
    for statement in statements:
        if statement.inside is not None:
            continue
        source, cue = list(statement.source), list(statement.cue)
        same = [a for a in found if a["source"] == source and (a["cue"] == cue or (not cue and source))]
        if same and (cue or source):
            same[-1]["content"] += statement.content
        else:
            found.append({"source": source, "cue": cue, "content": list(statement.content)})
    return found


def held(row: dict[str, Any], answer: Iterable[Attribution]) -> dict[str, Any]:
    """How many attributions are wanted and given, and at which offsets begin those whose source and content hold."""
    spans = import_module("spans")
    text = row["text"]
    wanted = [a for a in row["attributions"] if spans.characters(text, a["content"])]
    sides = [[spans.characters(text, a["content"]) for a in side] for side in (wanted, answer)]
    given = list(answer)
    triples = []
    for i, j in spans.best_pairs(*sides, 0.5):
        want, give = (spans.characters(text, a["source"]) for a in (wanted[i], given[j]))
        if spans.jaccard(want, give) >= 0.5 or not (want or give):
            triples.append(wanted[i]["content"][0][0])
    return {"wanted": len(wanted), "given": len(given), "held": sorted(triples)}


def changes(now: dict[str, Any]) -> None:
    """Prints each article in which an attribution was gained or lost; with ``--freeze`` keeps the new state."""
    before = json.loads(ARTICLES.read_text(encoding="utf-8")) if ARTICLES.is_file() else {}
    gained = lost = 0
    for key, one in sorted(now.items()):
        old = set(before.get(key, {}).get("held", []))
        new = set(one["held"])
        gained, lost = gained + len(new - old), lost + len(old - new)
        if before and new != old:
            print(f"{key} gained {sorted(new - old)} lost {sorted(old - new)}")
    print(f"gained {gained}, lost {lost} against the frozen result")
    if "--freeze" in sys.argv and "--rules" not in sys.argv:
        lines = ",\n".join(f" {json.dumps(key)}: {json.dumps(one)}" for key, one in sorted(now.items()))
        ARTICLES.parent.mkdir(parents=True, exist_ok=True)
        ARTICLES.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def figures(table: str) -> dict[str, dict[str, float]]:
    """The scorer's table as numbers: mode, then measure with its precision, recall and F1."""
    found: dict[str, dict[str, float]] = {}
    for line in table.splitlines():
        mode = line.split()[0]
        for _, measure, precision, recall, f1 in ROW.findall(line)[1:]:
            values = {"precision": precision, "recall": recall, "f1": f1}
            found.setdefault(mode, {}).update({f"{measure}_{key}": float(v) for key, v in values.items()})
    return found


if __name__ == "__main__":
    main()
