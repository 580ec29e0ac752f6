"""The rows of a record's ledgers as the labels have them: by article, with the passages that stand in it."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bench.statements.processes import Place, Speaker, speaker
from dragoman import Record, compile_record

LEDGERS = ("meetings", "instruments", "commitments", "allegations", "figures")


class Given(NamedTuple):
    """A row as one article has it: its passages there, its actors by field, and its other values by field."""

    passages: tuple[Place, ...]
    actors: Mapping[str, tuple[Speaker, ...]]
    values: Mapping[str, Any]


Found = Iterator[tuple[str, Given]]


def given_rows(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, list[Given]]]:
    """The rows of each ledger by the row that their article was read from; compiled as a user would, from one file."""
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "articles.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        record = compile_record([file], store=":memory:")
    ids = {article.id: article.source.partition("#")[2] for article in record.articles}
    readers = (meetings, instruments, commitments, allegations, figures)
    found: dict[str, dict[str, list[Given]]] = {}
    for ledger, reader in zip(LEDGERS, readers, strict=True):
        by_article: dict[str, list[Given]] = defaultdict(list)
        for article, given in reader(record):
            by_article[ids[article]].append(given)
        found[ledger] = dict(by_article)
    return found


def actors(record: Record, article: str, **fields: Iterable[str]) -> dict[str, tuple[Speaker, ...]]:
    """The actors of each field as the article has them."""
    known = {actor.id: actor for actor in record.actors}
    return {field: tuple(speaker(known[one], article) for one in ids) for field, ids in fields.items()}


def meetings(record: Record) -> Found:
    """Each meeting once for each article that reports it."""
    for row in record.meetings:
        for article in dict.fromkeys(report.article for report in row.reports):
            reports = [report for report in row.reports if report.article == article]
            passages = tuple((start, end) for report in reports for start, end in report.spans)
            values = {"place": row.place, "earliest": row.date.earliest, "latest": row.date.latest}
            yield (
                article,
                Given(
                    passages, actors(record, article, participants=row.participants), values | {"status": row.status}
                ),
            )


def instruments(record: Record) -> Found:
    """Each mention of an instrument."""
    for row in record.instruments:
        for mention in row.mentions:
            passages = tuple((start, end) for start, end in mention.spans)
            yield mention.article, Given(passages, {}, {"row": row.id})


def commitments(record: Record) -> Found:
    """Each report of an undertaking."""
    for row in record.commitments:
        for report in row.reports:
            passages = tuple((start, end) for start, end in report.spans)
            yield (
                report.article,
                Given(passages, actors(record, report.article, actors=row.actors), {"status": report.status}),
            )


def allegations(record: Record) -> Found:
    """Each statement that accuses, with the kind of an answer that the allegation has."""
    statements = {statement.id: statement for statement in record.statements}
    for row in record.allegations:
        answer = next((answer.kind for answer in row.answers), None)
        for statement in (statements[one] for one in row.statements):
            passages = tuple((start, end) for start, end in statement.content)
            named = actors(record, statement.article, accuser=row.by, accused=row.against)
            yield statement.article, Given(passages, named, {"answer": answer})


def figures(record: Record) -> Found:
    """Each figure."""
    for row in record.figures:
        passages = tuple((start, end) for start, end in row.spans)
        named = actors(record, row.article, giver=row.giver)
        yield row.article, Given(passages, named, {"value": row.value})
