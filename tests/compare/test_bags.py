"""Bags are whole numbers of one length, and say the same in whatever order they are made."""

import math

from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.bags import UNIT, added, content_words, product, shared, weighted

texts = st.lists(st.lists(st.sampled_from(["ferry", "sound", "envoy", "lisk", "carrow", "9"]), max_size=8), max_size=6)


def test_stop_words_possessives_and_single_letters_are_left_out() -> None:
    assert content_words("The envoy’s 3.5 boats, a B and Velmar's said") == ["envoy", "3.5", "boats", "velmar"]


def test_a_word_of_every_article_weighs_less_than_a_rare_one() -> None:
    bags = weighted([["ferry", "envoy"], ["ferry", "sound"], ["ferry"]])
    assert bags[0]["ferry"] < bags[0]["envoy"]


def test_in_a_collection_of_two_a_shared_word_still_binds() -> None:
    left, right = weighted([["ferry", "envoy"], ["ferry", "sound"]])
    assert product(left, right) > 0.3 * UNIT * UNIT


@given(texts)
def test_a_bag_has_the_common_length_or_is_empty(words: list[list[str]]) -> None:
    for bag, its in zip(weighted(words), words, strict=True):
        assert bool(bag) == bool(its)
        if bag:
            assert math.isclose(math.sqrt(product(bag, bag)), UNIT, rel_tol=0.001)


@given(texts)
def test_order_of_words_and_of_articles_does_not_matter(words: list[list[str]]) -> None:
    assert weighted([its[::-1] for its in reversed(words)])[::-1] == weighted(words)


@given(texts)
def test_a_product_with_a_sum_is_the_sum_of_products(words: list[list[str]]) -> None:
    bags = weighted(words)
    for left in bags:
        for right in bags:
            assert product(left, right) == product(right, left)
            assert product(left, added(left, right)) == product(left, left) + product(left, right)


def test_what_binds_two_most_comes_first() -> None:
    assert shared({"ferry": 5, "lisk": 1, "sound": 3}, {"ferry": 4, "lisk": 1, "envoy": 9}, 6) == ["ferry", "lisk"]
