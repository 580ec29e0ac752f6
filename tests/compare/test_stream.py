"""Articles that come one by one are placed into stories, stay there, and move only where a repair says so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from dragoman.compare import Moved, StoryStream
from dragoman.compare.stories import find_stories
from dragoman.language.encoder import Encoder, load_encoder
from dragoman.model.article import Article, Masthead
from dragoman.model.reading import ReadArticle, Reading
from dragoman.model.when import UNKNOWN, between
from dragoman.reading.vectors import lead_vector, names_and_numbers

TALKS = (
    "Envoys of Velmar and Ostrand met in Lisk and agreed on fishing rights in the Sound of Carrow for forty boats.",
    "Velmar and Ostrand ended the fishing quarrel of the Sound of Carrow as envoys met in Lisk; forty boats may sail.",
    "The fishing quarrel in the Sound of Carrow is over: in Lisk the envoys of Ostrand and Velmar let in forty boats.",
)
FIRE = (
    "A fire burned down the market hall of Merrin on Ostrand's coast. The fire brigade saved the library beside it.",
    "The market hall of Merrin has burned down. The library next to it was saved by the fire brigade, the mayor said.",
)
DAY = date(2031, 5, 14)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def read(encoder: Encoder, name: str, text: str, day: date | None = None) -> ReadArticle:
    published = between(day, day, "given") if day else UNKNOWN
    article = Article(name, f"{name}.txt", text, "", "", Masthead(published=published))
    return ReadArticle(
        article,
        Reading("1", language="en", lead=lead_vector(article, encoder), terms=names_and_numbers(article)),
    )


@pytest.fixture(scope="module")
def five(encoder: Encoder) -> list[ReadArticle]:
    return [read(encoder, f"{n}", text) for n, text in enumerate((*TALKS, *FIRE))]


def streamed(readings: Iterable[ReadArticle]) -> StoryStream:
    stream = StoryStream()
    for one in readings:
        stream.add(one)
    return stream


def sets(stories: Iterable[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(story) for story in stories}


def test_each_article_joins_the_story_that_it_reports(five: list[ReadArticle]) -> None:
    assert streamed(five).stories() == (("0", "1", "2"), ("3", "4"))


def test_few_articles_come_out_the_same_in_whatever_order_they_come(five: list[ReadArticle]) -> None:
    for order in permutations(five):
        assert sets(streamed(order).stories()) == {frozenset("012"), frozenset("34")}


def test_the_number_of_a_story_is_given_at_once_and_does_not_change(five: list[ReadArticle]) -> None:
    stream = StoryStream()
    numbers = [stream.add(one) for one in five]
    assert numbers == [1, 1, 1, 2, 2]
    assert [stream.add(one) for one in five] == numbers
    assert stream.stories() == (("0", "1", "2"), ("3", "4"))


def test_after_a_repair_the_stories_are_those_of_all_at_once(five: list[ReadArticle]) -> None:
    stream = streamed(five[::-1])
    stream.repair()
    assert sets(stream.stories()) == sets(group.articles for group in find_stories(five, {}, {}).groups)


def test_a_repair_with_nothing_to_mend_moves_nobody(five: list[ReadArticle]) -> None:
    stream = streamed(five)
    before = stream.stories()
    assert stream.repair() == ()
    assert stream.stories() == before


def test_a_repair_tells_each_article_that_it_moved(encoder: Encoder) -> None:
    """The second is placed with what came before it, and turns out to be nearer in days to those that follow."""
    days = {"early": 0, "between": 7, "late": 11, "later": 12}
    readings = [read(encoder, name, f"{TALKS[0]} {name}", DAY + timedelta(n)) for name, n in days.items()]
    stream = streamed(readings)
    assert stream.stories() == (("early", "between"), ("late", "later"))
    assert stream.repair() == (Moved("between", 1, 2),)
    assert stream.stories() == (("early",), ("between", "late", "later"))
    assert [stream.add(one) for one in readings] == [1, 2, 2, 2]


def test_two_meetings_of_one_negotiation_are_two_stories(encoder: Encoder) -> None:
    first = [read(encoder, f"a{n}", text, DAY + timedelta(n % 2)) for n, text in enumerate(TALKS)]
    second = [read(encoder, f"b{n}", text + " Again.", DAY + timedelta(21)) for n, text in enumerate(TALKS)]
    mixed = [first[0], second[0], second[1], first[1], second[2], first[2]]
    wanted = {frozenset({"a0", "a1", "a2"}), frozenset({"b0", "b1", "b2"})}
    stream = streamed(mixed)
    assert sets(stream.stories()) == wanted
    stream.repair()
    assert sets(stream.stories()) == wanted
    assert sets(group.articles for group in find_stories(mixed, {}, {}).groups) == wanted


def test_a_copy_stands_beside_what_it_copies_and_an_unread_article_alone(
    encoder: Encoder, five: list[ReadArticle]
) -> None:
    copy = read(encoder, "copy", TALKS[1])
    unread = read(encoder, "unread", "Nobody can read this.")
    unread = ReadArticle(unread.article, replace(unread.reading, unread="too long"))
    stream = streamed([*five, copy, unread])
    wanted = (("0", "1", "2", "copy"), ("3", "4"), ("unread",))
    assert stream.stories() == wanted
    stream.repair()
    assert stream.stories() == wanted


def test_an_empty_stream_has_no_stories_and_nothing_to_repair() -> None:
    stream = StoryStream()
    assert stream.repair() == ()
    assert stream.stories() == ()
