"""The act coder: probabilities that depend on nothing but what it is shown, and weights that are the measured ones."""

from importlib.resources import files
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ModelMissing
from dragoman.language.acts import LEAST, ROOTS, WEIGHTS, ActCoder, checked, hashed, load_coder

VECTOR = bytes(512)
ACCUSING = ["p=accuse", "w=accuse", "lexp=ACCUSE", "chain=accuse", "pt=accuse", "tdep=dobj"]


@pytest.fixture(scope="module")
def coder() -> ActCoder:
    return load_coder()


@given(names=st.lists(st.sampled_from([*ACCUSING, "p=meet", "w=hold", "b=in_the", "unknown feature"])))
def test_probabilities_of_the_roots_and_of_none_add_up_to_one(names: list[str]) -> None:
    found = load_coder().probabilities(names, VECTOR)
    assert len(found) == len(ROOTS) + 1
    assert np.isclose(found.sum(), 1)


@given(seed=st.integers())
def test_the_order_of_features_and_how_often_they_are_given_do_not_matter(seed: int) -> None:
    shuffled = [*ACCUSING, *ACCUSING]
    Random(seed).shuffle(shuffled)  # noqa: S311  # an order, no secret
    coder = load_coder()
    assert coder.probabilities(shuffled, VECTOR).tobytes() == coder.probabilities(ACCUSING, VECTOR).tobytes()


def test_features_that_no_training_text_had_leave_the_code_as_it_is(coder: ActCoder) -> None:
    assert coder.code([*ACCUSING, "p=transmogrify"], VECTOR) == coder.code(ACCUSING, VECTOR)


def test_words_of_accusing_are_coded_so(coder: ActCoder) -> None:
    found = coder.code(ACCUSING, VECTOR)
    assert found.root == "ACCUSE"
    assert found.confidence >= LEAST


def test_the_coder_abstains_where_it_knows_nothing(coder: ActCoder) -> None:
    assert coder.code([], VECTOR).root is None


def test_the_weights_hold_numbers_and_the_names_of_the_roots_and_no_words_of_texts() -> None:
    with np.load(str(files("dragoman") / "weights" / "acts.npz"), allow_pickle=False) as arrays:
        kinds = {name: arrays[name].dtype.kind for name in arrays.files}
        assert {str(root) for root in arrays["roots"]} == {*ROOTS, "NONE"}
        assert list(arrays["hashes"]) == sorted(set(arrays["hashes"]))
    assert {name for name, kind in kinds.items() if kind not in "uf"} == {"roots"}


def test_a_feature_is_known_by_64_bits() -> None:
    assert 0 <= hashed("p=accuse") < 2**64
    assert hashed("p=accuse") != hashed("p=excuse")


def test_weights_that_are_not_the_measured_ones_are_refused() -> None:
    with pytest.raises(ModelMissing, match=r"acts\.npz"):
        checked(dict(WEIGHTS, **{"acts.npz": "0" * 64}))
