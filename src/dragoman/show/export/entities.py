"""Actors, meetings and articles as followthemoney entities, made and checked by its library."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.errors import PackageMissing
from dragoman.model.record import ActorRow, ArticleRow, MeetingRow, Record
from dragoman.model.visible import visible
from dragoman.show.export.calendar import meeting_title
from dragoman.show.index import Index, index

SCHEMATA = {"person": "Person", "state": "PublicBody", "body": "Organization"}
"""Which kinds of actors are entities; groups and those without a name are none that others could know again."""


def entity_files(record: Record) -> dict[str, bytes]:
    """``entities.ftm.json``: an entity a line. Values that its schema does not allow are left out by the library.

    Raises:
        PackageMissing: followthemoney is not installed.
    """
    model, ix = load_model(), index(record)
    made = [_made(model, *parts) for parts in _all(ix)]
    lines = (json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n" for each in made)
    return {"entities.ftm.json": "".join(lines).encode()}


def load_model() -> Any:  # noqa: ANN401  # the library's model, whose types are not there without it
    """The library's model: its schemata.

    Raises:
        PackageMissing: it is not installed.
    """
    try:
        from followthemoney import model
    except ImportError as error:
        raise PackageMissing("entities need followthemoney; install it with `pip install 'dragoman[ftm]'`") from error
    return model


def _made(model: Any, schema: str, name: str, values: dict[str, Iterable[str | None]]) -> dict[str, Any]:  # noqa: ANN401  # as above
    entity = model.make_entity(schema)
    entity.id = name
    for key, given in values.items():
        entity.add(key, sorted({visible(value) for value in given if value}))
    found: dict[str, Any] = entity.to_dict()
    return found | {"properties": {key: sorted(each) for key, each in found["properties"].items()}}


def _all(ix: Index) -> Iterator[tuple[str, str, dict[str, Iterable[str | None]]]]:
    for article in ix.record.articles:
        yield "Article", article.id, _article(article)
    for actor in ix.record.actors:
        if actor.kind in SCHEMATA:
            yield SCHEMATA[actor.kind], actor.id, _actor(actor)
    for meeting in ix.record.meetings:
        yield "Event", meeting.id, _meeting(ix, meeting)


def _article(row: ArticleRow) -> dict[str, Iterable[str | None]]:
    return {
        "title": [row.title],
        "fileName": [row.source],
        "author": row.authors,
        "publisher": [row.outlet],
        "publishedAt": [row.published.day.isoformat() if row.published.day else None],
        "language": [row.language],
        "sourceUrl": [row.url],
        "bodyText": [row.text],
    }


def _actor(row: ActorRow) -> dict[str, Iterable[str | None]]:
    known: dict[str, Iterable[str | None]] = {
        "name": [row.name],
        "alias": [name for name in row.names if name != row.name],
        "country": [row.country],
        "proof": [mention.article for mention in row.mentions],
    }
    return known | ({"position": row.offices} if row.kind == "person" else {})


def _meeting(ix: Index, row: MeetingRow) -> dict[str, Iterable[str | None]]:
    first, last = row.date.earliest, row.date.latest
    known = [actor for actor in row.participants if ix.actors[actor].kind in SCHEMATA]
    hosts = [actor for actor in row.hosts if ix.actors[actor].kind in SCHEMATA]
    return {
        "name": [meeting_title(ix, row)],
        "startDate": [first.isoformat() if first and last else None],
        "endDate": [last.isoformat() if first and last else None],
        "location": [row.place],
        "involved": known,
        "organizer": hosts,
        "summary": [ix.words(report.article, report.spans) for report in row.reports],
        "proof": [report.article for report in row.reports],
    }
