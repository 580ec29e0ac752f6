"""States by name, capital and side; ministries and other bodies."""

import pytest

from dragoman.language.parser import Parser
from tests.reading.casting import play


@pytest.mark.parametrize(
    "text",
    [
        "Lisbon told its neighbours that it would wait.",
        "The offer was rejected by Lisbon.",
        "Talks between Madrid and Lisbon were slow.",
        "The Portuguese side said that it would wait.",
        "The Portuguese delegation left early.",
    ],
)
def test_a_capital_or_a_side_that_acts_stands_for_its_state(parser: Parser, text: str) -> None:
    assert "Portugal" in [e.name for e in play(parser, text).cast.entities]


@pytest.mark.parametrize(
    "text",
    ["They met in Lisbon on Monday.", "LISBON — They met on Monday.", "She flew to Lisbon.", "He is visiting Lisbon."],
)
def test_a_capital_that_is_a_place_is_no_actor(parser: Parser, text: str) -> None:
    assert [e.name for e in play(parser, text).cast.entities] == []


def test_a_city_that_is_no_capital_never_stands_for_its_state(parser: Parser) -> None:
    assert "Turkey" not in [e.name for e in play(parser, "Istanbul said that it would wait.").cast.entities]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Kenyan Foreign Ministry said that it would wait.", "Kenyan Foreign Ministry", "KE"),
        ("Kenya's Ministry of Defence said that it would wait.", "Kenya's Ministry of Defence", "KE"),
        ("The High River Council said that it would wait.", "High River Council", None),
        ("Officials of the OSCE met on Monday.", "Organization for Security and Co-operation in Europe", None),
    ],
)
def test_bodies_are_named_as_printed_with_their_state(
    parser: Parser, text: str, name: str, country: str | None
) -> None:
    assert play(parser, text).named(name).country == country


def test_the_ministry_means_the_only_one_that_is_named(parser: Parser) -> None:
    text = "The Kenyan Foreign Ministry denied it. The report was false, the ministry said."
    assert play(parser, text).at("ministry") == ["Kenyan Foreign Ministry"]


def test_a_seat_of_power_beside_a_capital_is_a_body_without_a_country(parser: Parser) -> None:
    found = play(parser, "Both Lisbon and Tarnhavn rejected the idea.").named("Tarnhavn")
    assert (found.kind, found.country) == ("body", None)


def test_a_body_is_known_again_where_it_does_nothing(parser: Parser) -> None:
    text = "The River Guild rejected the idea. Lorries of the River Guild stood at the gate."
    assert play(parser, text).at("River Guild", 1) == ["River Guild"]


@pytest.mark.parametrize("text", ["The Bergen Protocol entered into force.", "They crossed the Tarn River at night."])
def test_texts_and_places_are_nobody(parser: Parser, text: str) -> None:
    assert play(parser, text).cast.entities == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway's Supreme National Security Council rejected the plan.", "Supreme National Security Council"),
        ("The National Security Council met in Lisbon on Monday.", "National Security Council"),
        ("The Security Council met on Monday.", "UN Security Council"),
        ("On Monday Security Council members met.", "UN Security Council"),
    ],
)
def test_a_short_name_behind_other_words_of_a_name_is_another_bodys(parser: Parser, text: str, name: str) -> None:
    assert [e.name for e in play(parser, text).cast.entities if e.kind == "body"] == [name]
