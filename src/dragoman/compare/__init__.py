"""Many readings in, links out."""

from dragoman.compare.plan import compare

__all__ = ["compare"]
