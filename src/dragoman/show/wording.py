"""Which words versions of one utterance do not share."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from dragoman.model.spans import Span, Spans

_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|[%‰°$€£¥]")


class Token(NamedTuple):
    """A word as it is compared, and where it stands."""

    form: str
    span: Span


def tokens(text: str, spans: Spans) -> list[Token]:
    """The words at the spans; case and the kind of apostrophe do not matter, punctuation is no word."""
    return [
        Token(found.group().casefold().replace("’", "'"), Span(*found.span()))
        for start, end in spans
        for found in _TOKEN.finditer(text, start, end)
    ]


def differing(versions: Sequence[Sequence[Token]]) -> list[Spans]:
    """For each version the places of the words that the version nearest to it has not, neighbours made one place.

    Two versions are aligned by longest common blocks (Ratcliff and Obershelp 1988, as in ``difflib``); the nearest is
    the one with the greatest share of words in common, of several the first.
    """
    pairs = {
        (i, j): SequenceMatcher(None, [t.form for t in versions[i]], [t.form for t in versions[j]], autojunk=False)
        for i in range(len(versions))
        for j in range(i + 1, len(versions))
    }
    out = []
    for i, version in enumerate(versions):
        others = [(pairs[min(i, j), max(i, j)].ratio(), -j) for j in range(len(versions)) if j != i]
        nearest = -max(others)[1] if others else i
        blocks = pairs[min(i, nearest), max(i, nearest)].get_matching_blocks() if others else []
        starts = [(block.a if i < nearest else block.b, block.size) for block in blocks]
        shared = {start + number for start, size in starts for number in range(size)}
        out.append(_places(version, set(range(len(version))) - shared if others else set()))
    return out


def _places(version: Sequence[Token], numbers: set[int]) -> Spans:
    out: list[Span] = []
    previous = -2
    for number in sorted(numbers):
        span = version[number].span
        if number == previous + 1:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
        previous = number
    return tuple(out)
