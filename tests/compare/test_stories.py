"""Articles on one occasion become one story, in collections of every size, in whatever order they come."""

from collections.abc import Sequence
from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.compare.sketches import names_of, words_of
from dragoman.compare.stories import find_stories
from dragoman.language.encoder import Encoder, load_encoder
from dragoman.model.article import Article, Masthead
from dragoman.model.reading import ReadArticle, Reading, Timex
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, between
from dragoman.reading.vectors import lead_vector, names_and_numbers

FERRY = (
    (
        "The foreign ministers of Velmar and Ostrand agreed in Lisk to reopen the ferry line across the Sound of "
        "Carrow. Ilva Toren and Pel Aranda said that nine boats would carry lorries and passengers from June."
    ),
    (
        "Boats will again cross the Sound of Carrow, Velmar and Ostrand agreed at talks in Lisk. Minister Pel "
        "Aranda told reporters beside Ilva Toren that nine ferries would take passengers and lorries as of June."
    ),
    (
        "Talks in Lisk between Ilva Toren of Velmar and Ostrand's Pel Aranda ended with a ferry deal: nine boats, "
        "for lorries and passengers, are to cross the Sound of Carrow from June on."
    ),
)
STORM = (
    (
        "A storm tore the roofs off forty houses in the Ostrand village of Merrin overnight and cut the power of "
        "the whole valley. Nobody was hurt, the fire brigade of Merrin said."
    ),
    (
        "Forty houses in Merrin lost their roofs when a storm crossed Ostrand in the night. The fire brigade "
        "reported no injuries; the valley is without power."
    ),
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def read(encoder: Encoder, name: str, text: str, day: date | None = None, on: Timex | None = None) -> ReadArticle:
    published = between(day, day, "given") if day else UNKNOWN
    article = Article(name, f"{name}.txt", text, "", "", Masthead(published=published))
    timexes = (on,) if on else ()
    lead, terms = lead_vector(article, encoder), names_and_numbers(article)
    return ReadArticle(article, Reading("1", language="en", timexes=timexes, lead=lead, terms=terms))


def stories(readings: Sequence[ReadArticle]) -> set[frozenset[str]]:
    ordered = sorted(readings, key=lambda read: read.article.source)
    return {frozenset(group.articles) for group in find_stories(ordered, {}, {}).groups}


@pytest.fixture(scope="module")
def five(encoder: Encoder) -> list[ReadArticle]:
    return [read(encoder, f"{i}", text) for i, text in enumerate((*FERRY, *STORM))]


def test_two_occasions_among_five_articles_are_told_apart(five: list[ReadArticle]) -> None:
    assert stories(five) == {frozenset("012"), frozenset("34")}


@pytest.mark.parametrize("chosen", ["013", "123", "0134", "234", "012", "34"])
def test_what_is_one_story_does_not_hang_on_the_articles_beside_it(five: list[ReadArticle], chosen: str) -> None:
    wanted = {frozenset(set(chosen) & set(story)) for story in ("012", "34")} - {frozenset()}
    assert stories([five[int(name)] for name in chosen]) == wanted


def test_links_are_the_same_in_whatever_order_the_readings_come(five: list[ReadArticle]) -> None:
    links = compare(five)
    assert len(links.stories) == 2
    for order in ([4, 3, 2, 1, 0], [2, 0, 4, 1, 3]):
        assert compare([five[i] for i in order]) == links


def test_articles_more_than_a_week_apart_are_two_stories(encoder: Encoder) -> None:
    early = read(encoder, "a", FERRY[0], date(2031, 5, 3))
    late = read(encoder, "b", FERRY[1], date(2031, 5, 11))
    next_day = read(encoder, "c", FERRY[2], date(2031, 5, 4))
    assert stories([early, late, next_day]) == {frozenset("ac"), frozenset("b")}


def test_days_as_written_in_the_leads_tell_occasions_apart(encoder: Encoder) -> None:
    texts = [f"On {day} {text}" for day, text in zip(("28 April", "2 May", "28 July"), FERRY, strict=True)]
    days = [(4, 28), (5, 2), (7, 28)]
    readings = [
        read(encoder, f"{i}", text, on=Timex(Span(3, 3 + len(text[3:].split(" ", 2)[0])), month=month, day=day))
        for i, (text, (month, day)) in enumerate(zip(texts, days, strict=True))
    ]
    assert stories(readings) == {frozenset("01"), frozenset("2")}


def test_a_copy_stands_beside_what_it_copies_and_an_unread_article_alone(five: list[ReadArticle]) -> None:
    copy = ReadArticle(Article("9", "9.txt", five[0].article.text, "", ""), Reading("1"))
    unread = ReadArticle(Article("z", "z.txt", FERRY[0], "", ""), Reading("1", unread="too long"))
    groups = find_stories([*five, copy, unread], {}, {"9": "0"}).groups
    assert [group.articles for group in groups] == [("0", "1", "2", "9"), ("3", "4"), ("z",)]


def test_every_article_of_a_story_is_bound_to_another_with_reasons(five: list[ReadArticle]) -> None:
    found = find_stories(five, {}, {})
    bound = {at.article for join in found.joins for at in (join.left, join.right)}
    assert bound == set("01234")
    for join in found.joins:
        assert join.score == pytest.approx(sum(reason.score for reason in join.reasons), abs=0.005)
        assert any("lisk" in reason.detail or "merrin" in reason.detail for reason in join.reasons)


def test_captions_of_pictures_and_players_bind_no_articles(encoder: Encoder) -> None:
    captions = "Image copyright Image caption. Playback is unsupported. Toggle caption. Enlarge image."
    plain, captioned = (
        [read(encoder, f"{i}", f"{more} {text}") for i, text in enumerate((FERRY[0], STORM[0]))]
        for more in ("", captions)
    )
    assert [names_of(one) for one in captioned] == [names_of(one) for one in plain]
    words = [[set(words_of(one, {})) for one in both] for both in (plain, captioned)]
    assert words[0] == words[1]


def test_no_article_and_one_article_are_fine(encoder: Encoder) -> None:
    assert find_stories([], {}, {}).groups == ()
    assert stories([read(encoder, "a", "Nothing.")]) == {frozenset("a")}
