"""Stories alone: those of the record for a whole collection, and those of articles that come by their dates."""

import json
from pathlib import Path

import pytest

from dragoman import Readings, read
from dragoman.compare import compare
from dragoman.model.record import Made, Record
from dragoman.record import fold
from dragoman.run.judge import Person, judge
from dragoman.run.judgements import append_judgement
from dragoman.run.stories import Placed, Repaired, Story, line, streamed_stories, whole_stories
from tests.run.invented import TEMPLATE

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
ANA = Person("Ana", None, "2031-06-01T10:00:00Z")
DAYS = {"z-early": 1, "y-between": 8, "x-late": 12, "w-later": 13}


@pytest.fixture(scope="module")
def found() -> Readings:
    return read([EXAMPLES])


@pytest.fixture(scope="module")
def record(found: Readings) -> Record:
    return fold(found.articles, compare(found.articles), found.dropped, Made("0"))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Readings:
    """Four reports whose names and days run against each other, and one without a date."""
    folder = tmp_path_factory.mktemp("invented")
    for number, (name, day) in enumerate(DAYS.items(), 3):
        (folder / f"{name}.txt").write_text(TEMPLATE.format(day=day, number=number), encoding="utf-8")
    fire = "Harbour Post\n\nThe market hall of Merrin burned down. The fire brigade saved the library beside it.\n"
    (folder / "a-fire.txt").write_text(fire, encoding="utf-8")
    return read([folder], store=":memory:", attribution="rules")


def parts(stories: list[Story]) -> set[frozenset[str]]:
    return {frozenset(each.articles) for each in stories}


def test_the_stories_of_a_collection_are_those_of_its_record(found: Readings, record: Record, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").touch()
    stories, lost = whole_stories(found.articles, tmp_path / "none.jsonl")
    source = {row.id: row.source for row in record.articles}
    assert {each.story: each.articles for each in stories} == {
        row.id: tuple(source[article] for article in row.articles) for row in record.stories
    }
    assert len(stories) > 1
    assert stories == sorted(stories, key=lambda each: each.articles)
    assert lost == []


def test_the_stories_of_a_collection_follow_judgements_and_damaged_lines_are_told(
    found: Readings, record: Record, tmp_path: Path
) -> None:
    file = tmp_path / "judgements.jsonl"
    append_judgement(file, judge(record, "split", ["lisk-herald.txt"], ANA))
    append_judgement(file, judge(record, "join", ["nordvik-avis.txt", "harbour-post.txt"], ANA))
    with file.open("a", encoding="utf-8") as end:
        end.write("no judgement\n")
    stories, lost = whole_stories(found.articles, file)
    assert {"lisk-herald.txt"} in parts(stories)
    assert {"harbour-post.txt", "nordvik-avis.txt", "talks.jsonl#sound-review-causeway"} in parts(stories)
    assert [(each.stage, each.source) for each in lost] == [("judgement", "judgements.jsonl, line 3")]


def test_articles_come_in_order_of_date_and_the_undated_last(invented: Readings) -> None:
    placed = [row for row in streamed_stories(invented.articles, 80) if isinstance(row, Placed)]
    days = [(f"{name}.txt", f"2031-05-{day:02}") for name, day in DAYS.items()]
    assert [(row.article, row.date) for row in placed] == [*days, ("a-fire.txt", None)]


def test_a_repair_follows_after_so_many_articles_and_after_the_last_once(invented: Readings) -> None:
    def repairs(every: int) -> list[int]:
        return [row.repaired for row in streamed_stories(invented.articles, every) if isinstance(row, Repaired)]

    assert repairs(80) == [5]
    assert repairs(2) == [2, 4, 5]
    assert repairs(5) == [5]
    assert [*streamed_stories([], 80)] == []


def test_a_repair_says_which_article_moved_from_where_to_where(invented: Readings) -> None:
    """The second was placed with the first, and is nearer in days to those that follow."""
    rows = [*streamed_stories(invented.articles, 80)]
    assert [row.story for row in rows if isinstance(row, Placed)] == [1, 1, 2, 2, 3]
    assert json.loads(line(rows[-1])) == {
        "repaired": 5,
        "moved": [{"article": "y-between.txt", "before": 1, "after": 2}],
    }


def test_a_line_names_the_article_its_date_and_its_story(invented: Readings) -> None:
    first = next(streamed_stories(invented.articles, 80))
    assert line(first) == '{"article":"z-early.txt","date":"2031-05-01","story":1}'


def test_the_lines_that_the_readme_shows_are_those_of_the_examples(found: Readings, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").touch()
    shown = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    rows = [*streamed_stories(found.articles, 5)]
    first = line(whole_stories(found.articles, tmp_path / "none.jsonl")[0][0])
    assert f"`{first[: first.index(',', first.index('['))]},...]}}`" in shown
    assert f"`{line(rows[0])}`" in shown
    assert f"`{line(rows[5])}`" in shown


def test_after_the_last_repair_the_examples_stand_as_they_do_at_once(found: Readings, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").touch()
    home: dict[str, int] = {}
    for row in streamed_stories(found.articles, 3):
        if isinstance(row, Placed):
            home[row.article] = row.story
        else:
            home.update((each.article, each.after) for each in row.moved)
    streamed = {frozenset(each for each in home if home[each] == story) for story in home.values()}
    assert streamed == parts(whole_stories(found.articles, tmp_path / "none.jsonl")[0])
