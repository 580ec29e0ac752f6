"""Who published the article, when, under which title, on whose material: as given, else as the page states it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.clean.byline import Signed, boxes, bylines
from dragoman.clean.credits import Found, find_credits
from dragoman.clean.dateline import Dateline, dateline
from dragoman.clean.dates import given_when
from dragoman.clean.furniture import Marks, furniture, kinds
from dragoman.clean.lines import Line, is_caption, is_sentence
from dragoman.clean.names import RUN, Name, known
from dragoman.clean.outlet import stated_outlet
from dragoman.clean.published import published
from dragoman.clean.title import find_title
from dragoman.language.langid import language_code
from dragoman.model.article import Given, Masthead
from dragoman.model.spans import Span, Spans, merged
from dragoman.model.when import UNKNOWN, When, between


class Head(NamedTuple):
    """The text's lines, the index of the first one of the body, its dateline, and which lines are furniture."""

    lines: Sequence[Line]
    body: int
    opening: Dateline | None
    marks: Marks


class Stated(NamedTuple):
    """What the text itself says of one field: the value and where it stands."""

    value: str
    spans: Spans


def read_head(lines: Sequence[Line], outlet: str | None) -> Head:
    """Finds where the body begins: at a dateline, else at the first line that reads like a sentence."""
    found = kinds(lines, outlet)
    for index, line in enumerate(lines):
        opening = dateline(line)
        if opening or (not found[index] and is_sentence(line.text) and not is_caption(line.text)):
            return Head(lines, index, opening, furniture(lines, found, index))
    return Head(lines, len(lines), None, furniture(lines, found, len(lines)))


def masthead(text: str, head: Head, given: Given, markup: Given, article: str) -> Masthead:
    """The masthead of a text. What is given beats what markup and text state; nothing is guessed."""
    signed = list(bylines(head.lines, head.body))
    titles = find_title(head.lines, head.marks, head.body) if head.body < len(head.lines) else ()
    stated = _stated(text, head, signed, titles, markup)
    outlet = given.outlet or _value(stated, "outlet")
    found_credits = find_credits(text, outlet, _pictures(head), _signatures(head, signed))
    printed = [credit for credit in found_credits if credit.kind not in ("conference", "own")]
    authors = _authors(head, signed, given, markup)
    when = _published(head, titles, given, markup, article)
    fields: dict[str, tuple[bool, Spans]] = {name: (False, found.spans) for name, found in stated.items()}
    fields |= {
        "authors": (bool(given.authors), authors.spans),
        "published": (when.basis == "given", when.words.spans if when.words else ()),
        "credits": (False, merged(span for credit in printed for span in credit.spans)),
    }
    fields |= {name: (True, _printed(head, value)) for name, value in _words(given).items()}
    there = {"authors": bool(authors.value), "published": when.basis != "unknown", "credits": bool(printed)}
    return Masthead(
        outlet=outlet,
        title=given.title or _value(stated, "title"),
        authors=given.authors or tuple(filter(None, authors.value.split("\n"))),
        published=when,
        place=_value(stated, "place"),
        language=language_code(given.language) if given.language else None,
        credits=found_credits,
        basis={
            name: "given" if is_given else "stated" for name, (is_given, _) in fields.items() if there.get(name, True)
        },
        places={name: spans for name, (_, spans) in fields.items() if spans},
    )


def _words(given: Given) -> dict[str, str]:
    """The given fields of one word or line, by name."""
    fields = {"outlet": given.outlet, "title": given.title, "language": given.language}
    return {name: value for name, value in fields.items() if value}


def _value(stated: dict[str, Stated], name: str) -> str | None:
    return stated[name].value if name in stated else None


def _printed(head: Head, value: str) -> Spans:
    """Lines that print just this."""
    return merged(line.span for line in head.lines if line.text == value)


def _stated(
    text: str, head: Head, signed: Sequence[Signed], titles: Sequence[Span], markup: Given
) -> dict[str, Stated]:
    """Outlet, title and place as the page's markup, else its text, states them."""
    found = {}
    if outlet := stated_outlet(text, head.lines, head.body, signed):
        found["outlet"] = Stated(*outlet)
    if titles:
        found["title"] = Stated(text[titles[0].start : titles[0].end], merged(titles))
    found |= {
        name: Stated(value, _printed(head, value)) for name, value in _words(markup).items() if name != "language"
    }
    if head.opening and head.opening.place:
        place = head.opening.place
        found["place"] = Stated(text[place.start : place.end], (place,))
    return found


def _authors(head: Head, signed: Sequence[Signed], given: Given, markup: Given) -> Stated:
    """Names of persons who sign the article, one a line, and where."""
    persons = [person for byline in (*signed, *boxes(head.lines)) for person in byline.persons]
    names = given.authors or markup.authors or tuple(name for name, _ in persons)
    return Stated("\n".join(dict.fromkeys(names)), merged(span for name, span in persons if name in names))


def _published(head: Head, titles: Sequence[Span], given: Given, markup: Given, article: str) -> When:
    when = given_when(given.published) if given.published else UNKNOWN
    if when.basis != "unknown":
        return when
    own = given_when(markup.published) if markup.published else UNKNOWN
    if own.basis != "unknown":
        return between(own.earliest, own.latest, "stated", f"the page's markup says {markup.published}")
    stated = published(head.lines, head.body, titles, head.opening, article)
    return stated if stated.basis != "unknown" else when


def _pictures(head: Head) -> Spans:
    """Where pictures are described and credited: no agency there is a source of the report."""
    return merged(
        line.span
        for index, line in enumerate(head.lines)
        if head.marks.get(index) == "credit" or (not is_sentence(line.text) and is_caption(line.text))
    )


def _signatures(head: Head, signed: Sequence[Signed]) -> list[Found]:
    """Agencies that sign the dateline or stand in the byline."""
    found = []
    if head.opening and head.opening.source:
        found.append(Found(*head.opening.source, head.opening.span))
    others = [(byline.other, byline.line.span) for byline in signed if byline.other]
    found.extend(Found(name, other[1], line) for other, line in others if (name := _agency(other[0])))
    for line in (byline.line for byline in signed):
        found.extend(_companions(line))
    return found


def _companions(line: Line) -> Iterator[Found]:
    """Agencies and outlets behind "with" in a byline: "By the Harbour Post with AFP"."""
    _, _, rest = line.text.partition(" with ")
    for run in re.finditer(RUN, rest):
        name = known(run[0])
        if name and name.sure:
            start = line.end - len(rest) + run.start()
            yield Found(name, Span(start, start + len(run[0])), line.span)


def _agency(printed: str) -> Name | None:
    listed = known(printed)
    return listed if listed and listed.kind == "agency" else None
