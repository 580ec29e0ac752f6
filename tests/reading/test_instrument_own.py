"""Truces, exchanges, statements of one party and proposals are read where the words tell that there is one."""

import pytest

from dragoman.language.parser import Parser
from dragoman.model.article import Article
from dragoman.model.ids import sha256
from dragoman.model.reading import InstrumentMention
from dragoman.reading.cast import Cast, find_cast
from dragoman.reading.instruments import find_instruments
from dragoman.reading.timexes import find_timexes


def read(parser: Parser, text: str) -> tuple[list[InstrumentMention], Cast]:
    doc = parser.parse(text)
    cast = find_cast(doc, Article("a", "a.txt", text, sha256(text.encode()), ""))
    return list(find_instruments(doc, cast, find_timexes(doc))), cast


def told(parser: Parser, text: str) -> list[tuple[str, str, str | None]]:
    found = read(parser, text)[0]
    return [(text[each.span.start : each.span.end], each.kind, each.standing) for each in found]


@pytest.mark.parametrize(
    ("text", "words", "standing"),
    [
        ("Kenya announced a cease-fire on Sunday.", "cease-fire", "made"),
        ("A 48-hour truce collapsed within a day.", "48-hour truce", "made"),
        ("An armistice came into force at noon.", "armistice", "made"),
        ("The sides agreed on a cessation of hostilities.", "cessation of hostilities", "made"),
        ("Both violated the ceasefire in Lima, he said.", "ceasefire in Lima", None),
        ("The rebels adhere to a cease-fire.", "cease-fire", None),
        ("Peru called for an immediate truce.", "immediate truce", "sought"),
        ("He said that a truce would hold.", "truce", "sought"),
    ],
)
def test_a_truce_is_an_agreement_that_was_made_or_is_called_for(
    parser: Parser, text: str, words: str, standing: str | None
) -> None:
    assert told(parser, text) == [(words, "agreement", standing)]


@pytest.mark.parametrize(
    "text",
    [
        "Truce violations were counted along the cease-fire line.",
        "No truce was agreed.",
        "Soldiers exchanged fire, and the exchange lasted an hour.",
        "The exchange of fire went on.",
        "Kenya sent a clear message to Peru.",
        "The announcement came late.",
        "Peru has a plan to build a dam. The plan is old.",
        "The text of the song is old.",
        "The proposal is bad.",
        "The statement was short.",
        "The minister said in a statement that the bridge was open.",
    ],
)
def test_near_misses_are_no_documents(parser: Parser, text: str) -> None:
    assert told(parser, text) == []


def test_who_brokered_a_truce_in_one_word_is_not_its_party(parser: Parser) -> None:
    (mention,), _ = read(parser, "Both broke the Kenyan-brokered truce.")
    assert mention.parties == ()


def test_a_month_before_the_noun_tells_one_truce_from_another(parser: Parser) -> None:
    (mention,), _ = read(parser, "The June cease-fire collapsed.")
    assert mention.other == "june" or mention.timexes


def test_an_exchange_is_one_where_prisoners_are_named_and_is_taken_up(parser: Parser) -> None:
    text = "They were freed in a prisoner swap. Another exchange of prisoners took place in May. The swap was secret."
    assert told(parser, text) == [
        ("prisoner swap", "agreement", "made"),
        ("exchange of prisoners", "agreement", "made"),
        ("swap", "agreement", None),
    ]


def test_a_statement_that_was_issued_is_kept_with_its_issuer(parser: Parser) -> None:
    text = "Kenya issued a brief statement saying so. The announcement came late. The statement is short."
    found, cast = read(parser, text)
    assert [(each.kind, each.standing) for each in found] == [
        ("statement", "made"),
        ("statement", None),
        ("statement", None),
    ]
    assert [cast.entities[party].name for party in found[0].parties] == ["Kenya"]


def test_an_attribution_in_a_statement_counts_where_the_article_takes_it_up(parser: Parser) -> None:
    text = "The bridge is open, Kenya said in a statement. The statement was short."
    assert [words for words, _, _ in told(parser, text)] == ["statement", "statement"]


def test_a_letter_that_was_written_is_kept(parser: Parser) -> None:
    assert told(parser, "Three mayors penned a letter to the president.") == [("letter", "letter", "made")]


def test_a_text_that_was_posted_is_a_statement(parser: Parser) -> None:
    text = "The mayor wrote a message to them. The text posted on the website was short."
    assert [kind for _, kind, _ in told(parser, text)] == ["statement", "statement"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya submitted a proposal to open the port. Peru rejected that proposal.",
        "Peru backed the proposal floated in Lima. Kenya rejected the proposal.",
        "Kenya's proposal is new. Peru rejected the proposal.",
    ],
)
def test_a_proposal_that_somebody_put_forward_is_sought_and_taken_up(parser: Parser, text: str) -> None:
    found = [(kind, standing) for _, kind, standing in told(parser, text)]
    assert found == [("proposal", "sought"), ("proposal", None)]


def test_an_agreement_is_made_though_its_aim_stands_before_the_participle(parser: Parser) -> None:
    text = "Peru failed to live up to an agreement to end the strike reached in Nairobi last week."
    (mention,), _ = read(parser, text)
    assert (mention.standing, mention.place, len(mention.timexes)) == ("made", "Nairobi", 1)


def test_an_agreement_told_by_what_it_lays_down_is_one_in_force(parser: Parser) -> None:
    (mention,), _ = read(parser, "Peru abides by an international accord that prohibits the use of chemical weapons.")
    assert (mention.standing, mention.topics) == ("made", ("arms", "chemical"))
