"""Findings as annotations of their texts: the W3C Web Annotation Data Model (2017), as JSON-LD."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from urllib.parse import quote
from uuid import UUID

from dragoman.model.ids import digest
from dragoman.model.record import ArticleRow, Record
from dragoman.show.export.evidence import Evidence, evidence
from dragoman.show.export.tables import row_ids

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""So many code points before and after the words tell places with the same words apart."""
NO_FINDINGS = ("links",)
"""A link's places are those of the rows that it relates."""


def annotation_files(record: Record) -> dict[str, bytes]:
    """``annotations.jsonld``: one collection, an annotation for each field of a finding that stands somewhere."""
    items = list(annotations(record))
    named = urn("collection", *(item["id"] for item in items))
    page = {"id": urn("page", named), "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": named,
        "type": "AnnotationCollection",
        "label": "What Dragoman read",
        "total": len(items),
        "first": page,
    }
    return {"annotations.jsonld": json.dumps(collection, ensure_ascii=False).encode() + b"\n"}


def annotations(record: Record) -> Iterator[dict[str, Any]]:
    """The annotations in the record's order, for a collection that names their context.

    One of a discontinuous finding has several targets, in order.
    """
    articles = {row.article.id: row.article for row in record.instrument_texts} | {r.id: r for r in record.articles}
    people = {row.id: row.name for row in record.actors}
    named = {row.id: row.name for row in record.actors}
    named |= {row.id: ", ".join(people[who] for who in row.speakers if who in people) for row in record.statements}
    found = (each for each in evidence(record, row_ids(record)) if each.noun not in NO_FINDINGS)
    for (noun, row, field, article), spans in groupby(found, key=lambda e: (e.noun, e.id, e.field, e.article)):
        targets = list(_targets(articles[article], spans))
        yield {
            "id": urn(noun, row, field, article),
            "type": "Annotation",
            "motivation": "tagging",
            "body": list(_bodies(noun, row, field, named.get(row, ""))),
            "target": targets[0] if len(targets) == 1 else targets,
        }


def _bodies(noun: str, row: str, field: str, name: str) -> Iterator[dict[str, str]]:
    for purpose, value in (("classifying", noun), ("identifying", row), ("tagging", field), ("describing", name)):
        if value:
            yield {"type": "TextualBody", "format": "text/plain", "purpose": purpose, "value": value}


def _targets(article: ArticleRow, spans: Iterable[Evidence]) -> Iterator[dict[str, Any]]:
    text, source = article.text, _source(article)
    for each in spans:
        yield {
            "type": "SpecificResource",
            "source": source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": each.words,
                    "prefix": text[max(0, each.start - AROUND) : each.start],
                    "suffix": text[each.end : each.end + AROUND],
                },
                {"type": "TextPositionSelector", "start": each.start, "end": each.end},
            ],
        }


def _source(article: ArticleRow) -> dict[str, str]:
    """The text by its address, or by its file relative to the folder that was read."""
    known = {"id": article.url or quote(article.source, safe="/#~"), "type": "Text"}
    return known | ({"language": article.language} if article.language else {})


def urn(*parts: str) -> str:
    """A name that is the same on every machine: UUID version 8 (RFC 9562), its bits those of the digest."""
    bits = int(digest("annotation", *parts) + digest(*parts, "annotation"), 16)
    bits = bits & ~(0xF << 76) & ~(0x3 << 62) | 8 << 76 | 2 << 62
    return UUID(int=bits).urn
