"""Positions in the brief and in the terminal: whose words, on what, since when, and what differs as wording."""

from pathlib import Path

import pytest

from dragoman import Record, compile_record
from dragoman.errors import NotInRecord
from dragoman.show import brief_html, brief_md
from dragoman.show.index import index
from dragoman.show.position_lines import show_positions
from dragoman.show.positions import issues

FIRST = """Harbour Post
14 May 2031

Norwegian Foreign Minister Astri Lindaas visited Norway's coast. “The causeway must be opened in June,” Lindaas said.

Norway said that the causeway was shut for repairs of its lamps and gates.
"""
SECOND = """Lisk Herald
20 May 2031

Norwegian Foreign Minister Astri Lindaas spoke in Norway. “The causeway must be opened in July,” Lindaas said.

Norway said that the causeway was shut for repairs of its lamps and rails.
"""
PROFILE = '[[issue]]\nname = "The causeway"\nphrases = ["causeway"]\n[[issue]]\nname = "Lamps"\nphrases = ["lamps"]\n'


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = tmp_path_factory.mktemp("positions")
    for name, text in (("1.txt", FIRST), ("2.txt", SECOND), ("profile.toml", PROFILE)):
        (folder / name).write_text(text, encoding="utf-8")
    return compile_record([folder], store=":memory:", jobs=1, profile=Path(folder / "profile.toml"))


def test_the_brief_prints_each_actors_words_newest_first(record: Record) -> None:
    section = brief_md(record).split("## Positions")[1].split("\n## ")[0]
    assert section.index("July") < section.index("June")
    assert "“The causeway must be opened in **July**”" in section
    assert "The causeway" in section.splitlines()[4]


def test_words_that_the_passage_before_has_not_are_marked_and_nothing_is_called_a_change(record: Record) -> None:
    section = brief_html(record).split('<section id="positions"')[1].split('<section id="sources"')[0]
    assert "<em>July</em>" in section
    assert "<em>June</em>" not in section
    assert not any(word in section for word in ("soften", "harden", "changed their"))


def test_every_passage_leads_to_its_place_in_the_article(record: Record) -> None:
    page = brief_html(record)
    section = page.split('<section id="positions"')[1].split('<section id="sources"')[0]
    targets = [part.split('"')[0] for part in section.split('href="#w-')[1:]]
    assert targets
    assert all(f'id="w-{target}"' in page for target in targets)


def test_issues_stand_in_the_order_of_the_profile(record: Record) -> None:
    assert [row.name for row in record.issues] == ["The causeway", "Lamps"]


def test_the_terminal_shows_one_actor_or_one_issue(record: Record) -> None:
    whole, lamps = show_positions(record).plain, show_positions(record, issue="lamps").plain
    assert "The causeway" in whole
    assert "Lamps" in lamps
    assert "The causeway\n" not in lamps
    assert "Norway\n" not in show_positions(record, actor="Astri Lindaas").plain


def test_persons_stand_under_their_state_only_where_that_is_asked_for(record: Record) -> None:
    found = issues(index(record))[0]
    assert len(found.positions) == 2
    alone = show_positions(record, issue="The causeway").plain
    together = show_positions(record, issue="The causeway", together=True).plain
    assert "  Astri Lindaas\n" in alone
    assert "  Astri Lindaas\n" not in together
    assert "Astri Lindaas, Norwegian Foreign Minister" in together


def test_an_issue_or_actor_that_is_not_there_is_named_with_what_is(record: Record) -> None:
    with pytest.raises(NotInRecord, match="no issue"):
        show_positions(record, issue="fisheries quota")
    with pytest.raises(NotInRecord, match="no actor"):
        show_positions(record, actor="Nobody Atall")


def test_a_record_without_positions_says_so() -> None:
    assert show_positions(Record()).plain.strip() == "No position was found."
    assert "## Positions" not in brief_md(Record())
