"""The ordered plan: from paths to a record."""

from collections.abc import Iterable
from pathlib import Path

from dragoman.clean import clean
from dragoman.compare import compare
from dragoman.fetch import fetch
from dragoman.model.article import Article, Dropped
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Made, Record
from dragoman.reading import VERSION, load_reader
from dragoman.record import fold


def read(paths: Iterable[Path]) -> tuple[list[ReadArticle], list[Dropped]]:
    """Every article at the paths, read, and what was dropped with its reason."""
    articles: list[Article] = []
    dropped: list[Dropped] = []
    for page in fetch(paths):
        found = page if isinstance(page, Dropped) else clean(page)
        if isinstance(found, Dropped):
            dropped.append(found)
        else:
            articles.append(found)
    if not articles:
        return [], dropped
    reader = load_reader()
    return [ReadArticle(article, reader.read(article)) for article in articles], dropped


def compile_record(paths: Iterable[Path]) -> Record:
    """The record of all articles at the paths."""
    readings, dropped = read(paths)
    return fold(readings, compare(readings), dropped, Made(dragoman="0.1.0", readers={"rules": VERSION}))
