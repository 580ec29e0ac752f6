"""Who is meant where no name is printed."""

from dragoman.language.parser import Parser
from tests.reading.casting import play

TWO = "Portuguese Foreign Minister Ilda Morais met Kenyan Foreign Minister Daniel Otieno. "


def test_an_office_with_its_state_means_the_one_holder(parser: Parser) -> None:
    assert play(parser, TWO + "The Kenyan minister said nothing.").at("Kenyan minister") == ["Daniel Otieno"]


def test_an_office_alone_goes_on_with_the_last_subject(parser: Parser) -> None:
    text = TWO + "Otieno said the road was open. The minister added that it was safe."
    assert play(parser, text).at("minister", 0) == ["Daniel Otieno"]


def test_an_office_that_fits_nobody_is_a_person_known_by_office(parser: Parser) -> None:
    played = play(parser, "The Kenyan foreign minister said that the road was open.")
    found = played.named("Kenyan foreign minister")
    assert (found.kind, found.names, found.country) == ("person", (), "KE")


def test_both_ministers_are_the_two_last_spoken_of(parser: Parser) -> None:
    assert play(parser, TWO + "Both ministers praised the talks.").at("ministers") == ["Ilda Morais", "Daniel Otieno"]


def test_ministers_without_an_article_are_nobody_in_particular(parser: Parser) -> None:
    assert play(parser, TWO + "It was a meeting of foreign ministers.").at("foreign ministers") == []


def test_a_pronoun_means_the_last_subject_of_its_gender(parser: Parser) -> None:
    text = TWO + "Morais said that the road was open. She praised Otieno."
    assert play(parser, text).at("She") == ["Ilda Morais"]


def test_a_pronoun_after_an_unnamed_official_means_nobody_known(parser: Parser) -> None:
    text = TWO + "A senior official spoke to reporters later. He said that the road was open."
    assert play(parser, text).at("He said") == []


def test_the_official_is_nobody_known_after_an_unnamed_official(parser: Parser) -> None:
    text = "A senior official spoke to reporters. Morais, the official said later, had agreed."
    assert play(parser, TWO + text).at("official", 1) == []


def test_a_pronoun_means_the_only_person_of_its_own_paragraph(parser: Parser) -> None:
    text = "Morais said that the road was open.\n\nThat was the view of Otieno, too. He has two children."
    assert play(parser, TWO + text).at("He has") == ["Daniel Otieno"]


def test_it_means_nothing_where_another_body_was_named_since(parser: Parser) -> None:
    text = "The Kenyan Foreign Ministry objected. Reports of the Danish Foreign Ministry differ, and it repeated that."
    assert play(parser, text).speakers("it repeated", "repeated", "that")[0] == []


def test_both_sides_are_the_two_states_named_before(parser: Parser) -> None:
    text = "Portugal and Kenya signed it. Both sides praised the text."
    assert play(parser, text).at("sides") == ["Portugal", "Kenya"]


def test_both_sides_are_nobody_after_three_states(parser: Parser) -> None:
    assert play(parser, "Portugal, Peru and Kenya signed it. Both sides praised it.").at("sides") == []


def test_leaders_of_one_state_are_more_than_the_one_who_is_named(parser: Parser) -> None:
    text = "Kenyan President Daniel Otieno spoke. The Kenyan leaders met later, and the officials of Kenya left."
    played = play(parser, text)
    assert played.at("leaders") == []
    assert "Daniel Otieno" not in played.at("officials of Kenya")
