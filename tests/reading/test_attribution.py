"""Who is reported to have conveyed what, in sentences about states that do not exist."""

import pytest

from dragoman.language.parser import Parser
from dragoman.model.article import Article
from dragoman.model.reading import Statement
from dragoman.model.spans import Span, words
from dragoman.reading.attribution import find_attributions

Row = tuple[str, str, str]


def article(text: str, furniture: tuple[Span, ...] = ()) -> Article:
    return Article("a", "a.txt", text, "", "", furniture=furniture)


def found(parser: Parser, text: str) -> list[Statement]:
    return find_attributions(parser.parse(text), article(text))


def rows(parser: Parser, text: str, *, shown: bool = True) -> list[Row]:
    return [
        (words(text, s.source), words(text, s.cue), words(text, s.content))
        for s in found(parser, text)
        if s.shown or not shown
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The minister said that the road was closed.",
            ("The minister", "said", "the road was closed"),
        ),
        (
            "“The road is closed,” Foreign Minister Ilo Brandt said on Monday.",
            ("Foreign Minister Ilo Brandt", "said", "The road is closed"),
        ),
        (
            "“The road is closed,” said Ilo Brandt, the foreign minister of Velmar.",
            ("Ilo Brandt, the foreign minister of Velmar", "said", "The road is closed"),
        ),
        (
            "Brandt said: “The road is closed. It will stay closed.”",
            ("Brandt", "said", "The road is closed. It will stay closed"),
        ),
        (
            "The road must stay open, Brandt told reporters in Lisk.",
            ("Brandt", "told", "The road must stay open"),
        ),
        (
            "According to the ministry, the talks will continue in May.",
            ("the ministry", "According to", "the talks will continue in May"),
        ),
        (
            "Ostrand rejected the proposal.",
            ("Ostrand", "rejected", "the proposal"),
        ),
    ],
)
def test_one_attribution_is_read_with_source_cue_and_content(parser: Parser, text: str, row: Row) -> None:
    assert row in rows(parser, text)


def test_a_quotation_interrupted_by_its_cue_is_one_statement_in_two_parts(parser: Parser) -> None:
    text = "“The road,” Brandt said, “is closed to everybody.”"
    assert rows(parser, text) == [("Brandt", "said", "The road … is closed to everybody")]


def test_what_one_conveys_about_anothers_words_holds_a_statement_inside(parser: Parser) -> None:
    text = "The minister said that Ostrand had announced that the talks were over."
    statements = found(parser, text)
    inner = next(s for s in statements if words(text, s.cue) == "announced")
    assert inner.inside is not None
    assert words(text, statements[inner.inside].cue) == "said"


def test_a_belief_is_kept_and_not_shown(parser: Parser) -> None:
    statement = found(parser, "The minister thinks that the road will open soon.")[0]
    assert (statement.kind, statement.shown) == ("belief", False)


def test_page_furniture_holds_no_statement(parser: Parser) -> None:
    text = "Our editor says that subscribers are happy.\nThe minister said that the road was closed."
    statements = find_attributions(parser.parse(text), article(text, (Span(0, 43),)))
    assert [words(text, s.source) for s in statements] == ["The minister"]


@pytest.mark.parametrize(("text", "mode"), [
    ("“The road is closed,” Brandt said.", "direct"),
    ("Brandt said the road was “closed for good” by then.", "mixed"),
    ("Brandt said the road was closed.", "indirect"),
])  # fmt: skip
def test_the_mode_tells_how_much_is_quoted(parser: Parser, text: str, mode: str) -> None:
    assert [s.mode for s in found(parser, text)] == [mode]
