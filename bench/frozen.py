"""What every bench script does: find the shared data, run its scorer, hold the result against the frozen one."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


def shared(doc: str | None) -> Path:
    """The folder of data and scorers named on the command line; exits with status 2 where there is none."""
    paths = [Path(word) for word in sys.argv[1:] if not word.startswith("-")]
    if not paths or not (paths[0] / "score").is_dir():
        print(doc, file=sys.stderr)
        sys.exit(2)
    return paths[0]


def run(folder: Path, scorer: str, *words: str | Path) -> str:
    """What a scorer of the shared folder prints."""
    command = [sys.executable, str(folder / "score" / scorer), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def score(folder: Path, scorer: str, *words: str | Path) -> dict[str, float]:
    """The one dictionary that a scorer prints."""
    result: dict[str, float] = ast.literal_eval(run(folder, scorer, *words))
    return result


def report(name: str, result: dict[str, Any]) -> None:
    """Prints the result beside the frozen one; with ``--freeze`` writes it as the new one."""
    file = RESULTS / f"{name}.json"
    before = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    for key, value in result.items():
        print(f"{name} {key}: {value}" + ("" if before.get(key) == value else f"   (frozen: {before.get(key)})"))
    if "--freeze" in sys.argv:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
