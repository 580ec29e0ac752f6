"""How well articles on one occasion are grouped, without dates: BASIL among its hundred events, ECB+ among like events.

    python bench/stories.py SHARED [--freeze]

Nothing is parsed: stories need the vectors, names and numbers of a reading alone, and no date is given. As a stream the
articles come one by one in three random orders, without any repair and with one after every eightieth article.
"""

import json
import random
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from frozen import report, score, shared

from dragoman.compare.stories import find_stories
from dragoman.compare.stream import StoryStream
from dragoman.language.encoder import Encoder, load_encoder
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import sha256
from dragoman.model.reading import ReadArticle, Reading
from dragoman.reading.vectors import lead_vector, names_and_numbers

SETS = {"basil": "triplet", "ecbplus_dev": "subtopic", "ecbplus_train": "subtopic"}
SEEDS = (1, 2, 3)
REPAIRED = 80
"""After so many articles the stream is repaired; no set is a multiple of it, so that some are placed after the last."""


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

            def scored(
                stories: Iterable[Sequence[str]], gold: Path = gold, label: str = label, to: Path = answer
            ) -> Any:  # noqa: ANN401  # what the scorer prints
                rows = [{"doc_id": article, "story": n} for n, story in enumerate(stories) for article in story]
                to.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
                return score(folder, "stories.py", gold, label, to)

            result[name] = scored(group.articles for group in groups)
            for every in (0, REPAIRED):
                means = [scored(streamed(readings, seed, every))["b3_f1"] for seed in SEEDS]
                which = f"{name}_stream" + (f"_repaired_every_{every}" if every else "")
                result[which] = {"b3_f1": round(sum(means) / len(means), 1), "of_each_order": means}
    report("stories", result)


def streamed(readings: Sequence[ReadArticle], seed: int, every: int) -> tuple[tuple[str, ...], ...]:
    """The stories after all came in an order drawn by the seed, repaired after each so many articles (0: never)."""
    order = sorted(readings, key=lambda one: one.article.source)
    random.Random(seed).shuffle(order)  # noqa: S311  # a draw that anyone can repeat
    stream = StoryStream()
    for number, one in enumerate(order, 1):
        stream.add(one)
        if every and number % every == 0:
            stream.repair()
    return stream.stories()


def read(row: dict[str, str], encoder: Encoder) -> ReadArticle:
    """An article with what stories are formed from; its id is a digest, so that neither id nor order tell anything."""
    source = sha256(row["text"].encode())
    article = Article(row["doc_id"], source, row["text"], source, source, Masthead(title=row.get("title") or None))
    lead, names = lead_vector(article, encoder), names_and_numbers(article)
    return ReadArticle(article, Reading("bench", language="en", lead=lead, terms=names))


if __name__ == "__main__":
    main()
