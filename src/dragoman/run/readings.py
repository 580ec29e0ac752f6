"""Articles read: from the store where they were read before, else by this process or by several."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from dragoman.config import MAX_CHARACTERS
from dragoman.model.article import Article
from dragoman.model.reading import AttributionReader, ReadArticle, Reading
from dragoman.reading import load_reader
from dragoman.run.cache import key, made_by, seen
from dragoman.run.gather import Gathered
from dragoman.run.options import Options
from dragoman.run.pool import Answer, Asked, Pool
from dragoman.run.worker import Task, read_one
from dragoman.store.protocol import Store

PAYS = 100_000
"""Code points to be read from which several processes are sooner done than one: a tenth of a minute of reading, against
half a second that starting them takes longer.
"""
BATCH = 16
"""Readings kept at a time: what is lost at most where a run is killed."""


class Desk:
    """Reads articles and keeps what it read. ``articles`` are those that passed, with their keys."""

    def __init__(self, store: Store, options: Options) -> None:
        self._store = store
        self._options = options
        self._articles: list[tuple[Article, str]] = []
        self._readings: dict[str, Reading | None] = {}
        self._texts: list[tuple[str, str, str]] = []
        self._fresh: list[tuple[str, str, Reading]] = []
        self._read = 0

    def read(self, gathered: Iterable[Gathered]) -> list[ReadArticle]:
        """The articles with their readings, in the order in which they came."""
        try:
            for asked, reading in self._carried_out(self._unread(gathered)):
                self._readings[asked.key] = reading
                self._read += 1
                if reading.reader:
                    self._fresh.append((asked.key, asked.task.article.text_sha256, reading))
                if len(self._fresh) >= BATCH:
                    self._keep()
                self._tell()
        finally:
            self._keep()  # what was read before an interruption need not be read again
        return [ReadArticle(article, self._readings[name] or Reading("")) for article, name in self._articles]

    def _unread(self, gathered: Iterable[Gathered]) -> Iterator[Asked]:
        """What has to be read, each text once."""
        for article, origin in gathered:
            view = seen(article)
            name = key(view, made_by(self._options.attribution))
            self._articles.append((article, name))
            self._texts.append((article.text_sha256, origin, article.text))
            if name not in self._readings:
                self._readings[name] = self._known(article, name)
                if self._readings[name] is None:
                    yield Asked(name, Task(view, self._options.max_seconds))
                else:
                    self._read += 1
            self._tell()

    def _known(self, article: Article, name: str) -> Reading | None:
        if len(article.text) > MAX_CHARACTERS:
            return Reading(reader="", unread=f"longer than {MAX_CHARACTERS:,} characters")
        return self._store.reading(name)

    def _carried_out(self, tasks: Iterator[Asked]) -> Iterator[Answer]:
        first, size = [], 0
        while size < PAYS and (asked := next(tasks, None)):
            first.append(asked)
            size += len(asked.task.article.text)
        everything = chain(first, tasks)
        if size < PAYS or self._options.jobs == 1 or not hasattr(os, "fork"):
            yield from alone(everything, self._options.attribution)
        else:
            with Pool(self._options.jobs, self._options.attribution) as pool:
                yield from pool.read(everything)

    def _keep(self) -> None:
        self._store.keep(self._fresh, self._texts)
        self._fresh, self._texts = [], []

    def _tell(self) -> None:
        self._options.progress(self._read, len(self._readings))


def alone(tasks: Iterator[Asked], attribution: AttributionReader = "model") -> Iterator[Answer]:
    """The readings, made by this process; the models are loaded for the first."""
    decode, encode = msgspec.msgpack.Decoder(Reading).decode, msgspec.msgpack.Encoder().encode
    for asked in tasks:
        # Through the same bytes as a reading from the store or from another process, so that all three are alike.
        yield Answer(asked, decode(encode(read_one(load_reader(attribution), asked.task))))
