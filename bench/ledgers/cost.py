"""What all ledgers cost over reading, on the articles of one negotiation's coverage, in processor time of one process.

    python bench/ledgers/cost.py SHARED [--freeze]

A ledger costs what finds its rows in an article and what joins and folds them across articles; whatever a step computes
for others too is the ledger's. Reading is the whole of it, ledgers included, vectors and acts too.
"""

import importlib
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.frozen import report, shared  # it lies two folders up, where Python does not look
from bench.growth import spent, watch
from dragoman.compare import ledgers as comparing
from dragoman.compare import plan
from dragoman.config import MAX_SECONDS
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Made
from dragoman.reading import load_reader, reader
from dragoman.record import ledgers as recording
from dragoman.run.gather import gather

NAME, COLLECTION = "ledgers/cost", "iran_nuclear_talks.jsonl"
READ = {
    "meetings": ("find_meetings", "with_powers"),
    "instruments": ("find_instruments",),
    "commitments": ("find_commitments", "with_content_vectors"),
    "allegations": ("of_the_accused",),
    "figures": ("find_figures",),
    "acts": ("with_acts",),
    "naming": ("find_names",),
}
COMPARED = {
    "meetings": ("merge_meetings", "gatherings"),
    "instruments": ("join_instruments",),
    "commitments": ("merge_commitments",),
    "allegations": ("find_contention",),
    "figures": ("join_figures", "find_quantities"),
    "naming": ("find_naming", "find_wordings"),
    "issues": ("find_issues",),
}
FOLDED = {
    "meetings": ("meeting_rows", "with_readouts", "with_unheard"),
    "instruments": ("instrument_rows", "text_rows"),
    "commitments": ("commitment_rows",),
    "allegations": ("allegation_rows", "dispute_rows"),
    "figures": ("figures_beside", "figure_rows"),
    "acts": ("act_rows",),
    "naming": ("naming_rows", "wording_rows"),
    "issues": ("issue_rows", "named_in", "with_issues", "position_rows"),
}


def main() -> None:
    """Read, compare and fold with every step clocked; print each ledger's share of reading."""
    folder = shared(__doc__)
    folding = importlib.import_module("dragoman.record.fold")  # the package gives the function this name
    known = [one.article for one in gather([folder / "data" / "processes" / COLLECTION], print, MAX_SECONDS)]
    seconds: dict[str, float] = {}
    for module in (reader, plan, comparing, folding, recording):
        watch(module, "", seconds)
    loaded = load_reader()
    loaded.read(known[0])
    seconds.clear()
    readings: list[Any] = []
    reading = spent(lambda: readings.extend(ReadArticle(one, loaded.read(one)) for one in known))
    links = plan.compare(readings)
    folding.fold(readings, links, [], Made("bench"))
    shares = {
        ledger: sum(seconds.get(step, 0.0) for steps in (READ, COMPARED, FOLDED) for step in steps.get(ledger, ()))
        for ledger in sorted({*READ, *COMPARED, *FOLDED})
    }
    result: dict[str, Any] = {f"{ledger}_percent": round(100 * spent / reading, 1) for ledger, spent in shares.items()}
    result["all_ledgers_percent"] = round(100 * sum(shares.values()) / reading, 1)
    result["reading_milliseconds_an_article"] = round(1000 * reading / len(known))
    report(NAME, result)


if __name__ == "__main__":
    main()
