"""The ordered plan, and how it is carried out."""

from dragoman.run.street import compile_record, read

__all__ = ["compile_record", "read"]
