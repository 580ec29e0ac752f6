"""Passages that texts share are found for all pairs together as they are for each alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.passages import BRIDGED, LEAST_PASSAGE, find_passages
from dragoman.compare.shingles import WORDS, shingled
from dragoman.model.spans import Span

LINE = "the ferry line across the sound of carrow was closed on friday after a storm had torn two boats away"
words = st.lists(st.sampled_from(["ferry", "sound", "envoy", "lisk"]), max_size=60)


def alone(text: list[str], other: list[str]) -> list[Span]:
    """The passages of the first that stand in the other, word by word, where a text is its words with single spaces."""
    there = {tuple(other[i : i + WORDS]) for i in range(len(other) - WORDS + 1)}
    runs: list[tuple[int, int]] = []
    for i in range(len(text) - WORDS + 1):
        if tuple(text[i : i + WORDS]) in there:
            last = i + WORDS - 1
            if runs and i - runs[-1][1] - 1 <= BRIDGED:
                runs[-1] = runs[-1][0], last
            else:
                runs.append((i, last))
    starts = np.cumsum([0, *(len(word) + 1 for word in text)]).tolist()
    kept = [run for run in runs if run[1] - run[0] + 1 >= LEAST_PASSAGE]
    return [Span(starts[first], starts[last] + len(text[last])) for first, last in kept]


@given(st.lists(words, min_size=2, max_size=5))
def test_each_pair_is_found_as_if_there_were_no_other(some: list[list[str]]) -> None:
    pairs = np.array([(i, j) for j in range(len(some)) for i in range(j)])
    for (i, j), found in zip(pairs.tolist(), find_passages([shingled(" ".join(t)) for t in some], pairs), strict=True):
        here, there = alone(some[i], some[j]), alone(some[j], some[i])
        assert (list(found.in_left), list(found.in_right)) == (here, there) if found else not (here and there)


def test_a_passage_counts_once_words_and_share() -> None:
    texts = [shingled(f"{LINE} {LINE}"), shingled(f"In a note, {LINE.title()}, without a word on why.")]
    (found,) = find_passages(texts, np.array([(0, 1)]))
    assert found is not None
    assert found.words == len(LINE.split())
    assert found.share == round(20 / 28, 3)
    assert found.in_right == (Span(11, 11 + len(LINE)),)


def test_few_words_of_a_long_text_are_no_passage() -> None:
    texts = [shingled(" ".join([part, *(f"{part}{i}" for i in range(200)), LINE])) for part in ("lisk", "carrow")]
    assert list(find_passages(texts, np.array([(0, 1)]))) == [None]


def test_a_run_of_quoted_words_alone_is_no_passage() -> None:
    texts = [shingled(f"“{LINE}” she said in Lisk"), shingled(f"Reporters in Merrin were told: “{LINE}”")]
    assert list(find_passages(texts, np.array([(0, 1)]))) == [None]


def test_no_pairs_and_texts_without_words_share_nothing() -> None:
    assert list(find_passages([], np.empty((0, 2), dtype=np.int64))) == []
    assert list(find_passages([shingled(""), shingled("of the"), shingled(LINE)], np.array([(0, 2), (1, 2)]))) == [
        None,
        None,
    ]
