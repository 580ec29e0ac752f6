"""The brief as a ninjs 2 news item."""

import json
from typing import Any

import jsonschema

from dragoman.show.export import exported
from dragoman.show.markdown import brief_md
from tests.show.records import small, with_claims


def objects(required: list[str], **kinds: str) -> dict[str, Any]:
    properties = {name: {"type": kind} for name, kind in kinds.items()}
    items = {"type": "object", "required": required, "additionalProperties": False, "properties": properties}
    return {"type": "array", "items": items}


TEXTS = {"role": "string", "contenttype": "string", "value": "string"}
NAMED = {"name": "string", "rel": "string", "uri": "string", "literal": "string"}
NEWSITEM = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {
        "uri": {"type": "string", "pattern": r"^urn:uuid:[0-9a-f-]{36}$"},
        "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component"]},
        "representationtype": {"enum": ["full", "partial"]},
        "language": {"type": "string"},
        "headlines": objects(["value"], **TEXTS),
        "bodies": objects(["value"], charcount="number", wordcount="number", **TEXTS),
        "people": objects([], **NAMED),
        "organisations": objects([], **NAMED),
        "places": objects([], **NAMED),
    },
}
"""What the standard says of the properties that this program writes."""
RECORD = with_claims(small())


def read() -> dict[str, Any]:
    return dict(json.loads(exported(RECORD, "ninjs")["brief.ninjs.json"]))


def test_the_item_has_the_properties_of_the_standard_and_no_others() -> None:
    jsonschema.validate(read(), NEWSITEM, cls=jsonschema.Draft202012Validator)


def test_its_body_is_the_brief_and_its_people_are_the_records() -> None:
    item = read()
    assert item["bodies"][0]["value"] == brief_md(RECORD)
    assert item["headlines"][0]["value"].startswith("Brief: ")
    assert [each["literal"] for each in item["people"]] == [row.id for row in RECORD.actors if row.kind == "person"]
    assert "\nWhat was said\n" in item["bodies"][1]["value"]
    assert "\n#" not in item["bodies"][1]["value"]


def test_the_same_record_gives_the_same_item() -> None:
    assert read() == read()
