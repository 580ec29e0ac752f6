"""The brief as one self-contained page."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.model.record import ArticleRow, InstrumentTextRow, Record
from dragoman.model.spans import Spans, merged
from dragoman.model.visible import visible
from dragoman.show.cite import dated, names, number
from dragoman.show.difference import Difference
from dragoman.show.excerpt import sentence_around
from dragoman.show.figures import figure_notes
from dragoman.show.index import label
from dragoman.show.instruments import LEADING
from dragoman.show.marked import Finding, attributes, cited_passages, findings, marked, shown_text
from dragoman.show.naming import VOICES
from dragoman.show.phrases import counted, say, word
from dragoman.show.pieces import Cited, Link, Piece, Pieces, framed, plain, unmarked
from dragoman.show.positions import heading
from dragoman.show.said import kinship
from dragoman.show.since import since_parts
from dragoman.show.sources import dropped_id
from dragoman.show.view import View, view
from dragoman.show.without import Without

OPEN_STATEMENTS = 120
"""A brief with more statements has its speakers folded."""
MOST_SPEAKERS = 40
"""So many speakers are listed; with more, the others can be unfolded."""
MOST_ALLEGATIONS = 12
"""So many allegations stand open; those that are answered come first."""
MOST_MEETINGS = 6
"""So many meetings of a story stand open."""
OPEN_ISSUES, MOST_ACTORS, MOST_CELLS = 3, 6, 3
"""So many issues stand open; of each so many actors, and of each of these so many passages."""


def brief_html(
    record: Record,
    *,
    texts: bool = True,
    since: Difference | None = None,
    without: Without | None = None,
    headings: Mapping[str, str] | None = None,
) -> str:
    """The brief as a page that asks for nothing from outside: styles and script stand in it, named by their hashes in
    its Content-Security-Policy.

    ``texts=False`` leaves the articles' texts out but for the passages that are cited. ``since`` are the differences
    from an older record, and ``without`` what falls without some outlets; both come first. ``headings`` are those of
    ``show.naming.display_names``. ``docs/brief-format.md``
    says how each item leads to its words.
    """
    shown = view(record, headings)
    style, script = _part("brief.css"), _part("brief.js")
    environment = _environment()
    environment.globals |= _words_for_templates(shown, texts=texts)
    page = environment.get_template("brief.html.j2")
    return page.render(
        view=shown,
        since=since is not None,
        since_parts=since_parts(shown.ix, since) if since else (),
        without=without,
        texts=texts,
        style=Markup(style),  # noqa: S704  # ours
        script=Markup(script),  # noqa: S704  # ours
        policy=_policy(style, script),
        folded=len(shown.ix.shown()) > OPEN_STATEMENTS,
    )


def _words_for_templates(shown: View, *, texts: bool) -> dict[str, Any]:
    return {
        "ix": shown.ix,
        "scale": shown.timeline.scale,
        "most_allegations": MOST_ALLEGATIONS,
        "most_meetings": MOST_MEETINGS,
        "most_speakers": MOST_SPEAKERS,
        "open_issues": OPEN_ISSUES,
        "most_actors": MOST_ACTORS,
        "most_cells": MOST_CELLS,
        "issue_heading": heading,
        "statements": lambda cells: tuple(cell.statement for cell in cells),
        "actors": lambda positions: tuple(position.actor for position in positions),
        "leading": LEADING,
        "given": _given if texts else _given_parts,
        "sentence": sentence_around,
        "w": word,
        "say": say,
        "counted": counted,
        "p": lambda pieces: _html(pieces, shown),
        "text": lambda text: shown_text(unmarked(text)),
        "label": label,
        "plain": plain,
        "kinship": kinship,
        "voices": VOICES,
        "dated": dated,
        "names": names,
        "number": number,
        "figure_notes": figure_notes,
        "dropped_id": dropped_id,
        "ids": lambda rows: tuple(row.id for row in rows),
        "articles_of": lambda origin: tuple(article for article, _ in origin.rests),
        "body": lambda row: _body(shown, row) if texts else _passages(shown, row),
    }


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dragoman.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _part(name: str) -> str:
    environment = _environment()
    assert environment.loader
    return environment.loader.get_source(environment, name)[0]


def _policy(style: str, script: str) -> str:
    def named(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; style-src {named(style)}; script-src {named(script)}; base-uri 'none'; form-action 'none'"
    )


def _html(pieces: Pieces, shown: View) -> Markup:
    return Markup("".join(_piece(piece, shown) for piece in pieces))  # noqa: S704  # every part is ours or escaped


def _piece(piece: Piece, shown: View) -> str:
    if isinstance(piece, str):
        return shown_text(unmarked(piece))
    if isinstance(piece, Link):
        return f"<a{attributes([('href', f'#{piece.target}')])}>{_html(piece.pieces, shown)}</a>"
    before, after = framed(piece)
    return f"{before}<span{attributes(_pairs(piece))}>{_words(piece, shown)}</span>{after}"


def _pairs(item: Cited) -> Iterator[tuple[str, str]]:
    yield "data-kind", item.kind
    yield "data-article", item.article
    yield "data-text-sha256", item.text_sha256 or ""
    yield "data-spans", spelled(item.spans)
    yield "data-rows", " ".join(item.rows)
    if item.when:
        yield "data-earliest", item.when.earliest.isoformat() if item.when.earliest else ""
        yield "data-latest", item.when.latest.isoformat() if item.when.latest else ""
        yield "data-basis", item.when.basis if item.spans or item.when.basis != "stated" else "given"
        yield "title", visible(unmarked(item.when.reason))


def spelled(spans: Spans) -> str:
    """Spans as they stand in a brief: "12-30,40-55"."""
    return ",".join(f"{start}-{end}" for start, end in spans)


def _words(item: Cited, shown: View) -> str:
    row = shown.ix.articles.get(item.article)
    if item.kind in ("date", "count") or row is None or not item.differing:
        return shown_text(item.text)
    marks = [Finding(span, "em", "") for span in item.differing]
    return " … ".join(marked(row.text, marks, start, end) for start, end in item.spans)


def _body(shown: View, row: ArticleRow) -> Markup:
    return Markup('<div class="text">{}</div>').format(marked(row.text, findings(shown.ix, row, shown.reports)))


def _given(row: InstrumentTextRow) -> Markup:
    """The text of an instrument, with an anchor at each of its parts."""
    parts = [
        Finding(part.spans[0], "span", "", f"x-{row.article.id}-{number}") for number, part in enumerate(row.parts)
    ]
    return Markup('<div class="text">{}</div>').format(marked(row.article.text, parts))


def _given_parts(row: InstrumentTextRow) -> Markup:
    """Only its parts, and what is quoted of it."""
    spans = merged(span for each in (*(p.spans for p in row.parts), *(q.passage for q in row.quoted)) for span in each)
    out = [
        Markup('<p class="passage" data-spans="{}">{}</p>').format(
            spelled((span,)), marked(row.article.text, (), *span)
        )
        for span in spans
    ]
    return Markup("").join(out)


def _passages(shown: View, row: ArticleRow) -> Markup:
    """Only what is cited: the passages of statements with who says them, of meetings, numbers and dates."""
    found = [finding for finding in findings(shown.ix, row, shown.reports) if finding.look != "x"]
    out = [
        Markup('<p class="passage" data-spans="{}">{}</p>').format(spelled((span,)), marked(row.text, found, *span))
        for span in cited_passages(shown.ix, row, found)
    ]
    return Markup("").join(out)
