"""The first page: ten lines, each with the way to its rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.model.reading import AHEAD
from dragoman.model.record import MeetingRow, StatementRow
from dragoman.show.central import centrality, shared_words
from dragoman.show.cite import name, passage, shortened
from dragoman.show.contrasts import Pair, forms, sharpest
from dragoman.show.excerpt import around
from dragoman.show.ground import Line, common_ground, contested, one_origin
from dragoman.show.index import Index, label
from dragoman.show.meetings import TOLD_BY_ONE, line, reported_by
from dragoman.show.phrases import counted, say, word
from dragoman.show.pieces import Pieces, joined
from dragoman.show.said import UNRESOLVED, Row, Speaker, Versions
from dragoman.show.sources import dropped_id

LINES = 10
LONGEST = 220
"""A passage on the first page is cut after about this many characters."""
LEAST_WORDS = 7
PAIRS, PASSAGES, OUTLETS = 3, 2, 8
"""So many versions, passages and outlets are printed on one line."""
SPEAKERS = 12
OPTIONAL = ("common", "contested", "origin", "single", "unsure")
"""Parts of which nothing is said where there is nothing."""


Counts = list[tuple[str, str, list[str]]]
"""Phrases, nouns and the ids that are counted."""


@dataclass(frozen=True, slots=True)
class Part:
    """The lines under one heading (a phrase's name)."""

    name: str
    lines: tuple[Line, ...]


def glance(ix: Index, speakers: Sequence[Speaker]) -> tuple[Part, ...]:
    """At most ten lines: what happened and was said, what is common ground and what contested, what differs, rests on
    one origin or stands once, what comes next, what is unsure, and what was not read.
    """
    candidates = {
        "happened": _happened(ix),
        "said": _said(ix, speakers),
        "common": common_ground(ix, speakers),
        "contested": contested(ix),
        "differs": _differs(ix, speakers),
        "origin": one_origin(ix),
        "single": _single(ix),
        "next": _next(ix),
        "unsure": _unsure(ix),
        "notes": [_notes(ix)],
    }
    there = {part: lines for part, lines in candidates.items() if lines or part not in OPTIONAL}
    room = _shares({part: len(lines) for part, lines in there.items()})
    return tuple(Part(part, tuple(lines[: room[part]]) or (_none(part),)) for part, lines in there.items())


def _shares(there: dict[str, int]) -> dict[str, int]:
    room = {part: min(1, lines) for part, lines in there.items()}
    free = LINES - len(room)
    for part in ("happened", "differs", "said", "contested", "next", "happened", "differs", "single", "said"):
        if free > 0 and room.get(part, 0) < there.get(part, 0):
            room[part] += 1
            free -= 1
    return room


def _none(part: str) -> Line:
    targets = {"happened": "timeline", "next": "timeline"}
    return Line((word(f"glance.none_{part}"),), targets.get(part, "said"), "list")


def _ranked(ix: Index, statuses: Sequence[str]) -> list[MeetingRow]:
    rows = [m for m in ix.record.meetings if m.status in statuses and m.reports]
    return sorted(rows, key=lambda row: _newsworthy(ix, row))


def _newsworthy(ix: Index, row: MeetingRow) -> tuple[object, ...]:
    """Most articles first, then what is dated and placed, of the story with most articles, most parties, newest."""
    story = ix.story_of.get(row.reports[0].article)
    newest = -row.date.earliest.toordinal() if row.date.earliest else 0
    return (
        -len({report.article for report in row.reports}),
        row.date.earliest is None,
        row.place is None,
        -len(story.articles) if story else 0,
        -len(row.participants),
        newest,
        row.id,
    )


def _meeting_line(ix: Index, row: MeetingRow, *, with_words: bool = False) -> Line:
    story = ix.story_of.get(row.reports[0].article)
    about, by = line(ix, row), reported_by(ix, row, story)
    if not with_words:
        return Line(say("meeting.reported", line=about, by=by), f"m-{row.id}", "reports")
    told = [shortened(ix, passage(ix, r.article, r.spans), LONGEST) for r in row.reports if r.spans]
    different = {item.text.casefold(): item for item in reversed(told)}
    words = joined([(item,) for item in reversed(different.values())][:PASSAGES], "; ")
    return Line(say("meeting.reported_words", line=about, by=by, words=words), f"m-{row.id}", "reports")


def _happened(ix: Index) -> list[Line]:
    """Meetings that most articles report. Where one party alone tells it, its words stand beside it."""
    rows = _ranked(ix, ("held", *TOLD_BY_ONE))[:LINES]
    return [_meeting_line(ix, row, with_words=row.status != "held") for row in rows]


def _next(ix: Index) -> list[Line]:
    return [_meeting_line(ix, row, with_words=True) for row in _ranked(ix, AHEAD)[:LINES]]


def _said(ix: Index, speakers: Sequence[Speaker]) -> list[Line]:
    """For each speaker what most articles have in several versions, or else the statement most about what the other
    articles of its story are about; speakers in the order of their articles and statements.
    """
    common = shared_words(ix)
    out: list[tuple[int, int, Line]] = []
    for number, speaker in enumerate(each for each in speakers if each.id in ix.actors):
        found = [v for v in speaker.versions if all(_speaks_for_itself(ix, row) for row in v.rows)]
        several = max(found, key=lambda v: len({row.article for row in v.rows}), default=None)
        rows = [row for _, group in speaker.rows for row in group if _speaks_for_itself(ix, row)]
        if several:
            first = next((row for row in several.rows if row.item.kind == "quotation"), several.rows[0])
            out.append((-len(several.rows), number, _statement_line(ix, speaker, first, several)))
        elif rows and number < SPEAKERS:
            best = max(rows, key=lambda row: (row.item.kind == "quotation", centrality(ix, row, common)))
            out.append((-1, number, _statement_line(ix, speaker, best, None)))
    return [row for _, _, row in sorted(out, key=lambda each: each[:2])]


def _speaks_for_itself(ix: Index, row: Row) -> bool:
    """Whether the words can stand alone on the first page: a clause, and not on another's word."""
    return len(row.item.text.split()) >= LEAST_WORDS and not ix.statements[row.statement].inside


def _own_words(ix: Index, versions: Versions) -> bool:
    """Whether any version stands on its speaker's word, and not on that of another who is cited."""
    return any(not ix.statements[row.statement].inside for row in versions.rows)


def _statement_line(ix: Index, speaker: Speaker, row: Row, several: Versions | None) -> Line:
    by: Pieces = (label(ix.articles[row.article]) if row.item.kind == "quotation" else row.manner,)
    if several:
        versions = counted("versions", tuple(dict.fromkeys(each.statement for each in several.rows)))
        by = say("glance.by_versions", outlet=by, versions=versions)
    item = shortened(ix, replace(row.item, differing=()), LONGEST)
    phrase = "glance.statement_cue" if row.cue else "glance.statement"
    pieces = say(phrase, speaker=name(ix, speaker.id, row.article), words=(*row.cue, item), outlet=by)
    target, more = (f"u-{several.id}", "versions") if several else (f"s-{row.statement}", "words")
    return Line(pieces, target, more)


def _differs(ix: Index, speakers: Sequence[Speaker]) -> list[Line]:
    """The utterances whose versions differ, those first where the difference is in telling words, then those of which
    most articles have a version.
    """
    found: list[tuple[tuple[int, ...], Line]] = []
    for speaker in speakers:
        for versions in speaker.versions:
            pair = sharpest(ix, versions) if _own_words(ix, versions) and not versions.same else None
            if pair:
                articles = len({row.article for row in versions.rows})
                quotations = sum(row.item.kind == "quotation" for row in (pair.left, pair.right))
                order = (pair.contrast.telling, articles, quotations, *pair.contrast[1:3])
                found.append((order, _difference_line(ix, speaker, versions, pair)))
    return [each for _, each in sorted(found, key=lambda each: each[0], reverse=True)]


def _difference_line(ix: Index, speaker: Speaker, versions: Versions, pair: Pair) -> Line:
    """The two versions side by side where they differ, each with all outlets that have its words."""
    parts = []
    for row, place in ((pair.left, pair.contrast.left), (pair.right, pair.contrast.right)):
        same = [each.article for each in versions.rows if forms(ix, each) == forms(ix, row)]
        outlets = ", ".join(label(ix.articles[article]) for article in ix.by_date(same))
        parts.append(say("glance.version", words=(*row.cue, around(ix, row.item, place)), outlet=outlets))
    several = counted("versions", tuple(dict.fromkeys(row.statement for row in versions.rows)))
    pieces = say("glance.differing", speaker=speaker.name, versions=several, pairs=joined(parts, "; "))
    return Line(pieces, f"u-{versions.id}", "versions")


def _single(ix: Index) -> list[Line]:
    """What one article alone has of occasions on which it could be in others too: statements, then meetings."""
    shared = {article for story in ix.record.stories if len(story.articles) > 1 for article in story.articles}
    rows = [row for row in ix.shown() if row.article in shared]
    alone = [r for r in rows if not any(len(ix.articles_of(u)) > 1 for u in ix.utterances_of.get(r.id, []))]
    meetings = [m for m in ix.record.meetings if m.reports and m.reports[0].article in shared]
    once = [m for m in meetings if len({r.article for r in m.reports}) == 1]
    lines = [_single_statements(ix, rows, alone)] if alone else []
    if once:
        shown = joined([(*line(ix, m), f" ({label(ix.articles[m.reports[0].article])})") for m in once[:PAIRS]], "; ")
        counts = {"rows": counted("meetings", _ids(once)), "all": counted("meetings", _ids(meetings))[:1]}
        lines.append(Line(say("glance.single_meetings", **counts, lines=shown), "timeline", "list"))
    return lines


def _single_statements(ix: Index, rows: list[StatementRow], alone: list[StatementRow]) -> Line:
    of: dict[str, list[StatementRow]] = {}
    for row in alone:
        of.setdefault(label(ix.articles[row.article]), []).append(row)
    most = sorted(of, key=lambda outlet: (-len(of[outlet]), outlet))[:OUTLETS]
    by = [say("glance.by_outlet", outlet=each, rows=counted("statements", _ids(of[each]))[:1]) for each in most]
    counts = {"rows": counted("statements", _ids(alone)), "all": counted("statements", _ids(rows))[:1]}
    return Line(say("glance.single_statements", **counts, by=joined(by)), "said", "list")


def _notes(ix: Index) -> Line:
    rows = ix.record.articles
    counts: Counts = [
        ("read", "articles", [r.id for r in rows if r.read == "full"]),
        ("excerpt", "articles", [r.id for r in rows if r.read == "excerpt"]),
        ("unread", "articles", [r.id for r in rows if r.read == "none"]),
        ("clutter", "articles", [r.id for r in rows if r.furniture]),
        ("left_out", "left_out", [dropped_id(drop) for drop in ix.record.dropped]),
    ]
    return _counts_line(ix, counts, "sources")


def _unsure(ix: Index) -> list[Line]:
    rows = ix.record.articles
    counts: Counts = [
        ("unresolved", "statements", [r.id for r in ix.shown() if not r.speakers]),
        ("dates_inferred", "articles", [r.id for r in rows if r.published.basis == "inferred"]),
        ("dates_unknown", "articles", [r.id for r in rows if not (r.published.earliest or r.published.latest)]),
    ]
    target = f"p-{UNRESOLVED}" if counts[0][2] else "sources"
    return [_counts_line(ix, counts, target)] if any(ids for _, _, ids in counts) else []


def _counts_line(ix: Index, counts: Counts, target: str) -> Line:
    parts = [
        say(f"glance.{phrase}", rows=_named(ix, counted(noun, tuple(ids)), ids if "date" in phrase else []))
        for phrase, noun, ids in counts
        if ids or phrase in ("read", "left_out")
    ]
    return Line(joined(parts, "; "), target, "sources" if target == "sources" else "list")


def _named(ix: Index, count: Pieces, articles: Sequence[str]) -> Pieces:
    """The count, with the names of the articles where they are few."""
    if not 0 < len(articles) <= PAIRS:
        return count
    return say("glance.of", count=count, labels=", ".join(label(ix.articles[a]) for a in ix.by_date(articles)))


def _ids(rows: Sequence[StatementRow] | Sequence[MeetingRow]) -> tuple[str, ...]:
    return tuple(row.id for row in rows)
