"""What falls without some outlets: what nobody else reports, what is left with one origin, one version, one side, and
undertakings that stand otherwise in what is left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.model.claims import ClaimRow
from dragoman.model.links import Ref
from dragoman.model.origins import Origins, Publisher, origins_of
from dragoman.model.record import Record
from dragoman.model.spans import Place, Spans
from dragoman.show.commitments import standing
from dragoman.show.index import Index, index
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Pieces, plain
from dragoman.show.since import SincePart, line_of, standing_alone

NAMES = ("gone", "one_origin", "versions", "one_sided", "status")


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
    fallen = [
        (name, _line(before.ix, row.about)) for row in whole.claims if row.about and (name := _falls(before, row))
    ]
    fallen += _undertaken(before, rest)
    told = [(Ref("instruments", row.id), row.mentions) for row in whole.instruments]
    fallen += [(name, _line(before.ix, about)) for about, places in told if (name := _left(before, about, places))]
    parts = (SincePart(name, tuple(line for other, line in fallen if other == name)) for name in NAMES)
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
    if _one_left(before, places, left):
        return "one_origin"
    return "versions" if about.list == "utterances" and len({article for article, _ in left}) == 1 else None


def _undertaken(before: _Before, rest: Record) -> Iterator[tuple[str, Pieces]]:
    """The undertakings that nobody else reports, that are left with one origin, or whose status is another one."""
    left = {place: row for row in rest.commitments for place in row.evidence}
    for row in before.ix.record.commitments:
        kept = [place for place in row.evidence if place.article not in before.gone]
        if len(kept) == len(row.evidence):
            continue
        line = _line(before.ix, Ref("commitments", row.id))
        now = next((left[place] for place in reversed(kept) if place in left), None)
        if now is None:
            yield "gone", line
        elif now.status != row.status:
            yield "status", say("without.stands", line=line, status=standing(now.status))
        elif _one_left(before, [(p.article, p.spans) for p in row.evidence], [(p.article, p.spans) for p in kept]):
            yield "one_origin", line


def _one_left(before: _Before, places: Sequence[tuple[str, Spans]], left: Sequence[tuple[str, Spans]]) -> bool:
    """Whether several origins had it and one has it still."""
    return before.before.count(places).least > 1 and before.after.count(left).least <= 1


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
