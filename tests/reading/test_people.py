"""Persons and their offices, as newspapers print them."""

import pytest

from dragoman.language.parser import Parser
from tests.reading.casting import play


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Portuguese Foreign Minister Ilda Morais met reporters.", "Ilda Morais", ("foreign minister", "PT")),
        ("Ilda Morais, the foreign minister of Portugal, met reporters.", "Ilda Morais", ("foreign minister", "PT")),
        ("Portugal's foreign minister, Ilda Morais, met reporters.", "Ilda Morais", ("foreign minister", "PT")),
        ("Peruvian PM Tomas Quispe met reporters.", "Tomas Quispe", ("prime minister", "PE")),
        ("President Tomas Quispe of Peru met reporters.", "Tomas Quispe", ("president", "PE")),
        ("Kenya's Minister of Foreign Affairs Daniel Otieno met them.", "Daniel Otieno", ("foreign minister", "KE")),
        ("EU foreign policy chief Karin Holm met reporters.", "Karin Holm", ("foreign policy chief", "European Union")),
        (
            "Velmarian Foreign Minister Ilse Barran met the press in Velmar.",
            "Ilse Barran",
            ("foreign minister", "Velmar"),
        ),
    ],
)
def test_an_office_beside_a_name_is_held_by_its_bearer(
    parser: Parser, text: str, name: str, office: tuple[str, str]
) -> None:
    assert office in play(parser, text).offices(name)


def test_a_common_noun_before_a_title_in_capitals_is_no_part_of_it(parser: Parser) -> None:
    text = "It was under a bad deal President Tomas Quispe had signed in Lima. Former President Ida Brandt agreed."
    played = play(parser, text)
    assert [text[o.span.start : o.span.end] for o in played.named("Tomas Quispe").offices] == ["President"]
    assert [text[o.span.start : o.span.end] for o in played.named("Ida Brandt").offices] == ["Former President"]


def test_who_speaks_for_a_seat_of_government_is_of_its_state(parser: Parser) -> None:
    played = play(parser, "Kremlin spokesman Tomas Quispe met reporters. The White House said nothing.")
    assert played.named("Tomas Quispe").country == "RU"
    assert played.named("White House").country == "US"


def test_a_counterpart_holds_the_office_of_the_one_whose_counterpart_he_is(parser: Parser) -> None:
    text = "Portuguese Foreign Minister Ilda Morais met her Kenyan counterpart Daniel Otieno."
    assert play(parser, text).offices("Daniel Otieno") == {("foreign minister", "KE")}


def test_two_counterparts_have_their_states_in_the_order_of_their_names(parser: Parser) -> None:
    text = "Foreign Minister Ilda Morais met her Kenyan and Peruvian counterparts, Daniel Otieno and Tomas Quispe."
    played = play(parser, text)
    assert played.offices("Daniel Otieno") == {("foreign minister", "KE")}
    assert played.offices("Tomas Quispe") == {("foreign minister", "PE")}


def test_a_surname_means_the_one_person_who_bears_it(parser: Parser) -> None:
    played = play(parser, "Foreign Minister Ilda Morais spoke first. Morais said the road was open.")
    assert played.at("Morais", 1) == ["Ilda Morais"]


def test_a_surname_that_two_persons_bear_means_neither(parser: Parser) -> None:
    text = "President Ramon Ortega met Finance Minister Luisa Ortega. Ortega said the talks had ended."
    assert play(parser, text).at("Ortega", 2) == []


def test_spellings_of_one_name_are_one_person(parser: Parser) -> None:
    text = "Foreign Minister Sergei Volkov came. Later Sergey Volkov spoke to the press."
    assert [e.names for e in play(parser, text).cast.entities if e.kind == "person"] == [
        ("Sergei Volkov", "Sergey Volkov")
    ]


def test_a_name_in_a_headline_in_capitals_is_known_from_the_text(parser: Parser) -> None:
    text = (
        "Morais Says Talks Between Neighbours Were Useful\n\nForeign Minister Ilda Morais said the talks were useful."
    )
    assert play(parser, text).at("Morais") == ["Ilda Morais"]


def test_names_joined_by_a_hyphen_are_two_persons(parser: Parser) -> None:
    text = "Foreign Minister Ilda Morais met President Tomas Quispe. The Morais-Quispe meeting was short."
    assert play(parser, text).at("Morais-Quispe") == ["Ilda Morais", "Tomas Quispe"]


def test_authors_and_furniture_are_no_actors(parser: Parser) -> None:
    from dataclasses import replace

    from dragoman.model.spans import Span
    from dragoman.reading.cast import find_cast
    from tests.reading.casting import article_of

    text = "Foreign Minister Ilda Morais spoke.\nAbout the author: Petra Lund"
    at = text.index("About")
    article = replace(article_of(text), furniture=(Span(at, len(text)),))
    assert [e.name for e in find_cast(parser.parse(text), article).entities] == ["Ilda Morais"]


def test_a_word_after_a_hyphen_that_is_no_name_is_no_part_of_one(parser: Parser) -> None:
    text = "Foreign Minister Ilda Morais spoke. A Morais-era official objected."
    assert "Morais-era" not in [name for e in play(parser, text).cast.entities for name in e.names]


def test_the_son_is_not_called_by_his_fathers_name(parser: Parser) -> None:
    text = "King Salman received the guests. Crown Prince Mohammed bin Salman spoke to them."
    assert play(parser, text).at("Salman") != play(parser, text).at("Mohammed bin Salman")


def test_a_senator_of_a_constituency_is_of_no_state(parser: Parser) -> None:
    assert play(parser, "Sen. Walter Brandt of Georgia spoke first.").named("Walter Brandt").country is None


def test_a_name_before_a_comma_is_no_owner_of_the_office_after_it(parser: Parser) -> None:
    text = "It is in talks with Lisbon, Kenyan Ambassador Daniel Otieno said."
    assert play(parser, text).offices("Daniel Otieno") == {("ambassador", "KE")}


@pytest.mark.parametrize(
    "text",
    ["Special Envoy for Kenya Walter Brandt spoke first.", "The pro-Kenyan president, Walter Brandt, spoke first."],
)
def test_where_an_envoy_is_sent_and_whom_one_favours_is_not_his_state(parser: Parser, text: str) -> None:
    assert play(parser, text).named("Walter Brandt").country is None


def test_names_printed_without_a_space_between_them_are_nobody(parser: Parser) -> None:
    text = "Daniel OtienoMorais met Anna Berg and Ewan MacArthur, and MacArthur said that it was over."
    names = {entity.name for entity in play(parser, text).cast.entities}
    assert "Daniel OtienoMorais" not in names
    assert "Ewan MacArthur" in names
