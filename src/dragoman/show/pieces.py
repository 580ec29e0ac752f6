"""What a line of a brief is made of: connecting phrases, and cited items that lead back to their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from dragoman.model.quoted import SINGLE, quoted_runs
from dragoman.model.spans import Spans
from dragoman.model.when import When

_DOUBLE = str.maketrans("", "", '“”„«»‹›"「」')

Kind = Literal["quotation", "paraphrase", "name", "place", "number", "date", "count"]


@dataclass(frozen=True, slots=True)
class Cited:
    """An item that ``verify`` can hold against the article.

    ``text`` is what is printed: for all kinds but dates and counts exactly the words at ``spans``. ``when`` belongs to
    a date and ``rows`` (ids) to a count. ``differing`` are places inside ``spans`` whose words another version has not.
    ``cut`` says whether the passage goes on before and after. ``text_sha256`` names the text itself where the record
    no longer holds the article.
    """

    kind: Kind
    text: str
    article: str = ""
    spans: Spans = ()
    when: When | None = None
    rows: tuple[str, ...] = ()
    differing: Spans = ()
    cut: tuple[bool, bool] = (False, False)
    text_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Pieces that lead to an element of the brief, by its id."""

    pieces: "Pieces"
    target: str


Piece: TypeAlias = str | Cited | Link
Pieces: TypeAlias = tuple[Piece, ...]


def unmarked(text: str) -> str:
    """A name, a title or a reason of the record without quotation marks: these stand round cited words alone."""
    out = text.translate(_DOUBLE)
    if any(mark in out for mark in SINGLE):
        for start, end in reversed(quoted_runs(out)):
            out = out[: start - 1] + out[start:end] + out[end + 1 :]
    return out


def joined(parts: Sequence[Pieces], between: str = ", ") -> Pieces:
    """The parts as one, with ``between`` between them."""
    out: list[Piece] = []
    for number, part in enumerate(parts):
        out += [between] if number else []
        out += part
    return tuple(out)


def plain(pieces: Pieces) -> str:
    """The pieces as text; quotation marks round quotations alone."""
    return "".join(_plain(piece) for piece in pieces)


def _plain(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Link):
        return plain(piece.pieces)
    before, after = framed(piece)
    return f"{before}{piece.text}{after}"


def framed(item: Cited) -> tuple[str, str]:
    """What stands round the words of an item: quotation marks round a quotation, an ellipsis where it is cut."""
    before, after = ("… " if item.cut[0] else ""), (" …" if item.cut[1] else "")
    return (f"“{before}", f"{after}”") if item.kind == "quotation" else (before, after)
