"""What a run found, in a few lines."""

from collections import Counter
from collections.abc import Iterable

from dragoman.model.article import Dropped
from dragoman.model.record import Record


def summary(record: Record) -> str:
    """How much was found, and what was dropped for which reasons."""
    found = [
        _count(len(record.articles), "article"),
        _count(sum(row.shown for row in record.statements), "statement"),
        _count(len(record.meetings), "meeting"),
        _count(len(record.stories), "story", "stories"),
    ]
    return "\n".join([", ".join(found), *_judged(record), *dropped_lines(record.dropped)])


def dropped_lines(dropped: Iterable[Dropped]) -> list[str]:
    """For which reasons how many were dropped, the most frequent first; no line where none was."""
    reasons = Counter(drop.reason for drop in dropped)
    lines = [
        f"  {reason}: {number}" for reason, number in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    ]
    return ["dropped:", *lines] if lines else []


def _judged(record: Record) -> list[str]:
    if not record.judgements:
        return []
    applied = sum(row.applied for row in record.judgements)
    lost = len(record.judgements) - applied
    hint = f", {lost} not (dragoman judge --list RECORD says why)" if lost else ""
    return [f"{_count(applied, 'judgement')} applied{hint}"]


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
