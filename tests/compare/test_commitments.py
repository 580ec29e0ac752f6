"""Reports of one undertaking are put together, those of others stay apart."""

from dataclasses import replace
from datetime import date

from dragoman.compare.commitments import merge_commitments
from dragoman.model.article import Article, Masthead
from dragoman.model.links import ActorGroup, At, CommitmentGroup, StoryGroup
from dragoman.model.reading import CommitmentReport, CommitmentStatus, Entity, ReadArticle, Reading, Timex
from dragoman.model.spans import Span
from dragoman.model.when import between

VECTOR = bytes([10]) * 512
"""All contents are alike in meaning here: what tells them apart is their words."""


def article(
    name: str,
    content: str,
    status: CommitmentStatus = "agreed",
    *,
    thing: str = "port",
    day: int = 3,
    by: tuple[int, int] | None = None,
) -> ReadArticle:
    """One report of what Velmar undertook, published on a day of May 2031; ``by`` is a deadline's month and day."""
    text = f"Velmar agreed {content}"
    timexes = (Timex(Span(0, 6), year=2031, month=by[0], day=by[1]),) if by else ()
    what = (Span(text.index(content), len(text)),)
    start = text.index(thing)
    about = Span(start, start + len(thing))
    report = CommitmentReport(what, what, status, (0,), timex=0 if by else None, thing=about, vector=VECTOR)
    reading = Reading("1", entities=(Entity("state", "Velmar"),), timexes=timexes, commitments=(report,))
    when = between(date(2031, 5, day), date(2031, 5, day), "stated")
    return ReadArticle(Article(name, f"{name}.txt", text, "", "", Masthead(published=when)), reading)


def merged(
    *reads: ReadArticle, one_story: bool = True, actors: tuple[tuple[int, ...], ...] = ()
) -> list[CommitmentGroup]:
    """The undertakings; ``actors`` says which articles' Velmars are one, by default all."""
    names = [read.article.id for read in reads]
    groups = [ActorGroup(tuple(At(names[n], 0) for n in each)) for each in actors or [tuple(range(len(reads)))]]
    stories = [StoryGroup(tuple(names))] if one_story else [StoryGroup((name,)) for name in names]
    return list(merge_commitments(reads, groups, stories, (), {}).groups)


def test_one_content_in_two_articles_is_one_undertaking() -> None:
    (group,) = merged(article("a", "to open the old port"), article("b", "to open the port of Carrow again"))
    assert group.reports == (At("a", 0), At("b", 0))


def test_another_object_number_or_verb_is_another_undertaking() -> None:
    first = article("a", "to open the old port")
    assert len(merged(first, article("b", "to open the old airfield", thing="airfield"))) == 2
    assert len(merged(first, article("b", "to close the old port"))) == 2
    freed = [article(name, f"to free {number} men", thing="men") for name, number in (("a", 40), ("b", 60))]
    assert len(merged(*freed)) == 2


def test_others_undertake_apart_though_the_words_are_the_same() -> None:
    reads = article("a", "to open the old port"), article("b", "to open the old port")
    assert len(merged(*reads, actors=((0,), (1,)))) == 2


def test_on_another_occasion_more_words_must_agree() -> None:
    reads = article("a", "to open the old port of Carrow"), article("b", "to open the port for ferries at night")
    assert len(merged(*reads)) == 1
    assert len(merged(*reads, one_story=False)) == 2


def test_overdue_needs_a_date_and_a_later_report_that_it_is_not_done() -> None:
    promise = "its promise to open the old port"
    late = article("b", promise, "reported broken", day=20, by=(5, 10))
    assert merged(late)[0].overdue == At("b", 0)
    assert merged(article("b", promise, "reported broken", day=20))[0].overdue is None
    assert merged(article("b", promise, "reported broken", day=8, by=(5, 10)))[0].overdue is None
    assert merged(article("b", "to open the old port", day=20, by=(5, 10)))[0].overdue is None


def test_a_day_after_the_article_is_that_of_what_is_undertaken() -> None:
    read = article("a", "to meet at the old port", thing="port", by=(7, 2))
    report = replace(read.reading.commitments[0], timex=None, said=0)
    (group,) = merged(read._replace(reading=replace(read.reading, commitments=(report,))))
    assert group.by_when.day == date(2031, 7, 2)
    assert group.days[0].latest == date(2031, 5, 3)
