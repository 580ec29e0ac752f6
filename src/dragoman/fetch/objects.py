"""Articles in JSON: one object a line, an array of objects, or one object."""

import codecs
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, TextIO

import msgspec

from dragoman.fetch.given import merged
from dragoman.model.article import Dropped, Given, Page
from dragoman.model.ids import sha256

MOST = 100_000_000
"""Longer lines, in characters, are not read."""
LONGEST_ID = 500
Numbered = Iterable[tuple[int, str | Dropped]]


def from_lines(file: TextIO, source: str, given: Given) -> Iterator[Page | Dropped]:
    """A page for each line that holds an article; one drop for each run of lines that hold none."""
    yield from _pages(_lines(file, source), source, given)


def from_whole(data: bytes, source: str, given: Given) -> Iterator[Page | Dropped]:
    """A page for each article of a file that is one object, an array of objects, or one object a line."""
    text = as_text(data)
    encoded = text.encode("utf-8", "surrogateescape")
    try:
        parts = msgspec.json.decode(encoded, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        parts = []
    if parts:
        del text
        elements = ((n, bytes(part).decode("utf-8", "surrogateescape")) for n, part in enumerate(parts, 1))
        yield from _pages(elements, source, given)
    elif isinstance(_parsed(text.lstrip().partition("\n")[0]), dict):
        yield from from_lines(io.StringIO(text), source, given)
    else:
        yield from _pages([(1, text)], source, given)


def open_lines(raw: BinaryIO) -> TextIO:
    """The lines of a UTF-8, UTF-16 or UTF-32 file; bytes that do not fit become lone surrogates, seen later."""
    head = raw.read(4)
    raw.seek(0)
    return io.TextIOWrapper(raw, encoding=_encoding(head), errors="surrogateescape", newline="\n")


def as_text(data: bytes) -> str:
    """The whole of a JSON file as text, in the same way."""
    try:
        return data.decode(_encoding(data[:4]), "surrogateescape")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    return "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"


def _lines(file: TextIO, source: str) -> Iterator[tuple[int, str | Dropped]]:
    number = 0
    try:
        while line := file.readline(MOST):
            number += 1
            if len(line) == MOST and not line.endswith("\n"):
                while (rest := file.readline(MOST)) and not rest.endswith("\n"):
                    pass
                yield number, Dropped(f"{source}#{number}", "fetch", f"a line longer than {MOST:,} characters")
            elif line.strip():
                yield number, line
    except UnicodeError as error:
        yield number + 1, Dropped(source, "fetch", f"cannot be decoded after line {number}: {error}")


def _pages(numbered: Numbered, source: str, given: Given) -> Iterator[Page | Dropped]:
    used: set[str] = set()
    broken: list[int] = []
    for number, line in numbered:
        value = line if isinstance(line, Dropped) else _parsed(line)
        if isinstance(value, dict):
            yield from _unread(source, broken)
            yield _page(value, f"{source}#{_id(value, number, used)}", given)
        elif isinstance(value, Dropped):
            yield value
        else:
            if broken and broken[-1] != number - 1:
                yield from _unread(source, broken)
            broken.append(number)
    yield from _unread(source, broken)


def _unread(source: str, broken: list[int]) -> Iterator[Dropped]:
    """One drop for the run of numbers, which is emptied."""
    if broken:
        which = f"number {broken[0]}" if len(broken) == 1 else f"numbers {broken[0]} to {broken[-1]}"
        yield Dropped(f"{source}#{broken[0]}", "fetch", f"{which}: not a JSON object")
        broken.clear()


def _parsed(text: str) -> Any:  # noqa: ANN401  # JSON may hold anything
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _id(value: dict[str, Any], number: int, used: set[str]) -> str:
    """The object's own id, its number where that is missing, unprintable or repeated; never one that was used."""
    own = next((_word(value.get(key)) for key in ("doc_id", "id", "url") if _word(value.get(key))), None)
    fit = own and own not in used and len(own) <= LONGEST_ID and own.isprintable()
    name = own if own and fit else str(number)
    while name in used:
        name += "'"
    used.add(name)
    return name


def _word(value: object) -> str | None:
    """A field that is a word or a number, as text; nothing where it is empty or something else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()
    return text if text and _unicode(text) else None


def _unicode(text: str) -> bool:
    return not re.search(r"[\ud800-\udfff]", text)


def _page(value: dict[str, Any], source: str, given: Given) -> Page | Dropped:
    text = value.get("text")
    if not isinstance(text, str):
        return Dropped(source, "fetch", "the object has no text")
    if not _unicode(text):
        return Dropped(source, "fetch", "its text is not Unicode: it holds lone surrogates or bytes that are not UTF-8")
    data = text.encode()
    own = Given(
        outlet=_word(value.get("outlet")),
        title=_word(value.get("title")),
        authors=_authors(value.get("authors")),
        published=_word(value.get("date")),
        language=_word(value.get("language")),
        url=_word(value.get("url")),
        owner=_word(value.get("owner")),
    )
    return Page(source, data, "text", sha256(data), merged(own, given))


def _authors(value: object) -> tuple[str, ...]:
    """Names from a list, or from one text that parts them by commas, semicolons or "and"."""
    names = (
        value if isinstance(value, list) else re.split(r"\s*[,;]\s*|\s+and\s+", value) if isinstance(value, str) else []
    )
    return tuple(dict.fromkeys(word for name in names if (word := _word(name))))
