"""The first page: ten lines, on whose word, and nothing that the record does not hold."""

from dataclasses import replace

import pytest

from dragoman.model.links import OriginCount, Rest
from dragoman.model.record import MeetingReportRow, OriginRow, Record, StoryRow
from dragoman.model.spans import Place, Span
from dragoman.model.when import UNKNOWN
from dragoman.show.excerpt import sentence_around
from dragoman.show.glance import LINES
from dragoman.show.index import index
from dragoman.show.meetings import line
from dragoman.show.pieces import Cited, plain
from dragoman.show.view import View, view
from dragoman.show.wording import contrast, tokens
from tests.show.records import COURIER, POST, at, meeting, small, statement


@pytest.fixture(scope="module")
def record() -> Record:
    return small()


def lines(shown: View, part: str) -> list[str]:
    return [plain(line.pieces) for each in shown.glance if each.name == part for line in each.lines]


def test_a_meeting_ahead_stands_with_its_words_and_on_whose_word(record: Record) -> None:
    (ahead,) = lines(view(record), "next")
    assert ahead == (
        "Two-way meeting planned, according to Ilse Barran: Velmar, Ostrand; June 2031;"
        " found in 1 of the 3 articles of its story: Ostrand had agreed to meet again in June"
    )


def test_a_meeting_of_nobody_who_is_named_says_so(record: Record) -> None:
    planned = next(row for row in record.meetings if row.status == "planned")
    bare = replace(record, meetings=tuple(replace(r, participants=()) if r is planned else r for r in record.meetings))
    row = next(row for row in bare.meetings if row.id == planned.id)
    assert plain(line(index(bare), row)).endswith(": participants not named where it is told; June 2031")


def test_statements_that_one_article_alone_has_are_counted_by_outlet(record: Record) -> None:
    assert lines(view(record), "single")[0] == (
        "5 statements of 8 about occasions that several articles report: Harbour Post 2, Lisk Courier 2, 03-notes.txt 1"
    )


def test_articles_whose_dates_are_not_sure_are_named(record: Record) -> None:
    (unsure,) = lines(view(record), "unsure")
    assert "date worked out for 1 article (Lisk Courier)" in unsure
    assert "no date known for 2 articles" in unsure
    assert "1 item left out" in lines(view(record), "notes")[0]


def test_a_meeting_in_an_outlets_own_voice_and_on_anothers_word_is_held(record: Record) -> None:
    held, _, turned = record.meetings
    said = MeetingReportRow(record.articles[1].id, at(COURIER, "told reporters"), "held", turned.participants)
    both = replace(record, meetings=(replace(held, reports=(*held.reports, said)),))
    assert lines(view(both), "happened")[0].startswith("Two-way meeting held: Velmar")


def test_articles_that_rest_on_one_origin_are_said_to(record: Record) -> None:
    held = record.meetings[0]
    again = MeetingReportRow(record.articles[1].id, at(COURIER, "told reporters"), "held", ())
    one = OriginCount(1, 1, (record.origins[0].id,))
    both = replace(record, meetings=(replace(held, reports=(*held.reports, again), origins=one),))
    said = "found in 2 of the 3 articles of its story; 2 outlets, 1 origin (NSA)"
    assert said in lines(view(both), "happened")[0]
    for count, printed in (
        (OriginCount(1, 2, one.named), "2 outlets, at least one and at most two origins (NSA)"),
        (OriginCount(1, 2), "of its story"),
        (None, "of its story"),
    ):
        meeting = replace(held, reports=(*held.reports, again), origins=count)
        assert printed in lines(view(replace(record, meetings=(meeting,))), "happened")[0]


def test_an_article_says_through_whom_its_origin_reached_it_and_what_is_its_own(record: Record) -> None:
    a, norda = record.articles[0], record.origins[0]
    chained = Rest(a.id, (), Place(a.id, (Span(0, 9),)), (norda.id,))
    more = (
        OriginRow("x", "Harbour Post", "own", (Rest(a.id, (Span(0, 9),), Place(a.id, (Span(0, 9),))),)),
        OriginRow("y", "Isle Gazette", "outlet", (chained,)),
    )
    rests = view(replace(record, origins=(norda, *more))).sources[0].rests
    assert rests == ("NSA", "own reporting (in part)", "Isle Gazette, through NSA")


def test_a_version_says_on_what_its_passage_rests_and_with_whom_it_is_shared(record: Record) -> None:
    a, b, *_ = record.articles
    shared = [Rest(row.id, (Span(0, 200),), Place(row.id, (Span(0, 9),))) for row in (a, b)]
    origin = OriginRow("o", "Ministers meet in Carrow", "article", tuple(shared))
    shown = view(replace(record, origins=(*record.origins, origin)))
    rows = {row.article: row for row in shown.speakers[0].versions[0].rows}
    assert plain(rows[a.id].notes[0]) == "passage shared with Lisk Courier"
    assert plain(rows[b.id].notes[0]) == "passage shared with Harbour Post"
    assert [each.rests for each in shown.sources[:2]] == [
        ("NSA", "passage shared with Lisk Courier"),
        ("NSA (in part)", "passage shared with Harbour Post"),
    ]


def test_there_are_never_more_than_ten_lines(record: Record) -> None:
    post = record.articles[0]
    many = [
        meeting(status, UNKNOWN, record.meetings[0].participants, MeetingReportRow(post.id, ((n, n + 9),), status, ()))  # type: ignore[arg-type]  # a pair is a span
        for n in range(10)
        for status in ("held", "planned")
    ]
    full = view(replace(record, meetings=tuple(many)))
    assert sum(len(part.lines) for part in full.glance) == LINES
    assert {part.name for part in full.glance} == {"happened", "said", "differs", "single", "next", "unsure", "notes"}


def test_what_stands_on_another_statements_word_is_not_put_on_the_first_page(record: Record) -> None:
    courier = record.articles[1]
    outer = statement(courier, at(COURIER, "Velmar had refused to meet in Lisk"), record.actors[2].id)
    inner = replace(statement(courier, at(COURIER, "Velmar had refused to meet"), record.actors[3].id), inside=outer.id)
    alone = Record(
        articles=(courier,),
        actors=tuple(
            replace(a, mentions=tuple(m for m in a.mentions if m.article == courier.id)) for a in record.actors
        ),
        statements=(outer, inner),
        stories=(StoryRow("s", "One report", (courier.id,), UNKNOWN),),
    )
    assert lines(view(alone), "said") == ["Tam Ruel: Velmar had refused to meet in Lisk (as put by Lisk Courier)"]
    speakers = {plain(speaker.name): speaker for speaker in view(alone).speakers}
    (row,) = speakers["Velmar"].rows[0][1]
    assert [plain(note) for note in row.notes] == ["according to Tam Ruel"]


def test_a_difference_is_shown_with_the_words_round_it(record: Record) -> None:
    (difference,) = lines(view(record), "differs")
    assert difference == (
        "Ilse Barran, 3 versions: “The causeway must stay open for purely civilian and medical traffic” (Harbour Post);"
        " “The causeway must remain open to exclusively civilian and medical vehicles” (Lisk Courier)"
    )


def test_the_most_telling_difference_is_found() -> None:
    left = tokens(first := "They told us the road must stay open for purely civilian cargo", (Span(0, len(first)),))
    right = tokens(second := "We heard the road must stay open to exclusively civilian loads", (Span(0, len(second)),))
    found = contrast(left, right)
    assert found
    assert (found.telling, found.replaced) == (True, True)
    assert (first[slice(*found.left)], second[slice(*found.right)]) == ("for purely", "to exclusively")


def test_a_number_stands_in_its_sentence(record: Record) -> None:
    ix = index(record)
    found: Cited = sentence_around(ix, record.articles[0].id, at(POST, "40 lorries"))
    assert (found.kind, found.text) == ("paraphrase", "“We counted 40 lorries a day in April.”")
