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


def test_remarks_make_their_owner_the_one_who_is_spoken_of(parser: Parser) -> None:
    text = "Otieno's remarks angered Morais. He left."
    assert play(parser, TWO + text).at("He left") == ["Daniel Otieno"]


def test_after_a_he_of_whom_nothing_is_known_nobody_is_meant(parser: Parser) -> None:
    text = "The road was opened by Daniel Otieno and Ivo Marek.\n\nHe began with thanks to Jorge Luna. He sat down."
    assert play(parser, text).at("He sat") == []


def test_an_office_of_something_else_is_not_that_of_the_person_named(parser: Parser) -> None:
    text = "Foreign Minister Daniel Otieno spoke. The foreign minister of the self-styled republic answered."
    assert play(parser, text).at("foreign minister of") == []


def test_who_is_posted_abroad_is_nobody_of_the_capital(parser: Parser) -> None:
    text = "Secretary of State Daniel Otieno spoke. Kenya’s top diplomat in Washington answered."
    assert play(parser, text).at("diplomat") == []


def test_a_place_before_an_office_holds_it_not(parser: Parser) -> None:
    text = (
        "Kenyan President Daniel Otieno travelled. On the ferry Queen Anna Berg, the president said that it was over."
    )
    assert play(parser, text).at("president said") == ["Daniel Otieno"]


def test_the_president_is_the_only_one_who_was_lately_spoken_of(parser: Parser) -> None:
    text = (
        "Peruvian President Jorge Luna spoke in May.\n\nIt rained.\n\nIt snowed.\n\nIt rained again.\n\n"
        "A letter reached Kenyan President Daniel Otieno.\n\nThe president laughed."
    )
    assert play(parser, text).at("president laughed") == ["Daniel Otieno"]
