"""What falls without an outlet: what nobody else reports, what is left with one origin, one version, one side."""

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.errors import OutletUnknown
from dragoman.run import compile_without
from dragoman.show import brief_html, brief_md
from dragoman.show.pieces import plain
from dragoman.show.without import Without, without, without_lines

HOLM = "The ferry line across the Lofra channel must open again before the winter comes"
TEXTS = {
    "a.txt": (
        "Harbour Post",
        f"OSLO (Norda) - Norway's foreign minister Ida Holm said: “{HOLM}.” Norway is proud of it.",
    ),
    "b.txt": ("Lisk Herald", f"OSLO (Sund) - “{HOLM},” said Norway's foreign minister Ida Holm on 2 May."),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = tmp_path_factory.mktemp("without")
    rows = ["path,outlet,date"]
    for name, (outlet, text) in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
        rows.append(f"{name},{outlet},2031-05-02")
    (made / "sources.csv").write_text("\n".join(rows), encoding="utf-8")
    return str(made)


@pytest.fixture(scope="module")
def fallen(folder: str) -> Without:
    whole, rest = compile_without(folder, ["lisk herald"], store=":memory:")
    assert len(whole.articles) == len(rest.articles) + 1
    return without(whole, rest)


def test_an_utterance_is_left_with_one_version(fallen: Without) -> None:
    lines = {part.name: [plain(line) for line in part.lines] for part in fallen.parts}
    assert any("ferry line" in line for name in ("versions", "one_origin") for line in lines.get(name, []))
    assert plain(fallen.title) == "Without Lisk Herald"


def test_the_terminal_prints_every_line(fallen: Without) -> None:
    assert len(list(without_lines(fallen))) == 1 + sum(1 + len(part.lines) for part in fallen.parts)


def test_an_outlet_that_is_not_there_is_an_error_that_names_those_that_are(folder: str) -> None:
    with pytest.raises(OutletUnknown, match="Harbour Post, Lisk Herald"):
        compile_without(folder, ["Carrow Courier"], store=":memory:")


def test_without_any_outlet_both_records_are_one(folder: str) -> None:
    whole, rest = compile_without(folder, [], store=":memory:")
    assert whole is rest


def test_both_forms_of_the_brief_say_first_what_falls(folder: str) -> None:
    whole, rest = compile_without(folder, ["Lisk Herald"], store=":memory:")
    fell = without(whole, rest)
    assert "## Without Lisk Herald" in brief_md(rest, without=fell).split("## At a glance")[0]
    assert 'id="without"' in brief_html(rest, without=fell).split('id="glance"')[0]


def test_nothing_falls_where_no_claim_loses_a_place(folder: str) -> None:
    whole, _ = compile_without(folder, [], store=":memory:")
    fell = without(whole, replace(whole))
    assert fell.parts == ()
    assert list(without_lines(fell))[-1].strip() == "Nothing falls."


def test_a_document_that_only_one_outlet_names_is_gone_without_it(tmp_path: Path) -> None:
    named = "Norway and Finland signed a ferry accord on May 3, 2030. Norway praised the accord."
    (tmp_path / "a.txt").write_text(named, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Norway has many ferries, and Finland has few of them.", encoding="utf-8")
    (tmp_path / "sources.csv").write_text("path,outlet\na.txt,Harbour Post\nb.txt,Lisk Herald\n", encoding="utf-8")
    whole, rest = compile_without(str(tmp_path), ["Harbour Post"], store=":memory:")
    lines = [plain(line) for part in without(whole, rest).parts if part.name == "gone" for line in part.lines]
    assert any("ferry accord" in line for line in lines)
