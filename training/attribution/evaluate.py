"""Attributions of whole articles by a network, scored as PolNeAR is."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from dragoman.language.tagger import Network, logits
from dragoman.language.wordpieces import WordPieces
from dragoman.reading.attribution.pairing import pair
from dragoman.reading.attribution.tags import Attribution, best
from training.attribution.corpus import Labelled, rows


def predict(network: Network, text: str, wordpieces: WordPieces) -> list[Attribution]:
    """The attributions of one text."""
    pieces = wordpieces.cut(text)
    return pair(pieces, best(logits(pieces, wordpieces.bounds, network), pieces.inner), text)


def score(gold: list[Labelled], answers: list[list[Attribution]], shared: Path) -> dict[str, float]:
    """F1 by the shared scorer: content and triple over all, triple by mode."""
    result = _scorer(shared).score(rows(gold, [list(row.attributions) for row in gold]), rows(gold, answers))
    modes = {f"triple_{mode}": result[mode]["triple"]["f1"] for mode in ("direct", "mixed", "indirect")}
    return {"content": result["all"]["content"]["f1"], "triple": result["all"]["triple"]["f1"], **modes}


def _scorer(shared: Path) -> ModuleType:
    sys.path.insert(0, str(shared / "score"))  # it imports its neighbour
    spec = importlib.util.spec_from_file_location("statements", shared / "score" / "statements.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
