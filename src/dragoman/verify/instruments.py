"""Instruments and their texts, held against the copies."""

import re
from collections.abc import Iterator, Mapping

from dragoman.model.instrument_rows import InstrumentRow, OpenInstrumentRow
from dragoman.model.record import InstrumentTextRow, Record
from dragoman.model.spans import Place, words
from dragoman.verify.items import brief, inside, shown


def instrument_faults(row: InstrumentRow, texts: Mapping[str, str]) -> Iterator[str]:
    """What does not hold of an instrument: its places, and that a mention prints its name."""
    named = [place for provision in row.provisions for place in (*provision.places, *_one(provision.text))]
    used = [each.place for each in row.invoked]
    for place in (*row.mentions, *named, *used):
        if place.article in texts and not inside(place.spans, texts[place.article]):
            yield f"{shown(place.spans)} is not in the text of {place.article}"
            return
    printed = [_flat(words(texts[place.article], place.spans)) for place in row.mentions if place.article in texts]
    if len(printed) == len(row.mentions) and _flat(row.name) not in printed:
        yield f"its name {brief(row.name)} stands at none of its {len(row.mentions)} places"
    for provision in row.provisions:
        for place in provision.places:
            number = provision.name.rpartition(" ")[2]
            if (
                place.article in texts
                and number.isdigit()
                and not _says(number, words(texts[place.article], place.spans))
            ):
                yield f"{brief(words(texts[place.article], place.spans))} is called {provision.name}"


def open_faults(row: OpenInstrumentRow, record: Record, texts: Mapping[str, str]) -> Iterator[str]:
    """What does not hold of words that were put to no instrument: their place, and those that they may be of."""
    if row.article in texts and not inside(row.spans, texts[row.article]):
        yield f"{shown(row.spans)} is not in the text of {row.article}"
    if not {each.id for each in record.instruments}.issuperset(row.fits):
        yield "there is no such document as one that it may be of"


def _one(place: Place | None) -> tuple[Place, ...]:
    return () if place is None else (place,)


def _says(number: str, said: str) -> bool:
    """Whether digits say the number; one in words is left to readers."""
    digits = re.findall(r"\d+", said)
    return not digits or number in digits


def text_faults(row: InstrumentTextRow, record: Record, texts: Mapping[str, str]) -> Iterator[str]:
    """What does not hold of a text that the user gave: its words, its parts, and what is quoted of it."""
    copy = texts.get(row.article.id)
    if copy is None:
        return
    if row.article.text != copy:
        yield "its text is not the text of the copy"
    for part in row.parts:
        if not inside(part.spans, copy):
            yield f"its {part.name} at {shown(part.spans)} is not in the text"
    if row.instrument is not None and all(each.id != row.instrument for each in record.instruments):
        yield f"there is no document {row.instrument}"
    statements = {statement.id: statement for statement in record.statements}
    for quoted in row.quoted:
        statement = statements.get(quoted.statement)
        if statement is None or not inside(quoted.passage, copy):
            yield f"what is quoted of it at {shown(quoted.passage)} is not in the record"
        elif statement.article in texts:
            said, own = words(texts[statement.article], quoted.spans), words(copy, quoted.passage)
            if quoted.same != (_words(said) == _words(own)):
                how = "so" if quoted.same else "otherwise"
                yield f"{brief(said)} is said to stand {how} in it, where {brief(own)} stands"


def _flat(said: str) -> str:
    return " ".join(said.split()).casefold()


def _words(said: str) -> list[str]:
    return re.findall(r"[\w']+", said.casefold().replace("’", "'"))
