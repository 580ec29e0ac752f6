"""Makes the list of the language that nearly everybody in public life of a state speaks, where there is one.

    python make_spoken.py LISTS_FOLDER

Run once, by hand, with babel installed; the same version gives the same file.
"""

import sys
from importlib import metadata
from pathlib import Path

from babel.languages import get_official_languages, get_territory_language_info

LEAST = 90.0
"""Share of the population, in per cent, that speaks the only national official language."""


def main() -> None:
    """Write the list for the states of ``states.tsv``."""
    folder = Path(sys.argv[1])
    lines = (folder / "states.tsv").read_text(encoding="utf-8").splitlines()
    states = [line.split("\t")[0] for line in lines if not line.startswith("#")][1:]
    rows = []
    for state in states:
        languages = get_official_languages(state, de_facto=True)
        spoken = get_territory_language_info(state)
        if len(languages) == 1 and spoken.get(languages[0], {}).get("population_percent", 0) >= LEAST:
            rows.append(f"{state}\t{languages[0]}")
    source = f"Unicode CLDR, official languages and their speakers, read from Babel {metadata.version('babel')}"
    made = "made by training/knowledge/make_spoken.py"
    head = [f"# source: {source}; {made}", "# licence: Unicode-3.0", "code\tlanguage"]
    (folder / "spoken_languages.tsv").write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")
    print(f"{len(rows)} states")


if __name__ == "__main__":
    main()
