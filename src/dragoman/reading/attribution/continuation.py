"""Quotations without a cue of their own that go on from a statement before them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, stops
from dragoman.reading.quotations import Quotation

LEADING = {"direct", "continuation", "postposed", "verb:clause", "according", "conjunct"}
"""Rules from whose statements a quotation may go on."""
LEAST = 3
"""A quotation of fewer words is no sentence."""


def continued(parsed: Parsed, quotations: Sequence[Quotation], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A statement for each quoted sentence that no cue took: behind a statement in its own paragraph it shares that
    one's source (and its cue, where nothing stands between); at a paragraph's start it shares the source of the
    quotation that ends the paragraph before.
    """
    known = sorted((d for d in drafts if d.kind == "speech" and d.rule in LEADING), key=lambda d: d.at)
    for quotation in quotations:
        if not _sentence(parsed.text, quotation) or any(_takes(d, quotation) for d in known):
            continue
        draft = _same_paragraph(parsed, quotation, known) or _next_paragraph(parsed.text, quotation, known)
        if draft is not None:
            yield draft
            known.append(draft)


def _takes(draft: Draft, quotation: Quotation) -> bool:
    """Whether the quotation, or a part of it, is content of the draft, whose cue stands outside it."""
    within = any(quotation.outer.start <= c.start < quotation.outer.end for c in draft.cue)
    return not within and any(a.start < quotation.outer.end and quotation.outer.start < a.end for a in draft.content)


def _sentence(text: str, quotation: Quotation) -> bool:
    """Whether the quotation reads as a sentence, or more, of its own."""
    words = text[slice(*quotation.words)].strip(" ‘'[(…")
    before = text[: quotation.outer.start].rstrip()
    whole = words[-1:] in ".?!…" or text[quotation.outer.end : quotation.outer.end + 1] in ".?!" or not quotation.closed
    return len(words.split()) >= LEAST and words[:1].isupper() and whole and before[-1:] in ".:?!”\"’')" + "\n"


def _end(draft: Draft) -> int:
    return max(span.end for span in (*draft.content, *draft.cue, *draft.source))


def _same_paragraph(parsed: Parsed, quotation: Quotation, known: Sequence[Draft]) -> Draft | None:
    line = parsed.text.rfind("\n", 0, quotation.outer.start) + 1
    near = [d for d in known if d.source and line <= d.content[0].start and _end(d) <= quotation.outer.start]
    if not near:
        return None
    last = max(near, key=_end)
    between = parsed.text[_end(last) : quotation.outer.start]
    follows = stops(between, ".?!:") <= 1 and between.rstrip(" \u00a0”\"’')")[-1:] in ".?!:"
    if not follows:
        return None
    shared = last.cue if last.rule in {"direct", "continuation"} or between.strip() == ":" else ()
    return replace(
        last, content=quotation.parts, cue=shared, at=last.at if shared else -1, rule="continuation", grade="sure"
    )


def _next_paragraph(text: str, quotation: Quotation, known: Sequence[Draft]) -> Draft | None:
    line = text.rfind("\n", 0, quotation.outer.start) + 1
    if text[line : quotation.outer.start].strip():
        return None
    earlier = text[:line].rstrip()
    start = earlier.rfind("\n") + 1
    near = [d for d in known if d.source and d.rule in {"direct", "continuation"} and start <= _end(d) <= line]
    if not near:
        return None
    last = max(near, key=_end)
    if stops(text[_end(last) : line].rstrip()):
        return None
    return replace(last, content=quotation.parts, cue=(), at=-1, rule="continuation", grade="sure")
