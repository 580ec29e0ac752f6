"""Articles at the edges are read to their end, and what is found in them stands in them."""

import itertools

import pytest

from dragoman.language.parser import LONG, WORD, Parser, pieces
from dragoman.model.article import Article, Masthead
from dragoman.model.reading import Reading
from dragoman.model.spans import Span, merged
from dragoman.reading import Reader
from dragoman.reading.attribution import find_attributions, settle
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.quotations import LINE, find_quotations
from tests.reading.edges import KINDS, apostrophes, blank_line, marks, same_marks, without_closers

SMALLER = 200
"""The tests read articles so many times smaller than those that the bench measures."""


def article(text: str) -> Article:
    return Article("edge", "edge.txt", text, "", "", Masthead(language="en"))


def spans_of(reading: Reading) -> list[Span]:
    statements = [s for one in reading.statements for s in (*one.content, *one.source, *one.cue)]
    found = [*reading.sentences, *(m.span for m in reading.mentions), *(t.span for t in reading.timexes)]
    meetings = [s for one in reading.meetings for s in one.spans]
    return [*statements, *found, *meetings, *(s for one in reading.figures for s in one.spans)]


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_is_found_in_an_article_at_the_edges_stands_in_its_text(reader: Reader, kind: str) -> None:
    make, size = KINDS[kind]
    text = make(max(40, size // SMALLER))
    reading = reader.read(article(text))
    assert reading.unread is None
    assert all(0 <= start < end <= len(text) for start, end in spans_of(reading))
    for statement in reading.statements:
        for spans in (statement.content, statement.source, statement.cue):
            assert spans == merged(spans)


@pytest.mark.parametrize("kind", KINDS)
def test_an_article_at_the_edges_is_read_up_to_its_last_word(parser: Parser, kind: str) -> None:
    make, size = KINDS[kind]
    text = make(max(40, size // SMALLER))
    doc = parser.parse(text)
    assert "".join(token.text_with_ws for token in doc) == text
    assert [s.start for s in doc.sents][1:] == [s.end for s in doc.sents][:-1]


@pytest.mark.parametrize("kind", KINDS)
def test_quotations_of_an_article_at_the_edges_stand_apart_or_one_in_the_other(kind: str) -> None:
    make, size = KINDS[kind]
    text = make(max(40, size // SMALLER))
    outer = [q for q in find_quotations(text) if q.level == 0]
    assert all(a.outer.end <= b.outer.start for a, b in itertools.pairwise(outer))
    assert all(0 <= q.outer.start <= q.words.start < q.words.end <= q.outer.end <= len(text) for q in outer)


def compared(parser: Parser, monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    """How often two drafts are compared while the article's statements are found."""
    asked = []

    def doubles(draft: Draft, other: Draft) -> bool:
        asked.append(draft)
        return kept(draft, other)

    kept = settle._doubles  # what is counted lies inside
    with monkeypatch.context() as patched:
        patched.setattr(settle, "_doubles", doubles)
        find_attributions(parser.parse(text), article(text))
    return len(asked)


def test_drafts_are_compared_with_their_neighbours_only(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = (compared(parser, monkeypatch, without_closers(count)) for count in (60, 120))
    assert two <= 2.3 * one


def test_no_piece_holds_a_longer_run_without_a_space_than_a_word_may_be() -> None:
    for text in (marks(5_000), same_marks(5_000), f"The road {'x' * 3_000} is open.", "x" * WORD):
        cut = [text[start:end] for start, end in pieces(text)]
        assert "".join(cut) == text
        assert not any(LONG.search(piece) for piece in cut)


def test_a_word_of_the_greatest_length_is_whole() -> None:
    assert pieces(f"The {'x' * WORD} ended.") == [(0, WORD + 11)]


def test_a_line_begins_at_its_white_space_and_a_blank_one_is_none() -> None:
    text = "\n  One.\n \t \nTwo. \n"
    assert [text[m.start() : m.end()] for m in LINE.finditer(text)] == ["  One.", "Two. "]


def test_what_stands_on_both_sides_of_a_long_blank_line_is_read(parser: Parser) -> None:
    text = blank_line(20_000)
    found = find_attributions(parser.parse(text), article(text))
    assert [text[slice(*s.source[0])] for s in found] == ["Brandt", "Lorn"]


def test_marks_that_never_close_quote_nothing() -> None:
    assert find_quotations(apostrophes(200)) == ()
