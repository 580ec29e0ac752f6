"""What a judgement points at is found again when a reader finds other spans, and not when it finds something else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.pointed import Pointing
from dragoman.model.article import Article
from dragoman.model.ids import article_id, sha256
from dragoman.model.judgement import Judgement, Pointed
from dragoman.model.links import At
from dragoman.model.reading import Entity, Mention, ReadArticle, Reading, Statement
from dragoman.model.spans import Span, Spans

TEXT = "Barran said the causeway stays open and the gates stay shut until the talks resume in Lisk, Kolm said."
SHA = sha256(TEXT.encode())
SAID = Span(7, 11)
CONTENT = Span(TEXT.index("the causeway"), TEXT.index(" and the gates"))


def statement(*spans: Span, cue: Spans = (SAID,)) -> Statement:
    return Statement(spans, (), cue, "indirect")


def read(*statements: Statement, source: str = "a.txt", text: str = TEXT) -> ReadArticle:
    sha = sha256(text.encode())
    entities = (Entity("person", "Barran", ("Barran",)), Entity("person", "Kolm", ("Kolm",)))
    kolm = text.index("Kolm")
    mentions = (Mention(Span(0, 6), "name", 0), Mention(Span(kolm, kolm + 4), "name", 1))
    reading = Reading("1", entities=entities, mentions=mentions, statements=statements)
    return ReadArticle(Article(article_id(source, sha), source, text, sha, "p"), reading)


def pointed(span: Span = CONTENT, name: str = "said") -> Pointed:
    return Pointed("statements", SHA, "a.txt", (span,), TEXT[span.start : span.end], name)


def found(*statements: Statement) -> tuple[int, ...]:
    return tuple(at.index for at in Pointing([read(*statements)]).find(pointed()).ats)


def test_the_same_spans_are_found() -> None:
    assert found(statement(Span(40, 60)), statement(CONTENT)) == (1,)


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_moved_spans_are_found_where_at_least_half_of_the_longer_is_common(start: int, length: int) -> None:
    moved = Span(start, min(len(TEXT), start + length))
    common = max(0, min(moved.end, CONTENT.end) - max(moved.start, CONTENT.start))
    longer = max(moved.end - moved.start, CONTENT.end - CONTENT.start)
    assert found(statement(moved)) == ((0,) if 2 * common >= longer else ())


def test_of_several_the_one_with_the_greatest_overlap_is_found() -> None:
    assert found(
        statement(CONTENT._replace(end=CONTENT.end - 5)), statement(CONTENT._replace(end=CONTENT.end - 1))
    ) == (1,)


def test_of_two_at_one_place_the_one_with_the_same_cue_is_found_and_else_none() -> None:
    other = TEXT.index("stays")
    assert found(statement(CONTENT, cue=(Span(other, other + 5),)), statement(CONTENT)) == (1,)
    assert found(statement(CONTENT), statement(CONTENT)) == ()


def test_an_actor_is_found_by_one_mention() -> None:
    kolm = TEXT.index("Kolm")
    asked = Pointed("actors", SHA, "a.txt", (Span(kolm, kolm + 4),), "Kolm", "Kolm")
    here = read()
    assert Pointing([here]).find(asked).ats == (At(here.article.id, 1),)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (replace(pointed(), text_sha256="0" * 64), "not among these articles"),
        (replace(pointed(), words="others"), "other words"),
        (pointed(Span(80, 90)), "nothing is found any more"),
    ],
)
def test_what_is_not_found_is_told_with_its_file(asked: Pointed, why: str) -> None:
    here = Pointing([read(statement(CONTENT))]).find(asked)
    assert here.ats == ()
    assert why in here.why
    assert "a.txt" in here.why


def test_a_finding_is_found_in_every_copy_of_its_text_and_an_article_in_its_own_file() -> None:
    one, two = read(statement(CONTENT)), read(statement(CONTENT), source="b.txt")
    assert len(Pointing([one, two]).find(pointed()).ats) == 2
    article = Pointed("articles", SHA, "b.txt")
    assert Pointing([one, two]).find(article).ats == (At(two.article.id, 0),)
    moved = Pointing([one, two]).find(replace(article, source="c.txt"))
    assert "several articles" in moved.why
    assert Pointing([one]).find(replace(article, source="c.txt")).ats == (At(one.article.id, 0),)


def test_a_judgement_concerns_articles_into_whose_texts_it_points() -> None:
    pointing = Pointing([read()])
    assert pointing.concerns(Judgement("same", "Ana", (pointed(),)))
    assert not pointing.concerns(Judgement("same", "Ana", (replace(pointed(), text_sha256="0"),)))
