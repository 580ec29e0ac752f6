"""Attributions as tags and back, and runs of tags paired to attributions."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.language.wordpieces import WordPieces, load_wordpieces
from dragoman.model.spans import Span
from dragoman.reading.attribution.pairing import REACH, pair
from dragoman.reading.attribution.tags import TAG_OF, TAGS, Attribution, best, encode, runs

SCORES = st.integers(0, 40).flatmap(
    lambda n: st.tuples(
        arrays(np.float32, (n, len(TAGS)), elements=st.floats(-9, 9, width=32)),
        arrays(np.int64, n, elements=st.integers(0, 1)),
    )
)


@pytest.fixture(scope="module")
def cutter() -> WordPieces:
    return load_wordpieces(Path(str(files("dragoman") / "weights" / "attribution_vocabulary.txt")))


def spans(text: str, *found: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(words), text.index(words) + len(words)) for words in found)


def there_and_back(cutter: WordPieces, text: str, *given: Attribution) -> list[Attribution]:
    pieces = cutter.cut(text)
    return pair(pieces, encode(pieces, given), text)


@given(both=SCORES)
def test_the_best_tags_are_always_well_formed(both: tuple[np.ndarray, np.ndarray]) -> None:
    scores, inner = both
    names = ["O", *(TAGS[tag] for tag in best(scores, inner))]
    for before, tag, within in zip(names, names[1:], inner, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]
        assert not within or before == "O" == tag or tag.startswith("I-") or before == names[0]


def test_without_constraints_in_the_way_the_best_tag_of_each_piece_wins() -> None:
    wanted = [TAG_OF[tag] for tag in ("B-source-R", "B-cue", "B-content-L", "I-content-L", "O")]
    scores = np.full((5, len(TAGS)), -5, dtype=np.float32)
    scores[range(5), wanted] = 5
    assert best(scores, np.zeros(5, dtype=np.int64)).tolist() == wanted


def test_no_role_ends_within_a_word() -> None:
    scores = np.zeros((2, len(TAGS)), dtype=np.float32)
    scores[0, TAG_OF["B-cue"]] = 3
    scores[1, TAG_OF["O"]] = 1
    assert [TAGS[tag] for tag in best(scores, np.array([0, 1]))] == ["B-cue", "I-cue"]


def test_runs_that_touch_stay_apart_where_the_second_begins() -> None:
    tags = [TAG_OF[tag] for tag in ("B-cue", "I-cue", "B-cue", "O", "B-content-L")]
    assert [(run.role, run.side, run.first, run.end) for run in runs(tags)] == [
        ("cue", None, 0, 2),
        ("cue", None, 2, 3),
        ("content", "left", 4, 5),
    ]


def test_a_plain_attribution_comes_back(cutter: WordPieces) -> None:
    text = "Minister Lorn said the road is closed."
    one = Attribution(spans(text, "Minister Lorn"), spans(text, "said"), spans(text, "the road is closed"))
    assert there_and_back(cutter, text, one) == [one]


def test_a_quotation_that_its_cue_interrupts_comes_back_as_one(cutter: WordPieces) -> None:
    text = "“We wait,” she said. “We hope.”"
    one = Attribution(spans(text, "she"), spans(text, "said"), spans(text, "“We wait,”", "“We hope.”"))
    assert there_and_back(cutter, text, one) == [one]


def test_of_two_cues_the_side_tells_whose_content_it_is(cutter: WordPieces) -> None:
    text = "Velmar has agreed, Lorn said; Ostrand denied that it had."
    first = Attribution(spans(text, "Lorn"), spans(text, "said"), spans(text, "Velmar has agreed"))
    second = Attribution(spans(text, "Ostrand"), spans(text, "denied"), spans(text, "that it had"))
    assert there_and_back(cutter, text, first, second) == [first, second]


def test_a_second_cue_of_the_sentence_shares_the_source(cutter: WordPieces) -> None:
    text = "Lorn said it was late and vowed to return. Nobody added a word."
    first = Attribution(spans(text, "Lorn"), spans(text, "said"), spans(text, "it was late"))
    second = Attribution((), spans(text, "vowed"), spans(text, "to return"))
    third = Attribution((), spans(text, "added"), spans(text, "a word"))
    assert [a.source for a in there_and_back(cutter, text, first, second, third)] == [first.source, first.source, ()]


def test_words_of_another_paragraph_are_no_content_unless_quoted(cutter: WordPieces) -> None:
    text = "Talks go on\n“We wait.”\nLorn said."
    plain = Attribution((), spans(text, "said"), spans(text, "Talks go on"))
    quoted = Attribution((), spans(text, "said"), spans(text, "“We wait.”"))
    assert there_and_back(cutter, text, plain) == []
    assert there_and_back(cutter, text, quoted) == [quoted]


def test_a_content_too_far_from_every_cue_is_nobodys(cutter: WordPieces) -> None:
    text = "Lorn said" + " so" * (REACH + 2) + " yes"
    one = Attribution((), spans(text, "said"), spans(text, "yes"))
    assert there_and_back(cutter, text, one) == []
