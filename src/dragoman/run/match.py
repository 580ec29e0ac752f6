"""Two lists of statements matched: which says the same as which, across translations and languages."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.compare.matching import Beside, mutual, wordings
from dragoman.errors import InputNotFound
from dragoman.language.encoder import LANGUAGES, load_encoder
from dragoman.language.langid import identify

LEAST = 0.4
"""The score from which two texts are a pair. Half of the texts of the lists that it was set on have no partner."""


class Line(NamedTuple):
    """One text of a list, and the name that it goes by."""

    id: str
    text: str


class Match(NamedTuple):
    """Two texts that say the same; the score is not a probability, higher is surer."""

    left: str
    right: str
    score: float


def match(left: Sequence[Line], right: Sequence[Line]) -> list[Match]:
    """Each text of one list with the text of the other that says the same, where there is one, in order of their ids.

    Texts in languages that the sentence encoder was not made for are left out: it finds them false neighbours. The
    order of the lists does not matter.
    """
    sides = [sorted(understood(side), key=lambda line: (line.text, line.id)) for side in (left, right)]
    if not all(sides):
        return []
    texts = [line.text for side in sides for line in side]
    both = wordings(texts, load_encoder().encode(texts))
    scores = Beside(both[: len(sides[0])], both[len(sides[0]) :]).scores()
    pairs = mutual(scores, LEAST)
    return sorted(Match(sides[0][i].id, sides[1][j].id, round(scores[i, j], 4)) for i, j in pairs)


def understood(lines: Iterable[Line]) -> list[Line]:
    """The texts in the encoder's languages, and those too short to tell."""
    return [line for line in lines if (identify(line.text).language or "en") in LANGUAGES]


def read_lines(path: Path) -> list[Line]:
    """The objects of a JSONL file, each with "id" and "text".

    Raises:
        InputNotFound: there is no such file, or a line of it is no such object.
    """
    if not path.is_file():
        raise InputNotFound(f'{path}: no such file; name a file of lines such as {{"id": "1", "text": "..."}}')
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [_line(path, number, text) for number, text in lines if text.strip()]


def _line(path: Path, number: int, text: str) -> Line:
    try:
        row: Any = json.loads(text)
        return Line(str(row["id"]), str(row["text"]))
    except (ValueError, KeyError, TypeError) as error:
        raise InputNotFound(f'{path}, line {number}: not an object with "id" and "text"') from error
