"""Fits the confidence of attributions: logistic regression from the tagger's probabilities to being right on PolNeAR.

    python -m training.attribution.calibrate SHARED

Prints the weights for ``reading/attribution/evidence.py``, and what they are worth on articles to which they were not
fitted: the Brier score (Brier 1950) and, for each tenth of confidence, how many are right. Five folds by article.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dragoman.language.parser import load_parser
from dragoman.language.tagger import load_tagger
from dragoman.model.article import Article
from dragoman.model.reading import Statement
from dragoman.reading.attribution import TaggedAttributor
from dragoman.reading.attribution.evidence import evidence

Rows = npt.NDArray[np.float64]
FOLDS, STEPS, RIDGE = 5, 30, 1e-3


def main() -> None:
    """Fits and prints."""
    shared = Path(sys.argv[1])
    sys.path.insert(0, str(shared / "score"))
    parser, attributor = load_parser(), TaggedAttributor(load_tagger())
    values: list[tuple[float, ...]] = []
    right: list[bool] = []
    folds: list[int] = []
    lines = (shared / "data" / "polnear" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(json.loads(line) for line in lines):
        article = Article(row["doc_id"], row["doc_id"], row["text"], "", "")
        statements, tagged = attributor.weighed(parser.parse(article.text), article)
        outer = [s for s in statements if s.inside is None]
        values += [evidence(s, tagged) for s in outer]
        right += _right(row, outer)
        folds += [number % FOLDS] * len(outer)
    _report(np.array(values), np.array(right, dtype=np.float64), np.array(folds))


def _right(row: dict[str, Any], statements: list[Statement]) -> list[bool]:
    """Which statements hold content and source of an annotated one, paired as the scorer pairs them."""
    spans = import_module("spans")
    text, found = row["text"], [False] * len(statements)
    wanted = [a for a in row["attributions"] if spans.characters(text, a["content"])]
    sides = (
        [spans.characters(text, a["content"]) for a in wanted],
        [spans.characters(text, s.content) for s in statements],
    )
    for i, j in spans.best_pairs(*sides, 0.5):
        want, give = spans.characters(text, wanted[i]["source"]), spans.characters(text, statements[j].source)
        found[j] = spans.jaccard(want, give) >= 0.5 or not (want or give)
    return found


def fit(values: Rows, right: Rows) -> Rows:
    """Logistic regression by Newton's method."""
    weights: Rows = np.zeros(values.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (right - chances) - RIDGE * weights
        curve = (values * (chances * (1 - chances))[:, None]).T @ values + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _report(values: Rows, right: Rows, folds: npt.NDArray[np.int64]) -> None:
    chances = np.zeros(len(right))
    for fold in range(FOLDS):
        held = folds == fold
        chances[held] = 1 / (1 + np.exp(-values[held] @ fit(values[~held], right[~held])))
    print("WEIGHTS =", tuple(round(float(w), 3) for w in fit(values, right)))
    print(f"Brier {np.mean((chances - right) ** 2):.3f}, of a constant {right.mean() * (1 - right.mean()):.3f}")
    for low in range(10):
        inside = (chances >= low / 10) & (chances < (low + 1) / 10 + (low == 9))
        if inside.any():
            print(
                f"{low / 10:.1f} to {(low + 1) / 10:.1f}: {inside.sum()} statements, {right[inside].mean():.2f} right"
            )


if __name__ == "__main__":
    main()
