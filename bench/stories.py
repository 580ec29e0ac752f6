"""How well articles on one occasion are grouped, without dates: BASIL among its hundred events, ECB+ among like events.

    python bench/stories.py SHARED [--freeze]

Nothing is parsed: stories need the vectors, names and numbers of a reading alone, and no date is given.
"""

import json
import tempfile
from pathlib import Path

from frozen import report, score, shared

from dragoman.compare.stories import find_stories
from dragoman.language.encoder import Encoder, load_encoder
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import sha256
from dragoman.model.reading import ReadArticle, Reading
from dragoman.reading.vectors import lead_vector, names_and_numbers

SETS = {"basil": "triplet", "ecbplus_dev": "subtopic", "ecbplus_train": "subtopic"}


def main() -> None:
    """Group the articles of each set and have the answer scored."""
    folder = shared(__doc__)
    encoder = load_encoder()
    result = {}
    for name, label in SETS.items():
        gold = folder / "data" / "stories" / f"{name}.jsonl"
        readings = [read(json.loads(line), encoder) for line in gold.read_text(encoding="utf-8").splitlines()]
        groups = find_stories(sorted(readings, key=lambda one: one.article.source), {}, {}).groups
        with tempfile.TemporaryDirectory() as made:
            answer = Path(made) / "answer.jsonl"
            rows = [{"doc_id": article, "story": n} for n, group in enumerate(groups) for article in group.articles]
            answer.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
            result[name] = score(folder, "stories.py", gold, label, answer)
    report("stories", result)


def read(row: dict[str, str], encoder: Encoder) -> ReadArticle:
    """An article with what stories are formed from; its id is a digest, so that neither id nor order tell anything."""
    source = sha256(row["text"].encode())
    article = Article(row["doc_id"], source, row["text"], source, source, Masthead(title=row.get("title") or None))
    lead, names = lead_vector(article, encoder), names_and_numbers(article)
    return ReadArticle(article, Reading("bench", language="en", lead=lead, terms=names))


if __name__ == "__main__":
    main()
