"""One article's work cannot stop the run."""

import threading
import time
from contextlib import suppress

from dragoman.run.guard import Failed, guarded


def endless() -> None:
    while True:
        with suppress(Exception):
            time.sleep(0.01)


def test_work_that_never_ends_is_ended_even_where_it_swallows_every_exception() -> None:
    assert guarded(endless, 0.05) == Failed("took longer than 0.05 seconds")


def test_an_error_of_any_kind_becomes_a_reason_that_names_it() -> None:
    def deep() -> int:
        return deep() + 1

    found = guarded(deep, 60)
    assert isinstance(found, Failed)
    assert "RecursionError" in found.reason
    assert guarded(lambda: {"a": 1}["no\nkey"], 60) == Failed("could not be read (KeyError: 'no\\nkey')")


def test_work_that_ends_in_time_gives_its_result_and_no_alarm_rings_later() -> None:
    assert guarded(lambda: 7, 0.02) == 7
    time.sleep(0.05)


def test_outside_the_main_thread_work_is_done_without_an_alarm() -> None:
    def slow() -> int:
        time.sleep(0.05)
        return 7

    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(guarded(slow, 0.01)))
    thread.start()
    thread.join()
    assert found == [7]
