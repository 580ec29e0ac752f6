"""The training texts of the act coder: sentences coded with PLOVER roots, and statements marked for this project.

``marks.tsv`` says of pairs of source and target in PolNeAR's training part and in the process collections which act is
meant, if any: text by its SHA-256, offsets in code points, where the verb begins, root or NONE. None of these texts is
here, and none is a process article whose SHA-256 begins with an odd digit: from those the bench draws.
"""

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dragoman.language.encoder import Encoder
from dragoman.language.parser import Parser
from dragoman.reading.act_features import Pair, between, features

if TYPE_CHECKING:
    from dragoman.language.parser import Doc

MARKS = Path(__file__).with_name("marks.tsv")
PROCESSES = ("iran_nuclear_talks", "ukraine_minsk", "syria_talks", "taliban_talks")
TAG = re.compile(r"(</?[st]>)")


class Example(NamedTuple):
    """An act, or none: what the coder is shown of it, its root, its text, whether it was marked for this project."""

    features: frozenset[str]
    vector: bytes
    root: str
    text: str
    marked: bool


def load(shared: Path, parser: Parser, encoder: Encoder) -> list[Example]:
    """Every example, in the order of the files."""
    return [*_coded(shared, parser, encoder), *_marked(shared, parser, encoder)]


def _coded(shared: Path, parser: Parser, encoder: Encoder) -> Iterator[Example]:
    for line in (shared / "data" / "events" / "plover_train.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, source, target = _unmarked(row["marked"])
        doc = parser.parse(text)
        pair = Pair(_words(doc, source or target), _words(doc, target if source else None))
        yield _example(doc, pair, encoder, row["event"], text, marked=False)


def _marked(shared: Path, parser: Parser, encoder: Encoder) -> Iterator[Example]:
    texts = {hashlib.sha256(text.encode()).hexdigest(): text for text in _texts(shared)}
    docs: dict[str, Doc] = {}
    with MARKS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            sha = row["text_sha256"]
            if sha not in docs:
                docs = {sha: parser.parse(texts[sha])}
            doc, verb = docs[sha], row["verb"]
            told = _words(doc, (int(verb), int(verb) + 1)).start if verb else None
            pair = Pair(_words(doc, _span(row["source"])), _words(doc, _span(row["target"])), told)
            yield _example(doc, pair, encoder, row["root"], texts[sha], marked=True)


def _texts(shared: Path) -> Iterator[str]:
    files = [shared / "data" / "processes" / f"{name}.jsonl" for name in PROCESSES]
    for path in (*files, shared / "data" / "polnear" / "train.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def _example(doc: "Doc", pair: Pair, encoder: Encoder, root: str, text: str, *, marked: bool) -> Example:
    vector = encoder.encode([between(doc, pair) or " "])[0]
    return Example(frozenset(features(doc, pair)), vector, root, text, marked)


def _unmarked(marked: str) -> tuple[str, tuple[int, int] | None, tuple[int, int] | None]:
    """The text without tags, and where the first source and the first target stand in it."""
    text, opened = "", {}
    found: dict[str, tuple[int, int]] = {}
    for piece in TAG.split(marked):
        if TAG.fullmatch(piece) is None:
            text += piece
        elif piece[1] != "/":
            opened[piece[1]] = len(text)
        else:
            found.setdefault(piece[2], (opened[piece[2]], len(text)))
    return text, found.get("s"), found.get("t")


def _span(written: str) -> tuple[int, int] | None:
    start, _, end = written.partition("-")
    return (int(start), int(end)) if written else None


def _words(doc: "Doc", span: tuple[int, int] | None) -> range:
    if span is None:
        return range(0)
    words = [token.i for token in doc if token.idx < span[1] and token.idx + len(token) > span[0]]
    return range(words[0], words[-1] + 1)
