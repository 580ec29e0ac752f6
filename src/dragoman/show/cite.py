"""Rows of the record as cited items: each with the words it rests on."""

import re
from collections import Counter
from dataclasses import replace

from dragoman.model.record import ActorMention, ActorRow, MeetingRow, StatementRow
from dragoman.model.spans import Span, Spans, covers, words
from dragoman.model.when import When
from dragoman.show.dates import printed
from dragoman.show.index import Index
from dragoman.show.phrases import word
from dragoman.show.pieces import Cited, Piece, Pieces, joined

_WORD = re.compile(r"\w")
MOST_FORMS, LONGEST_FORM = 8, 5
"""So many ways of naming an actor are shown, each of so many words at most."""


def passage(ix: Index, article: str, spans: Spans) -> Cited:
    """The words at the spans: a quotation where the article prints all of them between quotation marks."""
    text, runs = ix.articles[article].text, ix.runs.get(article, ())
    if covers(runs, spans) and spans:
        return Cited("quotation", words(text, spans), article, spans)
    whole = tuple(_with_marks(text, span, runs) for span in spans)
    return Cited("paraphrase", words(text, whole), article, whole)


def _with_marks(text: str, span: Span, runs: Spans) -> Span:
    """The span with the quotation marks at its edges whose partners it holds."""
    start, end = span
    for run in runs:
        if run.start <= start < run.end and not _WORD.search(text, run.start, start):
            start = run.start - 1
        if run.start < end <= run.end and run.start >= start and not _WORD.search(text, end, run.end):
            end = run.end + 1
    return Span(start, end)


def content(ix: Index, row: StatementRow) -> Cited:
    """What a statement conveys."""
    return rendered(ix, row, row.content)


def rendered(ix: Index, row: StatementRow, spans: Spans) -> Cited:
    """A statement's words at the spans. Where it is not its speaker's own quotation they bear no marks, though another
    who is quoted may have spoken them ("B agreed", A said).
    """
    if row.mode == "indirect":
        return Cited("paraphrase", words(ix.articles[row.article].text, spans), row.article, spans)
    return passage(ix, row.article, spans)


def shortened(ix: Index, item: Cited, limit: int) -> Cited:
    """The item's beginning, at most about ``limit`` characters, cut between words and never inside quotation marks
    that it opens itself.
    """
    text, kept, left = ix.articles[item.article].text, [], limit
    for start, end in item.spans:
        if end - start <= left:
            kept.append(Span(start, end))
            left -= end - start
            continue
        at = _cut(text, start, start + left, item.kind == "quotation", ix.runs.get(item.article, ()))
        kept += [Span(start, at)] if start < at < end else [Span(start, end)] if at >= end else []
        break
    spans = tuple(kept) or item.spans
    if spans == item.spans:
        return item
    return replace(item, text=words(text, spans), spans=spans, cut=(item.cut[0], True))


def _cut(text: str, start: int, at: int, is_quotation: bool, runs: Spans) -> int:  # noqa: FBT001  # one of two kinds
    while at > start and not (text[at].isspace() and _WORD.match(text[at - 1])):
        at -= 1
    inside = next((run for run in runs if run.start <= at < run.end), None)
    if inside and not is_quotation:
        at = len(text[: inside.start - 1].rstrip()) if inside.start - 1 > start + 20 else inside.end + 1
    return at


def name(ix: Index, actor: str, near: str | None = None) -> Pieces:
    """The actor's name as printed in the article ``near``, or where it is printed first."""
    row = ix.actors[actor]
    found = [m for m in row.mentions if ix.words(m.article, m.spans) == row.name] or _most_printed(ix, row)
    if not found:
        return (row.name,)
    best = next((m for m in found if m.article == near), found[0])
    return (Cited("name", ix.words(best.article, best.spans), best.article, best.spans),)


def _most_printed(ix: Index, row: ActorRow) -> list[ActorMention]:
    forms = [(ix.words(m.article, m.spans), m) for m in row.mentions if m.form != "pronoun"]
    uses = Counter(form for form, m in forms if m.form == "name") or Counter(form for form, _ in forms)
    best = max(uses, key=lambda form: (uses[form], len(form), form), default="")
    return [m for form, m in forms if form == best]


def printed_forms(ix: Index, actor: str) -> Pieces:
    """The other ways in which the articles name the actor, most used first; pronouns are no names."""
    row = ix.actors[actor]
    first: dict[str, ActorMention] = {}
    uses: Counter[str] = Counter()
    for mention in row.mentions:
        form = ix.words(mention.article, mention.spans)
        if mention.form in ("name", "office") and form != row.name and len(form.split()) <= LONGEST_FORM:
            uses[form] += 1
            first.setdefault(form, mention)
    best = sorted(uses, key=lambda form: (-uses[form], form))[:MOST_FORMS]
    return joined([(Cited("name", form, first[form].article, first[form].spans),) for form in best])


def names(ix: Index, actors: tuple[str, ...], near: str | None = None) -> Pieces:
    """The actors' names with commas between them."""
    return joined([name(ix, actor, near) for actor in actors])


def dated(ix: Index, when: When) -> Pieces:
    """The date, and in brackets how it is known where that is not from its words."""
    if when.earliest is None and when.latest is None:
        return (word("when.unknown"),)
    place = when.words if when.words and when.words.article in ix.articles else None
    item = Cited("date", printed(when), place.article if place else "", place.spans if place else (), when=when)
    note = how_known(ix, when)
    return (item, f" ({note})") if note else (item,)


def how_known(ix: Index, when: When) -> str:
    """That it was worked out, or its year was, or that it was given; nothing where the words say it themselves."""
    if when.basis == "given":
        return word("when.given")
    if when.basis == "stated" and not when.words:
        return word("when.markup")
    if when.basis != "inferred":
        return ""
    if when.words and when.earliest and when.words.article in ix.articles:
        said = ix.words(when.words.article, when.words.spans)
        if str(when.earliest.day) in said and str(when.earliest.year) not in said:
            return word("when.year_inferred")
    return word("when.inferred")


def place(ix: Index, row: MeetingRow) -> Pieces:
    """The meeting's place as a report prints it; nothing where no report prints it."""
    if not row.place:
        return ()
    printed_place = re.compile(rf"(?<!\w){re.escape(row.place)}(?!\w)", re.IGNORECASE)
    passages = [(r.article, span) for r in row.reports for span in r.spans]
    texts = [(r.article, Span(0, len(ix.articles[r.article].text))) for r in row.reports]
    for article, (start, end) in (*passages, *texts):
        found = printed_place.search(ix.articles[article].text, start, end)
        if found:
            return (Cited("place", found.group(), article, (Span(*found.span()),)),)
    return ()


def number(ix: Index, article: str, spans: Spans) -> Piece:
    """A number with its unit as printed."""
    return Cited("number", ix.words(article, spans), article, spans)
