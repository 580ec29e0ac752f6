"""The day of publication, where the text states it in full."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from dragoman.clean.dateline import Dateline
from dragoman.clean.dates import Dated, dates, is_date_line, stated_when
from dragoman.clean.lines import Line
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, When, between

Kind = Literal["published", "line", "dateline", "updated"]
ORDER: tuple[Kind, ...] = ("published", "line", "dateline", "updated")
LABEL = re.compile(
    r"\W*(?:first |originally )?"
    r"(?:(?P<published>published|posted|date|created|issued)|(?:last )?(?:updated|modified|edited))"
    r"(?: (?:on|at|date))?\s*[:|,-]?\s*(?:\d\d?[:.]\d\d\s*(?:[ap]\.?m\.?)?,?\s*)?",
    re.IGNORECASE,
)
BYLINE = re.compile(r"(?:written )?by |author", re.IGNORECASE)
LONGEST = 200
TAIL = 4
"""A label such as "Published" also counts on so many last lines."""


class Candidate(NamedTuple):
    """A date that may be the day of publication, and in what kind of line it stands."""

    kind: Kind
    dated: Dated


def published(lines: Sequence[Line], body: int, title: Sequence[Span], opening: Dateline | None, article: str) -> When:
    """The day that a byline, a date line or the dateline states in full; without its year it is not stated.

    "Published" beats other lines. A day on which the article was only "updated" is the latest on which it appeared.
    """
    found = list(_labelled(lines, body))
    found += [Candidate("line", dated) for dated in _date_lines(lines[:body], title)]
    if opening and opening.date:
        found.append(Candidate("dateline", opening.date))
    if not found:
        return UNKNOWN
    best = min(found, key=lambda candidate: (ORDER.index(candidate.kind), candidate.dated.span))
    when = stated_when(best.dated, article)
    return when if best.kind != "updated" else between(None, when.latest, "stated", "the day of an update", when.words)


def _labelled(lines: Sequence[Line], body: int) -> Iterator[Candidate]:
    """Finds "Published: 15 May 2031", "Updated at 11:50, 16 May 2031"."""
    for index, line in enumerate(lines):
        label = (
            LABEL.match(line.text)
            if (index < body or index >= len(lines) - TAIL) and len(line.text) < LONGEST
            else None
        )
        first = next(dates(line.text), None) if label else None
        if label and first and first.span.start <= label.end() + 2:
            yield Candidate("published" if label["published"] else "updated", _moved(first, line))


def _date_lines(lines: Sequence[Line], title: Sequence[Span]) -> Iterator[Dated]:
    """Dates in bylines, and in lines that hold little else."""
    for line in lines:
        if len(line.text) >= LONGEST or line.span in title or LABEL.match(line.text):
            continue
        first = next(dates(line.text), None)
        if first and (is_date_line(line.text) or BYLINE.match(line.text)):
            yield _moved(first, line)


def _moved(found: Dated, line: Line) -> Dated:
    return found._replace(span=Span(line.start + found.span.start, line.start + found.span.end))
