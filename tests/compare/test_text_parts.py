"""The numbered parts of a text, as people cite them; numbers that do not count on are none."""

import pytest

from dragoman.compare.text_parts import parts_of


def names(text: str) -> list[str]:
    return [name for name, _ in parts_of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. One.\n2. Two.\n3. Three.", ["point 1", "point 2", "point 3"]),
        ("1) One.\n2) Two.", ["point 1", "point 2"]),
        ("Article I\nPorts.\nArticle II\nFees.", ["article 1", "article 2"]),
        ("ARTICLE 1. Ports\nARTICLE 2. Fees", ["article 1", "article 2"]),
        ("Article One\nPorts.\nArticle Two\nFees.", ["article 1", "article 2"]),
        ("Art. 1\nPorts.\nArt. 2\nFees.", ["article 1", "article 2"]),
        ("**Article 1**\nPorts.\n**Article 2**\nFees.", ["article 1", "article 2"]),
        ("OP1. Demands.\nOP2. Decides.", ["paragraph 1", "paragraph 2"]),
        ("1. Ships:\n(a) in;\n(b) out.\n2. Fees.", ["point 1", "point 1(a)", "point 1(b)", "point 2"]),
        (
            "Article 1\n1. Ports.\n2. Piers.\nArticle 2\n1. Fees.",
            ["article 1", "article 1(1)", "article 1(2)", "article 2", "article 2(1)"],
        ),
        ("1. Ports.\nAnnex I\n1. Ships.", ["point 1", "annex 1", "annex 1(1)"]),
        ("I. Ports\n1. One.\nII. Fees\n2. Two.", ["section 1", "point 1", "section 2", "point 2"]),
        ("I. Ports\n1. One.\nII. Fees\n1. Two.", ["section 1", "point 1", "section 2", "section 2(1)"]),
    ],
)
def test_parts_are_named_as_they_are_cited(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Carrow, 3 May 2031\nThe parties agree.",
        "3. May 2031\nThe parties agree.",
        "12 ships lie there.\n40 ships lie here.",
        "(b) No beginning.",
        "I think so.\nA. Nobody.",
    ],
)
def test_lines_that_begin_with_other_numbers_are_no_parts(text: str) -> None:
    assert names(text) == []


def test_a_part_holds_what_lies_in_it_up_to_the_next_of_its_depth() -> None:
    text = "1. Ships:\n(a) in;\n(b) out.\n\n2. Fees.\n\nAnnex I\nLists."
    spans = {name: text[span.start : span.end] for name, span in parts_of(text)}
    assert spans["point 1"] == "1. Ships:\n(a) in;\n(b) out."
    assert spans["point 1(a)"] == "(a) in;"
    assert spans["point 2"] == "2. Fees."
    assert spans["annex 1"] == "Annex I\nLists."


def test_a_number_that_comes_again_is_no_second_part() -> None:
    assert names("1. One.\n2. Two.\n1. Again.\n2. Again.") == ["point 1", "point 2"]


def test_a_table_of_contents_holds_no_parts() -> None:
    text = "Article 1. Ports\nArticle 2. Fees\n\nArticle 1. Ports\nAll ports are open.\nArticle 2. Fees\nNone."
    spans = {name: text[span.start : span.end] for name, span in parts_of(text)}
    assert spans == {"article 1": "Article 1. Ports\nAll ports are open.", "article 2": "Article 2. Fees\nNone."}
