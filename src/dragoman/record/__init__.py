"""Readings and links in, the record out."""

from dragoman.record.fold import fold

__all__ = ["fold"]
