"""Articles made by the number, about states that do not exist."""

from pathlib import Path

TEMPLATE = """Harbour Post

CARROW, {day} May 2031 - The foreign ministers of Velmar and Ostrand met in Carrow for the {number}th time.

“We counted {number} lorries at the gate, and we will count them again,” Velmarian Foreign Minister Ilse Barran said.

Her Ostrandian counterpart Andrei Kolm denied that {number} convoys had been turned back.
"""


def text(number: int) -> str:
    """The text of one article; each number gives another."""
    return TEMPLATE.format(number=number, day=number % 28 + 1)


def write(folder: Path, count: int) -> Path:
    """A folder of so many articles."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(text(number), encoding="utf-8")
    return folder
