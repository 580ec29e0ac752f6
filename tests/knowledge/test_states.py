"""The lists of states, offices and names."""

import pytest

from dragoman.knowledge.bodies import body_key
from dragoman.knowledge.names import fold, gender_of, same_person, skeleton
from dragoman.knowledge.offices import fits, offices
from dragoman.knowledge.phrases import Phrases
from dragoman.knowledge.states import listed_names, state_words


def test_every_state_has_a_name_and_a_capital_or_is_known_to_have_none() -> None:
    capitals = {word.capital for word in state_words().values() if word.capital}
    assert set(listed_names()) - capitals <= {"BE", "PS"}, "Brussels stands for two; Palestine's capital is contested"


@pytest.mark.parametrize(
    ("word", "form", "code"),
    [
        ("Türkiye", "name", "TR"),
        ("Turkey", "name", "TR"),
        ("U.S.", "adjective", "US"),
        ("DPRK", "name", "KP"),
        ("Kyiv", "capital", "UA"),
        ("Brits", "noun", "GB"),
        ("Brussels", "capital", None),
        ("Congolese", "adjective", None),
    ],
)
def test_a_word_stands_for_a_state_only_where_it_stands_for_no_other(word: str, form: str, code: str | None) -> None:
    assert getattr(state_words().get(word), form, None) == code


def test_the_longest_phrase_is_found() -> None:
    phrases = Phrases({"South": 1, "South Sudan": 2})
    assert phrases.at("in South Sudan", 3, "South") == (14, 2)


def test_a_phrase_is_not_found_inside_a_longer_word() -> None:
    assert Phrases({"Niger": 1}).at("Nigeria", 0, "Niger") is None


@pytest.mark.parametrize(
    ("said", "held", "fit"),
    [
        ("minister", "foreign minister", True),
        ("minister", "prime minister", False),
        ("official", "ambassador", True),
        ("leader", "foreign minister", False),
        ("leader", "president", True),
        ("deputy minister", "deputy foreign minister", True),
        ("foreign minister", "defense minister", False),
    ],
)
def test_a_shorter_title_may_mean_a_longer_one(said: str, held: str, *, fit: bool) -> None:
    assert fits(said, held) is fit


def test_forms_of_an_office_have_one_title() -> None:
    assert offices()["minister of foreign affairs"] == offices()["fm"] == "foreign minister"


@pytest.mark.parametrize(
    ("left", "right"), [("Sergei", "Sergey"), ("Mohammad", "Muhammad"), ("Aliyev", "Aliev"), ("Yuri", "Iouri")]
)
def test_romanisations_of_one_name_have_one_skeleton(left: str, right: str) -> None:
    assert skeleton(fold(left)) == skeleton(fold(right))


def test_different_names_keep_different_skeletons() -> None:
    assert skeleton(fold("Hassan")) != skeleton(fold("Hussein"))


def test_folding_takes_off_case_diacritics_and_brackets() -> None:
    assert fold("[José] Peña-Ruiz") == "jose pena ruiz"


def test_a_given_name_tells_a_gender_only_where_all_sources_agree() -> None:
    assert (gender_of("Ilse"), gender_of("Sergei"), gender_of("Qwxz")) == ("female", "male", None)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Mohammad Javad Zarif", "Javad Zarif", True),
        ("John F. Kerry", "John Kerry", True),
        ("A. Berg", "Anna Berg", True),
        ("Anna Berg", "Erik Berg", False),
        ("Salman", "Mohammed bin Salman", False),
    ],
)
def test_names_of_one_person(left: str, right: str, *, same: bool) -> None:
    assert same_person(left, right) is same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kenyan Foreign Ministry", "Kenya's Ministry of Foreign Affairs"),
        ("Kenya's parliament", "Kenyan parliament"),
        ("the UN", "United Nations"),
    ],
)
def test_names_of_one_body_have_one_key(left: str, right: str) -> None:
    assert body_key(left, "KE") == body_key(right, "KE")
