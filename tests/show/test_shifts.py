"""Shifts are shown with both places, in everyday words, and no judgement."""

from dataclasses import replace
from importlib.resources import files

from dragoman.show.html import brief_html
from dragoman.show.index import index
from dragoman.show.markdown import brief_md
from dragoman.show.pieces import plain
from dragoman.show.said import speakers, versions_of
from dragoman.show.shifts import noted
from dragoman.show.terminal import show_text
from tests.show.records import small

SCOPE = (
    "wider in one, narrower in the other: “civilian and medical traffic” (Harbour Post) "
    "and medical traffic (03-notes.txt)"
)
JUDGING = ("soften", "harden", "distort", "misquot", "twist", "manipulat", "falsif")


def test_the_shifts_of_an_utterance_stand_beside_its_versions() -> None:
    record = small()
    (shift,) = versions_of(index(record), record.utterances[0]).shifts
    assert plain(shift.line) == SCOPE
    assert shift.notes == ("may be translation", "one is a quotation, the other the outlet's own words")


def test_a_shift_between_related_statements_stands_once_under_the_speaker_of_the_first() -> None:
    found = speakers(index(small()))
    assert [(speaker.name, len(speaker.shifts)) for speaker in found if speaker.shifts] == [
        (next(s.name for s in found if "Barran" in plain(s.name)), 1)
    ]


def test_every_form_of_the_brief_has_the_shifts_with_their_notes() -> None:
    record = small()
    for text in (brief_html(record), brief_md(record), show_text(record, actor="Ilse Barran")):
        assert "wider in one, narrower in the other" in text
        assert "may be translation" in text
        assert "a negation in one of the two" in text


def test_a_shift_of_a_statement_that_the_brief_leaves_out_is_not_shown() -> None:
    record = small()
    hidden = record.shifts[0].right.statement
    statements = tuple(replace(row, shown=row.id != hidden) for row in record.statements)
    ix = index(replace(record, statements=statements))
    assert versions_of(ix, record.utterances[0]).shifts == ()


def test_a_place_in_a_headline_is_said_to_be_one() -> None:
    record = small()
    left = record.shifts[0].left.statement
    statements = tuple(replace(row, headline=row.id == left) for row in record.statements)
    (shift,) = versions_of(index(replace(record, statements=statements)), record.utterances[0]).shifts
    assert "(Harbour Post, headline)" in plain(noted(shift))


def test_no_word_of_the_program_judges_a_difference() -> None:
    record = small()
    room = files("dragoman.show")
    sources = [p.read_text(encoding="utf-8") for d in (room, room / "templates") for p in d.iterdir() if p.is_file()]
    for text in (brief_html(record), brief_md(record), show_text(record), *sources):
        assert [word for word in JUDGING if word in text.casefold()] == []
