"""Pairs worth comparing: all of a few texts, and of many those that share heavy words."""

from dragoman.compare.block import NEIGHBOURS, TOO_COMMON, neighbours


def test_every_pair_of_few_texts_is_compared() -> None:
    assert neighbours([{"a": 1}, {"b": 1}, {}]) == [(0, 1), (0, 2), (1, 2)]


def test_of_many_texts_those_are_compared_that_share_a_heavy_word() -> None:
    bags = [{f"subject{i // 2}": 9, f"own{i}": 1} for i in range(400)]
    assert neighbours(bags) == [(i, i + 1) for i in range(0, 400, 2)]


def test_a_word_that_most_texts_hold_finds_nothing() -> None:
    assert neighbours([{"talks": 9} for _ in range(TOO_COMMON + 1)]) == []


def test_pairs_that_cannot_be_are_not_compared() -> None:
    assert neighbours([{"a": 1}] * 4, lambda i, j: (i + j) % 2 == 0) == [(0, 2), (1, 3)]
    assert neighbours([{"a": 1}] * 90, lambda i, j: i + j == 5) == [(0, 5), (1, 4), (2, 3)]


def test_pairs_grow_with_the_number_of_texts_and_not_with_its_square() -> None:
    bags = [{f"w{(i * k) % 97}": 1 for k in range(1, 20)} for i in range(3_000)]
    assert len(neighbours(bags)) <= NEIGHBOURS * len(bags)


def test_equal_texts_are_chosen_by_their_order() -> None:
    bags = [{"a": 1}] * TOO_COMMON
    assert neighbours(bags) == neighbours(bags)
    assert (0, NEIGHBOURS) in neighbours(bags)
