"""Statements carry their meaning, whole and sentence by sentence; articles carry their lead, names and numbers."""

import pytest

from dragoman.language.encoder import Encoder, cosines, load_encoder, matrix
from dragoman.model.article import Article, Masthead
from dragoman.model.reading import Statement
from dragoman.model.spans import Span, Spans
from dragoman.reading.vectors import lead, lead_vector, names_and_numbers, with_vectors

TEXT = (
    "“We will open the line in May. The boats are ready,” the envoy said. “Nobody was asked.”\n"
    "Ostrand rejected the idea."
)
SENTENCES = (Span(0, 30), Span(31, 68), Span(69, 88), Span(89, 115))


def spans_of(*texts: str) -> Spans:
    return tuple(Span(TEXT.index(text), TEXT.index(text) + len(text)) for text in texts)


def article(text: str, title: str | None = None, furniture: Spans = ()) -> Article:
    places: dict[str, Spans] = {}
    if title and title in text:
        places["title"] = (Span(text.index(title), text.index(title) + len(title)),)
    return Article("a", "a.txt", text, "", "", Masthead(title=title, places=places), furniture)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def statement(*texts: str) -> Statement:
    return Statement(spans_of(*texts), (), (), "direct")


def test_each_sentence_of_a_long_content_is_a_part_with_its_own_vector(encoder: Encoder) -> None:
    content = ("We will open the line in May. The boats are ready", "Nobody was asked.")
    (read,) = with_vectors(TEXT, [statement(*content)], SENTENCES, encoder)
    assert [TEXT[part.spans[0].start : part.spans[0].end] for part in read.parts] == [
        "We will open the line in May.",
        "The boats are ready",
        "Nobody was asked.",
    ]
    assert [part.vector for part in read.parts][1] == encoder.encode(["The boats are ready"])[0]
    assert read.vector == encoder.encode([" ".join(content)])[0]


def test_a_content_of_one_sentence_has_no_parts(encoder: Encoder) -> None:
    (read,) = with_vectors(TEXT, [statement("The boats are ready")], SENTENCES, encoder)
    assert read.parts == ()
    assert read.vector


def test_a_content_of_two_words_has_no_vector(encoder: Encoder) -> None:
    (read,) = with_vectors(TEXT, [statement("the idea")], SENTENCES, encoder)
    assert read.vector == b""


def test_statements_keep_their_order_and_everything_else(encoder: Encoder) -> None:
    before = [statement("The boats are ready"), statement("the idea"), statement("Nobody was asked.")]
    after = with_vectors(TEXT, before, SENTENCES, encoder)
    assert [s.content for s in after] == [s.content for s in before]
    assert with_vectors(TEXT, before[::-1], SENTENCES, encoder) == after[::-1]
    assert with_vectors(TEXT, [], SENTENCES, encoder) == ()


def test_the_lead_holds_the_title_once_and_no_furniture() -> None:
    text = "Share this\nEnvoy leaves Carrow\n\nThe envoy left on Friday."
    assert lead(article(text, "Envoy leaves Carrow", (Span(0, 10),))) == "Envoy leaves Carrow The envoy left on Friday."


def test_the_lead_ends_after_120_words() -> None:
    assert lead(article("word " * 500, "A title")) == "A title" + " word" * 120


def test_an_empty_lead_still_has_a_vector(encoder: Encoder) -> None:
    vector = lead_vector(article("\n"), encoder)
    assert cosines(matrix([vector]), matrix([vector]))[0, 0] > 0


def test_capitals_count_unless_they_only_open_sentences() -> None:
    text = "Velmar waits. The envoy of Velmar met Ilva Toren’s aide. Ministers left.\nNothing in 2031 was 3.5 per cent."
    assert names_and_numbers(article(text)) == ("2031", "3.5", "ilva", "toren", "velmar", "velmar")


def test_names_in_furniture_do_not_count() -> None:
    text = "read The Harbour Post now\nthe envoy left Lisk"
    assert names_and_numbers(article(text, furniture=(Span(0, 25),))) == ("lisk",)
