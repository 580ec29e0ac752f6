"""Transcripts: each turn is a statement of whom its label names."""

import itertools

import pytest

from dragoman.language.parser import Parser
from dragoman.model.article import Article
from dragoman.model.reading import Statement
from dragoman.model.spans import Span, words
from dragoman.reading.attribution import find_attributions
from dragoman.reading.attribution.turns import find_turns
from tests.reading.edges import headlines, reporting, transcript

BRIEFING = """MR. BRANDT: We will open the road in May. It is safe.
I said so on Monday.

FOREIGN MINISTER LORN (via interpreter): Ostrand welcomes that.

MR. BRANDT: “The talks are not over.”

Tessa Quell: Will the bridge be open as well?

FOREIGN MINISTER LORN: That depends on Velmar.
"""
INTERVIEW = """{}

Q: Will you open the road?

A: We will open it in May. There is no doubt.

Q: And the bridge?

A: It stays closed until the treaty is signed.
"""


def found(parser: Parser, text: str, furniture: tuple[Span, ...] = ()) -> list[Statement]:
    return find_attributions(parser.parse(text), Article("a", "a.txt", text, "", "", furniture=furniture))


def said(parser: Parser, text: str) -> list[tuple[str, str, str]]:
    top = [s for s in found(parser, text) if s.inside is None]
    return [(words(text, s.source), words(text, s.cue), words(text, s.content)) for s in top]


def test_a_turn_is_a_statement_of_whom_its_label_names_and_goes_on_to_the_next_label(parser: Parser) -> None:
    assert said(parser, BRIEFING) == [
        ("MR. BRANDT", ":", "We will open the road in May. It is safe … I said so on Monday"),
        ("FOREIGN MINISTER LORN", ":", "Ostrand welcomes that"),
        ("MR. BRANDT", ":", "The talks are not over"),
        ("Tessa Quell", ":", "Will the bridge be open as well?"),
        ("FOREIGN MINISTER LORN", ":", "That depends on Velmar"),
    ]


def test_a_turn_is_quoted_only_where_the_article_prints_marks(parser: Parser) -> None:
    assert [s.mode for s in found(parser, BRIEFING) if s.inside is None] == [
        "indirect",
        "indirect",
        "direct",
        "indirect",
        "indirect",
    ]


def test_turns_are_shown_and_no_headlines(parser: Parser) -> None:
    turns = [s for s in found(parser, BRIEFING) if s.inside is None]
    assert all(s.shown and not s.headline for s in turns)


def test_what_a_speaker_tells_of_another_stands_inside_the_turn(parser: Parser) -> None:
    text = BRIEFING.replace("That depends on Velmar.", "The army said that the bridge was closed.")
    inner = next(s for s in found(parser, text) if words(text, s.source) == "The army")
    assert inner.inside is not None


def test_answers_are_those_of_the_one_person_named_before(parser: Parser) -> None:
    text = INTERVIEW.format("We spoke to John Miller in Lisk.")
    assert [source for source, _, _ in said(parser, text)[-4:]] == ["", "John Miller", "", "John Miller"]


def test_answers_are_nobodys_where_two_are_named_before(parser: Parser) -> None:
    text = INTERVIEW.format("We spoke to John Miller and to Robert Hayes in Lisk.")
    assert [source for source, _, _ in said(parser, text)[-4:]] == ["", "", "", ""]


def test_questions_without_a_name_are_not_shown(parser: Parser) -> None:
    statements = [s for s in found(parser, INTERVIEW.format("The road.")) if s.inside is None]
    assert [s.shown for s in statements] == [False, True, False, True]


def test_furniture_is_part_of_no_turn() -> None:
    text = BRIEFING.replace("It is safe.\n", "It is safe.\nRead more here\n")
    at = text.index("Read more here")
    turns = find_turns(text, (Span(at, at + 14),))
    assert words(text, turns[0].words) == "We will open the road in May. It is safe. … I said so on Monday."


@pytest.mark.parametrize(
    "text",
    [
        "BRANDT: We will open it.\n\nLORN: We welcome that.\n",
        "BRANDT: We will open it.\n\nBRANDT: It is safe.\n\nBRANDT: It is new.\n",
        "When: Monday at noon.\nWhere: The town hall of Lisk.\nWhen: On Tuesday as well.\nWhere: In Carrow.\n",
        "Velmar: road to open in May\nOstrand: bridge stays closed\nVelmar: harbour reopened\n",
        "Velmar: One of the roads.\nOstrand: Two bridges.\nCarrow: The harbour.\nLisk: The mill.\n",
        BRIEFING + reporting(300),
        headlines(60),
        reporting(300),
    ],
    ids=["two turns", "one label", "fields", "headlines", "no label again", "most outside", "many headlines", "news"],
)
def test_what_is_no_transcript_has_no_turns(text: str) -> None:
    assert find_turns(text) == ()


def test_all_turns_of_a_long_transcript_are_found() -> None:
    text = transcript(50)
    turns = find_turns(text)
    assert len(turns) == 50
    assert all(a.words[-1].end <= b.label.start for a, b in itertools.pairwise(turns))
