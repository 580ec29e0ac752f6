"""Descriptions put to the text that they can only mean: made on their day, just made, or prevailing since it was made.

A description ("the nuclear deal with Velmar") names a text only together with its time. It is put to a text of known
date that nothing in it speaks against and that was made before the article; where several such texts are known, to the
one that several times as many articles name as any other (the prior of entity linking that Milne & Witten 2008 call
commonness); else to none. Texts that are sought, new, or a first step are never taken for the one that stands.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import NamedTuple

from dragoman.compare.paper_fit import LIKELY, PARTIAL, differ
from dragoman.compare.papers import DAY, MONTH, Known, overlap, width
from dragoman.model.links import Reason

LEAST, TIMES = 3, 3
"""A text prevails that so many articles name, and so many times as many as any other that fits."""
WELL_KNOWN = 10
"""A text that so many articles name may be meant by its party alone."""
WEEK, NEWS = timedelta(days=7), timedelta(days=30)
"""How long after its day a text is the news of which articles say that it was reached."""


class Anchor(NamedTuple):
    """A text of known date as it was before any description was put to it: nothing prevails by what it drew."""

    named: int
    row: Known
    core: frozenset[str]
    articles: frozenset[str]


Fits = Callable[[Anchor, Known], bool]


def settled(rows: Iterable[Known]) -> list[Known]:
    """The rows, those that are of one text put together: by their own date, as its news, as what stands since then."""
    left = list(rows)
    left = _put(left, lambda row: _is_dated(row, DAY), _on_its_day, 1, "made on the same day")
    left = _put(left, lambda row: row.days is not None, _in_its_time, LEAST, "made in that time")
    left = _put(left, lambda row: row.days is None, _as_news, 1, "the one such text just made")
    left = _put(left, lambda row: row.days is not None, _in_its_time, LEAST, "made in that time")
    left = _put(left, lambda row: row.days is None, _as_news, 1, "the one such text just made")
    return _put(left, lambda row: row.days is None, _as_what_stands, LEAST, "the one such text made before the article")


def _put(rows: list[Known], is_one: Callable[[Known], bool], fits: Fits, least: int, detail: str) -> list[Known]:
    """Each row that is one, those of the fewest articles first, put to the text that prevails among those it fits."""
    made = _Made(rows)
    gone: set[int] = set()
    for row in sorted((row for row in rows if is_one(row)), key=lambda row: len(row.articles)):
        around = made.many() if least > 1 else made.around(row)
        best = _prevailing(_fitting(around, row, fits, gone, least), least) if id(row) not in gone else None
        if best is not None:
            home, other = (best, row) if _outweighs(best, row) else (row, best)
            home.take(other, LIKELY, Reason("only one", LIKELY, detail))
            gone.add(id(other))
    return [row for row in rows if id(row) not in gone]


class _Made:
    """The texts of known date: those that many articles name, and those of a day."""

    def __init__(self, rows: Iterable[Known]) -> None:
        made = [Anchor(len(row.articles), row, row.core, frozenset(row.articles)) for row in rows if _is_made(row)]
        self._made = sorted(made, key=lambda each: (-each.named, -len(each.row.papers)))
        self._of_day: dict[date, list[Anchor]] = defaultdict(list)
        for each in self._made:
            if each.row.days and _is_dated(each.row, DAY):
                self._of_day[each.row.days[0]].append(each)

    def many(self) -> list[Anchor]:
        """All, those first that most articles name."""
        return self._made

    def around(self, row: Known) -> list[Anchor]:
        """Those of the row's own days; of a row without a date those of the weeks before its articles."""
        days = row.days or (_first_day(row), _first_day(row))
        if days[0] is None or days[1] is None:
            return []
        before = timedelta(days=DAY) if row.days else NEWS
        if days[0] - date.min < before:
            return []
        wanted = [days[0] - before + timedelta(days=n) for n in range((days[1] - days[0] + before).days + 1)]
        return [each for day in wanted for each in self._of_day.get(day, ())]


def _fitting(around: Iterable[Anchor], row: Known, fits: Fits, gone: AbstractSet[int], least: int) -> list[Anchor]:
    """The texts that fit the row; where one prevails anyway, those of too few articles to matter are left out."""
    found: list[Anchor] = []
    for each in around:
        if least > 1 and (each.named * TIMES <= found[0].named if found else each.named < least):
            break
        other = each.row is not row and id(each.row) not in gone
        if other and fits(each, row) and agree(each, row, near=fits is not _as_what_stands):
            found.append(each)
    return _latest(found) if fits is _as_news else found


def _prevailing(near: Sequence[Anchor], least: int) -> Known | None:
    """The text that most articles name, where others of its own days, which may be it, are not counted as others."""
    ranked = sorted(near, key=lambda each: (-each.named, -len(each.row.papers)))
    if not ranked:
        return None
    first = ranked[0]
    others = [each for each in ranked[1:] if not _may_be_one(first, each)]
    if first.named < (LEAST if others else least) or any(first.named < TIMES * other.named for other in others):
        return None
    return first.row


def _may_be_one(left: Anchor, right: Anchor) -> bool:
    same = overlap(left.row.days, right.row.days)
    return same and (agree(left, right.row, near=True) or agree(right, left.row, near=True))


def _latest(near: Sequence[Anchor]) -> list[Anchor]:
    last = max((each.row.days[0] for each in near if each.row.days), default=None)
    return [each for each in near if each.row.days and each.row.days[0] == last]


def _outweighs(best: Known, row: Known) -> bool:
    """Whether the text is named more than the row, which is then put to it, and not it to the row."""
    return row.days is None or (len(best.articles), len(best.papers)) >= (len(row.articles), len(row.papers))


def _is_made(row: Known) -> bool:
    return row.days is not None and "made" in row.standings and not row.plural


def _is_dated(row: Known, most: int) -> bool:
    return row.days is not None and width(row.days) <= most


def agree(anchor: Anchor, row: Known, *, near: bool) -> bool:
    """Whether nothing in the row speaks against the text, and something in it speaks for it. A first step may be called
    without that word where the two are ``near`` in time.
    """
    made = anchor.row
    if row.plural or row.years or made.others or row.others or "sought" in row.standings:
        return False
    if not made.families & row.families or differ(made.names, row.names) or differ(made.numbers, row.numbers):
        return False
    if differ(made.places, row.places) or differ(made.counts, row.counts) or differ(made.topics, row.topics):
        return False
    if differ(made.stages, row.stages) or not (near or _one_step(made, row)):
        return False
    if not _parties_agree(anchor, row):
        return False
    known = near and len(row.parties) > 1 and not made.parties  # all of them named in the articles of the text
    return bool(known or made.topics & row.topics or made.parties & row.parties or row.days)


def _one_step(made: Known, row: Known) -> bool:
    return bool(made.stages & PARTIAL) == bool(row.stages & PARTIAL)


def _parties_agree(anchor: Anchor, row: Known) -> bool:
    """Whether the parties of the one are among those of the other, one of those most named with them; where one names
    none, whether the articles know those of the other.
    """
    made = anchor.row
    if row.parties and made.parties:
        return bool(anchor.core & row.parties) and (row.parties <= made.parties or made.parties <= row.parties)
    if row.parties:
        return all(row.parties <= paper.cast for paper in made.papers)
    return all(anchor.core <= paper.cast for paper in row.papers)


def _on_its_day(anchor: Anchor, row: Known) -> bool:
    made = anchor.row
    return _is_dated(made, DAY) and overlap(made.days, row.days)


def _in_its_time(anchor: Anchor, row: Known) -> bool:
    """Whether a text of a day, or of a month, lies in the month or year of the row."""
    made = anchor.row
    if made.days is None or row.days is None or width(made.days) > MONTH:
        return False
    return row.days[0] <= made.days[0] and made.days[1] <= row.days[1]


def _as_news(anchor: Anchor, row: Known) -> bool:
    """Whether the articles follow the text closely, and say of theirs that it was made or, in the week after one that
    several name, "the deal".
    """
    made, first = anchor.row, _first_day(row)
    if made.days is None or first is None or not _is_dated(made, DAY) or first < made.days[0]:
        return False
    age, several = _last_day(row) - made.days[0], anchor.named >= LEAST
    if age <= WEEK and several and any(paper.mention.definite for paper in row.papers):
        return True
    return age <= (NEWS if several else WEEK) and "made" in row.standings


def _as_what_stands(anchor: Anchor, row: Known) -> bool:
    """Whether every article of the row was written after the text was made, of which the row tells the topic or, of a
    text that very many articles name, a party.
    """
    made = anchor.row
    if not made.topics & row.topics and anchor.named < WELL_KNOWN:
        return False
    if row.is_deed and not row.parties:
        return False  # wars know many truces
    last = made.days[1] if made.days and width(made.days) > DAY else made.days[0] if made.days else date.max
    here = anchor.articles
    return all(p.at.article in here or (p.floor is not None and p.floor > last) for p in row.papers)


def _first_day(row: Known) -> date | None:
    days = [paper.day for paper in row.papers]
    return None if None in days else min(day for day in days if day)


def _last_day(row: Known) -> date:
    return max(paper.day for paper in row.papers if paper.day)
