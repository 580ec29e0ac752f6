"""How far two readers of the labelled articles agree: the second read a fifth of them, blind to the first's labels.

    python bench/statements/agreement.py

Needs no texts: both files hold offsets. A label agrees with one of the other reader's where they share at least half of
the smaller content. Speakers are alike where both readers point at the same words; two names of one person are not.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.model.spans import common, length

HERE = Path(__file__).parent
Label = Mapping[str, Any]


def main() -> None:
    """Prints the shares."""
    first, second = (labels(HERE / name) for name in ("processes.json", "processes_second.json"))
    first = {key: rows for key, rows in first.items() if key in second}
    for name, one, other in (("first", first, second), ("second", second, first)):
        wanted = [(key, row) for key, rows in one.items() for row in rows if row["required"]]
        marked = sum(partner(row, other[key]) is not None for key, row in wanted)
        print(f"required by the {name}: {len(wanted)}; marked by the other too: {marked} ({marked / len(wanted):.0%})")
    pairs = [(row, other) for key, rows in first.items() for row in rows if (other := partner(row, second[key]))]
    speakers = [(a, b) for a, b in pairs if a["speaker"] and b["speaker"]]
    for name, part, alike in (
        ("required or not", pairs, sum(a["required"] == b["required"] for a, b in pairs)),
        ("mode", pairs, sum(a["mode"] == b["mode"] for a, b in pairs)),
        ("speaker", speakers, sum(bool(common(a["speaker"], b["speaker"])) for a, b in speakers)),
    ):
        print(f"{name}: {alike} of {len(part)} alike ({alike / len(part):.0%})")


def labels(file: Path) -> dict[str, list[Label]]:
    """The labels of each article."""
    return {article["id"]: article["labels"] for article in json.loads(file.read_text(encoding="utf-8"))["articles"]}


def partner(label: Label, others: Sequence[Label]) -> Label | None:
    """The other reader's label that shares most, if it shares half of the smaller content."""
    best = max(others, key=lambda other: length(common(label["content"], other["content"])), default=None)
    if best is None:
        return None
    shared = length(common(label["content"], best["content"]))
    return best if 2 * shared >= min(length(label["content"]), length(best["content"])) else None


if __name__ == "__main__":
    main()
