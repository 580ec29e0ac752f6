"""The arithmetic of bench/ledgers, on an invented article, and that its labels hold no text."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.ledgers.given import LEDGERS, Given, given_rows
from bench.ledgers.recall import CHECKS, LABELS, counted, misses, own_rows, scored
from bench.statements.processes import Place, Speaker

TEXT = (
    "Ida Brandt met Oren Tal in Lisk on 3 May 2031. They signed the Lisk Accord. Ostrand accused Velmar of breaking "
    "the accord, and Velmar denied it. Velmar promised to free 40 prisoners by June."
)
BRANDT, TAL = Speaker(("Ida Brandt",), ()), Speaker(("Oren Tal",), ())


def at(words: str) -> Place:
    start = TEXT.index(words)
    return start, start + len(words)


def meeting(**fields: Any) -> dict[str, Any]:  # noqa: ANN401  # labels are read from JSON
    label = {"passages": [at("met Oren Tal in Lisk")], "participants": [at("Ida Brandt"), at("Oren Tal")]}
    return label | {"place": at("Lisk"), "when": "2031-05", "status": "held", "required": True} | fields


def met(**values: Any) -> Given:  # noqa: ANN401  # values of any field
    known = {"place": "Lisk", "earliest": date(2031, 5, 3), "latest": date(2031, 5, 3), "status": "held"}
    return Given((at("Ida Brandt met Oren Tal in Lisk"),), {"participants": (BRANDT, TAL)}, known | values)


def test_a_row_that_has_everything_is_right_in_every_field() -> None:
    found = counted([scored(TEXT, [meeting()], [met()])], "meetings")
    assert found == dict.fromkeys(found, "1 of 1") | {"beyond": "0 of 1"}


@pytest.mark.parametrize(
    ("field", "row"),
    [
        ("place", met(place=None)),
        ("place", met(place="Carrow")),
        ("month", met(latest=date(2031, 6, 1))),
        ("month", met(earliest=None)),
        ("status", met(status="planned")),
        ("participants", met()._replace(actors={"participants": (BRANDT,)})),
    ],
)
def test_a_field_that_differs_is_wrong_and_no_other(field: str, row: Given) -> None:
    found = counted([scored(TEXT, [meeting()], [row])], "meetings")
    assert [key for key in CHECKS["meetings"] if found[key] == "0 of 1"] == [field]
    assert [line.split(" (")[0] for line in misses(scored(TEXT, [meeting()], [row]), "meetings")] == [f"wrong {field}"]


def test_what_is_not_labelled_is_beyond_and_what_is_not_required_is_not_missed() -> None:
    outcome = scored(TEXT, [meeting(required=False)], [met()._replace(passages=(at("Velmar denied it"),))])
    found = counted([outcome], "meetings")
    assert (found["found"], found["beyond"]) == ("0 of 0", "1 of 1")
    assert [line.partition(":")[0] for line in misses(outcome, "meetings")] == ["left out", "beyond"]


def test_mentions_of_two_documents_in_one_row_count_for_one_of_them() -> None:
    labels = [
        {"passages": [at(words)], "document": number, "required": True}
        for number, words in enumerate(("Lisk Accord", "the accord"))
    ]
    one_row = [Given((at(words),), {}, {"row": "a"}) for words in ("Lisk Accord", "the accord")]
    assert own_rows(scored(TEXT, labels, one_row)) == 1
    two_rows = [row._replace(values={"row": str(n)}) for n, row in enumerate(one_row)]
    assert own_rows(scored(TEXT, labels, two_rows)) == 2


def test_the_rows_of_a_compiled_article_are_given_under_its_own_id() -> None:
    rows = given_rows([{"doc_id": "one", "text": TEXT, "title": "Brandt meets Tal", "outlet": "The Lisk Courier"}])
    assert list(rows) == list(LEDGERS)
    assert [row.values["status"] for row in rows["meetings"]["one"]] == ["held"]
    assert [row.values["value"] for row in rows["figures"]["one"]] == [40.0]
    assert {TEXT[slice(*place)] for row in rows["instruments"]["one"] for place in row.passages} >= {"Lisk Accord"}


@pytest.mark.parametrize("name", ["labels.json", "held_out.json", "second.json"])
def test_labels_are_offsets_and_hold_no_text(name: str) -> None:
    articles = json.loads(Path(LABELS).with_name(name).read_text(encoding="utf-8"))["articles"]
    for label in (label for article in articles for ledger in LEDGERS for label in article[ledger]):
        assert all(isinstance(end, int) and start < end for start, end in label["passages"])
        words = {value for value in label.values() if isinstance(value, str)}
        assert all(len(word.split()) <= 2 for word in words)
