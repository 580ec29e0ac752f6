"""Figures of one thing are put beside each other, across outlets: the same, or apart in value, unit, period or scope.

Figures are of one thing where they count the same of the same in one story, or are given by one actor on any
occasion. The words for what is counted must be the same, or those of one within those of the other; a bare unit
("days", "$") counts nothing unless its words say of what. Numbers are never mended: a misprint stands as another
value.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dragoman.compare.forms import Token, tokens
from dragoman.compare.timeline import resolved
from dragoman.knowledge.tables import table
from dragoman.model.links import ActorGroup, At, FigureGroup, FigureRelation, StoryGroup
from dragoman.model.reading import Figure, ReadArticle
from dragoman.model.spans import Span
from dragoman.model.when import When

NEAR = 0.05
"""A figure said to be approximate agrees with one that lies no further from it than this share."""
WIDE = 1.5
"""One said to be a limit agrees with one that lies on its other side, no further from it than so many times."""
LIGHT = frozenset(
    {"be", "have", "say", "include", "do", "get", "make", "take", "give", "see", "come", "go", "need", "put"}
)
"""Verbs that say nothing of what is counted."""
BARE = frozenset({"day", "week", "month", "year", "hour", "minute", "time", "percent", "%", "$", "€", "£", "point"})


class Counted(NamedTuple):
    """The groups, and the day of which each figure holds, where its words name one."""

    groups: tuple[FigureGroup, ...]
    as_of: dict[At, When]


@dataclass(frozen=True, slots=True)
class Numbered:
    """One figure, in terms that figures of different articles share: its unit's last word, all words of unit and of
    what is counted, those of what alone, its period and scope, the number of its story, and its givers as numbers.
    """

    at: At
    figure: Figure
    unit: str
    counted: frozenset[str]
    of: frozenset[str]
    period: frozenset[str]
    scope: frozenset[str]
    story: int
    givers: frozenset[int]


def join_figures(
    readings: Sequence[ReadArticle],
    actors: Sequence[ActorGroup],
    stories: Sequence[StoryGroup],
    dates: Mapping[str, When],
) -> Counted:
    """Figures of one thing, those that stand alone left out, in the order of articles and text."""
    blocks: defaultdict[tuple[str, str, int], list[Numbered]] = defaultdict(list)
    as_of: dict[At, When] = {}
    number = {at: n for n, group in enumerate(actors) for at in group.entities}
    story_of = {article: n for n, story in enumerate(stories) for article in story.articles}
    for read in readings:
        days = resolved(read, dates) if any(f.timex is not None for f in read.reading.figures) else ()
        for each in _numbered(read, story_of[read.article.id], number):
            if each.figure.timex is not None and days[each.figure.timex].edtf:
                as_of[each.at] = days[each.figure.timex]
            for word in sorted(each.counted):
                blocks[word, "story", each.story].append(each)
                for giver in sorted(each.givers):
                    blocks[word, "giver", giver].append(each)
    return Counted(tuple(_largest(group for block in blocks.values() for group in _grouped(block))), as_of)


def _largest(groups: Iterable[FigureGroup]) -> list[FigureGroup]:
    """Each group once, but for those all of whose figures stand in one other."""
    every = {group.figures: group for group in groups}
    holding: defaultdict[At, list[set[At]]] = defaultdict(list)
    for figures in every:
        for at in figures:
            holding[at].append(set(figures))
    return [every[f] for f in sorted(every) if not any(set(f) < other for other in holding[f[0]])]


def _numbered(read: ReadArticle, story: int, number: Mapping[At, int]) -> Iterator[Numbered]:
    for index, figure in enumerate(read.reading.figures):
        unit = [word.key for word in _words(figure.unit) if word.content or word.form in BARE]
        counted = {word.key for word in _words(figure.of) if word.content}
        bare = not unit or unit[-1] in BARE or not unit[-1].isalpha()
        if not bare:
            counted |= set(unit)
        if figure.of is None and not bare and figure.verb and figure.verb not in LIGHT:
            counted.add(f"to {figure.verb}")
        elif figure.of is None and len(unit) < 2:
            counted = set()
        if counted:
            yield Numbered(
                At(read.article.id, index),
                figure,
                unit[-1] if unit else "",
                frozenset(counted),
                frozenset(word.key for word in _words(figure.of) if word.content),
                _keys(figure.period),
                _keys(figure.scope),
                story,
                frozenset(number[At(read.article.id, entity)] for entity in figure.giver),
            )


def _words(said: str | None) -> tuple[Token, ...]:
    return tokens(said, (Span(0, len(said)),)) if said else ()


def _keys(said: str | None) -> frozenset[str]:
    return frozenset(word.key for word in _words(said) if word.content or word.number is not None)


def _grouped(block: Sequence[Numbered]) -> Iterator[FigureGroup]:
    """The figures of one block that are of one thing with the first of them."""
    left = list(block)
    while left:
        first, *rest = left
        same = [each for each in rest if _of_one(first, each) and _sure(first, each)]
        if same:
            relations = tuple(_relation(first, each) for each in same)
            yield FigureGroup((first.at, *(each.at for each in same)), relations)
        left = [each for each in rest if each not in same]


def _of_one(left: Numbered, right: Numbered) -> bool:
    """Whether both count the same, in one story or by one giver."""
    together = left.story == right.story or bool(left.givers & right.givers)
    if not together or left.at == right.at:
        return False
    within = left.counted <= right.counted or right.counted <= left.counted
    several = len(left.counted & right.counted) > 1
    measured = left.of == right.of and len(left.of) > 1 and is_measure(left.unit) and is_measure(right.unit)
    return left.counted == right.counted or measured or (left.unit == right.unit and within and several)


@cache
def is_measure(unit: str) -> bool:
    """Whether the word is a unit of measure and counts no things."""
    return unit in BARE or unit in {word.key for row in table("measures").rows for word in _words(row["unit"])}


def _sure(left: Numbered, right: Numbered) -> bool:
    """Whether nothing speaks against one thing where the two differ: an article that gives two numbers of like things
    gives them of two, and "20 percent purity" is said of many.
    """
    if _relation(left, right) == "same":
        return True
    named = not is_measure(left.unit) or len(left.of) > 1
    across = left.at.article != right.at.article
    return across and named and (left.counted == right.counted or is_measure(left.unit))


def _relation(left: Numbered, right: Numbered) -> FigureRelation:
    if left.unit != right.unit:
        return "unit"
    if left.period != right.period:
        return "period"
    if left.scope != right.scope:
        return "scope"
    return "same" if agree(left.figure, right.figure) else "value"


def agree(left: Figure, right: Figure) -> bool:
    """Whether the two numbers may be one: equal, or as near as the words before them allow."""
    if left.value == right.value:
        return True
    for one, other in ((left, right), (right, left)):
        if one.precision == "at least" and one.value <= other.value <= one.value * WIDE:
            return True
        if one.precision == "at most" and one.value / WIDE <= other.value <= one.value:
            return True
    near = abs(left.value - right.value) <= NEAR * max(abs(left.value), abs(right.value))
    return near and "approximate" in (left.precision, right.precision)
