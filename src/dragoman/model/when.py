"""A date that is as sure as the words it rests on."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.model.spans import Place

Basis = Literal["given", "stated", "inferred", "unknown"]
"""How something is known: the user gave it, the text states it, it follows from other things, or not at all."""


@dataclass(frozen=True, slots=True)
class When:
    """The earliest and the latest day that the words allow, both included; ``None`` on a side that is open.

    ``edtf`` is the same in the Extended Date/Time Format (ISO 8601-2:2019, level 1), for people and other programs.
    """

    earliest: date | None = None
    latest: date | None = None
    edtf: str = ""
    basis: Basis = "unknown"
    words: Place | None = None
    reason: str = ""

    @property
    def day(self) -> date | None:
        """The one day, where it is one."""
        return self.earliest if self.earliest == self.latest else None


UNKNOWN = When()


def between(
    earliest: date | None, latest: date | None, basis: Basis, reason: str = "", words: Place | None = None
) -> When:
    """A When with its EDTF form made from its days; an open side prints as ``..``.

    Raises:
        ValueError: ``earliest`` lies after ``latest``.
    """
    if earliest and latest and earliest > latest:
        raise ValueError(f"the earliest day {earliest} lies after the latest {latest}")
    return When(earliest, latest, _edtf(earliest, latest, basis), basis, words, reason)


def interval(text: str) -> tuple[date | None, date | None]:
    """The days of ``2031-05-14``, of ``2031-05-10/2031-05-14``, or with ``..`` (or nothing) on an open side.

    Raises:
        ValueError: the text is none of these, or its first day lies after its last.
    """
    sides = text.strip().split("/")
    if len(sides) > 2 or not any(side.strip(" .") for side in sides):
        raise ValueError(f"{text!r} is no day and no days; write 2031-05-14, 2031-05-10/2031-05-14 or 2031-05-10/..")
    days = [date.fromisoformat(side.strip()) if side.strip(" .") else None for side in sides]
    earliest, latest = days[0], days[-1]
    if earliest and latest and earliest > latest:
        raise ValueError(f"in {text!r} the first day lies after the last")
    return earliest, latest


def _edtf(earliest: date | None, latest: date | None, basis: Basis) -> str:
    if earliest is None and latest is None:
        return ""
    mark = "?" if basis == "inferred" else ""
    if earliest is not None and earliest == latest:
        return f"{earliest.isoformat()}{mark}"
    sides = [f"{day.isoformat()}{mark}" if day else ".." for day in (earliest, latest)]
    return "/".join(sides)
