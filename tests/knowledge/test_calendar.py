"""Every date that words name contains the day that was meant."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.calendar import resolve, years_when
from dragoman.model.reading import Timex, Unit
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, When, between

HERE = Span(0, 1)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
WEDNESDAY = date(2031, 5, 14)


def on(day: date) -> When:
    return between(day, day, "stated")


def days(timex: Timex, anchor: When, previous: When | None = None) -> tuple[date | None, date | None]:
    found = resolve(timex, anchor, previous)
    return found.earliest, found.latest


def holds(timex: Timex, anchor: date, day: date) -> bool:
    found = resolve(timex, on(anchor))
    assert found.earliest is not None
    assert found.latest is not None
    return found.earliest <= day <= found.latest


@given(DAYS, st.integers(0, 6))
def test_a_weekday_with_a_past_verb_is_the_one_day_of_the_last_seven(published: date, ago: int) -> None:
    meant = published - timedelta(days=ago)
    found = resolve(Timex(HERE, weekday=meant.weekday(), tense="past"), on(published))
    assert found.day == meant


@given(DAYS, st.integers(-6, 6))
def test_a_weekday_without_a_tense_spans_the_days_on_both_sides(published: date, away: int) -> None:
    meant = published + timedelta(days=away)
    assert holds(Timex(HERE, weekday=meant.weekday()), published, meant)


@given(DAYS, st.integers(0, 360))
def test_a_month_and_day_with_a_past_verb_is_the_last_one(published: date, ago: int) -> None:
    meant = published - timedelta(days=ago)
    found = resolve(Timex(HERE, month=meant.month, day=meant.day, tense="past"), on(published))
    assert found.day == meant


@given(DAYS, st.integers(-120, 120))
def test_a_month_and_day_without_a_tense_is_in_the_nearer_year(published: date, away: int) -> None:
    meant = published + timedelta(days=away)
    assert holds(Timex(HERE, month=meant.month, day=meant.day), published, meant)


@given(DAYS, st.integers(-13, 13))
def test_last_this_and_next_week_hold_their_days_whether_weeks_begin_on_sunday_or_monday(day: date, away: int) -> None:
    meant = day + timedelta(days=away)
    for first in (0, 6):
        begin = day - timedelta(days=(day.weekday() - first) % 7)
        shift = (meant - begin).days // 7
        assert holds(Timex(HERE, shift=shift, unit="week"), day, meant)
        assert holds(Timex(HERE, shift=shift, unit="week", weekday=meant.weekday()), day, meant)


@given(DAYS, st.integers(1, 40), st.sampled_from([("day", 1), ("week", 7)]))
def test_so_many_days_or_weeks_ago_hold_the_day(day: date, count: int, unit: tuple[Unit, int]) -> None:
    assert holds(Timex(HERE, shift=-count, unit=unit[0], exact=False), day, day - timedelta(days=count * unit[1]))


@given(DAYS, DAYS)
def test_the_months_and_years_of_a_day_hold_it(day: date, meant: date) -> None:
    shift = (meant.year - day.year) * 12 + meant.month - day.month
    assert holds(Timex(HERE, shift=shift, unit="month"), day, meant)
    assert holds(Timex(HERE, shift=meant.year - day.year, unit="year"), day, meant)
    assert holds(Timex(HERE, shift=shift, unit="month", exact=False), day, day + timedelta(days=round(shift * 30.44)))


@given(DAYS)
def test_a_full_date_is_itself_whatever_the_day_of_publication(day: date) -> None:
    timex = Timex(HERE, day.year, day.month, day.day)
    for anchor in (UNKNOWN, on(WEDNESDAY)):
        found = resolve(timex, anchor)
        assert (found.day, found.basis) == (day, "stated")


@given(DAYS, st.integers(0, 6), st.integers(0, 6))
def test_an_uncertain_day_of_publication_gives_all_that_it_allows(day: date, width: int, ago: int) -> None:
    anchor = between(day, day + timedelta(days=width), "inferred")
    for published in (day, day + timedelta(days=width)):
        meant = published - timedelta(days=ago)
        found = resolve(Timex(HERE, weekday=meant.weekday(), tense="past"), anchor)
        assert found.earliest is not None
        assert found.latest is not None
        assert found.earliest <= meant <= found.latest


@pytest.mark.parametrize(
    ("timex", "first", "last"),
    [
        (Timex(HERE, 2030, 11, 9, last_day=10), date(2030, 11, 9), date(2030, 11, 10)),
        (Timex(HERE, 2030, 12, 30, last_month=1, last_day=2), date(2030, 12, 30), date(2031, 1, 2)),
        (Timex(HERE, 2029, last_year=2030), date(2029, 1, 1), date(2030, 12, 31)),
        (Timex(HERE, 2030, 2, part="late"), date(2030, 2, 18), date(2030, 2, 28)),
        (Timex(HERE, month=12, part="late", tense="past"), date(2030, 12, 18), date(2030, 12, 31)),
        (Timex(HERE, shift=0, unit="year", part="late"), date(2031, 9, 1), date(2031, 12, 31)),
        (Timex(HERE, shift=0, unit="month", bound="before"), date(2031, 5, 1), WEDNESDAY),
        (Timex(HERE, shift=0, unit="week", bound="after"), WEDNESDAY, date(2031, 5, 18)),
        (Timex(HERE, weekday=1, shift=-1, unit="week", exact=False), date(2031, 5, 6), date(2031, 5, 13)),
        (Timex(HERE, weekday=4, shift=1, unit="week", exact=False), date(2031, 5, 16), date(2031, 5, 23)),
        (Timex(HERE, shift=0, unit="weekend", tense="past"), date(2031, 5, 10), date(2031, 5, 11)),
        (Timex(HERE, shift=1, unit="weekend"), date(2031, 5, 17), date(2031, 5, 25)),
        (Timex(HERE, month=5, day=14, weekday=1, tense="past"), WEDNESDAY, WEDNESDAY),
        (Timex(HERE, bound="before"), None, WEDNESDAY),
    ],
)
def test_words_span_the_days_that_they_allow(timex: Timex, first: date | None, last: date) -> None:
    assert days(timex, on(WEDNESDAY)) == (first, last)


def test_the_following_day_counts_from_the_date_before_it_and_says_so() -> None:
    found = resolve(Timex(HERE, shift=1, unit="day", anchor="previous"), UNKNOWN, on(date(2031, 1, 17)))
    assert found.day == date(2031, 1, 18)
    assert found.reason == "counted from the date named before it (17 January 2031)"


def test_without_a_day_to_count_from_relative_words_name_no_day() -> None:
    assert resolve(Timex(HERE, weekday=1), UNKNOWN) == UNKNOWN
    assert resolve(Timex(HERE, shift=-1, unit="day", anchor="previous"), on(WEDNESDAY)) == UNKNOWN


def test_days_beyond_the_calendar_are_unknown() -> None:
    assert resolve(Timex(HERE, shift=-9999, unit="year"), on(WEDNESDAY)) == UNKNOWN
    assert resolve(Timex(HERE, shift=-31, unit="day"), on(date(1, 1, 3))) == UNKNOWN


def test_a_weekday_and_a_date_fit_few_years() -> None:
    assert years_when(2, 5, 14, range(2026, 2033)) == (2031,)
    assert years_when(1, 2, 29, range(2001, 2033)) == (2028,)
