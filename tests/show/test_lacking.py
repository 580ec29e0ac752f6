"""What is not in an article, on the page: only what the record knows, and each number with its rows."""

from dataclasses import replace

import pytest

from dragoman.model.links import Lacking, OriginCount
from dragoman.model.record import DisputeRow, DisputeSide, Record, RenderingRow
from dragoman.model.spans import Place, Span
from dragoman.show import brief_html, brief_md
from dragoman.show.pieces import plain
from dragoman.show.terminal import show_text
from dragoman.show.view import view
from tests.show.page import parse
from tests.show.records import HOSTILE, at, small


@pytest.fixture(scope="module")
def record() -> Record:
    return small()


def lacking(record: Record, *rows: Lacking) -> Record:
    return replace(record, utterances=(replace(record.utterances[0], lacking=rows),))


def part(record: Record, name: str) -> list[str]:
    return [plain(line.pieces) for each in view(record).glance if each.name == name for line in each.lines]


@pytest.mark.parametrize(
    ("why", "printed"),
    [
        ("absent", "not in this article: Outlet"),
        ("unread", "unread: Outlet"),
        ("earlier", "older, or which is older is not known: Outlet"),
        ("undated", "older, or which is older is not known: Outlet"),
    ],
)
def test_each_reason_has_its_words_and_only_one_says_that_it_is_not_there(
    record: Record, why: str, printed: str
) -> None:
    plainly = replace(record, articles=(*record.articles[:3], replace(record.articles[3], outlet="Outlet")))
    known = lacking(plainly, Lacking(record.articles[3].id, why))  # type: ignore[arg-type]  # one of the reasons
    (item,) = [each for each in parse(brief_html(known)).all("ul") if each.attributes.get("class") == "lacking"]
    assert item.text.strip() == printed
    assert [link.attributes["href"] for link in item.all("a")] == [f"#a-{record.articles[3].id}"]
    for text in (brief_md(known), show_text(known, actor="Ilse Barran")):
        assert printed in text
        assert ("not in this article" in text) == (why == "absent")


def test_what_is_perhaps_the_same_is_cited(record: Record) -> None:
    there = Place(record.articles[3].id, at(HOSTILE, "Read [this]"))
    (line,) = view(lacking(record, Lacking(there.article, "near", there))).speakers[0].versions[0].lacking
    assert plain(line).startswith("perhaps, in other words: “Read [this]”")


def test_participants_without_words_stand_below_their_meeting(record: Record) -> None:
    held, *others = record.meetings
    known = replace(record, meetings=(replace(held, unheard=held.participants[1:]), *others))
    for text in (brief_html(known), brief_md(known), show_text(known, story=record.stories[0].id)):
        assert "no words read of" in text


def test_the_same_words_from_several_origins_are_common_ground(record: Record) -> None:
    held = replace(record.meetings[0], origins=OriginCount(2, 2))
    differing = replace(record.utterances[0], origins=held.origins)
    known = replace(record, meetings=(held, *record.meetings[1:]), utterances=(differing,))
    assert part(known, "common") == ["1 meeting reported as held from several independent origins"]
    alike = {record.articles[n].id: at(record.articles[n].text, "civilian and medical") for n in (0, 1)}
    cut = [replace(r, spans=alike[each]) for r, each in zip(differing.renderings[:2], alike, strict=True)]
    (line,) = part(replace(known, utterances=(replace(differing, renderings=tuple(cut)),), shifts=()), "common")
    assert line.startswith("1 utterance in the same words from several independent origins; 1 meeting")
    assert line.endswith("among them Ilse Barran: “civilian and medical” (Harbour Post, Lisk Courier)")
    assert part(record, "common") == []


def test_what_rests_on_one_origin_is_counted_and_the_origin_named(record: Record) -> None:
    one = OriginCount(1, 1, (record.origins[0].id,))
    known = replace(record, utterances=(replace(record.utterances[0], origins=one),))
    assert part(known, "origin") == ["1 utterance of 1 in several outlets (NSA)"]
    assert part(record, "origin") == []


def test_a_dispute_is_printed_with_each_sides_words(record: Record) -> None:
    barran, ruel = (next(s for s in record.statements if s.speakers == (record.actors[n].id,)) for n in (0, 2))
    sides = tuple(DisputeSide(each.speakers, (each.id,), ()) for each in (barran, ruel))
    (line,) = part(replace(record, disputes=(DisputeRow("d", "", sides),)), "contested")
    assert line.startswith("Ilse Barran: ")
    assert "; Tam Ruel: " in line


def test_a_statement_that_renders_an_utterance_twice_is_counted_once(record: Record) -> None:
    first, second, _ = record.utterances[0].renderings
    start, end = first.spans[0]
    halves = [RenderingRow(first.statement, (span,)) for span in (Span(start, start + 30), Span(start + 31, end))]
    twice = replace(record, utterances=(replace(record.utterances[0], renderings=(*halves, second)),))
    counts = [
        item.attributes["data-rows"].split()
        for item in parse(brief_html(twice)).all("span", data_kind="")
        if item.attributes["data-kind"] == "count"
    ]
    assert all(len(rows) == len(set(rows)) for rows in counts)
