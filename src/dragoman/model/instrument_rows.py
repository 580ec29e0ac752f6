"""Rows of instruments: what a text is, who invokes it, and what is quoted of it."""

from dataclasses import dataclass

from dragoman.model.reading import Standing
from dragoman.model.spans import Place, Spans
from dragoman.model.when import When


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A provision of an instrument, as statements (``readings``) invoke it: where it is named, and where it stands in
    the text itself (``text``), if that was given.
    """

    name: str
    readings: tuple[str, ...]
    places: tuple[Place, ...] = ()
    text: Place | None = None


@dataclass(frozen=True, slots=True)
class InvokedRow:
    """A statement that invokes an instrument, where it names it, and which provisions."""

    statement: str
    place: Place
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An agreement, declaration, order, map, treaty or draft; ``name`` is the fullest of its mentions' own words.

    ``parties`` are actor ids, ``standing`` is *sought* for a draft or hoped-for text; ``invoked`` says which statements
    invoke it, and ``disputes`` are those in which statements of two sides do.
    """

    id: str
    name: str
    kind: str
    date: When
    mentions: tuple[Place, ...]
    provisions: tuple[ProvisionRow, ...] = ()
    parties: tuple[str, ...] = ()
    standing: Standing | None = None
    invoked: tuple[InvokedRow, ...] = ()
    disputes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenInstrumentRow:
    """Words that take up an instrument ("the accord") and were put to none; ``fits`` are the ids of those that fit,
    where several do.
    """

    id: str
    article: str
    spans: Spans
    fits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedProvisionRow:
    """Quoted words of a statement beside the passage of the text that they come nearest to; ``same`` where it has them
    as they are quoted.
    """

    statement: str
    spans: Spans
    passage: Spans
    same: bool


@dataclass(frozen=True, slots=True)
class PartRow:
    """A numbered part of a text."""

    name: str
    spans: Spans
