"""Bytes in, pages out."""

from dragoman.fetch.folder import fetch

__all__ = ["fetch"]
