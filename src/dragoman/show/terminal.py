"""A record, or one actor, story or article of it, as text for a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from rich.text import Text

from dragoman.errors import NotInRecord
from dragoman.model.record import Record
from dragoman.model.visible import visible
from dragoman.show.cite import dated
from dragoman.show.claims import entry_line
from dragoman.show.document_lines import document_lines
from dragoman.show.index import label
from dragoman.show.meetings import Meeting, Story
from dragoman.show.naming import VOICES
from dragoman.show.phrases import counted, say, word
from dragoman.show.pieces import Link, Piece, Pieces, framed, joined, plain, unmarked
from dragoman.show.said import Row, Speaker, kinship, plain_name
from dragoman.show.shifts import Shift, noted
from dragoman.show.view import View, view

NEAR = 5
Line = tuple[str, Pieces]
"""A style and what is printed in it."""


def show_text(record: Record, *, actor: str | None = None, story: str | None = None, article: str | None = None) -> str:
    """The overview of a record, or what it holds on one actor, story or article, as plain text.

    ``actor`` is an id or a name; ``story`` an id or its beginning; ``article`` an id or its beginning, a source or an
    outlet.

    Raises:
        NotInRecord: there is no such row, or there are several; the message names those that are near.
    """
    return show_rich(record, actor=actor, story=story, article=article).plain


def show_rich(
    record: Record, *, actor: str | None = None, story: str | None = None, article: str | None = None
) -> Text:
    """The same with styles, for a ``rich`` console, which leaves them out where it writes into a pipe."""
    shown = view(record)
    lines: list[Line] = []
    if actor is not None:
        lines += _speaker(shown, _actor(shown, actor))
    if story is not None:
        lines += _story(shown, only("story", story, [(s.id, (s.id, plain(s.title))) for s in _stories(shown)]))
    if article is not None:
        rows = [(r.id, (r.id, r.source, r.outlet or "")) for r in record.articles]
        lines += _article(shown, only("article", article, rows))
    return text_of(lines or list(_overview(shown)))


def show_claims(record: Record) -> Text:
    """The claims that need a table, by story: each with its status, and what each article does with it."""
    return text_of(_claims(view(record)))


def _claims(shown: View) -> Iterator[Line]:
    yield "dim", (word("claims.note") if shown.claims else word("claims.none"),)
    for table in shown.claims:
        yield "", ()
        yield "bold", table.title
        for claim in table.claims:
            yield "", ("  ", *claim.about)
            yield "bold", ("    ", claim.status)
            for article, entries in zip(table.articles, claim.cells, strict=True):
                for entry in entries:
                    yield "", ("    ", *entry_line(shown.ix, article, entry))


def show_names(record: Record) -> Text:
    """Every name for one thing, by outlet and voice, and the words that one outlet uses more than the others."""
    shown = view(record)
    return text_of(_names_lines(shown))


def _names_lines(shown: View) -> Iterator[Line]:
    for each in shown.naming:
        yield "bold", each.heading
        if each.context:
            yield "dim", ("  ", *each.context)
        for term in each.terms:
            yield "", ("  ", *term.term)
            for voice, lines in zip(VOICES, term.voices, strict=True):
                for line in lines:
                    yield "dim", ("    ", word(f"naming.{voice}_head"), ": ", *line)
        yield "", ()
    for wording in shown.wordings:
        yield "bold", say("naming.wordings_of", outlet=wording.outlet)
        for line in wording.lines:
            yield "", ("  ", *line)
        yield "", ()
    if not shown.naming and not shown.wordings:
        yield "", (word("naming.none"),)


def show_instruments(record: Record) -> Text:
    """The documents of a record with who invokes them."""
    lines: list[Line] = []
    for each in view(record).documents:
        for depth, line in document_lines(each):
            lines.append(("" if depth else "bold", ("  " * depth, *line)))
        lines.append(("", ()))
    return text_of(lines or [("", (word("documents.none"),))])


def text_of(lines: Iterable[Line]) -> Text:
    """The lines as a text with their styles, what cannot be seen shown as marks."""
    out = Text()
    for style, pieces in lines:
        for piece in pieces:
            out.append(_words(piece), style=style or ("italic" if not isinstance(piece, str) else ""))
        out.append("\n")
    return out


def _words(piece: Piece) -> str:
    if isinstance(piece, str):
        return visible(unmarked(piece)).replace("\n", " ")
    if isinstance(piece, Link):
        return "".join(_words(each) for each in piece.pieces)
    before, after = framed(piece)
    return f"{before}{visible(' '.join(piece.text.split()))}{after}"


def _stories(shown: View) -> list[Story]:
    return [*shown.timeline.main, *shown.timeline.rest]


def _overview(shown: View) -> Iterator[Line]:
    yield "bold", shown.title
    yield "dim", shown.summary
    for part in shown.glance:
        yield "", ()
        yield "bold", (word(f"glance.{part.name}"),)
        for line in part.lines:
            yield "", ("  ", *line.pieces)
    yield "", ()
    yield "bold", (word("page.timeline"),)
    for story in _stories(shown):
        yield "", ("  ", *joined([story.title, counted("articles", story.articles)], " · "), f"  [{story.id}]")
    yield "", ()
    yield "bold", (word("page.said"),)
    for speaker in shown.speakers:
        yield "", ("  ", *joined([speaker.name, speaker.counts], " · "))
    yield "", ()
    yield "bold", (word("page.articles"),)
    for source in shown.sources:
        yield (
            "",
            ("  ", *_source(shown, source.id), *(("  ", *source.title) if source.title else ()), f"  [{source.id}]"),
        )


def _speaker(shown: View, speaker: Speaker) -> Iterator[Line]:
    yield "bold", speaker.name
    yield "dim", speaker.counts
    for versions in speaker.versions:
        yield "", ()
        yield "dim", (kinship(versions),)
        for row in versions.rows:
            yield from _row(shown, row)
        yield from _shifts("shift.heading", versions.shifts)
        for line in versions.lacking:
            yield "dim", ("  ", *line)
    yield from _shifts("shift.related", speaker.shifts)
    for _, rows in speaker.rows:
        yield "", ()
        for row in rows:
            yield from _row(shown, row)


def _shifts(heading: str, shifts: Sequence[Shift]) -> Iterator[Line]:
    if shifts:
        yield "dim", ("  ", word(heading))
    for each in shifts:
        yield "", ("    ", *noted(each))


def _row(shown: View, row: Row) -> Iterator[Line]:
    yield "", ("  ", *row.cue, row.item)
    yield "dim", ("    ", *joined([_source(shown, row.article), (row.manner,), *row.notes]))


def _source(shown: View, article: str) -> Pieces:
    row = shown.ix.articles[article]
    return (label(row), ", ", *dated(shown.ix, row.published))


def _story(shown: View, story: str) -> Iterator[Line]:
    row = next(each for each in _stories(shown) if each.id == story)
    yield "bold", row.title
    yield "dim", row.when
    for article in row.articles:
        yield "", ("  ", *_source(shown, article))
    for meeting in row.meetings:
        yield from _meeting(shown, meeting)


def _meeting(shown: View, meeting: Meeting) -> Iterator[Line]:
    yield "", ()
    yield "", meeting.line
    if meeting.unheard:
        yield "dim", meeting.unheard
    for line in meeting.details:
        yield "dim", ("  ", *line)
    for report in meeting.reports:
        yield "", ("  ", report.item)
        yield "dim", ("    ", *joined([_source(shown, report.article), report.status]))


def show_meetings(record: Record) -> Text:
    """The ledger of meetings: every one in order of time, those without a date last, with its reports."""
    shown = view(record)
    every = {meeting.id: meeting for story in _stories(shown) for meeting in story.meetings}
    lines = [line for row in record.meetings if row.id in every for line in _meeting(shown, every[row.id])]
    return text_of(lines[1:] or [("", (word("meeting.none"),))])


def _article(shown: View, article: str) -> Iterator[Line]:
    source = next(each for each in shown.sources if each.id == article)
    row = shown.ix.articles[article]
    yield "bold", joined([part for part in (source.title, source.outlet, source.date) if part])
    yield "dim", say("sources.file_at", source=row.source, sha256=row.text_sha256)
    for speaker in shown.speakers:
        versions = [each for group in speaker.versions for each in group.rows if each.article == article]
        rows = [*versions, *(each for of, group in speaker.rows if of == article for each in group)]
        if rows:
            yield "", ()
            yield "bold", speaker.name
            for each in rows:
                yield from _row(shown, each)


def _actor(shown: View, asked: str) -> Speaker:
    rows = [(each.id, (each.id, plain_name(shown.ix, each.id), *_names(shown, each.id))) for each in shown.speakers]
    found = only("actor", asked, rows)
    return next(each for each in shown.speakers if each.id == found)


def _names(shown: View, actor: str) -> tuple[str, ...]:
    row = shown.ix.actors.get(actor)
    return row.names if row else ()


def only(noun: str, asked: str, rows: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """The id of the one row that is meant: named in full, else by a part of a name that no other has."""
    wanted = asked.casefold()
    exact = [key for key, names in rows if wanted in {name.casefold() for name in names}]
    partly = [key for key, names in rows if any(wanted in name.casefold() for name in names)]
    found = exact or partly
    if len(found) == 1:
        return found[0]
    shown = {key: next((name for name in names if name and name != key), key) for key, names in rows}
    if found:
        several = ", ".join(sorted(shown[key] for key in found)[:NEAR])
        raise NotInRecord(f"{asked!r} fits more than one {noun}: {several}; give the full name or the id")
    every = {name: key for key, names in rows for name in names if name}
    near = get_close_matches(asked, every, n=NEAR, cutoff=0.5)
    hint = f"; near it: {', '.join(dict.fromkeys(near))}" if near else ""
    some = ", ".join(list(dict.fromkeys(shown.values()))[:NEAR])
    raise NotInRecord(f"there is no {noun} {asked!r} in this record{hint or f'; there are: {some}'}")
