"""Readings made by hand: who met whom, on which day of an article's text."""

from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.article import Article, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.links import ActorGroup, At, StoryGroup
from dragoman.model.reading import Entity, MeetingKind, MeetingReport, MeetingStatus, ReadArticle, Reading, Timex
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, When, between

PEOPLE = (
    Entity("person", "Ilse Barran", ("Ilse Barran",), country="V1"),
    Entity("person", "Oren Tolle", ("Oren Tolle",), country="O1"),
    Entity("person", "Mira Quist", ("Mira Quist",), country="K1"),
    Entity("state", "Velmar", ("Velmar",), country="V1"),
    Entity("state", "Ostrand", ("Ostrand",), country="O1"),
    Entity("state", "Kolm", ("Kolm",), country="K1"),
    Entity("group", "three powers", ("three powers",)),
    Entity("body", "Arab League", ("Arab League",)),
)
BARRAN, TOLLE, QUIST, VELMAR, OSTRAND, KOLM, POWERS, LEAGUE = range(8)


def on(day: date | None) -> When:
    return between(day, day, "stated") if day else UNKNOWN


@dataclass(frozen=True)
class Told:
    """One report: participants, status, a place printed in the text, the index of its time expression."""

    who: tuple[int, ...]
    status: MeetingStatus = "held"
    place: str | None = None
    timex: int | None = None
    kind: MeetingKind = "meeting"
    talks: bool = False


def article(name: str, *told: Told, published: date | None = None, timexes: tuple[Timex, ...] = ()) -> ReadArticle:
    """An article whose text names the places; report ``i`` stands at offset ``i``."""
    places = [report.place for report in told if report.place]
    text = f"{name} {' '.join(places)} " + "Tuesday, June 3, they said. " * 4
    reports = tuple(
        MeetingReport(
            (Span(i, i + 1),),
            report.kind,
            report.status,
            report.who,
            place=Span(text.index(report.place), text.index(report.place) + len(report.place))
            if report.place
            else None,
            timex=report.timex,
            talks=report.talks,
        )
        for i, report in enumerate(told)
    )
    head = Masthead(published=on(published))
    made = Article(article_id(name, sha256(text.encode())), name, text, sha256(text.encode()), "p", head)
    return ReadArticle(made, Reading("1", language="en", entities=PEOPLE, timexes=timexes, meetings=reports))


def actors(*reads: ReadArticle) -> tuple[ActorGroup, ...]:
    """Each of the people is one actor everywhere."""
    return tuple(ActorGroup(tuple(At(read.article.id, i) for read in reads)) for i, _ in enumerate(PEOPLE))


def story(*reads: ReadArticle) -> StoryGroup:
    return StoryGroup(tuple(read.article.id for read in reads))


def with_statements(read: ReadArticle, **changes: object) -> ReadArticle:
    """The same article with other findings."""
    return ReadArticle(read.article, replace(read.reading, **changes))  # type: ignore[arg-type]  # fields of a reading
