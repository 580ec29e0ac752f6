"""A statement carries the date that its own words give, and no other's."""

import pytest

from dragoman.language.parser import Parser
from dragoman.model.reading import Statement
from dragoman.model.spans import Span
from dragoman.reading.dated import date_statements
from dragoman.reading.timexes import find_timexes


def own_date(parser: Parser, text: str, cue: str, content: str) -> str | None:
    """The words of the date that the one statement of the text gets."""
    start, begin = text.index(cue), text.index(content)
    statement = Statement(
        (Span(begin, begin + len(content)),), (), (Span(start, start + len(cue)),), "indirect", speakers=(0,)
    )
    doc = parser.parse(text)
    timexes = find_timexes(doc)
    (dated,) = date_statements(doc, (statement,), timexes)
    return None if dated.timex is None else text[timexes[dated.timex].span.start : timexes[dated.timex].span.end]


@pytest.mark.parametrize(
    ("text", "cue", "content", "words"),
    [
        (
            "He said the following day that ferries would run in June.",
            "said",
            "ferries would run in June",
            "the following day",
        ),
        ("The ministry said last week that it wants a gate.", "said", "it wants a gate", "last week"),
        (
            "Barran called for an open road during a January 17 phone call with Tolle.",
            "called for",
            "an open road",
            "January 17",
        ),
        (
            "On Tuesday, 3 June 2031, Barran said the road was open.",
            "said",
            "the road was open",
            "Tuesday, 3 June 2031",
        ),
        ("Barran said earlier that the road was open.", "said", "the road was open", "earlier"),
        ("Tolle said after talks on Friday that he would leave.", "said", "he would leave", "Friday"),
    ],
)
def test_a_date_that_belongs_to_the_cue_is_the_statements_own(
    parser: Parser, text: str, cue: str, content: str, words: str
) -> None:
    assert own_date(parser, text, cue, content) == words


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Barran said the road was closed on Tuesday.", "said", "the road was closed on Tuesday"),
        ("Since the flood of May 2030, Barran has said that the road is bad.", "said", "the road is bad"),
        ("Barran said it. Tolle left on Tuesday.", "said", "it"),
    ],
)
def test_a_date_of_something_else_is_not(parser: Parser, text: str, cue: str, content: str) -> None:
    assert own_date(parser, text, cue, content) is None
