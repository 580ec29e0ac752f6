"""Runs of tags linked to attributions: a source or content goes to the nearest cue on the side that its tag names."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from dragoman.language.wordpieces import Pieces
from dragoman.model.spans import Span, Spans
from dragoman.reading.attribution.tags import Attribution, Run, Tags, runs

REACH = 400
"""Pieces between a cue and what belongs to it, at most."""


def pair(pieces: Pieces, tags: Tags, text: str) -> list[Attribution]:
    """The attributions that the tags spell, in order of their cues. A cue without content is none."""
    found = [run for run in runs(tags.tolist()) if _says_something(pieces, run, text)]
    cues = [run for run in found if run.role == "cue"]
    contents: list[list[Run]] = [[] for _ in cues]
    sources: list[list[Run]] = [[] for _ in cues]
    for run in found:
        at = _cue_of(run, cues) if run.role != "cue" else None
        if at is not None and _within_reach(pieces, run, cues[at], text):
            (contents if run.role == "content" else sources)[at].append(run)
    chosen = [_nearest(cue, rows) for cue, rows in zip(cues, sources, strict=True)]
    _share(pieces, cues, chosen, text)
    return [
        Attribution(_spans(pieces, chosen[i]), _spans(pieces, [cue]), _spans(pieces, contents[i]))
        for i, cue in enumerate(cues)
        if contents[i]
    ]


def _cue_of(run: Run, cues: Sequence[Run]) -> int | None:
    if run.side == "right":
        at = bisect_left(cues, run.end, key=lambda cue: cue.first)
        return at if at < len(cues) and cues[at].first - run.end <= REACH else None
    at = bisect_right(cues, run.first, key=lambda cue: cue.end) - 1
    return at if at >= 0 and run.first - cues[at].end <= REACH else None


def _within_reach(pieces: Pieces, run: Run, cue: Run, text: str) -> bool:
    """Whether run and cue stand in one paragraph; a quotation may stand in another."""
    first, last = sorted((run, cue), key=lambda r: r.first)
    between = text[pieces.offsets[first.end - 1, 1] : pieces.offsets[last.first, 0]]
    return "\n" not in between or bool(pieces.quote[run.first])


def _nearest(cue: Run, sources: Sequence[Run]) -> list[Run]:
    return sorted(sources, key=lambda run: min(abs(cue.first - run.end), abs(run.first - cue.end)))[:1]


def _share(pieces: Pieces, cues: Sequence[Run], sources: list[list[Run]], text: str) -> None:
    """A cue without a source takes that of the cue before it in its sentence ("X said A and vowed B")."""
    for i, (before, cue) in enumerate(pairwise(cues)):
        between = text[pieces.offsets[before.first, 0] : pieces.offsets[cue.first, 0]]
        if not sources[i + 1] and not _ends_sentence(between):
            sources[i + 1] = sources[i]


def _ends_sentence(between: str) -> bool:
    return "\n" in between or any(f"{mark}{gap}" in between for mark in ".?!" for gap in (" ", "” ", '" '))


def _spans(pieces: Pieces, found: Sequence[Run]) -> Spans:
    return tuple(Span(int(pieces.offsets[run.first, 0]), int(pieces.offsets[run.end - 1, 1])) for run in found)


def _says_something(pieces: Pieces, run: Run, text: str) -> bool:
    """Whether there is a letter or a digit in the run, or it is a cue: a colon or a dash can be one."""
    start, end = pieces.offsets[run.first, 0], pieces.offsets[run.end - 1, 1]
    return run.role == "cue" or any(c.isalnum() for c in text[start:end])
