"""How well five real articles that were read by hand are compiled: masthead, statements, speakers, stories, meetings.

    python bench/seeds.py SHARED [--freeze]

The rules were written with these articles in sight; what they show for others, the other scripts measure.
"""

import tempfile
from pathlib import Path

from frozen import report, run, shared

from dragoman import compile_record
from dragoman.model.codec import dump


def main() -> None:
    """Compile the articles and have the record scored."""
    folder = shared(__doc__)
    with tempfile.TemporaryDirectory() as made:
        record = Path(made) / "record.json"
        record.write_bytes(dump(compile_record([folder / "seeds"], store=":memory:")))
        lines = run(folder, "seeds.py", record).splitlines()
    report("seeds", {name: found(value) for name, value in (line.split(maxsplit=1) for line in lines)})


def found(value: str) -> int | str:
    """The number, or the words "n of m"."""
    return int(value) if value.strip().isdigit() else value.strip()


if __name__ == "__main__":
    main()
