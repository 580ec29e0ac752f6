"""The arithmetic of bench/statements/processes.py, on invented articles, and that its labels hold no text."""

import json
from typing import Any

import pytest

from bench.statements.processes import (
    LABELS,
    Given,
    Outcome,
    Place,
    Speaker,
    by_row,
    figures,
    is_right,
    misses,
    scored,
    shown,
)
from dragoman import Record

TEXT = (
    "The Velmar Guard said that the pass is shut. “We will open it soon,” Ida Brandt, its head, told Lisk radio. "
    "“But not today.” Ostrand and Velmar rejected a truce. An envoy hopes that rain will come. Trade has grown."
)
GUARD = Speaker(("Velmar Guard",), ((4, 16),))


def at(words: str) -> Place:
    start = TEXT.index(words)
    return start, start + len(words)


def label(*content: str, who: tuple[str, ...] = ("Ida Brandt",), mode: str = "indirect", required: bool = True) -> Any:  # noqa: ANN401  # labels are read from JSON
    spans = [at(words) for words in content]
    return {"content": spans, "mode": mode, "required": required, "speaker": [at(name) for name in who]}


def named(name: str, *, state: bool = False) -> Speaker:
    return Speaker((name,), (), state)


PASS = label("the pass is shut", who=("The Velmar Guard",))
OPEN = label("We will open it soon", "But not today", mode="direct")
TRUCE = label("a truce", who=("Ostrand", "Velmar rejected"))
RAIN = label("rain will come", required=False)


def outcome(*given: Given, labels: tuple[Any, ...] = (PASS, OPEN, TRUCE, RAIN)) -> Outcome:
    return scored("ostrand_talks", TEXT, labels, given)


def test_a_statement_is_found_where_half_of_the_smaller_is_shared() -> None:
    assert outcome(Given((at("that the pass is shut"),))).pairs == {0: 0}
    assert outcome(Given((at("shut"),))).pairs == {0: 0}
    assert outcome(Given((at("shut. “We"),))).pairs == {0: 0}
    assert outcome(Given((at("The Velmar Guard said that the"),))).pairs == {}


def test_the_most_alike_finds_the_label_and_other_pieces_are_not_beyond() -> None:
    result = outcome(Given((at("But not"),)), Given((at("We will open it soon"), at("But not today"))))
    assert result.pairs == {1: 1}
    assert result.beyond == ()
    assert figures([result])["found"] == 1


def test_one_statement_finds_one_label() -> None:
    assert outcome(Given((at(TEXT),))).pairs.keys() == {1}


def test_a_statement_that_is_no_labels_is_beyond() -> None:
    result = outcome(Given((at("Trade has grown"),)), Given((at("rain will come"),)))
    assert result.beyond == (0,)
    assert figures([result])["beyond_percent"] == 50.0


def test_quotation_marks_and_points_count_for_nothing() -> None:
    result = outcome(Given((at("“We will open it soon,”"), at("“But not today.”"))))
    assert result.close == {1}
    assert outcome(Given((at(".” "),))).beyond == (0,)


def test_what_is_not_required_is_neither_missed_nor_found() -> None:
    without, with_it = outcome(), outcome(Given((at("rain will come"),)))
    for result in (without, with_it):
        assert (figures([result])["required"], figures([result])["found"], figures([result])["beyond"]) == (3, 0, 0)


@pytest.mark.parametrize("name", ["Ida Brandt", "Brandt", "IDA BRANDT", "Ida Brandt of Lisk"])
def test_a_speaker_is_right_by_a_name_that_holds_the_words_or_stands_in_them(name: str) -> None:
    assert is_right(TEXT, OPEN, [named(name)])


def test_a_speaker_is_right_by_a_mention_at_the_words() -> None:
    assert is_right(TEXT, PASS, [GUARD])
    assert is_right(TEXT, OPEN, [Speaker(("the head",), (at("Brandt"),))])
    assert not is_right(TEXT, OPEN, [GUARD])


def test_part_of_a_word_is_no_name() -> None:
    assert not is_right(TEXT, OPEN, [named("Bran")])


def test_a_state_is_not_every_body_that_bears_its_name() -> None:
    assert not is_right(TEXT, PASS, [Speaker(("Velmar",), (at("Velmar"),), state=True)])
    assert is_right(TEXT, label("a truce", who=("Ostrand",)), [Speaker(("Lisk",), (at("Ostrand"),), state=True)])
    assert is_right(TEXT, label("a truce", who=("Ostrand",)), [named("the Ostrand", state=True)])


def test_of_two_speakers_both_are_wanted_and_no_third() -> None:
    two = label("a truce", who=("Ostrand", "Ida Brandt"))
    ostrand, brandt = named("Ostrand", state=True), named("Brandt")
    assert is_right(TEXT, two, [brandt, ostrand])
    assert not is_right(TEXT, two, [ostrand])
    assert not is_right(TEXT, two, [brandt, ostrand, GUARD])


def test_another_reading_of_the_speaker_is_as_good_and_an_open_one_wants_none() -> None:
    either = {**OPEN, "speaker_accepts": [[at("The Velmar Guard")]]}
    assert is_right(TEXT, either, [GUARD])
    assert is_right(TEXT, {**OPEN, "speaker": None}, [])
    assert not is_right(TEXT, {**OPEN, "speaker": None}, [GUARD])


def test_the_figures_count_by_mode_and_collection_and_tell_wrong_speakers_from_open_ones() -> None:
    one = outcome(Given((at("the pass is shut"),), (GUARD,)), Given((at("But not today"),)), Given((at("Trade"),)))
    other = scored("lisk_talks", TEXT, (PASS,), [Given((at("the pass is shut"),), (named("Brandt"),))])
    assert figures([one, other]) == {
        "required": 4,
        "found": 3,
        "found_percent": 75.0,
        "found_and_cut_alike": 2,
        "shown": 4,
        "beyond": 1,
        "beyond_percent": 25.0,
        "speaker_right": 1,
        "speaker_right_percent": 33.3,
        "speaker_left_open": 1,
        "speaker_wrong": 1,
        "found_direct": "1 of 1",
        "found_indirect": "2 of 3",
        "found_lisk_talks": "1 of 1",
        "found_ostrand_talks": "2 of 3",
        "beyond_lisk_talks": "0 of 1",
        "beyond_ostrand_talks": "1 of 3",
    }


def test_nothing_given_is_nothing_found() -> None:
    assert figures([outcome()])["found_percent"] == figures([outcome()])["beyond_percent"] == 0.0


def test_misses_show_the_words() -> None:
    lines = list(misses("x1", TEXT, outcome(Given((at("the pass is shut"),)), Given((at("Trade has grown"),)))))
    assert lines == [
        "x1 speaker [], wanted 'The Velmar Guard': the pass is shut",
        "x1 missed (direct): We will open it soon ... But not today",
        "x1 missed (indirect): a truce",
        "x1 beyond: Trade has grown",
    ]


def test_shown_statements_are_read_from_a_record_by_row() -> None:
    row = {
        "doc_id": "x1",
        "text": "LISK (OST) - Ostrand’s minister Ida Brandt said that the pass is shut.\n",
    }
    (given,) = shown([row])["x1"]
    start = row["text"].index("the pass")
    assert given.content[0][0] <= start < given.content[0][1]
    assert any("Ida Brandt" in who.names for who in given.speakers)


def test_a_record_without_statements_gives_none() -> None:
    assert by_row(Record()) == {}


def test_the_labels_are_offsets_and_marks_and_no_text() -> None:
    articles = json.loads(LABELS.read_text(encoding="utf-8"))["articles"]
    assert len({article["id"] for article in articles}) == 20
    for article in articles:
        assert len(article["sha256"]) == 64
        for one in article["labels"]:
            assert one.keys() <= {*MARKS, "speaker_accepts"}
            assert one.keys() >= MARKS
            assert one["mode"] in {"direct", "mixed", "indirect"}
            assert one["content"]
            readings = [one["speaker"] or [], *one.get("speaker_accepts", [])]
            for start, end in [*one["content"], *one["cue"], *one["source"], *(s for r in readings for s in r)]:
                assert 0 <= start < end
            assert one["content"] == sorted(one["content"])
    assert all(one["speaker"] for article in articles for one in article["labels"] if one["required"])


MARKS = {"content", "cue", "source", "mode", "required", "headline", "speaker"}
