"""Quotations signed behind a dash, and transcripts within marks."""

import pytest

from dragoman.language.parser import Parser
from dragoman.model.article import Article
from dragoman.model.spans import words
from dragoman.reading.attribution.find import Found, find_drafts


def found(parser: Parser, text: str) -> Found:
    return find_drafts(parser.parse(text), Article("a", "a.txt", text, "", ""))


def signed(parser: Parser, text: str) -> list[tuple[str, str]]:
    drafts = found(parser, text).drafts
    return [(words(text, d.source), words(text, d.content)) for d in drafts if d.rule == "signed"]


@pytest.mark.parametrize("dash", ["―", "—", "–", "--", "-"])
def test_a_quotation_with_a_dash_and_a_name_is_its_signers(parser: Parser, dash: str) -> None:
    text = f"Readers wrote to us.\n“The bridge is ours as well.” {dash} Tarn Brandt, Carrow\nMore tomorrow."
    assert signed(parser, text) == [("Tarn Brandt", "The bridge is ours as well.")]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is ours.” — and so the quarrel went on for another year",
        "“The bridge is ours” — Lorn smiled when he read it out to the delegates of all the seven towns",
        "It was called “the bridge of sighs” — Tarn Brandt",
    ],
)
def test_a_dash_that_goes_on_with_the_sentence_is_no_signature(parser: Parser, text: str) -> None:
    assert signed(parser, text) == []


def test_marks_round_a_whole_transcript_are_nobodys_quotation(parser: Parser) -> None:
    text = (
        '"BRANDT: When will the road be open?\n\n"LORN: When the snow has gone.\n\n'
        '"BRANDT: That may be May.\n\n"LORN: Then it will be May."'
    )
    drafts = [(words(text, d.source), words(text, d.content)) for d in found(parser, text).drafts if d.rule == "turn"]
    assert [source for source, _ in drafts] == ["BRANDT", "LORN", "BRANDT", "LORN"]
    assert drafts[1][1] == "When the snow has gone."
