"""Which words versions of one utterance do not share."""

import re
from collections.abc import Sequence
from itertools import chain, combinations
from typing import NamedTuple

from dragoman.model.aligned import aligned
from dragoman.model.spans import Span, Spans

_TOKEN = re.compile(r"\w+(?:[’'\-]\w+)*|[%‰°$€£¥]")


_TELLING = (
    "all always any both each either every everyone everything few fewer full fully less many more most much neither",
    "never no nobody none not nothing only partial partly several some alone entirely exclusively just merely",
    "primarily purely simply sole solely strictly can cannot could may might must need ought shall should will would",
    "obliged required permitted allowed forbidden agree agreed refuse refused reject rejected deny denied if unless",
    "until without",
)
TELLING = frozenset(word for line in _TELLING for word in line.split())
"""Words of quantity, scope, negation, modality and condition: where versions differ in one of these, or in a number,
the difference comes first.
"""


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


def telling(words: Sequence[Token]) -> bool:
    """Whether a word says how much, how far, whether, or must."""
    return any(t.form in TELLING or t.form.endswith("n't") or t.form[0].isdigit() for t in words)


class Contrast(NamedTuple):
    """One place where two versions differ; comparable by how much it is worth showing.

    First come differences in telling words, then words put for others rather than added, then short ones.
    """

    telling: bool
    replaced: bool
    shortness: int
    left: Span
    right: Span


def contrast(left: Sequence[Token], right: Sequence[Token]) -> Contrast | None:
    """The place where two versions differ that is most worth showing; where one side has nothing, its nearest word.

    None where one version only begins earlier or ends later than the other.
    """
    stretches = aligned(_forms(left), _forms(right))
    found = [
        Contrast(
            telling([left[n] for n in stretch.left] + [right[n] for n in stretch.right]),
            bool(stretch.left and stretch.right),
            -len(stretch.left) - len(stretch.right),
            _around(left, stretch.left),
            _around(right, stretch.right),
        )
        for number, stretch in enumerate(stretches)
        if not stretch.equal and ((stretch.left and stretch.right) or 0 < number < len(stretches) - 1)
    ]
    return max(found, key=lambda each: (*each[:3], -each.left.start), default=None)


def _around(version: Sequence[Token], numbers: range) -> Span:
    if not numbers:
        return version[min(numbers.start, len(version) - 1)].span
    return Span(version[numbers[0]].span.start, version[numbers[-1]].span.end)


def differing(versions: Sequence[Sequence[Token]]) -> list[Spans]:
    """For each version the places of the words that the nearest version in other words has not, neighbours made one.

    The nearest is the one with the greatest share of words in common, of several the first; versions in the same words
    do not count.
    """
    nearest: list[tuple[float, set[int]]] = [(2.0, set()) for _ in versions]
    for i, j in combinations(range(len(versions)), 2):
        stretches = aligned(_forms(versions[i]), _forms(versions[j]))
        unequal = [stretch for stretch in stretches if not stretch.equal]
        apart = 1 - 2 * sum(len(s.left) for s in stretches if s.equal) / max(1, len(versions[i]) + len(versions[j]))
        for number, sides in ((i, [s.left for s in unequal]), (j, [s.right for s in unequal])):
            if unequal and apart < nearest[number][0]:
                nearest[number] = (apart, set(chain.from_iterable(sides)))
    return [_places(version, lacking) for version, (_, lacking) in zip(versions, nearest, strict=True)]


def _forms(version: Sequence[Token]) -> list[str]:
    return [token.form for token in version]


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
