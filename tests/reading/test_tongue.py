"""Which articles are read."""

from dragoman.model.article import Article, Masthead
from dragoman.reading.tongue import MOST, tongue

GERMAN = "Die Minister beider Staaten trafen sich am Mittwoch in der Hauptstadt und wollen weiter verhandeln."


def article(text: str, language: str | None = None) -> Article:
    return Article("id", "a.txt", text, "sha", "sha", Masthead(language=language))


def test_an_article_in_another_language_stays_unread_with_its_reason() -> None:
    assert tongue(article(GERMAN)) == ("de", "German is not read yet")


def test_the_given_language_beats_what_the_text_looks_like() -> None:
    assert tongue(article(GERMAN, "en")) == ("en", None)
    assert tongue(article("The ministers met.", "ru")) == ("ru", "Russian is not read yet")


def test_a_text_too_short_to_tell_is_read_and_its_language_not_known() -> None:
    assert tongue(article("No deal.")) == (None, None)


def test_a_text_over_the_limit_is_not_read() -> None:
    assert (
        tongue(article("The talks of the two and that. " * (MOST // 30))).unread == "longer than 1,000,000 characters"
    )
