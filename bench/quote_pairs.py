"""How well ``dragoman match`` finds one quotation in two translations; half of the quotations have no partner.

python bench/quote_pairs.py SHARED [--freeze]
"""

import json
import tempfile
from pathlib import Path

from frozen import report, run, score, shared

from dragoman.run.match import match, read_lines


def main() -> None:
    """Match the scorer's two lists and have the answer scored."""
    folder = shared(__doc__)
    gold = folder / "data" / "quote_pairs" / "dev.jsonl"
    with tempfile.TemporaryDirectory() as made:
        left, right, answer = (Path(made) / name for name in ("left.jsonl", "right.jsonl", "answer.jsonl"))
        run(folder, "quote_pairs.py", gold, "lists", left, right)
        found = match(read_lines(left), read_lines(right))
        answer.write_text("".join(json.dumps(pair._asdict()) + "\n" for pair in found), encoding="utf-8")
        report("quote_pairs", score(folder, "quote_pairs.py", gold, "score", answer))


if __name__ == "__main__":
    main()
