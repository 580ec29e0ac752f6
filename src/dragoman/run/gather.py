"""From paths to articles, one at a time."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.clean import clean
from dragoman.fetch import fetch
from dragoman.model.article import Article, Dropped, Page
from dragoman.run.guard import Failed, guarded


class Gathered(NamedTuple):
    """An article, and where it lies: its file's absolute path with all links followed, or ``-`` for standard input."""

    article: Article
    origin: str


def gather(paths: Iterable[Path], drop: Callable[[Dropped], None], max_seconds: float) -> Iterator[Gathered]:
    """Every article at the paths; what is none goes to ``drop`` with its reason.

    Raises:
        InputNotFound: a path does not exist.
    """
    for page in fetch(paths):
        found = page if isinstance(page, Dropped) else cleaned(page, max_seconds)
        if isinstance(found, Dropped):
            drop(found)
        elif isinstance(page, Page):
            yield Gathered(found, origin(page.file) if page.file else page.source)


def cleaned(page: Page, max_seconds: float) -> Article | Dropped:
    """The article on the page, or the reason why there is none, whatever the page holds."""
    found = guarded(lambda: clean(page), max_seconds)
    return Dropped(page.source, "clean", found.reason) if isinstance(found, Failed) else found


def origin(path: str | Path) -> str:
    """The absolute path in a form that can be stored: bytes of a name that are no UTF-8 are written as escapes."""
    return os.fsencode(os.path.realpath(path)).decode("utf-8", "backslashreplace")
