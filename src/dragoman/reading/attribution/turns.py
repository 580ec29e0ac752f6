"""Transcripts: "MR. BRANDT: We will open the road." A turn goes on until the next one's label."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.model.spans import Span, Spans, common, covers, length, without
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, trimmed
from dragoman.reading.attribution.labels import KINDS, capitalised
from dragoman.reading.quotations import LINE, Quotation

LABEL = re.compile(
    r"^[^\S\n]*[\"“]?(?P<name>[^\W\d_][^:\n()\[\]]{0,59}?)[^\S\n]*(?:[(\[][^)\]\n]{1,60}[)\]][^\S\n]*)?(?P<colon>:)(?=\s|\Z)",
    re.MULTILINE,
)
"""A name or office at a line's start, perhaps behind the mark that goes on with a quotation, perhaps with a note in
brackets ("via interpreter"), and a colon.
"""
ASKED, ANSWERED = {"q", "question"}, {"a", "answer"}
FIELDS = {"who", "what", "when", "where", "why", "how", "note", "source", "date", "place", "time", "related"}
"""Words before a colon that say what a line is about."""
TURNS, VOICES = 3, 2
"""A transcript has at least so many turns, under so many labels."""
SHARE, ENDING = 0.5, '.?!…—–-”"’)]'
"""At least so much of the text from the first label on is turns, and so many of the turns end as sentences do."""
LINES = 3
"""At most so many of a transcript's lines come to one label."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch: the label, its colon, and each paragraph under it."""

    label: Span
    colon: int
    words: Spans


def find_turns(text: str, furniture: Spans = ()) -> tuple[Turn, ...]:
    """The turns of a transcript; none where the text is none: fewer than three turns, or under one label only, most of
    them under labels that never come again, or most of the text behind the first outside of them or in few and long
    ones.
    """
    labels = [m for m in LABEL.finditer(text) if _is_label(m["name"]) and not common((m.span("name"),), furniture)]
    counts = Counter(m["name"] for m in labels)
    labels = [m for m in labels if counts[m["name"]] > 1 or m["name"].isupper() or " " in m["name"]]
    if len(labels) < TURNS or len(counts) < VOICES or sum(counts[m["name"]] > 1 for m in labels) * 2 < len(labels):
        return ()
    ends = [*(m.start() for m in labels[1:]), len(text)]
    turns = [
        Turn(trimmed(text, *m.span("name")), m.start("colon"), _paragraphs(text, m.end(), end, furniture))
        for m, end in zip(labels, ends, strict=True)
    ]
    longest = max(len(turn.words) for turn in turns[:-1])
    turns[-1] = replace(turns[-1], words=turns[-1].words[: max(1, longest)])  # what follows it has no label
    turns = [turn for turn in turns if turn.words]
    whole = sum(text[: turn.words[-1].end][-1:] in ENDING for turn in turns)
    lines = sum(len(turn.words) for turn in turns)
    said = sum(length(turn.words) for turn in turns)
    covering = (
        said >= SHARE * (len(text) - labels[0].start()) and whole >= SHARE * len(turns) and lines <= LINES * len(turns)
    )
    return tuple(turns) if covering and len(turns) >= TURNS else ()


def _is_label(name: str) -> bool:
    """Whether the words are capitalised as names and offices are, and say no kind of text or of line."""
    return capitalised(name) and name.split(maxsplit=1)[0].lower() not in KINDS | FIELDS


def _paragraphs(text: str, start: int, end: int, furniture: Spans) -> Spans:
    """The lines between the two, without white space at their edges and without furniture."""
    lines = [Span(m.start(), m.end()) for m in LINE.finditer(text[start:end])]
    shifted = [Span(a + start, b + start) for a, b in lines]
    pieces = without(shifted, furniture) if furniture else shifted
    bare = [Span(a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in pieces]
    return tuple(span for span in bare if span.start < span.end)


def turn_drafts(parsed: Parsed, turns: tuple[Turn, ...]) -> Iterator[Draft]:
    """An attribution for each turn, to whom its label names. "A:" is the one person named before the first turn, or
    nobody who is known; who asks under "Q:" is not known, and the question is not shown.
    """
    answering = _answering(parsed, turns[0].label.start) if turns else ()
    for turn in turns:
        label = parsed.text[slice(*turn.label)].lower()
        asked = label in ASKED
        yield Draft(
            content=turn.words,
            source=() if asked else answering if label in ANSWERED else (turn.label,),
            cue=(Span(turn.colon, turn.colon + 1),),
            kind="speech",
            grade="sure",
            rule="turn",
            at=turn.colon,
            conveyed=not asked,
        )


def _answering(parsed: Parsed, end: int) -> Spans:
    """Where the one person stands who is named before the first turn; nowhere, where there are several."""
    people = [e for e in parsed.doc.ents if e.label_ == "PERSON" and e.end_char <= end]
    surnames = {e[-1].lower_ for e in people}
    return (Span(people[0].start_char, people[0].end_char),) if len(surnames) == 1 else ()


def unlabelled(quotations: Iterable[Quotation], turns: Sequence[Turn]) -> tuple[Quotation, ...]:
    """The quotations, but for those that run over a label: marks round the transcript are nobody's."""
    colons = [turn.colon for turn in turns]
    return tuple(q for q in quotations if bisect_left(colons, q.outer.start) == bisect_left(colons, q.outer.end))


def untitled(titles: Spans, turns: tuple[Turn, ...]) -> Spans:
    """The titles, but for lines that are turns."""
    return tuple(t for t in titles if not any(covers((t,), (turn.label,)) for turn in turns[:1]))
