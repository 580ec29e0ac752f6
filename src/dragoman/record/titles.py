"""Titles of stories: built from participants, place and date, never from one headline."""

from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.model.record import ActorRow, MeetingRow, StatementRow
from dragoman.model.when import When

MOST_NAMES = 3


def story_title(
    articles: Sequence[str],
    meetings: Sequence[MeetingRow],
    statements: Sequence[StatementRow],
    actors: Mapping[str, ActorRow],
) -> str:
    """Who met (or who spoke most), where and when: "A, B: Place, 3 May 2031"."""
    here = set(articles)
    held = [m for m in meetings if m.status == "held" and here & {r.article for r in m.reports}]
    if held:
        main = max(held, key=lambda m: (len({r.article for r in m.reports} & here), len(m.participants), m.id))
        return _joined([actors[a].name for a in main.participants], main.place, main.date)
    speakers = Counter(a for s in statements if s.article in here and s.shown for a in s.speakers)
    first = sorted(speakers, key=lambda a: (-speakers[a], actors[a].name))[:MOST_NAMES]
    return _joined([actors[a].name for a in first], None, When())


def _joined(names: Sequence[str], place: str | None, when: When) -> str:
    day = f"{when.day.day} {when.day:%B %Y}" if when.day else ""
    tail = ", ".join(part for part in (place, day) if part)
    return ": ".join(part for part in (", ".join(names[: MOST_NAMES + 2]), tail) if part) or "One report"
