"""Whether a line is somebody's words, told without reading it."""

import re
from functools import cache

from dragoman.knowledge.tables import table

QUOTATION_MARK = re.compile(r"[\"“”„«»‟]|(?<!\w)['‘‚]|['’](?!\w)")
WORD = re.compile(r"[^\W\d_]+")


def reports_speech(text: str) -> bool:
    """Whether quotation marks and a verb of speech stand together: such a line is somebody's words."""
    return bool(QUOTATION_MARK.search(text)) and any(word.lower() in speech_forms() for word in WORD.findall(text))


@cache
def speech_forms() -> frozenset[str]:
    """Forms of verbs that report speech, in lower case."""
    return frozenset(row["form"] for row in table("speech_forms").rows)
