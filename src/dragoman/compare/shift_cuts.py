"""Shifts by cutting: one quotation is a part in one run of the other, whose sentence goes on before or after it."""

from collections.abc import Sequence

from dragoman.compare.forms import Token
from dragoman.compare.phrases import Beside, Found, Side
from dragoman.model.links import ShiftKind

LEAST = 5
"""Words of the shorter quotation."""
LEAST_MORE = 2
"""Words that the longer one has more."""
SAYING = frozenset({"said", "says", "told", "added", "adds"})


def cuts(beside: Beside) -> list[Found]:
    """What the longer quotation has before and after the words of the shorter one, in the same sentence."""
    if not all(all(side.quoted) for side in (beside.left, beside.right)):
        return []
    swapped = len(beside.left.words) < len(beside.right.words)
    longer, shorter = (beside.right, beside.left) if swapped else (beside.left, beside.right)
    at = _run(longer, shorter)
    if at is None or sum(word.content for word in shorter.words) < 2:
        return []
    end = at + len(shorter.words)
    before, after = range(_sentence_start(longer, at), at), range(end, _sentence_end(longer, end))
    places: list[tuple[ShiftKind, range]] = [("cut before", before), ("cut after", after)]
    whole = range(len(shorter.words))
    return [
        Found(kind, whole, more) if swapped else Found(kind, more, whole)
        for kind, more in places
        if len(more) >= LEAST_MORE
        and any(longer.words[n].content for n in more)
        and not _tells_source([longer.words[n] for n in more])
    ]


def _run(longer: Side, shorter: Side) -> int | None:
    small, large = [_exact(w) for w in shorter.words], [_exact(w) for w in longer.words]
    if not LEAST <= len(small) < len(large):
        return None
    return next((n for n in range(len(large) - len(small) + 1) if large[n : n + len(small)] == small), None)


def _tells_source(words: Sequence[Token]) -> bool:
    """Whether the words only say whose they are: "according to the ministry", ", the envoys said in a statement".

    Where a quotation mark is missing, such words stand as if they were quoted; and who reads out a text names it.
    """
    forms = [word.form for word in words]
    return " ".join(forms).startswith("according to ") or (words[0].comma and not SAYING.isdisjoint(forms))


def _exact(word: Token) -> str:
    return word.form.replace("-", "")


def _sentence_start(side: Side, at: int) -> int:
    start = at
    while start and not side.words[start].ends:
        start -= 1
    return start


def _sentence_end(side: Side, end: int) -> int:
    stop = end
    while stop < len(side.words) and not side.words[stop].ends:
        stop += 1
    return stop
