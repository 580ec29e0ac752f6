"""Documentation is under test: what it lists is there, what it shows runs, where it points exists."""

import ast
import configparser
import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import pytest

from dragoman import compile_record
from dragoman.model.codec import dump
from tools.document import made, program, published_schema, spelled

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src" / "dragoman"
DOCS = sorted((ROOT / "docs").rglob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS, *sorted((ROOT / "bench").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def fenced(language: str) -> Iterator[tuple[str, str]]:
    for path in PAGES:
        for match in FENCE.finditer(path.read_text(encoding="utf-8")):
            if match[1] == language:
                yield path.relative_to(ROOT).as_posix(), match[2]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder with a copy of the examples, and an environment in which ``dragoman`` is this program."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    program_file = folder / "bin" / "dragoman"
    program_file.parent.mkdir()
    program_file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dragoman "$@"\n', encoding="utf-8")
    program_file.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{program_file.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "DRAGOMAN_STORE": str(folder / "store.sqlite"),
        "DRAGOMAN_JUDGEMENTS": str(folder / "data" / "judgements.jsonl"),
    }
    return folder, environment


def commands() -> Iterator[tuple[str, int]]:
    """Each command shown after a ``$``, and the exit status that stands behind it (nought where none does)."""
    for _, block in fenced("console"):
        for line in block.splitlines():
            if line.startswith("$ "):
                command, _, note = line[2:].partition("  #")
                status = re.search(r"exit status (\d+)", note)
                yield command.strip(), int(status[1]) if status else 0


def test_every_shell_example_runs_and_ends_as_it_says(desk: tuple[Path, dict[str, str]]) -> None:
    folder, environment = desk
    shown = list(commands())
    assert shown
    for command, status in shown:
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == status, f"{command}: {done.stdout[-500:]} {done.stderr[-500:]}"


@pytest.mark.parametrize(("name", "code"), [*fenced("python")])
def test_every_python_example_runs(
    name: str, code: str, desk: tuple[Path, dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk[0])
    monkeypatch.setenv("DRAGOMAN_STORE", desk[1]["DRAGOMAN_STORE"])
    if ">>>" in code:
        test = doctest.DocTestParser().get_doctest(code, {}, name, name, 0)
        assert doctest.DocTestRunner().run(test).failed == 0
    else:
        exec(compile(code, name, "exec"), {})  # noqa: S102  # the documentation's own examples


def test_documents_made_from_the_code_are_up_to_date() -> None:
    for path, text in made().items():
        assert path.read_text(encoding="utf-8") == text, "run python tools/document.py"


def test_every_command_stands_in_the_readme_and_every_option_in_the_documents() -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    for name, command in program().items():
        assert f"dragoman {name}" in page("README.md"), name
        for parameter in command.params:
            if name_of := [option for option in parameter.opts if option.startswith("--") and option != "--help"]:
                assert all(f"`{option}`" in written for option in name_of), name_of
    assert spelled(program()["brief"].params[0]) == "`PATHS...`"  # type: ignore[arg-type] # typer types it by its base


def test_every_file_stands_in_the_map() -> None:
    for path in SRC.rglob("*.py"):
        name = path.relative_to(SRC).as_posix().removesuffix("__init__.py") or "__init__.py"
        assert f"`{name}`" in page("docs/map.md")


def test_every_script_of_the_bench_is_explained_beside_it() -> None:
    for path in (ROOT / "bench").rglob("*.py"):
        assert f"`{path.relative_to(ROOT / 'bench').as_posix()}`" in page("bench/README.md")


def nouns() -> Iterator[str]:
    """The model's classes and its lists of allowed values, as words."""
    for path in sorted((SRC / "model").glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                yield in_words(re.sub(r"(Row|Group)$", "", node.name))
            elif isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Literal["):
                yield in_words(ast.unparse(node.targets[0]))


def in_words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).casefold()


@pytest.mark.parametrize("noun", sorted(set(nouns())))
def test_every_noun_of_the_model_is_settled_in_the_glossary(noun: str) -> None:
    terms = re.findall(r"\*\*([^*]+)\*\*", page("docs/glossary.md")) + re.findall(r"`(\w+)`", page("docs/glossary.md"))
    assert noun in {term.casefold().replace("'", "") for term in terms}


def test_every_key_of_the_record_stands_in_its_section() -> None:
    schema = published_schema()["$defs"]
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page("docs/record-format.md"), re.MULTILINE | re.DOTALL))
    for name, listed in schema["Record"]["properties"].items():
        if name == "format":
            continue
        row = schema[(listed.get("items") or listed.get("anyOf", [listed])[0])["$ref"].rsplit("/", 1)[1]]
        missing = [
            key for key in row["properties"] if f'"{key}"' not in sections[name] and f"`{key}`" not in sections[name]
        ]
        assert not missing, f"{name}: {missing}"


def test_the_examples_record_is_what_the_schema_says() -> None:
    schema = json.loads(page("docs/record.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    record = json.loads(dump(compile_record([ROOT / "examples"])))
    jsonschema.validate(record, schema, cls=jsonschema.Draft202012Validator)


def anchors(text: str) -> set[str]:
    return {
        re.sub(r"[^\w\- ]", "", line).strip().lower().replace(" ", "-")
        for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        if not urlsplit(target).scheme:
            name, _, anchor = target.partition("#")
            file = (path.parent / name) if name else path
            assert file.exists(), target
            assert not anchor or anchor in anchors(file.read_text(encoding="utf-8")), target


def tracked() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def registries() -> set[str]:
    """The hosts that this machine installs from."""
    hosts = {
        urlsplit(os.environ.get(name, "")).hostname for name in ("PIP_INDEX_URL", "UV_INDEX_URL", "PIP_EXTRA_INDEX_URL")
    }
    for path in (
        Path("/etc/pip.conf"),
        Path.home() / ".pip" / "pip.conf",
        Path.home() / ".config" / "pip" / "pip.conf",
    ):
        settings = configparser.ConfigParser(strict=False, interpolation=None)
        settings.read(path, encoding="utf-8")
        hosts |= {urlsplit(value).hostname for name in settings.sections() for value in settings[name].values()}
    return {host for host in hosts if host}


def test_no_file_names_this_machine_or_its_registry() -> None:
    own = {str(ROOT), str(Path(sys.prefix)), *registries()} - {"/usr"}
    for path in tracked():
        data = path.read_bytes()
        assert [word for word in own if word.encode() in data] == [], path


def test_constraints_pin_versions_and_nothing_else() -> None:
    for line in page("constraints.txt").splitlines():
        assert re.fullmatch(r"#.*|[A-Za-z0-9_.-]+==[\w.!+]+|", line), line
