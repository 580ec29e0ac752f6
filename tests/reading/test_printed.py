"""Quotation marks in the text decide what may be called direct."""

import pytest

from dragoman.model.reading import Mode, Statement
from dragoman.model.spans import Span
from dragoman.reading.printed import as_printed


@pytest.mark.parametrize(
    ("text", "content", "called", "printed"),
    [
        ("“The road is open,” she said.", "The road is open", "direct", "direct"),
        ("She asked for a “swift opening” of it.", "a “swift opening” of it", "direct", "mixed"),
        ("She said the road is open.", "the road is open", "direct", "indirect"),
        ("She said the road is open.", "the road is open", "mixed", "indirect"),
        ("“The road is open,” she said.", "The road is open", "indirect", "indirect"),
        ("“It is open.\n\n“It stays so,” she said.", "It is open.\n\n“It stays so", "direct", "direct"),
    ],
)
def test_a_statement_is_called_no_more_direct_than_the_marks_allow(
    text: str, content: str, called: Mode, printed: Mode
) -> None:
    start = text.index(content)
    statement = Statement((Span(start, start + len(content)),), (), (), called)
    assert as_printed(text, [statement])[0].mode == printed
