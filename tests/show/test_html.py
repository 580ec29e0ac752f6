"""The page holds what docs/brief-format.md says, whatever the articles hold."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from dragoman.model.quoted import quoted
from dragoman.model.record import Record
from dragoman.model.spans import Span, words
from dragoman.show import brief_html, brief_md, difference
from dragoman.show.phrases import phrases
from tests.show.page import Element, parse, spans
from tests.show.records import HOSTILE, NOTES, small

WORD = re.compile(r"[^\W\d_]+")


@pytest.fixture(scope="module")
def record() -> Record:
    return small()


@pytest.fixture(scope="module")
def page(record: Record) -> Element:
    return parse(brief_html(record))


def items(page: Element) -> list[Element]:
    return page.all("span", data_kind="")


def test_the_words_of_every_item_stand_at_its_spans(page: Element, record: Record) -> None:
    texts = {row.id: row.text for row in record.articles}
    checked = [item for item in items(page) if item.attributes["data-kind"] not in ("date", "count")]
    assert {item.attributes["data-kind"] for item in checked} == {"quotation", "paraphrase", "name", "place", "number"}
    for item in checked:
        assert item.text == words(texts[item.attributes["data-article"]], spans(item))


def test_marks_stand_round_quotations_alone_and_the_article_prints_them_too(page: Element, record: Record) -> None:
    texts = {row.id: row.text for row in record.articles}
    for item in items(page):
        before, after = item.around()
        is_quotation = item.attributes["data-kind"] == "quotation"
        assert before.endswith(("“", "“… ")) == is_quotation
        assert after.startswith(("”", " …”")) == is_quotation
        if is_quotation:
            assert quoted(texts[item.attributes["data-article"]], [Span(*span) for span in spans(item)])


def test_a_count_is_the_number_of_its_rows_and_each_row_is_on_the_page(page: Element) -> None:
    there = {element.attributes["data-row"] for element in page.all(data_row="")}
    counts = [item for item in items(page) if item.attributes["data-kind"] == "count"]
    assert counts
    for item in counts:
        rows = item.attributes["data-rows"].split()
        assert item.text == str(len(rows))
        assert len(set(rows)) == len(rows)
        assert set(rows) <= there


def test_a_date_has_its_days_and_an_inferred_one_its_reason(page: Element) -> None:
    dates = [item for item in items(page) if item.attributes["data-kind"] == "date"]
    assert dates
    for item in dates:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", item.attributes["data-earliest"])
        assert item.attributes["data-basis"] != "inferred" or item.attributes["title"]
    assert any("the Thursday after the meeting" in cell.text for cell in page.all("td"))


def test_every_text_stands_in_full_and_unchanged(page: Element, record: Record) -> None:
    for row in record.articles:
        (article,) = page.all("article", data_article=row.id)
        (body,) = article.all("div", **{"class": "text"})
        assert body.text == row.text
        assert hashlib.sha256(body.text.encode()).hexdigest() == article.attributes["data-text-sha256"]


def test_the_highlighted_words_are_the_statements_words(page: Element, record: Record) -> None:
    for row in record.statements:
        marks = page.all("mark", data_row=row.id)
        text = next(a.text for a in record.articles if a.id == row.article)
        shown = "".join(mark.text for mark in marks)
        assert words(text, row.content) in shown
        assert marks[0].attributes["id"] == f"w-{row.id}"


def test_every_link_inside_leads_somewhere_and_no_id_is_given_twice(page: Element) -> None:
    ids = [element.attributes["id"] for element in page.all(id="")]
    assert len(ids) == len(set(ids))
    targets = {a.attributes["href"][1:] for a in page.all("a", href="") if a.attributes["href"].startswith("#")}
    assert targets <= set(ids)


def test_two_reports_of_one_meeting_in_one_article_have_each_its_place(record: Record) -> None:
    held = record.meetings[0]
    again = replace(held.reports[0], spans=(Span(0, 12),))
    page = parse(brief_html(replace(record, meetings=(replace(held, reports=(*held.reports, again)),))))
    ids = [element.attributes["id"] for element in page.all(id="")]
    assert len(ids) == len(set(ids))
    assert {f"r-{held.id}-0", f"r-{held.id}-1"} <= set(ids)


def test_the_page_does_not_depend_on_the_order_of_sets(record: Record) -> None:
    script = (
        "import sys; from tests.show.records import small; from dragoman.show import brief_html as b, brief_md as m"
    )
    script += "; sys.stdout.buffer.write((b(small()) + m(small())).encode())"
    made = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
        ).stdout
        for path in [os.pathsep.join(sys.path)]
        for seed in ("1", "2")
    ]
    assert made[0] == made[1] == (brief_html(record) + brief_md(record)).encode()


def test_only_addresses_of_the_web_become_links(page: Element) -> None:
    outside = [a.attributes["href"] for a in page.all("a", href="") if not a.attributes["href"].startswith("#")]
    assert outside == ["https://harbour.example/1?a=1&b=2"]


def test_nothing_of_an_article_becomes_an_element_or_an_attribute(page: Element) -> None:
    assert len(page.all("script")) == 1
    assert not page.all("img")
    known = {"data-char", "data-kind", "data-row", "data-rows", "data-spans", "data-article", "data-text-sha256"}
    for element in page.all():
        assert not any(key.startswith("on") or key in ("style", "src") for key in element.attributes)
    assert known <= {key for element in page.all() for key in element.attributes}
    assert '<script>document.title="taken"</script>' in HOSTILE
    assert any('<script>document.title="taken"</script>' in article.text for article in page.all("article"))


def test_what_cannot_be_seen_is_shown_as_a_mark(page: Element) -> None:
    (article,) = [article for article in page.all("article") if "supercali" in article.text]
    marks = {mark.attributes["data-char"]: mark.children[0] for mark in article.all("b", data_char="")}
    assert marks == {"202E": "␦", "202C": "␦", "200B": "␦", "0000": "␀"}


def test_the_policy_forbids_everything_but_this_style_and_this_script(page: Element) -> None:
    (policy,) = page.all("meta", http_equiv="Content-Security-Policy")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.attributes["content"].split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        (element,) = page.all(tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"


def test_without_texts_the_page_holds_only_passages_that_it_cites(record: Record) -> None:
    html = brief_html(record, texts=False)
    page = parse(html)
    assert not page.all("div", **{"class": "text"})
    texts = {row.id: row.text for row in record.articles}
    for article in page.all("article"):
        for passage in article.all("p", **{"class": "passage"}):
            assert passage.text == words(texts[article.attributes["data-article"]], spans(passage))
    assert "Share this story" not in html
    assert "supercali" not in html
    assert "The causeway must stay open" in html
    targets = {a.attributes["href"][1:] for a in page.all("a", href="") if a.attributes["href"].startswith("#")}
    assert targets <= {element.attributes["id"] for element in page.all(id="")}


def test_without_texts_a_statement_stands_with_who_says_it(record: Record) -> None:
    page = parse(brief_html(record, texts=False))
    passages = [passage.text for passage in page.all("p", **{"class": "passage"})]
    assert "Barran said that Ostrand had agreed to meet again in June" in passages


def test_the_program_prints_only_phrases_of_the_reviewed_list(page: Element, record: Record) -> None:
    ours = {word for phrase in phrases().values() for word in WORD.findall(phrase.casefold())} | {"sha"}
    rows = [(a.outlet, a.source, a.title, *a.authors, a.text_sha256) for a in record.articles]
    rows += [(d.source, d.stage, d.reason) for d in record.dropped]
    rows += [(s.title, s.when.reason) for s in record.stories] + [(o.name,) for o in record.origins]
    rows += [(a.published.reason,) for a in record.articles] + [
        tuple(r.detail for k in record.links for r in k.reasons)
    ]
    theirs = {word for row in rows for cell in row if cell for word in WORD.findall(str(cell).casefold())}
    for element in page.all():
        if element.tag not in ("style", "script") and not _inside_item(element):
            for child in element.children:
                if isinstance(child, str):
                    assert set(WORD.findall(child.casefold())) <= ours | theirs, child


def _inside_item(element: Element | None) -> bool:
    while element:
        own = element.attributes
        if "data-kind" in own or own.get("class") in ("text", "passage", "people"):
            return True
        element = element.parent
    return False


def test_headings_follow_each_other_without_a_gap(page: Element) -> None:
    levels = [int(element.tag[1]) for element in page.all() if re.fullmatch("h[1-6]", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_names_its_columns_and_every_button_is_one(page: Element) -> None:
    for table in page.all("table"):
        assert all(cell.attributes["scope"] == "col" for head in table.all("thead") for cell in head.all("th"))
        assert all(row.all("th", scope="row") for body in table.all("tbody") for row in body.all("tr"))
    assert page.all("button")
    assert all(button.attributes["type"] == "button" for button in page.all("button"))


def test_the_first_page_has_ten_lines_at_most_and_each_leads_to_its_rows(page: Element) -> None:
    (glance,) = page.all("dl")
    lines = glance.all("dd")
    assert len(lines) <= 10
    assert all(line.all("a", **{"class": "go"}) for line in lines)
    assert [term.text for term in glance.all("dt")] == [
        phrases()[f"glance.{part}"] for part in ("happened", "said", "differs", "single", "next", "unsure", "notes")
    ]


def test_a_refusal_told_by_one_party_is_told_as_that_partys(page: Element) -> None:
    lines = [line.text for line in page.all("dd") if "meeting" in line.text and "refused" in line.text]
    assert lines
    assert all("refused, according to Tam Ruel" in line for line in lines)


def test_what_an_article_paraphrases_is_put_by_that_outlet(page: Element) -> None:
    (row,) = [row for row in page.all("li", data_row="") if "Ostrand had agreed" in row.text and row.all("button")]
    assert "as put by Harbour Post" in row.text
    assert "“" not in row.text


def test_an_empty_record_makes_a_page() -> None:
    page = parse(brief_html(Record()))
    assert len(page.all("dd")) == 5


def test_the_same_record_gives_the_same_page(record: Record) -> None:
    assert brief_html(record) == brief_html(small())


def test_a_line_break_of_another_system_is_kept(record: Record) -> None:
    text = NOTES.replace("\n", "\r\n")
    row = replace(record.articles[2], text=text, text_sha256=hashlib.sha256(text.encode()).hexdigest())
    page = parse(brief_html(Record(articles=(row,))))
    assert page.all("div", **{"class": "text"})[0].text == text


def test_a_withdrawn_passage_names_its_text_itself(record: Record) -> None:
    fewer = Record(articles=record.articles[1:])
    page = parse(brief_html(fewer, since=difference(record, fewer)))
    gone = [item for item in page.all("span", data_kind="quotation") if item.attributes.get("data-text-sha256")]
    assert gone
    old = {row.text_sha256: row.text for row in record.articles}
    for item in gone:
        assert item.text == words(old[item.attributes["data-text-sha256"]], spans(item))
