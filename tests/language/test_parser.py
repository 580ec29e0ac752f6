"""The parser leaves texts as they are."""

from dragoman.language.parser import Parser, text_of
from dragoman.model.spans import Span


def test_the_text_that_was_parsed_is_kept_whole_even_where_it_was_parsed_in_pieces(parser: Parser) -> None:
    text = "One line.\n" * 3000
    doc = parser.parse(text)
    assert text_of(doc) is text
    assert doc.text == text


def test_no_sentence_runs_over_what_stands_apart(parser: Parser) -> None:
    text = "The gates were shut Hide Caption the causeway was opened in May"
    label = Span(text.index("Hide"), text.index(" the causeway"))
    starts = [sentence.text.split()[0] for sentence in parser.parse(text, (label,)).sents]
    assert starts == ["The", "Hide", "the"]
    assert len(list(parser.parse(text).sents)) < len(starts)
