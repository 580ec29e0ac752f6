"""The tagger: windows that cover the text, and scores that depend on nothing but the text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ModelMissing
from dragoman.language.tagger import STEP, WEIGHTS, WINDOW, Tagger, checked, load_tagger, windows
from dragoman.reading.attribution.tags import TAGS

SHORT = "The minister said the road was closed."
LONG = " ".join(f"On day {n} the envoy of Velmar said that talks in Lisk had gone on for {n} hours." for n in range(60))


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


@given(size=st.integers(0, 5 * WINDOW))
def test_the_windows_cover_every_piece_and_none_is_longer_than_the_model_takes(size: int) -> None:
    parts = list(windows(size))
    assert {i for part in parts for i in range(part.start, part.stop)} == set(range(size))
    assert all(0 < part.stop - part.start <= WINDOW for part in parts)


@given(size=st.integers(WINDOW + 1, 5 * WINDOW))
def test_every_piece_stands_well_inside_one_of_its_windows(size: int) -> None:
    for at in range(size):
        depth = max(
            min(at - p.start if p.start else size, p.stop - 1 - at if p.stop < size else size)
            for p in windows(size)
            if p.start <= at < p.stop
        )
        assert depth >= (WINDOW - STEP) // 2 - 1


def test_scores_are_log_probabilities_of_the_tags(tagger: Tagger) -> None:
    pieces, scores = tagger.read(SHORT)
    assert scores.shape == (len(pieces), len(TAGS))
    assert np.allclose(np.exp(scores).sum(axis=1), 1, atol=1e-5)


def test_an_article_has_the_same_scores_alone_in_company_and_in_reverse_order(tagger: Tagger) -> None:
    alone = {text: tagger.read(text)[1].tobytes() for text in (SHORT, LONG)}
    for text in (LONG, SHORT, LONG, SHORT):
        assert tagger.read(text)[1].tobytes() == alone[text]


def test_a_text_without_words_has_no_scores(tagger: Tagger) -> None:
    pieces, scores = tagger.read(" \n ")
    assert len(pieces) == len(scores) == 0


def test_weights_that_are_not_the_measured_ones_are_refused_with_what_to_do() -> None:
    with pytest.raises(ModelMissing, match="--attribution rules"):
        checked(dict(WEIGHTS, **{"attribution.onnx": "0" * 64}))
