"""Makes src/dragoman/weights/typical_lead.json: the sum of the vectors of many news articles' leads.

    python training/typical_lead.py ARTICLES.jsonl ... > src/dragoman/weights/typical_lead.json

Each line is an object with "text" and, if known, "title". The mean is what all news has in common; compare takes it
away before it asks whether two leads mean the same, so that five articles can be compared as five thousand can.
"""

import json
import sys
from pathlib import Path

import numpy as np

from dragoman.language.encoder import load_encoder, matrix
from dragoman.model.article import Article, Masthead
from dragoman.reading.vectors import lead


def main(paths: list[str]) -> None:
    """The sum of the leads' int8 vectors, and how many they are, as JSON on standard output."""
    leads = []
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            leads.append(lead(Article("", "", row["text"], "", "", Masthead(title=row.get("title") or None))))
    total = matrix(load_encoder().encode(leads)).astype(np.int64).sum(axis=0)
    print(json.dumps({"leads": len(leads), "sum": total.tolist()}))


if __name__ == "__main__":
    main(sys.argv[1:])
