"""Who is reported to have conveyed what, in sentences about states that do not exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The road is closed, the minister told reporters on Monday.",
            ("the minister", "told", "The road is closed"),
        ),
        (
            "Velmar expressed readiness to reopen the road.",
            ("Velmar", "expressed", "readiness to reopen the road"),
        ),
        (
            "The minister expressed hope that the talks will continue.",
            ("The minister", "expressed hope", "the talks will continue"),
        ),
        (
            "Lisk denied allegations that weapons had been moved.",
            ("", "allegations", "weapons had been moved"),
        ),
        (
            "Ostrand views the closure as a breach of the treaty.",
            ("Ostrand", "views", "the closure as a breach of the treaty"),
        ),
        (
            "The minister called for a swift reopening of the road.",
            ("The minister", "called for", "a swift reopening of the road"),
        ),
        (
            "The proposal was rejected by Velmar.",
            ("Velmar", "rejected", "The proposal"),
        ),
    ],
)
def test_positions_and_lent_nouns_are_read(parser: Parser, text: str, row: Row) -> None:
    assert row in rows(parser, text)


def test_clauses_joined_by_that_are_two_statements_under_one_cue(parser: Parser) -> None:
    text = "Brandt said that the road was closed and that the talks had failed."
    assert rows(parser, text) == [
        ("Brandt", "said", "the road was closed"),
        ("Brandt", "said", "the talks had failed"),
    ]


def test_a_second_clause_is_a_statement_of_its_own(parser: Parser) -> None:
    text = "Brandt said that the talks were useful, noting that Ostrand had sent two ministers."
    assert rows(parser, text) == [
        ("Brandt", "said", "the talks were useful"),
        ("Brandt", "noting", "Ostrand had sent two ministers"),
    ]


def test_a_quoted_sentence_behind_an_attribution_goes_on_from_it(parser: Parser) -> None:
    text = "“The road is closed,” Brandt said on Monday. “It will stay closed for a month.”"
    assert rows(parser, text) == [
        ("Brandt", "said", "The road is closed"),
        ("Brandt", "said", "It will stay closed for a month"),
    ]


def test_a_quoted_paragraph_without_a_cue_has_the_source_of_the_one_before(parser: Parser) -> None:
    text = "“The road is closed,” Brandt said.\n\n“It will stay closed for a month.”"
    assert rows(parser, text)[1] == ("Brandt", "", "It will stay closed for a month")


def test_a_name_and_a_colon_begin_a_statement_in_a_headline(parser: Parser) -> None:
    text = "Ilo Brandt: the road will stay closed until May\n\nThe talks ended in Lisk on Monday."
    statement = found(parser, text)[0]
    assert (words(text, statement.source), statement.headline) == ("Ilo Brandt", True)


@pytest.mark.parametrize(
    "text",
    [
        "Brandt did not say that the road was closed.",
        "Brandt may say that the road is closed.",
        "It is not known if Brandt said that the road was closed.",
        "The ministers discussed the road and the treaty.",
    ],
)
def test_what_was_not_conveyed_is_not_shown(parser: Parser, text: str) -> None:
    assert rows(parser, text) == []


def test_a_speakers_own_verbs_inside_his_quotation_are_no_statements(parser: Parser) -> None:
    text = "“I think that the road is closed and we hope that it will open,” Brandt said."
    assert len(found(parser, text)) == 1


@given(st.text(alphabet="ab .,\n\"“”'‘’:", max_size=80))
def test_any_text_survives_and_every_span_lies_in_it(parser: Parser, text: str) -> None:
    for statement in found(parser, text):
        assert statement.content
        for span in (*statement.content, *statement.source, *statement.cue):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "In other provinces, the minister said, the road could reopen sooner.",
            ("the minister", "said", "In other provinces … the road could reopen sooner"),
        ),
        (
            "Velmar is ready to host the next round of talks.",
            ("Velmar", "ready", "to host the next round of talks"),
        ),
        (
            "The minister called for Ostrand to reopen the road.",
            ("The minister", "called for", "Ostrand to reopen the road"),
        ),
        (
            "The ministry called on Ostrand to reopen the road.",
            ("The ministry", "called", "Ostrand to reopen the road"),
        ),
        (
            "Norda quoted Brandt as saying that the road was closed.",
            ("Brandt", "saying", "the road was closed"),
        ),
        (
            "LISK, 19 June — Deputy ministers said that the road was closed.",
            ("Deputy ministers", "said", "the road was closed"),
        ),
    ],
)
def test_parenthetic_clauses_adjectives_and_datelines_are_read(parser: Parser, text: str, row: Row) -> None:
    assert row in rows(parser, text)


def test_a_clause_of_another_joined_by_while_is_no_part_of_what_the_first_said(parser: Parser) -> None:
    text = "Brandt confirmed that the gates had opened, while Stroud said that the road would follow."
    assert rows(parser, text) == [
        ("Brandt", "confirmed", "the gates had opened"),
        ("Stroud", "said", "the road would follow"),
    ]


def test_a_denied_allegation_stands_inside_the_denial(parser: Parser) -> None:
    text = "Brandt denied allegations that weapons had crossed the border."
    outer, inner = found(parser, text)
    assert (words(text, outer.cue), words(text, inner.cue), inner.inside) == ("denied", "allegations", 0)


def test_words_quoted_from_one_who_cites_another_are_no_quotation_of_the_other(parser: Parser) -> None:
    text = "“The Ostrandian side said that it does not object to a new round,” Barran told reporters."
    statements = found(parser, text)
    inner = next(s for s in statements if s.inside is not None)
    assert statements[inner.inside or 0].mode == "direct"
    assert inner.mode == "indirect"


def test_a_title_before_a_name_ends_no_sentence(parser: Parser) -> None:
    text = "“The road is closed,” Mr. Brandt said. “It will stay closed for a month.”"
    assert [row[:2] for row in rows(parser, text)] == [("Mr. Brandt", "said")] * 2


def test_a_quotation_behind_a_reported_clause_and_a_colon_is_said_by_the_same(parser: Parser) -> None:
    text = "Brandt said that Lisk faced a choice: “They can come to the table or they can wait.”"
    assert rows(parser, text)[-1] == ("Brandt", "said", "They can come to the table or they can wait")


def test_a_quoted_title_in_an_adjunct_is_no_statement(parser: Parser) -> None:
    text = "In her new book, “The Long Road,” Brandt described the talks of 2029."
    assert not [s for s in found(parser, text) if "Road" in words(text, s.content)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met to defend the agreement.",
        "The storm confirmed the weakness of the bridge.",
        "The coalition supporting the president won the vote.",
    ],
)
def test_purposes_events_and_descriptions_are_no_positions(parser: Parser, text: str) -> None:
    assert rows(parser, text) == []


def test_an_agency_that_quotes_a_statement_does_not_take_it_over(parser: Parser) -> None:
    text = 'The ministry said that "the result of the vote will be respected by all sides," reports the Norda agency.'
    assert ("The ministry", "said", "the result of the vote will be respected by all sides") in rows(parser, text)


def test_who_was_quoted_as_saying_speaks(parser: Parser) -> None:
    text = "“Others could easily break the deal,” Brandt was quoted as saying by a state newspaper."
    assert rows(parser, text)[0][::2] == ("Brandt", "Others could easily break the deal")


def test_a_source_behind_an_apposition_is_found(parser: Parser) -> None:
    text = "“Two posts were attacked last night,” a member of the provincial council, Ilo Brandt, said."
    assert rows(parser, text)[0][0] == "a member of the provincial council, Ilo Brandt"
