"""Provisions of a text as they are invoked: "point 6 of the accord", "the accord's Article 5"."""

from typing import TYPE_CHECKING

from dragoman.knowledge.tables import table
from dragoman.model.reading import Provision
from dragoman.model.spans import Span

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

PARTS = {"point", "paragraph", "article", "clause", "section", "item", "chapter", "annex", "provision"}
BEFORE = 12
AFTER = 4


def provisions_at(doc: "Doc", start: int, end: int) -> tuple[Provision, ...]:
    """The provisions that the words before or behind the text's name (tokens) tie to it."""
    found = _before(doc, start) or _after(doc, end)
    return tuple(found)


def _before(doc: "Doc", start: int) -> list[Provision]:
    """Those named before it: "point 6 of the", "points 6 and 7 of", "the sixth point of"."""
    at = start - 1
    if at >= 0 and doc[at].pos_ in ("DET", "PRON"):
        at -= 1
    if at < 1 or doc[at].lower_ not in ("of", "in", "under", "from"):
        return []
    first = max(doc[at].sent.start, at - BEFORE)
    for word in range(at - 1, first - 1, -1):
        part = part_of(doc[word])
        if part and all(doc[i].like_num or doc[i].lower_ in (",", "and", "or", "to") for i in range(word + 1, at)):
            return _numbered(doc, word, at, part)
    return []


def _after(doc: "Doc", end: int) -> list[Provision]:
    """Those named behind it: "the accord's Article 5"."""
    if end + 2 < len(doc) and doc[end].tag_ == "POS" and part_of(doc[end + 1]):
        return _numbered(doc, end + 1, min(len(doc), end + AFTER), part_of(doc[end + 1]))
    return []


def part_of(token: "Token") -> str:
    """The word for a part of a text, such as "point" for "Points"; nothing for other words."""
    word = token.lower_.removesuffix("s")
    return word if word in PARTS else ""


def _numbered(doc: "Doc", word: int, end: int, part: str) -> list[Provision]:
    ordinals = {row["word"]: row["value"] for row in table("ordinals").rows}
    numbers = {row["word"]: row["value"] for row in table("number_words").rows}
    before = doc[word - 1].lower_ if word else ""
    if before in ordinals:
        return [_made(doc, word - 1, word + 1, part, ordinals[before])]
    found: list[Provision] = []
    for at in range(word + 1, end):
        lower = doc[at].lower_
        if lower.rstrip(".").isdigit() or lower in numbers:
            found.append(_made(doc, at if found else word, at + 1, part, numbers.get(lower, lower.rstrip("."))))
        elif lower not in (",", "and", "or", "to"):
            break
    return found


def _made(doc: "Doc", start: int, end: int, part: str, number: str) -> Provision:
    last = doc[end - 1]
    return Provision(f"{part} {number}", Span(doc[start].idx, last.idx + len(last)))
