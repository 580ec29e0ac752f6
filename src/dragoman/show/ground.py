"""Lines of the first page on what outlets have in common, what is contested and what rests on one origin."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.links import DisputeKind, OriginCount
from dragoman.model.record import DisputeSide, MeetingRow, UtteranceRow
from dragoman.show.cite import content, names, shortened
from dragoman.show.claims import conflict_line
from dragoman.show.index import Index, label
from dragoman.show.phrases import counted, say
from dragoman.show.pieces import Pieces, joined
from dragoman.show.said import Speaker, Versions, row_of

LONGEST = 160
"""A passage is cut after about this many characters."""
SIDES, NAMES = 2, 4
"""So many sides of a dispute and names of origins are printed on one line."""

ORDER: tuple[DisputeKind, ...] = ("denial", "counter-charge", "disavowal", "limits", "terms", "opposite positions")
TOLD_BY = {"common_both": "said by both parties", "common_outside": "said by a party outside"}
"""What is on the word of parties to a meeting, or of one outside, by the phrase that says so."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, the element that it leads to and what that element shows (a phrase's name)."""

    pieces: Pieces
    target: str
    more: str


def common_ground(ix: Index, speakers: Sequence[Speaker]) -> list[Line]:
    """Words that several independent origins give alike, and meetings that several report as held. That the words were
    said is then common ground, never that they are true.
    """
    several = {row.id for row in ix.record.utterances if row.origins and row.origins.least > 1}
    alike = [(each, v) for each in speakers for v in each.versions if v.same and v.id in several]
    held = [m for m in ix.record.meetings if m.status == "held" and m.origins and m.origins.least > 1]
    parts = []
    if alike:
        said = dict.fromkeys(versions.id for _, versions in alike)
        parts.append(say("glance.common_said", rows=counted("utterances", tuple(said))))
    if held:
        parts.append(say("glance.common_held", rows=counted("meetings", tuple(m.id for m in held))))
    told = [(phrase, _told(ix, status)) for phrase, status in TOLD_BY.items()]
    parts += [say(f"glance.{phrase}", rows=counted("meetings", tuple(rows))) for phrase, rows in told if rows]
    if not parts:
        return []
    if not alike:
        first_row = held[0].id if held else next(rows[0] for _, rows in told if rows)
        return [Line(joined(parts, "; "), f"m-{first_row}", "reports")]
    first = max(alike, key=lambda each: len({row.article for row in each[1].rows}))
    example = say("glance.common_example", counts=joined(parts, "; "), line=_alike(ix, *first))
    return [Line(example, f"u-{first[1].id}", "versions")]


def _alike(ix: Index, speaker: Speaker, versions: Versions) -> Pieces:
    outlets = ", ".join(dict.fromkeys(label(ix.articles[row.article]) for row in versions.rows))
    item = shortened(ix, versions.rows[0].item, LONGEST)
    phrase = "glance.statement_cue" if versions.rows[0].cue else "glance.statement"
    return say(phrase, speaker=speaker.name, words=(*versions.rows[0].cue, item), outlet=outlets)


def _told(ix: Index, status: str) -> list[str]:
    """The meetings that were held, of which the claim has this status."""
    held = {meeting.id for meeting in ix.record.meetings if meeting.status == "held"}
    rows = [row.about.id for row in ix.record.claims if row.status == status and row.about]
    return [row for row in rows if row in held]


def contested(ix: Index) -> list[Line]:
    """What sides say against each other, a line a dispute: denials before what is only opposite, those with most
    statements first; then what articles report differently.
    """
    found = []
    for row in ix.record.disputes:
        sides = [side for side in row.sides if any(s in ix.statements for s in side.statements)]
        if len(sides) > 1:
            order = (ORDER.index(row.kind), -sum(len(side.statements) for side in sides), row.id)
            said = joined([_side(ix, side) for side in sides[:SIDES]], "; ")
            first = next(s for s in sides[0].statements if s in ix.statements)
            found.append((order, Line(said, f"s-{first}", "words")))
    return [*(each for _, each in sorted(found, key=lambda each: each[0])), *_reported_differently(ix)]


def _reported_differently(ix: Index) -> list[Line]:
    """The conflicts of claims that are contested and no dispute."""
    rows = {row.id: row for row in ix.record.claims if row.status == "contested"}
    open_to = {key for key, row in rows.items() if row.about is None or row.about.list != "disputes"}
    return [
        Line(conflict_line(ix, row), f"k-{row.claim}", "list") for row in ix.record.conflicts if row.claim in open_to
    ]


def _side(ix: Index, side: DisputeSide) -> Pieces:
    row = next(ix.statements[each] for each in side.statements if each in ix.statements)
    outlet = label(ix.articles[row.article])
    words, how = shortened(ix, content(ix, row), LONGEST), row_of(ix, row).cue
    who = names(ix, side.actors, row.article) if side.actors else (outlet,)
    return say("glance.side_cue" if how else "glance.side", who=who, words=(*how, words), outlet=outlet)


def one_origin(ix: Index) -> list[Line]:
    """How much of what several outlets have comes from one origin alone, and from which."""
    held = [m for m in ix.record.meetings if m.status == "held" and _outlets(ix, [r.article for r in m.reports]) > 1]
    said = [u for u in ix.record.utterances if _outlets(ix, ix.articles_of(u)) > 1 and _shown(ix, u)]
    parts = [
        say(
            f"glance.{phrase}",
            rows=counted(noun, tuple(row.id for row in single)),
            all=counted(noun, tuple(row.id for row in rows))[:1],
            names=_named(ix, single),
        )
        for phrase, noun, rows in (("origin_said", "utterances", said), ("origin_held", "meetings", held))
        if (single := [row for row in rows if _single(row.origins)])
    ]
    return [Line(joined(parts, "; "), "h-origins", "sources")] if parts else []


def _single(count: OriginCount | None) -> bool:
    return bool(count and count.named and count.least == count.most == 1)


def _outlets(ix: Index, articles: Sequence[str]) -> int:
    return len({label(ix.articles[article]) for article in articles})


def _shown(ix: Index, row: UtteranceRow) -> bool:
    return all(ix.statements[rendering.statement].shown for rendering in row.renderings)


def _named(ix: Index, rows: Sequence[UtteranceRow | MeetingRow]) -> str:
    every = [ix.origins[each] for row in rows if row.origins for each in row.origins.named if each in ix.origins]
    names = dict.fromkeys(
        label(ix.articles[each.article]) if each.article in ix.articles else each.name for each in every
    )
    return ", ".join([*list(names)[:NAMES], *(["…"] if len(names) > NAMES else [])])
