"""A brief that was changed by hand is found out, whatever was changed."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dragoman.model.record import StoryRow
from dragoman.model.when import When
from dragoman.show import brief_html, brief_md
from dragoman.verify import Report, verify
from tests.verify.record import ARTICLE, COPIES, RECORD, TEXT, at

STORY = StoryRow("t", "Carrow", (ARTICLE,), When(date(2031, 5, 14), date(2031, 5, 14), "2031-05-14", "inferred"))
HELD = replace(
    RECORD,
    stories=(STORY,),
    statements=tuple(replace(row, speakers=("b",), speakers_basis="named") for row in RECORD.statements),
)
PAGE, NOTES = brief_html(HELD), brief_md(HELD)


def verified(text: str) -> Report:
    return verify(text.encode(), COPIES)


@pytest.mark.parametrize("text", [PAGE, NOTES, brief_html(HELD, texts=False)], ids=["html", "md", "no texts"])
def test_a_brief_as_it_was_made_holds(text: str) -> None:
    report = verified(text)
    assert report.wrong == []
    assert report.status == 0
    for kind in ("quotation", "paraphrase", "name", "number", "date"):
        assert report.checked[kind], kind


def changed(text: str, pattern: str, by: str) -> str:
    """The text with the first place that fits the pattern replaced."""
    new, times = re.subn(pattern, by, text, count=1, flags=re.DOTALL)
    assert times == 1
    assert new != text
    return new


ITEM = r'(data-kind="{}"[^>]*>(?:<[^>]*>)*)'
PAGE_CHANGES = {
    "a word of a quotation": (ITEM.format("quotation") + "The causeway", r"\1A causeway", "is not at"),
    "a word of a paraphrase": (ITEM.format("paraphrase") + "1,200 lorries", r"\1Some lorries", "is not at"),
    "a number": (ITEM.format("number") + "1,200", r"\g<1>1,300", "is not at"),
    "a name": (ITEM.format("name") + "Ilse Barran", r"\1Ilse Carran", "is not at"),
    "the printed date": (ITEM.format("date") + "14 May 2031", r"\g<1>15 May 2031", "is not the day"),
    "the date's day": (r'data-earliest="2031-05-14"', 'data-earliest="2031-05-13"', "is not the day"),
    "the date and its day": (
        r'data-earliest="2031-05-14" data-latest="2031-05-14"( data-basis="stated"[^>]*)>14 May',
        r'data-earliest="2031-05-15" data-latest="2031-05-15"\1>15 May',
        "do not say",
    ),
    "a span": (r'(data-kind="quotation"[^>]*data-spans=")(\d+)-', r"\g<1>20-", "is not at"),
    "a span beyond the text": (r'(data-kind="quotation"[^>]*data-spans=")(\d+)-\d+', r"\g<1>\2-9999", "not a place"),
    "a span taken away": (r'(data-kind="name"[^>]*) data-spans="[\d,-]+"', r"\1", "has no place"),
    "the kind of a paraphrase": (r'data-kind="paraphrase"', 'data-kind="quotation"', "not stand between"),
    "an unknown kind": (r'data-kind="name"', 'data-kind="opinion"', "not known"),
    "an unknown article": (r'(data-kind="name" data-article=")[^"]+', r"\1elsewhere", "names no article"),
    "marks round a paraphrase": (r'(<span[^>]*data-kind="paraphrase".*?</span>)', r"“\1”", "not marked as a quotation"),
    "a mark before a paraphrase": (r'(<span[^>]*data-kind="paraphrase")', r"“\1", "beside words"),
    "guillemets round a paraphrase": (r'(<span[^>]*data-kind="paraphrase".*?</span>)', r"«\1»", "not marked"),
    "an invented quotation": (
        r"<p class=\"words",
        '<p>“We give nothing away,” he said.</p><p class="words',
        "no article",
    ),
    "a count": (r'(data-kind="count"[^>]*>)(\d+)', r"\g<1>7\2", "is printed for"),
    "a count's rows": (r'(data-kind="count"[^>]*data-rows=")[^" ]+', r"\1nothing", "not in the file"),
    "the text of an article": (r'(<div class="text">.*?)lorries', r"\1tanks", "text of the copy"),
}


@pytest.mark.parametrize(("pattern", "by", "said"), PAGE_CHANGES.values(), ids=PAGE_CHANGES)
def test_a_change_of_the_page_is_found_out(pattern: str, by: str, said: str) -> None:
    report = verified(changed(PAGE, pattern, by))
    assert report.status == 1
    assert any(said in line for line in report.wrong), report.wrong


NOTES_CHANGES = {
    "a word of a quotation": ("“The causeway stays", "“A causeway stays", "is not on the line"),
    "a word of a paraphrase": ("1,200 lorries had", "1,200 tanks had", "is not on the line"),
    "a name": ("Ilse Barran", "Ilse Carran", "is not on the line"),
    "a date": ("Carrow, 14 May 2031", "Carrow, 15 May 2031", "is not on the line"),
    "the days of a date": (r"2031-05-14/2031-05-14", "2031-05-15/2031-05-15", "is not on the line"),
    "a span": (r"quotation \d+-", "quotation 20-", "is not on the line"),
    "a span beyond the text": (r"(quotation \d+)-\d+", r"\1-9999", "is not a place"),
    "the kind of a paraphrase": (r"; paraphrase", "; quotation", "does not stand between quotation marks"),
    "marks taken from a quotation": (r"“(The causeway stays open,)”", r"\1", "between quotation marks on the line"),
    "marks round a paraphrase": (r"(1,200 lorries had crossed)", r"“\1”", "not marked as a quotation"),
    "an invented quotation": (r"\n\n## ", "\n\n“We give nothing away,” he said.\n\n## ", "no article prints"),
    "a reference twice": (r"\[2\]\n", "[1]\n", "not one of each"),
    "an item that is none": (r"; name ", "; opinion ", "cites nothing"),
}


@pytest.mark.parametrize(("pattern", "by", "said"), NOTES_CHANGES.values(), ids=NOTES_CHANGES)
def test_a_change_of_the_notes_is_found_out(pattern: str, by: str, said: str) -> None:
    report = verified(changed(NOTES, pattern, by))
    assert report.status == 1
    assert any(said in line for line in report.wrong), report.wrong


def test_a_text_of_the_page_changed_with_its_hash_has_no_copy() -> None:
    digest = RECORD.articles[0].text_sha256
    report = verified(PAGE.replace(digest, "0" * 64))
    assert report.status == 2
    assert report.missing


def test_inferred_dates_are_listed() -> None:
    assert any("worked out" in line and "14 May 2031" in line for line in verified(PAGE).lines())


def test_unseen_characters_of_a_text_are_put_back_before_it_is_compared() -> None:
    text = TEXT.replace("open", "\u202eopen\u200b\r\n\x00<script>&amp;")
    row = replace(RECORD.articles[0], text=text)
    page = brief_html(
        replace(RECORD, articles=(row,), statements=(), utterances=(), figures=(), actors=(), meetings=())
    )
    report = verified(page)
    assert report.wrong == [f"article {ARTICLE}: its text is not the text of the copy"]
    assert verify(page.encode(), type(COPIES)({row.text_sha256: text})).wrong == []


def test_a_title_with_quotation_marks_holds_whether_the_article_prints_them_or_not() -> None:
    title = "“The causeway stays open,”"
    printed = replace(RECORD.articles[0], title=title, places={"title": at(title)})
    assert verified(brief_html(replace(HELD, articles=(printed,)))).wrong == []
    given = replace(RECORD.articles[0], title="“The causeway stays shut,”", places={})
    assert verified(brief_html(replace(HELD, articles=(given,)))).wrong == []


def test_a_quotation_that_stands_inside_another_one_of_its_line_holds() -> None:
    shift = HELD.shifts[0]
    places = replace(shift.left, spans=at("stays")), replace(shift.left, spans=at("causeway stays"))
    report = verified(brief_md(replace(HELD, shifts=(replace(shift, left=places[0], right=places[1]),))))
    assert report.wrong == []
