"""A record in a notebook."""

import sys
from dataclasses import replace

import pytest

from dragoman.errors import PackageMissing
from tests.show.records import small


def test_the_lists_of_a_record_become_tables_with_the_fields_of_its_json() -> None:
    record = small()
    frames = record.to_frames()
    assert list(frames["statements"]["id"]) == [row.id for row in record.statements]
    assert frames["articles"]["published"][0]["earliest"] == "2031-05-14"
    assert "claims" not in frames


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(PackageMissing, match=r"dragoman\[frames\]"):
        small().to_frames()


def test_a_notebook_shows_counts_and_titles_with_nothing_of_an_article_as_markup() -> None:
    record = small()
    hostile = replace(record, stories=(replace(record.stories[0], title="<script>\u202ex"),))
    html = hostile._repr_html_()
    assert "<tr><th>articles</th><td>4</td></tr>" in html
    assert "<li>&lt;script&gt;␦x</li>" in html
