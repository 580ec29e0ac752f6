"""Whether words that a brief prints between quotation marks stand between quotation marks in an article."""

import re
from collections.abc import Iterable, Iterator

from dragoman.model.quoted import quoted_runs
from dragoman.verify.items import brief

PLACE = ("\ue000", "\ue001")
"""Stand for an item that is no quotation, and for one that is. Code points for private use: no prose holds them."""
_QUOTATION = re.compile(f"(… ?)?{PLACE[1]}( ?…)?")
_BESIDE = re.compile(f'[“„«"]{PLACE[0]}|{PLACE[0]}[”»"]')


def unquoted(prose: str, texts: Iterable[str]) -> Iterator[str]:
    """What the prose prints between quotation marks and no article does; its items are checked by themselves."""
    own: str | None = None
    for start, end in quoted_runs(prose):
        run = prose[start:end].strip()
        if _QUOTATION.fullmatch(run):
            continue
        if any(mark in run for mark in PLACE):
            yield f"quotation marks stand round {brief(_plain(run))}, which is not marked as a quotation"
            continue
        own = _quoted_words(texts) if own is None else own
        if _flat(run) not in own:
            yield f"quotation marks stand round {brief(run)}, which no article prints between quotation marks"
    for found in _BESIDE.finditer(prose):
        around = prose[max(0, found.start() - 30) : found.end() + 30]
        yield f"a quotation mark stands beside words that are not marked as a quotation, near {brief(_plain(around))}"


def _quoted_words(texts: Iterable[str]) -> str:
    return "\n".join(_flat(text[start:end]) for text in texts for start, end in quoted_runs(text))


def _flat(words: str) -> str:
    return " ".join(words.split())


def _plain(run: str) -> str:
    return re.sub(f"[{''.join(PLACE)}]", "…", run)
