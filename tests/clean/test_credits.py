"""Who is credited, and who only seems to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean.names import same_outlet
from dragoman.model.article import Given
from tests.clean.texts import BODY, article


def credited(line: str, outlet: str | None = None) -> list[tuple[str, str]]:
    found = article(f"{BODY}\n{line}\n\n{BODY}", Given(outlet=outlet))
    for credit in found.masthead.credits:
        for (start, end), (outer, outer_end) in zip(credit.spans, credit.evidence, strict=False):
            assert outer <= start < end <= outer_end
    return [(credit.name, credit.kind) for credit in found.masthead.credits]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("The talks go on, TASS reports.", [("TASS", "agency")]),
        ("The gates stay shut, the minister said, according to Tass.", [("TASS", "agency")]),
        ("“No,” Barran told Reuters on Monday.", [("Reuters", "agency")]),
        ("The minister told the BBC’s Persian service that he would stay.", [("BBC", "outlet")]),
        ("Ostrand’s state-run Norda news agency reported on Monday that he would stay.", [("Norda", "agency")]),
        ("His government was acting on safety grounds, the news agency Norda reports.", [("Norda", "agency")]),
        ("He would stay, he told the Velmarian newspaper Fjordbladet.", [("Fjordbladet", "outlet")]),
        ("The Harbour Post reported that he would stay.", [("Harbour Post", "outlet")]),
        (
            "(Stories from Sundvoice and Islands.net were used to compile this report.)",
            [("Sundvoice", "outlet"), ("Islands.net", "outlet")],
        ),
        ("The Associated Press contributed to this report.", [("AP", "agency")]),
        ("Petra Vance and Agence France-Presse contributed to this report.", [("AFP", "agency")]),
        ("With reporting by Interfax and RFE/RL.", [("Interfax", "agency"), ("RFE/RL", "outlet")]),
        ("He met Kolm. Norda quoted Foreign Minister Ilse Barran as saying that he would stay.", [("Norda", "agency")]),
        ("He told the Guardian that he would stay.", [("The Guardian", "outlet")]),
        ("Source: Ukrinform", [("Ukrinform", "agency")]),
        ("Trend reports, citing the ministry, that he would stay.", [("Trend", "agency")]),
        ("Xinhua news agency reported that he would stay.", [("Xinhua", "agency")]),
        (
            "he said in a statement published on the Velmarian foreign ministry’s website.",
            [("Velmarian foreign ministry", "official")],
        ),
    ],
)
def test_agencies_and_outlets_that_a_report_rests_on_are_credited(line: str, names: list[tuple[str, str]]) -> None:
    assert credited(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Barran told Kolm that he would stay.",
        "The Foreign Ministry reported that he would stay.",
        "According to the Velmarian Defence Ministry website, he would stay.",
        "Ostrand reports progress.",
        "According to Carrow, the gates stay shut.",
        "Petra Vance contributed to this report.",
        "(Photo: Reuters)",
        "Mara Lind/AFP/Getty Images",
        "The International Atomic Energy Agency reported progress.",
        "Human Rights Watch reported progress.",
        "He told a Velmarian newspaper that he would stay.",
        "He said so in an interview with an Ostrandian TV station on Wednesday.",
        "Andrei Kolm met the press. Kolm quoted Barran as saying that he would stay.",
        "Berlin quoted the minister as saying that he would stay.",
        "He spoke to Lisk Insider, which is not the other one.",
        "One German newspaper said that he would stay.",
        "The trend reports show is clear.",
        "A report in the Harbour Post was wrong, he said.",
        "The editor of Le Monde resigned.",
    ],
)
def test_nobody_else_is_credited(line: str) -> None:
    assert credited(line) == []


def test_a_byline_credits_the_agency_behind_with() -> None:
    found = article(f"Ministers meet in Carrow\nby Daily Sabah with AFP\n{BODY}").masthead
    assert [credit.name for credit in found.credits] == ["AFP"]


def test_the_outlets_own_name_is_no_credit_and_its_reporting_own_where_it_was_told() -> None:
    line = "“A promise is not yet a road,” the spokesman told the Harbour Post by telephone."
    assert credited(line, "Harbour Post") == [("Harbour Post", "own")]
    assert credited("The Harbour Post reports that he would stay.", "Harbour Post") == []
    assert credited(line, "Lisk Courier") == [("Harbour Post", "outlet")]


@pytest.mark.parametrize(
    "line",
    [
        "“A promise is not yet a road,” the spokesman told our correspondent.",
        "He would stay, he said in an interview with this newspaper.",
        "Our correspondent in Lisk reports that the gates are shut.",
        "He would stay, he told Sundvoice on Monday.",
        "Sundvoice's correspondents saw forty lorries at the gate.",
        "From our special correspondent",
    ],
)
def test_reporting_is_the_outlets_own_only_where_the_article_says_so(line: str) -> None:
    assert credited(line, "Sundvoice") == [("Sundvoice", "own")]


@pytest.mark.parametrize(
    "line",
    [
        "“Your readers know our correspondents,” the spokesman said.",
        "He told “our correspondents” nothing at all.",
        "This newspaper opposes the plan.",
        "He told Sundvoices on Monday that he would stay.",
        "Sundvoice's editor was detained on Monday.",
        "Our correspondents were detained on Monday.",
    ],
)
def test_nothing_else_makes_reporting_own(line: str) -> None:
    assert credited(line, "Sundvoice") == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "He would stay, Barran said at a joint press conference with Tolle.",
            [("joint press conference", "conference")],
        ),
        ("The two told a joint news conference that they would stay.", [("joint news conference", "conference")]),
        ("He would stay, Barran told a press conference.", []),
        ("A joint press conference is planned for Monday.", []),
        ("There was nothing at the joint press conference was cancelled.", []),
    ],
)
def test_a_joint_press_conference_is_an_origin(line: str, names: list[tuple[str, str]]) -> None:
    assert credited(line) == names


def test_a_short_form_joins_the_full_name() -> None:
    line = "The New York Times reported this. He told the New York Times so, The Times reported."
    found = article(f"{BODY}\n{line}").masthead.credits
    assert [credit.name for credit in found] == ["The New York Times"]
    assert len(found[0].spans) == 3


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("BBC News", "BBC", True),
        ("The Associated Press", "AP", True),
        ("Fox News", "Fox Online News", True),
        ("Washington Post", "Washington Times", False),
        (None, "BBC", False),
        ("News", "Online News", False),
    ],
)
def test_two_names_of_one_outlet_are_the_same(left: str | None, right: str, same: bool) -> None:  # noqa: FBT001  # a parameter
    assert same_outlet(left, right) is same


@given(st.text(max_size=400))
def test_credits_of_any_text_lie_in_it(text: str) -> None:
    found = article(f"{BODY}{text}")
    for credit in found.masthead.credits:
        for start, end in (*credit.spans, *credit.evidence):
            assert 0 <= start < end <= len(found.text)
