"""Articles with the names that are read in them, parsed for real, and with statements where a test gives them."""

from dataclasses import replace

from dragoman.compare.actors import join_actors
from dragoman.compare.naming import find_naming
from dragoman.language.parser import Parser
from dragoman.model.article import Article, Masthead
from dragoman.model.links import NamingGroup, Shifted, StoryGroup
from dragoman.model.reading import ReadArticle, Reading, Statement
from dragoman.model.spans import Span, Spans, words
from dragoman.reading.cast import find_cast
from dragoman.reading.names_of_things import find_names


def named(parser: Parser, name: str, text: str, outlet: str | None = None) -> ReadArticle:
    """The article read for its actors and names."""
    article = Article(name, f"{name}.txt", text, name, "", Masthead(outlet=outlet, language="en"))
    doc = parser.parse(text)
    cast = find_cast(doc, article)
    names = find_names(doc, cast)
    return ReadArticle(article, Reading("1", "en", entities=cast.entities, mentions=cast.mentions, names=names))


def saying(read: ReadArticle, content: str, cue: str = "", *, shown: bool = True, **more: object) -> ReadArticle:
    """The article with one statement more, whose content and cue are these words of it."""
    text = read.article.text
    start, at = text.index(content), text.index(cue) if cue else -1
    said = Statement(
        (Span(start, start + len(content)),),
        (),
        (Span(at, at + len(cue)),) if cue else (),
        "indirect",
        shown=shown,
    )
    statements = (*read.reading.statements, replace(said, **more))  # type: ignore[arg-type]  # a test's own fields
    return read._replace(reading=replace(read.reading, statements=statements))


def rows(
    *reads: ReadArticle, shifts: tuple[Shifted, ...] = (), furniture: dict[str, Spans] | None = None
) -> list[set[str]]:
    """The names of each referent."""
    return [terms(reads, group) for group in groups(*reads, shifts=shifts, furniture=furniture)]


def groups(
    *reads: ReadArticle, shifts: tuple[Shifted, ...] = (), furniture: dict[str, Spans] | None = None
) -> tuple[NamingGroup, ...]:
    """The referents that have several names."""
    stories = [StoryGroup(tuple(read.article.id for read in reads))]
    return find_naming(reads, join_actors(reads, stories).groups, furniture or {}, shifts)


def terms(reads: tuple[ReadArticle, ...], group: NamingGroup) -> set[str]:
    """The terms of a referent as printed."""
    texts = {read.article.id: read.article.text for read in reads}
    return {words(texts[use.place.article], use.place.spans) for use in group.uses}
