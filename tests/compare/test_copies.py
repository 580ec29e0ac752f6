"""Text that stands in two articles is found: the same article, or passages of it."""

from datetime import date
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.copies import (
    LEAST_SHARED,
    LEAST_SHINGLES,
    find_copies,
    same_text_joins,
    same_texts,
    sharing,
)
from dragoman.compare.passages import SHARE
from dragoman.compare.shingles import SAMPLE
from dragoman.model.article import Article, Masthead
from dragoman.model.reading import ReadArticle, Reading
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, between

OWN = (
    "The ferry line across the Sound of Carrow was closed on Friday after a storm had torn two of its nine boats from "
    "their moorings, and officials in Lisk could not say when passengers and lorries would be able to cross again. "
    "Fishermen in Merrin had warned for years that the northern pier was too short for boats of that size."
)
OTHER = (
    "Parliament in Carrow voted on a budget for the coming year late on Thursday, with the opposition absent from the "
    "chamber in protest against a rule that cuts the time for speeches to four minutes for each member of the house."
)
SPEECH = (
    "“We shall open the line again before the winter comes, because a country of islands cannot wait for boats, and "
    "because nobody who lives in the north should have to fly by way of the capital to see a doctor in the next town,”"
)


def article(name: str, text: str, outlet: str | None = None, day: date | None = None) -> ReadArticle:
    published = between(day, day, "given") if day else UNKNOWN
    return ReadArticle(Article(name, name, text, "", "", Masthead(outlet=outlet, published=published)), Reading("1"))


def texts(readings: list[ReadArticle]) -> list[list[str]]:
    by_id = {read.article.id: read.article.text for read in readings}
    return [[by_id[copy.left][s:e] for s, e in copy.in_left] for copy in find_copies(readings, {}, {})]


def test_a_passage_in_two_articles_is_found_in_both() -> None:
    readings = [article("a", f"{OTHER}\n{OWN}"), article("b", f"{OWN}\nMore on this later."), article("c", OTHER[:60])]
    (copy,) = find_copies(readings, {}, {})
    assert (copy.left, copy.right) == ("a", "b")
    assert texts(readings) == [[OWN.rstrip(".")]]
    assert copy.words == len(OWN.split())
    assert 0.8 < copy.share < 1


def test_a_few_changed_words_do_not_break_a_passage() -> None:
    changed = OWN.replace("torn two of its nine boats", "torn three of the nine boats")
    assert [len(passages) for passages in texts([article("a", OWN), article("b", changed)])] == [1]


def test_a_common_quotation_is_no_copy() -> None:
    readings = [article("a", f"{SPEECH} she said in Lisk."), article("b", f"Ilva Toren told reporters: {SPEECH}")]
    assert find_copies(readings, {}, {}) == []


def test_one_outlet_does_not_copy_itself() -> None:
    assert find_copies([article("a", OWN, "Lisk Herald"), article("b", OWN + OTHER, "Lisk Herald")], {}, {}) == []
    assert find_copies([article("a", OWN, "Lisk Herald"), article("b", OWN + OTHER, "Carrow Post")], {}, {})


def test_furniture_is_no_passage() -> None:
    readings = [article("a", f"{OWN}\n{OTHER}"), article("b", f"{OWN}\n{SPEECH}")]
    assert find_copies(readings, {"a": (Span(0, len(OWN)),)}, {}) == []


def test_what_many_articles_share_is_a_phrase() -> None:
    assert find_copies([article(f"{i:03}", f"{OWN} {i}") for i in range(60)], {}, {}) == []


samples = st.lists(st.sets(st.integers(0, 60), max_size=40), max_size=8)


@given(samples)
def test_the_index_brings_together_the_pairs_that_share_enough(some: list[set[int]]) -> None:
    def copied(one: set[int], other: set[int]) -> bool:
        enough = min(LEAST_SHINGLES / SAMPLE, SHARE * min(len(one), len(other)))
        return len(one & other) >= max(LEAST_SHARED, enough)

    pairs = sharing(np.array(sorted(each), dtype=np.uint64) for each in some)
    assert pairs.tolist() == [[i, j] for i, j in combinations(range(len(some)), 2) if copied(some[i], some[j])]


def test_the_same_text_is_found_whatever_its_white_space_and_the_earliest_is_first() -> None:
    readings = [
        article("a", OWN, day=date(2031, 5, 4)),
        article("b", OWN.replace(" ", "\n "), day=date(2031, 5, 3)),
        article("c", OWN),
        article("d", OTHER),
    ]
    assert same_texts(readings) == {"a": "b", "c": "b"}
    assert find_copies(readings, {}, same_texts(readings)) == []
    assert [(join.left.article, join.right.article) for join in same_text_joins(same_texts(readings))] == [
        ("b", "a"),
        ("b", "c"),
    ]


def test_without_days_the_first_in_order_is_first() -> None:
    assert same_texts([article("a", OWN), article("b", OWN)]) == {"b": "a"}
