"""What a user points at in a record, as a judgement keeps it: text, spans and words in the place of ids."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import NamedTuple, TypeVar

from dragoman.errors import NotInRecord
from dragoman.model.instrument_rows import InstrumentRow
from dragoman.model.judgement import Pointed, party_key
from dragoman.model.record import ActorRow, ArticleRow, MeetingRow, Record, StatementRow, UtteranceRow
from dragoman.model.spans import Place, Span, Spans, common, length, words

SHORTEST = 4
"""Digits of an id's beginning that are enough, where no other id begins so."""
PLACE = re.compile(r"(?P<article>.+):(?P<start>\d+)-(?P<end>\d+)")
NEAR = 4


class Row(NamedTuple):
    """A row that is meant, by its list and id, and in which article and where, where that was named."""

    list: str
    id: str
    article: str | None = None
    at: Spans = ()


T = TypeVar("T")
_Named = ArticleRow | ActorRow | StatementRow | MeetingRow | InstrumentRow


def _first(found: Sequence[T], asked: Row, articles: Mapping[str, ArticleRow]) -> T:
    if not found:
        raise NotInRecord(f"{asked.id} does not stand in {articles[asked.article or ''].source}")
    return found[0]


class Pointer:
    """Looks up rows of one record.

    A row is named by its id or the beginning of it; an actor by a name, an article by its source or outlet too.
    ``ROW@ARTICLE`` is what of the row stands in that article, ``ARTICLE:START-END`` the finding at these offsets.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._articles = {row.id: row for row in record.articles}
        self._actors = {row.id: row for row in record.actors}
        self._statements = {row.id: row for row in record.statements}
        self._story = {article: story.id for story in record.stories for article in story.articles}

    def row(self, asked: str, lists: Sequence[str]) -> Row:
        """The one row of these lists that is meant.

        Raises:
            NotInRecord: there is none, or there are several; the message names them.
        """
        if at := self._at_place(asked, lists):
            return at
        name, _, where = asked.rpartition("@")
        if not name or self._fitting(asked, lists):
            return self._one(asked, lists)
        return self._one(name, lists)._replace(article=self._one(where, ["articles"]).id)

    def pointed(self, row: Row, near: str | None = None) -> Pointed:
        """The finding: of a row that holds several the one in its article, else one in ``near``, else the first."""
        makers: dict[str, Callable[[Row, str | None], Pointed]] = {
            "articles": lambda one, _: self._article(one.id),
            "stories": lambda one, _: self._article(one.article or self._of_story(one.id)[0]),
            "statements": lambda one, _: self._statement(self._statements[one.id]),
            "utterances": lambda one, _: self._rendering(one),
            "actors": self._actor,
            "meetings": lambda one, _: self._meeting(one),
            "instruments": lambda one, _: self._instrument(one),
            "commitments": lambda one, _: self._commitment(one),
            "allegations": lambda one, _: self._allegation(one),
        }
        return makers[row.list](row, near)

    def article_of(self, pointed: Pointed) -> str:
        """The id of the article in which the finding stands."""
        return next(row.id for row in self._record.articles if row.source == pointed.source)

    def file(self, asked: str) -> Pointed | None:
        """The article with this id or source, if there is one; an outlet's name names the outlet."""
        return next((self._article(row.id) for row in self._record.articles if asked in (row.id, row.source)), None)

    def story_beside(self, articles: Sequence[str]) -> list[str]:
        """The other articles of the stories of these."""
        stories = {self._story[article] for article in articles}
        return [article for article, story in self._story.items() if story in stories and article not in articles]

    def _of_story(self, story: str) -> list[str]:
        return [article for article, other in self._story.items() if other == story]

    def _one(self, asked: str, lists: Sequence[str]) -> Row:
        found = self._fitting(asked, lists)
        if len(found) == 1:
            return found[0]
        kinds = " or ".join(name.rstrip("s").removesuffix("ie") + ("y" if name == "stories" else "") for name in lists)
        if found:
            several = ", ".join(row.id for row in found[:NEAR])
            raise NotInRecord(f"{asked!r} is more than one {kinds}: {several}; give the id")
        every = [each for name in lists for _, names in self._named(name) for each in names]
        near = get_close_matches(asked, every, n=NEAR, cutoff=0.6)
        hint = f"; near it: {', '.join(dict.fromkeys(near))}" if near else ""
        raise NotInRecord(f"there is no {kinds} {asked!r} in this record{hint}")

    def _fitting(self, asked: str, lists: Sequence[str]) -> list[Row]:
        """The rows with this id or name, else those whose ids begin so."""
        wanted = asked.casefold()
        every = [(Row(name, each.id), names) for name in lists for each, names in self._named(name)]
        found = [row for row, names in every if wanted == row.id or wanted in {n.casefold() for n in names}]
        return found or [row for row, _ in every if len(wanted) >= SHORTEST and row.id.startswith(wanted)]

    def _named(self, name: str) -> Iterator[tuple[_Named, list[str]]]:
        for row in getattr(self._record, name):
            if name == "articles":
                yield row, [row.source, row.outlet or row.source]
            elif name == "actors":
                yield row, [row.name, *row.names]
            elif name == "instruments":
                yield row, [row.name]
            else:
                yield row, []

    def _at_place(self, asked: str, lists: Sequence[str]) -> Row | None:
        """The finding that shares most with the place, if the words name one."""
        match = PLACE.fullmatch(asked)
        if not match or lists == ["articles"]:
            return None
        article = self._one(match["article"], ["articles"]).id
        asked_for = (Span(int(match["start"]), int(match["end"])),)
        near = [
            (length(common(spans, asked_for)), -length(spans), Row(name, key, article, asked_for))
            for name in lists
            for key, spans in self._places(name, article)
        ]
        best = max(near, key=lambda one: one[:2], default=None)
        if best is None or not best[0]:
            raise NotInRecord(f"nothing that can be judged so stands at {asked}")
        return best[2]

    def _places(self, name: str, article: str) -> Iterator[tuple[str, Spans]]:
        if name == "statements":
            yield from ((row.id, row.content) for row in self._record.statements if row.article == article)
        elif name == "actors":
            mentions = ((row.id, m) for row in self._record.actors for m in row.mentions)
            yield from ((key, mention.spans) for key, mention in mentions if mention.article == article)
        elif name == "meetings":
            reports = ((row.id, report) for row in self._record.meetings for report in row.reports)
            yield from ((key, report.spans) for key, report in reports if report.article == article)
        elif name == "instruments":
            named = ((row.id, place) for row in self._record.instruments for place in row.mentions)
            yield from ((key, place.spans) for key, place in named if place.article == article)
            yield from ((row.id, row.spans) for row in self._record.open_instruments if row.article == article)
        elif name == "commitments":
            told = ((row.id, report) for row in self._record.commitments for report in row.reports)
            yield from ((key, report.spans) for key, report in told if report.article == article)
        elif name == "allegations":
            said = ((row.id, self._statements[each]) for row in self._record.allegations for each in row.statements)
            yield from ((key, each.content) for key, each in said if each.article == article)

    def _article(self, article: str) -> Pointed:
        row = self._articles[article]
        return Pointed("articles", row.text_sha256, row.source, (), row.title or "")

    def _statement(self, row: StatementRow, part: Spans = ()) -> Pointed:
        article = self._articles[row.article]
        cue = words(article.text, row.cue)
        whole = part == row.content
        said = words(article.text, row.content)
        return Pointed("statements", article.text_sha256, article.source, row.content, said, cue, () if whole else part)

    def _rendering(self, asked: Row) -> Pointed:
        row: UtteranceRow = next(each for each in self._record.utterances if each.id == asked.id)
        found = [(self._statements[each.statement], each.spans) for each in row.renderings]
        here = [each for each in found if asked.article in (None, each[0].article)]
        return self._statement(*_first(here, asked, self._articles))

    def _actor(self, asked: Row, near: str | None) -> Pointed:
        row = self._actors[asked.id]
        here = [m for m in row.mentions if asked.article in (None, m.article)]
        ordered = sorted(
            here,
            key=lambda m: (-length(common(m.spans, asked.at)), m.article != near, m.form != "name", -length(m.spans)),
        )
        mention = _first(ordered, asked, self._articles)
        article = self._articles[mention.article]
        said = words(article.text, mention.spans)
        name = said if mention.form == "name" else row.name
        return Pointed("actors", article.text_sha256, article.source, mention.spans, said, name)

    def _meeting(self, asked: Row) -> Pointed:
        row = next(each for each in self._record.meetings if each.id == asked.id)
        report = _first([r for r in row.reports if asked.article in (None, r.article)], asked, self._articles)
        article = self._articles[report.article]
        who = party_key(self._actors[actor].name for actor in row.participants)
        return Pointed(
            "meetings", article.text_sha256, article.source, report.spans, words(article.text, report.spans), who
        )

    def _instrument(self, asked: Row) -> Pointed:
        """The mention at the place that was named, which may be of no row, else the one that prints the row's name."""
        rows = {each.id: each for each in self._record.instruments}
        name = rows[asked.id].name if asked.id in rows else ""
        open_ = [Place(each.article, each.spans) for each in self._record.open_instruments if each.id == asked.id]
        named = [*rows[asked.id].mentions] if asked.id in rows else open_
        here = [place for place in named if asked.article in (None, place.article)]
        ordered = sorted(here, key=lambda p: (-length(common(p.spans, asked.at)), self._said(p) != name))
        place = _first(ordered, asked, self._articles)
        article = self._articles[place.article]
        return Pointed(
            "instruments", article.text_sha256, article.source, place.spans, words(article.text, place.spans)
        )

    def _said(self, place: Place) -> str:
        return " ".join(words(self._articles[place.article].text, place.spans).split())

    def _commitment(self, asked: Row) -> Pointed:
        row = next(each for each in self._record.commitments if each.id == asked.id)
        here = [report for report in row.reports if asked.article in (None, report.article)]
        report = _first(sorted(here, key=lambda r: -length(common(r.spans, asked.at))), asked, self._articles)
        article = self._articles[report.article]
        who = party_key(self._actors[actor].name for actor in row.actors)
        said = words(article.text, report.spans)
        return Pointed("commitments", article.text_sha256, article.source, report.spans, said, who)

    def _allegation(self, asked: Row) -> Pointed:
        row = next(each for each in self._record.allegations if each.id == asked.id)
        found = [self._statements[each] for each in row.statements]
        here = [each for each in found if asked.article in (None, each.article)]
        ordered = sorted(here, key=lambda each: -length(common(each.content, asked.at)))
        return replace(self._statement(_first(ordered, asked, self._articles)), list="allegations")
