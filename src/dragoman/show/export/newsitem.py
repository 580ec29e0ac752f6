"""The brief as a news item: ninjs 2 of the International Press Telecommunications Council."""

import json
import re
from typing import Any

from dragoman.model.record import Record
from dragoman.model.visible import visible
from dragoman.show.export.annotations import urn
from dragoman.show.export.prose import lines
from dragoman.show.markdown import brief_md


def newsitem_files(record: Record) -> dict[str, bytes]:
    """``brief.ninjs.json``: one item: the brief as Markdown and as plain text, and whom and which places it names."""
    return {"brief.ninjs.json": json.dumps(newsitem(record), ensure_ascii=False, indent=1).encode() + b"\n"}


def newsitem(record: Record) -> dict[str, Any]:
    """The item. Its ``uri`` is made from the brief, so that another brief is another item."""
    brief = brief_md(record)
    body, _ = lines(brief)
    plain = "\n".join(line.text for line in body[1:])
    return {
        "uri": urn("newsitem", brief),
        "type": "text",
        "representationtype": "full",
        "language": "en",
        "headlines": [{"role": "main", "contenttype": "text/plain", "value": body[0].text}],
        "bodies": [
            _body("text/markdown", brief),
            _body("text/plain", plain),
        ],
        "people": [_named(row.name, row.id) for row in record.actors if row.kind == "person"],
        "organisations": [_named(row.name, row.id) for row in record.actors if row.kind in ("body", "state")],
        "places": [{"name": visible(name)} for name in sorted({row.place for row in record.meetings if row.place})],
    }


def _body(contenttype: str, text: str) -> dict[str, Any]:
    words = len(re.findall(r"\S+", text))
    return {"role": "main", "contenttype": contenttype, "charcount": len(text), "wordcount": words, "value": text}


def _named(name: str, row: str) -> dict[str, str]:
    return {"name": visible(name), "rel": "mentioned", "literal": row}
