"""Writes the parts of the documentation that are made from the code: the map of files, the commands, the JSON Schema.

document.py [--check]

With ``--check`` it writes nothing, and ends with exit status 1 where a file is not what it would write.
"""

import ast
import json
import re
import sys
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from dragoman.cli import app
from dragoman.knowledge.tables import table
from dragoman.model.codec import schema

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SRC = ROOT / "src" / "dragoman"
RESULTS = ROOT / "bench" / "results"
MEASURED = (
    ("one quotation in two translations, half of them without a partner", "quote_pairs", "f1", "F1"),
    ("articles of one occasion, BASIL without dates", "stories", "basil.b3_f1", "B-cubed F1"),
    ("the same, ECB+ (two like events a topic)", "stories", "ecbplus_dev.b3_f1", "B-cubed F1"),
    (
        "who said what, in news (PolNeAR; one annotator against another 73.3)",
        "statements/polnear",
        "all.triple_f1",
        "F1 of source and content",
    ),
    ("statements of 20 articles on four negotiations", "statements/processes", "found_percent", "per cent found"),
    ("the same", "statements/processes", "beyond_percent", "per cent of those shown beyond the labels"),
    ("statements of the five seeds, of the 81 required", "seeds", "found", "found"),
    ("the same", "seeds", "found_with_speaker", "found with the right speaker"),
    ("ledgers of 24 articles held out: meetings", "ledgers/held_out", "meetings_found", "found of those required"),
    ("the same: mentions of documents", "ledgers/held_out", "instruments_found", "found of those required"),
    ("the same: undertakings", "ledgers/held_out", "commitments_found", "found of those required"),
    ("the same: allegations", "ledgers/held_out", "allegations_found", "found of those required"),
    ("the same: figures", "ledgers/held_out", "figures_found", "found of those required"),
    ("all ledgers over reading", "ledgers/cost", "all_ledgers_percent", "per cent of its time"),
    ("reading an article, vectors included", "cost", "reading_over_parsing", "times bare `nlp.pipe`"),
    ("start to finished brief on five articles", "cost", "brief_over_loading", "times importing spaCy with its model"),
    ("a second run on unchanged files", "cost", "second_run_seconds", "seconds"),
    ("memory for 1,000 articles, all processes", "cost", "peak_mb_1000_articles", "MB"),
)
"""What the README's table shows: what is measured, the bench script and its frozen result, the key, the measure."""
COMMANDS = {"ledgers/held_out": "ledgers/recall.py SHARED --held-out"}
"""What prints a frozen result that has another name than its script."""


LISTS = """# The general lists

Written by `python tools/document.py` from the first lines of the files in `src/dragoman/knowledge/lists/`. No list was
made for particular articles.

"""


def first_sentence(path: Path) -> str:
    """The first sentence of a module's docstring, on one line."""
    text = " ".join((ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split())
    return re.split(r"(?<!al)(?<=[.!?])\s(?=[A-Z])", text, maxsplit=1)[0].replace("|", "\\|")


def files() -> str:
    """A table of every module, room by room."""
    rows = ["| file | what it is |", "| --- | --- |"]
    for path in sorted(SRC.rglob("*.py"), key=lambda p: (len(p.relative_to(SRC).parts) == 1, p.relative_to(SRC))):
        name = path.relative_to(SRC).as_posix()
        room = name.removesuffix("__init__.py")
        shown = f"**`{room}`**" if name.endswith("/__init__.py") else f"`{name}`"
        rows.append(f"| {shown} | {first_sentence(path)} |")
    return "\n".join(rows)


def lists() -> str:
    """A table of the general lists with their sources and licences, from their first lines."""
    rows = ["| list | rows | source | licence |", "| --- | --- | --- | --- |"]
    for path in sorted((SRC / "knowledge" / "lists").glob("*.tsv")):
        found = table(path.stem)
        rows.append(f"| `{path.name}` | {len(found.rows)} | {found.source} | {found.licence} |")
    return "\n".join(rows)


def commands() -> str:
    """Every command with its arguments and options, from the program itself."""
    return "\n\n".join(one_command(name, command) for name, command in sorted(program().items()) if not command.hidden)


def program() -> dict[str, TyperCommand]:
    """The program's commands by name."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return {name: command for name, command in group.commands.items() if isinstance(command, TyperCommand)}


def one_command(name: str, command: TyperCommand) -> str:
    """The command's help and a table of what it takes."""
    rows = [f"## `dragoman {name}`", "", " ".join((command.help or "").split()), "", "| it takes | |", "| --- | --- |"]
    taken = [p for p in command.params if isinstance(p, TyperArgument | TyperOption) and not p.hidden]
    rows += [f"| {spelled(parameter)} | {explained(parameter)} |" for parameter in taken]
    return "\n".join(rows)


def spelled(parameter: TyperArgument | TyperOption) -> str:
    """How a parameter is written on the command line."""
    if isinstance(parameter, TyperArgument):
        name = (parameter.name or "").upper()
        return f"`{name}...`" if parameter.nargs == -1 else f"`{name}`"
    names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    return names if parameter.is_flag else f"{names} {parameter.metavar or (parameter.name or '').upper()}"


def explained(parameter: TyperArgument | TyperOption) -> str:
    """What a parameter is for, and what holds where it is left out."""
    text = " ".join((parameter.help or "").split())
    plain = (
        isinstance(parameter, TyperOption)
        and not parameter.is_flag
        and isinstance(parameter.default, str | int | float | Path)
    )
    return f"{text} Left out: `{parameter.default}`.".strip() if plain else text


def measured() -> str:
    """A table of frozen results, with the command that prints each."""
    rows = ["| what | measure | | printed by |", "| --- | --- | --- | --- |"]
    for what, name, keys, measure in MEASURED:
        value = json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))
        for key in keys.split("."):
            value = value[key]
        command = COMMANDS.get(name, f"{name}.py SHARED")
        rows.append(f"| {what} | {measure} | {value} | `python bench/{command}` |")
    return "\n".join(rows)


def between(path: Path, mark: str, table: str) -> str:
    """The page with the table between its marks."""
    top, _, rest = path.read_text(encoding="utf-8").partition(f"<!-- {mark} -->")
    bottom = rest.partition(f"<!-- end {mark} -->")[2]
    return f"{top}<!-- {mark} -->\n\n{table}\n\n<!-- end {mark} -->{bottom}"


def made() -> dict[Path, str]:
    """Each made document and what it is to hold."""
    head = (
        "# The commands\n\nWritten by `python tools/document.py` from the program itself. "
        "Examples that run are in the [README](../README.md).\n\n"
    )
    return {
        DOCS / "map.md": between(DOCS / "map.md", "files", files()),
        ROOT / "README.md": between(ROOT / "README.md", "measured", measured()),
        DOCS / "lists.md": f"{LISTS}{lists()}\n",
        DOCS / "commands.md": f"{head}{commands()}\n",
        DOCS / "record.schema.json": json.dumps(published_schema(), indent=1, ensure_ascii=False) + "\n",
    }


def published_schema() -> dict[str, Any]:
    """The record's schema under the name of its draft."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "dragoman-record/1", **schema()}


def main(arguments: list[str]) -> int:
    """Writes, or checks."""
    stale = [path for path, text in made().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if "--check" in arguments:
            print(f"{path.relative_to(ROOT)} is not up to date: run python tools/document.py")
        else:
            path.write_text(made()[path], encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
