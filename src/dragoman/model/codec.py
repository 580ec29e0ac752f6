"""The record as JSON, and its JSON Schema; both made from the types in ``record``."""

from typing import Any

import msgspec

from dragoman.errors import RecordUnreadable
from dragoman.model.record import FORMAT, Record


def dump(record: Record) -> bytes:
    """The record as UTF-8 JSON, indented by one space, ending in a newline; the same record gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def load(data: bytes) -> Record:
    """The record that ``dump`` wrote; keys that are not known are ignored.

    Raises:
        RecordUnreadable: the bytes are no record, or one of another format version.
    """
    try:
        return msgspec.json.decode(data, type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordUnreadable(f"this is no {FORMAT} file ({error}); make one with `dragoman compile PATH`") from error


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the record."""
    return msgspec.json.schema(Record)
