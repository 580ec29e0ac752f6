"""The days of an article's occasion, and how far apart two are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.days import Days, days_of, gap
from dragoman.language.parser import Parser
from dragoman.model.article import Article, Masthead
from dragoman.model.reading import ReadArticle, Reading
from dragoman.model.when import UNKNOWN, When, between
from dragoman.reading.timexes import find_timexes


def read(parser: Parser, text: str, published: When = UNKNOWN) -> ReadArticle:
    article = Article("a", "a.txt", text, "", "", Masthead(published=published))
    return ReadArticle(article, Reading("1", timexes=find_timexes(parser.parse(text))))


def yearless(month: int, day: int) -> Days:
    return Days(date(2000, month, day), date(2000, month, day), yearless=True)


def test_the_day_of_publication_comes_before_what_the_lead_says(parser: Parser) -> None:
    day = date(2031, 5, 14)
    found = days_of(read(parser, "They met on 12 May in Lisk.", between(day, day, "given")))
    assert found == Days(day, day)


def test_an_inferred_day_of_publication_does_not_count(parser: Parser) -> None:
    day = date(2031, 5, 14)
    assert days_of(read(parser, "They met in Lisk.", between(day, day, "inferred"))) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in Lisk on May 12.", yearless(5, 12)),
        ("The envoy, left, in Lisk on May 12\n\nEnvoy in Lisk", yearless(5, 12)),
        ("He spoke on Monday, May 12, after talks.", yearless(5, 12)),
        ("They met on 12 May 2031 in Lisk.", Days(date(2031, 5, 12), date(2031, 5, 12))),
        ("The line has been closed since December 2.", None),
        ("The declaration of May 12 says nothing of it.", None),
        ("On 3 March 2019 it began. They met on 12 May 2031.", Days(date(2031, 5, 12), date(2031, 5, 12))),
        ("They will meet on June 3.", None),
        ("They met on Friday.", None),
        ("word " * 300 + "They met on May 12.", None),
    ],
)
def test_the_lead_says_when_the_occasion_was(parser: Parser, text: str, found: Days | None) -> None:
    assert days_of(read(parser, text)) == found


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        (Days(date(2031, 5, 1), date(2031, 5, 31)), Days(date(2031, 5, 12), date(2031, 5, 12)), 0),
        (Days(date(2031, 5, 1), date(2031, 5, 2)), Days(date(2031, 5, 12), date(2031, 5, 12)), 10),
        (Days(date(2031, 1, 1), date(2031, 1, 1)), yearless(12, 30), 2),
        (yearless(12, 30), yearless(1, 2), 3),
        (yearless(2, 29), Days(date(2031, 3, 1), date(2031, 3, 1)), 0),
        (yearless(2, 28), yearless(7, 25), 148),
    ],
)
def test_a_gap_takes_the_years_that_bring_days_nearest(left: Days, right: Days, days: int) -> None:
    assert gap(left, right) == days == gap(right, left)


some_days = st.one_of(
    st.builds(
        lambda day, length: Days(day, date.fromordinal(day.toordinal() + length)),
        st.dates(date(1999, 1, 1), date(2040, 12, 31)),
        st.integers(0, 40),
    ),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: Days(day, day, yearless=True)),
)


@given(some_days, some_days)
def test_a_gap_is_the_same_from_both_sides_and_nought_to_itself(left: Days, right: Days) -> None:
    assert gap(left, right) == gap(right, left) >= 0
    assert gap(left, left) == 0
