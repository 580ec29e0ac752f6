"""Statements that look alike and are not one utterance are told apart by what differs, and by nothing else."""

import pytest

from dragoman.compare.contrary import Name, Worded, contrary
from dragoman.model.reading import ActorKind

FERRIES = "Ostrand will send nine ferries to the island before the winter"


def told(left: str, right: str) -> str | None:
    """What parts the two, the same from both sides."""
    found = contrary(Worded(left), Worded(right))
    assert contrary(Worded(right), Worded(left)) == found
    return found


def named(text: str, *names: tuple[int, ActorKind, str], meant: frozenset[int] = frozenset()) -> Worded:
    return Worded(text, frozenset(Name(n, kind, frozenset(words.split())) for n, kind, words in names), meant)


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ("Ostrand will send four ferries to the island before the winter", "number"),
        ("Ostrand will send 12 ferries to the island before the winter", "number"),
        ("Ostrand will not send nine ferries to the island before the winter", "negation"),
        ("Ostrand won’t send nine ferries to the island before the winter", "negation"),
        ("Ostrand will never send nine ferries to the island before the winter", "negation"),
    ],
)
def test_one_difference_makes_two_utterances(other: str, what: str) -> None:
    assert told(FERRIES, other) == what


@pytest.mark.parametrize(
    "other",
    [
        FERRIES,
        "Ostrand will send 9 ferries to the island before the winter",
        "Ostrand will send ferries to the island",
        "before the winter, nine boats are to be sent to the island by Ostrand",
        f"{FERRIES}, and not after it, as the harbour was told",
    ],
)
def test_another_form_of_the_same_is_none(other: str) -> None:
    assert told(FERRIES, other) is None


def test_a_number_that_stands_elsewhere_too_is_missed_at_its_own_place() -> None:
    left, right = "two ships and two tugs lay in the bay", "two ships and six tugs lay in the bay"
    assert told(left, right) == "number"


def test_words_with_figures_in_them_are_told_apart() -> None:
    for left, right in (("K-29", "K-30"), ("two-deck", "six-deck")):
        assert told(f"they bought new {left} boats for the coast", f"they bought new {right} boats for the coast")


def test_days_named_in_the_same_place_are_told_apart() -> None:
    left, right = (f"they agreed to meet on {day} at the northern border" for day in ("Monday", "Thursday"))
    assert told(left, right) == "date"


def test_another_name_in_the_same_place_is_another_utterance_and_another_form_of_it_is_not() -> None:
    left = "the road through Merrin has been closed by the army"
    assert told(left, left.replace("Merrin", "Tolvik")) == "name"
    assert told("all the Velmar troops have left", "all the Velmarian troops have left") is None


def test_a_cut_before_a_denial_is_no_denial() -> None:
    assert told("they will reduce the fees and not raise them", "they will reduce the fees") is None


def test_what_is_denied_in_other_words_on_both_sides_is_the_same() -> None:
    assert told("Nobody asked the fishermen of Merrin", "The fishermen of Merrin were not asked by anyone") is None


def test_not_only_denies_nothing() -> None:
    assert told("this is good for the coast", "this is not only good for the coast") is None
    assert told("this is only good for the coast", "this is not only good for the coast") == "negation"


def test_actors_of_one_kind_that_only_one_side_each_names_part_the_two() -> None:
    left = named("the talks with Velmar went on", (1, "state", "velmar"))
    right = named("the talks with Ostrand continued", (2, "state", "ostrand"))
    assert contrary(left, right) == "name"
    person = named("the talks with the president continued", (3, "person", "toren"))
    assert contrary(left, person) is None


def test_an_actor_meant_by_a_pronoun_is_not_lacking() -> None:
    left = named("a letter from Velmar reached Ostrand", (1, "state", "velmar"), (2, "state", "ostrand"))
    right = named("they sent a letter to Tirland", (4, "state", "tirland"), meant=frozenset({1, 2, 4}))
    assert contrary(left, right) is None


def test_one_name_of_two_actors_that_were_not_joined_does_not_part_them() -> None:
    left = named("they met Toren in the harbour", (1, "person", "toren"))
    right = named("they met Ilva Toren in the harbour", (2, "person", "ilva toren"))
    assert contrary(left, right) is None


def test_what_one_report_says_was_denied_and_another_was_said_is_not_the_same() -> None:
    said, denied = (Worded("the fleet had left the harbour of Lisk", cue=cue) for cue in ("said", "denied"))
    assert contrary(said, denied) == "negation"
    assert contrary(Worded("the fleet had not left the harbour of Lisk", cue="said"), denied) is None


def test_another_noun_behind_the_same_article_is_another_thing_where_all_else_is_the_same() -> None:
    assert (
        told("inspectors visited the site in Lisk on Friday", "inspectors visited the port in Lisk on Friday")
        == "thing"
    )
    assert (
        told("they closed the bridge, and nobody was told", "they closed the harbour, and nobody was told") == "thing"
    )


def test_nouns_that_may_be_of_one_thing_and_other_differences_beside_them_part_nobody() -> None:
    assert told("they signed the negotiation paper in Lisk", "they signed the negotiating paper in Lisk") is None
    assert told("inspectors visited the site in Lisk", "experts went to see the port in Lisk") is None
    assert told("the boats left the harbour early", "the boats left the port late") is None
