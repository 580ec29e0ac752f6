"""What a rule found, before doubles are removed and nesting is known."""

from dataclasses import dataclass

from dragoman.knowledge.cues import Grade
from dragoman.model.reading import StatementKind
from dragoman.model.spans import Spans


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution as a rule found it. ``at`` is the offset of the cue's head word, -1 where there is no cue.

    ``conveyed`` is false where the cue is denied, asked, conditional or still to come: it is kept, and not shown.
    ``voiced`` is false where the source is no person, body or state, or the verb only describes a noun.
    """

    content: Spans
    source: Spans
    cue: Spans
    kind: StatementKind
    grade: Grade
    rule: str
    at: int = -1
    conveyed: bool = True
    voiced: bool = True
    headline: bool = False
