"""Whether an article is in a language, and of a length, that is read."""

from typing import NamedTuple

from dragoman.language.langid import identify, language_name
from dragoman.model.article import Article

READ = frozenset({"en"})
MOST = 1_000_000
"""Longer texts, in code points, stay articles without findings."""


class Tongue(NamedTuple):
    """The article's language (ISO 639-1), where it is known, and the reason why the article is not read, if any."""

    language: str | None
    unread: str | None


def tongue(article: Article) -> Tongue:
    """The given language beats what the text looks like; a text too short to tell is read as English."""
    language = article.masthead.language or identify(article.text).language
    if language is not None and language not in READ:
        return Tongue(language, f"{language_name(language)} is not read yet")
    if len(article.text) > MOST:
        return Tongue(language, f"longer than {MOST:,} characters")
    return Tongue(language, None)
