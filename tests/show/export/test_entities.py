"""Actors, meetings and articles as followthemoney entities, checked by its library."""

import json
import sys
from typing import Any

import pytest

from dragoman.errors import PackageMissing
from dragoman.show.export import exported
from tests.show.records import small

RECORD = small()


@pytest.fixture(name="model", scope="module")
def _model() -> Any:  # noqa: ANN401  # the library's model, whose types are not there without it
    """The library's model; it is an extra of its own, which needs a compiler."""
    return pytest.importorskip("followthemoney").model


def entities() -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in exported(RECORD, "ftm")["entities.ftm.json"].splitlines()]
    return {each["id"]: each for each in found}


def test_the_library_finds_every_entity_valid_and_reads_it_as_it_was_written(model: Any) -> None:  # noqa: ANN401  # as above
    for each in entities().values():
        schema = model.get(each["schema"])
        assert schema is not None
        assert set(schema.required) <= each["properties"].keys()
        assert not schema.validate({"properties": each["properties"]})
        again = model.get_proxy(each).to_dict()["properties"]
        assert {key: sorted(values) for key, values in again.items()} == each["properties"]


@pytest.mark.usefixtures("model")
def test_every_article_meeting_and_named_actor_is_one_entity() -> None:
    found = entities()
    assert {i for i, each in found.items() if each["schema"] == "Article"} == {row.id for row in RECORD.articles}
    assert {i for i, each in found.items() if each["schema"] == "Event"} == {row.id for row in RECORD.meetings}
    people = {row.id for row in RECORD.actors if row.kind == "person"}
    assert {i for i, each in found.items() if each["schema"] == "Person"} == people


@pytest.mark.usefixtures("model")
def test_a_meeting_leads_to_its_participants_and_to_the_articles_that_report_it() -> None:
    found = entities()
    for row in RECORD.meetings:
        properties = found[row.id]["properties"]
        assert set(properties["proof"]) == {report.article for report in row.reports}
        assert set(properties.get("involved", [])) <= set(row.participants) & found.keys()
        assert row.status in properties["name"][0]


@pytest.mark.usefixtures("model")
def test_the_same_record_gives_the_same_entities() -> None:
    assert exported(RECORD, "ftm") == exported(RECORD, "ftm")


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(PackageMissing, match=r"dragoman\[ftm\]"):
        exported(RECORD, "ftm")
