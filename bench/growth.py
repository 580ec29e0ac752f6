"""How the cost of comparing grows: processor time per article at 250, 1,000 and 4,000 articles, by part, and memory.

    python bench/growth.py SHARED [--freeze] [--store FILE]

The articles of the process collections are read once. Further rounds repeat their readings, 40 days later each, with
the names of all persons replaced by others of the same length, in texts and readings. Each size is compared and folded
in a process of its own, by one thread and without any model, from readings as the store keeps them; memory is the most
that it holds. With ``--store`` the readings are kept in that file, and where it is there, the time of reading them is
not measured.
"""

import importlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import msgspec
from frozen import report, shared

from dragoman.compare import plan
from dragoman.config import ONE_THREAD
from dragoman.model.article import Article
from dragoman.model.reading import Entity, ReadArticle, Reading
from dragoman.model.record import Made
from dragoman.model.when import When
from dragoman.run import compile_record, read

SIZES = (250, 1000, 4000)
folding = importlib.import_module("dragoman.record.fold")  # the package gives the function this name
DAYS = 40
LEAST = 0.05
"""Milliseconds an article of a part that is printed."""


def main() -> None:
    """Read once, then compare each size in a process of its own."""
    if "--size" in sys.argv:
        print(json.dumps(measured(Path(sys.argv[1]), int(sys.argv[-1]))))
        return
    folder = shared(__doc__)
    with tempfile.TemporaryDirectory() as made:
        store = Path(sys.argv[sys.argv.index("--store") + 1]) if "--store" in sys.argv else Path(made) / "store.sqlite"
        collections = sorted((folder / "data" / "processes").glob("*.jsonl"))
        fresh = not store.exists()
        reading = spent(lambda: read(collections, store=store, jobs=1))
        compiling = spent(lambda: compile_record(collections, store=store, jobs=1))
        readings = Path(made) / "readings"
        readings.write_bytes(msgspec.msgpack.encode([list(one) for one in read(collections, store=store).articles]))
        sizes = {size: json.loads(run(readings, size)) for size in SIZES}
    each = {size: found["compare"] for size, found in sizes.items()}
    peaks = {f"peak_mb_{size}_articles": found.pop("peak_mb") for size, found in sizes.items()}
    result: dict[str, Any] = {f"milliseconds_an_article_{size}": found for size, found in sizes.items()}
    result |= {"last_over_first": round(each[SIZES[-1]] / each[SIZES[0]], 2), **peaks}
    if fresh:
        result["compiling_over_reading"] = round(compiling / reading, 3)
    report("growth", result)


def run(readings: Path, size: int) -> str:
    """What this script prints for one size."""
    command = [sys.executable, __file__, str(readings), "--size", str(size)]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | ONE_THREAD).stdout


def spent(work: Callable[[], object]) -> float:
    """Processor seconds."""
    before = time.process_time()
    work()
    return time.process_time() - before


def measured(readings: Path, size: int) -> dict[str, float]:
    """Milliseconds an article of comparing, of its parts and of folding, and the peak of memory in MB."""
    known = [
        ReadArticle(*pair) for pair in msgspec.msgpack.decode(readings.read_bytes(), type=list[tuple[Article, Reading]])
    ]
    some = list(repeated(known, size))
    seconds: dict[str, float] = {}
    watch(plan, "", seconds)
    links: list[Any] = []
    seconds["compare"] = spent(lambda: links.append(plan.compare(some)))
    watch(folding, "fold ", seconds)
    seconds["fold"] = spent(lambda: folding.fold(some, links[0], [], Made("bench")))
    each = {part: round(1000 * spent / size, 2) for part, spent in seconds.items()}
    return {part: spent for part, spent in each.items() if spent >= LEAST} | {"peak_mb": peak()}


def peak() -> int:
    """The most memory in MB that this process has held since it was started (Linux only)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return round(int(status.partition("VmHWM:")[2].split()[0]) / 1000)


def watch(module: ModuleType, prefix: str, seconds: dict[str, float]) -> None:
    """Let every function that the module takes from elsewhere be a part, so that a later step is seen as it comes."""
    for name, function in list(vars(module).items()):
        room = isinstance(function, FunctionType) and function.__module__.rpartition(".")[0]
        if room == module.__package__ and function.__module__ != module.__name__:
            setattr(module, name, clocked(function, f"{prefix}{name}", seconds))


def clocked(function: Callable[..., Any], part: str, seconds: dict[str, float]) -> Callable[..., Any]:
    """The function, its processor time added to that of its part."""

    def called(*words: Any, **named: Any) -> Any:  # noqa: ANN401  # whatever the function takes and gives
        before = time.process_time()
        found = function(*words, **named)
        if isinstance(found, Iterator):
            found = list(found)
        seconds[part] = seconds.get(part, 0.0) + time.process_time() - before
        return found

    return called


def repeated(known: Sequence[ReadArticle], size: int) -> Iterator[ReadArticle]:
    """So many articles: those known, then again and again with other names on other days."""
    for number in range(size):
        again, which = divmod(number, len(known))
        # A seventh of the articles away from each other, so that every size has articles of all collections.
        one = known[which * 101 % len(known)]
        yield renamed(one, again) if again else one


def renamed(read: ReadArticle, again: int) -> ReadArticle:
    """The article of another round."""
    article, reading = read
    persons = [entity for entity in reading.entities if entity.kind == "person"]
    words = {word for entity in persons for name in entity.names for word in re.findall(r"[^\W\d_]{3,}", name)}
    both = {form for word in words for form in (word, word.lower())}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, both)))})\b") if both else re.compile(r"(?!)")

    def other(text: str) -> str:
        return pattern.sub(lambda match: turned(match[0], again), text)

    head = article.masthead
    title = head.title and other(head.title)
    return ReadArticle(
        replace(
            article,
            id=f"{article.id}-{again}",
            source=f"{article.source}-{again}",
            text=other(article.text),
            masthead=replace(head, title=title, published=later(head.published, again * DAYS)),
        ),
        replace(
            reading,
            entities=tuple(of_other_name(entity, other) for entity in reading.entities),
            terms=tuple(sorted(map(other, reading.terms))),
        ),
    )


def of_other_name(entity: Entity, other: Callable[[str], str]) -> Entity:
    """The person under another name."""
    if entity.kind != "person":
        return entity
    return replace(entity, name=other(entity.name), names=tuple(map(other, entity.names)))


def turned(word: str, by: int) -> str:
    """The word with each letter of the Latin alphabet so many places further on."""
    return "".join(chr((ord(c) - base + by) % 26 + base) if (base := start(c)) else c for c in word)


def start(letter: str) -> int:
    """Where the alphabet of the letter starts; nought for other letters."""
    return ord("a") if "a" <= letter <= "z" else ord("A") if "A" <= letter <= "Z" else 0


def later(when: When, days: int) -> When:
    """So many days later, where anything is known."""
    ends = [day and day + timedelta(days) for day in (when.earliest, when.latest)]
    return replace(when, earliest=ends[0], latest=ends[1])


if __name__ == "__main__":
    main()
