"""Stories of a collection that grows: each article is placed as it comes, and earlier placings are mended now and then.

Single-pass clustering as in topic detection and tracking (Allan, Papka and Lavrenko 1998), with the features and the
threshold of ``stories``: an article joins the story that it is most like on average, or opens one. ``repair`` then does
what ``stories`` does, average linkage, for all articles that still can get company, and says which of them moved.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.compare.bags import weighed
from dragoman.compare.block import NEIGHBOURS, TOO_COMMON, heaviest, neighbours
from dragoman.compare.days import Days, days_of
from dragoman.compare.features import Sketch, apart, likeness
from dragoman.compare.likeness import Groups
from dragoman.compare.sketches import TYPICAL_LEADS, centred, lead_of, names_of, together, words_of
from dragoman.compare.stories import LEAST, compared, linked
from dragoman.language.typical import Sum, typical_lead
from dragoman.model.ids import sha256
from dragoman.model.reading import ReadArticle

OPEN = 2_000
"""So many of the articles that came last can get company; those before them stay where they are."""


class Moved(NamedTuple):
    """An article (by id) that a repair put into another story."""

    article: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is kept of an article: its words and names with how often each occurs, its lead's vector and its days."""

    article: str
    words: Mapping[str, int]
    names: Mapping[str, int]
    lead: Sum | None
    days: Days | None


class StoryStream:
    """Articles in the order in which they come, each in one story; the same order gives the same stories.

    Stories go by numbers that are never given twice. How much a word weighs hangs on the articles up to then, and
    lines that repeat across an outlet are not known: only the furniture that each article's own page shows is left out.
    """

    def __init__(self) -> None:
        self._shapes: list[_Shape] = []
        self._words: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._leads, self._number = typical_lead(TYPICAL_LEADS), TYPICAL_LEADS
        self._sketches: dict[int, Sketch] = {}
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        self._home: dict[int, int] = {}
        self._sums: dict[int, Sketch] = {}
        self._stories: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self._copied: dict[str, str] = {}
        self._next = 0

    def add(self, read: ReadArticle) -> int:
        """Places an article and gives the number of its story; one that is known stays where it is, one that repeats a
        known text stands beside it, and one that was not read is alone.
        """
        article = read.article.id
        if article not in self._stories:
            text = sha256(read.article.text.encode())
            first = self._texts.setdefault(text, article)
            if first != article:
                self._copied[article], self._stories[article] = first, self._stories[first]
            elif read.reading.unread:
                self._stories[article] = self._fresh()
            else:
                self._place(_shape(read))
        return self._stories[article]

    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The ids of the articles of each story, in order of the stories' numbers and of the articles' coming."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for article, story in self._stories.items():
            found[story].append(article)
        return tuple(tuple(found[story]) for story in sorted(found))

    def repair(self) -> tuple[Moved, ...]:
        """Forms the stories of the last ``OPEN`` articles anew, as if all had come at once, and says which moved.

        A story keeps its number where most of its articles stay together. Those that came before do not move.
        """
        some = range(max(0, len(self._shapes) - OPEN), len(self._shapes))
        drawn = [self._drawn(self._shapes[i]) for i in some]
        pairs = neighbours([sketch.words for sketch in drawn], lambda i, j: not apart(drawn[i], drawn[j]))
        groups = Groups(drawn)
        clusters = [[some[i] for i in members] for members in linked(groups, compared(groups, pairs))]
        before = dict(self._stories)
        self._renumber(clusters)
        self._sketches.update(zip(some, drawn, strict=True))
        self._sums = {}
        for i in some:
            self._count_in(i)
        return tuple(
            Moved(article, story, self._stories[article])
            for article, story in before.items()
            if self._stories[article] != story
        )

    def _place(self, shape: _Shape) -> None:
        number = len(self._shapes)
        self._shapes.append(shape)
        self._words.update(shape.words.keys())
        self._names.update(shape.names.keys())
        if shape.lead is not None:
            self._leads, self._number = self._leads + shape.lead, self._number + 1
        sketch = self._sketches[number] = self._drawn(shape)
        near = sorted({self._home[i] for i in self._near(number)})
        scores = [(-likeness(sketch, self._sums[s]), s) for s in near if not apart(sketch, self._sums[s])]
        best, story = min(scores, default=(0.0, 0))
        self._home[number] = story if -best >= LEAST else self._fresh()
        self._stories[shape.article] = self._home[number]
        self._count_in(number)
        for word in heaviest(sketch.words):
            self._holders[word].append(number)

    def _near(self, number: int) -> Sequence[int]:
        """The open articles that share most with this one: all of few, of many those with heavy words in common."""
        first = max(0, number - OPEN)
        if number - first <= NEIGHBOURS:
            return range(first, number)
        words = self._sketches[number].words
        shared: Counter[int] = Counter()
        for word in heaviest(words):
            holders = [i for i in self._holders[word][-TOO_COMMON - 1 :] if i >= first]
            for i in holders if len(holders) <= TOO_COMMON else ():
                shared[i] += words[word] * self._sketches[i].words.get(word, 0)
        return sorted(shared, key=lambda i: (-shared[i], i))[:NEIGHBOURS]

    def _drawn(self, shape: _Shape) -> Sketch:
        return Sketch(
            1,
            weighed(shape.words, self._words, len(self._shapes)),
            weighed(shape.names, self._names, len(self._shapes)),
            centred(shape.lead, self._leads, self._number),
            {shape.days: 1} if shape.days else {},
        )

    def _count_in(self, number: int) -> None:
        story, sketch = self._home[number], self._sketches[number]
        self._sums[story] = together(self._sums[story], sketch) if story in self._sums else sketch

    def _renumber(self, clusters: Sequence[Sequence[int]]) -> None:
        """Gives each cluster the number of the story from which most of it comes, larger ones first; copies follow."""
        taken: set[int] = set()
        for members in sorted(clusters, key=lambda each: (-len(each), each)):
            often = Counter(self._home[i] for i in members)
            free = [(-count, story) for story, count in often.items() if story not in taken]
            story = min(free)[1] if free else self._fresh()
            taken.add(story)
            self._home.update(dict.fromkeys(members, story))
        self._stories.update((self._shapes[i].article, story) for i, story in self._home.items())
        self._stories.update((copy, self._stories[first]) for copy, first in self._copied.items())

    def _fresh(self) -> int:
        self._next += 1
        return self._next


def _shape(read: ReadArticle) -> _Shape:
    words, names = Counter(words_of(read, {})), Counter(names_of(read))
    return _Shape(read.article.id, words, names, lead_of(read), days_of(read))
