"""What to look at first: joins by how much hangs on them."""

from dataclasses import replace

from dragoman.model.links import Decider, Reason, Ref
from dragoman.model.record import LinkRow, Record, RenderingRow, StoryRow, UtteranceRow
from dragoman.model.spans import Place
from dragoman.model.when import UNKNOWN
from dragoman.show.review import review, review_lines
from tests.show.records import article, at, statement

TEXT = "Barran: the road is open. Kolm: the gates are shut."


def link(
    kind: str, name: str, ends: str, score: float = 0.8, by: Decider = "machine", places: tuple[Place, ...] = ()
) -> LinkRow:
    left, right = ends.split()
    return LinkRow(kind, Ref(name, left), Ref(name, right), score, (Reason("words", score, "alike"),), by, places)


def told(*links: LinkRow) -> Record:
    """Four articles of one story, each with a statement of its own id; all four statements are one utterance."""
    names = "abcd"
    articles = [article(f"{name}.txt", TEXT, id=name, outlet=f"The {name.upper()}") for name in names]
    rows = [replace(statement(row, at(TEXT, "the road is open"), None), id=f"s{row.id}") for row in articles]
    utterance = UtteranceRow("u", (), tuple(RenderingRow(row.id, row.content) for row in rows))
    story = StoryRow("t", "One", tuple(names), UNKNOWN)
    return Record(
        articles=tuple(articles), statements=tuple(rows), utterances=(utterance,), stories=(story,), links=links
    )


def utterance_link(ends: str, score: float = 0.8, by: Decider = "machine") -> LinkRow:
    return link("one utterance", "statements", ends, score, by)


def test_only_links_that_hold_something_together_are_joins_to_review() -> None:
    chain = (utterance_link("sa sb", 0.9), utterance_link("sb sc", 0.8), utterance_link("sc sd", 0.7))
    found = review(told(*chain, utterance_link("sa sc", 0.6)))
    assert {(join.link.left.id, join.link.right.id) for join in found} == {("sa", "sb"), ("sb", "sc"), ("sc", "sd")}


def test_the_join_between_the_larger_sides_comes_first_and_the_less_sure_among_equals() -> None:
    found = review(told(utterance_link("sa sb", 0.9), utterance_link("sb sc", 0.8), utterance_link("sc sd", 0.7)))
    assert [(join.link.left.id, join.counts.versions, join.counts.outlets) for join in found] == [
        ("sb", 2, 2),
        ("sc", 1, 1),
        ("sa", 1, 1),
    ]


def test_what_a_person_joined_needs_no_review() -> None:
    assert review(told(utterance_link("sa sb", by="person"))) == []


def test_a_story_is_split_by_its_smaller_side() -> None:
    found = review(told(*(link("one story", "articles", ends) for ends in ("a b", "b c", "b d"))))
    assert {(join.command, join.counts) for join in found} == {
        (f"split {{record}} {name}", (1, 1, 1, 0)) for name in "acd"
    }


def test_no_more_are_listed_than_asked_for() -> None:
    found = review(told(*(utterance_link(ends) for ends in ("sa sb", "sb sc", "sc sd"))), 2)
    assert len(found) == 2


def test_each_join_is_printed_with_its_reasons_and_the_command_that_takes_it_back() -> None:
    lines = list(review_lines(review(told(utterance_link("sa sb"))), "r.json"))
    assert lines == [
        "1. one utterance, score 0.80; would change: 1 version, 1 outlet",
        "    the road is open",
        "    the road is open",
        "    why: words: alike",
        "    dragoman judge not-same r.json sa sb --by NAME",
    ]
