"""Words that an article prints between quotation marks."""

import re

from dragoman.model.reading import Statement
from dragoman.model.spans import Span

QUOTED = re.compile(r"[“\"]([^“”\"\n]{20,})[”\"]")


def quoted_statements(text: str) -> tuple[Statement, ...]:
    """A direct statement for each run between double quotation marks; nobody is said to have spoken it."""
    return tuple(Statement((Span(*m.span(1)),), (), (), "direct") for m in QUOTED.finditer(text))
