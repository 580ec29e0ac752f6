"""Attributions as tags, one a word piece, and back.

Begin-inside-outside (Ramshaw and Marcus 1995) over cue, source and content; a source or content also says on which side
of it its cue lies, so that of two cues the right one is found without a model of pairs.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, cast

import numpy as np
import numpy.typing as npt

from dragoman.language.wordpieces import Pieces
from dragoman.model.spans import Spans

Role = Literal["cue", "source", "content"]
Side = Literal["left", "right"]
ROLES = ("cue", "source-L", "source-R", "content-L", "content-R")
TAGS = ("O", *(f"{bio}-{role}" for role in ROLES for bio in "BI"))
TAG_OF = {tag: number for number, tag in enumerate(TAGS)}
INSIDE = np.array([tag.startswith("I-") for tag in TAGS])
Tags = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


class Attribution(NamedTuple):
    """Source, cue and content as spans in the text; source and content may be discontinuous, a source empty."""

    source: Spans
    cue: Spans
    content: Spans


class Run(NamedTuple):
    """Pieces ``first`` to ``end`` (half open) of one role; ``side`` is where their cue lies, for a cue ``None``."""

    role: Role
    side: Side | None
    first: int
    end: int


def encode(pieces: Pieces, attributions: Iterable[Attribution]) -> Tags:
    """The tag of each piece. Where two attributions claim one, a cue wins over a source, a source over a content."""
    tags = np.zeros(len(pieces), dtype=np.int64)
    rows = [row for row in attributions if row.cue]
    for role in ("content", "source", "cue"):
        for row in rows:
            at = row.cue[0][0]
            for start, end in getattr(row, role):
                side = "" if role == "cue" else "-R" if at >= end else "-L"
                inside = np.flatnonzero((pieces.offsets[:, 0] < end) & (pieces.offsets[:, 1] > start))
                tags[inside] = TAG_OF[f"I-{role}{side}"]
                tags[inside[:1]] = TAG_OF[f"B-{role}{side}"]
    return tags


def best(scores: Scores, inner: npt.NDArray[np.int64]) -> Tags:
    """The likeliest sequence of tags that is well formed (Viterbi 1967): inside only after begin or inside of the same
    role, and one role a word. ``scores`` [pieces, tags] are log probabilities or logits, ``inner`` [pieces] as in
    ``Pieces``.
    """
    if not len(scores):
        return np.zeros(0, dtype=np.int64)
    back = np.zeros(scores.shape, dtype=np.int64)
    path = np.where(INSIDE, -np.inf, scores[0])
    everyone = np.arange(len(TAGS))
    for i in range(1, len(scores)):
        paths = path[:, None] + (_WITHIN if inner[i] else _BETWEEN)
        back[i] = paths.argmax(0)
        path = paths[back[i], everyone] + scores[i]
    tags = np.zeros(len(scores), dtype=np.int64)
    tags[-1] = path.argmax()
    for i in range(len(scores) - 1, 0, -1):
        tags[i - 1] = back[i, tags[i]]
    return tags


def _transitions(*, within: bool) -> Scores:
    """0 where one tag may follow another, minus infinity where not; ``within`` a word no role begins or ends."""
    allowed = np.full((len(TAGS), len(TAGS)), -np.inf, dtype=np.float32)
    for i, before in enumerate(TAGS):
        for j, tag in enumerate(TAGS):
            goes_on = tag[:1] == "I" and before[2:] == tag[2:]
            if goes_on or (before == tag == "O" if within else tag[:1] != "I"):
                allowed[i, j] = 0
    return allowed


_BETWEEN, _WITHIN = _transitions(within=False), _transitions(within=True)


def runs(tags: Sequence[int]) -> list[Run]:
    """Runs of one role, in order."""
    found: list[Run] = []
    for i, number in enumerate(tags):
        bio, _, role = TAGS[number].partition("-")
        name, _, letter = role.partition("-")
        if bio == "B":
            side: Side | None = {"L": "left", "R": "right"}.get(letter)  # type: ignore[assignment]  # a dict's values widen
            found.append(Run(cast("Role", name), side, i, i + 1))
        elif bio == "I":
            found[-1] = found[-1]._replace(end=i + 1)
    return found
