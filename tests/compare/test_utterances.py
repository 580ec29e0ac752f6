"""Renderings of one utterance are found across articles, by one speaker, whole or sentence by sentence."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from dragoman.compare.utterances import Told, find_utterances
from dragoman.language.encoder import Encoder, load_encoder
from dragoman.model.article import Article
from dragoman.model.links import ActorGroup, At
from dragoman.model.reading import Entity, Mode, ReadArticle, Reading, Statement, Timex
from dragoman.model.spans import Span
from dragoman.model.when import between
from dragoman.reading.vectors import with_vectors

TOREN, ARANDA, NOBODY = 0, 1, None
OPENS = "We shall open the northern line again before winter"
OPENED = "The northern line will be opened by us once more before the winter"
FREELY = "The northern line will soon be open"
FISH = "Nobody asked the fishermen of Merrin about it"
ASKED = "The fishermen of Merrin were not asked by anyone"
PAYS = "Ostrand will pay for forty new boats"
TUESDAY = date(2031, 5, 13)

Said = tuple[str, int | None] | tuple[str, int | None, Mode]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def article(encoder: Encoder, name: str, *said: Said, timex: Timex | None = None) -> ReadArticle:
    """An article of one line a statement; sentences end in full stops."""
    text, statements, sentences = "", [], []
    for content, speaker, *mode in said:
        start = len(text)
        for sentence in content.split(". "):
            at = text.find(sentence, start) if sentence in text[start:] else len(text)
            text += "" if sentence in text[start:] else f"{sentence}. "
            sentences.append(Span(at, at + len(sentence) + 1))
        speakers = () if speaker is None else (speaker,)
        kind: Mode = mode[0] if mode else "direct"
        spans = (Span(start, len(text) - 2),)
        statements.append(Statement(spans, (), (), kind, speakers=speakers, timex=None if timex is None else 0))
    read = with_vectors(text, statements, tuple(sentences), encoder)
    people = (Entity("person", "Ilva Toren"), Entity("person", "Pel Aranda"))
    reading = Reading("1", language="en", entities=people, statements=read, timexes=(timex,) if timex else ())
    return ReadArticle(Article(name, f"{name}.txt", text, "", ""), reading)


def told(*readings: ReadArticle) -> Told:
    ids = [read.article.id for read in readings]
    actors = [ActorGroup(tuple(At(name, person) for name in ids)) for person in (TOREN, ARANDA)]
    return find_utterances(readings, actors, combinations(ids, 2))


def shown(found: Told, readings: Sequence[ReadArticle]) -> list[list[str]]:
    texts = {read.article.id: read.article.text for read in readings}
    return [
        [" … ".join(texts[r.statement.article][s:e] for s, e in r.spans) for r in group] for group in found.utterances
    ]


def utterances(*readings: ReadArticle) -> list[list[str]]:
    return shown(told(*readings), readings)


def test_two_wordings_of_one_speaker_are_one_utterance_and_the_rest_stays_alone(encoder: Encoder) -> None:
    left = article(encoder, "a", (FISH, ARANDA), (OPENS, TOREN))
    right = article(encoder, "b", (OPENED, TOREN), (PAYS, TOREN))
    assert utterances(left, right) == [[OPENS, OPENED]]


def test_words_of_another_speaker_are_another_utterance(encoder: Encoder) -> None:
    assert utterances(article(encoder, "a", (OPENS, TOREN)), article(encoder, "b", (OPENS, ARANDA))) == []


def test_an_unresolved_speaker_may_be_the_one_but_not_two_at_once(encoder: Encoder) -> None:
    toren, nobody = article(encoder, "a", (OPENS, TOREN)), article(encoder, "b", (OPENS, NOBODY))
    aranda = article(encoder, "c", (OPENS, ARANDA))
    assert utterances(toren, nobody) == [[OPENS, OPENS]]
    assert len(utterances(toren, nobody, aranda)) == 1
    assert all(len(group) == 2 for group in utterances(toren, nobody, aranda))


def test_articles_that_are_not_compared_share_no_utterance(encoder: Encoder) -> None:
    readings = [article(encoder, "a", (OPENS, TOREN)), article(encoder, "b", (OPENS, TOREN))]
    actors = [ActorGroup((At("a", TOREN), At("b", TOREN)))]
    assert find_utterances(readings, [*actors, ActorGroup((At("a", ARANDA), At("b", ARANDA)))], []).utterances == ()


def test_one_run_of_quotation_may_hold_two_utterances(encoder: Encoder) -> None:
    long = article(encoder, "a", (f"{OPENS}. {FISH}", TOREN))
    short = article(encoder, "b", (ASKED, TOREN))
    other = article(encoder, "c", (OPENED, TOREN))
    assert utterances(long, short) == [[FISH, ASKED]]
    assert sorted(utterances(long, short, other)) == sorted([[FISH, ASKED], [f"{OPENS}.", OPENED]])


def test_quotations_of_several_sentences_are_matched_whole(encoder: Encoder) -> None:
    left = article(encoder, "a", (f"{OPENS}. {FISH}", TOREN))
    right = article(encoder, "b", (f"{OPENED}. {ASKED}", TOREN))
    assert utterances(left, right) == [[f"{OPENS}. {FISH}", f"{OPENED}. {ASKED}"]]


def test_three_articles_render_one_utterance(encoder: Encoder) -> None:
    readings = [article(encoder, name, (text, TOREN)) for name, text in zip("abc", (OPENS, OPENED, OPENS), strict=True)]
    assert utterances(*readings) == [[OPENS, OPENED, OPENS]]


def test_statements_that_say_they_were_made_on_other_days_are_two_utterances(encoder: Encoder) -> None:
    left = article(encoder, "a", (OPENS, TOREN), timex=Timex(Span(0, 2), month=5, day=3))
    right = article(encoder, "b", (OPENS, TOREN), timex=Timex(Span(0, 2), month=5, day=4))
    assert utterances(left, right) == []


def test_a_report_needs_to_be_surer_than_a_quotation(encoder: Encoder) -> None:
    modes: tuple[Mode, Mode] = ("direct", "indirect")
    quoted, reported = (
        [article(encoder, name, (text, TOREN, mode)) for name, text in (("a", OPENS), ("b", FREELY))] for mode in modes
    )
    assert utterances(*quoted) == [[OPENS, FREELY]]
    assert utterances(*reported) == []


def test_what_a_brief_leaves_out_is_no_rendering(encoder: Encoder) -> None:
    left, right = article(encoder, "a", (OPENS, TOREN)), article(encoder, "b", (OPENED, TOREN))
    hidden = tuple(replace(statement, shown=False) for statement in right.reading.statements)
    assert utterances(left, ReadArticle(right.article, replace(right.reading, statements=hidden))) == []


def test_each_rendering_is_joined_with_reasons_that_add_up(encoder: Encoder) -> None:
    found = told(article(encoder, "a", (OPENS, TOREN)), article(encoder, "b", (OPENED, TOREN)))
    (join,) = found.joins
    assert {join.left.article, join.right.article} == {"a", "b"}
    assert sum(reason.score for reason in join.reasons) == pytest.approx(join.score, abs=0.005)


def test_the_order_of_articles_does_not_matter(encoder: Encoder) -> None:
    left = article(encoder, "a", (FISH, ARANDA), (OPENS, TOREN))
    right = article(encoder, "b", (OPENED, TOREN), (PAYS, TOREN))
    assert told(left, right).utterances == told(right, left).utterances


def test_an_utterance_grows_by_no_contrary_wording(encoder: Encoder) -> None:
    nine, again, four = (f"Ostrand will pay for {number}new boats before winter" for number in ("nine ", "9 ", "four "))
    bare = "Ostrand will pay for new boats before winter"
    readings = [
        article(encoder, name, (text, TOREN)) for name, text in zip("abcd", (nine, again, bare, four), strict=True)
    ]
    (group, *others) = sorted(utterances(*readings), key=len, reverse=True)
    assert nine in group
    assert four not in group
    assert others == []


def test_statements_made_on_other_days_by_their_own_words_are_two_utterances(encoder: Encoder) -> None:
    left, right = article(encoder, "a", (OPENS, TOREN)), article(encoder, "b", (OPENS, TOREN))
    actors = [ActorGroup(tuple(At(name, person) for name in "ab")) for person in (TOREN, ARANDA)]

    def found(other: date) -> int:
        said = {At("a", 0): between(TUESDAY, TUESDAY, "stated"), At("b", 0): between(other, other, "stated")}
        return len(find_utterances([left, right], actors, [("a", "b")], said).utterances)

    assert found(TUESDAY) == 1
    assert found(TUESDAY + timedelta(2)) == 0


def test_a_translation_renders_the_utterance_where_the_encoder_knows_its_language(encoder: Encoder) -> None:
    german = article(encoder, "b", ("Wir werden die Nordlinie vor dem Winter wieder öffnen", TOREN))
    for language, found in (("de", 1), ("fi", 0)):
        other = ReadArticle(german.article, replace(german.reading, language=language))
        assert len(utterances(article(encoder, "a", (OPENS, TOREN)), other)) == found


def test_half_of_a_sentence_is_a_rendering_of_it(encoder: Encoder) -> None:
    whole = f"{OPENS}, and the boats of Merrin will be let through"
    found = utterances(article(encoder, "a", (whole, TOREN)), article(encoder, "b", (OPENS, TOREN)))
    assert found == [[whole, OPENS]]


def test_a_quotation_and_a_report_render_one_utterance(encoder: Encoder) -> None:
    said = article(encoder, "a", (OPENS, TOREN))
    told = article(encoder, "b", ("they would open the northern line again before winter", TOREN, "indirect"))
    assert len(utterances(said, told)) == 1
