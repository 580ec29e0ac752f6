"""What reading costs: against the bare parser, from start to finished brief, and in memory.

    python bench/cost.py SHARED [--freeze]

Times against the parser are of the processor, of one process; the others are of the clock, the best of three runs.
Memory is the proportional set size of all processes together, which counts shared pages once (Linux only).
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import spacy
from frozen import report, shared

from dragoman.language.parser import PACKAGES
from dragoman.reading import load_reader
from dragoman.run import read

ARTICLES, MANY, ROUNDS = 40, 1000, 3
MODEL = next(package for package in PACKAGES if find_spec(package))
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""A user's second run finds the program compiled to bytecode, as it finds the libraries."""
LOAD = f"import spacy; spacy.load({MODEL!r})"


def main() -> None:
    """Measure the four and print them."""
    folder = shared(__doc__)
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        report(
            "cost",
            {
                "reading_over_parsing": over_parsing(folder, work),
                **start_to_brief(folder, work),
                "peak_mb_1000_articles": peak_memory(folder, work),
            },
        )


def texts(folder: Path) -> Iterator[str]:
    """The texts of real articles on four negotiations."""
    for path in sorted((folder / "data" / "processes").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def articles(folder: Path, work: Path, count: int) -> Path:
    """A folder with so many articles; where there are not enough, each further one differs from its model."""
    known = list(texts(folder))
    place = work / f"articles-{count}"
    place.mkdir()
    for number in range(count):
        extra = f"\n\nNote {number}: {known[(number * 7 + 3) % len(known)][:200]}" if number >= len(known) else ""
        (place / f"{number:05}.txt").write_text(known[number % len(known)] + extra, encoding="utf-8")
    return place


def over_parsing(folder: Path, work: Path) -> float:
    """The processor time of reading articles, vectors included, over that of the bare pipeline on the same texts."""
    known = [one.article for one in read([articles(folder, work, ARTICLES)], store=":memory:", jobs=1).articles]
    reader, bare = load_reader(), spacy.load(MODEL)
    ratios = []
    for _ in range(ROUNDS):
        floor = spent(lambda: list(bare.pipe([article.text for article in known])))
        ratios.append(spent(lambda: [reader.read(article) for article in known]) / floor)
    return round(sorted(ratios)[ROUNDS // 2], 2)


def spent(work: Callable[[], object]) -> float:
    """Processor seconds."""
    before = time.process_time()
    work()
    return time.process_time() - before


def start_to_brief(folder: Path, work: Path) -> dict[str, float]:
    """The first brief on five articles over loading the parser, and the seconds of a second run."""
    loading = best(lambda _: [sys.executable, "-c", LOAD], work)
    first = best(lambda n: brief(folder, work, f"store-{n}"), work)
    again = best(lambda _: brief(folder, work, "store-0"), work)
    return {"brief_over_loading": round(first / loading, 2), "second_run_seconds": round(again, 2)}


def brief(folder: Path, work: Path, store: str) -> list[str]:
    """The command line of a brief on the five articles."""
    words = ["brief", folder / "seeds", "--out", work / "out", "--store", work / store]
    return [sys.executable, "-m", "dragoman", *map(str, words)]


def best(command: Callable[[int], list[str]], work: Path) -> float:
    """The shortest of the runs, in seconds of the clock."""
    times = []
    for number in range(ROUNDS):
        before = time.perf_counter()
        subprocess.run(command(number), check=True, capture_output=True, cwd=work, env=AS_INSTALLED)
        times.append(time.perf_counter() - before)
    return min(times)


def peak_memory(folder: Path, work: Path) -> int:
    """The most memory that a brief on many articles and all its processes hold together, in MB."""
    words = ["brief", articles(folder, work, MANY), "--out", work / "many", "--store", work / "many.sqlite"]
    most = 0
    with subprocess.Popen([sys.executable, "-m", "dragoman", *map(str, words)], stdout=subprocess.DEVNULL) as program:
        while program.poll() is None:
            most = max(most, sum(map(proportional, family(program.pid))))
            time.sleep(0.2)
    return round(most / 1000)


def family(pid: int) -> list[int]:
    """The process and all that it started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def proportional(pid: int) -> int:
    """The proportional set size in kB; nought where the process has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    os.environ.setdefault("DRAGOMAN_STORE", ":memory:")
    main()
