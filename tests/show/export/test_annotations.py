"""Findings as W3C Web Annotations."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from dragoman.model.record import Record
from dragoman.show.export import exported
from tests.show.records import small, with_claims

IRI = {"type": "string", "pattern": r"^\S+$"}
SELECTORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "oneOf": [
            {
                "properties": {
                    "type": {"const": "TextQuoteSelector"},
                    "exact": {"type": "string", "minLength": 1},
                    "prefix": {"type": "string"},
                    "suffix": {"type": "string"},
                },
                "required": ["type", "exact"],
            },
            {
                "properties": {
                    "type": {"const": "TextPositionSelector"},
                    "start": {"type": "integer", "minimum": 0},
                    "end": {"type": "integer", "minimum": 1},
                },
                "required": ["type", "start", "end"],
            },
        ]
    },
}
TARGET = {
    "type": "object",
    "required": ["source", "selector"],
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": {"type": "object", "required": ["id"], "properties": {"id": IRI}},
        "selector": SELECTORS,
    },
}
PURPOSES = ["classifying", "identifying", "tagging", "describing"]
BODY = {
    "type": "object",
    "required": ["type", "value"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string", "minLength": 1},
        "purpose": {"enum": PURPOSES},
    },
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": PURPOSES},
        "body": {"type": "array", "minItems": 1, "items": BODY},
        "target": {"oneOf": [TARGET, {"type": "array", "minItems": 2, "items": TARGET}]},
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "label", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {"type": {"const": "AnnotationPage"}, "items": {"type": "array", "items": ANNOTATION}},
        },
    },
}
"""What the model requires (sections 3, 4.2 and 5), as far as this program uses it."""


@pytest.fixture(scope="module")
def record() -> Record:
    return with_claims(small())


@pytest.fixture(scope="module")
def collection(record: Record) -> dict[str, Any]:
    return dict(json.loads(exported(record, "annotations")["annotations.jsonld"]))


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    found = annotation["target"]
    return found if isinstance(found, list) else [found]


def value(annotation: dict[str, Any], purpose: str) -> str:
    return next((body["value"] for body in annotation["body"] if body["purpose"] == purpose), "")


def test_the_collection_has_what_the_data_model_requires(collection: dict[str, Any]) -> None:
    jsonschema.validate(collection, COLLECTION, cls=jsonschema.Draft202012Validator)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})


def test_quote_and_position_select_the_same_words_of_the_text(collection: dict[str, Any], record: Record) -> None:
    texts = {row.url or row.source: row.text for row in record.articles}
    for item in collection["first"]["items"]:
        for target in targets(item):
            quote, position = target["selector"]
            text = texts[target["source"]["id"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in text


def test_every_statement_has_an_annotation_of_its_content_that_names_who_speaks(
    collection: dict[str, Any], record: Record
) -> None:
    contents = {
        value(item, "identifying"): item
        for item in collection["first"]["items"]
        if (value(item, "classifying"), value(item, "tagging")) == ("statements", "content")
    }
    assert contents.keys() == {row.id for row in record.statements if row.content}
    names = {row.id: row.name for row in record.actors}
    for row in record.statements:
        assert value(contents[row.id], "describing") == ", ".join(names[who] for who in row.speakers)
        assert len(targets(contents[row.id])) == len(row.content)


def test_a_source_with_spaces_is_still_an_address(record: Record) -> None:
    spaced = replace(record, articles=(replace(record.articles[0], source="a b/è.txt", url=None), *record.articles[1:]))
    first = json.loads(exported(spaced, "annotations")["annotations.jsonld"])["first"]["items"][0]
    assert targets(first)[0]["source"]["id"] == "a%20b/%C3%A8.txt"
