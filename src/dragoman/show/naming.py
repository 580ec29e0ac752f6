"""Names for one thing: which outlet uses which, whose words they are, and the wording that is an outlet's own."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import NamesUnreadable
from dragoman.model.naming import NamingRow, TermUse, WordingRow
from dragoman.show.cite import names, passage
from dragoman.show.index import Index, label
from dragoman.show.phrases import counted, say, word
from dragoman.show.pieces import Cited, Pieces, joined

VOICES = ("own", "quoted", "attributed")
MOST_NAMES = 8
"""So many names stand in a heading."""
MOST_SPEAKERS = 4
"""So many of those whose words an outlet puts in its own are named."""
MOST_OUTLETS = 12
"""So many outlets are printed a name and voice, those with most articles first."""


@dataclass(frozen=True, slots=True)
class TermLines:
    """One name, and for each of ``VOICES`` the outlets that use it."""

    term: Pieces
    voices: tuple[tuple[Pieces, ...], ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """One referent: its heading, what it is in context where the names alone do not say, and its names."""

    id: str
    heading: Pieces
    context: Pieces
    terms: tuple[TermLines, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """The words that one outlet uses more than others do, in its own voice, and in how many of its articles."""

    outlet: str
    lines: tuple[Pieces, ...]


def display_names(toml: str) -> dict[str, str]:
    """The headings that a reader wants, by any name of the thing: ``"Carrow corridor" = "the corridor"``.

    Raises:
        NamesUnreadable: the text is not TOML, or something in it is no name.
    """
    try:
        found = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise NamesUnreadable(f'the file of names is not TOML ({error}); write lines as "name" = "heading"') from error
    wrong = [name for name, heading in found.items() if not isinstance(heading, str) or not heading.strip()]
    if wrong:
        raise NamesUnreadable(f"the heading for {wrong[0]} is no text; write one line a name: {wrong[0]!r} = 'heading'")
    return {_fold(name): heading for name, heading in found.items()}


def namings(ix: Index, headings: Mapping[str, str] | None = None) -> tuple[Naming, ...]:
    """All referents, and their names, in alphabetical order; ``headings`` are those of ``display_names``."""
    shown = [_naming(ix, row, headings or {}) for row in ix.record.naming]
    return tuple(each for _, each in sorted(shown, key=lambda pair: (pair[0], pair[1].id)))


def _naming(ix: Index, row: NamingRow, headings: Mapping[str, str]) -> tuple[str, Naming]:
    terms: dict[str, list[TermUse]] = defaultdict(list)
    for use in row.terms:
        terms[_fold(use.term)].append(use)
    ordered = [terms[term] for term in sorted(terms)]
    wanted = next((headings[term] for term in sorted(terms) if term in headings), None)
    own: Pieces = (wanted,) if wanted else joined([(_name(uses[0]),) for uses in ordered[:MOST_NAMES]], " · ")
    more: Pieces = () if wanted or len(ordered) <= MOST_NAMES else (word("naming.others"),)
    telling = row.place is not None and _fold(row.referent) not in terms
    context = say("naming.context", words=_context(row)) if telling else ()
    lines = tuple(TermLines((_name(uses[0]),), tuple(tuple(_lines(ix, uses, v)) for v in VOICES)) for uses in ordered)
    return _fold(wanted or min(terms)), Naming(row.id, (*own, *more), context, lines)


def _context(row: NamingRow) -> Pieces:
    return (Cited("name", row.referent, row.place.article, row.place.spans),) if row.place else ()


def _name(use: TermUse) -> Cited:
    return Cited("name", use.term, use.article, use.spans)


def _lines(ix: Index, uses: Sequence[TermUse], voice: str) -> Iterator[Pieces]:
    """The outlets that use the name in a voice, and whose words or views it is."""
    by_outlet: dict[tuple[str, tuple[str, ...]], list[TermUse]] = defaultdict(list)
    for use in uses:
        if use.voice == voice:
            by_outlet[label(ix.articles[use.article]), use.by if voice == "quoted" else ()].append(use)
    best = sorted(by_outlet.items(), key=lambda item: (-len(_articles(item[1])), item[0]))
    for (outlet, _), found in best[:MOST_OUTLETS]:
        first, by = found[0], tuple(dict.fromkeys(actor for use in found for actor in use.by))
        item = passage(ix, first.article, first.spans) if voice == "quoted" else _name(first)
        articles = _articles(found)
        who = names(ix, by[:MOST_SPEAKERS], first.article) if by else (word("naming.nobody"),)
        who = (*who, word("naming.and_others")) if len(by) > MOST_SPEAKERS else who
        line = say(f"naming.{voice}", words=(item,), who=who, outlet=outlet)
        yield (*line, *say("naming.in", articles=counted("articles", articles))) if len(articles) > 1 else line
    if len(best) > MOST_OUTLETS:
        rest = _articles(use for _, found in best[MOST_OUTLETS:] for use in found)
        yield say("naming.more", articles=counted("articles", rest))


def _articles(uses: Iterable[TermUse]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use.article for use in uses))


def wordings(ix: Index) -> tuple[Wordings, ...]:
    """The distinctive words of each outlet, most distinctive first."""
    rows: dict[str, list[WordingRow]] = defaultdict(list)
    for row in ix.record.wordings:
        rows[row.outlet].append(row)
    return tuple(Wordings(outlet, tuple(_wording(ix, row) for row in rows[outlet])) for outlet in sorted(rows))


def _wording(ix: Index, row: WordingRow) -> Pieces:
    place = row.places[0]
    item = Cited("name", ix.words(place.article, place.spans), place.article, place.spans)
    articles = tuple(place.article for place in row.places)
    return say("naming.distinctive", words=(item,), articles=counted("articles", articles), z=f"{row.z:.1f}")


def _fold(term: str) -> str:
    return " ".join(term.casefold().split())
