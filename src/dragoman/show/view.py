"""All that a brief shows, made once for every form it is written in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.record import Record
from dragoman.show.allegations import Allegation, allegations
from dragoman.show.cite import names
from dragoman.show.claims import Table, claims, passages
from dragoman.show.commitments import Undertaker, undertakers
from dragoman.show.dates import day
from dragoman.show.disputes import Dispute, disputes
from dragoman.show.glance import Part, glance
from dragoman.show.index import Index, index
from dragoman.show.instruments import Document, documents
from dragoman.show.marked import Reports
from dragoman.show.meetings import anchor
from dragoman.show.naming import Naming, Wordings, namings, wordings
from dragoman.show.phrases import counted, say, word
from dragoman.show.pieces import Pieces, joined
from dragoman.show.positions import MOST_ISSUES, Issue, issues
from dragoman.show.said import Speaker, speakers
from dragoman.show.sources import Origin, Source, origins, sources
from dragoman.show.timeline import Timeline, timeline

STATES = 3


@dataclass(frozen=True, slots=True)
class View:
    """The parts of a brief in their order; ``summary`` is the line under its title."""

    ix: Index
    title: Pieces
    summary: Pieces
    glance: tuple[Part, ...]
    timeline: Timeline
    speakers: tuple[Speaker, ...]
    disputes: tuple[Dispute, ...]
    claims: tuple[Table, ...]
    allegations: tuple[Allegation, ...]
    issues: tuple[Issue, ...]
    naming: tuple[Naming, ...]
    wordings: tuple[Wordings, ...]
    undertakers: tuple[Undertaker, ...]
    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    reports: Reports


def view(record: Record, headings: Mapping[str, str] | None = None) -> View:
    """What a brief of the record shows. ``headings`` are a reader's own, for things that have several names."""
    ix = index(record)
    said = speakers(ix)
    reports: Reports = defaultdict(list)
    for meeting in record.meetings:
        for number, report in enumerate(meeting.reports):
            reports[report.article].append((anchor(meeting, number), meeting.id, report.spans))
    for article, at, claim, spans in passages(ix):
        reports[article].append((at, claim, spans))
    return View(
        ix,
        _title(ix),
        _summary(ix),
        glance(ix, said),
        timeline(ix),
        said,
        disputes(ix),
        claims(ix),
        allegations(ix),
        issues(ix, MOST_ISSUES),
        namings(ix, headings),
        wordings(ix),
        undertakers(ix),
        documents(ix),
        sources(ix),
        origins(ix),
        dict(reports),
    )


def _title(ix: Index) -> Pieces:
    """The states that most articles name, and the bodies among them that at least half do (a state that no list has
    is a body).
    """
    articles = {row.id: {m.article for m in row.mentions} for row in ix.record.actors if row.kind in ("state", "body")}
    half = len(ix.record.articles) / 2
    known = [i for i in articles if ix.actors[i].kind == "state" or len(articles[i]) >= half]
    ranked = sorted(known, key=lambda i: (-len(articles[i]), -len(ix.actors[i].mentions), ix.actors[i].name))
    if not ranked:
        return (word("page.title"),)
    return say("page.titled", names=names(ix, tuple(ranked[:STATES])))


def _summary(ix: Index) -> Pieces:
    rows = ix.record.articles
    days = sorted(d for row in rows for d in (row.published.earliest, row.published.latest) if d)
    parts: list[Pieces] = [
        counted("articles", tuple(row.id for row in rows)),
        counted("stories", tuple(story.id for story in ix.record.stories)),
        counted("statements", tuple(row.id for row in ix.shown())),
        say("page.from_to", first=day(days[0]), last=day(days[-1])) if days else (word("page.undated"),),
    ]
    return joined(parts, " · ")
