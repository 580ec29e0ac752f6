"""Titles and days of stories: built from participants, place, date and words that all reports share, never from one
headline.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from dragoman.knowledge.calendar import months, weekdays
from dragoman.knowledge.offices import offices
from dragoman.knowledge.states import state_words
from dragoman.model.article import Article
from dragoman.model.reading import ReadArticle
from dragoman.model.record import ActorRow, MeetingRow, StatementRow
from dragoman.model.when import UNKNOWN, When, between

MOST_NAMES = 5
MOST_SPEAKERS = 3
MOST_WORDS = 3
SHORTEST_WORD = 4


def main_meeting(articles: Sequence[str], meetings: Sequence[MeetingRow]) -> MeetingRow | None:
    """The held meeting between some who are named that most of the articles report, and more than half of them; with
    most participants.
    """
    here = set(articles)
    held = [m for m in meetings if m.participants and m.status == "held"]
    held = [m for m in held if 2 * len(_reporting(m, here)) > len(here)]
    return max(held, key=lambda m: (len(_reporting(m, here)), len(m.participants), m.id), default=None)


def _reporting(meeting: MeetingRow, articles: set[str]) -> set[str]:
    return {report.article for report in meeting.reports} & articles


def story_title(
    reads: Sequence[ReadArticle],
    main: MeetingRow | None,
    statements: Sequence[StatementRow],
    actors: Mapping[str, ActorRow],
) -> str:
    """Who met, where and when: "A, B: Place, 3 May 2031"; without a main meeting, the speakers that most articles have
    and words that all of them share.
    """
    if main is not None:
        return _joined([actors[a].name for a in main.participants], [main.place, _day(main.date)])
    here = {read.article.id for read in reads}
    said = {(s.article, a) for s in statements if s.article in here and s.shown for a in s.speakers}
    speakers = Counter(actor for _, actor in said)
    first = sorted(speakers, key=lambda a: (-speakers[a], actors[a].kind != "person", actors[a].name))[:MOST_SPEAKERS]
    names = [actors[actor].name for actor in first]
    return _joined(names, shared_words(reads, names))


def shared_words(reads: Sequence[ReadArticle], names: Sequence[str]) -> list[str]:
    """The names that stand in every one of several articles, the most frequent first, as the first article prints them;
    without those of the people in ``names``, and without words that are also written without a capital, that name a
    day, a month or an office, or that say only whose something is ("Velmarian").
    """
    if len(reads) < 2:
        return []
    counts = [Counter(term for term in read.reading.terms if term.isalpha()) for read in reads]
    known = {word.casefold() for name in names for word in name.split()}
    everywhere = set.intersection(*(set(count) for count in counts)) - known - _unnaming()
    common = {word for read in reads for word in re.findall(r"\b[^\W\d_A-Z]+\b", read.article.text)}
    often = {term: min(c[term] for c in counts) for term in everywhere - common if len(term) >= SHORTEST_WORD}
    words = sorted(often, key=lambda term: (-often[term], term))[:MOST_WORDS]
    return [_as_printed(reads[0].article, word) for word in words]


@cache
def _unnaming() -> frozenset[str]:
    """Words that name no occasion though they have a capital, in lower case: days and months, offices, and words for
    what or who is a state's.
    """
    whose = {word.casefold() for word, of in state_words().items() if not (of.name or of.capital)}
    held = {word for form in offices() for word in form.split()}
    return frozenset(whose.union(held, months(), weekdays()))


def _as_printed(article: Article, word: str) -> str:
    """The way in which the article prints it most, in capitals only where it has no other."""
    forms = Counter(re.findall(rf"\b{re.escape(word)}\b", article.text, re.IGNORECASE))
    return min(forms, key=lambda form: (form.isupper(), -forms[form], form), default=word)


def story_days(reads: Sequence[ReadArticle], main: MeetingRow | None, dates: Mapping[str, When]) -> When:
    """The days of the main meeting, else from the first to the last day on which the story was published."""
    if main is not None and main.date.earliest:
        return main.date
    known = [dates.get(read.article.id, read.article.masthead.published) for read in reads]
    first = min((when.earliest for when in known if when.earliest), default=None)
    last = max((when.latest for when in known if when.latest), default=None)
    if first is None or last is None or first > last:
        return UNKNOWN
    return between(first, last, "inferred", "the days on which it was published")


def _day(when: When) -> str | None:
    return f"{when.day.day} {when.day:%B %Y}" if when.day else None


def _joined(names: Sequence[str], tail: Sequence[str | None]) -> str:
    parts = (", ".join(names[:MOST_NAMES]), ", ".join(part for part in tail if part))
    return ": ".join(part for part in parts if part) or "One report"
