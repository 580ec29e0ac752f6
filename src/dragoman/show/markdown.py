"""The brief as Markdown, for terminals and mail, with a list of references."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.model.record import Record
from dragoman.model.spans import Spans, common
from dragoman.model.visible import visible
from dragoman.model.when import When
from dragoman.show.cite import dated, name, number
from dragoman.show.claims import entry_line
from dragoman.show.difference import Difference
from dragoman.show.document_lines import document_lines
from dragoman.show.figures import figure_notes
from dragoman.show.index import Index, label
from dragoman.show.meetings import Story
from dragoman.show.naming import VOICES
from dragoman.show.phrases import counted, say, word
from dragoman.show.pieces import Cited, Link, Piece, Pieces, framed, joined, unmarked
from dragoman.show.positions import heading, outlet
from dragoman.show.said import Row, Speaker, kinship
from dragoman.show.shifts import Shift, noted
from dragoman.show.since import since_parts
from dragoman.show.view import View, view
from dragoman.show.without import Without

MOST_CELLS = 5
"""So many passages of one actor on one issue are printed."""
SPECIAL = re.compile(r"[\\`*\[\]#<>|&~]|(?<![^\W_])_+|_+(?![^\W_])")
"""What Markdown could take for markup; an underscore inside a word is none."""


def brief_md(
    record: Record,
    since: Difference | None = None,
    without: Without | None = None,
    headings: Mapping[str, str] | None = None,
) -> str:
    """The brief as Markdown. Each line that cites ends in numbers; ``docs/brief-format.md`` says how to read the list
    of references at the end.
    """
    page = _Page(view(record, headings))
    return "\n".join(page.lines(since, without)) + "\n"


def escaped(text: str) -> str:
    """The text on one line as Markdown prints it: white space evened out, nothing unseen, nothing that is markup."""
    return SPECIAL.sub(lambda found: "".join(f"\\{each}" for each in found.group()), visible(" ".join(text.split())))


@dataclass(frozen=True, slots=True)
class _Page:
    view: View
    references: list[str] = field(default_factory=list)

    @property
    def ix(self) -> Index:
        return self.view.ix

    def lines(self, since: Difference | None, without: Without | None) -> Iterator[str]:
        yield from (f"# {self.line(self.view.title)}", "", self.line(self.view.summary), "")
        if without:
            yield from self._without(without)
        if since:
            yield from self._since(since)
        yield from self._glance()
        yield from (f"## {word('page.timeline')}", "")
        for story in (*self.view.timeline.main, *self.view.timeline.rest):
            yield from self._story(story)
        yield from (f"## {word('page.said')}", "")
        for speaker in self.view.speakers:
            yield from self._speaker(speaker)
        yield from self._disputes()
        yield from self._allegations()
        yield from self._claims()
        yield from self._positions()
        yield from self._commitments()
        yield from self._documents()
        yield from self._naming()
        yield from self._wordings()
        yield from self._numbers()
        yield from self._sources()
        yield from (f"## {word('md.references')}", "", *self.references)

    def line(self, pieces: Pieces) -> str:
        """The pieces as one line that ends in its references."""
        text = "".join(self._piece(piece) for piece in pieces)
        cited: dict[tuple[str, str], list[str]] = {}
        for item in items(pieces):
            if item.article:
                row = self.ix.articles.get(item.article)
                source = row.source if row else item.article
                sha256 = item.text_sha256 or (row.text_sha256 if row else "")
                cited.setdefault((source, sha256), []).append(_reference(item))
        numbers = [self._number(*key, rows) for key, rows in cited.items()]
        return f"{text} {''.join(numbers)}" if numbers else text

    def _number(self, source: str, sha256: str, rows: list[str]) -> str:
        mark = f"[{len(self.references) + 1}]"
        self.references.append(f"{mark}: {escaped(source)}; sha256 {sha256}; {'; '.join(dict.fromkeys(rows))}")
        return mark

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return _outer(unmarked(piece))
        if isinstance(piece, Link):
            return "".join(self._piece(each) for each in piece.pieces)
        before, after = framed(piece)
        return f"{before}{self._words(piece)}{after}"

    def _words(self, item: Cited) -> str:
        row = self.ix.articles.get(item.article)
        if row is None or not item.differing:
            return escaped(item.text)
        return " … ".join(_bold(row.text, span, common(item.differing, (span,))) for span in item.spans)

    def _without(self, without: Without) -> Iterator[str]:
        yield from (f"## {self.line(without.title)}", "")
        for part in without.parts:
            yield from (f"### {word(f'without.{part.name}')}", "", *(f"- {self.line(line)}" for line in part.lines), "")
        if not without.parts:
            yield from (word("without.nothing"), "")

    def _since(self, since: Difference) -> Iterator[str]:
        yield from (f"## {word('page.since')}", "")
        parts = since_parts(self.ix, since)
        for part in parts:
            yield from (f"### {word(f'since.{part.name}')}", "", *(f"- {self.line(line)}" for line in part.lines), "")
        if not parts:
            yield from (word("since.nothing"), "")

    def _disputes(self) -> Iterator[str]:
        if self.view.disputes:
            yield from (f"## {word('page.disputes')}", "", word("disputes.note"), "")
        for each in self.view.disputes:
            yield from (f"### {each.kind}", "")
            yield from (f"- {self.line(line)}" for side in each.sides for line in side)
            yield from (f"- {self.line(line)}" for line in each.lacking)
            yield ""

    def _allegations(self) -> Iterator[str]:
        if self.view.allegations:
            yield from (f"## {word('page.allegations')}", "", word("allegations.note"), "")
        for each in self.view.allegations:
            who = say("allegations.who", by=each.by, against=each.against, when=each.when)
            yield from (f"### {self.line(who)}", "")
            yield from (f"- {self.line(line)}" for line in (*each.said, *each.answers, *each.lacking))
            yield ""

    def _claims(self) -> Iterator[str]:
        if self.view.claims:
            yield from (f"## {word('page.claims')}", "", word("claims.note"), "")
        for table in self.view.claims:
            yield from (f"### {self.line(say('claims.table', story=table.title))}", "")
            for claim in table.claims:
                yield f"- {self.line((*claim.about, ' · ', claim.status))}"
                for article, entries in zip(table.articles, claim.cells, strict=True):
                    yield from (f"  - {self.line(entry_line(self.ix, article, entry))}" for entry in entries)
            yield ""

    def _positions(self) -> Iterator[str]:
        if self.view.issues:
            yield from (f"## {word('page.positions')}", "", word("positions.note"), "")
        for issue in self.view.issues:
            yield from (f"### {self.line(issue.name)}", "", self.line(heading(issue)), "")
            for position in issue.positions:
                yield f"- {self.line(position.name)}"
                for cell in position.cells[:MOST_CELLS]:
                    parts = [cell.day, outlet(self.ix, cell), (cell.manner,), cell.others]
                    how = joined([part for part in parts if part])
                    yield f"  - {self.line((*how, ': ', *cell.cue, cell.item))}"
                if left := tuple(cell.statement for cell in position.cells[MOST_CELLS:]):
                    yield f"  - {self.line(say('positions.rest', rows=counted('statements', left)))}"
            yield ""

    def _documents(self) -> Iterator[str]:
        if self.view.documents:
            yield from (f"## {word('page.documents')}", "", word("documents.note"), "")
        for each in self.view.documents:
            for depth, line in document_lines(each):
                yield f"### {self.line(line)}\n" if depth == 0 else f"{'  ' * (depth - 1)}- {self.line(line)}"
            yield ""
        for row in self.view.ix.record.instrument_texts:
            if row.instrument is None:
                yield from (self.line((row.article.source, ": ", word("documents.not_matched"))), "")

    def _commitments(self) -> Iterator[str]:
        if self.view.undertakers:
            yield from (f"## {word('page.commitments')}", "", word("commitments.note"), "")
        for who in self.view.undertakers:
            yield from (f"### {self.line(who.name)}", "")
            for row in who.rows:
                yield from (f"- {self.line(line)}" for line in row.reports)
                yield from (f"  - {self.line(note)}" for note in row.notes)
            yield ""

    def _naming(self) -> Iterator[str]:
        if self.view.naming:
            yield from (f"## {word('page.naming')}", "", word("naming.note"), "")
        for each in self.view.naming:
            yield from (f"### {self.line(each.heading)}", "")
            if each.context:
                yield from (self.line(each.context), "")
            for term in each.terms:
                yield f"- {self.line(term.term)}"
                for voice, lines in zip(VOICES, term.voices, strict=True):
                    yield from (f"  - {word(f'naming.{voice}_head')}: {self.line(line)}" for line in lines)
            yield ""

    def _wordings(self) -> Iterator[str]:
        if self.view.wordings:
            yield from (f"### {word('naming.wordings')}", "", word("naming.wordings_note"), "")
        for each in self.view.wordings:
            yield from (f"**{self.line((each.outlet,))}**", "", *(f"- {self.line(line)}" for line in each.lines), "")

    def _glance(self) -> Iterator[str]:
        yield from (f"## {word('page.glance')}", "")
        for part in self.view.glance:
            yield f"**{word(f'glance.{part.name}')}**"
            yield from ("", *(f"- {self.line(line.pieces)}" for line in part.lines), "")

    def _story(self, story: Story) -> Iterator[str]:
        outlets = ", ".join(label(self.ix.articles[article]) for article in story.articles)
        yield from (f"### {self.line(story.title)}", "", self.line((*story.when, " · ", outlets)), "")
        for meeting in story.meetings:
            yield f"- {self.line(meeting.line)}"
            if meeting.reason:
                yield f"  - {self.line(say('timeline.reason', reason=meeting.reason))}"
            if meeting.unheard:
                yield f"  - {self.line(meeting.unheard)}"
            yield from (f"  - {self.line(line)}" for line in meeting.details)
            for report in meeting.reports:
                yield f"  - {self.line(joined([self._source(report.article), (*report.status, ': ', report.item)]))}"
        yield ""

    def _speaker(self, speaker: Speaker) -> Iterator[str]:
        yield from (f"### {self.line(speaker.name)}", "", self.line(speaker.counts), "")
        if speaker.forms:
            yield from (self.line(say("said.also", forms=speaker.forms)), "")
        for versions in speaker.versions:
            yield self.line((kinship(versions),))
            yield from ("", *(f"- {self._row(row)}" for row in versions.rows), "")
            yield from self._shifts("shift.heading", versions.shifts)
            if versions.lacking:
                yield from (*(f"- {self.line(line)}" for line in versions.lacking), "")
        yield from self._shifts("shift.related", speaker.shifts)
        for _, rows in speaker.rows:
            yield from (*(f"- {self._row(row)}" for row in rows), "")

    def _shifts(self, heading: str, shifts: tuple[Shift, ...]) -> Iterator[str]:
        if shifts:
            yield from (f"{word(heading)}:", "", *(f"- {self.line(noted(each))}" for each in shifts), "")

    def _row(self, row: Row) -> str:
        how = joined([self._source(row.article), (row.manner,), *row.notes])
        return self.line((*how, " · ", *row.cue, row.item) if row.cue else (*how, ": ", row.item))

    def _source(self, article: str) -> Pieces:
        return (label(self.ix.articles[article]), ", ", *dated(self.ix, self.ix.articles[article].published))

    def _numbers(self) -> Iterator[str]:
        if self.ix.record.figures:
            yield from (f"## {word('page.numbers')}", "")
            for figure in self.ix.record.figures:
                who = [name(self.ix, actor, figure.article) for actor in figure.giver]
                parts = [(number(self.ix, figure.article, figure.spans),), *who, self._source(figure.article)]
                yield f"- {self.line(joined(parts))}"
                if notes := figure_notes(self.ix, figure):
                    yield f"  - {self.line(notes)}"
            yield ""

    def _sources(self) -> Iterator[str]:
        yield from (f"## {word('page.sources')}", "")
        for source in self.view.sources:
            rests = ", ".join(source.rests) or word("sources.not_stated")
            parts = [source.outlet, source.title, source.date, (source.reason,), (f"{word('sources.rests')}: {rests}",)]
            yield f"- {self.line(joined([part for part in (*parts, (source.read,), *source.notes) if any(part)]))}"
        yield from ("", f"### {word('sources.dropped')}", "")
        for drop in self.ix.record.dropped:
            yield f"- {self.line((f'{drop.source}: {drop.reason} ({drop.stage})',))}"
        yield from ([""] if self.ix.record.dropped else [word("sources.dropped_none"), ""])


def items(pieces: Pieces) -> Iterator[Cited]:
    """The cited items among the pieces, in order."""
    for piece in pieces:
        if isinstance(piece, Cited):
            yield piece
        elif isinstance(piece, Link):
            yield from items(piece.pieces)


def _outer(text: str) -> str:
    """A phrase or a name of the record, with the white space at its ends, which connects it."""
    inner = escaped(text)
    if not inner:
        return " " if text else ""
    return " " * text[:1].isspace() + inner + " " * text[-1:].isspace()


def _bold(text: str, span: tuple[int, int], differing: Spans) -> str:
    out, at = "", span[0]
    for start, end in differing:
        out += _outer(text[at:start]) + f"**{escaped(text[start:end])}**"
        at = end
    return out + _outer(text[at : span[1]])


def _reference(item: Cited) -> str:
    spans = ",".join(f"{start}-{end}" for start, end in item.spans) or "-"
    return f"{item.kind} {spans}{_days(item.when)}"


def _days(when: When | None) -> str:
    if when is None:
        return ""
    return " " + "/".join(day.isoformat() if day else ".." for day in (when.earliest, when.latest))
