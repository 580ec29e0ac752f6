"""The section on names: every name with outlet and voice, each held against the articles; a reader's own headings."""

from dataclasses import replace
from functools import cache

import pytest

from dragoman.errors import NamesUnreadable
from dragoman.model.links import Reason, TermJoin
from dragoman.model.naming import NamingRow, TermUse, WordingRow
from dragoman.model.record import Record
from dragoman.model.spans import Place, Span
from dragoman.show import brief_html, brief_md
from dragoman.show.naming import display_names
from dragoman.show.phrases import word
from dragoman.show.terminal import show_names
from dragoman.verify import verify
from tests.show.page import parse
from tests.show.records import small


@cache
def with_names() -> Record:
    """The small record, in which two articles call a causeway by two names."""
    record = small()
    uses = []
    for row in record.articles:
        for term, voice in (("civilian and medical traffic", "quoted"), ("medical traffic alone", "attributed")):
            at = row.text.find(term)
            if at >= 0:
                uses.append(TermUse(term, voice, (record.actors[0].id,), row.id, (Span(at, at + len(term)),)))  # type: ignore[arg-type]  # one of the voices
    first = uses[0]
    join = TermJoin(first.term, uses[-1].term, Reason("said in the text", 0.9))
    naming = NamingRow(first.term, tuple(uses), "n1", None, Place(first.article, first.spans), (join,))
    wording = WordingRow(
        "w1", "Harbour Post", "ministers", 4.25, 1, 90, 2, 300, (Place(record.articles[0].id, (Span(14, 23),)),)
    )
    return replace(record, naming=(naming,), wordings=(wording,))


def test_the_small_record_has_both_names() -> None:
    assert {use.term for use in with_names().naming[0].terms} == {
        "civilian and medical traffic",
        "medical traffic alone",
    }


def test_each_name_stands_in_the_column_of_its_voice() -> None:
    table = parse(brief_html(with_names())).all("table", **{"class": "naming"})[0]
    rows = {row.all("th")[0].text: [cell.text for cell in row.all("td")] for row in table.all("tr")[1:]}
    assert list(rows) == ["civilian and medical traffic", "medical traffic alone"]
    own, quoted, attributed = rows["civilian and medical traffic"]
    assert own.strip() == attributed.strip() == ""
    assert "“civilian and medical traffic”" in quoted
    assert "medical traffic alone" in rows["medical traffic alone"][2]


def test_names_are_in_alphabetical_order_whoever_uses_them_most() -> None:
    (heading,) = [h for h in parse(brief_html(with_names())).all("h3") if h.attributes.get("id", "").startswith("h-n-")]
    assert heading.text == "civilian and medical traffic · medical traffic alone"


def test_a_readers_heading_changes_nothing_but_the_heading() -> None:
    headings = display_names('"medical traffic alone" = "lorries"')
    plain, own = (_without_references(brief_md(with_names(), headings=each)) for each in (None, headings))
    changed = [(a, b) for a, b in zip(plain, own, strict=True) if a != b]
    assert [b for _, b in changed] == ["### lorries"]


def _without_references(brief: str) -> list[str]:
    return [line.split(" [")[0] for line in brief.partition(f"## {word('md.references')}")[0].splitlines()]


@pytest.mark.parametrize("toml", ["lorries", '"a" = 1', '"a" = " "', "[names]\na = 'b'"])
def test_a_file_of_names_that_is_none_says_how_to_write_it(toml: str) -> None:
    with pytest.raises(NamesUnreadable, match="="):
        display_names(toml)


def test_verifying_finds_every_name_where_the_brief_says() -> None:
    for brief in (brief_html(with_names()), brief_html(with_names(), headings={"medical traffic alone": "lorries"})):
        assert verify(brief.encode(), None).wrong == []


def test_the_terminal_tells_names_by_voice_and_distinctive_words() -> None:
    shown = show_names(with_names()).plain
    assert f"{word('naming.quoted_head')}: " in shown
    assert "z 4.2" in shown


def test_a_record_without_names_says_so() -> None:
    assert show_names(small()).plain.strip() == word("naming.none")
    assert word("page.naming") not in brief_md(small())


def test_references_of_names_end_their_lines() -> None:
    cited = [
        line for line in brief_md(with_names()).splitlines() if "civilian and medical traffic" in line and "[" in line
    ]
    assert cited
    assert all(line.endswith("]") for line in cited)
