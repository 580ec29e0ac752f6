"""Judgements as lines of a file that people keep, merge, and sometimes damage."""

import json

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.judgement import KINDS, Judgement, Pointed, content_id
from dragoman.model.judgement_lines import dump_line, load_lines, standing
from dragoman.model.spans import Span

SPANS = st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda pair: Span(*pair)), max_size=3).map(
    tuple
)
POINTED = st.builds(
    Pointed,
    list=st.sampled_from(["articles", "statements", "actors", "meetings"]),
    text_sha256=st.text("0123456789abcdef", min_size=8, max_size=8),
    source=st.text(),
    spans=SPANS,
    words=st.text(st.characters()),  # half surrogate pairs too
    name=st.text(),
    part=SPANS,
)
JUDGEMENT = st.builds(
    Judgement,
    kind=st.sampled_from(KINDS),
    by=st.text(min_size=1),
    about=st.lists(POINTED, max_size=3).map(tuple),
    other=st.lists(POINTED, max_size=2).map(tuple),
    value=st.none() | st.text(min_size=1),
    because=st.none() | st.text(min_size=1),
    made=st.none() | st.text(min_size=1),
)
ONE = Judgement("same", "Ana", (Pointed("statements", "ab", "a.txt", (Span(0, 4),), "Žofín\u2028“x”", "said"),))


@given(st.lists(JUDGEMENT, max_size=4))
def test_what_was_written_is_read(judgements: list[Judgement]) -> None:
    read = load_lines(b"".join(map(dump_line, judgements)))
    assert read.judgements == tuple(judgements)
    assert read.troubles == ()


@given(JUDGEMENT)
def test_a_judgement_is_one_line_of_utf8_whose_id_is_its_content(judgement: Judgement) -> None:
    line = dump_line(judgement)
    assert line.count(b"\n") == 1
    fields = json.loads(line.decode("utf-8"))
    assert fields.pop("id") == content_id(fields) == judgement.id
    assert dump_line(judgement) == line


def test_keys_stand_in_a_fixed_order_and_empty_ones_are_left_out() -> None:
    assert list(json.loads(dump_line(ONE))) == ["id", "kind", "about", "by"]


@given(JUDGEMENT, st.data())
def test_any_damage_to_a_line_is_told_with_its_number_and_the_others_are_read(
    judgement: Judgement, data: st.DataObject
) -> None:
    line = dump_line(judgement)[:-1]
    at = data.draw(st.integers(0, len(line) - 1))
    damaged = line[:at] + data.draw(st.binary(max_size=3)) + line[at + data.draw(st.integers(0, 5)) :]
    pieces = damaged.split(b"\n")
    read = load_lines(dump_line(ONE) + damaged + b"\n" + dump_line(ONE))
    assert read.judgements[0] == read.judgements[-1] == ONE
    whole = read.judgements[1:-1]
    assert all(each == judgement for each in whole)  # what is read is never something else than what was written
    assert len(whole) + len(read.troubles) == sum(bool(piece.strip()) for piece in pieces)
    assert {trouble.line for trouble in read.troubles} <= {2 + n for n, _ in enumerate(pieces)}


@given(st.binary(max_size=60))
def test_no_bytes_stop_the_reading(data: bytes) -> None:
    assert load_lines(data).judgements == ()


def test_a_bracket_too_deep_a_number_too_long_and_a_constant_of_no_json_are_damage() -> None:
    lines = [b"[" * 100_000, b'{"id":' + b"9" * 5000 + b"}", b'{"id": NaN}', b"<<<<<<< HEAD", b"3"]
    assert [trouble.line for trouble in load_lines(b"\n".join(lines)).troubles] == [1, 2, 3, 4, 5]


def test_a_kind_of_a_newer_version_is_told_and_not_applied() -> None:
    fields = {"kind": "translate", "by": "Ana", "deep": {"x": [1]}}
    line = json.dumps({"id": content_id(fields), **fields}).encode()
    read = load_lines(line + b"\n" + dump_line(ONE))
    assert read.judgements == (ONE,)
    assert [(t.line, "'translate'" in t.reason) for t in read.troubles] == [(1, True)]


def test_a_key_of_a_newer_version_is_told_and_not_ignored() -> None:
    fields = {"kind": "same", "by": "Ana", "except": "on Sundays"}
    read = load_lines(json.dumps({"id": content_id(fields), **fields}).encode())
    assert not read.judgements
    assert "keys" in read.troubles[0].reason


def test_windows_line_ends_blank_lines_and_a_mark_at_the_beginning_do_no_harm() -> None:
    line = dump_line(ONE)
    assert load_lines(b"\xef\xbb\xbf" + line.replace(b"\n", b"\r\n") + b"\r\n\n" + line[:-1]) == ((ONE, ONE), ())


def undo(judgement: Judgement, why: str = "") -> Judgement:
    return Judgement("undo", "Ben", value=judgement.id, because=why or None)


def test_a_later_line_takes_an_earlier_one_back_and_may_be_taken_back_itself() -> None:
    back = undo(ONE)
    assert standing([ONE, back]) == ()
    assert standing([back, ONE]) == (ONE,)
    assert standing([ONE, back, undo(back)]) == (ONE,)
    assert standing([ONE, back, ONE]) == (ONE,)
    assert standing([ONE, ONE]) == (ONE,)
