"""What falls without some outlets: what nobody else reports, what is left with one origin, one version, one side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.model.claims import ClaimRow
from dragoman.model.links import Ref
from dragoman.model.origins import Origins, Publisher, origins_of
from dragoman.model.record import Record
from dragoman.model.spans import Place
from dragoman.show.index import Index, index
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Pieces, plain
from dragoman.show.since import SincePart, line_of, standing_alone

NAMES = ("gone", "one_origin", "versions", "one_sided")


@dataclass(frozen=True, slots=True)
class Without:
    """The outlets left out, and what falls, by how it falls."""

    title: Pieces
    parts: tuple[SincePart, ...]


class _Before(NamedTuple):
    ix: Index
    gone: frozenset[str]
    before: Origins
    after: Origins


def without(whole: Record, rest: Record) -> Without:
    """What of the whole record does not stand in the one compiled without the outlets."""
    left = {row.id for row in rest.articles}
    gone = frozenset(row.id for row in whole.articles) - left
    before = _Before(index(whole), gone, _origins(whole), _origins(rest))
    fallen = [(name, row.about) for row in whole.claims if row.about and (name := _falls(before, row))]
    told = [(Ref("instruments", row.id), row.mentions) for row in whole.instruments]
    fallen += [(name, about) for about, places in told if (name := _left(before, about, places))]
    parts = (
        SincePart(name, tuple(_line(before.ix, about) for other, about in fallen if other == name)) for name in NAMES
    )
    names = ", ".join(sorted({before.ix.articles[article].outlet or "" for article in gone}))
    return Without(say("without.title", outlets=names), tuple(p for p in parts if p.lines))


def without_lines(fallen: Without) -> Iterator[str]:
    """The same as text for a terminal."""
    yield plain(fallen.title)
    for part in fallen.parts:
        yield f"  {word(f'without.{part.name}')}"
        yield from (f"    {plain(line)}" for line in part.lines)
    if not fallen.parts:
        yield f"  {word('without.nothing')}"


def _origins(record: Record) -> Origins:
    return origins_of(record.origins, {row.id: Publisher(row.outlet, row.owner) for row in record.articles})


def _falls(before: _Before, row: ClaimRow) -> str | None:
    """How the claim falls: the places of it that are left, and the origins that these have."""
    return _left(before, row.about, row.places) if row.about else None


def _left(before: _Before, about: Ref, named: Sequence[Place]) -> str | None:
    places = [(place.article, place.spans) for place in named]
    left = [(article, spans) for article, spans in places if article not in before.gone]
    if len(left) == len(places):
        return None
    if not left:
        return "gone"
    if about.list == "disputes":
        return "one_sided" if _one_sided(before, about.id) else None
    if before.before.count(places).least > 1 and before.after.count(left).least <= 1:
        return "one_origin"
    return "versions" if about.list == "utterances" and len({article for article, _ in left}) == 1 else None


def _one_sided(before: _Before, dispute: str) -> bool:
    row = next(each for each in before.ix.record.disputes if each.id == dispute)
    sides = [{before.ix.statements[s].article for s in side.statements} - before.gone for side in row.sides]
    return not all(sides)


def _line(ix: Index, about: Ref) -> Pieces:
    """The row as the whole record has it; its words name their text, as their article may be gone."""
    kind, row = about.list, about.id
    if kind == "disputes":
        kind, row = "statements", next(d for d in ix.record.disputes if d.id == row).sides[0].statements[0]
    if kind == "figures":
        kind, row = "articles", next(f for f in ix.record.figures if f.id == row).article
    return tuple(standing_alone(ix, piece) for piece in line_of(ix, kind, row))
