"""Reading processes give what one process gives, and survive their own deaths."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman import compile_record
from dragoman.clean import clean
from dragoman.errors import WorkersFailed
from dragoman.model.article import Article, Page
from dragoman.model.codec import dump
from dragoman.model.ids import sha256
from dragoman.model.reading import Reading
from dragoman.reading import Reader
from dragoman.run import pool as pool_module
from dragoman.run.cache import seen
from dragoman.run.pool import Asked, Pool
from dragoman.run.worker import Task, read_one
from tests.run.invented import text

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def task(number: int, max_seconds: float = 60) -> Asked:
    data = text(number).encode()
    article = clean(Page(f"{number}.txt", data, "text", sha256(data)))
    assert isinstance(article, Article)
    return Asked(str(number), Task(seen(article), max_seconds))


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(2) as two:
        yield two


def test_processes_give_the_readings_that_one_process_gives(pool: Pool, reader: Reader) -> None:
    tasks = [task(number) for number in range(12)]
    found = {answer.asked.key: answer.reading for answer in pool.read(iter(tasks))}
    assert found == {asked.key: read_one(reader, asked.task) for asked in tasks}


def long_task(number: int, max_seconds: float = 60) -> Asked:
    """One that takes seconds."""
    article = task(number).task.article
    return Asked(str(number), Task(replace(article, text=article.text * 60), max_seconds))


@contextmanager
def befalls(pool: Pool, signal_number: int, times: int) -> Iterator[list[int]]:
    """Sends a signal to so many processes of the pool, each while it has an article."""
    hit: list[int] = []

    def strike() -> None:
        while len(hit) < times:
            for line in list(pool._busy):
                pid = pool._pids.get(line)
                if pid and pid not in hit and len(hit) < times:
                    time.sleep(0.05)
                    os.kill(pid, signal_number)
                    hit.append(pid)
            time.sleep(0.001)

    thread = threading.Thread(target=strike, daemon=True)
    thread.start()
    yield hit
    thread.join(timeout=60)


def test_an_article_whose_process_is_killed_is_read_by_another(pool: Pool) -> None:
    tasks = [long_task(20), *(task(number) for number in range(21, 30))]
    with befalls(pool, signal.SIGKILL, 1) as hit:
        answers = list(pool.read(iter(tasks)))
    assert len(hit) == 1
    assert {answer.asked.key for answer in answers} == {asked.key for asked in tasks}
    assert not any(answer.reading.unread for answer in answers)
    assert all(len(answer.reading.statements) > 1 for answer in answers)


def test_an_article_of_which_two_processes_died_is_left_unread(pool: Pool) -> None:
    with befalls(pool, signal.SIGKILL, 2):
        answers = list(pool.read(iter([long_task(30)])))
    assert [answer.reading for answer in answers] == [Reading("", unread="the process that read it ended")]


def test_a_process_that_hears_no_alarm_is_ended(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "GRACE", 0.5)
    with befalls(pool, signal.SIGSTOP, 1):
        answers = list(pool.read(iter([long_task(31, max_seconds=1)])))
    assert [answer.reading.unread for answer in answers] == ["took longer than 1 seconds"]


def test_an_article_over_its_time_is_left_unread_and_the_next_is_read(pool: Pool) -> None:
    answers = {a.asked.key: a.reading for a in pool.read(iter([long_task(32, max_seconds=0.2), task(33)]))}
    assert answers["32"].unread == "took longer than 0.2 seconds"
    assert answers["33"].statements


def test_processes_that_do_not_start_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "PROGRAM", "raise SystemExit(1)")
    with Pool(2) as broken, pytest.raises(WorkersFailed, match="--jobs 1"):
        list(broken.read(iter([task(1)])))


def test_no_process_stays_when_the_pool_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "PROGRAM", "import time; time.sleep(600)")
    with Pool(2) as sleeping:
        (program,) = sleeping._programs
        assert program.poll() is None
    assert program.poll() == -signal.SIGKILL


def test_the_record_is_the_same_for_any_number_of_jobs_and_order_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.run.readings.PAYS", 1)
    files = sorted(path for path in EXAMPLES.iterdir() if path.suffix != ".csv")
    records = [
        dump(compile_record(files, jobs=1)),
        dump(compile_record(files, jobs=3)),
        dump(compile_record(files[::-1], jobs=2)),
    ]
    assert records[0] == records[1] == records[2]
