"""``dragoman match``: two lists in, pairs out, whatever their order."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import InputNotFound
from dragoman.run.match import Line, match, read_lines, understood

LEFT = [
    Line("l1", "We shall reopen the northern line before the winter comes"),
    Line("l2", "Nobody asked the fishermen of Merrin what they want"),
    Line("l3", "Ostrand will not pay for the new boats"),
]
RIGHT = [
    Line("r1", "Ostrand is not going to pay for new boats"),
    Line("r2", "Die nördliche Linie werden wir vor dem Winter wieder öffnen"),
    Line("r3", "The storm has cut the power of the whole valley"),
]


def test_statements_are_matched_across_languages_and_the_rest_is_left_out() -> None:
    assert [(pair.left, pair.right) for pair in match(LEFT, RIGHT)] == [("l1", "r2"), ("l3", "r1")]


def test_the_order_of_the_lists_does_not_matter() -> None:
    assert match(LEFT[::-1], RIGHT[::-1]) == match(LEFT, RIGHT)


def test_an_empty_list_matches_nothing() -> None:
    assert match(LEFT, []) == match([], RIGHT) == []


def test_a_text_in_a_language_that_the_encoder_does_not_know_is_left_out() -> None:
    ukrainian = Line("u", "Ми знову відкриємо північну лінію до настання зими, сказав міністр журналістам у п’ятницю")
    assert understood([ukrainian, *LEFT]) == LEFT
    assert match([ukrainian], RIGHT) == []


def test_the_command_prints_one_object_a_line(tmp_path: Path) -> None:
    for name, lines in (("left", LEFT), ("right", RIGHT)):
        rows = [json.dumps(line._asdict()) for line in lines]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "dragoman", "match", str(tmp_path / "left.jsonl"), str(tmp_path / "right.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [set(row) for row in rows] == [{"left", "right", "score"}] * 2
    assert done.stderr == ""


@pytest.mark.parametrize("text", ["no object", '{"id": "1"}', "[1]"])
def test_a_line_that_is_no_statement_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "list.jsonl").write_text(f'{{"id": "1", "text": "One."}}\n\n{text}\n', encoding="utf-8")
    with pytest.raises(InputNotFound, match="line 3"):
        read_lines(tmp_path / "list.jsonl")


def test_a_list_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputNotFound, match="no such file"):
        read_lines(tmp_path / "none.jsonl")
