"""Who said what: per actor and per utterance, versions side by side."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dragoman.model.record import StatementRow, UtteranceRow
from dragoman.model.spans import Spans, common, length
from dragoman.show.cite import content, dated, name, names, passage, printed_forms, rendered
from dragoman.show.index import Index, label
from dragoman.show.lacking import lacking
from dragoman.show.phrases import counted, say, word
from dragoman.show.pieces import Cited, Pieces, plain
from dragoman.show.shifts import Shift, between, inside
from dragoman.show.sources import counted_origins, resting
from dragoman.show.why import reasons
from dragoman.show.wording import contrast, differing, tokens

UNRESOLVED, UNNAMED = "unresolved", "unnamed"
WHOLE = 0.9
"""A version that holds this share of a statement stands for the statement."""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement, or the part of it that renders an utterance. ``cue`` is the article's own verb, standing before
    words that are not quoted: what someone "denied" is the contrary of what they said. ``first`` is whether the brief
    shows the statement here for the first time, so that links to it lead here.
    """

    statement: str
    article: str
    cue: Pieces
    item: Cited
    manner: str
    notes: tuple[Pieces, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of one utterance; ``same`` where no word differs, ``cut`` where versions only begin earlier or end
    later than others; ``why`` are the named reasons of the links. ``origin`` says from how many independent origins
    they come. ``shifts`` are the typed ways in which they differ. ``lacking`` are lines on the articles of the
    story that have no version.
    """

    id: str
    rows: tuple[Row, ...]
    same: bool
    cut: bool
    why: tuple[str, ...]
    origin: Pieces
    shifts: tuple[Shift, ...] = ()
    lacking: tuple[Pieces, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """What one actor is reported to have said. ``id`` is the actor's, or says that no actor is known."""

    id: str
    name: Pieces
    counts: Pieces
    forms: Pieces
    versions: tuple[Versions, ...]
    rows: tuple[tuple[str, tuple[Row, ...]], ...]
    """The statements that stand in one article only, by article."""
    shifts: tuple[Shift, ...] = ()
    """How statements differ that share a part with another one, or with their article's headline."""


def speakers(ix: Index) -> tuple[Speaker, ...]:
    """All speakers, those with most statements first; unnamed and unresolved ones last."""
    of: dict[str, list[StatementRow]] = defaultdict(list)
    for row in ix.shown():
        for key in speaker_keys(ix, row):
            of[key].append(row)
    utterances = _utterances_of(ix)
    seen: set[str] = set()
    ordered = sorted(of, key=lambda key: (_rank(key), -len(of[key]), plain_name(ix, key), key))
    return tuple(_speaker(ix, key, of[key], utterances.get(key, []), seen) for key in ordered)


def speaker_keys(ix: Index, row: StatementRow) -> list[str]:
    """Under whom a statement is listed: its speakers, or together with other unnamed or unresolved ones."""
    named = [actor for actor in row.speakers if ix.actors[actor].kind != "unnamed"]
    return named or ([UNNAMED] if row.speakers else [UNRESOLVED])


def _rank(key: str) -> int:
    return (UNNAMED, UNRESOLVED).index(key) + 1 if key in (UNNAMED, UNRESOLVED) else 0


def kinship(versions: Versions) -> str:
    """How the versions of an utterance relate, in words."""
    relation = word("said.same_words" if versions.same else "said.cut" if versions.cut else "said.wording_differs")
    return f"{relation}; {plain(versions.origin)}" if versions.origin else relation


def plain_name(ix: Index, key: str) -> str:
    """The speaker's name as the record has it."""
    return ix.actors[key].name if key in ix.actors else word(f"said.{key}")


def _utterances_of(ix: Index) -> dict[str, list[UtteranceRow]]:
    out = defaultdict(list)
    for utterance in ix.record.utterances:
        rows = [ix.statements[r.statement] for r in utterance.renderings]
        if len(rows) > 1 and all(row.shown for row in rows):
            first = next((row for row in rows if row.speakers), rows[0])
            out[speaker_keys(ix, first)[0] if not utterance.speakers else utterance.speakers[0]].append(utterance)
    return out


def _speaker(
    ix: Index, key: str, rows: Sequence[StatementRow], utterances: Sequence[UtteranceRow], seen: set[str]
) -> Speaker:
    ordered = sorted(utterances, key=lambda u: (-len(ix.articles_of(u)), _first_place(ix, u)))
    versions = tuple(versions_of(ix, utterance, seen) for utterance in ordered)
    shown_whole = {r.statement for u in utterances for r in u.renderings if _whole(ix.statements[r.statement], r.spans)}
    rest: dict[str, list[StatementRow]] = defaultdict(list)
    for row in rows:
        if row.id not in shown_whole:
            rest[row.article].append(row)
    groups = [(article, tuple(row_of(ix, row, seen, key) for row in rest[article])) for article in ix.by_date(rest)]
    articles = tuple(ix.by_date(row.article for row in rows))
    counts = say(
        "said.in_line", rows=counted("statements", tuple(r.id for r in rows)), articles=counted("articles", articles)
    )
    known = key in ix.actors
    return Speaker(
        id=key,
        name=name(ix, key) if known else (word(f"said.{key}"),),
        counts=counts,
        forms=printed_forms(ix, key) if known else (),
        versions=versions,
        rows=tuple(groups),
        shifts=between(ix, {row.id for row in rows}),
    )


def _first_place(ix: Index, utterance: UtteranceRow) -> tuple[int, Spans]:
    order = {article: number for number, article in enumerate(ix.by_date(ix.articles_of(utterance)))}
    return min((order[ix.statements[r.statement].article], r.spans) for r in utterance.renderings)


def _whole(row: StatementRow, spans: Spans) -> bool:
    return length(common(row.content, spans)) >= WHOLE * length(row.content)


def versions_of(ix: Index, utterance: UtteranceRow, seen: set[str] | None = None) -> Versions:
    """The versions of an utterance in the order of their articles' dates, with the words that differ."""
    order = {article: number for number, article in enumerate(ix.by_date(ix.articles_of(utterance)))}
    renderings = sorted(utterance.renderings, key=lambda r: (order[ix.statements[r.statement].article], r.spans))
    rows = [ix.statements[r.statement] for r in renderings]
    items = [rendered(ix, row, r.spans) for row, r in zip(rows, renderings, strict=True)]
    words = [tokens(ix.articles[item.article].text, item.spans) for item in items]
    places = differing(words)
    cut = any(places) and not any(contrast(left, right) for left, right in combinations(words, 2))
    shown = tuple(
        replace(
            row_of(ix, row, seen),
            cue=cue(ix, row, item),
            item=replace(item, differing=common(there, item.spans)),
            manner=manner(ix, item),
        )
        for row, item, there in zip(rows, items, places, strict=True)
    )
    origin = counted_origins(ix, utterance.origins, [item.article for item in items])
    statements = {row.id for row in rows}
    return Versions(
        id=utterance.id,
        rows=shown,
        same=not any(places),
        cut=cut,
        why=reasons(ix, statements),
        origin=origin,
        shifts=inside(ix, statements),
        lacking=lacking(ix, utterance.lacking),
    )


def row_of(ix: Index, row: StatementRow, seen: set[str] | None = None, key: str | None = None) -> Row:
    """A statement as it is shown under one speaker."""
    item = content(ix, row)
    first = seen is not None and row.id not in seen
    if seen is not None:
        seen.add(row.id)
    return Row(row.id, row.article, cue(ix, row, item), item, manner(ix, item), tuple(_notes(ix, row, key)), first)


def cue(ix: Index, row: StatementRow, item: Cited) -> Pieces:
    """The words that say that something is said, before what is not quoted."""
    if item.kind == "quotation" or not row.cue:
        return ()
    return say("said.cue", words=(passage(ix, row.article, row.cue),))


def manner(ix: Index, item: Cited) -> str:
    """Whether the words are quoted, or as put by the outlet."""
    if item.kind == "quotation":
        return word("said.quoted")
    outlet = ix.articles[item.article]
    return str("".join(map(str, say("said.put" if outlet.outlet else "said.put_plain", outlet=label(outlet)))))


def _notes(ix: Index, row: StatementRow, key: str | None) -> list[Pieces]:
    notes: list[Pieces] = []
    outer = ix.statements.get(row.inside or "")
    if outer and outer.speakers != row.speakers:
        notes.append(say("said.according", who=by_whom(ix, outer)))
    if row.headline:
        notes.append((word("said.headline"),))
    if row.kind != "speech":
        notes.append((word(f"said.{row.kind}"),))
    others = tuple(actor for actor in row.speakers if actor != key)
    if key and others and key in row.speakers:
        notes.append(say("said.with", who=names(ix, others, row.article)))
    if row.said_on.earliest or row.said_on.latest:
        notes.append(say("said.dated", day=dated(ix, row.said_on)))
    notes += [(text,) for text in resting(ix, row.article, row.content)]
    notes += [
        say(f"said.{phrase}", who=names(ix, actors, row.article))
        for phrase, actors in (("to", row.addressees), ("via", row.via))
        if actors
    ]
    if row.source and (row.speakers_basis != "named" or not row.speakers or key == UNNAMED):
        notes.append(say("said.named_as", words=(passage(ix, row.article, row.source),)))
    return notes


def by_whom(ix: Index, row: StatementRow) -> Pieces:
    """On whose word: the speakers of the statement, or its source's words where no speaker is resolved."""
    if row.speakers:
        return names(ix, row.speakers, row.article)
    return (passage(ix, row.article, row.source),) if row.source else (word("said.no_source"),)
