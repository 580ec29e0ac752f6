"""Who denies a charge right behind it: in "accused Velmar of smuggling, a charge it denies" never the accuser."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.knowledge.contention import contention_words
from dragoman.model.reading import Mention, Statement
from dragoman.model.spans import words

BEHIND = 6
"""Code points at most between the charge and the words that take it up: ", ", " – "."""
PRONOUNS = frozenset({"it", "he", "she", "they"})
OPENING = re.compile(r"(?:the|that)\s+|\W+", re.IGNORECASE)
"""What may stand before the name of the accused: "that", "the"."""


def of_the_accused(text: str, statements: Sequence[Statement], mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """The statements; one in which a pronoun denies the charge right before it, and which was taken to be its accuser,
    is that of whoever the charge names first, and of nobody known where it names no one there.
    """
    ordered = sorted(range(len(statements)), key=lambda i: (statements[i].content, i))
    out = list(statements)
    for before, here in pairwise(ordered):
        charge, denial = statements[before], statements[here]
        if denial.speakers and denial.speakers == charge.speakers and _takes_up(text, charge, denial):
            accused = _accused(text, charge, mentions)
            out[here] = replace(denial, speakers=accused, speakers_basis="pronoun" if accused else None)
    return tuple(out)


def _takes_up(text: str, charge: Statement, denial: Statement) -> bool:
    """Whether it is a relative clause, behind the charge, in which a pronoun denies "a charge", "an accusation"."""
    content = words(text, denial.content).lower().split()
    relative = bool(denial.source and denial.cue) and denial.content[-1].end <= denial.source[0].start
    near = 0 <= denial.content[0].start - charge.content[-1].end <= BEHIND
    pronoun = words(text, denial.source).lower() in PRONOUNS
    taken = bool(content) and len(content) <= 3 and content[-1].removesuffix("s") in contention_words("wrong taken up")
    return relative and near and pronoun and taken


def _accused(text: str, charge: Statement, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Who is named at the beginning of the charge."""
    start = charge.content[0].start
    opening = OPENING.match(text, start)
    starts = {start, opening.end() if opening else start}
    return tuple(m.entity for m in mentions if m.span.start in starts and m.form != "pronoun")[:1]
