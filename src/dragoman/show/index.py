"""A record's rows by id and by what they belong to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from dragoman.model.links import Rest
from dragoman.model.quoted import quoted_runs
from dragoman.model.record import (
    ActorRow,
    ArticleRow,
    FigureRow,
    LinkRow,
    MeetingRow,
    OriginRow,
    Record,
    ShiftRow,
    StatementRow,
    StoryRow,
    UtteranceRow,
)
from dragoman.model.spans import Spans, common, words


@dataclass(frozen=True, slots=True)
class Index:
    """Look-ups over one record; ``articles`` holds the texts of instruments too, and ``runs`` are the words between
    quotation marks of each article.
    """

    record: Record
    articles: dict[str, ArticleRow]
    origins: dict[str, OriginRow]
    actors: dict[str, ActorRow]
    statements: dict[str, StatementRow]
    of_article: dict[str, list[StatementRow]]
    story_of: dict[str, StoryRow]
    meetings: dict[str, MeetingRow]
    meetings_of: dict[str, list[MeetingRow]]
    rests_of: dict[str, list[tuple[OriginRow, Rest]]]
    utterances_of: dict[str, list[UtteranceRow]]
    links_of: dict[str, list[LinkRow]]
    figures_of: dict[str, list[FigureRow]]
    figures: dict[str, FigureRow]
    shifts_of: dict[str, list[ShiftRow]]
    runs: dict[str, Spans]

    def words(self, article: str, spans: Spans) -> str:
        """The words at the spans of the article."""
        return words(self.articles[article].text, spans)

    def origins_of(self, article: str, spans: Spans) -> list[OriginRow]:
        """The origins on which the words at the spans rest: those of the whole article, or of passages round them."""
        rests = self.rests_of.get(article, [])
        return list(dict.fromkeys(o for o, rest in rests if not rest.passages or common(rest.passages, spans)))

    def shown(self) -> list[StatementRow]:
        """The statements that a brief shows."""
        return [row for row in self.record.statements if row.shown]

    def articles_of(self, utterance: UtteranceRow) -> tuple[str, ...]:
        """The ids of the articles that hold a version of it, each once."""
        return tuple(dict.fromkeys(self.statements[r.statement].article for r in utterance.renderings))

    def by_date(self, ids: Iterable[str]) -> list[str]:
        """Article ids, each once: known dates first, then by source."""
        return sorted(set(ids), key=lambda i: (*_day(self.articles[i]), self.articles[i].source, i))


def _day(row: ArticleRow) -> tuple[bool, str]:
    when = row.published.earliest or row.published.latest
    return when is None, when.isoformat() if when else ""


def label(row: ArticleRow) -> str:
    """The outlet, or the file's name where the outlet is not known."""
    return row.outlet or row.source.rsplit("/", 1)[-1]


def index(record: Record) -> Index:
    """The look-ups of a record."""
    story_of = {article: story for story in record.stories for article in story.articles}
    in_story = [(story.id, meeting) for meeting in record.meetings if (story := _story(meeting, story_of))]
    renderings = [(s, u) for u in record.utterances for s in dict.fromkeys(r.statement for r in u.renderings)]
    ends = [(end, link) for link in record.links for end in dict.fromkeys((link.left.id, link.right.id))]
    rests = [(rest.article, (origin, rest)) for origin in record.origins for rest in origin.rests]
    return Index(
        record=record,
        articles={**{row.article.id: row.article for row in record.instrument_texts}, **_by_id(record.articles)},
        origins={row.id: row for row in record.origins},
        actors={row.id: row for row in record.actors},
        statements={row.id: row for row in record.statements},
        of_article=_grouped((row.article, row) for row in record.statements),
        story_of=story_of,
        meetings={row.id: row for row in record.meetings},
        meetings_of=_grouped(in_story),
        rests_of=_grouped(rests),
        utterances_of=_grouped(renderings),
        links_of=_grouped(ends),
        figures_of=_grouped((row.article, row) for row in record.figures),
        figures={row.id: row for row in record.figures},
        shifts_of=_grouped((end.statement, row) for row in record.shifts for end in (row.left, row.right)),
        runs={row.id: quoted_runs(row.text) for row in record.articles if row.read != "none"},
    )


def _by_id(rows: Iterable[ArticleRow]) -> dict[str, ArticleRow]:
    return {row.id: row for row in rows}


_Row = TypeVar("_Row")


def _grouped(pairs: Iterable[tuple[str, _Row]]) -> dict[str, list[_Row]]:
    out: dict[str, list[_Row]] = defaultdict(list)
    for key, row in pairs:
        out[key].append(row)
    return dict(out)


def _story(meeting: MeetingRow, story_of: dict[str, StoryRow]) -> StoryRow | None:
    """The story to which most of the meeting's reports belong; of several the first."""
    stories = [story_of[report.article] for report in meeting.reports if report.article in story_of]
    ids = [story.id for story in stories]
    return max(stories, key=lambda story: (ids.count(story.id), story.id)) if stories else None
