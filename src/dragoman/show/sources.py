"""Which articles rest on which origin, what was read and what was left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.article import Dropped
from dragoman.model.ids import digest
from dragoman.model.record import ArticleRow, OriginRow
from dragoman.model.spans import Place, Spans, common
from dragoman.show.cite import dated, passage
from dragoman.show.index import Index, label
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Cited, Pieces, plain


@dataclass(frozen=True, slots=True)
class Source:
    """One article as a source: outlet and title with their places, date, origins, how it was read."""

    id: str
    outlet: Pieces
    title: Pieces
    date: Pieces
    reason: str
    rests: tuple[str, ...]
    read: str
    notes: tuple[Pieces, ...]
    url: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin, the articles that rest on it and the words that say or show so."""

    id: str
    name: str
    kind: str
    rests: tuple[tuple[str, Cited | None], ...]


def sources(ix: Index) -> tuple[Source, ...]:
    """All articles, in the order of their dates."""
    return tuple(source_of(ix, ix.articles[article]) for article in ix.by_date(ix.articles))


def source_of(ix: Index, row: ArticleRow) -> Source:
    """One article as a source."""
    notes = [
        say(f"sources.{phrase}", other=label(ix.articles[other]))
        for phrase, other in (("same_text", row.same_text_as), ("version_of", row.version_of))
        if other in ix.articles
    ]
    return Source(
        id=row.id,
        outlet=_printed(ix, row, "outlet", label(row)),
        title=_printed(ix, row, "title", row.title or ""),
        date=dated(ix, row.published),
        reason=row.published.reason,
        rests=_rests(ix, row.id),
        read=word(f"sources.{row.read}"),
        notes=tuple(notes),
        url=safe_url(row.url),
    )


def _rests(ix: Index, article: str) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for origin, passages in ix.rests_of.get(article, []):
        shared = origin.kind == "article"
        names[_shared_with(ix, origin, article) if shared else plain(_whole_or_part(origin.name, passages))] = None
    return tuple(names)


def _whole_or_part(origin: str, passages: Spans) -> Pieces:
    return say("sources.in_part", origin=origin) if passages else (origin,)


def _shared_with(ix: Index, origin: OriginRow, article: str) -> str:
    others = dict.fromkeys(label(ix.articles[rest.article]) for rest in origin.rests if rest.article != article)
    return plain(say("said.shared", outlets=", ".join(others)))


def all_rest(ix: Index, part: str, places: Sequence[tuple[str, Spans]]) -> Pieces:
    """The origin on which all these places of at least two articles rest, stated or shown, in a phrase of the part."""
    if len({article for article, _ in places}) < 2:
        return ()
    first, *others = [ix.origins_of(*place) for place in places]
    shared = [origin for origin in first if all(origin in other for other in others)]
    named = dict.fromkeys(origin.name for origin in shared if origin.kind != "article")
    if named:
        return say(f"{part}.all_rest", origin=", ".join(named))
    return (word(f"{part}.one_passage"),) if shared else ()


def resting(ix: Index, article: str, spans: Spans) -> list[str]:
    """On what the words at the spans rest, or with which outlets their passage is shared; what holds for the whole
    article is said of it once, among the sources.
    """
    notes = []
    for origin, passages in ix.rests_of.get(article, []):
        if common(passages, spans):
            named = plain(say("said.rests", origin=origin.name))
            notes.append(_shared_with(ix, origin, article) if origin.kind == "article" else named)
    return list(dict.fromkeys(notes))


def _printed(ix: Index, row: ArticleRow, field: str, value: str) -> Pieces:
    spans = row.places.get(field, ())
    for span in spans:
        if value and ix.words(row.id, (span,)) == value:
            return (Cited("name" if field == "outlet" else "paraphrase", value, row.id, (span,)),)
    return (value,) if value else ()


def safe_url(url: str | None) -> str | None:
    """The address where it is one of the web; any other (``javascript:``, ``data:``, ``file:``) is no link."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def origins(ix: Index) -> tuple[Origin, ...]:
    """All origins, those with most articles first."""
    rows = sorted(ix.record.origins, key=lambda o: (-len({r.article for r in o.rests}), o.name.casefold(), o.id))
    return tuple(_origin(ix, row) for row in rows)


def _origin(ix: Index, row: OriginRow) -> Origin:
    rests: dict[str, Cited | None] = {}
    for rest in row.rests:
        rests[rest.article] = rests.get(rest.article) or _evidence(ix, rest.evidence)
    kinds = {"outlet": "outlet_kind", "article": "article_kind"}
    ordered = tuple((article, rests[article]) for article in ix.by_date(rests))
    return Origin(row.id, row.name, word(f"sources.{kinds.get(row.kind, row.kind)}"), ordered)


def _evidence(ix: Index, place: Place) -> Cited | None:
    return passage(ix, place.article, place.spans) if place.article in ix.articles and place.spans else None


def dropped_id(row: Dropped) -> str:
    """An id for a row that has none in the record, so that a count can name it."""
    return digest("dropped", row.source, row.stage, row.reason)
