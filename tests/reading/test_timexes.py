"""Time expressions are found with what their words say."""

from datetime import date
from itertools import pairwise

import pytest

from dragoman.knowledge.calendar import resolve
from dragoman.language.parser import Parser
from dragoman.model.when import UNKNOWN, When, between
from dragoman.reading.timexes import find_timexes

WEDNESDAY = between(date(2031, 5, 14), date(2031, 5, 14), "stated")


def found(parser: Parser, text: str) -> list[tuple[str, str]]:
    """The words of each time expression, and its days as told by an article of Wednesday, 14 May 2031."""
    rows, previous = [], UNKNOWN
    for timex in find_timexes(parser.parse(text)):
        previous = resolve(timex, WEDNESDAY, previous)
        rows.append((text[timex.span.start : timex.span.end], _days(previous)))
    return rows


def _days(when: When) -> str:
    days = dict.fromkeys(day.isoformat() for day in (when.earliest, when.latest) if day)
    return "/".join(days)


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("They signed it on 9 November 2030.", "9 November 2030", "2030-11-09"),
        ("They signed it on November 9-10, 2030.", "November 9-10, 2030", "2030-11-09/2030-11-10"),
        ("The talks ran from 10 to 12 May.", "10 to 12 May", "2031-05-10/2031-05-12"),
        ("Talks ran from 30 April to 2 May.", "30 April to 2 May", "2031-04-30/2031-05-02"),
        ("It opened on Monday, May 12, in Lisk.", "Monday, May 12", "2031-05-12"),
        ("It opened on the 3rd of March.", "3rd of March", "2031-03-03"),
        ("LISK, Feb. 28 - Ministers met.", "Feb. 28", "2031-02-28"),
        ("The road has been closed since December 12.", "December 12", "2030-12-12"),
        ("It was published on 2031-04-01.", "2031-04-01", "2031-04-01"),
        ("It was published on 28.02.2031.", "28.02.2031", "2031-02-28"),
        ("They met on Tuesday in Lisk.", "Tuesday", "2031-05-13"),
        ("They will meet on Friday in Lisk.", "Friday", "2031-05-16"),
        ("The next round is scheduled for Monday.", "Monday", "2031-05-19"),
        ("The ministry said last week that it was late.", "last week", "2031-05-04/2031-05-11"),
        ("He spoke two days ago.", "two days ago", "2031-05-12"),
        ("They met earlier this month.", "earlier this month", "2031-05-01/2031-05-14"),
        ("They had met in January.", "January", "2031-01-01/2031-01-31"),
        ("It was agreed in late December.", "late December", "2030-12-18/2030-12-31"),
        ("It must be done by the end of the year.", "the end of the year", "2031-09-01/2031-12-31"),
        ("A treaty was drafted in mid-March 2029.", "mid-March 2029", "2029-03-08/2029-03-23"),
        ("He called the 1975 map outdated.", "1975", "1975-01-01/1975-12-31"),
        ("The war of 2015-2017 is over.", "2015-2017", "2015-01-01/2017-12-31"),
        ("She left yesterday.", "yesterday", "2031-05-13"),
        ("They spoke over the weekend.", "the weekend", "2031-05-10/2031-05-11"),
        ("The minister said earlier that it was so.", "earlier", "2031-05-14"),
        ("The move comes just two days before the vote.", "two days before", "2031-05-16"),
        ("The move comes a week before the vote.", "a week before", "2031-05-18/2031-05-24"),
    ],
)
def test_one_expression_is_found_and_resolved(parser: Parser, text: str, words: str, days: str) -> None:
    assert found(parser, text) == [(words, days)]


def test_the_following_day_counts_from_the_date_before_it(parser: Parser) -> None:
    text = "They spoke during a January 17 phone call. He said the following day that all was well."
    assert [days for _, days in found(parser, text)] == ["2031-01-17", "2031-01-18"]


def test_the_day_that_news_came_before_counts_from_the_day_told_before_it(parser: Parser) -> None:
    text = "They spoke on Monday. The call came one day before the vote."
    assert [days for _, days in found(parser, text)] == ["2031-05-12", "2031-05-13"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister may march on.",
        "They left two days before the vote.",
        "About 2000 people left the town.",
        "They cited Resolution 1973 and Article 2020.",
        "The Sunday Times reported it.",
        "They signed it before Good Friday.",
        "Turnover grew by 20.5 percent to $2020 a head.",
        "It was earlier than planned, and an earlier round failed.",
        "For two years they kept the 3+3 format.",
        "May Barran and April Tolle spoke.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(parser: Parser, text: str) -> None:
    assert found(parser, text) == []


def test_a_day_that_no_month_has_is_no_date(parser: Parser) -> None:
    assert all(timex.day is None for timex in find_timexes(parser.parse("They met on February 31 in Lisk.")))


def test_expressions_stand_apart_in_the_order_of_the_text(parser: Parser) -> None:
    text = "On 3 May, on Tuesday, May 6, in 2029 and 2030, last year and early in June 2028 they met, and again today."
    spans = [timex.span for timex in find_timexes(parser.parse(text))]
    assert len(spans) == 7
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_an_ambiguous_numeric_date_is_not_guessed(parser: Parser) -> None:
    days = [(t.day, t.month) for t in find_timexes(parser.parse("Posted 04/03/2031 and 28/03/2031."))]
    assert (28, 3) in days
    assert (4, 3) not in days
    assert (3, 4) not in days
