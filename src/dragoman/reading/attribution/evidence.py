"""How sure an attribution is: what the tagger thinks of its words, made a probability."""

from dataclasses import dataclass
from math import exp, log
from typing import Protocol

import numpy as np

from dragoman.language.tagger import Logits
from dragoman.language.wordpieces import Pieces
from dragoman.model.spans import Spans
from dragoman.reading.attribution.tags import TAGS, Role

COLUMNS = {role: [i for i, tag in enumerate(TAGS) if tag[2:].startswith(role)] for role in ("cue", "source", "content")}
EDGE = 0.001
"""Probabilities are kept so far from 0 and 1."""
WEIGHTS = (-0.809, 0.32, 0.045, 0.227, -0.371, -0.537)
"""Logistic regression on ``evidence``, fitted by ``training/attribution/calibrate.py`` to PolNeAR's dev part."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The pieces of a text and the log probability of each tag, [pieces, tags]."""

    pieces: Pieces
    logits: Logits

    def probability(self, role: Role, spans: Spans) -> float:
        """How likely the words at the spans have the role, on average over their pieces; 0 where there are none."""
        offsets = self.pieces.offsets
        inside = [
            i
            for start, end in spans
            for i in range(
                int(np.searchsorted(offsets[:, 1], start, side="right")), int(np.searchsorted(offsets[:, 0], end))
            )
        ]
        return float(np.exp(self.logits[inside][:, COLUMNS[role]]).sum(axis=1).mean()) if inside else 0.0


class Attributed(Protocol):
    """Anything with content, cue and source."""

    @property
    def content(self) -> Spans:
        """What is attributed."""
        ...

    @property
    def cue(self) -> Spans:
        """The words that attribute it."""
        ...

    @property
    def source(self) -> Spans:
        """To whom."""
        ...


def evidence(statement: Attributed, tagged: Tagged) -> tuple[float, ...]:
    """What speaks for a statement: a constant, the log odds of content, cue and source, and whether cue and source are
    missing.
    """
    roles: tuple[tuple[Role, Spans], ...] = (
        ("content", statement.content),
        ("cue", statement.cue),
        ("source", statement.source),
    )
    odds = [_log_odds(tagged.probability(role, spans)) if spans else 0.0 for role, spans in roles]
    return 1.0, *odds, float(not statement.cue), float(not statement.source)


def confidence(statement: Attributed, tagged: Tagged) -> float:
    """How likely content and source of the statement are right, in PolNeAR's terms; two decimals."""
    total = sum(weight * value for weight, value in zip(WEIGHTS, evidence(statement, tagged), strict=True))
    return round(1 / (1 + exp(-total)), 2)


def _log_odds(probability: float) -> float:
    clipped = min(max(probability, EDGE), 1 - EDGE)
    return log(clipped / (1 - clipped))
