"""What brief.md says of itself: its lines, the references at its end, and the items that each cites."""

import re
from dataclasses import dataclass, field

from dragoman.model.spans import Spans
from dragoman.model.when import When
from dragoman.verify.items import day, spans_of, when_of

_REFERENCE = re.compile(r"\[(\d+)\]: (.*); sha256 ([0-9a-f]{64})((?:; .*)?)")
_ITEM = re.compile(r"(quotation|paraphrase|name|number|date|place) (-|[\d,-]+)(?: (\S+)/(\S+))?")
_CITES = re.compile(r"(?:\[\d+\])+$")
_BOLD = re.compile(r"(?<!\\)((?:\\\\)*)\*\*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|&~])")


@dataclass(frozen=True, slots=True)
class Cited:
    """An item that a line cites: its kind, its place, and for a date its days."""

    kind: str
    spans: Spans
    when: When | None = None


@dataclass(slots=True)
class Reference:
    """One entry of the list: the article's text by SHA-256, what is cited of it, and the index of the citing line."""

    number: str
    source: str
    text_sha256: str
    cited: list[Cited]
    line: int = 0


@dataclass(slots=True)
class Notes:
    """The file's lines, those of the references empty, and its references."""

    lines: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_notes(text: str) -> Notes:
    """The lines and references of a brief in Markdown; lines without what marks bold words and escapes."""
    notes = Notes()
    citing: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n")):
        if entry := _REFERENCE.fullmatch(line):
            notes.references.append(_reference(entry, notes))
            notes.lines.append("")
            continue
        cites = _CITES.search(line)
        notes.lines.append(_ESCAPED.sub(r"\1", _BOLD.sub(r"\1", line[: cites.start()] if cites else line)))
        for name in re.findall(r"\d+", cites.group()) if cites else ():
            citing.setdefault(name, []).append(number)
    names = [reference.number for reference in notes.references]
    for name in sorted({*names, *citing}):
        if names.count(name) != 1 or len(citing.get(name, ())) != 1:
            found = f"{names.count(name)} entries and {len(citing.get(name, ()))} lines that cite it"
            notes.faults.append(f"reference [{name}] has {found}, not one of each")
    for reference in notes.references:
        reference.line = citing.get(reference.number, [0])[0]
    return notes


def _reference(entry: re.Match[str], notes: Notes) -> Reference:
    name, source, sha256, rest = entry.groups()
    cited = []
    for part in rest.removeprefix("; ").split("; ") if rest else ():
        item = _ITEM.fullmatch(part)
        if item:
            cited.append(_cited(*item.groups()))
        else:
            notes.faults.append(f"reference [{name}]: [{part[:60]}] cites nothing")
    return Reference(name, source, sha256, cited)


def _cited(kind: str, spans: str, earliest: str | None, latest: str | None) -> Cited:
    when = when_of(day(earliest), day(latest), "inferred" if spans == "-" else "stated") if kind == "date" else None
    return Cited(kind, spans_of(spans), when)
