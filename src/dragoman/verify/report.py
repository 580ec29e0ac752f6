"""What verifying found."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

UNCHECKABLE = (
    "who spoke: that a name stands where the file says does not show that its bearer spoke",
    "what was meant, and whether two wordings render the same words",
    "what the articles themselves report",
)
MOST = 20
"""So many dates of a kind are listed; the rest is counted."""


@dataclass(slots=True)
class Report:
    """What holds, what does not, and what could not be checked.

    ``checked`` counts items by kind. ``wrong`` are lines that say what is not as the file says. ``missing`` are the
    articles without an independent copy. ``inferred`` and ``given`` are dates that no words state.
    """

    checked: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    embedded: bool = False

    @property
    def status(self) -> int:
        """The exit status: 1 where something is wrong, 2 where a copy is missing or nothing was checked, else 0."""
        return 1 if self.wrong else 2 if self.missing or not self.checked else 0

    def lines(self) -> Iterator[str]:
        """The report in words: first what is wrong."""
        yield from (f"wrong: {line}" for line in self.wrong)
        yield from (f"no independent copy: {line}" for line in self.missing)
        if self.missing:
            yield "name a folder that holds the texts with --texts, or the store that read them with --store"
        if self.embedded:
            yield "held against the texts inside the file itself, which shows only that the file agrees with itself"
        kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(self.checked.items()))
        yield f"checked: {kinds or 'nothing'}; {len(self.wrong)} wrong"
        yield from _listed("date worked out, not stated", self.inferred)
        yield from _listed("date given with the articles, not stated", self.given)
        yield from _listed("not checked", self.unchecked)
        yield from (f"cannot be checked: {line}" for line in UNCHECKABLE)


def _listed(what: str, lines: list[str]) -> Iterator[str]:
    yield from (f"{what}: {line}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield f"{what}: {len(lines) - MOST} more"
