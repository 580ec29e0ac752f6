"""Rows made of single findings: articles, statements, figures."""

from collections import defaultdict
from collections.abc import Mapping

from dragoman.model.ledger_rows import FigureBesideRow
from dragoman.model.links import At, Links
from dragoman.model.reading import ReadArticle, Reading
from dragoman.model.record import ArticleRow, FigureRow, StatementRow
from dragoman.model.spans import merged
from dragoman.model.when import UNKNOWN
from dragoman.record.identify import Ids

Beside = Mapping[At, tuple[FigureBesideRow, ...]]
"""The figures of the same thing, for each figure that has some."""


def article_row(read: ReadArticle, links: Links) -> ArticleRow:
    """The article with what compare found out about it."""
    article, reading = read
    head = article.masthead
    basis, published = dict(head.basis), head.published
    if article.id in links.dates:
        published = links.dates[article.id]
        basis["published"] = published.basis
    if head.language is None and reading.language:
        basis["language"] = "inferred"
    places = dict(head.places)
    printed = [credit for credit in head.credits if credit.kind not in ("conference", "own")]
    if printed:
        places["credits"] = merged(span for credit in printed for span in credit.spans)
    return ArticleRow(
        id=article.id,
        source=article.source,
        url=article.url,
        outlet=head.outlet,
        title=head.title,
        authors=head.authors,
        published=published,
        place=head.place,
        language=head.language or reading.language,
        credits=tuple(dict.fromkeys(credit.name for credit in printed if credit.kind != "official")),
        basis=dict(sorted(basis.items())),
        places=dict(sorted(places.items())),
        furniture=merged((*article.furniture, *links.furniture.get(article.id, ()))),
        text=article.text,
        text_sha256=article.text_sha256,
        page_sha256=article.page_sha256,
        read="none" if reading.unread else "excerpt" if article.excerpt else "full",
        same_text_as=links.same_text.get(article.id),
        owner=article.owner,
    )


def statement_rows(read: ReadArticle, links: Links, ids: Ids, by_story: set[At]) -> list[StatementRow]:
    """The article's statements in the order of the text; ``by_story`` are the entities joined through their story."""
    article, reading = read
    rows = [_statement_row(At(article.id, i), reading, links, ids, by_story) for i in range(len(reading.statements))]
    return sorted(rows, key=lambda row: (row.content, row.cue, row.id))


def _statement_row(at: At, reading: Reading, links: Links, ids: Ids, by_story: set[At]) -> StatementRow:
    statement = reading.statements[at.index]
    by_person = statement.speakers_basis == "person"
    through_story = any(At(at.article, entity) in by_story for entity in statement.speakers)
    return StatementRow(
        id=ids.statements[at],
        article=at.article,
        speakers=ids.actors_of(at.article, statement.speakers),
        speakers_basis="story" if through_story and not by_person else statement.speakers_basis,
        addressees=ids.actors_of(at.article, statement.addressees),
        mode=statement.mode,
        kind=statement.kind,
        source=statement.source,
        cue=statement.cue,
        content=statement.content,
        said_on=links.said_on.get(at, UNKNOWN),
        via=ids.actors_of(at.article, statement.via),
        inside=None if statement.inside is None else ids.statements[At(at.article, statement.inside)],
        answers=tuple(
            ids.statements[other]
            for other in (*(At(at.article, index) for index in statement.answers), *links.answers.get(at, ()))
        ),
        meeting=ids.meetings[links.occasions[at]] if at in links.occasions else None,
        issues=(),
        confidence=statement.confidence,
        shown=statement.shown,
        headline=statement.headline,
    )


def figure_rows(read: ReadArticle, links: Links, ids: Ids, beside: Beside) -> list[FigureRow]:
    """The article's figures in the order of the text; ``beside`` has the figures of the same thing."""
    article, reading = read
    return [
        FigureRow(
            id=ids.figures[At(article.id, i)],
            value=figure.value,
            unit=figure.unit,
            of=figure.of,
            period=figure.period,
            giver=ids.actors_of(article.id, figure.giver),
            article=article.id,
            spans=figure.spans,
            precision=figure.precision,
            as_of=links.as_of.get(At(article.id, i), UNKNOWN),
            scope=figure.scope,
            beside=beside.get(At(article.id, i), ()),
        )
        for i, figure in enumerate(reading.figures)
    ]


def figures_beside(links: Links, ids: Ids) -> Beside:
    """For each figure those of the same thing and how they stand to it, as far as compare put both to one first."""
    found: defaultdict[At, list[FigureBesideRow]] = defaultdict(list)
    for group in links.figures:
        first = group.figures[0]
        for other, relation in zip(group.figures[1:], group.relations, strict=True):
            found[first].append(FigureBesideRow(ids.figures[other], relation))
            found[other].append(FigureBesideRow(ids.figures[first], relation))
    return {at: tuple(sorted(set(rows), key=lambda row: (row.figure, row.relation))) for at, rows in found.items()}
