"""A record that was changed by hand is found out."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.errors import Unverifiable
from dragoman.model.claims import ClaimCell, ClaimRow, ConflictRow, ConflictSide
from dragoman.model.codec import dump
from dragoman.model.ids import sha256
from dragoman.model.links import Lacking
from dragoman.model.record import ActorMention, Record, RenderingRow
from dragoman.model.spans import Place, Span
from dragoman.model.when import UNKNOWN
from dragoman.verify import Report, verify
from dragoman.verify.rows import values_of
from tests.verify.record import ADDED, ARTICLE, COPIES, MET, RECORD, SAID, TEXT, Copies, at


def verified(record: Record) -> Report:
    return verify(dump(record), COPIES)


def test_a_record_as_it_was_made_holds() -> None:
    report = verified(RECORD)
    assert report.wrong == []
    assert report.status == 0
    assert report.checked["statements"] == 2


SHIFTED = tuple(Span(s + 1, e + 1) for s, e in SAID.content)
LATER = replace(MET, earliest=date(2031, 5, 15), latest=date(2031, 5, 15))
OUTSIDE = (Span(len(TEXT) - 2, len(TEXT) + 3),)
CHANGES = {
    "a word of the text": ("articles", {"text": TEXT.replace("open", "shut")}, "text of the copy"),
    "the title": ("articles", {"title": "Island Voice"}, "title"),
    "the day of publication": ("articles", {"published": LATER}, "do not say"),
    "a day without words": ("articles", {"published": replace(MET, words=None)}, "has no words"),
    "a shifted statement": ("statements", {"content": SHIFTED}, "id"),
    "a statement outside the text": ("statements", {"content": OUTSIDE}, "not in the text"),
    "a name": ("actors", {"names": ("Ilse Carran",)}, "stands at none"),
    "a name's place": ("actors", {"mentions": (ActorMention(ARTICLE, at("said in"), "name"),)}, "stands at none"),
    "a number": ("figures", {"value": 1300.0}, "does not stand"),
    "a number's place": ("figures", {"spans": at("14 May")}, "id"),
    "a meeting's day": ("meetings", {"date": LATER}, "do not say"),
    "a meeting's place": ("meetings", {"place": "Lisk"}, "printed by none"),
    "a rendering's place": ("utterances", {"renderings": (RenderingRow(SAID.id, at("1,200")),)}, "outside of"),
    "a rendering's statement": ("utterances", {"renderings": (RenderingRow("x", at("said")),)}, "there is no"),
    "what lacks where it is": ("utterances", {"lacking": (Lacking(ARTICLE, "absent"),)}, "has it"),
    "what lacks nowhere": ("utterances", {"lacking": (Lacking("x", "absent"),)}, "there is no article"),
    "near without a place": ("utterances", {"lacking": (Lacking(ARTICLE, "near"),)}, "no place that comes near"),
    "a place near outside the text": (
        "utterances", {"lacking": (Lacking(ARTICLE, "near", Place(ARTICLE, OUTSIDE)),)}, "is not in the text"
    ),
    "who is not heard": ("meetings", {"unheard": ("x",)}, "takes no part"),
    "a shift's place": ("shifts", {"left": RenderingRow(SAID.id, at("1,200"))}, "outside of"),
    "a shift's statement": ("shifts", {"right": RenderingRow("x", at("had"))}, "there is no"),
    "an addressee's place": ("shifts", {"kind": "addressee", "left": RenderingRow(SAID.id, OUTSIDE)}, "not in"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "fields", "said"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_found_out(rows: str, fields: dict[str, object], said: str) -> None:
    first, *rest = getattr(RECORD, rows)
    changes: dict[str, object] = {rows: (replace(first, **fields), *rest)}
    report = verified(replace(RECORD, **changes))  # type: ignore[arg-type]  # one list of rows
    assert report.status == 1
    assert any(said in line for line in report.wrong), report.wrong


def test_a_statement_called_direct_must_stand_between_quotation_marks() -> None:
    report = verified(replace(RECORD, statements=(SAID, replace(ADDED, mode="direct"))))
    assert "is called direct and does not stand between quotation marks" in report.wrong[0]
    report = verified(replace(RECORD, statements=(SAID, replace(ADDED, mode="mixed"))))
    assert "nothing of it stands between quotation marks" in report.wrong[0]


def test_the_text_comes_from_the_copy_and_never_from_the_file() -> None:
    forged = TEXT.replace("open", "shut")
    row = replace(RECORD.articles[0], text=forged, text_sha256=sha256(forged.encode()))
    report = verified(replace(RECORD, articles=(row,)))
    assert report.status == 2
    assert report.missing
    assert report.missing[0].startswith("a.txt")


def test_without_a_copy_the_status_is_two_and_with_the_texts_inside_it_is_said() -> None:
    assert verify(dump(RECORD), Copies({})).status == 2
    inner = verify(dump(RECORD), None)
    assert inner.status == 0
    assert any("inside the file" in line for line in inner.lines())
    changed = replace(RECORD.articles[0], text=TEXT + "!")
    assert verify(dump(replace(RECORD, articles=(changed,))), None).status == 1


def test_inferred_and_given_dates_are_listed_and_so_is_what_cannot_be_checked() -> None:
    inferred = replace(MET, basis="inferred", reason="the year of the other articles")
    lines = list(verified(replace(RECORD, articles=(replace(RECORD.articles[0], published=inferred),))).lines())
    assert any("worked out" in line and "the year of the other articles" in line for line in lines)
    assert any(line.startswith("cannot be checked: who spoke") for line in lines)


@pytest.mark.parametrize("data", [b"", b"Minutes of a meeting", b"\xff\xfe\x00"])
def test_a_file_of_another_kind_is_refused(data: bytes) -> None:
    with pytest.raises(Unverifiable):
        verify(data, COPIES)


def test_a_record_without_articles_shows_nothing() -> None:
    assert verify(dump(Record()), COPIES).status == 2


def claimed(cell: ClaimCell) -> Record:
    row = ClaimRow("k", None, (), None, UNKNOWN, (), "contested", (), (cell,))
    sides = (ConflictSide(ARTICLE, at("1,200"), UNKNOWN), ConflictSide(ARTICLE, cell.spans or at("said"), UNKNOWN))
    return replace(RECORD, claims=(row,), conflicts=(ConflictRow("c", "value", "k", sides),))


def test_a_claim_leads_to_words_of_its_articles() -> None:
    report = verified(claimed(ClaimCell(ARTICLE, "asserts", None, None, at("1,200"))))
    assert (report.wrong, report.checked["claims"], report.checked["conflicts"]) == ([], 1, 1)
    wrong = verified(claimed(ClaimCell(ARTICLE, "asserts", None, None, OUTSIDE))).wrong
    assert [line.split(":")[0] for line in wrong] == ["claim k", "conflict c"]


def test_what_is_absent_was_read_in_full() -> None:
    record = claimed(ClaimCell(ARTICLE, "absent", None, None))
    assert verified(record).wrong == []
    part = replace(record, articles=(replace(record.articles[0], read="excerpt"),))
    assert "not read in full" in verified(part).wrong[0]


def test_a_conflict_is_of_a_claim() -> None:
    record = replace(claimed(ClaimCell(ARTICLE, "asserts", None, None)), claims=())
    assert verified(record).wrong == ["conflict c: there is no claim k"]


def test_a_short_scale_right_behind_the_digits_is_part_of_the_number() -> None:
    assert 8e8 in values_of("$800m")
    assert 3e9 in values_of("3 bn")
    assert 5e3 in values_of("5k")
    assert 8e8 not in values_of("800 men")
