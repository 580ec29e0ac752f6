"""Many readings in, links out."""

from dragoman.compare.plan import compare
from dragoman.compare.stream import Moved, StoryStream

__all__ = ["Moved", "StoryStream", "compare"]
