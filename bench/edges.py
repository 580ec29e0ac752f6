"""What articles at the edges cost: very long, one sentence, no punctuation, only quotations, transcripts and the like.

    python bench/edges.py [--freeze] [KIND ...]

Needs no data: the articles are invented by tests/reading/edges.py from a seed. For each kind, in a process of its own:
words; processor seconds of the whole reading, vectors included, and these over the bare pipeline's on the same text; by
how much they grow from this size to twice it; statements; and the most memory that the process held, in MB. The bare
pipeline does not get through a run of marks in minutes; there is no ratio for them.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import spacy
from frozen import report

from dragoman.language.parser import PACKAGES
from dragoman.model.article import Article, Masthead
from dragoman.reading import load_reader
from dragoman.reading.tongue import MOST
from tests.reading.edges import KINDS  # it lies in the root, where Python does not look

MODEL = next(package for package in PACKAGES if find_spec(package))
T = TypeVar("T")
UNPARSED = {"marks", "same marks"}
"""Kinds that the bare pipeline does not get through."""


def main() -> None:
    """Measure each kind in a process of its own."""
    named = [word for word in sys.argv[1:] if not word.startswith("-")]
    if "--one" in sys.argv:
        print(json.dumps(measure(named[0])))
        return
    command = [sys.executable, __file__, "--one"]
    found = {}
    for kind in named or KINDS:
        done = subprocess.run([*command, kind], check=True, capture_output=True, text=True)
        found[kind] = json.loads(done.stdout.splitlines()[-1])
        print(kind, found[kind], flush=True)
    if not named:
        report("edges", found)


def measure(kind: str) -> dict[str, Any]:
    """One kind at its size and at twice that; at half of it and at it, where twice is too long to be read."""
    make, size = KINDS[kind]
    sizes = (size, 2 * size) if len(make(2 * size)) <= MOST else (size // 2, size)
    reader = load_reader()
    reader.read(article(make(50)))  # lists are read and patterns compiled
    found = {count: spent(lambda count=count: reader.read(article(make(count)))) for count in sizes}
    seconds, reading = found[size]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bare = spacy.load(MODEL)
    bare.max_length = MOST + 1
    floor = None if kind in UNPARSED else spent(lambda: list(bare.pipe([make(size)])))[0]
    return {
        "words": len(make(size).split()),
        "seconds": round(seconds, 1),
        "over_parsing": floor and round(seconds / floor, 2),
        "growth": round(found[sizes[1]][0] / found[sizes[0]][0], 2),
        "statements": len(reading.statements),
        "peak_mb": round(peak),
    }


def article(text: str) -> Article:
    """The text as an article in English."""
    return Article("edge", "edge.txt", text, "", "", Masthead(language="en"))


def spent(work: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds, and what was made."""
    before = time.process_time()
    made = work()
    return time.process_time() - before, made


if __name__ == "__main__":
    main()
