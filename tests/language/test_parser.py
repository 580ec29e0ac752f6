"""The parser leaves texts as they are."""

from dragoman.language.parser import Parser, text_of


def test_the_text_that_was_parsed_is_kept_whole_even_where_it_was_parsed_in_pieces(parser: Parser) -> None:
    text = "One line.\n" * 3000
    doc = parser.parse(text)
    assert text_of(doc) is text
    assert doc.text == text
