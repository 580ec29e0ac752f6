"""Two invented articles that render one utterance, or share a part of a statement, and their shifts."""

from dataclasses import replace

from dragoman.compare.shifts import find_shifts
from dragoman.model.article import Article, Masthead
from dragoman.model.links import ActorGroup, At, Rendering, Shifted, StoryGroup
from dragoman.model.reading import Entity, Mention, Mode, Office, ReadArticle, Reading, Statement
from dragoman.model.spans import Span, words

VECTOR = bytes([10]) * 512
"""All statements are alike in meaning here: what tells them apart is their words."""
BARRAN = 0


def article(  # noqa: PLR0913  # each is one thing that a case varies
    name: str,
    content: str,
    mode: Mode = "direct",
    *,
    cue: str = "said",
    after: str = "",
    country: str | None = None,
    names: tuple[tuple[str, int], ...] = (),
    headline: str = "",
) -> ReadArticle:
    """One statement by Barran. ``names`` are words of the content and the number of the actor that they name."""
    title = f"{headline}\n\n" if headline else ""
    before, behind = ("“", "”") if mode == "direct" else ("", "")
    text = f"{title}Barran {cue}: {before}{content}{behind}{after}"
    start = text.index(content, len(title))
    at = text.index(cue, len(title))
    said = Statement(
        (Span(start, start + len(content)),), (), (Span(at, at + len(cue)),), mode, speakers=(BARRAN,), vector=VECTOR
    )
    first = Statement((Span(0, len(headline)),), (), (), "indirect", speakers=(BARRAN,), headline=True, vector=VECTOR)
    office = (Office("foreign minister", country, None, Span(0, 1)),) if country else ()
    others = {number for _, number in names}
    entities = (
        Entity("person", "Ilse Barran", offices=office),
        *(Entity("state", f"state {number}") for number in range(1, max(others, default=0) + 1)),
    )
    mentions = tuple(
        Mention(Span(at, at + len(word)), "name", number) for word, number in names for at in [text.index(word, start)]
    )
    reading = Reading(
        "1", language="en", entities=entities, mentions=mentions, statements=(said, *([first] if headline else []))
    )
    return ReadArticle(Article(name, f"{name}.txt", text, "", "", Masthead(language="en")), reading)


def addressed(name: str, content: str, to: tuple[str, int]) -> ReadArticle:
    """The same, said to someone: the words that name them, and the number of the actor."""
    words_of, number = to
    read = article(name, content, cue=f"told {words_of} that", names=((content.split(maxsplit=1)[0], number),))
    start = read.article.text.index(words_of)
    mention = Mention(Span(start, start + len(words_of)), "name", number)
    statements = (replace(read.reading.statements[0], addressees=(number,)),)
    entities = tuple(
        replace(entity, name=words_of) if at == number else entity for at, entity in enumerate(read.reading.entities)
    )
    return read._replace(reading=replace(read.reading, statements=statements, mentions=(mention,), entities=entities))


def shifts(left: ReadArticle, right: ReadArticle, *, same: bool = True) -> list[tuple[str, str, str]]:
    """Kind and both places of each shift, the first of which is in the left article."""
    texts = {read.article.id: read.article.text for read in (left, right)}
    return [
        (
            row.kind,
            words(texts[row.left.statement.article], row.left.spans),
            words(texts[row.right.statement.article], row.right.spans),
        )
        for row in found(left, right, same=same)
    ]


def found(left: ReadArticle, right: ReadArticle, *, same: bool = True) -> tuple[Shifted, ...]:
    """The shifts between the two; ``same`` where the two statements render one utterance."""
    readings = [left, right]
    most = max(len(read.reading.entities) for read in readings)
    groups = [
        ActorGroup(tuple(At(read.article.id, n) for read in readings if n < len(read.reading.entities)))
        for n in range(most)
    ]
    renderings = tuple(Rendering(At(read.article.id, 0), read.reading.statements[0].content) for read in readings)
    story = StoryGroup(tuple(read.article.id for read in readings))
    return find_shifts(readings, groups, [story], [renderings] if same else [])


def told(left: str, right: str, modes: tuple[Mode, Mode] = ("direct", "direct")) -> list[tuple[str, str, str]]:
    """The shifts between two wordings of one utterance."""
    return shifts(article("a", left, modes[0]), article("b", right, modes[1]))
