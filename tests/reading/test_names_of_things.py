"""Names of things as one article prints them."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.language.parser import Parser
from dragoman.reading import Reader
from dragoman.reading.cast import Cast
from dragoman.reading.names_of_things import find_names
from tests.compare.naming import named


def uses(parser: Parser, text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """Each name with its kind and the names that say where it is."""
    found = named(parser, "a", text).reading.names
    printed = [text[use.span.start : use.span.end] for use in found]
    return [(printed[n], use.kind, tuple(printed[i] for i in use.of)) for n, use in enumerate(found)]


def also(parser: Parser, text: str) -> list[tuple[str, str]]:
    """The names of which the text says that they are one thing's."""
    found = named(parser, "a", text).reading.names
    pairs = [(found[use.also], use) for use in found if use.also is not None]
    return [(text[slice(*one.span)], text[slice(*other.span)]) for one, other in pairs]


def test_a_noun_behind_a_name_says_what_it_is(parser: Parser) -> None:
    assert ("Velsk corridor", "way", ()) in uses(parser, "Lorries left the vital Velsk corridor on Monday.")


def test_adjectives_belong_to_what_a_closure_is_called_but_for_passing_ones(parser: Parser) -> None:
    text = "He condemned the ongoing illegal blockade of the Velsk corridor."
    assert ("illegal blockade", "closure", ("Velsk corridor",)) in uses(parser, text)


def test_a_possessor_says_what_is_closed(parser: Parser) -> None:
    assert ("blockade", "closure", ("corridor",)) in uses(parser, "Lorries wait behind the corridor's blockade.")


def test_a_regions_state_belongs_to_its_name(parser: Parser) -> None:
    assert ("Tesk region of Norway", "land", ("Norway",)) in uses(parser, "People live in the Tesk region of Norway.")


def test_a_road_named_after_its_ends_names_them(parser: Parser) -> None:
    found = [term for term, _, _ in uses(parser, "A rally on the Velsk-Tarrow road ended.")]
    assert {"Velsk-Tarrow road", "Velsk", "Tarrow"} <= set(found)


def test_the_side_that_rebels_take_belongs_to_their_name(parser: Parser) -> None:
    assert ("pro-Norwegian rebels", "armed men", ()) in uses(parser, "Clashes with pro-Norwegian rebels went on.")


def test_a_prisoner_of_war_names_no_war(parser: Parser) -> None:
    assert not [use for use in uses(parser, "The last prisoner of war in Norway came home.") if use[1] == "war"]


def test_people_have_no_names_of_things_but_their_governments_do(parser: Parser) -> None:
    text = "Foreign Minister Ilse Barran met the press. Ilse Barran said that the Barran government fell."
    found = [term for term, _, _ in uses(parser, text)]
    assert "Barran government" in found
    assert "Ilse Barran" not in found


def test_two_places_joined_by_and_are_no_one_place(parser: Parser) -> None:
    assert not [kind for _, kind, _ in uses(parser, "The war in Norway and Sweden goes on.") if kind]


def test_any_closure_is_no_known_one(parser: Parser) -> None:
    assert not [kind for _, kind, _ in uses(parser, "They fear a blockade of Tesk.") if kind]


def test_capitals_of_a_headline_tell_no_names(parser: Parser) -> None:
    text = "Ministers Meet Again Over Closed Bridges\n\nThey met."
    assert uses(parser, text) == []


def test_texts_say_that_two_names_are_one_things(parser: Parser) -> None:
    assert also(parser, "It turned to Marrow (Tesk).") == [("Marrow", "Tesk")]
    assert also(parser, "It was the Harrow Star, formerly known as the Grey Gull.") == [("Harrow Star", "Grey Gull")]
    assert also(parser, "It is Marrow, which its people call Tesk.") == [("Marrow", "Tesk")]


def test_the_last_part_of_a_name_is_not_taken_for_the_name(parser: Parser) -> None:
    assert also(parser, "The Council of Free Ports (Portcouncil) met.") == []
    assert also(parser, "It is Marrow, also known as the Tesk bridge deal.") == []


def test_the_reader_reads_names(reader: Reader) -> None:
    read = named(reader.parser, "a", "The Velsk corridor is open.")
    assert reader.read(read.article).names == read.reading.names


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text("Ab -'’.\n(ré“”", max_size=60).filter(str.strip))
def test_every_span_lies_in_the_text(parser: Parser, text: str) -> None:
    for use in find_names(parser.parse(text), Cast(), ()):
        assert 0 <= use.span.start < use.span.end <= len(text)
        assert all(use.span.start <= start < end <= use.span.end for start, end in use.proper)
