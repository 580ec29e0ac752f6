"""A page in, an article out: decoded text, masthead, furniture."""

from dragoman.clean.article import clean

__all__ = ["clean"]
