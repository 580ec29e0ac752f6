"""Records made by hand about invented states, with a row of every kind that a brief shows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.model.article import Dropped
from dragoman.model.claims import ClaimCell, ClaimRow, ConflictRow, ConflictSide
from dragoman.model.ids import article_id, digest, finding_id, sha256
from dragoman.model.links import Reason, Ref, Rest
from dragoman.model.reading import MeetingStatus, SpeakersBasis
from dragoman.model.record import (
    ActorMention,
    ActorRow,
    ArticleRow,
    FigureRow,
    LinkRow,
    Made,
    MeetingReportRow,
    MeetingRow,
    OriginRow,
    Record,
    RenderingRow,
    ShiftRow,
    StatementRow,
    StoryRow,
    UtteranceRow,
)
from dragoman.model.spans import Place, Span, Spans
from dragoman.model.when import UNKNOWN, When, between

POST = """Harbour Post

Ministers meet in Carrow

CARROW, 14 May 2031 (NSA) - The foreign ministers of Velmar and Ostrand met in Carrow on Wednesday.

“The causeway must stay open for purely civilian and medical traffic,” Velmarian Foreign Minister Ilse Barran said. \
“We counted 40 lorries a day in April.”

Barran said that Ostrand had agreed to meet again in June.

Share this story
"""
COURIER = """Lisk Courier | Thursday

"The causeway must remain open to exclusively civilian and medical vehicles," Ilse Barran told reporters, \
NSA reports.

Ostrander Foreign Minister Tam Ruel called the patrols “a threat to
the peace” and noted that Velmar had refused to meet in Lisk.
"""
NOTES = """Ilse Barran stressed that the causeway is for medical traffic alone.

A call between Barran and Ruel is planned, an official said.
"""
HOSTILE = (
    """<script>document.title="taken"</script> <img src=x onerror=alert(1)>

“Read [this](javascript:alert(2)) & <b>that</b>,” said Ilse \u202eBarran\u202c\u200b\0 of *Velmar*.
"""
    + "supercalifragilistic" * 30
)


def at(text: str, *parts: str) -> Spans:
    """Where the parts stand, each after the one before."""
    out, start = [], 0
    for part in parts:
        start = text.index(part, start)
        out.append(Span(start, start + len(part)))
        start += len(part)
    return tuple(out)


def article(source: str, text: str, **known: object) -> ArticleRow:
    """An article row of this text; ``known`` are further fields."""
    text_sha256 = sha256(text.encode())
    row = ArticleRow(
        id=article_id(source, text_sha256),
        source=source,
        url=None,
        outlet=None,
        title=None,
        authors=(),
        published=UNKNOWN,
        place=None,
        language="en",
        credits=(),
        basis={},
        places={},
        furniture=(),
        text=text,
        text_sha256=text_sha256,
        page_sha256=text_sha256,
        read="full",
    )
    return replace(row, **known)  # type: ignore[arg-type]  # keyword arguments of a test, checked when it runs


def day(year: int, month: int, number: int, words: Place | None = None) -> When:
    return between(date(year, month, number), date(year, month, number), "stated", words=words)


def post() -> ArticleRow:
    source = "01-harbour-post.txt"
    bare = article(source, POST)
    return replace(
        bare,
        outlet="Harbour Post",
        title="Ministers meet in Carrow",
        published=day(2031, 5, 14, Place(bare.id, at(POST, "14 May 2031"))),
        place="CARROW",
        credits=("NSA",),
        url="https://harbour.example/1?a=1&b=2",
        places={
            "outlet": at(POST, "Harbour Post"),
            "title": at(POST, "Ministers meet in Carrow"),
            "credits": at(POST, "NSA"),
            "published": at(POST, "14 May 2031"),
        },
        basis={"outlet": "stated", "published": "stated", "title": "stated"},
        furniture=at(POST, "Share this story"),
    )


def courier() -> ArticleRow:
    bare = article("02-lisk-courier.txt", COURIER)
    when = between(
        date(2031, 5, 15),
        date(2031, 5, 15),
        "inferred",
        "the Thursday after the meeting",
        Place(bare.id, at(COURIER, "Thursday")),
    )
    return replace(
        bare,
        outlet="Lisk Courier",
        published=when,
        credits=("NSA",),
        places={"outlet": at(COURIER, "Lisk Courier"), "credits": at(COURIER, "NSA")},
        basis={"outlet": "stated", "published": "inferred"},
    )


def hostile() -> ArticleRow:
    return article("04-<b>hostile</b>.txt", HOSTILE, url="javascript:alert(3)", outlet="<i>Outlet</i>")


def statement(
    row: ArticleRow, content: Spans, speaker: str | None, source: str = "", basis: SpeakersBasis = "named"
) -> StatementRow:
    """A statement row, its source the last such words before it; direct where it is between quotation marks."""
    named = row.text.rfind(source, 0, content[0].start) if source else -1
    named = row.text.find(source) if source and named < 0 else named
    mode = "direct" if row.text[content[0].start - 1] in '“"' else "indirect"
    return StatementRow(
        id=finding_id(row.id, "statement", content),
        article=row.id,
        speakers=(speaker,) if speaker else (),
        speakers_basis=basis if speaker else None,
        addressees=(),
        mode=mode,  # type: ignore[arg-type]  # one of the two modes
        kind="speech",
        source=(Span(named, named + len(source)),) if source else (),
        cue=(),
        content=content,
        said_on=UNKNOWN,
        via=(),
        inside=None,
        answers=(),
        meeting=None,
        issues=(),
        confidence=None,
        shown=True,
    )


def actor(name: str, kind: str, rows: Sequence[ArticleRow], *forms: str) -> ActorRow:
    """An actor mentioned wherever one of its names (its own and ``forms``) is printed."""
    mentions = [
        ActorMention(row.id, (Span(found, found + len(form)),), "name")
        for row in rows
        for form in (name, *forms)
        for found in [row.text.find(form)]
        if found >= 0
    ]
    return ActorRow(digest("actor", name), name, kind, None, (name, *forms), (), tuple(mentions))  # type: ignore[arg-type]  # a literal of the test


def meeting(status: MeetingStatus, when: When, people: Sequence[str], *reports: MeetingReportRow) -> MeetingRow:
    return MeetingRow(
        id=digest("meeting", *(f"{r.article}{r.spans}" for r in reports)),
        kind="meeting",
        format="bilateral",
        level=None,
        participants=tuple(people),
        place="Carrow" if status == "held" else "Lisk" if status == "refused" else None,
        date=when,
        status=status,
        reports=reports,
    )


def _claim(utterance: str, speaker: str, one: StatementRow, other: StatementRow, without: str) -> ClaimRow:
    """That it was said: one article has it, another has another value, and a third lacks it."""
    cells = (
        ClaimCell(one.article, "attributes", one.id, None, one.content),
        ClaimCell(other.article, "other value", other.id, "alone", other.content),
        ClaimCell(without, "absent", None, None),
    )
    about, places = Ref("utterances", utterance), tuple(Place(row.article, row.content) for row in (one, other))
    return ClaimRow(
        digest("claim", utterance), about, (speaker,), None, UNKNOWN, places, "contested", (), cells, ("value",)
    )


def _conflict(row: ClaimRow, one: StatementRow, other: StatementRow) -> ConflictRow:
    sides = (ConflictSide(one.article, one.content, UNKNOWN), ConflictSide(other.article, other.content, UNKNOWN))
    return ConflictRow(digest("conflict", row.id), "value", row.id, sides)


def small() -> Record:
    """Three articles and a hostile one: every kind of row, three versions of one utterance."""
    a, b, c, d = rows = (post(), courier(), article("03-notes.txt", NOTES), hostile())
    barran = actor("Ilse Barran", "person", rows, "Barran")
    ruel = actor("Tam Ruel", "person", rows, "Ruel")
    velmar, ostrand = actor("Velmar", "state", rows), actor("Ostrand", "state", rows)
    said_a = statement(a, at(POST, "The causeway must stay open for purely civilian and medical traffic"), barran.id)
    forty = statement(a, at(POST, "We counted 40 lorries a day in April."), barran.id, basis="running")
    again = statement(a, at(POST, "Ostrand had agreed to meet again in June"), barran.id, "Barran")
    said_b = statement(
        b, at(COURIER, "The causeway must remain open to exclusively civilian and medical vehicles"), barran.id
    )
    threat = replace(statement(b, at(COURIER, "the patrols “a threat to\nthe peace”"), ruel.id), mode="mixed")
    refused = replace(
        statement(b, at(COURIER, "Velmar had refused to meet in Lisk"), ruel.id, basis="running"),
        said_on=day(2031, 5, 14),
    )
    narrow = statement(c, at(NOTES, "the causeway is for medical traffic alone"), barran.id, "Ilse Barran")
    official = statement(c, at(NOTES, "A call between Barran and Ruel is planned"), None, "an official")
    bad = statement(d, at(HOSTILE, "Read [this](javascript:alert(2)) & <b>that</b>"), barran.id)
    statements = (said_a, forty, again, said_b, threat, refused, narrow, official, bad)
    held = meeting(
        "held",
        between(
            date(2031, 5, 14), date(2031, 5, 14), "inferred", "the Wednesday before", Place(a.id, at(POST, "Wednesday"))
        ),
        (velmar.id, ostrand.id),
        MeetingReportRow(
            a.id, at(POST, "The foreign ministers of Velmar and Ostrand met in Carrow on Wednesday"), "held", ()
        ),
    )
    planned = meeting(
        "planned",
        between(date(2031, 6, 1), date(2031, 6, 30), "stated", words=Place(a.id, at(POST, "June"))),
        (velmar.id, ostrand.id),
        MeetingReportRow(a.id, again.content, "planned", (barran.id,)),
    )
    turned = meeting(
        "refused", UNKNOWN, (velmar.id, ostrand.id), MeetingReportRow(b.id, refused.content, "refused", (ruel.id,))
    )
    utterance = UtteranceRow(
        digest("utterance", said_a.id),
        (barran.id,),
        tuple(RenderingRow(s.id, s.content) for s in (said_a, said_b, narrow)),
    )
    shifts = (
        ShiftRow(
            digest("shift", "1"),
            "scope",
            "same",
            RenderingRow(said_a.id, at(POST, "civilian and medical traffic")),
            RenderingRow(narrow.id, at(NOTES, "medical traffic")),
            ("may be translation", "paraphrase beside quotation"),
        ),
        ShiftRow(
            digest("shift", "2"),
            "negation",
            "related",
            RenderingRow(again.id, at(POST, "agreed to meet")),
            RenderingRow(refused.id, at(COURIER, "refused to meet")),
            ("may be translation",),
        ),
    )
    forty_spans = at(POST, "40 lorries a day")
    return Record(
        articles=rows,
        actors=(barran, ostrand, ruel, velmar),
        statements=tuple(sorted(statements, key=lambda s: (s.article, s.content))),
        utterances=(utterance,),
        shifts=shifts,
        stories=(
            StoryRow(digest("story", a.id), "Velmar, Ostrand: Carrow, 14 May 2031", (a.id, b.id, c.id), held.date),
            StoryRow(digest("story", d.id), "One report", (d.id,), UNKNOWN),
        ),
        origins=(
            OriginRow(
                digest("origin", "NSA"),
                "NSA",
                "agency",
                (
                    Rest(a.id, (), Place(a.id, at(POST, "(NSA)"))),
                    Rest(b.id, at(COURIER, "told reporters"), Place(b.id, at(COURIER, "NSA reports"))),
                ),
            ),
        ),
        meetings=(held, planned, turned),
        figures=(
            FigureRow(
                finding_id(a.id, "figure", forty_spans), 40, "lorries", None, "a day", (barran.id,), a.id, forty_spans
            ),
        ),
        links=(
            LinkRow(
                "same",
                Ref("statements", said_a.id),
                Ref("statements", said_b.id),
                0.93,
                (Reason("meaning", 0.93, "cosine .93"),),
                "machine",
            ),
        ),
        dropped=(Dropped("05-empty.txt", "clean", "the file holds no text"),),
        made=Made("0.1.0"),
    )


def with_claims(record: Record) -> Record:
    """The record with a claim that is contested: one article has it, another has another value, a third lacks it."""
    utterance, rows = record.utterances[0], {row.id: row for row in record.statements}
    one, lacking, other = (rows[rendering.statement] for rendering in utterance.renderings)
    claim = _claim(utterance.id, utterance.speakers[0], one, other, lacking.article)
    return replace(record, claims=(claim,), conflicts=(_conflict(claim, one, other),))
