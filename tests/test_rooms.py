"""The import rule and the gauges: what keeps the rooms apart and the code readable."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from dragoman.run.cache import LATER

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src" / "dragoman"
FILES = sorted(SRC.rglob("*.py"))
STAGES = {"fetch", "clean", "reading", "compare", "record"}
FOUNDATIONS = {"model", "knowledge", "language", "errors"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "knowledge": {"model", "errors"},
    "language": {"model", "knowledge", "errors"},
    **dict.fromkeys(STAGES, FOUNDATIONS),
    "store": {"model", "errors"},
    "config": {"model", "errors"},
    "run": FOUNDATIONS | STAGES | {"store", "config"},
    "show": {"model", "store", "errors"},
    "verify": {"model", "store", "errors"},
    "cli": {"run", "show", "verify", "config", "errors", "model", "store"},
    "__init__": {"run", "model"},
    "__main__": {"cli"},
}
# Functions that load a model, one loader a command, and optional packages: these may import inside.
IMPORTS_INSIDE = {
    "model/record.py:to_frames": "pandas is optional",
    "show/export/calendar.py:load_icalendar": "icalendar is optional",
    "show/export/parquet.py:load_pyarrow": "pyarrow is optional",
    "show/export/entities.py:load_model": "followthemoney is optional",
    "show/export/word.py:load_docx": "python-docx is optional",
    "language/parser.py:load_parser": "spaCy takes most of a second to import",
    "language/encoder.py:load_encoder": "loads its weights at import",
    "language/tagger.py:load_tagger": "onnxruntime takes a tenth of a second to import, and rules alone need none",
    "clean/markup.py:load_extractor": "trafilatura takes a third of a second to import",
    "language/langid.py:load_identifier": "a cached run needs no language identified, and most texts are told without",
    "cli.py:brief": "each command imports what it runs, so that --help is quick",
    "cli.py:compile_": "as brief",
    "cli.py:stories": "as brief",
    "cli.py:verify": "as brief",
    "cli.py:match": "as brief",
    "cli.py:forget": "as brief",
    "cli.py:judge": "as brief",
    "cli.py:review_": "as brief",
    "cli.py:export": "as brief",
    "cli.py:_compiled": "as brief",
    "cli.py:_end": "as brief",
    "cli.py:show": "as brief",
    "cli.py:_version": "as brief",
    "cli.py:_progress": "as brief",
}


def room(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        yield node.module or ""
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> dict[str, Path]:
    found = {}
    for path in FILES:
        parts = ["dragoman", *path.relative_to(SRC).with_suffix("").parts]
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_room_imports_only_what_the_street_allows(path: Path) -> None:
    own = room(path)
    names = {name for node in ast.walk(tree(path)) for name in imported(node) if name.startswith("dragoman.")}
    others = {name.split(".")[1] for name in names} - {own}
    strangers = others - MAY_IMPORT[own] - ({"__version__"} if own != "model" else set())
    assert not strangers, f"{own} must not import {sorted(strangers)}"


def test_there_is_no_import_cycle_between_modules() -> None:
    known = modules()
    edges = {
        name: {i for node in ast.walk(tree(path)) for i in imported(node) if i in known and i != name}
        for name, path in known.items()
    }
    # A package's own front door imports its rooms' modules; a module that imports the door would close a circle.
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail, name])
        if name not in done:
            for other in sorted(edges[name]):
                visit(other, (*trail, name))
            done.add(name)

    for name in known:
        visit(name, ())


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_stand_at_the_top_but_for_the_listed_loaders(path: Path) -> None:
    inside = {
        f"{path.relative_to(SRC)}:{function.name}"
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert inside <= set(IMPORTS_INSIDE), f"imports inside {sorted(inside - set(IMPORTS_INSIDE))}"


def test_every_listed_loader_still_exists() -> None:
    there = {f"{path.relative_to(SRC)}:{function.name}" for path in FILES for function in functions(path)}
    assert set(IMPORTS_INSIDE) <= there


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_files_and_functions_stay_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines < 500, f"{lines} lines"
    for function in functions(path):
        assert (function.end_lineno or 0) - function.lineno + 1 < 50, f"{function.name} is too long"
        arguments = function.args
        count = len(arguments.posonlyargs) + len(arguments.args) + len(arguments.kwonlyargs)
        takes_self = bool(arguments.args) and arguments.args[0].arg in {"self", "cls"}
        # A command line's function has one parameter an option: that is its interface, not its complexity.
        assert room(path) == "cli" or count - takes_self <= 7, f"{function.name} takes {count} parameters"


def test_the_median_file_and_most_functions_are_small() -> None:
    assert median(p.read_text(encoding="utf-8").count("\n") for p in FILES if p.name != "__init__.py") <= 160
    lengths = [(f.end_lineno or 0) - f.lineno + 1 for path in FILES for f in functions(path)]
    assert median(lengths) < 20


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_no_exception_is_swallowed_whole(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, "bare except"
            broad = isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
            raises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
            assert not broad or raises or room(path) == "run", "a broad except that does not raise again"


def test_run_records_a_drop_in_its_one_broad_except() -> None:
    broad = [
        path
        for path in FILES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and isinstance(node.type, ast.Name)
        and node.type.id == "Exception"
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]
    assert len(broad) <= 1


def test_stage_rooms_ask_no_clock_and_touch_no_network_or_sql() -> None:
    banned = re.compile(r"\b(datetime\.now|date\.today|time\.time|sqlite3|urllib\.request|requests|httpx|socket)\b")
    for path in FILES:
        if room(path) in STAGES - {"fetch"}:
            assert not banned.search(path.read_text(encoding="utf-8")), path


def test_there_is_no_utils_and_every_noun_is_frozen() -> None:
    assert not [p for p in FILES if re.search(r"util|helper|misc|common", p.name)]
    for path in FILES:
        if room(path) == "model":
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.ClassDef):
                    made = " ".join(ast.unparse(d) for d in node.decorator_list)
                    bases = " ".join(ast.unparse(b) for b in node.bases)
                    assert "frozen=True" in made or "NamedTuple" in bases or "Protocol" in bases, node.name


def test_every_exception_of_the_linter_has_its_reason_beside_it() -> None:
    for path in [*FILES, *sorted((ROOT / "tests").rglob("*.py"))]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"#\s*(noqa|type:\s*ignore)", line):
                assert re.search(r"#\s*(noqa: [A-Z0-9, ]+|type:\s*ignore\[[a-z-, ]+\])\s+#? ?\w+", line), (
                    f"{path.name}:{number}"
                )


def test_no_reader_imports_the_nouns_that_leave_kept_readings_as_they_are() -> None:
    known, reached, todo = modules(), set[str](), ["dragoman.reading"]
    while todo:
        module = todo.pop()
        if module in known and module not in reached:
            reached.add(module)
            todo.extend(name for node in ast.walk(tree(known[module])) for name in imported(node))
    later = {"dragoman." + name.removesuffix(".py").replace("/", ".") for name in LATER if name.endswith(".py")}
    assert later <= known.keys()
    assert not later & reached
    nouns = {name for name in known if name.startswith("dragoman.model.")}
    assert nouns - reached <= later
    lists = {Path(name).stem for name in LATER if name.endswith(".tsv")}
    assert all((SRC / name).is_file() for name in LATER)
    read = {found for module in reached for found in re.findall(r'table\("(\w+)"\)', known[module].read_text("utf-8"))}
    assert not lists & read
