"""Are the meetings that most articles report right in participants, place and month, and is none there twice?

    python bench/meetings.py SHARED [--store FILE] [--draw 40] [--misses] [--freeze]

Compiles the 237 articles on one negotiation and lists the meetings of 2013 to 2015 with most reports (by the days that
the meeting or its articles bear), each with its reports in their context, to be read. What a reader found stands in
``results/meetings_marks.json`` under the places of the reports, without any text: "right", or which of participants,
place, month, twice, or none (no meeting at all) is wrong. A meeting that is told otherwise than when it was marked is
not marked.
"""

import argparse
import json
from pathlib import Path

from frozen import RESULTS, report

from dragoman import Record, compile_record
from dragoman.model.record import MeetingRow

MARKS = RESULTS / "meetings_marks.json"
FIRST, LAST = "2013-01-01", "2015-12-31"
AROUND = 100


def main() -> None:
    """Compile, list, and count what is marked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--draw", type=int, default=40)
    parser.add_argument("--store", default=":memory:")
    parser.add_argument("--misses", action="store_true", help="print those that are wrong or not marked alone")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    path = given.shared / "data" / "processes" / "iran_nuclear_talks.jsonl"
    if not path.is_file():
        parser.error(f"there is no {path}")
    record = compile_record([path], store=given.store, jobs=1)
    rows = [row for row in record.meetings if is_of_then(record, row)]
    rows.sort(key=lambda row: (-len({r.article for r in row.reports}), -len(row.reports), row.date.edtf == "", row.id))
    marks = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    drawn = rows[: given.draw]
    for number, row in enumerate(drawn, 1):
        mark = marks.get(key(record, row), "not marked")
        if not (given.misses and mark == "right"):
            print(sheet(record, row, number, mark))
    marked = [marks[key(record, row)] for row in drawn if key(record, row) in marks]
    report(
        "meetings",
        {"of 2013 to 2015": len(rows), "read": len(marked), "right": marked.count("right")}
        | {f"wrong: {kind}": marked.count(kind) for kind in sorted(set(marked) - {"right"})}
        | {"with several articles": sum(len({r.article for r in row.reports}) > 1 for row in rows)},
    )


def is_of_then(record: Record, row: MeetingRow) -> bool:
    """Whether the meeting, or an article that reports one of unknown day, is of those years."""
    published = {each.id: each.published for each in record.articles}
    days = [row.date] if row.date.edtf else [published[report.article] for report in row.reports]
    return any(
        when.earliest and when.latest and when.latest.isoformat() >= FIRST and when.earliest.isoformat() <= LAST
        for when in days
    )


def key(record: Record, row: MeetingRow) -> str:
    """What a mark is kept under: what is told of the meeting, and the places of its reports."""
    number = {each.id: each.source.rpartition("#")[2] for each in record.articles}
    places = [f"{number[r.article]}:{r.spans[0].start}-{r.spans[-1].end}" for r in row.reports]
    return " ".join([row.kind, row.status, str(len(row.participants)), row.date.edtf or "-", *sorted(places)])


def sheet(record: Record, row: MeetingRow, number: int, mark: str) -> str:
    """The meeting and its reports, each between brackets in its context."""
    names = {each.id: each.name for each in record.actors}
    articles = {each.id: each for each in record.articles}
    who = ", ".join(names[actor] for actor in row.participants)
    lines = [f"== {number}. {key(record, row)} [{mark}]", f"   {row.format} at {row.place}: {who}"]
    for each in row.reports:
        article, (start, end) = articles[each.article], (each.spans[0].start, each.spans[-1].end)
        parts = article.text[max(0, start - AROUND) : start], article.text[start:end], article.text[end : end + AROUND]
        before, words, after = (" ".join(part.split()) for part in parts)
        lines.append(f"   {article.published.edtf} {article.outlet} {each.status}: {before} [[{words}]] {after}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
