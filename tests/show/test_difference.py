"""What is new, changed and withdrawn between two records."""

from dataclasses import replace

import pytest

from dragoman.model.instrument_rows import InstrumentRow
from dragoman.model.record import ArticleRow, Record
from dragoman.model.spans import Place, Span, Spans
from dragoman.model.when import UNKNOWN
from dragoman.show import Difference, difference
from dragoman.show.index import index
from dragoman.show.pieces import plain
from dragoman.show.since import since_parts
from tests.show.records import POST, article, day, small


@pytest.fixture(scope="module")
def record() -> Record:
    return small()


def without(record: Record, row: ArticleRow) -> Record:
    gone = {s.id for s in record.statements if s.article == row.id}
    return replace(
        record,
        articles=tuple(a for a in record.articles if a != row),
        statements=tuple(s for s in record.statements if s.article != row.id),
        utterances=tuple(
            replace(u, renderings=tuple(r for r in u.renderings if r.statement not in gone)) for u in record.utterances
        ),
        meetings=tuple(m for m in record.meetings if m.reports[0].article != row.id),
    )


def test_a_record_does_not_differ_from_itself(record: Record) -> None:
    assert difference(record, small()).nothing


def test_an_article_more_brings_its_rows(record: Record) -> None:
    courier = record.articles[1]
    found = difference(without(record, courier), record)
    assert found.articles.new == (courier.id,)
    assert set(found.statements.new) == {s.id for s in record.statements if s.article == courier.id}
    assert found.meetings.new == (record.meetings[2].id,)
    assert [each.fields for each in found.utterances.changed] == [("versions",)]
    assert not found.articles.withdrawn


def test_an_article_less_withdraws_its_rows(record: Record) -> None:
    courier = record.articles[1]
    found = difference(record, without(record, courier))
    assert found.articles.withdrawn == (courier.id,)
    assert len(found.statements.withdrawn) == 3


def moved(record: Record) -> Record:
    """The first article under another path, and a line longer at its head: every id and offset of it moves."""
    old, *rest = record.articles
    new = replace(article("moved/01.txt", "Updated\n" + POST), url=old.url, outlet=old.outlet, published=old.published)

    def later(spans: Spans) -> Spans:
        return tuple(Span(s + 8, e + 8) for s, e in spans)

    statements = [
        replace(s, id=f"moved {s.id}", article=new.id, content=later(s.content), cue=later(s.cue))
        if s.article == old.id
        else s
        for s in record.statements
    ]
    meetings = [
        replace(
            m,
            id=f"moved {m.id}",
            reports=tuple(
                replace(r, article=new.id, spans=later(r.spans)) if r.article == old.id else r for r in m.reports
            ),
        )
        for m in record.meetings
    ]
    utterances = [
        replace(
            u,
            renderings=tuple(
                replace(r, statement=f"moved {r.statement}")
                if any(s.id == f"moved {r.statement}" for s in statements)
                else r
                for r in u.renderings
            ),
        )
        for u in record.utterances
    ]
    return replace(
        record,
        articles=(new, *rest),
        statements=tuple(statements),
        meetings=tuple(meetings),
        utterances=tuple(utterances),
    )


def test_ids_and_offsets_that_moved_are_no_change(record: Record) -> None:
    found: Difference = difference(record, moved(record))
    assert [each.fields for each in found.articles.changed] == [("text",)]
    for changes in (found.statements, found.meetings, found.utterances):
        assert (changes.new, changes.changed, changes.withdrawn) == ((), (), ())


def test_the_same_text_under_another_name_is_no_change(record: Record) -> None:
    renamed = Record(articles=(replace(record.articles[0], id="x", source="b.txt"),))
    assert difference(Record(articles=record.articles[:1]), renamed).articles.new == ()


def test_a_meeting_that_is_put_off_has_changed(record: Record) -> None:
    later = replace(record.meetings[1], status="postponed", date=day(2031, 7, 1))
    found = difference(record, replace(record, meetings=(record.meetings[0], later, record.meetings[2])))
    assert [each.fields for each in found.meetings.changed] == [("status", "date")]


def test_a_fuller_name_of_a_speaker_is_no_change_but_another_speaker_is(record: Record) -> None:
    barran, ostrand, ruel, velmar = record.actors
    fuller = replace(record, actors=(replace(barran, name="Ilse Maria Barran"), ostrand, ruel, velmar))
    assert difference(record, fuller).nothing
    first = record.statements[0]
    other = replace(record, statements=(replace(first, speakers=(velmar.id,)), *record.statements[1:]))
    assert [each.fields for each in difference(record, other).statements.changed] == [("speaker",)]


def named(record: Record, *words: str) -> Record:
    """The record with a document that each article names by these words, one an article."""
    places = []
    for row, said in zip(record.articles, words, strict=False):
        start = row.text.index(said)
        places.append(Place(row.id, (Span(start, start + len(said)),)))
    made = InstrumentRow("0" * 16, words[0], "agreement", UNKNOWN, tuple(places))
    return replace(record, instruments=(made,))


def test_a_document_is_new_withdrawn_or_named_elsewhere(record: Record) -> None:
    first, second = (row.text.split()[0] for row in record.articles[:2])
    one, two = named(record, first), named(record, first, second)
    assert difference(record, one).instruments.new == (one.instruments[0].id,)
    assert difference(one, record).instruments.withdrawn == (one.instruments[0].id,)
    assert [each.fields for each in difference(one, two).instruments.changed] == [("named",)]
    assert difference(two, two).nothing


def test_a_new_document_has_a_line_that_leads_to_it(record: Record) -> None:
    one = named(record, record.articles[0].text.split()[0])
    (part,) = since_parts(index(one), difference(record, one))
    assert part.name == "new"
    assert plain(part.lines[0]).startswith("Document: ")
    (gone,) = since_parts(index(record), difference(one, record))
    assert gone.name == "withdrawn"
