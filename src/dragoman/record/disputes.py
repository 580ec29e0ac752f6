"""Disputes as rows: what two sides say, with the words that are disputed as the first of them are printed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain

from dragoman.model.claims import ClaimRow
from dragoman.model.ids import compiled_id
from dragoman.model.links import DisputeGroup, Links
from dragoman.model.reading import ReadArticle
from dragoman.model.record import DisputeRow, DisputeSide, UtteranceRow
from dragoman.model.spans import Place, words
from dragoman.record.identify import Ids


def dispute_rows(by_id: Mapping[str, ReadArticle], links: Links, ids: Ids, kept: AbstractSet[str]) -> list[DisputeRow]:
    """One row a dispute whose statements are kept, by id; ``about`` is the content of the first statement."""
    rows = []
    for group in links.disputes:
        sides = tuple(_sides(by_id, group, ids, kept))
        if len(sides) > 1 and ids.statements[group.about] in kept:
            content = by_id[group.about.article].reading.statements[group.about.index].content
            about = " ".join(words(by_id[group.about.article].article.text, content).split())
            name = compiled_id("dispute", [group.kind, *chain.from_iterable(side.statements for side in sides)])
            rows.append(DisputeRow(name, about, sides, group.kind, (Place(group.about.article, content),)))
    return sorted(rows, key=lambda row: row.id)


def with_claims(
    rows: Iterable[DisputeRow], utterances: Iterable[UtteranceRow], claims: Iterable[ClaimRow]
) -> tuple[DisputeRow, ...]:
    """The disputes, each side with the claims that hold a statement of it."""
    said = {row.id: {rendering.statement for rendering in row.renderings} for row in utterances}
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        cells = {cell.statement for cell in claim.cells if cell.statement}
        for statement in cells | (said.get(claim.about.id, set()) if claim.about else set()):
            holding[statement].append(claim.id)
    return tuple(
        replace(row, sides=tuple(replace(side, claims=_of(side, holding)) for side in row.sides)) for row in rows
    )


def _of(side: DisputeSide, holding: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(sorted({claim for statement in side.statements for claim in holding.get(statement, ())}))


def _sides(
    by_id: Mapping[str, ReadArticle], group: DisputeGroup, ids: Ids, kept: AbstractSet[str]
) -> Iterator[DisputeSide]:
    lacking = group.lacking or ((),) * len(group.sides)
    for side, day, without in zip(group.sides, group.when, lacking, strict=True):
        here = [at for at in side if ids.statements[at] in kept]
        actors = [ids.actors_of(at.article, by_id[at.article].reading.statements[at.index].speakers) for at in here]
        if here:
            who = tuple(dict.fromkeys(chain.from_iterable(actors)))
            yield DisputeSide(who, tuple(ids.statements[at] for at in here), (), day, without)
