"""Wordings are matched from both sides, or not at all."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.block import Pair
from dragoman.compare.matching import CHUNK, HOOD, TYPICAL, Beside, hubs, mutual, stems, wordings
from dragoman.language.encoder import Encoder, load_encoder, matrix

SAID = (
    "We shall reopen the northern line before the winter comes",
    "Nobody asked the fishermen of Merrin what they want",
    "Ostrand will not pay for 40 new boats",
)
AGAIN = (
    "Ostrand is not going to pay for forty-two new boats",
    "The northern line will be opened again before winter, we promise",
    "The storm has cut the power of the whole valley",
)
LEAST = 0.4


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


@pytest.fixture(scope="module")
def both(encoder: Encoder) -> Beside:
    return beside(encoder, SAID, AGAIN)


def beside(encoder: Encoder, left: tuple[str, ...], right: tuple[str, ...]) -> Beside:
    made = wordings((*left, *right), encoder.encode((*left, *right)))
    return Beside(made[: len(left)], made[len(left) :])


def test_the_same_in_other_words_is_matched_and_the_rest_is_left(both: Beside) -> None:
    assert mutual(both.scores(), LEAST) == [(0, 1), (2, 0)]


def test_from_the_other_side_the_scores_are_the_same(both: Beside) -> None:
    turned = Beside(both.right, both.left).scores()
    assert {(j, i): score for (i, j), score in turned.items()} == pytest.approx(both.scores())


def test_a_pair_that_may_not_be_is_no_candidate(both: Beside) -> None:
    assert mutual(both.scores(lambda i, _: i != 0), LEAST) == [(2, 0)]


def test_reasons_add_up_to_the_score_and_show_what_differs(encoder: Encoder) -> None:
    found = beside(encoder, ("They paid for 40 boats",), ("They did not pay for 42 boats",))
    reasons = {reason.feature: reason for reason in found.reasons((0, 0))}
    assert reasons["numbers"].score < 0
    assert reasons["numbers"].detail == "40 / 42"
    assert reasons["negation"].score < 0
    assert "boats" in reasons["wording"].detail
    assert sum(reason.score for reason in reasons.values()) == pytest.approx(found.scores()[0, 0], abs=0.003)


def test_a_number_that_only_one_side_prints_does_not_count_against_a_pair(encoder: Encoder) -> None:
    found = beside(encoder, ("They paid for 40 boats",), ("They paid for the boats",))
    assert found.other_numbers((0, 0)) == 0


def test_inflection_does_not_part_words() -> None:
    assert stems("Blockading the blockaded ports in 2031") == ["block", "block", "ports", "2031"]


def test_short_lists_are_filled_up_with_typical_neighbours(encoder: Encoder) -> None:
    one = matrix(encoder.encode(SAID[:1]))
    assert hubs(one, one)[0] == pytest.approx((1 + (HOOD - 1) * TYPICAL) / HOOD)


def test_blocks_of_long_lists_do_not_change_a_score() -> None:
    rows = np.sign(np.sin(np.arange(40 * 512, dtype=np.float64)).reshape(40, 512)).astype(np.float32)
    long = np.concatenate([rows] * (CHUNK // 40 + 1))
    assert np.array_equal(hubs(long, rows)[:40], hubs(rows, rows))


def test_of_equal_pairs_the_first_is_best() -> None:
    assert mutual({(0, 0): 1.0, (0, 1): 1.0, (1, 0): 1.0, (1, 1): 1.0}, LEAST) == [(0, 0)]


pairs = st.tuples(st.integers(0, 5), st.integers(0, 5))


@given(st.dictionaries(pairs, st.sampled_from([0.1, 0.5, 0.7, 0.9]), max_size=20))
def test_nobody_is_matched_twice_nor_below_the_least(scores: dict[Pair, float]) -> None:
    found = mutual(scores, LEAST)
    assert len({i for i, _ in found}) == len(found) == len({j for _, j in found})
    assert all(scores[pair] >= LEAST for pair in found)
    turned = mutual({(j, i): score for (i, j), score in scores.items()}, 0.0)
    if len(set(scores.values())) == len(scores):
        assert sorted((i, j) for j, i in turned) == mutual(scores, 0.0)
