"""How far two readers of the articles whose ledgers are labelled agree: each marked some of the other's, blind to them.

    python bench/ledgers/agreement.py

Needs no texts: the files hold offsets. A label agrees with one of the other reader's where they share at least half of
the smaller passage.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from bench.ledgers.given import LEDGERS  # it lies two folders up, where Python does not look
from dragoman.model.spans import common, length

FIRST, SECOND = ("labels.json", "held_out.json"), ("second.json",)
Label = Mapping[str, Any]


def main() -> None:
    """Prints for each ledger how many labels that one reader requires the other has too."""
    first, second = labels(FIRST), labels(SECOND)
    for ledger in LEDGERS:
        for name, one, other in (("first", first, second), ("second", second, first)):
            wanted = [(key, row) for key in second for row in one[key][ledger] if row["required"]]
            marked = sum(any(alike(row, others) for others in other[key][ledger]) for key, row in wanted)
            print(f"{ledger} required by the {name}: {len(wanted)}; marked by the other too: {marked}")


def labels(names: Sequence[str]) -> dict[str, Mapping[str, Sequence[Label]]]:
    """The labels of each article."""
    files = [file for name in names if (file := Path(__file__).with_name(name)).is_file()]
    return {row["id"]: row for file in files for row in json.loads(file.read_text(encoding="utf-8"))["articles"]}


def alike(left: Label, right: Label) -> bool:
    """Whether the passages share at least half of the smaller."""
    one, other = left["passages"], right["passages"]
    return 2 * length(common(one, other)) >= min(length(one), length(other))


if __name__ == "__main__":
    main()
