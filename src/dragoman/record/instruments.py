"""Instruments as rows: what a text is called, when and by whom it was made, who invokes it and which provisions."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from dragoman.model.ids import finding_id
from dragoman.model.instrument_rows import (
    InstrumentRow,
    InvokedRow,
    OpenInstrumentRow,
    PartRow,
    ProvisionRow,
    QuotedProvisionRow,
)
from dragoman.model.links import At, InstrumentGroup, Links
from dragoman.model.reading import InstrumentMention, ReadArticle, Reading, Standing
from dragoman.model.record import DisputeRow, InstrumentTextRow, StatementRow
from dragoman.model.spans import Place, covers, length
from dragoman.record.identify import Ids
from dragoman.record.rows import article_row


def instrument_rows(
    by_id: Mapping[str, ReadArticle],
    links: Links,
    ids: Ids,
    statements: Sequence[StatementRow],
    disputes: Sequence[DisputeRow],
) -> list[InstrumentRow]:
    """One row an instrument, those of known date first, in order of it."""
    said: dict[str, list[StatementRow]] = defaultdict(list)
    for row in statements:
        said[row.article].append(row)
    # Of two texts of one document the first says where its parts stand, and the first of each name is the part.
    given = [text for text in reversed(links.instrument_texts) if text.instrument is not None]
    texts = {text.instrument: text.article.id for text in given}
    parts = {text.instrument: dict(reversed(text.parts)) for text in given}
    rows = []
    for number, group in enumerate(links.instruments):
        places = {name: Place(texts[number], (span,)) for name, span in parts.get(number, {}).items()}
        rows.append(_row(group, by_id, ids, said, disputes, places))
    return sorted(rows, key=lambda row: (row.date.edtf == "", row.date.edtf, row.id))


def _row(  # all that a row is made of
    group: InstrumentGroup,
    by_id: Mapping[str, ReadArticle],
    ids: Ids,
    said: Mapping[str, Sequence[StatementRow]],
    disputes: Sequence[DisputeRow],
    places: Mapping[str, Place],
) -> InstrumentRow:
    mentions = [(at, by_id[at.article].reading.instruments[at.index]) for at in group.mentions]
    telling = [mention for _, mention in mentions if weight(mention)[1:] != (0, 0, 0)] or [m for _, m in mentions]
    invoked = tuple(each for at, mention in mentions for each in _invoked(at, mention, said[at.article]))
    holding = {row.id for at, mention in mentions for row in said[at.article] if covers(row.content, (mention.span,))}
    parties = (ids.actors_of(at.article, mention.parties) for at, mention in mentions)
    return InstrumentRow(
        id=ids.instruments[group.mentions[0]],
        name=_name([(by_id[at.article], mention) for at, mention in mentions]),
        kind=Counter(mention.kind for mention in telling).most_common(1)[0][0],
        date=group.date,
        mentions=tuple(
            sorted((Place(at.article, (m.span,)) for at, m in mentions), key=lambda p: (p.article, p.spans))
        ),
        provisions=tuple(_provisions(mentions, invoked, places)),
        parties=tuple(dict.fromkeys(chain.from_iterable(parties))),
        standing=_standing([mention for _, mention in mentions]),
        invoked=tuple(sorted(invoked, key=lambda each: (each.place.article, each.place.spans))),
        disputes=tuple(row.id for row in disputes if _is_on(row, holding)),
    )


def _is_on(dispute: DisputeRow, holding: AbstractSet[str]) -> bool:
    """Whether sides differ on the document: two name it, or what one says of it the other denies."""
    naming = [bool(holding & set(side.statements)) for side in dispute.sides]
    return sum(naming) > 1 or (dispute.kind == "denial" and naming[0])


def _standing(mentions: Sequence[InstrumentMention]) -> Standing | None:
    told = {mention.standing for mention in mentions}
    return "made" if "made" in told else "sought" if "sought" in told else None


def _invoked(at: At, mention: InstrumentMention, said: Sequence[StatementRow]) -> Iterator[InvokedRow]:
    """The innermost statement in whose content the text is named; a headline invokes nothing."""
    holding = [row for row in said if covers(row.content, (mention.span,)) and not row.headline]
    inner = min(holding, key=lambda row: (length(row.content), row.id), default=None)
    if inner is not None:
        names = tuple(provision.name for provision in mention.provisions)
        yield InvokedRow(inner.id, Place(at.article, (mention.span,)), names)


def _provisions(
    mentions: Sequence[tuple[At, InstrumentMention]], invoked: Sequence[InvokedRow], places: Mapping[str, Place]
) -> Iterator[ProvisionRow]:
    """Each provision that is invoked, in the order of their numbers."""
    found: dict[str, list[Place]] = defaultdict(list)
    for at, mention in mentions:
        for provision in mention.provisions:
            found[provision.name].append(Place(at.article, (provision.span,)))
    for name in sorted(found, key=_numbered):
        readings = dict.fromkeys(each.statement for each in invoked if name in each.provisions)
        where = tuple(sorted(found[name], key=lambda place: (place.article, place.spans)))
        yield ProvisionRow(name, tuple(readings), where, place_of_part(name, places))


def place_of_part(name: str, places: Mapping[str, Place]) -> Place | None:
    """Where the provision stands: under its own name, else as the one part with that number."""
    number = name.rpartition(" ")[2]
    numbered = [place for part, place in places.items() if part.rpartition(" ")[2] == number]
    return places.get(name) or (numbered[0] if len(numbered) == 1 else None)


def _numbered(name: str) -> tuple[str, int, str]:
    part, _, number = name.rpartition(" ")
    return part, int(number) if number.isdecimal() else 0, number


def weight(mention: InstrumentMention) -> tuple[bool, int, int, int]:
    """How much a mention says: a proper name or number, its dates, its parties, its topics."""
    return bool(mention.name or mention.number), len(mention.timexes), len(mention.parties), len(mention.topics)


def _name(mentions: Sequence[tuple[ReadArticle, InstrumentMention]]) -> str:
    """The words of the mention that says most in more than one word, as its parties may stand beside it; of like ones
    those used most, then the shortest.
    """
    printed = [(weight(m), " ".join(read.article.text[m.span.start : m.span.end].split())) for read, m in mentions]
    uses = Counter(words for _, words in printed)
    best = max(printed, key=lambda each: (each[0][0] or " " in each[1], each[0], uses[each[1]], -len(each[1]), each[1]))
    return best[1]


def text_rows(links: Links, ids: Ids, kept: AbstractSet[str]) -> list[InstrumentTextRow]:
    """One row a text that the user gave, by source."""
    rows = []
    for text in links.instrument_texts:
        group = None if text.instrument is None else links.instruments[text.instrument]
        rows.append(
            InstrumentTextRow(
                article=article_row(ReadArticle(text.article, Reading("")), links),
                instrument=None if group is None else ids.instruments[group.mentions[0]],
                reasons=text.reasons,
                parts=tuple(PartRow(name, (span,)) for name, span in text.parts),
                quoted=tuple(
                    QuotedProvisionRow(ids.statements[each.statement], each.spans, each.passage, each.same)
                    for each in text.quoted
                    if ids.statements[each.statement] in kept
                ),
            )
        )
    return sorted(rows, key=lambda row: (row.article.source, row.article.id))


def open_rows(by_id: Mapping[str, ReadArticle], links: Links, ids: Ids) -> Iterator[OpenInstrumentRow]:
    """One row for all words that take up a text and were put to none, in the order of their articles."""
    for each in links.open_instruments:
        spans = (by_id[each.at.article].reading.instruments[each.at.index].span,)
        fits = sorted({ids.instruments[at] for at in each.fits})
        yield OpenInstrumentRow(
            finding_id(each.at.article, "open instrument", spans), each.at.article, spans, tuple(fits)
        )
