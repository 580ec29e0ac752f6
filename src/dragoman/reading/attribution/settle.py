"""From drafts to statements: quotations kept whole, doubles removed, what stands inside what, what is shown."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.model.reading import Mode, Statement
from dragoman.model.spans import Span, Spans, common, covers, length, merged
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import trimmed
from dragoman.reading.quotations import Quotation

CONFIDENCE = {"sure": 0.8, "likely": 0.6, "weak": 0.4}
SAME = 0.8
"""Drafts whose contents share so much of the longer one are one attribution."""


def settle(text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Statement]:
    """The statements in the order of their contents, each with the index of the one inside which it stands."""
    whole = (_whole(draft, quotations) for draft in drafts)
    kept = _without_doubles([replace(d, content=tuple(trimmed(text, *span) for span in d.content)) for d in whole])
    kept.sort(key=lambda d: (d.content[0].start, -d.content[-1].end, d.at))
    quoted = merged(q.words for q in quotations)
    statements = [_statement(draft, quoted) for draft in kept]
    return [replace(s, inside=_inside(i, statements)) for i, s in enumerate(statements)]


def _whole(draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """The draft with the quotations whole that its content cuts, unless they hold its cue or source."""
    spans = list(draft.content)
    for q in quotations:
        shared = length(common(spans, q.parts))
        if shared and shared < length(q.parts) and not common((*draft.cue, *draft.source), (q.outer,)):
            spans = [*merged([*spans, *q.parts])]
    return replace(draft, content=_joined(spans, draft))


def _joined(spans: Sequence[Span], draft: Draft) -> Spans:
    """The spans with the gaps closed in which neither cue nor source stands."""
    out: list[Span] = []
    for span in merged(spans):
        between = (out[-1].end, span.start) if out else None
        if between and between[1] - between[0] < 4 and not common([between], (*draft.cue, *draft.source)):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Of drafts with nearly the same content the one found first."""
    kept: list[Draft] = []
    for draft in drafts:
        size = length(draft.content)
        if not any(
            (draft.at >= 0 and draft.at == other.at and draft.content == other.content)
            or length(common(draft.content, other.content)) >= SAME * max(size, length(other.content))
            for other in kept
        ):
            kept.append(draft)
    return kept


def _statement(draft: Draft, quoted: Spans) -> Statement:
    return Statement(
        content=draft.content,
        source=draft.source,
        cue=draft.cue,
        mode=_mode(draft.content, quoted),
        kind=draft.kind,
        headline=draft.headline,
        confidence=CONFIDENCE[draft.grade],
        shown=draft.conveyed and draft.grade != "weak" and draft.kind in {"speech", "position"},
    )


def _mode(content: Spans, quoted: Spans) -> Mode:
    share = length(common(content, quoted)) / max(1, length(content))
    return "direct" if share >= 0.9 else "indirect" if share <= 0.02 else "mixed"


def _inside(index: int, statements: Sequence[Statement]) -> int | None:
    """The smallest other statement whose content holds this one's cue and content."""
    own = statements[index]
    holders = [
        (length(other.content), i)
        for i, other in enumerate(statements)
        if i != index and other.content != own.content and covers(other.content, (*own.cue, *own.content))
    ]
    return min(holders)[1] if holders else None
