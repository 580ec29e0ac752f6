"""What players and picture boxes print within lines: "Media playback is unsupported on your device", "Hide caption"."""

import re
from functools import cache
from typing import NamedTuple

from dragoman.knowledge.tables import table
from dragoman.model.spans import Span, Spans, merged


class Phrase(NamedTuple):
    """A pattern, and a piece in lower case that every match contains."""

    pattern: re.Pattern[str]
    needs: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """The phrases; those of plain words are only furniture where they begin with a capital, as labels do."""
    rows = table("player_phrases").rows
    return tuple(Phrase(_compiled(row["pattern"], titled=row["case"] == "Title"), row["needs"]) for row in rows)


def _compiled(pattern: str, *, titled: bool) -> re.Pattern[str]:
    words = rf"(?-i:(?=[A-Z]|toggle)){pattern}" if titled else pattern
    return re.compile(rf"\b{words}(?!\w)", re.IGNORECASE)


def in_lines(text: str) -> Spans:
    """Where such phrases stand in the text; the captions beside them are left."""
    lower = text.lower()
    near = [phrase for phrase in phrases() if phrase.needs in lower]
    return merged(Span(*match.span()) for phrase in near for match in phrase.pattern.finditer(text))
