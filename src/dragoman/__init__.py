"""Dragoman compiles what many outlets report about one diplomatic process into one record.

>>> from dragoman import compile_record, read, Record
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.model.record import Record
    from dragoman.run import Readings, compile_record, read

__all__ = ["Readings", "Record", "compile_record", "read"]
_HOMES = {"Record": "model.record", "Readings": "run", "compile_record": "run", "read": "run"}


def __getattr__(name: str) -> object:
    """What the package offers, imported when it is first asked for (PEP 562): the command line's help asks for none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
