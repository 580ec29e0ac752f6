"""Which mentions name one text: agreements, joint statements, treaties, resolutions, orders, maps, letters.

A false join is a lie about what somebody invokes: mentions are joined where name, number or date agree, or parties and
topic within one story; what only takes up a text ("the accord") where exactly one text of its article, else of its
story, fits. What fits several stays apart, and what names no text of its own makes no row.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.compare.instrument_texts import match_texts
from dragoman.compare.paper_fit import LIKELY, SURE, clash, ends_a_war, is_bare_date, proof, takes_up
from dragoman.compare.paper_rows import Rows
from dragoman.compare.papers import Known, Paper, papers
from dragoman.model.article import Article
from dragoman.model.links import (
    ActorGroup,
    At,
    InstrumentGroup,
    InstrumentText,
    Join,
    OpenInstrument,
    Reason,
    StoryGroup,
)
from dragoman.model.reading import ReadArticle
from dragoman.model.when import When

Groups = list[tuple[At, ...]]
Judge = Callable[[Groups, Sequence[Join]], tuple[Groups, tuple[Join, ...]]]


@dataclass(frozen=True, slots=True)
class Joined:
    """The texts that are named, and what joined their mentions."""

    groups: tuple[InstrumentGroup, ...]
    joins: tuple[Join, ...]
    texts: tuple[InstrumentText, ...] = ()
    open: tuple[OpenInstrument, ...] = ()


def _as_found(groups: Groups, joins: Sequence[Join]) -> tuple[Groups, tuple[Join, ...]]:
    return groups, tuple(joins)


def join_instruments(
    readings: Sequence[ReadArticle],
    actors: Sequence[ActorGroup],
    stories: Sequence[StoryGroup],
    dates: Mapping[str, When],
    texts: Sequence[Article] = (),
    judge: Judge = _as_found,
) -> Joined:
    """The instruments that the articles name, in the order of their first mentions; ``texts`` are texts themselves, and
    ``judge`` regroups the mentions as people say.
    """
    by_article: dict[str, list[Paper]] = defaultdict(list)
    every = papers(readings, stories, actors, dates)
    for paper in every:
        by_article[paper.at.article].append(paper)
    order = {paper.at: number for number, paper in enumerate(every)}
    rows, left = Rows(order), list[Paper]()
    for here in by_article.values():
        known, open_ = within(here)
        rows.add(known)
        left += open_
    rows.join()
    for paper in left:
        rows.take_up(paper)
    found = {tuple(paper.at for paper in row.papers): row for row in rows.kept()}
    parts, joins = judge(list(found), [join for row in found.values() for join in row.joins])
    by_at = {paper.at: paper for paper in every} if parts != list(found) else {}
    judged = [found.get(part) or _known([by_at[at] for at in part]) for part in parts]
    groups = tuple(InstrumentGroup(part, row.when) for part, row in zip(parts, judged, strict=True))
    matched = match_texts(judged, texts, readings) if texts else ()
    return Joined(groups, joins, matched, tuple(_open(every, judged)))


def _open(every: Sequence[Paper], rows: Sequence[Known]) -> Iterator[OpenInstrument]:
    """What takes up a text and stands in no row, each with the rows of its article, else of its story, that fit."""
    taken = {paper.at for row in rows for paper in row.papers}
    of_story: dict[int, list[Known]] = defaultdict(list)
    of_article: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        for story in sorted({paper.story for paper in row.papers}):
            of_story[story].append(row)
        for paper in row.papers:
            of_article[paper.at.article].add(id(row))
    for paper in every:
        if paper.mention.definite and not paper.mention.plural and paper.at not in taken:
            near = [row for row in of_story[paper.story] if takes_up(row, paper)]
            here = [row for row in near if id(row) in of_article[paper.at.article]]
            fits = here or near
            yield OpenInstrument(paper.at, tuple(row.first.at for row in fits) if len(fits) > 1 else ())


def _known(here: Sequence[Paper]) -> Known:
    """All that these mentions say together."""
    known = Known(here[0])
    for paper in here[1:]:
        known.take(Known(paper), SURE, Reason("judgement", SURE))
    return known


def within(here: Sequence[Paper]) -> tuple[list[Known], list[Paper]]:
    """The texts of one article, and the mentions that take up none of them."""
    known: list[Known] = []
    called = {paper.mention.alias: paper for paper in here if paper.mention.alias is not None}
    telling = [p for p in here if p.mention.alias is None and (p.at.index in called or not p.is_short)]
    for paper in sorted(telling, key=lambda each: (each.weight, each.mention.standing != "sought"), reverse=True):
        _place(known, _called(paper, called))
    known = _bare_dates(known)
    shorts = [p for p in here if p.is_short and p.at.index not in called]
    return known, [paper for paper in shorts if not _take_up(known, paper)]


def _called(paper: Paper, called: Mapping[int, Paper]) -> Known:
    """The mention, with the other name that stands right behind it."""
    known = Known(paper)
    if paper.at.index in called:
        known.take(Known(called[paper.at.index]), SURE, Reason("other name", SURE, "one stands right behind the other"))
    return known


def _place(known: list[Known], new: Known) -> None:
    """Puts the mention to the one text that it fits, or makes it one of its own."""
    paper = new.first
    near = [each for each in known if not _any_or_one(each, new) and not clash(each, new)]
    proven = [(proof(each, new), each) for each in near]
    sure = [(reason, each) for reason, each in proven if reason is not None]
    best = max((reason.score for reason, _ in sure), default=0.0)
    fitting = [(reason, each) for reason, each in sure if reason.score == best]
    if "sought" not in new.standings:  # what is in force is none of those that somebody only calls for
        fitting = [(reason, each) for reason, each in fitting if not _is_called_for(each)] or fitting
    if len(fitting) == 1:
        reason, one = fitting[0]
        one.take(new, reason.score, reason)
    elif not fitting and ends_a_war(paper) and len(made := [each for _, each in proven if _is_made(each)]) == 1:
        made[0].take(new, LIKELY, _only("article"))
    elif not fitting and _is_anybodys(new) and len(own := _issued(proven)) == 1:
        own[0].take(new, LIKELY, _only("article"))
    elif not fitting or new.is_firm:
        known.append(new)


def _any_or_one(left: Known, right: Known) -> bool:
    """Whether one is any truce that somebody calls for, the other called by a word for a text: "the truce accord"."""
    any_ = left if left.is_deed else right
    return left.is_deed != right.is_deed and _is_called_for(any_)


def _is_called_for(known: Known) -> bool:
    return "sought" in known.standings and not known.is_firm


def _is_anybodys(known: Known) -> bool:
    """Whether it takes up a statement without a word on whose: what is Velmar's is not put to one of nobody known."""
    return known.is_own and known.first.mention.definite and not known.parties


def _issued(proven: Iterable[tuple[Reason | None, Known]]) -> list[Known]:
    """The statements of one party that were issued, none of which may be the one that "the text posted" names."""
    return [each for _, each in proven if each.is_own and "made" in each.standings]


def _is_made(known: Known) -> bool:
    return "made" in known.standings and not known.topics and known.days is not None and bool(known.parties)


def _bare_dates(known: Iterable[Known]) -> list[Known]:
    """What is named by its year alone ("the 2030 accord") put to the one text of the article that may be of it."""
    bare = [each for each in known if all(is_bare_date(paper) for paper in each.papers)]
    kept = [each for each in known if each not in bare]
    alone = []
    for each in bare:
        fitting = [other for other in kept if "sought" not in other.standings and not clash(other, each)]
        if len(fitting) == 1:
            fitting[0].take(each, LIKELY, _only("article"))
        else:
            alone.append(each)
    return [*kept, *alone]


def _take_up(known: Sequence[Known], paper: Paper) -> bool:
    """Whether the mention was put to a text, or fits several and is left."""
    every = [each for each in known if takes_up(each, paper)]
    fitting = [each for each in every if not each.is_deed] or every
    if len(fitting) == 1:
        fitting[0].take(Known(paper), LIKELY, _only("article"))
    return bool(fitting)


def _only(where: str) -> Reason:
    return Reason("only one", LIKELY, f"the one such text of its {where}")
