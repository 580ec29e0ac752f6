"""Names for one thing as rows, and the words that single outlets use more than others."""

from collections.abc import Mapping

from dragoman.model.ids import compiled_id, digest, finding_id
from dragoman.model.links import Links, NamingGroup, TermPlace
from dragoman.model.naming import NamingRow, TermUse, WordingRow
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Place, words
from dragoman.record.identify import Ids


def naming_rows(by_id: Mapping[str, ReadArticle], links: Links, ids: Ids) -> tuple[NamingRow, ...]:
    """One row a referent, in alphabetical order."""
    rows = [_naming_row(group, by_id, ids) for group in links.naming]
    return tuple(sorted(rows, key=lambda row: (row.referent.casefold(), row.id)))


def _naming_row(group: NamingGroup, by_id: Mapping[str, ReadArticle], ids: Ids) -> NamingRow:
    return NamingRow(
        referent=_words(by_id, group.referent),
        terms=tuple(_term_use(use, by_id, ids) for use in group.uses),
        id=compiled_id("naming", [finding_id(use.place.article, "name", use.place.spans) for use in group.uses]),
        kind=group.kind,
        place=group.referent,
        joins=group.joins,
    )


def _term_use(use: TermPlace, by_id: Mapping[str, ReadArticle], ids: Ids) -> TermUse:
    article = use.place.article
    return TermUse(_words(by_id, use.place), use.voice, ids.actors_of(article, use.by), article, use.place.spans)


def _words(by_id: Mapping[str, ReadArticle], place: Place) -> str:
    return " ".join(words(by_id[place.article].article.text, place.spans).split())


def wording_rows(links: Links) -> tuple[WordingRow, ...]:
    """One row a distinctive word of an outlet, the most distinctive first."""
    return tuple(
        WordingRow(
            digest("wording", each.outlet, each.term),
            each.outlet,
            each.term,
            each.z,
            each.count,
            each.words,
            each.others,
            each.others_words,
            each.places,
        )
        for each in links.wordings
    )
