"""One article's work, so bounded that nothing it does can stop the run."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Failed(NamedTuple):
    """Why the work gave nothing."""

    reason: str


class TimeUp(BaseException):
    """The time is over. Not an ``Exception``: libraries that swallow those would swallow this."""


def guarded(work: Callable[[], T], max_seconds: float) -> T | Failed:
    """What the work gives, or why it gives nothing: its time was over, or it met an error of any kind.

    The time is kept by an alarm, which reaches the main thread alone and runs between two steps of the interpreter. In
    other threads, and on systems without alarms, the work takes as long as it takes.
    """
    try:
        with _alarm(max_seconds):
            return work()
    except TimeUp:
        return Failed(f"took longer than {max_seconds:g} seconds")
    except Exception as error:  # noqa: BLE001  # the one place where all errors are drops
        # Articles are other people's bytes and meet code of many libraries: whatever one of them raises costs this
        # article alone, and is reported with it.
        said = " ".join(str(error).split())[:200]
        return Failed(f"could not be read ({type(error).__name__}: {said})")


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    # Rings again and again: the first may fall into a callback whose exceptions C code drops.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TimeUp
