"""Figures of one thing: the same number, or another one in a like sentence."""

from datetime import date

from dragoman.compare.quantities import find_quantities
from dragoman.model.article import Article, Masthead
from dragoman.model.links import QuantityGroup, StoryGroup
from dragoman.model.reading import Figure, ReadArticle, Reading
from dragoman.model.spans import Span
from dragoman.model.when import between

COUNT = "The harbour office counted {} nets on the quay after the storm on Sunday night"


def gives(name: str, value: int, sentence: str = COUNT, before: str = "", day: int = 4) -> ReadArticle:
    """An article of its own outlet that counts so many nets."""
    text = sentence.format(f"{before}{value}")
    at = text.index(str(value))
    figure = Figure((Span(at, at + len(str(value))),), value, None, "nets")
    head = Masthead(outlet=name, published=between(date(2031, 5, day), date(2031, 5, day), "given"))
    reading = Reading("1", "en", sentences=(Span(0, len(text)),), figures=(figure,))
    return ReadArticle(Article(name, name, text, "", "", head), reading)


def found(*reads: ReadArticle) -> tuple[QuantityGroup, ...]:
    return find_quantities(reads, [StoryGroup(tuple(read.article.id for read in reads))], {})


def kinds(*reads: ReadArticle) -> list[str]:
    return [row.kind for group in found(*reads) for row in group.differing]


def test_the_same_number_of_the_same_things_is_one_quantity() -> None:
    (group,) = found(gives("a", 40), gives("b", 40, "Some {} nets were lost, fishermen said"))
    assert (len(group.figures), group.differing) == (2, ())


def test_another_number_in_a_like_sentence_is_another_value() -> None:
    assert kinds(gives("a", 40), gives("b", 90)) == ["value"]


def test_another_number_in_another_sentence_is_another_quantity() -> None:
    assert found(gives("a", 40), gives("b", 90, "Velmar will buy {} nets for the school at Lisk")) == ()


def test_a_later_number_supersedes_the_first() -> None:
    assert kinds(gives("a", 40), gives("b", 90, day=7)) == ["superseded by a later report"]


def test_a_bound_is_no_other_value() -> None:
    assert found(gives("a", 40), gives("b", 30, before="more than ")) == ()


def test_one_outlet_has_no_quantity_alone() -> None:
    one = gives("a", 40)
    assert found(one, ReadArticle(one.article, one.reading)) == ()
