"""Many readings in, links out."""

from dragoman.compare.plan import compare, group_stories
from dragoman.compare.stream import Moved, StoryStream

__all__ = ["Moved", "StoryStream", "compare", "group_stories"]
