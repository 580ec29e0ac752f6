"""What is known about ``examples/``: labelled by hand in ``examples.json`` before it was compiled.

What the program does not find is listed there under ``limits``, with the sentence of the README that says so. A limit
that no longer holds fails too, so that the list stays true.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dragoman import Record, compile_record
from dragoman.model.record import ActorRow, ArticleRow, MeetingRow, StatementRow
from dragoman.model.spans import Span, common, covers, length
from dragoman.model.when import When

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
TRUTH: dict[str, Any] = json.loads((HERE / "examples.json").read_text(encoding="utf-8"))
LIMITS = {fact: reason for reason, facts in TRUTH["limits"].items() for fact in facts}
PENDING = set(TRUTH["pending"])
NAMES = {name: {name, *row["names"]} for row in TRUTH["actors"] for name in [row["name"]]}
Truth = dict[str, Any]


def printed(source: str) -> str:
    """The words of an article as its file holds them."""
    name, _, key = source.partition("#")
    data = (EXAMPLES / name).read_text(encoding="utf-8")
    if name.endswith(".jsonl"):
        return next(str(row["text"]) for row in map(json.loads, data.splitlines()) if row["id"] == key)
    return html.unescape(re.sub("<[^>]+>", "", data)) if name.endswith(".html") else data


def holds(fact: str, found: object) -> None:
    """A fact is found, unless the README lists it among the limits, or it is pending: then it is not."""
    if fact in PENDING:
        assert not found, f"{fact}: found, take it out of what is pending"
        pytest.skip("the street does not find it yet")
    assert bool(found) != (fact in LIMITS), f"{fact}: {'found, take it out of the limits' if found else 'not found'}"


def rows(kind: str, **with_key: bool) -> list[Any]:
    """The labelled rows of a kind that have, or lack, a key."""
    found = [row for row in TRUTH[kind] if all((key in row) is there for key, there in with_key.items())]
    return [
        pytest.param(row, id=str(row.get("id") or row.get("source") or row.get("name") or i))
        for i, row in enumerate(found)
    ]


@dataclass(frozen=True)
class Compiled:
    """The record of the examples, looked up the way the facts ask."""

    record: Record

    def article(self, source: str) -> ArticleRow:
        return next(row for row in self.record.articles if row.source == source)

    def places(self, source: str, words: Iterable[str]) -> tuple[Span, ...]:
        text = self.article(source).text
        return tuple(Span(text.index(part), text.index(part) + len(part)) for part in words)

    def statement(self, truth: Truth) -> StatementRow | None:
        """The statement whose content shares most with the labelled words, at least half of both together."""
        article, wanted = self.article(truth["article"]), self.places(truth["article"], truth["words"])
        scored = [
            (length(common(row.content, wanted)) / length((*row.content, *wanted)), row.id, row)
            for row in self.record.statements
            if row.article == article.id and row.shown
        ]
        score, _, best = max(scored, default=(0.0, "", None))
        return best if score >= 0.5 else None

    def by_label(self, label: str) -> StatementRow | None:
        return self.statement(next(row for row in TRUTH["statements"] if row["id"] == label))

    def actor(self, actor_id: str) -> ActorRow:
        return next(row for row in self.record.actors if row.id == actor_id)

    def is_actor(self, actor_id: str, name: str) -> bool:
        """Whether the actor bears one of the labelled names, and none of another labelled actor."""
        own = {bare(n) for n in (self.actor(actor_id).name, *self.actor(actor_id).names)}
        others = {bare(n) for other, names in NAMES.items() if other != name for n in names}
        return bool(own & {bare(n) for n in NAMES.get(name, {name})}) and not own & others

    def are_actors(self, actor_ids: Iterable[str], names: Iterable[str]) -> bool:
        ids, wanted = [i for i in actor_ids if self.actor(i).kind != "unnamed"], list(names)
        return len(ids) == len(wanted) and all(any(self.is_actor(i, name) for i in ids) for name in wanted)

    def meeting(self, truth: Truth) -> MeetingRow | None:
        """The meeting with the labelled status and all of the labelled participants (or, where none are, the place)."""
        for row in self.record.meetings:
            there = all(any(self.is_actor(i, name) for i in row.participants) for name in truth["participants"])
            size = not truth["participants"] or len(row.participants) == len(truth["participants"])
            place = bool(truth["participants"]) or bare(row.place or "") == bare(truth["place"])
            if (
                row.status == truth["status"]
                and there
                and size
                and place
                and self.sources(row) & set(truth["articles"])
            ):
                return row
        return None

    def sources(self, row: MeetingRow) -> set[str]:
        return {a.source for a in self.record.articles for report in row.reports if report.article == a.id}


def within(when: When, expected: object) -> bool:
    """Whether a date is the day that was labelled, or lies within the two that were, or is unknown where none was."""
    if expected is None:
        return when.earliest is when.latest is None
    days = [expected] if isinstance(expected, str) else list(expected)  # type: ignore[call-overload] # two days
    return bool(when.earliest and when.latest and days[0] <= str(when.earliest) and str(when.latest) <= days[-1])


def bare(name: str) -> str:
    return name.casefold().replace("'", "’").removeprefix("the ").strip()


@pytest.fixture(scope="module")
def compiled() -> Compiled:
    return Compiled(compile_record([EXAMPLES]))


@pytest.mark.parametrize("row", rows("statements"))
def test_every_labelled_statement_stands_in_its_article(row: Truth) -> None:
    for words in row["words"]:
        assert words in printed(row["article"])


def test_every_labelled_figure_and_furniture_line_stands_in_its_article() -> None:
    for row in [*TRUTH["figures"], *TRUTH["not_given"]]:
        assert row["words"] in printed(row["article"])
    for row in TRUTH["articles"]:
        assert [line for line in row.get("furniture", []) if line not in printed(row["source"])] == []


def test_every_article_of_the_examples_is_labelled() -> None:
    files = {row["source"].partition("#")[0] for row in TRUTH["articles"]}
    assert files | {"sources.csv", "profile.toml"} == {p.name for p in EXAMPLES.iterdir()}


def masthead() -> Iterator[Any]:
    for row in TRUTH["articles"]:
        for field in ("outlet", "title", "authors", "published", "place", "credits", "language", "read", "owner"):
            if field in row:
                yield pytest.param(row["source"], field, row[field], id=f"{field} of {row['source']}")


@pytest.mark.parametrize(("source", "field", "value"), [*masthead()])
def test_the_masthead_is_what_the_article_or_its_collection_says(
    compiled: Compiled, source: str, field: str, value: object
) -> None:
    row = compiled.article(source)
    found = getattr(row, field)
    if field == "published":
        found, value = True, within(row.published, value)
    if field in {"authors", "credits"}:
        holds(f"{field} of {source}", sorted(found) == sorted(value or []))  # type: ignore[call-overload] # lists of names
    elif field == "place":
        holds(f"{field} of {source}", bare(found or "") == bare(str(value or "")))
    else:
        holds(f"{field} of {source}", found == value)


@pytest.mark.parametrize("row", rows("articles", published_basis=True))
def test_a_date_says_how_it_is_known(compiled: Compiled, row: Truth) -> None:
    found = compiled.article(row["source"]).published
    holds(f"basis of {row['source']}", found.basis == (row["published_basis"] or "unknown"))


@pytest.mark.parametrize("row", rows("articles", furniture=True))
def test_page_clutter_is_found_and_no_statement_is_lost_to_it(compiled: Compiled, row: Truth) -> None:
    article = compiled.article(row["source"])
    for line in row["furniture"]:
        # A title that stands in the breadcrumb too is an article's title where it stands alone.
        spans = [Span(m.start(), m.end()) for m in re.finditer(f"^{re.escape(line)}$", article.text, re.MULTILINE)]
        holds(f"furniture {line}", covers(article.furniture, spans[:1]))
    for truth in TRUTH["statements"]:
        if truth["article"] == row["source"] and not truth.get("headline"):
            assert not common(article.furniture, compiled.places(row["source"], truth["words"])), truth["id"]


@pytest.mark.parametrize("row", rows("articles", absent=True))
def test_the_page_around_an_article_is_no_part_of_its_text(compiled: Compiled, row: Truth) -> None:
    article = compiled.article(row["source"])
    for words in row["absent"]:
        at = article.text.find(words)
        holds(f"absent {words}", at < 0 or covers(article.furniture, [(at, at + len(words))]))


@pytest.mark.parametrize("row", rows("actors"))
def test_an_actor_is_one_row_under_all_its_names(compiled: Compiled, row: Truth) -> None:
    ids = {a.id: a.source for a in compiled.record.articles}
    found = [a for a in compiled.record.actors if compiled.is_actor(a.id, row["name"])]
    one = len(found) == 1 and found[0].kind == row["kind"]
    there = one and set(row["articles"]) <= {ids[m.article] for m in found[0].mentions}
    country = one and ("country" not in row or found[0].country == row["country"])
    holds(f"actor {row['name']}", there and country)


@pytest.mark.parametrize("row", rows("statements", required=False))
def test_a_statement_is_found(compiled: Compiled, row: Truth) -> None:
    holds(f"statement {row['id']}", compiled.statement(row))


@pytest.mark.parametrize("row", rows("statements", required=False))
def test_a_found_statement_has_its_speaker_and_no_other(compiled: Compiled, row: Truth) -> None:
    found = compiled.statement(row)
    holds(f"speaker {row['id']}", found and compiled.are_actors(found.speakers, row["speakers"]))


@pytest.mark.parametrize("row", rows("statements", required=False))
def test_a_statement_found_is_direct_mixed_or_indirect(compiled: Compiled, row: Truth) -> None:
    found = compiled.statement(row)
    holds(f"mode {row['id']}", found and found.mode == row["mode"])


@pytest.mark.parametrize("row", rows("statements", inside=True))
def test_a_statement_inside_another_points_to_it(compiled: Compiled, row: Truth) -> None:
    found, outer = compiled.statement(row), compiled.by_label(row["inside"])
    holds(f"inside {row['id']}", found and outer and found.inside == outer.id)


@pytest.mark.parametrize("row", rows("statements", via=True))
def test_a_statement_reported_through_an_agency_says_so(compiled: Compiled, row: Truth) -> None:
    found = compiled.statement(row)
    holds(f"via {row['id']}", found and compiled.are_actors(found.via, row["via"]))


@pytest.mark.parametrize("row", rows("statements", said_on=True))
def test_a_statement_with_a_date_of_its_own_carries_it(compiled: Compiled, row: Truth) -> None:
    found = compiled.statement(row)
    day = found.said_on.day if found else None
    holds(f"said on {row['id']}", day and day.isoformat() == row["said_on"])


def test_the_articles_of_each_occasion_are_one_story(compiled: Compiled) -> None:
    sources = {a.id: a.source for a in compiled.record.articles}
    found = [{sources[a] for a in story.articles} for story in compiled.record.stories]
    for i, wanted in enumerate(TRUTH["stories"]):
        holds(f"story {i}", set(wanted) in found)


@pytest.mark.parametrize("row", rows("utterances"))
def test_the_versions_of_one_utterance_are_matched(compiled: Compiled, row: Truth) -> None:
    wanted = {s.id for label in row["renderings"] if (s := compiled.by_label(label))}
    together = [u for u in compiled.record.utterances if wanted <= {r.statement for r in u.renderings}]
    holds(f"utterance {row['what']}", len(wanted) == len(row["renderings"]) and together)


@pytest.mark.parametrize("row", rows("utterances", narrower=True))
def test_a_narrower_paraphrase_stands_beside_the_quotations(compiled: Compiled, row: Truth) -> None:
    narrow, full = (compiled.by_label(row[kind][0]) for kind in ("narrower", "renderings"))
    ids = {narrow.id, full.id} if narrow and full else {""}
    holds(
        f"narrower {row['what']}", any(ids <= {r.statement for r in u.renderings} for u in compiled.record.utterances)
    )


def test_no_two_utterances_are_taken_for_one(compiled: Compiled) -> None:
    of = {
        s.id: row["what"]
        for row in TRUTH["utterances"]
        for k in ("renderings", "narrower", "reported")
        for label in row.get(k, [])
        if (s := compiled.by_label(label))
    }
    for row in compiled.record.utterances:
        assert len({of[r.statement] for r in row.renderings if r.statement in of}) <= 1


@pytest.mark.parametrize("row", rows("origins"))
def test_what_an_article_rests_on_is_found(compiled: Compiled, row: Truth) -> None:
    sources = {a.id: a.source for a in compiled.record.articles}
    found = [
        {sources[r.article] for r in o.rests} for o in compiled.record.origins if bare(o.name) == bare(row["name"])
    ]
    holds(f"origin {row['name']}", found == [set(row["articles"])])


def test_combined_sources_credit_nobody(compiled: Compiled) -> None:
    for row in TRUTH["not_given"]:
        assert row["words"] not in {
            *compiled.article(row["article"]).credits,
            *(o.name for o in compiled.record.origins),
        }


@pytest.mark.parametrize("row", rows("meetings"))
def test_a_meeting_is_found_with_its_status_and_participants(compiled: Compiled, row: Truth) -> None:
    holds(f"meeting {row['id']}", compiled.meeting(row))


@pytest.mark.parametrize("row", rows("meetings"))
def test_a_meeting_found_has_its_day(compiled: Compiled, row: Truth) -> None:
    found = compiled.meeting(row)
    day = found.date.day.isoformat() if found and found.date.day else None
    holds(f"day of {row['id']}", found and day == row.get("date"))


@pytest.mark.parametrize("row", rows("meetings", according_to=True))
def test_what_one_side_tells_of_a_meeting_stands_on_its_word(compiled: Compiled, row: Truth) -> None:
    found = compiled.meeting(row)
    words = {i for report in found.reports for i in report.according_to} if found else set()
    holds(
        f"word for {row['id']}",
        found and any(compiled.is_actor(i, name) for i in words for name in row["according_to"]),
    )


@pytest.mark.parametrize("row", rows("figures", required=False))
def test_a_figure_has_its_value_its_unit_and_its_giver(compiled: Compiled, row: Truth) -> None:
    article = compiled.article(row["article"])
    fact = f"figure {row['words']} in {row['article']}"
    (place,) = compiled.places(row["article"], [row["words"]])
    found = [
        f
        for f in compiled.record.figures
        if f.article == article.id and f.value == row["value"] and common(f.spans, [place])
    ]
    holds(fact, found)
    holds(f"unit of {fact}", found and (found[0].unit or found[0].of or "").casefold().startswith(row["unit"][:5]))
    holds(f"giver of {fact}", found and compiled.are_actors(found[0].giver, row["giver"]))


def test_every_limit_is_written_in_the_readme() -> None:
    readme = " ".join((HERE.parent / "README.md").read_text(encoding="utf-8").split())
    assert [reason for reason in TRUTH["limits"] if reason not in readme] == []
