"""The training texts: articles with attributions, read from JSON lines."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.model.spans import Span
from dragoman.reading.attribution.tags import Attribution

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article and what annotators marked in it."""

    doc_id: str
    text: str
    attributions: tuple[Attribution, ...]


def load(path: Path) -> list[Labelled]:
    """Every article of the file, in its order."""
    with path.open(encoding="utf-8") as lines:
        return [_labelled(json.loads(line)) for line in lines]


def _labelled(row: Row) -> Labelled:
    marked = tuple(
        Attribution(*(tuple(Span(*span) for span in entry[role]) for role in ("source", "cue", "content")))
        for entry in row["attributions"]
    )
    return Labelled(row["doc_id"], row["text"], marked)


def rows(articles: list[Labelled], answers: list[list[Attribution]]) -> dict[str, Row]:
    """Answers as the shared scorer reads them, by article."""
    return {
        article.doc_id: {"text": article.text, "attributions": [a._asdict() for a in answer]}
        for article, answer in zip(articles, answers, strict=True)
    }
