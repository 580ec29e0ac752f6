"""Sentences that articles of different outlets print in much the same words: in whose voice, and how they differ.

Found by their words alone: whether two other wordings say the same is not claimed. What is kept is what a reader needs
two columns for: a passage that one outlet prints as its own and another as somebody's words, or that differs in one
number, day, place, participant, denial or speaker.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from dragoman.compare.forms import Token, tokens
from dragoman.compare.parallel_kinds import Printed, attribution, difference
from dragoman.compare.phrases import Beside, Side
from dragoman.compare.timeline import published
from dragoman.model.links import ActorGroup, At, Differing, Parallel, Reason, StoryGroup, Voiced
from dragoman.model.quoted import quoted_runs
from dragoman.model.reading import ReadArticle, Statement
from dragoman.model.spans import Place, Span, Spans, common, length
from dragoman.model.when import When

RUN = 3
"""So many words with a meaning in a row make two sentences worth comparing, where they share two such runs."""
TOO_COMMON = 30
"""A run that more sentences of a story hold is a phrase."""
LEAST_WORDS = 6
LEAST_SHARE, LEAST_DENSE = 0.75, 0.7
"""The share of the shorter sentence's words with a meaning that the other has in the same order; and their share of all
that stand between the first and the last of them.
"""
INSIDE, OUTSIDE = 0.8, 0.35
"""Shares of a passage that lie in a statement: from the one on it is somebody's words, up to the other the outlet's."""
SPEAKING = frozenset({"i", "we", "my", "our", "me", "you", "your", "myself", "ourselves"})
SAYING = frozenset(
    {"said", "says", "say", "saying", "according", "told", "tweeted", "wrote", "reportedly", "allegedly"}
)
"""A sentence with one of these that no statement holds may be somebody's words all the same."""


@dataclass(frozen=True, slots=True, eq=False)
class _Sentence:
    """A sentence, its words, and the keys of those with a meaning."""

    read: ReadArticle
    span: Span
    words: tuple[Token, ...]
    keys: tuple[str, ...]

    @property
    def at(self) -> tuple[str, Span]:
        return self.read.article.id, self.span


@dataclass(frozen=True, eq=False)
class _Alike:
    """Two sentences with the words that they share."""

    left: _Sentence
    right: _Sentence
    beside: Beside

    @cached_property
    def shared(self) -> list[tuple[int, int]]:
        """The numbers of the words with a meaning that both have in the same order."""
        return [(i, j) for i, j in self.beside.pairs if self.left.words[i].content]

    @property
    def enough(self) -> bool:
        """Whether they are most of the shorter sentence, and stand close together in both."""
        least = max(LEAST_WORDS, LEAST_SHARE * min(len(self.left.keys), len(self.right.keys)))
        return len(self.shared) >= least and all(
            len(self.shared) >= LEAST_DENSE * sum(word.content for word in run) for run in self.runs
        )

    @property
    def runs(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The words of each from the first to the last that they share."""
        (first, other), (last, end) = self.shared[0], self.shared[-1]
        return self.left.words[first : last + 1], self.right.words[other : end + 1]


def find_parallels(
    readings: Sequence[ReadArticle],
    actors: Iterable[ActorGroup],
    stories: Iterable[StoryGroup],
    furniture: Mapping[str, Spans],
    dates: Mapping[str, When],
) -> tuple[Parallel, ...]:
    """The passages that are worth two columns, in the order of stories and text. ``dates`` are inferred dates."""
    by_id = {read.article.id: read for read in readings}
    number = {at: n for n, group in enumerate(actors) for at in group.entities}
    found: list[Parallel] = []
    for story in stories:
        told = [by_id[article] for article in story.articles if not by_id[article].reading.unread]
        if len({read.article.masthead.outlet or read.article.id for read in told}) > 1:
            sentences = [s for read in told for s in _sentences(read, furniture.get(read.article.id, ()))]
            found += _parallels(_alike(sentences), number, dates)
    return tuple(found)


def _sentences(read: ReadArticle, furniture: Spans) -> Iterator[_Sentence]:
    """The sentences of an article that are long enough, its headline and its furniture left out."""
    apart = (*read.article.furniture, *furniture, *read.article.masthead.places.get("title", ()))
    for start, end in read.reading.sentences:
        words = tokens(read.article.text, (Span(start, end),)) if not common(((start, end),), apart) else ()
        keys = tuple(word.key for word in words if word.content)
        if len(keys) >= LEAST_WORDS:
            yield _Sentence(read, Span(start, end), words, keys)


def _alike(sentences: Sequence[_Sentence]) -> Iterator[_Alike]:
    """Pairs of sentences of different outlets that share most of their words, found through their runs of words."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        for run in dict.fromkeys(zip(*(sentence.keys[n:] for n in range(RUN)), strict=False)):
            holders[run].append(index)
    shared = Counter(pair for held in holders.values() if len(held) <= TOO_COMMON for pair in combinations(held, 2))
    for (i, j), runs in sorted(shared.items()):
        if runs > 1 and not _one_outlet(sentences[i], sentences[j]):
            alike = _beside(sentences[i], sentences[j])
            if alike.enough:
                yield alike


def _one_outlet(left: _Sentence, right: _Sentence) -> bool:
    one, other = left.read.article, right.read.article
    return one.id == other.id or (one.masthead.outlet is not None and one.masthead.outlet == other.masthead.outlet)


def _beside(left: _Sentence, right: _Sentence) -> _Alike:
    beside = Beside(*(Side(each.words, (False,) * len(each.words)) for each in (left, right)))
    return _Alike(left, right, beside)


def _parallels(alike: Iterable[_Alike], actors: Mapping[At, int], dates: Mapping[str, When]) -> Iterator[Parallel]:
    """Sentences that are alike, put together, where they differ in voice or in one thing."""
    groups: dict[tuple[str, Span], list[_Alike]] = {}
    for pair in alike:
        joined = [*groups.get(pair.left.at, []), *groups.get(pair.right.at, []), pair]
        members = list({id(each): each for each in joined}.values())
        for each in members:
            groups[each.left.at] = groups[each.right.at] = members
    for members in {id(group): group for group in groups.values()}.values():
        yield from _parallel(members, actors, dates)


def _parallel(pairs: Sequence[_Alike], actors: Mapping[At, int], dates: Mapping[str, When]) -> Iterator[Parallel]:
    passages = _passages(pairs)
    told = {each.place.article: each for each in passages}
    differing = []
    for pair in pairs:
        left, right = (told.get(each.read.article.id) for each in (pair.left, pair.right))
        if left and right:
            sides = [Printed(s.read, v, published(s.read, dates)) for s, v in ((pair.left, left), (pair.right, right))]
            found = difference(pair.beside, sides[0], sides[1], actors) or attribution(sides[0], sides[1], actors)
            differing += [found] if found else []
    voices = {each.statement is None for each in passages}
    if len(passages) > 1 and (differing or len(voices) > 1):
        yield Parallel(passages, tuple(_once(differing)), _reasons(pairs))


def _once(rows: Iterable[Differing]) -> Iterator[Differing]:
    """One difference of a kind between two articles."""
    seen = set()
    for row in rows:
        key = row.kind, row.left.article, row.right.article
        if key not in seen:
            seen.add(key)
            yield row


def _reasons(pairs: Sequence[_Alike]) -> tuple[Reason, ...]:
    best = max(pairs, key=lambda pair: len(pair.shared))
    same, fewer = len(best.shared), min(len(best.left.keys), len(best.right.keys))
    return (Reason("words", round(same / fewer, 3), f"{same} of {fewer} words the same"),)


def _passages(pairs: Sequence[_Alike]) -> tuple[Voiced, ...]:
    """For each article its passage with its voice: somebody's where any of its sentences here is; none where unsure."""
    runs: dict[tuple[str, Span], tuple[ReadArticle, Span]] = {}
    for pair in pairs:
        for side, words in zip((pair.left, pair.right), pair.runs, strict=True):
            run = Span(words[0].span.start, words[-1].span.end)
            before = runs.get(side.at, (side.read, run))[1]
            runs[side.at] = side.read, Span(min(run.start, before.start), max(run.end, before.end))
    voiced: defaultdict[str, list[Voiced | None]] = defaultdict(list)
    for (article, sentence), (read, run) in sorted(runs.items(), key=lambda each: each[0]):
        voiced[article].append(_voiced(read, sentence, run))
    return tuple(best for article in sorted(voiced) if (best := _surest(voiced[article])))


def _surest(found: Sequence[Voiced | None]) -> Voiced | None:
    attributed = [each for each in found if each and each.statement]
    return attributed[0] if attributed else found[0] if None not in found else None


def _voiced(read: ReadArticle, sentence: Span, run: Span) -> Voiced | None:
    """The passage with the innermost statement that holds it; nothing where it may be somebody's words."""
    every = [(length(common(s.content, (run,))) / length((run,)), n, s) for n, s in enumerate(read.reading.statements)]
    holding = [(length(s.content), n) for share, n, s in every if share >= INSIDE and _told(s)]
    place = Place(read.article.id, (run,))
    if holding:
        return Voiced(place, At(read.article.id, min(holding)[1]))
    unsure = any(share > OUTSIDE for share, _, _ in every) or _perhaps_quoted(read.article.text, sentence, run)
    return None if unsure else Voiced(place)


def _perhaps_quoted(text: str, sentence: Span, run: Span) -> bool:
    """Whether the sentence may be somebody's words though no statement holds it: marked, shouted, in the first or
    second person, with a verb of saying, or in a paragraph of which one of these is true, or after a colon.
    """
    start, stop = text.rfind("\n", 0, sentence.start) + 1, text.find("\n", sentence.end)
    paragraph = tokens(text, (Span(start, stop if stop >= 0 else len(text)),))
    own = [word for word in paragraph if sentence.start <= word.span.start < sentence.end]
    shouted = sum(text[word.span.start : word.span.end].isupper() for word in own) > len(own) / 2
    marked = common(quoted_runs(text), (run,))
    return bool(
        shouted
        or marked
        or text[:start].rstrip().endswith(":")
        or any(word.form in SPEAKING for word in paragraph)
        or any(word.form in SAYING for word in own)
    )


def _told(statement: Statement) -> bool:
    return statement.shown and statement.kind == "speech" and bool(statement.speakers or statement.source)
