"""Dates, differing words, the axis of time, and marked text."""

import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from itertools import chain, pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.aligned import aligned
from dragoman.model.claims import Stance
from dragoman.model.links import (
    AnswerKind,
    ConflictKind,
    DisputeKind,
    FigureRelation,
    OriginKind,
    ShiftKind,
    ShiftNote,
    TermVoice,
)
from dragoman.model.reading import (
    CommitmentStatus,
    FigurePrecision,
    InstrumentKind,
    MeetingFormat,
    MeetingKind,
    MeetingLevel,
    MeetingStatus,
    StatementKind,
)
from dragoman.model.spans import Span, words
from dragoman.model.when import UNKNOWN, When, between
from dragoman.show.cite import content, passage, shortened
from dragoman.show.claims import RANKS
from dragoman.show.dates import printed
from dragoman.show.index import index
from dragoman.show.marked import Finding, marked
from dragoman.show.phrases import phrases
from dragoman.show.pieces import plain, unmarked
from dragoman.show.scale import mark, scale
from dragoman.show.sources import safe_url
from dragoman.show.view import view
from dragoman.show.wording import differing, tokens
from tests.show.page import parse
from tests.show.records import small


def when(first: str | None, last: str | None) -> When:
    return between(first and date.fromisoformat(first), last and date.fromisoformat(last), "stated")  # type: ignore[arg-type]  # None or a day


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2031-05-14", "2031-05-14", "14 May 2031"),
        ("2031-05-01", "2031-05-31", "May 2031"),
        ("2031-05-01", "2031-06-30", "May to June 2031"),
        ("2031-12-01", "2032-01-31", "December 2031 to January 2032"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2030-01-01", "2031-12-31", "2030 to 2031"),
        ("2031-05-03", "2031-05-05", "3 to 5 May 2031"),
        ("2031-05-30", "2031-06-02", "30 May 2031 to 2 June 2031"),
        ("2031-05-14", None, "from 14 May 2031"),
        (None, "2031-05-14", "until 14 May 2031"),
        (None, None, "no date"),
    ],
)
def test_a_date_is_printed_as_sure_as_it_is(first: str | None, last: str | None, expected: str) -> None:
    assert printed(when(first, last)) == expected


def marks(*versions: str) -> list[list[str]]:
    found = differing([tokens(text, (Span(0, len(text)),)) for text in versions])
    return [[text[s:e] for s, e in places] for text, places in zip(versions, found, strict=True)]


def test_words_that_the_nearest_version_has_not_are_marked() -> None:
    left = "The road is open to purely civilian cargo."
    right = "The Road is open to exclusively civilian goods,"
    assert marks(left, right) == [["purely", "cargo"], ["exclusively", "goods"]]
    assert marks(left, right, "It’s not open")[:2] == [["purely", "cargo"], ["exclusively", "goods"]]


def test_versions_in_the_same_words_do_not_hide_the_difference_from_a_third() -> None:
    copy = "the road is open"
    assert marks(copy, copy, "the road is closed") == [["open"], ["open"], ["closed"]]


def test_words_that_matter_are_paired_before_small_ones() -> None:
    left = [
        "The",
        "rule",
        "of",
        "the",
        "Sound",
        "means",
        "the",
        "freedom",
        "of",
        "movement",
        "for",
        "purely",
        "civilian",
        "cargo",
    ]
    right = ["It", "calls", "for", "the", "free", "movement", "of", "exclusively", "civilian", "cargo"]
    unequal = [
        (left[s.left.start : s.left.stop], right[s.right.start : s.right.stop])
        for s in aligned(left, right)
        if not s.equal
    ]
    assert (["for", "purely"], ["of", "exclusively"]) in unequal


@given(st.lists(st.sampled_from(["a", "bb", "road", "of"])), st.lists(st.sampled_from(["a", "bb", "road", "of"])))
def test_stretches_cover_both_runs_in_order_and_equal_ones_are_equal(left: list[str], right: list[str]) -> None:
    found = aligned(left, right)
    assert [n for s in found for n in s.left] == list(range(len(left)))
    assert [n for s in found for n in s.right] == list(range(len(right)))
    assert all((left[s.left.start : s.left.stop] == right[s.right.start : s.right.stop]) == s.equal for s in found)
    assert all(one.equal != other.equal for one, other in pairwise(found))


def test_runs_that_are_too_long_to_weigh_are_still_aligned() -> None:
    left = [f"w{n}" for n in range(600)]
    right = ["x", *left[1:300], "y", *left[300:599], "z"]
    assert sum(len(s.left) for s in aligned(left, right) if s.equal) == 598


def test_case_punctuation_and_the_kind_of_apostrophe_make_no_difference() -> None:
    assert marks("Velmar’s road - open", "velmar's road: Open!") == [[], []]


def test_a_changed_number_or_negation_is_marked() -> None:
    assert marks("40 lorries will pass", "14 lorries will not pass") == [["40"], ["14", "not"]]


@given(st.lists(st.text(st.sampled_from("ab c,'"), max_size=12), max_size=4))
def test_marked_words_lie_in_their_version(versions: list[str]) -> None:
    for text, found in zip(versions, marks(*versions), strict=True):
        assert all(word and word in text for word in found)


@given(st.lists(st.dates(date(2000, 1, 1), date(2040, 1, 1)), max_size=8))
def test_days_stand_on_the_axis_in_their_order(days: list[date]) -> None:
    on = scale([between(day, day, "stated") for day in days])
    assert list(on.days) == sorted(set(days))
    assert list(on.places) == sorted(on.places)
    assert all(0 <= place <= 100 for place in on.places)
    labels = on.labels()
    assert all(later[0] > earlier[0] for earlier, later in pairwise(labels))


def test_an_open_side_is_drawn_to_the_edge_and_an_unknown_date_not_at_all() -> None:
    on = scale([when("2031-05-14", None)])
    drawn = mark(on, when("2031-05-14", None), sure=True)
    assert drawn
    assert (drawn.start, drawn.end) == (50.0, 100.0)
    assert mark(on, UNKNOWN, sure=True) is None


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_marking_adds_elements_and_changes_no_character(text: str, pairs: list[tuple[int, int]]) -> None:
    findings = [
        Finding(Span(start, min(end, len(text))), "mark", "q", f"w{number}", f"{number}")
        for number, (start, end) in enumerate(pairs)
        if start < min(end, len(text))
    ]
    page = parse(f"<p>{marked(text, findings)}</p>")
    assert page.text == text
    for finding in findings:
        parts = page.all("mark", data_row=finding.row)
        assert "".join(part.text for part in parts) == text[finding.span.start : finding.span.end]
        assert next(part.attributes.get("id") for part in parts) == finding.id


def test_a_mixed_statement_keeps_the_articles_own_quotation_marks() -> None:
    ix = index(small())
    (mixed,) = [row for row in ix.record.statements if row.mode == "mixed"]
    assert content(ix, mixed).text == "the patrols “a threat to\nthe peace”"
    text = ix.articles[mixed.article].text
    inner = Span(text.index("patrols"), text.index("threat to") + 6)
    assert passage(ix, mixed.article, (inner,)).kind == "paraphrase"


@pytest.mark.parametrize("limit", [10, 25, 40, 200])
def test_a_shortened_passage_is_still_words_of_the_article(limit: int) -> None:
    ix = index(small())
    for row in ix.record.statements:
        item = shortened(ix, content(ix, row), limit)
        assert item.text == words(ix.articles[row.article].text, item.spans)
        assert item.text.count("“") == item.text.count("”")
        assert not item.cut[1] or not re.match(r"\w", ix.articles[row.article].text[item.spans[-1].end])


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host/x", "", None])
def test_other_addresses_than_those_of_the_web_are_no_links(url: str | None) -> None:
    assert safe_url(url) is None


LEDGERS = (CommitmentStatus, FigurePrecision, FigureRelation)
"""What the words of undertakings and figures are named after."""


def test_every_phrase_is_used_somewhere() -> None:
    room = files("dragoman.show")
    parts = [*room.iterdir(), *(room / "templates").iterdir()]
    code = "\n".join(p.read_text(encoding="utf-8") for p in parts if p.is_file() and p.name != "phrases.toml")
    kinds = " ".join(
        (
            *get_args(MeetingStatus),
            *get_args(MeetingFormat),
            *get_args(MeetingKind),
            *get_args(InstrumentKind),
            *get_args(MeetingLevel),
            *get_args(StatementKind),
            *get_args(OriginKind),
            *(
                words.replace(" ", "_").replace("-", "_")
                for words in (
                    *chain.from_iterable(map(get_args, LEDGERS)),
                    *get_args(ShiftKind),
                    *get_args(ShiftNote),
                    *get_args(DisputeKind),
                    *get_args(AnswerKind),
                    *(f"{voice} head" for voice in get_args(TermVoice)),
                    *(f"{told}{days}" for told in ("after", "reported") for days in ("", " one", " same day")),
                    *get_args(ConflictKind),
                    *(f"{stance}{by}" for stance in get_args(Stance) for by in ("", " by")),
                    *(f"status {status}" for status in (*RANKS, "single origin")),
                )
            ),
        )
    )
    ends = {key: key.removesuffix(".one").removesuffix(".many").split(".")[-1] for key in phrases()}
    said = {key: re.sub("^(kind|none|level)_", "", end) for key, end in ends.items()}
    unused = [key for key, end in said.items() if not re.search(rf"\b{end}\b", code + kinds)]
    assert unused == []


def test_what_is_not_quoted_stands_behind_the_articles_own_verb() -> None:
    record = small()
    row = next(s for s in record.statements if s.mode == "indirect" and s.source)
    text = next(a.text for a in record.articles if a.id == row.article)
    verb = next(m for m in re.finditer(r"\w+", text) if m.end() < row.content[0].start)
    denied = replace(row, cue=(Span(*verb.span()),))
    statements = tuple(denied if s.id == row.id else s for s in record.statements)
    shown = view(replace(record, statements=statements))
    rows = [r for speaker in shown.speakers for _, group in speaker.rows for r in group if r.statement == row.id]
    rows += [r for speaker in shown.speakers for v in speaker.versions for r in v.rows if r.statement == row.id]
    assert rows
    for each in rows:
        assert plain(each.cue) == f"{verb.group()}: "


def test_quotation_marks_need_no_verb_before_them() -> None:
    record = small()
    statements = tuple(replace(s, cue=(Span(0, 3),)) for s in record.statements)
    shown = view(replace(record, statements=statements))
    rows = [row for speaker in shown.speakers for _, group in speaker.rows for row in group]
    assert {bool(row.cue) for row in rows if row.item.kind == "quotation"} == {False}
    assert {bool(row.cue) for row in rows if row.item.kind == "paraphrase"} == {True}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister: “We won” (“14 May”)", "Minister: We won (14 May)"),
        ("Talks were ‘productive’, Ostrand’s aide says", "Talks were productive, Ostrand’s aide says"),
        ('the "Post', "the Post"),
    ],
)
def test_names_titles_and_reasons_are_printed_without_quotation_marks(text: str, expected: str) -> None:
    assert unmarked(text) == expected
