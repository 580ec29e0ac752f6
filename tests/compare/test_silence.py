"""What is not in an article is said only of one that was read in full, is not older, and holds nothing near it."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.compare.silence import find_lacking
from dragoman.language.encoder import load_encoder
from dragoman.model.article import Article, Masthead
from dragoman.model.links import At, Lacking, Rendering, StoryGroup
from dragoman.model.reading import ReadArticle, Reading, Statement
from dragoman.model.spans import Place, Span, words
from dragoman.model.when import UNKNOWN, When, between
from dragoman.reading.vectors import with_vectors

FERRY = "The ferry to Merrin will sail again before winter"
AGAIN = "Before the winter the Merrin ferry is going to sail again"
OTHER = "Bread prices rose by a tenth in the markets of Lisk"


def day(number: int) -> When:
    return between(date(2031, 5, number), date(2031, 5, number), "stated")


def read(name: str, sentence: str, when: When = UNKNOWN, *, stated: bool = True) -> ReadArticle:
    """An article of one sentence, which is a statement or the outlet's own."""
    span = Span(0, len(sentence))
    found = (Statement((span,), (), (), "indirect"),) if stated else ()
    read = with_vectors(sentence, found, (span,), load_encoder())
    article = Article(name, name, sentence, "", "", Masthead(outlet=f"The {name}", published=when))
    return ReadArticle(article, Reading("1", sentences=(span,), statements=tuple(read)))


HAVING = [read("a", FERRY, day(4)), read("b", FERRY, day(5))]
UTTERANCE = tuple(Rendering(At(each.article.id, 0), (Span(0, len(FERRY)),)) for each in HAVING)


def lacking(other: ReadArticle, said_on: dict[At, When] | None = None) -> tuple[Lacking, ...]:
    readings = [*HAVING, other]
    story = StoryGroup(tuple(each.article.id for each in readings))
    (found,) = find_lacking(readings, [story], [UTTERANCE], {}, said_on or {})
    return found


def test_an_article_of_the_day_that_holds_nothing_near_lacks_it() -> None:
    assert lacking(read("c", OTHER, day(4))) == (Lacking("c", "absent"),)


@pytest.mark.parametrize("stated", [True, False])
def test_what_comes_near_in_a_statement_or_in_the_outlets_own_sentence_is_shown(stated: bool) -> None:  # noqa: FBT001  # a case
    other = read("c", AGAIN, day(6), stated=stated)
    (found,) = lacking(other)
    assert found == Lacking("c", "near", Place("c", (Span(0, len(AGAIN)),)))
    assert found.near
    assert words(other.article.text, found.near.spans) == AGAIN


def test_an_older_article_does_not_lack_it() -> None:
    assert lacking(read("c", OTHER, day(3))) == (Lacking("c", "earlier"),)


def test_one_between_the_words_own_day_and_the_first_report_lacks_it() -> None:
    assert lacking(read("c", OTHER, day(3)), {UTTERANCE[0].statement: day(2)}) == (Lacking("c", "absent"),)


def test_of_an_undated_article_it_is_not_said() -> None:
    month = between(date(2031, 5, 1), date(2031, 5, 31), "stated")
    assert lacking(read("c", OTHER)) == (Lacking("c", "undated"),)
    assert lacking(read("c", OTHER, month)) == (Lacking("c", "undated"),)


def test_nor_of_one_that_was_not_read_or_not_in_full() -> None:
    other = read("c", OTHER, day(6))
    excerpt = ReadArticle(replace(other.article, excerpt=True), other.reading)
    foreign = ReadArticle(other.article, Reading("1", unread="Norwegian is not read yet"))
    assert lacking(excerpt) == lacking(foreign) == (Lacking("c", "unread"),)


def test_an_outlet_that_has_it_in_another_article_does_not_lack_it() -> None:
    other = read("c", OTHER, day(6))
    head = replace(other.article.masthead, outlet="The a")
    assert lacking(ReadArticle(replace(other.article, masthead=head), other.reading)) == ()


def test_an_article_of_another_story_is_not_asked() -> None:
    readings = [*HAVING, read("c", OTHER, day(6))]
    stories = [StoryGroup(("a", "b")), StoryGroup(("c",))]
    assert find_lacking(readings, stories, [UTTERANCE], {}, {}) == ((),)
