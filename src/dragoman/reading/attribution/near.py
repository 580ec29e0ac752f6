"""What lies near a place in a text, found without looking at the whole of it."""

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.model.spans import Span, Spans

NOWHERE = Span(0, 0)


class Stretches:
    """Stretches of a text, kept so that those which meet another are found by looking at few: sorted by their starts,
    under a tree that holds the latest end of each half (an augmented interval tree, Cormen et al. 2009, chapter 14.3).

    ``looked`` counts the places of the tree at which questions looked: at most a few for each stretch that was found,
    and as many as the logarithm of their number for each question.
    """

    def __init__(self, stretches: Sequence[Span]) -> None:
        self.looked = 0
        self._order = sorted(range(len(stretches)), key=lambda i: (stretches[i].start, i))
        self._starts = [stretches[i].start for i in self._order]
        self._leaves = 1 << max(0, len(stretches) - 1).bit_length()
        self._latest = [-1] * (2 * self._leaves)
        for at, i in enumerate(self._order):
            self._latest[self._leaves + at] = stretches[i].end
        for node in range(self._leaves - 1, 0, -1):
            self._latest[node] = max(self._latest[2 * node], self._latest[2 * node + 1])

    def meeting(self, stretch: Span) -> list[int]:
        """The indices, in order, of those that begin before the stretch ends and end after it begins."""
        before = bisect_left(self._starts, stretch.end)
        found = []
        below = [(1, 0, self._leaves)] if before else []
        while below:
            node, first, size = below.pop()
            self.looked += 1
            if self._latest[node] <= stretch.start:
                continue
            if size == 1:
                found.append(self._order[first])
                continue
            half = size // 2
            below.append((2 * node, first, half))
            if first + half < before:
                below.append((2 * node + 1, first + half, half))
        return sorted(found)


def stretch(spans: Spans) -> Span:
    """From the first character of the spans to the last; nowhere, where there are none."""
    return Span(spans[0].start, spans[-1].end) if spans else NOWHERE


def near(runs: Spans, place: Span) -> Spans:
    """Of runs in order and apart from each other, those that begin before the place ends and end after it begins."""
    first = bisect_left(runs, place.start + 1, key=lambda run: run.end)
    return runs[first : bisect_left(runs, place.end, key=lambda run: run.start)]


def end_before(text: str, at: int, passed: str | None = None) -> int:
    """Where the text up to ``at`` ends without the characters passed at its end, or white space."""
    while at and (text[at - 1].isspace() if passed is None else text[at - 1] in passed):
        at -= 1
    return at


def last_before(text: str, at: int, passed: str | None = None) -> str:
    """The last character before ``at`` but for those passed, or white space; empty at the text's start."""
    end = end_before(text, at, passed)
    return text[end - 1 : end] if end else ""
