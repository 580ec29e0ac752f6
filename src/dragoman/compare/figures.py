"""Figures of one thing are put beside each other, across outlets: the same, or apart in value, unit, period or scope.

Figures are of one thing where they count the same of the same in one story, or are given by one actor on any
occasion. The words for what is counted must be the same, or those of one within those of the other; a bare unit
("days", "$") counts nothing unless its words say of what. Where only a noun and a verb say it ("40 people were
killed"), which may be said of any number of occasions, the sentences around must be alike too, but for a large number
that is the same. Numbers are never mended: a misprint stands as another value. The quantities that claims are made of
(``compare.quantities``) are all among these.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from typing import NamedTuple

from dragoman.compare.forms import Token, tokens
from dragoman.compare.gatherings import may_overlap
from dragoman.compare.quantities import alike, around_figure
from dragoman.compare.timeline import published, resolved
from dragoman.knowledge.tables import table
from dragoman.model.links import ActorGroup, At, FigureGroup, FigureRelation, QuantityGroup, StoryGroup
from dragoman.model.reading import Figure, ReadArticle
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, When

NEAR = 0.05
"""A figure said to be approximate, or a limit, is the same as one no further from it than this share."""
WIDE = 1.5
"""One said to be a limit agrees with one that lies on its other side, no further from it than so many times."""
LIGHT = frozenset(
    {"be", "have", "say", "include", "do", "get", "make", "take", "give", "see", "come", "go", "need", "put"}
)
"""Verbs that say nothing of what is counted."""
DOING = "to "
"""Stands before the verb among the words for what is counted."""
LARGE = 100
"""From here on the same number of the same is taken for one, whatever the sentences around say."""
LONG = timedelta(days=31)
"""Small numbers of articles that lie further apart are of two occasions."""
SHARED = 3
"""So many words must the sentences share in which one small number of the same stands, beside what is counted."""
TENFOLD = 10
"""Words for a magnitude agree with numbers up to so many times the least that they allow."""
BARE = frozenset({"day", "week", "month", "year", "hour", "minute", "time", "percent", "%", "$", "€", "£", "point"})


class Counted(NamedTuple):
    """The groups, and the day of which each figure holds, where its words name one."""

    groups: tuple[FigureGroup, ...]
    as_of: dict[At, When]


@dataclass(frozen=True, slots=True)
class Numbered:
    """One figure, in terms that figures of different articles share: its unit's last word, all words of unit and of
    what is counted, those of what alone, its period and scope, the number of its story, and its givers as numbers;
    the words of its sentence and where that begins, the day of its article, and that of which it holds.
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
    around: Callable[[], frozenset[str]]
    sentence: int
    day: When
    as_of: When


def join_figures(
    readings: Sequence[ReadArticle],
    actors: Sequence[ActorGroup],
    stories: Sequence[StoryGroup],
    dates: Mapping[str, When],
    quantities: Sequence[QuantityGroup] = (),
) -> Counted:
    """Figures of one thing, those that stand alone left out, in the order of articles and text; ``quantities`` are
    those that are one for claims.
    """
    blocks: defaultdict[tuple[str, str, int], list[Numbered]] = defaultdict(list)
    as_of: dict[At, When] = {}
    every: dict[At, Numbered] = {}
    number = {at: n for n, group in enumerate(actors) for at in group.entities}
    story_of = {article: n for n, story in enumerate(stories) for article in story.articles}
    for read in readings:
        days = resolved(read, dates) if any(f.timex is not None for f in read.reading.figures) else ()
        for index, figure in enumerate(read.reading.figures):
            if figure.timex is not None and days[figure.timex].edtf:
                as_of[At(read.article.id, index)] = days[figure.timex]
        for each in _numbered(read, _Known(story_of[read.article.id], number, published(read, dates), as_of)):
            every[each.at] = each
            for word in sorted(each.counted):
                blocks[word, "story", each.story].append(each)
                for giver in sorted(each.givers):
                    blocks[word, "giver", giver].append(each)
    found = [group for block in blocks.values() for group in _grouped(block)]
    found += [_of_claims(group, every) for group in quantities if all(at in every for at in group.figures)]
    return Counted(tuple(_largest(found)), as_of)


def _of_claims(group: QuantityGroup, every: Mapping[At, Numbered]) -> FigureGroup:
    """A quantity of claims as figures beside each other."""
    first = every[group.figures[0]]
    return FigureGroup(group.figures, tuple(_relation(first, every[at]) for at in group.figures[1:]))


def _largest(groups: Iterable[FigureGroup]) -> list[FigureGroup]:
    """Each group once, but for those all of whose figures stand in one other."""
    every = {group.figures: group for group in groups}
    holding: defaultdict[At, list[set[At]]] = defaultdict(list)
    for figures in every:
        for at in figures:
            holding[at].append(set(figures))
    return [every[f] for f in sorted(every) if not any(set(f) < other for other in holding[f[0]])]


class _Known(NamedTuple):
    """What is known of an article's figures beside what its reading says: its story's number, the numbers of actors,
    the article's day, and the days of which figures hold.
    """

    story: int
    number: Mapping[At, int]
    day: When
    as_of: Mapping[At, When]


def _numbered(read: ReadArticle, known: _Known) -> Iterator[Numbered]:
    for index, figure in enumerate(read.reading.figures):
        unit = [one_form(word.key) for word in _words(figure.unit) if word.content or word.form in BARE]
        counted = {word.key for word in _words(figure.of) if word.content}
        bare = not unit or unit[-1] in BARE or not unit[-1].isalpha()
        if not bare:
            counted |= set(unit)
        if figure.of is None and not bare and figure.verb and figure.verb not in LIGHT:
            counted.add(f"{DOING}{figure.verb}")
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
                known.story,
                frozenset(known.number[At(read.article.id, entity)] for entity in figure.giver),
                cache(partial(_around, read, figure)),
                _sentence(read, figure),
                known.day,
                known.as_of.get(At(read.article.id, index), UNKNOWN),
            )


def _around(read: ReadArticle, figure: Figure) -> frozenset[str]:
    return around_figure(read, figure.spans)[0] if figure.spans else frozenset()


def _sentence(read: ReadArticle, figure: Figure) -> int:
    return bisect_right(read.reading.sentences, figure.spans[0].start, key=lambda each: each[0]) if figure.spans else 0


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
    """Whether both count the same, in one story or by one giver; two numbers of one sentence are of two things."""
    together = left.story == right.story or bool(left.givers & right.givers)
    if not together or (left.at.article, left.sentence) == (right.at.article, right.sentence):
        return False
    within = left.counted <= right.counted or right.counted <= left.counted
    several = len(left.counted & right.counted) > 1
    measured = left.of == right.of and len(left.of) > 1 and is_measure(left.unit) and is_measure(right.unit)
    return left.counted == right.counted or measured or (left.unit == right.unit and within and several)


@cache
def _forms() -> dict[str, str]:
    return {word.key: row["unit"] for row in table("unit_forms").rows for word in _words(row["form"])}


def one_form(unit: str) -> str:
    """The unit as its other spellings and its sign have it: "kilogram" and "kg" are one."""
    return _forms().get(unit, unit)


@cache
def is_measure(unit: str) -> bool:
    """Whether the word is a unit of measure and counts no things."""
    measures = {one_form(word.key) for row in table("measures").rows for word in _words(row["unit"])}
    return unit in BARE or unit in measures


def _sure(left: Numbered, right: Numbered) -> bool:
    """Whether nothing speaks against one thing where the two differ: an article that gives two numbers of like things
    gives them of two, and "20 percent purity" is said of many.
    """
    relation, like = _relation(left, right), alike(left.around(), right.around())
    said_of, across = bool(left.of) and bool(right.of), left.at.article != right.at.article
    if relation == "same":
        large = min(left.figure.value, right.figure.value) >= LARGE and "vague" not in (
            left.figure.precision,
            right.figure.precision,
        )
        told = {word.removeprefix(DOING) for word in left.counted} if across else set()
        shared = len((left.around() & right.around()) - left.counted - told) >= SHARED
        group = len(left.of) < 2 and (left.unit == "" or left.unit in BARE)
        one_giver = bool(left.givers & right.givers)
        named = len(left.counted & right.counted) > 2
        near = one_giver or ((shared or named) and not _long_apart(left.day, right.day))
        return near or ((said_of or large) and not group)
    named = not is_measure(left.unit) or len(left.of) > 1
    one = left.counted == right.counted or is_measure(left.unit)
    return across and named and one and (like or (said_of and len(left.counted & right.counted) > 1))


def _relation(left: Numbered, right: Numbered) -> FigureRelation:
    if left.unit != right.unit:
        return "unit"
    if left.period != right.period:
        return "period"
    if left.scope != right.scope and not _placed_alike(left, right):
        return "scope"
    if close(left.figure, right.figure):
        return "same"
    held = (left.as_of, right.as_of) if left.as_of.edtf and right.as_of.edtf else (left.day, right.day)
    if not may_overlap(*held):
        return "period"
    return "same" if agree(left.figure, right.figure) else "value"


def _placed_alike(left: Numbered, right: Numbered) -> bool:
    """Whether the words that limit the one are among those round the other, which says them in another place of its
    sentence, or the one's limit is told in more words; an equal number that is not limited is no other one.
    """
    for one, other in ((left, right), (right, left)):
        if one.scope <= other.scope and (one.scope or other.scope <= one.around()):
            return True
    return not (left.scope and right.scope) and left.figure.value == right.figure.value


def _long_apart(left: When, right: When) -> bool:
    """Whether more than ``LONG`` lies between the two days."""
    first, second = sorted((left, right), key=lambda day: day.earliest or date.min)
    return bool(first.latest and second.earliest and second.earliest - first.latest > LONG)


def close(left: Figure, right: Figure) -> bool:
    """Whether the two are one number, or lie as near to each other as a word of approximation or a limit allows."""
    near = abs(left.value - right.value) <= NEAR * max(abs(left.value), abs(right.value))
    return left.value == right.value or (near and not {left.precision, right.precision} <= {"exact", "vague"})


def agree(left: Figure, right: Figure) -> bool:
    """Whether the two numbers may be one: equal, or as near as the words before them allow."""
    if left.value == right.value:
        return True
    if left.precision == right.precision and left.precision in ("at least", "at most"):
        return close(left, right)
    for one, other in ((left, right), (right, left)):
        if one.precision == "vague":
            return one.value <= other.value <= one.value * TENFOLD
    for one, other in ((left, right), (right, left)):
        if one.precision == "at least" and one.value <= other.value <= one.value * WIDE:
            return True
        if one.precision == "at most" and one.value / WIDE <= other.value <= one.value:
            return True
    return close(left, right)
