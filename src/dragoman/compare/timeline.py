"""The time expressions of an article, resolved one after the other against the day of its publication."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from dragoman.knowledge.calendar import resolve
from dragoman.model.reading import AHEAD, ReadArticle, Timex
from dragoman.model.spans import Place, common
from dragoman.model.when import UNKNOWN, When, between

WEEK = timedelta(days=6)
"""News that is told by its weekday is not older when it is published; words that are quoted are not older either."""
NARROW = timedelta(days=7)
"""The most days that the date before "the following day" may span."""


def published(read: ReadArticle, inferred: Mapping[str, When]) -> When:
    """The day of publication, given, stated or inferred."""
    return inferred.get(read.article.id, read.article.masthead.published)


def writing_days(when: When) -> When:
    """The days on which the article can have been written: an inferred day is the first of a week."""
    if when.basis == "inferred" and when.day:
        return between(when.day, later(when.day), "inferred")
    return when


def later(day: date) -> date:
    """The last day of the week that begins with this day, or the calendar's last day."""
    return day + WEEK if date.max - day >= WEEK else date.max


def resolved(read: ReadArticle, inferred: Mapping[str, When]) -> tuple[When, ...]:
    """What each time expression of the article says, in the order of the reading's list; each with its words. The day
    of a meeting to come lies ahead, whatever the tense in which it is told, unless one was held on that day too.
    """
    anchor = writing_days(published(read, inferred))
    said = _spoken(anchor)
    found: list[When] = []
    previous = UNKNOWN
    ahead, held = ({m.timex for m in read.reading.meetings if m.status in told} for told in (AHEAD, ("held",)))
    for index, written in enumerate(read.reading.timexes):
        timex = replace(written, tense="future") if index in ahead - held else written
        when = resolve(timex, said if _is_quoted(read, timex) else anchor, previous)
        found.append(_with_words(when, Place(read.article.id, (timex.span,))))
        previous = when if _is_narrow(when) else previous
    return tuple(found)


def _spoken(anchor: When) -> When:
    """The days on which quoted words can have been said: up to a week before they were printed."""
    if anchor.earliest is None or anchor.latest is None or anchor.earliest - date.min < WEEK:
        return anchor
    return between(anchor.earliest - WEEK, anchor.latest, anchor.basis)


def _is_quoted(read: ReadArticle, timex: Timex) -> bool:
    at = timex.span.start
    near = (s for s in read.reading.statements if s.mode == "direct" and s.content[0].start <= at < s.content[-1].end)
    return any(common(statement.content, (timex.span,)) for statement in near)


def _is_narrow(when: When) -> bool:
    return when.earliest is not None and when.latest is not None and when.latest - when.earliest <= NARROW


def _with_words(when: When, words: Place) -> When:
    return When(when.earliest, when.latest, when.edtf, when.basis, words, when.reason)
