"""From drafts to statements: quotations kept whole, doubles removed, what stands inside what, what is shown."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.model.reading import Mode, Statement
from dragoman.model.spans import Span, Spans, common, covers, length, merged, without, words
from dragoman.reading.attribution.denied import thing_denied
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import trimmed
from dragoman.reading.attribution.near import Stretches, near, stretch
from dragoman.reading.attribution.shown import is_shown
from dragoman.reading.quotations import Quotation

CONFIDENCE = {"sure": 0.8, "likely": 0.6, "weak": 0.4}
SAME = 0.8
"""Drafts whose contents share so much of the longer one are one attribution."""
THAT = re.compile(
    r"that\s+(?!(is|was|would|will|has|had|can|could|should|may|might|does|did|means?)\b)(?=\w)", re.IGNORECASE
)
"""The conjunction, where the parse takes it for something else; a verb would follow the pronoun."""
ADDED = re.compile(r"(,|\band|\bbut)\s+(\w+ly\s+|also\s+|then\s+)?$")
JOINED = re.compile(r",\s+(while|whereas)\s+$")
"""What stands before a second cue of the same source, and before the clause of another."""
REPORTED = {"verb:clause", "noun:clause", "conjunct"}
"""Rules whose content a "that" may introduce."""
PASSING = {"according", "postposed"}
SHARING = {"continuation", "conjunct"}
"""Rules whose statements share the cue of another."""


def settle(
    text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation], titles: Spans, credited: Spans = ()
) -> list[Statement]:
    """The statements in the order of their contents, each with the index of the one inside which it stands."""
    whole = [_whole(text, draft, _cutting(draft, quotations)) for draft in drafts]
    kept = _without_doubles([_trimmed(text, draft) for draft in _apart(text, whole)])
    kept.sort(key=lambda d: (d.content[0].start, -d.content[-1].end, d.at))
    quoted = merged(q.words for q in quotations)
    places = Stretches([stretch(d.content) for d in kept])
    inside = [_inside(i, kept, places.meeting(stretch(d.content))) for i, d in enumerate(kept)]
    statements = [
        _statement(text, d, i, near(quoted, stretch(d.content)), titles) for d, i in zip(kept, inside, strict=True)
    ]
    held: dict[int | None, list[Statement]] = {}
    for statement in statements:
        held.setdefault(statement.inside, []).append(statement)
    return [
        replace(s, shown=False) if kept[i].rule in PASSING and _passes_on(kept[i], held.get(i, ()), credited) else s
        for i, s in enumerate(statements)
    ]


def _passes_on(draft: Draft, held: Iterable[Statement], credited: Spans) -> bool:
    """Whether an agency, an outlet or a page only passes on another's statement, which it holds ("..., Brandt said,
    Norda reports").
    """
    size = length(draft.content)
    within = any(s.shown and 2 * length(s.content) > size for s in held)
    return within and (not draft.voiced or bool(common(draft.source, credited)))


def one_a_cue(drafts: Sequence[Draft]) -> list[Draft]:
    """The first draft of each cue word, and those that share it on purpose."""
    seen: set[int] = set()
    kept = []
    for draft in drafts:
        if draft.rule in SHARING or draft.at not in seen:
            kept.append(draft)
        seen.add(draft.at)
    return kept


def _cutting(draft: Draft, quotations: Sequence[Quotation]) -> Sequence[Quotation]:
    """The quotations, which stand apart from each other, that meet the draft's content."""
    start = min((s.start for s in draft.content), default=0)
    end = max((s.end for s in draft.content), default=0)
    first = bisect_right(quotations, start, key=lambda q: q.outer.end)
    return quotations[first : bisect_left(quotations, end, key=lambda q: q.outer.start)]


def _whole(text: str, draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """The draft with the quotations whole that its content cuts, unless they hold its cue or source."""
    spans = list(draft.content)
    for q in quotations:
        if common((*draft.cue, *draft.source), (q.outer,)):
            continue
        shared = length(common(spans, q.parts))
        if shared and shared < length(q.parts):
            spans = [*merged([*spans, *q.parts])]
    return replace(draft, content=_joined(text, spans, draft))


def _joined(text: str, spans: Sequence[Span], draft: Draft) -> Spans:
    """The spans with the gaps closed in which neither cue nor source nor a new paragraph's mark stands."""
    out: list[Span] = []
    for span in merged(spans):
        between = (out[-1].end, span.start) if out else None
        if (
            between
            and between[1] - between[0] < 4
            and "\n" not in text[slice(*between)]
            and not common([between], (*draft.cue, *draft.source))
        ):
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def _apart(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Each draft without the later statements that its content swallowed: those of the same source ("said that A,
    adding that B"), and those of another whose clause is joined to its own ("said A, while C said B").
    """
    by_source: dict[Spans, list[Draft]] = {}
    joined: list[int] = []
    according = [d for d in drafts if d.rule == "according" and d.source]
    accords = Stretches([stretch(d.cue) for d in according])
    for draft in drafts:
        if draft.source and draft.cue:
            by_source.setdefault(draft.source, []).append(draft)
            before = JOINED.search(text, max(0, draft.source[0].start - 12), draft.source[0].start)
            if before and draft.rule in {"verb:clause", "direct"}:
                joined.append(before.start())
    joined.sort()
    out = []
    for draft in drafts:
        content = _cut(text, draft, by_source.get(draft.source, ())) if draft.at >= 0 else draft.content
        first = bisect_right(joined, max(draft.at, content[0].start)) if content and draft.at >= 0 else len(joined)
        if first < len(joined) and joined[first] < content[-1].end:
            content = without(content, (Span(joined[first], content[-1].end),))
        for outer in (according[i] for i in accords.meeting(stretch(content))):
            if outer is not draft and content and covers(outer.content, draft.cue) and covers(content, outer.cue):
                content = without(content, (Span(outer.cue[0].start, outer.source[-1].end),))
        out.append(replace(draft, content=content))
    return [d for d in out if d.content]


def _cut(text: str, draft: Draft, others: Sequence[Draft]) -> Spans:
    content = draft.content
    for other in others:
        start = other.cue[0].start
        later = (
            content and other.at > draft.at and content[0].start < start < min(other.content[0].start, content[-1].end)
        )
        if later and ADDED.search(text[max(0, start - 16) : start]):
            content = without(content, (Span(start, content[-1].end),))
    return content


def _trimmed(text: str, draft: Draft) -> Draft:
    spans = [trimmed(text, *span) for span in draft.content]
    if found := THAT.match(text, *spans[0]) if spans and draft.rule in REPORTED else None:
        spans[0] = Span(found.end(), spans[0].end)
    kept = tuple(span for span in spans if span.start < span.end)
    return replace(draft, content=thing_denied(text, draft.cue, kept))


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Of drafts with nearly the same content the first; none whose content is but another's cue and source."""
    held = [draft for draft in drafts if draft.content]
    contents = Stretches([stretch(draft.content) for draft in held])
    clauses = Stretches([stretch(merged((*draft.source, *draft.cue))) for draft in held])
    kept: set[int] = set()
    for index, draft in enumerate(held):
        own = stretch(draft.content)
        others = kept.intersection(contents.meeting(own) + clauses.meeting(own))
        if not any(_doubles(draft, held[other]) for other in sorted(others)):
            kept.add(index)
    return [draft for index, draft in enumerate(held) if index in kept]


def _doubles(draft: Draft, other: Draft) -> bool:
    if _touch(draft.content, other.content) and not _holds(draft, other) and not _holds(other, draft):
        size = max(length(draft.content), length(other.content))
        if length(common(draft.content, other.content)) >= SAME * size:
            return True
    clause = merged((*other.source, *other.cue))
    adjacent = len(clause) == 2 and clause[1].start - clause[0].end < 2
    spans = (Span(clause[0].start, clause[1].end),) if adjacent else clause
    return other.at != draft.at and covers(spans, draft.content)


def _holds(outer: Draft, inner: Draft) -> bool:
    return bool(inner.cue) and covers(outer.content, (*inner.cue, *inner.content))


def _touch(left: Spans, right: Spans) -> bool:
    """Whether the stretches from first to last character meet."""
    return left[0].start < right[-1].end and right[0].start < left[-1].end


def _statement(text: str, draft: Draft, inside: int | None, quoted: Spans, titles: Spans) -> Statement:
    return Statement(
        content=draft.content,
        source=draft.source,
        cue=draft.cue,
        mode=_mode(draft.content, quoted if inside is None else _own_marks(draft, quoted)),
        kind=draft.kind,
        headline=draft.headline or bool(titles and covers(titles, draft.content)),
        inside=inside,
        confidence=CONFIDENCE[draft.grade],
        shown=is_shown(draft, words(text, draft.content), inside=inside is not None),
    )


def _own_marks(draft: Draft, quoted: Spans) -> Spans:
    """The quotations that do not hold the draft's cue as well: a cue between the same marks as what it reports is part
    of another's words, and so are they.
    """
    return tuple(run for run in quoted if not common([run], draft.cue))


def _mode(content: Spans, quoted: Spans) -> Mode:
    share = length(common(content, quoted)) / max(1, length(content))
    return "direct" if share >= 0.9 else "indirect" if share <= 0.02 else "mixed"


def _inside(index: int, drafts: Sequence[Draft], around: Iterable[int]) -> int | None:
    """The smallest other draft, of those around it, whose content holds this one's cue and content."""
    own = drafts[index]
    holders = [
        (length(drafts[i].content), i)
        for i in around
        if i != index and drafts[i].content != own.content
        if covers(drafts[i].content, (*own.cue, *own.content))
    ]
    return min(holders)[1] if holders else None
