"""A date agrees with the words that it is read from and printed in, or it does not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.when import Basis, When
from dragoman.verify.days import MONTHS, agrees, printed_as, printed_in


def when(earliest: str, latest: str = "", basis: Basis = "stated") -> When:
    return When(date.fromisoformat(earliest), date.fromisoformat(latest or earliest), basis=basis)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("14 May 2031", when("2031-05-14")),
        ("May 14", when("2031-05-14")),
        ("14.05.2031", when("2031-05-14")),
        ("Wednesday, 14th of May", when("2031-05-14")),
        ("Sept. 3", when("2031-09-03")),
        ("3-5 May", when("2031-05-03", "2031-05-05")),
        ("29 May to 2 June", when("2031-05-29", "2031-06-02")),
        ("May 2031", when("2031-05-01", "2031-05-31")),
        ("early 2031", when("2031-01-01", "2031-04-30")),
        ("last week", when("2031-05-05", "2031-05-11")),
        ("two days after 9 May", when("2031-05-11", basis="inferred")),
    ],
)
def test_words_that_say_the_days_agree_with_them(said: str, days: When) -> None:
    assert agrees(days, said)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("14 May 2031", when("2031-05-15")),
        ("14 May 2031", when("2031-06-14")),
        ("14 May 2031", when("2030-05-14")),
        ("on Wednesday", when("2031-05-15")),
        ("May 2031", when("2031-06-01", "2031-06-30")),
        ("14 May", when("2031-05-15", basis="inferred")),
    ],
)
def test_words_that_say_another_day_do_not_agree(said: str, days: When) -> None:
    assert not agrees(days, said)


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("14 May 2031", when("2031-05-14")),
        ("3 to 5 May 2031", when("2031-05-03", "2031-05-05")),
        ("30 May to 2 June 2031", when("2031-05-30", "2031-06-02")),
        ("30 December 2030 to 2 January 2031", when("2030-12-30", "2031-01-02")),
        ("May 2031", when("2031-05-01", "2031-05-31")),
        ("May to June 2031", when("2031-05-01", "2031-06-30")),
        ("December 2030 to January 2031", when("2030-12-01", "2031-01-31")),
        ("2031", when("2031-01-01", "2031-12-31")),
        ("2030 to 2031", when("2030-01-01", "2031-12-31")),
        ("after 14 May 2031", When(date(2031, 5, 14), None)),
        ("no date", When()),
    ],
)
def test_a_date_is_printed_as_its_days(printed: str, days: When) -> None:
    assert printed_as(days, printed)
    assert printed_in(days, f"The 12 ministers met ({printed}) for 3 hours.")


@given(st.dates(), st.dates())
def test_a_printed_day_is_no_other_day(printed: date, meant: date) -> None:
    words = f"{printed.day} {MONTHS[printed.month - 1].title()} {printed.year}"
    assert printed_as(When(meant, meant), words) is (printed == meant)
