"""Statements are called direct or mixed only where the article itself prints quotation marks round their words."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dragoman.model.quoted import quoted_runs
from dragoman.model.reading import Mode, Statement
from dragoman.model.spans import Spans, common, without
from dragoman.reading.attribution.near import near, stretch

WORD = re.compile(r"\w")


def as_printed(text: str, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements, each called no more direct than the quotation marks of the text allow."""
    runs = quoted_runs(text)
    return tuple(_as_printed(text, statement, runs) for statement in statements)


def most_direct(text: str, content: Spans, runs: Spans) -> Mode:
    """Direct where all words of the content stand in the runs, mixed where some do. Marks that open a quotation's next
    paragraph stand in no run and are no words.
    """
    if any(WORD.search(text, start, end) for start, end in common(content, runs)):
        outside = any(WORD.search(text, start, end) for start, end in without(content, runs))
        return "mixed" if outside else "direct"
    return "indirect"


def _as_printed(text: str, statement: Statement, runs: Spans) -> Statement:
    if statement.mode == "indirect":
        return statement
    allowed = most_direct(text, statement.content, near(runs, stretch(statement.content)))
    return statement if allowed in {"direct", statement.mode} else replace(statement, mode=allowed)
