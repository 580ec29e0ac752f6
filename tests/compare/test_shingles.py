"""Runs of words as numbers: equal where words are equal, whatever stands round them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.shingles import SAMPLE, USUAL, WORDS, shingled
from dragoman.model.spans import Span

TEXT = "The ferry line across the sound was closed on Friday after a storm, the port of Lisk said."

words = st.lists(st.sampled_from(["ferry", "sound", "envoy", "lisk", "carrow", "storm", "boat"]), max_size=40)


@given(words)
def test_there_is_a_shingle_for_each_run_of_five_words(some: list[str]) -> None:
    found = shingled(" ".join(some))
    assert len(found.hashes) == max(0, len(some) - WORDS + 1)
    assert len(found.starts) == len(some)
    runs = {tuple(some[i : i + WORDS]) for i in range(len(found.hashes))}
    assert len(set(found.hashes.tolist())) == len(runs)


@given(words, words)
def test_a_run_hashes_alike_wherever_it_stands(some: list[str], before: list[str]) -> None:
    alone, inside = shingled(" ".join(some)), shingled("  ".join([*before, *some]))
    assert alone.hashes.tolist() == inside.hashes.tolist()[len(inside.hashes) - len(alone.hashes) :]


def test_case_and_punctuation_do_not_matter_and_order_does() -> None:
    assert shingled("THE FERRY, line: across (the) sound").hashes[0] == shingled(TEXT).hashes[0]
    assert shingled("across the line ferry The").hashes[0] not in shingled(TEXT).hashes


def test_letters_of_every_plane_are_folded_and_long_texts_hash_as_short_ones_do() -> None:
    deseret = "".join(chr(code) for code in (0x10400, 0x10401, 0x10402))
    line = f"the {deseret} line across the sound"
    assert shingled(line.replace(deseret, deseret.lower())).hashes.tolist() == shingled(line).hashes.tolist()
    assert shingled("; " * USUAL + TEXT).hashes.tolist() == shingled(TEXT).hashes.tolist()


def test_about_a_quarter_of_the_shingles_is_sampled_by_value() -> None:
    long = " ".join(f"word{i}" for i in range(40_000))
    sample = shingled(long).sample()
    assert abs(len(sample) * SAMPLE / 40_000 - 1) < 0.05
    assert set(sample.tolist()) <= set(shingled(f"before {long} after").sample().tolist())


def test_quoted_words_are_nobodys_own() -> None:
    text = 'The envoy said: "we shall open the line again before the winter comes" and left the port of Lisk at noon.'
    found = shingled(text)
    own = [text[found.starts[i] : found.ends[i + WORDS - 1]] for i in np.flatnonzero(found.own)]
    assert own == ["and left the port of", "left the port of Lisk", "the port of Lisk at", "port of Lisk at noon"]


def test_what_is_left_out_has_no_shingles_and_offsets_stay() -> None:
    text = "Subscribe now to our daily letter. " + TEXT
    found = shingled(text, (Span(0, 35),))
    assert found.hashes.tolist() == shingled(TEXT).hashes.tolist()
    assert text[found.starts[0] : found.ends[1]] == "The ferry"
