"""Which words one outlet uses more than the others do, in its own voice."""

from math import isclose, log, sqrt

from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.wordings import LEAST_ARTICLES, PRIOR, find_wordings, z_score
from dragoman.model.article import Article, Masthead
from dragoman.model.reading import ReadArticle, Reading, Statement
from dragoman.model.spans import Span

COUNTS = st.tuples(st.integers(0, 400), st.integers(500, 5000))


FILLER = ". ".join(a + b + c for a in "bcdfgklm" for b in "aeiou" for c in "nrst") + "."
"""Words that all articles share, none in a pair, as most of a language's words are."""


def articles(outlet: str, text: str, count: int = LEAST_ARTICLES) -> list[ReadArticle]:
    """So many articles with one text, which name themselves apart."""
    head = Masthead(outlet=outlet, language="en")
    return [
        ReadArticle(Article(f"{outlet}{n}", f"{outlet}{n}", f"{text}\n{FILLER}", str(n), "", head), Reading("1", "en"))
        for n in range(count)
    ]


def test_the_score_is_the_log_odds_ratio_over_its_deviation() -> None:
    odds = log((30 + 5) / (1000 + PRIOR - 30 - 5)) - log((10 + 5) / (2000 + PRIOR - 10 - 5))
    assert isclose(z_score((30, 1000), (10, 2000), 5.0), odds / sqrt(1 / 35 + 1 / 15))


@given(COUNTS, COUNTS)
def test_what_is_more_for_the_one_is_less_for_the_other(own: tuple[int, int], others: tuple[int, int]) -> None:
    assert isclose(z_score(own, others, 3.0), -z_score(others, own, 3.0), abs_tol=1e-9)


def test_an_outlets_own_words_are_found_with_their_places() -> None:
    rows = find_wordings([*articles("Post", "Grey patrols crossed."), *articles("Voice", "Bandits crossed.")], {}, {})
    found = {(row.outlet, row.term): row for row in rows}
    assert found["Voice", "bandits"].count == LEAST_ARTICLES
    assert len(found["Voice", "bandits"].places) == LEAST_ARTICLES
    assert ("Post", "grey patrols") in found
    assert not {term for _, term in found} & {"crossed"}


def test_words_that_others_say_are_not_the_outlets() -> None:
    said = Statement((Span(8, 15),), (), (Span(3, 7),), "indirect")
    quoting = [
        read._replace(reading=Reading("1", "en", statements=(said,)))
        for read in articles("Voice", "He said bandits. “Robbers!”")
    ]
    assert find_wordings([*articles("Post", "Patrols crossed."), *quoting], {}, {}) == tuple(
        row for row in find_wordings([*articles("Post", "Patrols crossed."), *quoting], {}, {}) if row.outlet == "Post"
    )


def test_an_outlet_with_few_articles_has_no_wording() -> None:
    few = articles("Voice", "Bandits crossed.", LEAST_ARTICLES - 1)
    rows = find_wordings([*articles("Post", "Grey patrols crossed."), *few], {}, {})
    assert {row.outlet for row in rows} == {"Post"}


def test_articles_with_one_text_count_once() -> None:
    copies = articles("Voice", "Bandits crossed.")
    same = {read.article.id: copies[0].article.id for read in copies[1:]}
    rows = find_wordings([*articles("Post", "Grey patrols crossed."), *copies], {}, same)
    assert "Voice" not in {row.outlet for row in rows}


def test_an_outlets_name_is_none_of_its_words() -> None:
    rows = find_wordings([*articles("Post", "Post riders crossed."), *articles("Voice", "Bandits crossed.")], {}, {})
    assert not any("post" in row.term for row in rows)


def test_words_cut_from_a_longer_name_are_no_wording() -> None:
    text = "The old New Carrow harbour crossed. The Grey Republic crossed."
    rows = find_wordings([*articles("Post", "Patrols crossed."), *articles("Voice", text)], {}, {})
    terms = {row.term for row in rows if row.outlet == "Voice"}
    assert "grey republic" in terms
    assert not terms & {"carrow", "republic", "grey", "carrow harbour"}
