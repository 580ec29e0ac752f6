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
from dragoman.model.spans import Place, common, merged
from dragoman.model.when import When, between

KNOWN = {"given", "stated"}
NEAR = 120
"""A dateline without a year lies in the year that brings it so near, in days, to a dated article of the collection."""
YEARS = 4
"""A weekday comes back to the same date after five years at the earliest: within so many, one year fits at most."""


def infer_dates(
    readings: Sequence[ReadArticle], stories: Sequence[StoryGroup], actors: Sequence[ActorGroup]
) -> dict[str, When]:
    """The date of each article that has none and allows one to be worked out.

    First, an article with a day and month in its dateline is put on that day, and one whose own voice tells its news by
    weekday, day and month ("on Tuesday, 3 June") on the newest such day: the first day on which it can have appeared,
    and not more than a week before the last. The year is the one in which the weekday fits, or which brings a dateline
    near the dated articles. Then an article that reports a meeting to which others of its story give one day is put in
    the week that begins with it.
    """
    undated = [read for read in readings if read.article.masthead.published.basis not in KNOWN]
    given = (read.article.masthead.published for read in readings if read.article.masthead.published.basis in KNOWN)
    known = sorted(when.earliest for when in given if when.earliest)
    found = {read.article.id: when for read in undated if (when := _by_words(read, known)) is not None}
    found.update(_by_occasion(readings, stories, actors, found))
    return dict(sorted(found.items()))


def _by_words(read: ReadArticle, known: Sequence[date]) -> When | None:
    """The day of the dateline, else the newest that the article's own voice names with its weekday."""
    timexes = read.reading.timexes
    named = max((t.year for t in timexes if t.year and t.tense != "future"), default=None)
    line = next((timex for timex in timexes if _in_dateline(read, timex)), None)
    days = _days(line, named, known) if line else []
    if line and len(days) == 1:
        return _told(read, days[0], line, "the day of its dateline")
    quoted = merged(span for s in read.reading.statements if s.mode != "indirect" for span in s.content)
    choices = []
    for timex in timexes:
        days = _days(timex, named, known) if timex.weekday is not None and timex.tense != "future" else []
        if len(days) == 1 and not common((timex.span,), quoted):
            choices.append((days[0], timex.span, timex))
    if not choices:
        return None
    day, _, timex = max(choices, key=lambda choice: choice[:2])
    return _told(read, day, timex, "the newest day that it dates its news by")


def _told(read: ReadArticle, day: date, timex: Timex, what: str) -> When:
    words = " ".join(read.article.text[timex.span.start : timex.span.end].split())
    year = "" if timex.year else f", which fits {day.year} alone" if timex.weekday is not None else f" {day.year}"
    by = "" if timex.year or timex.weekday is not None else ", the year of the articles nearest to it"
    reason = f"put on {what} ({words}{year}{by}); it may have appeared some days later"
    return between(day, day, "inferred", reason, Place(read.article.id, (timex.span,)))


def _in_dateline(read: ReadArticle, timex: Timex) -> bool:
    """Whether the date stands right behind the place from which the article is datelined."""
    ends = [end for _, end in read.article.masthead.places.get("place", ())]
    between_them = read.article.text[ends[-1] : timex.span.start] if ends else "?"
    return bool(timex.day and timex.month) and not between_them.strip(" ,")


def _days(timex: Timex, named: int | None, known: Sequence[date]) -> list[date]:
    """The days that the words can mean, with a year that the weekday or the dated articles leave."""
    if timex.month is None or timex.day is None:
        return []
    if timex.year is not None:
        return [day for day in (_day(timex.year, timex.month, timex.day),) if day]
    if timex.weekday is not None:
        first = max(named or 0, known[0].year - 1 if known else 0)
        last = min(named + YEARS if named else date.max.year, known[-1].year + 1 if known else date.max.year)
        years = years_when(timex.weekday, timex.month, timex.day, range(first, last + 1)) if named or known else ()
        return [date(year, timex.month, timex.day) for year in years]
    about = {year for day in known for year in (day.year - 1, day.year, day.year + 1)}
    every = [day for year in sorted(about) if (day := _day(year, timex.month, timex.day))]
    return [day for day in every if min(abs((day - other).days) for other in known) <= NEAR]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
