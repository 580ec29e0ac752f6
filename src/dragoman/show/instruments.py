"""Documents: agreements, joint statements, treaties and the like, who invokes them, and what their own texts say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dragoman.model.instrument_rows import InstrumentRow, InvokedRow, ProvisionRow
from dragoman.model.record import InstrumentTextRow, StatementRow
from dragoman.model.spans import Place, Span, length, words
from dragoman.show.cite import dated, names, passage, rendered, shortened
from dragoman.show.index import Index, label
from dragoman.show.phrases import counted, say, word
from dragoman.show.pieces import Cited, Link, Pieces, joined
from dragoman.show.said import by_whom, row_of

LEADING = 25
"""So many documents are open in the page, the others folded."""
SENTENCE_END = re.compile(r"[.!?][”’\"']?\s+")
MOST_USES, MOST_NAMES, LONGEST = 40, 8, 600


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision that is invoked: a line with its name and where it is named, its own words, and who invokes it."""

    line: Pieces
    text: Pieces
    uses: tuple[Pieces, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One instrument: its name, what it is, how else it is called, who invokes it in which words."""

    id: str
    name: Pieces
    line: Pieces
    called: Pieces
    provisions: tuple[Provision, ...]
    uses: tuple[tuple[Pieces, tuple[Pieces, ...]], ...]
    more: Pieces
    quoted: tuple[tuple[Pieces, Pieces], ...]
    disputes: tuple[Pieces, ...]
    text: Pieces


def documents(ix: Index) -> tuple[Document, ...]:
    """All instruments, those first that most articles name."""
    rows = sorted(ix.record.instruments, key=lambda row: (-len(_articles(row)), -len(row.mentions), row.id))
    return tuple(_document(ix, row) for row in rows)


def _articles(row: InstrumentRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.article for place in row.mentions))


def _document(ix: Index, row: InstrumentRow) -> Document:
    given = [text for text in ix.record.instrument_texts if text.instrument == row.id]
    uses = [each for each in row.invoked if ix.statements[each.statement].shown]
    shown = list({each.statement: each for each in uses}.values())
    return Document(
        id=row.id,
        name=_name(ix, row),
        line=_line(ix, row),
        called=_called(ix, row),
        provisions=tuple(_provision(ix, each) for each in row.provisions),
        uses=tuple(_by_speaker(ix, shown[:MOST_USES])),
        more=counted("statements", tuple(each.statement for each in shown[MOST_USES:])) if shown[MOST_USES:] else (),
        quoted=tuple(chain.from_iterable(_quoted(ix, text) for text in given)),
        disputes=tuple(_dispute(ix, each) for each in row.disputes),
        text=_text(given) if given else (),
    )


def _name(ix: Index, row: InstrumentRow) -> Pieces:
    """The name as a mention prints it."""
    for place in row.mentions:
        said = ix.words(place.article, place.spans)
        if " ".join(said.split()) == row.name:
            return (Cited("name", said, place.article, place.spans),)
    return (row.name,)


def document_line(ix: Index, row: InstrumentRow) -> Pieces:
    """What it is called, its kind, when it was made and between whom, in one line."""
    return joined([_name(ix, row), *_told(ix, row)], " · ")


def _line(ix: Index, row: InstrumentRow) -> Pieces:
    """Its kind, when it was made, between whom, and how often it is named."""
    return joined([*_told(ix, row), say("documents.named", articles=counted("articles", _articles(row)))], " · ")


def _told(ix: Index, row: InstrumentRow) -> Iterator[Pieces]:
    kind = word(f"documents.kind_{row.kind}")
    yield (word("documents.sought").format(kind=kind) if row.standing == "sought" else kind,)
    if row.date.edtf:
        yield dated(ix, row.date)
    if row.parties:
        yield say("documents.parties", who=names(ix, row.parties, row.mentions[0].article))


def _called(ix: Index, row: InstrumentRow) -> Pieces:
    """The other words by which it is called, each once."""
    seen = {row.name.casefold()}
    found: list[Pieces] = []
    for place in row.mentions:
        said = ix.words(place.article, place.spans)
        if (key := " ".join(said.split()).casefold()) not in seen:
            seen.add(key)
            found.append((Cited("name", said, place.article, place.spans),))
    return joined(found[:MOST_NAMES])


def _by_speaker(ix: Index, uses: Iterable[InvokedRow]) -> Iterator[tuple[Pieces, tuple[Pieces, ...]]]:
    """Who invokes it, those first who do so most, each with the lines of their statements."""
    of: dict[tuple[str, ...], list[InvokedRow]] = {}
    for each in uses:
        of.setdefault(ix.statements[each.statement].speakers, []).append(each)
    for speakers in sorted(of, key=lambda key: (not key, -len(of[key]), [ix.actors[each].name for each in key], key)):
        first = of[speakers][0]
        who = names(ix, speakers, first.place.article) if speakers else (word("documents.nobody"),)
        yield who, tuple(_use(ix, each.statement, each.place, each.provisions) for each in of[speakers])


def _use(ix: Index, statement: str, place: Place | None, provisions: tuple[str, ...] = ()) -> Pieces:
    row = ix.statements[statement]
    shown = row_of(ix, row)
    when = row.said_on if row.said_on.edtf else ix.articles[row.article].published
    item = _round(ix, row, shown.item, place)
    source = () if row.speakers else (*by_whom(ix, row), " ")
    line = say(
        "documents.use",
        words=(*source, *shown.cue, item),
        outlet=(Link((label(ix.articles[row.article]),), f"w-{row.id}"),),
        day=dated(ix, when),
    )
    return (*line, *say("documents.on", part=", ".join(provisions))) if provisions else line


def _round(ix: Index, row: StatementRow, item: Cited, place: Place | None) -> Cited:
    """What is conveyed; of much of it the sentences round the words that name the document."""
    if length(item.spans) <= LONGEST or place is None:
        return shortened(ix, item, LONGEST)
    text, named = ix.articles[row.article].text, place.spans[0]
    home = next((span for span in row.content if span.start <= named.start < span.end), row.content[0])
    ends = [home.start, *(e.end() for e in SENTENCE_END.finditer(text, home.start, home.end)), home.end]
    start = max((end for end in ends if end <= named.start), default=home.start)
    end = min((end for end in ends if end >= named.end), default=home.end)
    window = Span(start, start + len(text[start:end].rstrip()))
    cut = (start > row.content[0].start, end < row.content[-1].end)
    return replace(rendered(ix, row, (window,)), cut=cut)


def _provision(ix: Index, row: ProvisionRow) -> Provision:
    place = row.places[0]
    name = Cited("name", ix.words(place.article, place.spans), place.article, place.spans)
    line = say("documents.provision", name=(name,))
    text = (_passage(ix, row.text),) if row.text else ()
    uses = tuple(
        say("documents.by", who=by_whom(ix, ix.statements[each]), use=_use(ix, each, None)) for each in row.readings
    )
    return Provision(line, text, uses)


def _passage(ix: Index, place: Place) -> Cited:
    """The words of a text itself: nobody's quotation, however it quotes."""
    item = Cited("paraphrase", words(ix.articles[place.article].text, place.spans), place.article, place.spans)
    return shortened(ix, item, LONGEST)


def _quoted(ix: Index, given: InstrumentTextRow) -> Iterator[tuple[Pieces, Pieces]]:
    """What is quoted of it, and its own words."""
    for each in given.quoted:
        row = ix.statements[each.statement]
        said: Cited = passage(ix, row.article, each.spans)
        how = "documents.as_it_stands" if each.same else "documents.otherwise"
        left = say(how, who=by_whom(ix, row), words=(said,), outlet=label(ix.articles[row.article]))
        own = Place(given.article.id, each.passage)
        yield left, () if each.same else say("documents.its_words", words=(_passage(ix, own),))


def _dispute(ix: Index, dispute: str) -> Pieces:
    row = next(each for each in ix.record.disputes if each.id == dispute)
    sides = joined([names(ix, side.actors) for side in row.sides if side.actors], " / ")
    first = ix.statements[row.sides[0].statements[0]]
    said = shortened(ix, row_of(ix, first).item, LONGEST)
    return (Link((word("documents.dispute"),), f"d-{dispute}"), ": ", *sides, ": ", said)


def _text(given: Sequence[InstrumentTextRow]) -> Pieces:
    links: list[Pieces] = [(Link((text.article.source,), f"a-{text.article.id}"),) for text in given]
    return say("documents.text", source=joined(links))
