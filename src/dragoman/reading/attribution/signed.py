"""Quotations signed with a name behind a dash: "“We wait.” — Tarn Brandt", as epigraphs, letters and answers are."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model.spans import Span
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, trimmed
from dragoman.reading.attribution.labels import capitalised
from dragoman.reading.quotations import Quotation

SIGNATURE = re.compile(
    r"[^\S\n]*(?P<dash>[―—–]|--|-(?=\s))[^\S\n]*(?P<name>[^\W\d_][^\n,;:!?“”\"]{1,59})(?:,[^\n]{0,60})?(?=\n|\Z)"
)
"""A dash, a name and perhaps more about whom it names, up to the line's end."""


def signed_drafts(parsed: Parsed, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    """An attribution for each quotation that begins its line and ends with a dash and a name."""
    for quotation in quotations:
        found = SIGNATURE.match(parsed.text, quotation.outer.end)
        line = parsed.text.rfind("\n", 0, quotation.outer.start) + 1
        if found is None or parsed.text[line : quotation.outer.start].strip() or not capitalised(found["name"]):
            continue
        yield Draft(
            content=quotation.parts,
            source=(trimmed(parsed.text, *found.span("name")),),
            cue=(Span(*found.span("dash")),),
            kind="speech",
            grade="sure",
            rule="signed",
            at=found.start("dash"),
        )
