"""Stories and nothing else, as lines for other programs: of a whole collection, or as its articles come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from dragoman.compare import Moved, StoryStream, group_stories
from dragoman.config import judgements_path
from dragoman.model.article import Dropped
from dragoman.model.ids import compiled_id
from dragoman.model.reading import ReadArticle
from dragoman.run.judgements import left_out, load_judgements


@dataclass(frozen=True, slots=True)
class Story:
    """A story by the id that it has in the record, and the sources of its articles, in their order."""

    story: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An article that came, its date in EDTF (none where it is not known), and the number of the story that it joined
    or opened.
    """

    article: str
    date: str | None
    story: int


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repair after so many articles had come, and which of them it moved from which story to which."""

    repaired: int
    moved: tuple[Moved, ...]


def whole_stories(
    articles: Sequence[ReadArticle], judgements: str | Path | None = None
) -> tuple[list[Story], list[Dropped]]:
    """The stories as a record of the articles has them, judgements replayed, in order of their first articles' sources;
    and the lines of the file of judgements that are none. ``judgements`` is by default the user's own file.

    Raises:
        JudgementsUnusable: the file cannot be read, or is named and not there.
    """
    file = judgements_path(judgements)
    judged = load_judgements(file, named=judgements is not None)
    sources = {read.article.id: read.article.source for read in articles}
    groups = [group.articles for group in group_stories(articles, judged.judgements)]
    found = [Story(compiled_id("story", group), tuple(sources[each] for each in group)) for group in groups]
    return sorted(found, key=lambda row: (row.articles[0], row.story)), left_out(file, judged)


def streamed_stories(articles: Sequence[ReadArticle], every: int) -> Iterator[Placed | Repaired]:
    """The articles in order of date, the undated last, each as it is placed; and a repair after ``every`` so many of
    them, and after the last.
    """
    stream, sources = StoryStream(), {read.article.id: read.article.source for read in articles}
    for number, read in enumerate(sorted(articles, key=_coming), 1):
        published = read.article.masthead.published.edtf or None
        yield Placed(read.article.source, published, stream.add(read))
        if number % every == 0 or number == len(articles):
            moved = (each._replace(article=sources[each.article]) for each in stream.repair())
            yield Repaired(number, tuple(moved))


def line(row: Story | Placed | Repaired) -> str:
    """The row as one JSON object."""
    moved = {"moved": [each._asdict() for each in row.moved]} if isinstance(row, Repaired) else {}
    return msgspec.json.encode({**msgspec.to_builtins(row), **moved}).decode()


def _coming(read: ReadArticle) -> tuple[date, str, str]:
    published = read.article.masthead.published
    return published.earliest or published.latest or date.max, read.article.source, read.article.id
