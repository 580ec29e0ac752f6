"""A record of one invented article, and the copy of its text."""

from datetime import date
from typing import NamedTuple

from dragoman.model.ids import article_id, finding_id, sha256
from dragoman.model.reading import Mode
from dragoman.model.record import (
    ActorMention,
    ActorRow,
    ArticleRow,
    FigureRow,
    MeetingReportRow,
    MeetingRow,
    Record,
    RenderingRow,
    ShiftRow,
    StatementRow,
    UtteranceRow,
)
from dragoman.model.spans import Place, Span, Spans
from dragoman.model.when import UNKNOWN, When

TEXT = (
    "Harbour Post, 14 May 2031\n\n"
    "“The causeway stays open,” Ilse Barran said in Carrow. She added that 1,200 lorries had crossed.\n"
)
DIGEST = sha256(TEXT.encode())
ARTICLE = article_id("a.txt", DIGEST)


def at(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


class Copies(NamedTuple):
    """The copies that a test has."""

    texts: dict[str, str]

    def text(self, text_sha256: str) -> str | None:
        return self.texts.get(text_sha256)


COPIES = Copies({DIGEST: TEXT})
MET = When(date(2031, 5, 14), date(2031, 5, 14), "2031-05-14", "stated", Place(ARTICLE, at("14 May 2031")))


def statement(content: str, mode: Mode, cue: str) -> StatementRow:
    spans = at(content)
    return StatementRow(
        finding_id(ARTICLE, "statement", (*spans, *at(cue))), ARTICLE, (), None, (), mode, "speech",
        (), at(cue), spans, UNKNOWN, (), None, (), None, (), None, shown=True,
    )  # fmt: skip


BARRAN = "Ilse Barran"
SAID = statement("The causeway stays open,", "direct", "said")
ADDED = statement("1,200 lorries had crossed", "indirect", "added")
RECORD = Record(
    articles=(
        ArticleRow(
            ARTICLE, "a.txt", None, "Harbour Post", "Harbour Post", (), MET, None, "en", (), {},
            {"title": at("Harbour Post")}, (), TEXT, DIGEST, sha256(b""), "full",
        ),
    ),
    actors=(ActorRow("b", BARRAN, "person", None, (BARRAN,), (), (ActorMention(ARTICLE, at(BARRAN), "name"),)),),
    statements=(SAID, ADDED),
    utterances=(UtteranceRow("u", (), (RenderingRow(SAID.id, at("causeway stays open")),)),),
    shifts=(
        ShiftRow("s", "tense", "related", RenderingRow(SAID.id, at("stays")), RenderingRow(ADDED.id, at("had"))),
        ShiftRow("t", "addressee", "same", RenderingRow(SAID.id, at("Carrow")), RenderingRow(ADDED.id, at("She"))),
    ),
    meetings=(
        MeetingRow(
            "m", "meeting", None, None, (), "Carrow", MET, "held",
            (MeetingReportRow(ARTICLE, at("said in Carrow"), "held", ()),),
        ),
    ),
    figures=(
        FigureRow(finding_id(ARTICLE, "figure", at("1,200")), 1200.0, "lorries", None, None, (), ARTICLE, at("1,200")),
    ),
)  # fmt: skip
