"""Texts of single articles put together across articles, the surest reasons first."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date, timedelta

from dragoman.compare.paper_fit import LIKELY, PARTIAL, clash, proof, takes_up
from dragoman.compare.paper_settle import settled
from dragoman.compare.papers import DAY, Known, Paper, width
from dragoman.model.links import At, Reason

WINDOW = timedelta(days=180)
"""How long after the last mention a text that is sought, or of no known date, is taken for the same."""
Keys = Callable[[Known], Iterable[Hashable]]


class Rows:
    """The texts of all articles, as far as they are put together."""

    def __init__(self, order: Mapping[At, int]) -> None:
        self._order = order
        self._rows: list[Known] = []
        self._of_story: dict[Hashable, list[Known]] = {}

    def add(self, known: Iterable[Known]) -> None:
        """Take in the texts of one article."""
        self._rows += known

    def join(self) -> None:
        """Put together what is one text: by name or number, by day, by year, within a story, by description."""
        self._by_name()
        self._by_date(lambda row: row.days is not None and width(row.days) <= DAY)
        self._merge(lambda row: row.days is not None and width(row.days) > DAY, lambda row: [row.days])
        self._by_date(lambda row: row.days is not None and width(row.days) > DAY)
        self._of_years()
        self._rows = settled(self._rows)
        self._by_story()
        self._by_cast()
        self._by_description()
        self._of_story = _by(self._rows, lambda row: sorted({paper.story for paper in row.papers}))

    def take_up(self, paper: Paper) -> None:
        """Put a mention that says nothing of its own to the one text of its story that fits."""
        near = [row for row in self._of_story.get(paper.story, ()) if _is_shown(row) and not row.is_own]
        fitting = [row for row in near if takes_up(row, paper)]
        if len(fitting) == 1:
            fitting[0].take(Known(paper), LIKELY, Reason("only one", LIKELY, "the one such text of its story"))

    def kept(self) -> list[Known]:
        """The texts that make a row, in the order of their first mentions."""
        shown = [row for row in self._rows if _is_shown(row)]
        return sorted(shown, key=lambda row: min(self._order[paper.at] for paper in row.papers))

    def _by_name(self) -> None:
        """Proper names and numbers first; a name after a place is one text's where it has one date."""
        self._merge(lambda row: bool(row.names or row.numbers), _name_keys)
        self._merge(lambda row: bool(row.places and row.days), lambda row: [(p, "place") for p in sorted(row.places)])
        self._merge(lambda row: bool(row.places), lambda row: [(p, "place") for p in sorted(row.places)])

    def _merge(self, is_one: Callable[[Known], bool], keys: Keys) -> None:
        """Each row that is one put to the one row with a key of its own that it fits."""
        index: dict[Hashable, list[Known]] = defaultdict(list)
        kept = []
        for row in self._rows:
            if not is_one(row):
                kept.append(row)
                continue
            own = list(keys(row))
            near = _distinct(other for key in own for other in index[key])
            fitting = [(reason, other) for other in near if (reason := _proven(other, row)) is not None]
            if len(fitting) == 1:
                reason, home = fitting[0]
                home.take(row, reason.score, reason)
            else:
                home = row
                kept.append(row)
            for key in dict.fromkeys((*own, *keys(home))):
                if all(each is not home for each in index[key]):
                    index[key].append(home)
        self._rows = kept

    def _by_date(self, is_one: Callable[[Known], bool]) -> None:
        """By the days that they share; what names a year or month where one text of it fits."""
        self._rows.sort(key=lambda row: (row.days is None, width(row.days or (None, None)), self._order[row.first.at]))
        self._merge_dated(is_one)

    def _merge_dated(self, is_one: Callable[[Known], bool]) -> None:
        by_year: dict[int, list[Known]] = defaultdict(list)
        kept = []
        for row in self._rows:
            if row.days is None:
                kept.append(row)
                continue
            years = range(row.days[0].year, row.days[1].year + 1)
            near = _distinct(other for year in years for other in by_year[year]) if is_one(row) else []
            possible = [other for other in near if not clash(other, row)]
            fitting = [(reason, other) for other in possible if (reason := proof(other, row)) is not None]
            # A year may be that of any text of the year, also of those of which too little is said to know.
            if len(fitting) == 1 and (len(possible) == 1 or width(row.days) <= DAY):
                fitting[0][1].take(row, fitting[0][0].score, fitting[0][0])
                continue
            kept.append(row)
            for year in years:
                by_year[year].append(row)
        self._rows = kept

    def _of_years(self) -> None:
        """Several texts named together: of the same years, by the same parties."""
        self._merge(lambda row: row.plural and bool(row.years), lambda row: [row.years])

    def _by_story(self) -> None:
        """What is not dated put to the one text of its story that it fits."""
        self._merge(bool, lambda row: sorted({paper.story for paper in row.papers}))

    def _by_cast(self) -> None:
        """A text named by its topic alone ("a peace treaty") put to the one of its topic in the whole collection that
        is sought, if all its parties are named in the article.
        """
        firm = _by([row for row in self._rows if row.is_firm], lambda row: sorted(row.topics))
        kept = []
        for row in self._rows:
            alone = row.is_firm or row.is_deed  # "a truce" that is called for may be any
            near = [] if alone else _distinct(o for topic in sorted(row.topics) for o in firm.get(topic, ()))
            near = [other for other in near if other.families & row.families]
            cast = frozenset.intersection(*(paper.cast for paper in row.papers))
            if len(near) == 1 and near[0].parties and near[0].parties <= cast and _is_sought(near[0], row):
                reason = Reason("only one", LIKELY, "the one such text, its parties named in the article")
                near[0].take(row, LIKELY, reason)
            else:
                kept.append(row)
        self._rows = kept

    def _by_description(self) -> None:
        """What is not dated and was put to no text, by parties and topic: its like near in time, where nothing of them
        was made in between.
        """
        whole = [row for row in self._rows if row.days and not row.stages & PARTIAL]
        dated: dict[Hashable, list[Known]] = _by(whole, lambda row: row.parties)
        last: dict[Hashable, tuple[date, Known]] = {}
        kept = []
        described = [row for row in self._rows if not row.days and _is_described(row)]
        for row in sorted(described, key=lambda row: (_day(row), self._order[row.first.at])):
            made = _distinct(other for party in sorted(row.parties) for other in dated.get(party, ()))
            key = (row.parties, row.topics, frozenset(row.stages), "sought" in row.standings, row.families)
            before = last.get(key)
            if before and _day(row) - before[0] <= WINDOW and not any(_between(before[0], m, row) for m in made):
                before[1].take(row, LIKELY, Reason("parties", LIKELY, "the same parties and topic, near in time"))
                last[key] = (_last_day(row), before[1])
                continue
            last[key] = (_last_day(row), row)
            kept.append(row)
        gone = {id(row) for row in described}
        self._rows = [*(row for row in self._rows if id(row) not in gone), *kept]


def _between(first: date, made: Known, row: Known) -> bool:
    """Whether a text of the row's kind and topic was made between two days on which articles describe one."""
    akin = bool(row.families & made.families) and bool(made.topics & row.topics) == bool(row.topics)
    return akin and "sought" not in made.standings and made.days is not None and first < made.days[0] <= _day(row)


def _is_sought(firm: Known, row: Known) -> bool:
    return "sought" in firm.standings and not clash(firm, row)


def _day(row: Known) -> date:
    return min((paper.day for paper in row.papers if paper.day), default=date.min)


def _last_day(row: Known) -> date:
    return max((paper.day for paper in row.papers if paper.day), default=date.min)


def _is_described(row: Known) -> bool:
    told = row.names or row.places or row.numbers or row.years or row.others
    days = all(paper.day for paper in row.papers)
    return days and not told and bool(row.parties) and bool(row.topics or len(row.parties) > 1)


def _proven(left: Known, right: Known) -> Reason | None:
    return None if clash(left, right) else proof(left, right)


def _is_shown(row: Known) -> bool:
    """Whether the mentions tell enough to call it one text."""
    definite = any(paper.mention.definite for paper in row.papers)
    made = "made" in row.standings
    if row.kinds == {"proposal"}:
        return "sought" in row.standings
    if row.is_own:
        return made or (definite and any(not paper.mention.definite for paper in row.papers))
    weak = bool(row.topics) and "sought" not in row.standings and (definite or made)
    resumed = made and definite and any(not paper.mention.definite for paper in row.papers)
    return row.is_firm or weak or resumed or (made and bool(row.reached or "letter" in row.kinds))


def _name_keys(row: Known) -> list[Hashable]:
    kinds = sorted(row.families)
    return [
        *((name, "name") for name in sorted(row.names)),
        *((n, kind) for n in sorted(row.numbers) for kind in kinds),
    ]


def _by(rows: Iterable[Known], keys: Keys) -> dict[Hashable, list[Known]]:
    index: dict[Hashable, list[Known]] = defaultdict(list)
    for row in rows:
        for key in keys(row):
            index[key].append(row)
    return index


def _distinct(rows: Iterable[Known]) -> list[Known]:
    return list({id(row): row for row in rows}.values())
