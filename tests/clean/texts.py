"""Texts made into articles, for the tests of this room."""

from dragoman.clean import clean
from dragoman.model.article import Article, Dropped, Given, Media, Page
from dragoman.model.ids import sha256

BODY = (
    "The foreign ministers of Velmar and Ostrand met in Carrow and agreed to go on talking about the causeway.\n\n"
    "They will meet again in two weeks, and their deputies will prepare a draft before that.\n"
)
NOTHING_GIVEN = Given()


def page(data: bytes, media: Media = "text", given: Given = NOTHING_GIVEN) -> Page:
    return Page("a.txt", data, media, sha256(data), given)


def article(text: str, given: Given = NOTHING_GIVEN, media: Media = "text") -> Article:
    found = clean(page(text.encode(), media, given))
    assert isinstance(found, Article)
    return found


def dropped(data: bytes, media: Media = "text") -> Dropped:
    found = clean(page(data, media))
    assert isinstance(found, Dropped)
    return found


def furniture(text: str) -> list[str]:
    """The lines of the text that are furniture."""
    found = article(text)
    return [found.text[start:end] for start, end in found.furniture]
