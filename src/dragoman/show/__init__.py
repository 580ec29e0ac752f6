"""The record as a brief, a page, a file. It decides nothing."""

from dragoman.show.brief import brief_md

__all__ = ["brief_md"]
