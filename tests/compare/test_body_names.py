"""What the names of one body share."""

from dragoman.compare.body_names import BodyNames, plain_name, stands_for
from dragoman.model.reading import Entity


def body(name: str, *others: str, country: str | None = None) -> Entity:
    return Entity("body", name, (name, *others), country)


def one(left: Entity, right: Entity, *others: Entity) -> bool:
    names = BodyNames([left, right, *others])
    return names.key(left) is not None and names.key(left) == names.key(right)


def test_british_and_american_spellings_are_one_body() -> None:
    assert one(body("Velmar Labour Organisation"), body("Velmar Labor Organization"))
    assert one(body("Centre for Defence Studies"), body("Center for the Defense Studies"))


def test_a_state_before_or_after_the_name_is_left_out() -> None:
    assert plain_name("Norwegian Seabed Authority", "NO") == plain_name("Seabed Authority of Norway", "NO")


def test_what_is_left_of_a_name_without_its_state_must_still_tell_the_body() -> None:
    assert not one(body("Herald of Norway", country="NO"), body("Herald"))


def test_papers_of_two_capitals_are_two() -> None:
    assert not one(body("Oslo Gazette"), body("Helsinki Gazette"))


def test_an_abbreviation_that_an_article_explains_means_the_body_in_others() -> None:
    assert one(body("Lisk Institute of Peace", "LIP"), body("LIP"))


def test_an_abbreviation_of_two_bodies_means_neither() -> None:
    assert not one(body("Lisk Institute of Peace", "LIP"), body("LIP"), body("League of Island Ports", "LIP"))


def test_an_abbreviation_takes_initials_with_or_without_small_words() -> None:
    assert stands_for("LIOP", "Lisk Institute of Peace")
    assert stands_for("L.I.P.", "Lisk Institute of Peace")
    assert not stands_for("LP", "Lisk Institute of Peace")
    assert not stands_for("LIP", "LIP")


def test_an_agency_is_one_under_all_its_listed_names() -> None:
    assert one(body("The Associated Press"), body("AP"))
    assert not one(body("Associated Press of Pakistan"), body("AP"))


def test_the_committees_of_two_chambers_are_two_bodies() -> None:
    assert not one(body("Senate Budget Committee"), body("House Budget Committee"))


def test_a_committee_named_with_its_chamber_is_one_body_until_two_states_have_one() -> None:
    senates = [body("Senate Budget Committee", country=state) for state in ("PH", "IT")]
    bare = body("Senate Budget Committee")
    assert one(bare, bare)
    assert not one(bare, senates[0], *senates)
    assert not one(*senates)


def test_a_committee_without_its_chamber_is_nobody() -> None:
    assert BodyNames([]).key(body("Foreign Relations Committee")) is None


def test_ministries_of_two_states_are_two_bodies() -> None:
    left, right = body("Norwegian Foreign Ministry", country="NO"), body("Danish Foreign Ministry", country="DK")
    assert not one(left, right)
