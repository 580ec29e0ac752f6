"""Which articles rest on which origin, what was read and what was left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model.article import Dropped
from dragoman.model.ids import digest
from dragoman.model.links import OriginCount, Rest
from dragoman.model.record import ArticleRow, OriginRow
from dragoman.model.spans import Place, Spans, common
from dragoman.show.cite import dated, passage
from dragoman.show.index import Index, label
from dragoman.show.phrases import counted, say, word
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
    return tuple(source_of(ix, ix.articles[article]) for article in ix.by_date(row.id for row in ix.record.articles))


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
    for origin, rest in ix.rests_of.get(article, []):
        named = _origin_named(ix, origin, rest)
        names[plain(say("sources.in_part", origin=named)) if rest.passages and origin.kind != "article" else named] = (
            None
        )
    return tuple(names)


def _origin_named(ix: Index, origin: OriginRow, rest: Rest) -> str:
    """The origin as a source of this article: with what passes it on, or with whom a passage is shared."""
    if origin.kind == "article":
        others = dict.fromkeys(
            label(ix.articles[other.article]) for other in origin.rests if other.article != rest.article
        )
        taken = [label(ix.articles[origin.article])] if not others and origin.article in ix.articles else []
        return plain(say("said.shared", outlets=", ".join([*others, *taken])))
    if origin.kind == "own":
        return word("sources.own")
    through = [ix.origins[each].name for each in rest.through if each in ix.origins]
    return plain(say("sources.through", origin=origin.name, others=", ".join(through))) if through else origin.name


def counted_origins(ix: Index, count: OriginCount | None, articles: Iterable[str]) -> Pieces:
    """From how many independent origins the words of several outlets come; nothing where no origin is stated or shown.

    Where one number is known, it is printed with the origins' names; else the least and the most.
    """
    outlets = {label(ix.articles[article]): article for article in ix.by_date(articles)}
    named = [ix.origins[each] for each in count.named if each in ix.origins] if count else []
    if not count or not named or len(outlets) < 2:
        return ()
    several = counted("outlets", tuple(outlets.values()))
    names = ", ".join(dict.fromkeys(_name(ix, origin) for origin in named))
    if count.least == count.most == len(named):
        exact = counted("origins", tuple(origin.id for origin in named))
        return say("origins.counted", outlets=several, origins=exact, names=names)
    least, most = (_number(number) for number in (count.least, count.most))
    return say("origins.between", outlets=several, least=least, most=most, names=names)


def _number(number: int) -> str:
    words = word("origins.numbers").split()
    return words[number - 1] if 0 < number <= len(words) else str(number)


def _name(ix: Index, origin: OriginRow) -> str:
    """The origin's name; of an article here its outlet's, where it is known to be the first."""
    if origin.kind == "article" and any(rest.article == origin.article for rest in origin.rests):
        return word("origins.shared")
    return label(ix.articles[origin.article]) if origin.article in ix.articles else origin.name


def resting(ix: Index, article: str, spans: Spans) -> list[str]:
    """On what the words at the spans rest, or with which outlets their passage is shared; what holds for the whole
    article is said of it once, among the sources.
    """
    notes = []
    for origin, rest in ix.rests_of.get(article, []):
        if common(rest.passages, spans):
            named = _origin_named(ix, origin, rest)
            plainly = origin.kind in ("article", "own")
            notes.append(named if plainly else plain(say("said.rests", origin=named)))
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
    kinds = {"outlet": "outlet_kind", "article": "article_kind", "conference": "conference_kind"}
    ordered = tuple((article, rests[article]) for article in ix.by_date(rests))
    return Origin(row.id, row.name, word(f"sources.{kinds.get(row.kind, row.kind)}"), ordered)


def _evidence(ix: Index, place: Place) -> Cited | None:
    return passage(ix, place.article, place.spans) if place.article in ix.articles and place.spans else None


def dropped_id(row: Dropped) -> str:
    """An id for a row that has none in the record, so that a count can name it."""
    return digest("dropped", row.source, row.stage, row.reason)
