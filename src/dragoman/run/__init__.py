"""The ordered plan, and how it is carried out."""

from dragoman.run.street import How, Readings, compile_record, compile_without, read

__all__ = ["How", "Readings", "compile_record", "compile_without", "read"]
