"""The brief's lines without Markdown: what kind of line each is, its words, and the numbers of its notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

LineKind = Literal["title", "h1", "h2", "bullet", "text"]
HEADS: dict[str, LineKind] = {"# ": "title", "## ": "h1", "### ": "h2"}
_BULLET = re.compile(r"( *)- ")
_NOTES = re.compile(r" ?((?:\[\d+\])+)$")
_REFERENCE = re.compile(r"\[(\d+)\]: (.*)")
_TOKEN = re.compile(r"\\(?P<escaped>.)|(?P<bold>\*\*)|(?P<plain>[^\\*]+|.)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the brief: runs of words with whether they are bold, and the notes at its end; ``depth`` is how far a
    bullet is indented.
    """

    kind: LineKind
    runs: tuple[tuple[str, bool], ...]
    notes: tuple[int, ...] = ()
    depth: int = 0

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(text for text, _ in self.runs)


def lines(brief: str) -> tuple[list[Line], list[tuple[int, str]]]:
    """The lines of ``brief.md``, and its references by number, whose heading is left out with them."""
    body, notes = list[Line](), list[tuple[int, str]]()
    for text in brief.splitlines():
        if found := _REFERENCE.fullmatch(text):
            notes.append((int(found[1]), "".join(run for run, _ in _runs(found[2]))))
        elif text:
            body.append(_line(text))
    return (body[:-1] if notes else body), notes


def _line(text: str) -> Line:
    found = _NOTES.search(text)
    notes = tuple(int(number) for number in re.findall(r"\d+", found[1])) if found else ()
    rest = text[: found.start()] if found else text
    for mark, kind in HEADS.items():
        if rest.startswith(mark):
            return Line(kind, tuple(_runs(rest[len(mark) :])), notes)
    if bullet := _BULLET.match(rest):
        return Line("bullet", tuple(_runs(rest[bullet.end() :])), notes, len(bullet[1]) // 2)
    return Line("text", tuple(_runs(rest)), notes)


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    run, bold = "", False
    for token in _TOKEN.finditer(text):
        if token["bold"]:
            if run:
                yield run, bold
            run, bold = "", not bold
        else:
            run += token["escaped"] or token["plain"]
    if run:
        yield run, bold
