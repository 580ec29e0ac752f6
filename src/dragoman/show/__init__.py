"""The record as a brief, a page, a file. It decides nothing."""

from dragoman.show.difference import Difference, difference
from dragoman.show.html import brief_html
from dragoman.show.markdown import brief_md

__all__ = ["Difference", "brief_html", "brief_md", "difference"]
