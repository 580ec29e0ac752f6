"""The article on a web page: main text and what the page's markup says about it. Nothing on the page is executed."""

import logging
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from typing import Any, NamedTuple

from dragoman.clean.lines import count_words

LONGEST = 10_000_000
"""Longer pages, in code points, are not read."""
LONGEST_TAG = re.compile(r"<[^<>]{20000,}>")
"""Pictures written into a tag, and tags with very many attributes, which parsers read in quadratic time."""
LEAST_WORDS = 8
"""A page without a line of so many words holds no article."""
LATEST = "2199-12-31"
"""Asking the clock for the latest date a page may bear would make a reading depend on the day it was made."""
LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")


class Extracted(NamedTuple):
    """The page's main text and its markup's fields, as written there."""

    text: str
    title: str | None = None
    authors: str | None = None
    date: str | None = None
    site: str | None = None
    url: str | None = None


def extract(page: str) -> Extracted | None:
    """The article of an HTML page, or nothing where there is none."""
    page = LONGEST_TAG.sub("", page)
    found = load_extractor()(page)
    if found is None or not _holds_article(found.text):
        text = paragraphs(page)
        return Extracted(text) if _holds_article(text) else None
    return found


def _holds_article(text: str) -> bool:
    return any(count_words(line) >= LEAST_WORDS for line in text.splitlines())


class _Paragraphs(HTMLParser):
    """Text of paragraphs and headings, however deep they lie; what trafilatura gives up on."""

    TEXT = frozenset({"p", "h1", "h2", "h3", "blockquote", "li"})
    OTHER = frozenset({"script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "button"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._text: list[str] | None = None
        self._other = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's signature
        self._other += tag in self.OTHER
        if tag in self.TEXT:
            self._end()
            self._text = []

    def handle_endtag(self, tag: str) -> None:
        self._other = max(0, self._other - (tag in self.OTHER))
        if tag in self.TEXT:
            self._end()

    def handle_data(self, data: str) -> None:
        if self._text is not None and not self._other:
            self._text.append(data)

    def _end(self) -> None:
        line = " ".join("".join(self._text or []).split())
        self.found += [line] if line else []
        self._text = None

    def close(self) -> None:
        super().close()
        self._end()


def paragraphs(page: str) -> str:
    """All paragraphs and headings outside of navigation, one a line."""
    reader = _Paragraphs()
    reader.feed(page)
    reader.close()
    return "\n".join(reader.found)


@cache
def load_extractor() -> Callable[[str], Extracted | None]:
    """Trafilatura's extraction (Barbaresi 2021), which takes a third of a second to import."""
    from trafilatura import bare_extraction

    for name in LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())

    def run(page: str) -> Extracted | None:
        found: Any = bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": LATEST},
        )
        if found is None or not found.text:
            return None
        return Extracted(found.text, found.title, found.author, found.date, found.sitename, found.url)

    return run
