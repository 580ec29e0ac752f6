"""Which articles of a story do not have a claim: only such as were read in full, are not older, and come nowhere near.

Of utterances and of what is denied, compare has asked each article's sentences. Here it is asked of meetings and
numbers, by the same rule, and of what is denied who speaks in the article at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from dragoman.model.record import ArticleRow, FigureRow, MeetingRow, Record

NEAR = 250
"""Two participants that an article names so few characters apart may be said to have met there."""


class Elsewhere:
    """The articles of each story, and whom they name where."""

    def __init__(self, record: Record) -> None:
        self.articles = {row.id: row for row in record.articles}
        self.story = {article: story.articles for story in record.stories for article in story.articles}
        self.country = {row.id: row.country or row.id for row in record.actors}
        self._named: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for actor in record.actors:
            for mention in actor.mentions:
                self._named[mention.article].append((mention.spans[0].start, self.country[actor.id]))
        self._values: defaultdict[str, set[float]] = defaultdict(set)
        for figure in record.figures:
            self._values[figure.article].add(figure.value)
        self._heard: defaultdict[str, set[str]] = defaultdict(set)
        for statement in record.statements:
            self._heard[statement.article] |= {self.country[actor] for actor in statement.speakers}
        self._kinds: defaultdict[str, list[MeetingRow]] = defaultdict(list)
        for meeting in record.meetings:
            for article in {report.article for report in meeting.reports}:
                self._kinds[article].append(meeting)

    def of_meeting(self, row: MeetingRow) -> list[str]:
        """The articles without a meeting that was held: none that names two of its parties close together, or tells
        of another such meeting of one of them. What lies ahead is told in too many ways for an article to lack it.
        """
        having = {report.article for report in row.reports}
        parties = {self.country[actor] for actor in row.participants}
        first = row.date.earliest
        found = self._others(having, [first] if first else []) if row.status == "held" and len(parties) > 1 else ()
        return [each for each in found if not self._near(each, parties) and not self._other(each, row)]

    def of_number(self, rows: Sequence[FigureRow]) -> list[str]:
        """The articles without the number: none that has the word for what it counts, or the number."""
        nouns = {(row.of or "").casefold().split()[-1] for row in rows if row.of}
        values = {row.value for row in rows}
        found = self._others({row.article for row in rows}, [])
        return [
            each
            for each in found
            if not values & self._values[each]
            and not any(noun in self.articles[each].text.casefold() for noun in nouns)
        ]

    def of_words(self, lacking: Iterable[str], speakers: Iterable[str]) -> list[str]:
        """Of these articles those in which nobody of the speakers' states, of either side, says anything."""
        sides = {self.country[actor] for actor in speakers}
        return [article for article in lacking if not sides & self._heard[article]]

    def _near(self, article: str, parties: set[str]) -> bool:
        named = sorted(each for each in self._named[article] if each[1] in parties)
        return any(a[1] != b[1] and b[0] - a[0] <= NEAR for a, b in pairwise(named))

    def _other(self, article: str, row: MeetingRow) -> bool:
        return any(
            each.kind == row.kind and set(each.participants) & set(row.participants) for each in self._kinds[article]
        )

    def _others(self, having: set[str], first: list[date]) -> Iterator[str]:
        """The other articles of its stories, of other outlets, that were read in full and are not older."""
        outlets = {self.articles[each].outlet for each in having} - {None}
        days = first or [day for each in having if (day := self.articles[each].published.latest)]
        for each in sorted({other for article in having for other in self.story.get(article, ())} - having):
            if days and self.articles[each].outlet not in outlets and _can_lack(self.articles[each], min(days)):
                yield each


def _can_lack(row: ArticleRow, first: date) -> bool:
    known = row.published.earliest
    return row.read == "full" and known is not None and known >= first
