"""An article's text with its findings marked: markup is added, no character is changed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from dragoman.model.record import ArticleRow
from dragoman.model.spans import Span, Spans, merged
from dragoman.model.visible import MARKS, UNSEEN
from dragoman.show.cite import content
from dragoman.show.index import Index

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;", "\r": "&#13;"}
_NOT_PLAIN = re.compile(f"{UNSEEN.pattern}|[&<>\"'\r]")
NEAR = 60
"""Parts of a report that stand no farther apart are one passage with what stands between them."""
_PARTS = {"outlet", "title", "published", "credits", "place", "authors"}


class Finding(NamedTuple):
    """What is marked: where, as which element with which class, under which id and for which row."""

    span: Span
    tag: str
    look: str
    id: str = ""
    row: str = ""


def shown_text(text: str) -> Markup:
    """The text escaped; what cannot be seen is an element that shows a mark and names the character."""
    return Markup(_shown(text))  # noqa: S704  # just escaped


def _shown(text: str) -> str:
    return _NOT_PLAIN.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPES.get(character) or f'<b data-char="{ord(character):04X}">{MARKS[ord(character)]}</b>'


def marked(text: str, findings: Iterable[Finding], start: int = 0, end: int | None = None) -> Markup:
    """The text from ``start`` to ``end`` with elements round the findings in it.

    Longer findings stand outside shorter ones; where two cross, the inner one is closed and opened again, without id.
    """
    stop = len(text) if end is None else end
    inside = [f for f in findings if start <= f.span.start < f.span.end <= stop]
    ordered = sorted(inside, key=lambda f: (f.span.start, -f.span.end))
    edges = sorted({start, stop, *(f.span.start for f in ordered), *(f.span.end for f in ordered)})
    opening: dict[int, list[Finding]] = defaultdict(list)
    for finding in ordered:
        opening[finding.span.start].append(finding)
    out: list[str] = []
    stack: list[Finding] = []
    for edge, following in zip(edges, [*edges[1:], stop], strict=True):
        out += _closed(stack, edge)
        for finding in opening.get(edge, ()):
            out.append(_opened(finding))
            stack.append(finding)
        out.append(_shown(text[edge:following]))
    return Markup("".join(out))  # noqa: S704  # every part is ours or escaped


def _closed(stack: list[Finding], edge: int) -> Iterator[str]:
    """Closes what ends here; findings that go on but stand inside are closed and opened again."""
    ending = [number for number, finding in enumerate(stack) if finding.span.end <= edge]
    if not ending:
        return
    again = [finding for finding in stack[ending[0] :] if finding.span.end > edge]
    for finding in reversed(stack[ending[0] :]):
        yield f"</{finding.tag}>"
    del stack[ending[0] :]
    for finding in again:
        yield _opened(finding._replace(id=""))
        stack.append(finding)


def _opened(finding: Finding) -> str:
    return f"<{finding.tag}{attributes((('id', finding.id), ('class', finding.look), ('data-row', finding.row)))}>"


def attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """The attributes that have a value, as they stand in a tag, each after a space."""
    return "".join(f' {key}="{_shown(value)}"' for key, value in pairs if value)


Reports = dict[str, list[tuple[str, str, Spans]]]
"""By article id: the anchor of each report of a meeting, the meeting's id, and its passage."""


def findings(ix: Index, row: ArticleRow, reports: Reports) -> list[Finding]:
    """Everything that is marked in an article."""
    out = [Finding(span, "span", "x") for span in row.furniture]
    for anchor, meeting, spans in reports.get(row.id, []):
        out += _spread(spans, "span", "m", anchor, meeting)
    out += [
        found
        for each in ix.figures_of.get(row.id, [])
        for found in _spread(each.spans, "span", "f", f"n-{each.id}", each.id)
    ]
    for statement in ix.of_article.get(row.id, []):
        if statement.shown:
            item = content(ix, statement)
            look = "q" if item.kind == "quotation" else "p"
            out += _spread(item.spans, "mark", look, f"w-{statement.id}", statement.id)
            out += [Finding(span, "span", "k") for span in (*statement.source, *statement.cue)]
    for field in sorted(_PARTS & row.places.keys()):
        out += [Finding(span, "span", "d" if field == "published" else "n") for span in row.places[field]]
    return out


def cited_passages(ix: Index, row: ArticleRow, found: list[Finding]) -> Spans:
    """The passages of an article that a brief cites: each statement with who says it and how, where these stand on one
    line near each other; meetings, numbers, dates and the masthead.
    """
    spans = [finding.span for finding in found if finding.look != "x"]
    for statement in ix.of_article.get(row.id, []):
        if statement.shown:
            parts = merged((*statement.source, *statement.cue, *statement.content))
            spans += [
                Span(one.start, other.end)
                for one, other in pairwise(parts)
                if other.start - one.end <= NEAR and "\n" not in row.text[one.end : other.start]
            ]
    return merged(spans)


def _spread(spans: Spans, tag: str, look: str, anchor: str, row: str) -> list[Finding]:
    return [Finding(span, tag, look, "" if number else anchor, row) for number, span in enumerate(spans)]
