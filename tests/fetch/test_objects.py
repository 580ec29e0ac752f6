"""Articles in JSON: each object is a page or a reason."""

import io
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dragoman.fetch import fetch
from dragoman.fetch.objects import from_lines, open_lines
from dragoman.model.article import Dropped, Given, Page


def read(folder: Path, name: str, data: bytes) -> list[Page | Dropped]:
    (folder / name).write_bytes(data)
    return list(fetch([folder]))


def test_an_object_a_line_with_its_fields(tmp_path: Path) -> None:
    row = {
        "doc_id": 7, "text": "Talks.", "title": "T", "outlet": "Post", "date": "2031-05-14",
        "authors": "A. B., C. D. and E. F.", "language": "en", "url": "https://post.example/7",
    }  # fmt: skip
    (page,) = read(tmp_path, "x.jsonl", json.dumps(row).encode())
    assert isinstance(page, Page)
    assert (page.source, page.data, page.media) == ("x.jsonl#7", b"Talks.", "text")
    assert page.given == Given(
        "Post", "T", ("A. B.", "C. D.", "E. F."), "2031-05-14", "en", "https://post.example/7", None
    )


def test_a_missing_or_repeated_id_is_the_number_of_the_line(tmp_path: Path) -> None:
    lines = ['{"id":"a","text":"1"}', '{"text":"2"}', "", '{"id":"a","text":"3"}', '{"id":"2","text":"4"}']
    found = read(tmp_path, "x.jsonl", "\n".join(lines).encode())
    assert [page.source for page in found] == ["x.jsonl#a", "x.jsonl#2", "x.jsonl#4", "x.jsonl#5"]


def test_broken_lines_in_a_row_are_one_drop(tmp_path: Path) -> None:
    found = read(tmp_path, "x.jsonl", b'{"id":1,"text":"1"}\n{broken\n[1]\n{"id":2,"text":"2"}\nnull\n')
    assert [row.source for row in found if isinstance(row, Page)] == ["x.jsonl#1", "x.jsonl#2"]
    assert [row.reason for row in found if isinstance(row, Dropped)] == [
        "numbers 2 to 3: not a JSON object",
        "number 5: not a JSON object",
    ]


def test_objects_without_text_and_texts_that_are_no_unicode_are_dropped(tmp_path: Path) -> None:
    lines = [b'{"id":1}', b'{"id":2,"text":5}', b'{"id":3,"text":"\\ud800"}', b'{"id":4,"text":"\xff"}']
    found = read(tmp_path, "x.jsonl", b"\n".join(lines))
    assert [row.source for row in found] == [f"x.jsonl#{n}" for n in (1, 2, 3, 4)]
    assert [row.reason[:20] for row in found if isinstance(row, Dropped)] == [
        "the object has no te", "the object has no te", "its text is not Unic", "its text is not Unic",
    ]  # fmt: skip


def test_a_json_file_may_be_an_object_an_array_or_lines(tmp_path: Path) -> None:
    one, two = '{"id":"a",\n"text":"1"}', '{"id":"b","text":"2"}'
    for data in (f"[{one},{two}]", f"[\n{two},\n{one}]", one, f"{two}\n{two.replace('b', 'c')}\n"):
        found = read(tmp_path, "x.json", data.encode())
        assert found
        assert all(isinstance(page, Page) for page in found)
    (drop,) = read(tmp_path, "x.json", b'{"id":"a",\n"text":\n')
    assert isinstance(drop, Dropped)


def test_json_in_utf_16_is_read(tmp_path: Path) -> None:
    for name in ("x.json", "x.jsonl"):
        (page,) = read(tmp_path, name, '{"id":"ä","text":"Écho"}'.encode("utf-16"))
        assert isinstance(page, Page)
        assert page.data.decode() == "Écho"
        (tmp_path / name).unlink()


def test_deeply_nested_json_is_a_drop(tmp_path: Path) -> None:
    for name in ("x.json", "x.jsonl"):
        (drop,) = read(tmp_path, name, b"[" * 100_000)
        assert isinstance(drop, Dropped)
        (tmp_path / name).unlink()


@given(st.lists(st.one_of(st.binary(max_size=30), st.builds(lambda t: json.dumps({"text": t}).encode(), st.text()))))
def test_every_line_is_a_page_or_part_of_a_drop_and_sources_differ(lines: list[bytes]) -> None:
    found = list(from_lines(open_lines(io.BytesIO(b"\n".join(lines))), "x", Given()))
    sources = [row.source for row in found if isinstance(row, Page)]
    assert len(sources) == len(set(sources))
    for page in found:
        if isinstance(page, Page):
            page.data.decode("utf-8")
