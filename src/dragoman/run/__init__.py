"""The ordered plan, and how it is carried out."""

from dragoman.run.street import Readings, compile_record, compile_without, read

__all__ = ["Readings", "compile_record", "compile_without", "read"]
