"""A page made an article."""

from dragoman.clean.decode import decode
from dragoman.model.article import Article, Dropped, Masthead, Page
from dragoman.model.ids import article_id, sha256


def clean(page: Page) -> Article | Dropped:
    """The article that stands on the page, or the reason why there is none."""
    text = decode(page.data)
    if text is None:
        return Dropped(page.source, "clean", "not text in any known encoding")
    if not text.strip():
        return Dropped(page.source, "clean", "empty")
    text_sha256 = sha256(text.encode())
    masthead = Masthead(outlet=page.given.outlet, title=page.given.title, language=page.given.language)
    return Article(article_id(page.source, text_sha256), page.source, text, text_sha256, page.sha256, masthead)
