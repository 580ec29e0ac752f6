"""When articles were published where nobody says so, and when statements were made.

Inference comes once, after stories are formed on given and stated dates, and rests on two rules only; every date that
it makes says so, and why. What fits two years, or no rule, stays unknown.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dragoman.compare.gatherings import Gathering, gatherings
from dragoman.compare.timeline import later, resolved
from dragoman.knowledge.calendar import spelled, years_when
from dragoman.model.links import ActorGroup, At, StoryGroup
from dragoman.model.reading import ReadArticle, Timex
from dragoman.model.spans import Place, common
from dragoman.model.when import When, between

KNOWN = {"given", "stated"}
YEARS = 4
"""A weekday comes back to the same date after five years at the earliest: within so many, one year fits at most."""


def infer_dates(
    readings: Sequence[ReadArticle], stories: Sequence[StoryGroup], actors: Sequence[ActorGroup]
) -> dict[str, When]:
    """The date of each article that has none and allows one to be worked out.

    First, an article whose own voice tells its news by weekday, day and month ("on Tuesday, 3 June") is put on the
    newest such day, in the one year that fits: the first day on which it can have appeared, and not more than a week
    before the last. Then an article that reports a meeting to which others of its story give one day is put in the week
    that begins with it.
    """
    undated = [read for read in readings if read.article.masthead.published.basis not in KNOWN]
    given = (read.article.masthead.published for read in readings if read not in undated)
    years = sorted(when.earliest.year for when in given if when.earliest)
    found = {read.article.id: when for read in undated if (when := _by_weekday(read, years)) is not None}
    found.update(_by_occasion(readings, stories, actors, found))
    return dict(sorted(found.items()))


def _by_weekday(read: ReadArticle, years: Sequence[int]) -> When | None:
    """The newest day that the article's own voice names with its weekday, in the one year that fits."""
    reading = read.reading
    quoted = [span for s in reading.statements if s.mode != "indirect" for span in s.content]
    own = [t for t in reading.timexes if t.weekday is not None and t.day and t.month and t.tense != "future"]
    named = max((t.year for t in reading.timexes if t.year and t.tense != "future"), default=None)
    choices = []
    for timex in own:
        fitting = _fitting_years(timex, named, years)
        if not common((timex.span,), quoted) and len(fitting) == 1 and timex.month and timex.day:
            choices.append((date(fitting[0], timex.month, timex.day), timex))
    if not choices:
        return None
    day, timex = max(choices, key=lambda choice: (choice[0], choice[1].span))
    words = " ".join(read.article.text[timex.span.start : timex.span.end].split())
    year = "" if timex.year else f", which fits {day.year} alone"
    reason = f"put on the newest day that it dates its news by (“{words}”{year}); it may have appeared some days later"
    return between(day, day, "inferred", reason, Place(read.article.id, (timex.span,)))


def _fitting_years(timex: Timex, named: int | None, years: Sequence[int]) -> tuple[int, ...]:
    """The years in which the weekday fits, not before the last year that the article names and near other articles."""
    if timex.year is not None:
        return (timex.year,)
    if timex.weekday is None or timex.month is None or timex.day is None or not (named or years):
        return ()
    first = max(named or 0, years[0] - 1 if years else 0)
    last = min(named + YEARS if named else 9999, years[-1] + 1 if years else 9999)
    return years_when(timex.weekday, timex.month, timex.day, range(first, last + 1))


def _by_occasion(
    readings: Sequence[ReadArticle],
    stories: Sequence[StoryGroup],
    actors: Sequence[ActorGroup],
    found: Mapping[str, When],
) -> Iterator[tuple[str, When]]:
    """Articles still undated that report a meeting which their story puts on one day."""
    dated = {read.article.id for read in readings if read.article.masthead.published.basis in KNOWN} | found.keys()
    held = [g for g in gatherings(readings, stories, actors, found) if g.report.status == "held" and len(g.parties) > 1]
    days = defaultdict(set)
    for gathering in held:
        if gathering.at.article in dated and gathering.when.day:
            days[_occasion(gathering)].add(gathering.when.day)
    texts = {read.article.id: read for read in readings}
    for gathering in held:
        possible = {day for day in days[_occasion(gathering)] if _may_be(texts[gathering.at.article], gathering, day)}
        if gathering.at.article not in dated and len(possible) == 1:
            day = possible.pop()
            reason = (
                f"put in the week that begins with the meeting of {spelled(day)}, which it reports as its story does"
            )
            yield gathering.at.article, between(day, later(day), "inferred", reason)


def _occasion(gathering: Gathering) -> tuple[int, str, frozenset[int]]:
    return gathering.story, gathering.report.kind, gathering.parties


def _may_be(read: ReadArticle, gathering: Gathering, day: date) -> bool:
    """Whether nothing in the report's own words speaks against that day."""
    if gathering.report.timex is None:
        return True
    timex = read.reading.timexes[gathering.report.timex]
    written = (timex.month, timex.day) if timex.month else None
    return timex.weekday in (None, day.weekday()) and written in (None, (day.month, day.day))


def said_on(readings: Sequence[ReadArticle], dates: Mapping[str, When]) -> dict[At, When]:
    """When each statement was made whose own words say so."""
    found = {}
    for read in readings:
        own = [(i, s.timex) for i, s in enumerate(read.reading.statements) if s.timex is not None]
        days = resolved(read, dates) if own else ()
        for index, timex in own:
            if days[timex].earliest or days[timex].latest:
                found[At(read.article.id, index)] = days[timex]
    return found
