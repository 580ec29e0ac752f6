"""Dragoman compiles what many outlets report about one diplomatic process into one record.

>>> from dragoman import compile_record, read, Record
"""

from dragoman.model.record import Record
from dragoman.run import compile_record, read

__all__ = ["Record", "compile_record", "read"]
