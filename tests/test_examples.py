"""What is known about ``examples/``: labelled by hand in ``examples.json`` before any of it was compiled."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
TRUTH: dict[str, Any] = json.loads((HERE / "examples.json").read_text(encoding="utf-8"))


def printed(source: str) -> str:
    """The words of an article as its file holds them."""
    name, _, key = source.partition("#")
    data = (EXAMPLES / name).read_text(encoding="utf-8")
    if name.endswith(".jsonl"):
        return next(str(row["text"]) for row in map(json.loads, data.splitlines()) if row["id"] == key)
    return html.unescape(re.sub("<[^>]+>", "", data)) if name.endswith(".html") else data


@pytest.mark.parametrize("row", TRUTH["statements"], ids=lambda row: row["id"])
def test_every_labelled_statement_stands_in_its_article(row: dict[str, Any]) -> None:
    for words in row["words"]:
        assert words in printed(row["article"])


def test_every_labelled_figure_and_furniture_line_stands_in_its_article() -> None:
    for row in [*TRUTH["figures"], *TRUTH["not_given"]]:
        assert row["words"] in printed(row["article"])
    for row in TRUTH["articles"]:
        assert [line for line in row.get("furniture", []) if line not in printed(row["source"])] == []


def test_every_article_of_the_examples_is_labelled() -> None:
    files = {row["source"].partition("#")[0] for row in TRUTH["articles"]}
    assert files | {"sources.csv"} == {p.name for p in EXAMPLES.iterdir()}
