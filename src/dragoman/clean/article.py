"""A page made an article."""

import re

from dragoman.clean.byline import is_person
from dragoman.clean.decode import binary, decode
from dragoman.clean.furniture import spans
from dragoman.clean.lines import lines
from dragoman.clean.markup import LONGEST as LONGEST_PAGE
from dragoman.clean.markup import Extracted, extract
from dragoman.clean.masthead import masthead, read_head
from dragoman.clean.players import in_lines
from dragoman.model.article import Article, Dropped, Given, Page
from dragoman.model.ids import article_id, sha256
from dragoman.model.spans import merged

LONGEST = 1_000_000
"""Longer texts, in code points, are not looked at line by line; they are not read either."""


def clean(page: Page) -> Article | Dropped:
    """The article that stands on the page, or the reason why there is none."""
    if what := binary(page.data):
        return Dropped(page.source, "clean", f"{what}, not text")
    text = decode(page.data, markup=page.media == "html")
    if text is None:
        return Dropped(page.source, "clean", "not text in any known encoding")
    markup = None
    if page.media == "html":
        if len(text) > LONGEST_PAGE:
            return Dropped(page.source, "clean", f"a page longer than {LONGEST_PAGE:,} characters")
        markup = extract(text)
        if markup is None:
            return Dropped(page.source, "clean", "no article was found on the page")
        text = markup.text
    if not text.strip():
        return Dropped(page.source, "clean", "empty")
    return _article(page, text, markup)


def _own(markup: Extracted | None) -> Given:
    """What the page's markup says about itself. Authors who are desks or agencies are left out."""
    if markup is None:
        return Given()
    site = markup.site if markup.site and not markup.site.startswith("@") else None
    title = markup.title
    if site and title:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(site)}$", "", title)
    authors = tuple(name.strip() for name in (markup.authors or "").split(";"))
    return Given(
        outlet=site, title=title, authors=tuple(filter(is_person, authors)), published=markup.date, url=markup.url
    )


def _article(page: Page, text: str, markup: Extracted | None) -> Article:
    text_sha256 = sha256(text.encode())
    key = article_id(page.source, text_sha256)
    own = _own(markup)
    head = read_head(lines(text) if len(text) <= LONGEST else [], page.given.outlet or own.outlet)
    return Article(
        id=key,
        source=page.source,
        text=text,
        text_sha256=text_sha256,
        page_sha256=page.sha256,
        masthead=masthead(text if len(text) <= LONGEST else "", head, page.given, own, key),
        furniture=merged((*spans(head.lines, head.marks), *in_lines(text))),
        url=page.given.url or own.url,
        owner=page.given.owner,
    )
