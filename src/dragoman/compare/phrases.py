"""Two renderings beside each other at the grain of phrases: what stands only in one of them, or differs."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from dragoman.compare.forms import Token
from dragoman.model.aligned import Stretch, aligned
from dragoman.model.links import ShiftKind


@dataclass(frozen=True, slots=True)
class Side:
    """One rendering: its words, and for each whether it stands between quotation marks."""

    words: tuple[Token, ...]
    quoted: tuple[bool, ...]

    def close(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` (left out) are one run without punctuation between them."""
        return all(word.near for word in self.words[start + 1 : end])


@dataclass(frozen=True, slots=True)
class Phrase:
    """One difference: words of the left that stand for words of the right, or for none.

    ``before`` and ``after`` are how many words in a row are the same on both sides of it, without punctuation between;
    where both renderings begin or end with the difference, ``opens`` or ``closes`` is true.
    """

    left: range
    right: range
    before: int
    after: int
    opens: bool
    closes: bool


class Beside:
    """Two renderings beside each other."""

    def __init__(self, left: Side, right: Side) -> None:
        self.left, self.right = left, right

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The renderings as stretches in turn the same and not, after the keys of their words."""
        return aligned([word.key for word in self.left.words], [word.key for word in self.right.words])

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The differences in order."""
        found = self.stretches
        return [
            Phrase(
                each.left,
                each.right,
                self._before(found[number - 1] if number else None, each),
                self._after(each, found[number + 1] if number + 1 < len(found) else None),
                opens=number == 0,
                closes=number + 1 == len(found),
            )
            for number, each in enumerate(found)
            if not each.equal
        ]

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """The words that are the same, by number."""
        return [pair for each in self.stretches if each.equal for pair in zip(each.left, each.right, strict=True)]

    @cached_property
    def unmatched(self) -> tuple[frozenset[int], frozenset[int]]:
        """The numbers of the words of each rendering that the other has not in the same order."""
        apart = [each for each in self.stretches if not each.equal]
        left, right = (chain.from_iterable(side) for side in ((s.left for s in apart), (s.right for s in apart)))
        return frozenset(left), frozenset(right)

    def both_quoted(self, phrase: Phrase) -> bool:
        """Whether both renderings are quotations at this place; where one has nothing, at the words beside it."""
        return all(
            any(side.quoted[n] for n in (numbers or (numbers.start - 1, numbers.start)) if 0 <= n < len(side.words))
            and all(side.quoted[n] for n in numbers)
            for side, numbers in ((self.left, phrase.left), (self.right, phrase.right))
        )

    def _before(self, same: Stretch | None, phrase: Stretch) -> int:
        count = 0
        while (
            same
            and count < len(same.left)
            and all(
                _near(side, start - count)
                for side, start in ((self.left, phrase.left.start), (self.right, phrase.right.start))
            )
        ):
            count += 1
        return count

    def _after(self, phrase: Stretch, same: Stretch | None) -> int:
        count = 0
        while (
            same
            and count < len(same.left)
            and all(
                _near(side, start + count)
                for side, start in ((self.left, phrase.left.stop), (self.right, phrase.right.stop))
            )
        ):
            count += 1
        return count


def _near(side: Side, number: int) -> bool:
    """Whether nothing parts this word from the one before."""
    return number >= len(side.words) or number == 0 or side.words[number].near


@dataclass(frozen=True, slots=True)
class Found:
    """A typed difference, and which words of each rendering are its place."""

    kind: ShiftKind
    left: range
    right: range


def placed(kind: ShiftKind, beside: Beside, phrase: Phrase, *, before: bool = False) -> Found:
    """The difference with the word that follows in both (and the one ahead), so that its place can be read."""
    ahead = 1 if (before or not phrase.after) and phrase.before else 0
    behind = _to_content(beside, phrase)
    return Found(
        kind,
        range(phrase.left.start - ahead, phrase.left.stop + behind),
        range(phrase.right.start - ahead, phrase.right.stop + behind),
    )


def _to_content(beside: Beside, phrase: Phrase) -> int:
    """How many of the same words after it are needed to reach one that means something; at most three."""
    most = min(phrase.after, 3)
    words = beside.left.words[phrase.left.stop : phrase.left.stop + most]
    return next((number for number, word in enumerate(words, 1) if word.content), most)


def firm(beside: Beside, phrase: Phrase, least: int = 2) -> bool:
    """Whether the words beside the difference are the same on both sides of it, ``least`` of them, one with meaning."""
    if not (phrase.before or phrase.opens) or not (phrase.after or phrase.closes):
        return False
    words, start, stop = beside.left.words, phrase.left.start, phrase.left.stop
    around = (*words[start - min(phrase.before, 3) : start], *words[stop : stop + min(phrase.after, 3)])
    return phrase.before + phrase.after >= least and any(word.content for word in around)


def others(beside: Beside, phrase: Phrase) -> tuple[Token, ...]:
    """The words of both renderings that the other has not, but for those of this difference."""
    left, right = beside.unmatched
    return (
        *(beside.left.words[n] for n in sorted(left) if n not in phrase.left),
        *(beside.right.words[n] for n in sorted(right) if n not in phrase.right),
    )
