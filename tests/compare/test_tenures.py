"""Who held an office on a day."""

from datetime import date, timedelta

from dragoman.compare.tenures import Attested, Tenures

OFFICE = ("foreign minister", "NO")
DAY = date(2031, 5, 14)


def held(*told: tuple[str, int]) -> Tenures[str]:
    return Tenures((OFFICE, Attested(DAY + timedelta(days), holder)) for holder, days in told)


def test_the_holder_named_before_and_after_the_day_held_the_office_on_it() -> None:
    assert held(("Berg", -60), ("Berg", 60)).holder(OFFICE, DAY) == "Berg"


def test_one_named_close_to_the_day_on_one_side_held_it() -> None:
    assert held(("Berg", -10)).holder(OFFICE, DAY) == "Berg"


def test_one_named_two_months_before_and_not_again_may_have_left() -> None:
    assert held(("Berg", -60)).holder(OFFICE, DAY) is None


def test_two_holders_near_the_day_leave_it_open() -> None:
    assert held(("Berg", -5), ("Dahl", 40)).holder(OFFICE, DAY) is None


def test_a_holder_of_years_before_does_not_count() -> None:
    assert held(("Dahl", -900), ("Berg", -5), ("Berg", 5)).holder(OFFICE, DAY) == "Berg"


def test_another_holder_between_two_days_of_one_leaves_it_open() -> None:
    assert held(("Berg", -20), ("Dahl", -3), ("Berg", 4)).holder(OFFICE, DAY) is None


def test_nothing_is_known_of_another_office() -> None:
    assert held(("Berg", 0)).holder(("king", "NO"), DAY) is None
