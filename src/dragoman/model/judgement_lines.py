"""Judgements as lines: one JSON object a line, its id a check on the rest of it."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple, NoReturn

import msgspec

from dragoman.model.judgement import KINDS, Judgement, content, content_id


class Trouble(NamedTuple):
    """A line that is not applied, by its number from 1, and why."""

    line: int
    reason: str


class Judgements(NamedTuple):
    """The judgements of a file in their order, and the lines that hold none."""

    judgements: tuple[Judgement, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def dump_line(judgement: Judgement) -> bytes:
    """The judgement as one line of UTF-8 JSON with its newline, keys in a fixed order."""
    text = json.dumps({"id": judgement.id, **content(judgement)}, ensure_ascii=False)
    # Half a surrogate pair has no UTF-8; as an escape of JSON it has.
    return text.encode("utf-8", "backslashreplace") + b"\n"


def load_lines(data: bytes) -> Judgements:
    """The judgements of a file. A line that is damaged, or that a newer version wrote, is reported and stays there."""
    found, troubles = [], []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            try:
                found.append(_judgement(line))
            except (ValueError, RecursionError) as error:
                troubles.append(Trouble(number, str(error)))
    return Judgements(tuple(found), tuple(troubles))


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that no later line takes back, each once, where it stands last; an ``undo`` may be undone too."""
    kept: list[Judgement] = []
    seen: set[str] = set()
    for judgement in reversed(list(judgements)):
        if judgement.id in seen:
            continue
        seen.add(judgement.id)
        if judgement.kind == "undo":
            seen.add(judgement.value or "")
        else:
            kept.append(judgement)
    return tuple(reversed(kept))


def _judgement(line: bytes) -> Judgement:
    fields = _object(line)
    name = fields.pop("id", None)
    if name != content_id(fields):
        raise ValueError("it is not what its id says, so it was changed or cut; take the line back from your copy")
    if fields.get("kind") not in KINDS:
        raise ValueError(f"its kind {fields.get('kind')!r} is not known to this version")
    try:
        judgement = msgspec.convert(fields, Judgement)
    except msgspec.ValidationError as error:
        raise ValueError(f"it is no judgement that this version knows ({error})") from error
    if judgement.id != name:
        raise ValueError("it holds keys that this version does not know")
    return judgement


def _object(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except ValueError as error:
        raise ValueError("it is no JSON") from error
    if not isinstance(fields, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004  # a line's content, not an argument's type
    return fields


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
