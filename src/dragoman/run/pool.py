"""Reading processes: each has one article at a time, so that when one dies it is known which article it had."""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import NamedTuple, Self

import msgspec

from dragoman.config import ONE_THREAD
from dragoman.errors import WorkersFailed
from dragoman.model.reading import AttributionReader, Reading
from dragoman.run.worker import Task

GRACE = 30.0
"""Seconds after an article's time is over until its process is ended: code in C may not hear the alarm."""
TRIES = 2
PROGRAM = "import sys; from dragoman.run.worker import main; main(sys.argv[1:])"


class Asked(NamedTuple):
    """A task under its key, and how often a process has died of it."""

    key: str
    task: Task
    deaths: int = 0


class Answer(NamedTuple):
    """The reading that was asked for."""

    asked: Asked
    reading: Reading


class Pool:
    """``jobs`` processes that share one copy of the models. A process that dies is replaced, and its article read once
    more; an article of which two processes died is left unread.

    Raises:
        WorkersFailed: a process ended before it could read anything.
    """

    def __init__(self, jobs: int, attribution: AttributionReader = "model") -> None:
        self._attribution = attribution
        self._programs: list[subprocess.Popen[bytes]] = []
        self._starting: set[Connection] = set()
        self._idle: list[Connection] = []
        self._busy: dict[Connection, tuple[Asked, float]] = {}
        self._pids: dict[Connection, int] = {}
        self._again: deque[Asked] = deque()
        self._decode = msgspec.msgpack.Decoder(Reading).decode
        self._encode = msgspec.msgpack.Encoder().encode
        # A fork after loading numpy is not safe on macOS: there each process loads its own models.
        alone = sys.platform == "darwin"
        for _ in range(jobs if alone else 1):
            self._start(1 if alone else jobs)

    def read(self, tasks: Iterator[Asked]) -> Iterator[Answer]:
        """The readings, in the order in which they are finished."""
        more = True
        while True:
            while self._idle and (more or self._again):
                asked = self._again.popleft() if self._again else next(tasks, None)
                if asked is None:
                    more = False
                else:
                    self._ask(self._idle.pop(), asked)
            if not (more or self._again or self._busy):
                return
            ready = wait([*self._starting, *self._busy], timeout=self._patience())
            for line in ready:
                if isinstance(line, Connection):
                    yield from self._hear(line)
            yield from self._end_late()

    def close(self) -> None:
        """Ends all processes at once, whatever they do."""
        for line in [*self._starting, *self._idle, *self._busy]:
            line.close()
        for program in self._programs:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self, lines: int) -> None:
        pairs = [Pipe() for _ in range(lines)]
        self._programs.append(
            subprocess.Popen(  # noqa: S603  # our own interpreter and module
                [sys.executable, "-c", PROGRAM, self._attribution, *(str(theirs.fileno()) for _, theirs in pairs)],
                pass_fds=[theirs.fileno() for _, theirs in pairs],
                env={**os.environ, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
                stdin=subprocess.DEVNULL,
                process_group=0,
            )
        )
        for ours, theirs in pairs:
            theirs.close()
            self._starting.add(ours)

    def _ask(self, line: Connection, asked: Asked) -> None:
        self._busy[line] = asked, time.monotonic() + asked.task.max_seconds + GRACE
        with suppress(BrokenPipeError, ConnectionResetError):  # then it is dead, which ``wait`` will tell
            line.send_bytes(self._encode(asked.task))

    def _hear(self, line: Connection) -> Iterator[Answer]:
        try:
            data = line.recv_bytes()
        except (EOFError, ConnectionResetError):
            yield from self._bury(line, "the process that read it ended")
            return
        if line in self._starting:
            self._starting.remove(line)
            self._pids[line] = int(data)
        else:
            yield Answer(self._busy.pop(line)[0], self._decode(data))
        self._idle.append(line)

    def _patience(self) -> float | None:
        return max(0.0, min(late for _, late in self._busy.values()) - time.monotonic()) if self._busy else None

    def _end_late(self) -> Iterator[Answer]:
        now = time.monotonic()
        for line in [line for line, (_, late) in self._busy.items() if late < now]:
            asked = self._busy[line][0]
            with suppress(ProcessLookupError):
                os.kill(self._pids[line], signal.SIGKILL)
            # Once is enough: it would take as long again.
            self._busy[line] = asked._replace(deaths=TRIES - 1), now
            yield from self._bury(line, f"took longer than {asked.task.max_seconds:g} seconds")

    def _bury(self, line: Connection, reason: str) -> Iterator[Answer]:
        line.close()
        if line in self._starting:
            raise WorkersFailed("the reading processes did not start; read in one process with --jobs 1")
        asked = self._busy.pop(line)[0]
        asked = asked._replace(deaths=asked.deaths + 1)
        self._start(1)
        if asked.deaths < TRIES:
            self._again.append(asked)
        else:
            yield Answer(asked, Reading(reader="", unread=reason))
