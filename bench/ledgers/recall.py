"""What the ledgers hold of what a careful reader finds in 24 articles, labelled before anything was measured on them.

    python bench/ledgers/recall.py SHARED [--held-out] [--misses] [--freeze]

``labels.json`` holds the labels as offsets, and ``held_out.json`` those of 24 other articles, whose misses nobody who
mends the ledgers reads. The words are read from SHARED. A label is found by the one row of its
ledger whose passages are most like its own, where the letters that they share are at least half of the smaller. A row
that is like no label is beyond. Labels that are not required are neither missed nor beyond. Of what is found, each
field is held against the label's: those of who it is as in ``statements/processes.py``.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from bench.frozen import report, shared  # it lies two folders up, where Python does not look
from bench.ledgers.given import LEDGERS, Given, given_rows
from bench.statements.processes import Place, alike, best_pairs, is_right, letters, row_of, worded

NAMES = ("labels", "held_out")
LABELS = Path(__file__).with_name("labels.json")
Label = Mapping[str, Any]
Check = Callable[[str, Label, Given], bool | None]


class Outcome(NamedTuple):
    """One ledger of one article: labels, rows, which row finds which label, and the rows that are like no label."""

    text: str
    labels: Sequence[Label]
    given: Sequence[Given]
    pairs: Mapping[int, int]
    beyond: Sequence[int]


def main() -> None:
    """Compile the articles, score each ledger, print what was missed where asked."""
    folder = shared(__doc__) / "data" / "processes"
    name = NAMES["--held-out" in sys.argv]
    articles = json.loads(LABELS.with_stem(name).read_text(encoding="utf-8"))["articles"]
    rows = {article["id"]: row_of(folder, article) for article in articles}
    given = given_rows(list(rows.values()))
    result: dict[str, Any] = {}
    for ledger in LEDGERS:
        outcomes = [scored(rows[a["id"]]["text"], a[ledger], given[ledger].get(a["id"], [])) for a in articles]
        result |= {f"{ledger}_{key}": value for key, value in counted(outcomes, ledger).items()}
        if "--misses" in sys.argv:
            for article, outcome in zip(articles, outcomes, strict=True):
                print(*(f"{article['id']} {ledger} {line}" for line in misses(outcome, ledger)), sep="\n")
    report(f"ledgers/{name}", result)


def passages(label: Label) -> list[Place]:
    """Where a label's words stand."""
    return [(start, end) for start, end in label["passages"]]


def scored(text: str, labels: Sequence[Label], given: Sequence[Given]) -> Outcome:
    """One article's labels of a ledger held against its rows."""
    wanted = [letters(text, passages(label)) for label in labels]
    have = [letters(text, row.passages) for row in given]
    beyond = [j for j, one in enumerate(have) if not any(alike(w, one) for w in wanted)]
    return Outcome(text, labels, given, best_pairs(wanted, have), beyond)


def counted(outcomes: Sequence[Outcome], ledger: str) -> dict[str, Any]:
    """Required and found labels, rows given and beyond, and how many of the found have each field right."""
    wanted = [(o, n) for o in outcomes for n, label in enumerate(o.labels) if label["required"]]
    found = [(o, n) for o, n in wanted if n in o.pairs]
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for outcome, n in found:
        for field, check in CHECKS[ledger].items():
            answer = check(outcome.text, outcome.labels[n], outcome.given[outcome.pairs[n]])
            if answer is not None:
                asked[field] += 1
                right[field] += answer
    return {
        "found": f"{len(found)} of {len(wanted)}",
        "beyond": f"{sum(len(o.beyond) for o in outcomes)} of {sum(len(o.given) for o in outcomes)}",
        **{field: f"{right[field]} of {asked[field]}" for field in CHECKS[ledger]},
        **({"in_own_row": f"{sum(map(own_rows, outcomes))} of {len(wanted)}"} if ledger == "instruments" else {}),
    }


def who(field: str) -> Check:
    """Whether the actors of this field are the label's; none where the label leaves them open."""

    def check(text: str, label: Label, given: Given) -> bool | None:
        wanted = {"speaker": label[field]}
        return is_right(text, wanted, given.actors.get(field, ())) if label[field] else None

    return check


def same(field: str) -> Check:
    """Whether the values of this field are the same; where the label has none it is not asked."""

    def check(_: str, label: Label, given: Given) -> bool | None:
        return label[field] == given.values.get(field) if label[field] is not None else None

    return check


def month(_: str, label: Label, given: Given) -> bool | None:
    """Whether the row is dated within the label's month or year."""
    if not label["when"]:
        return None
    length = min(len(label["when"]), len("2000-01"))
    days = given.values["earliest"], given.values["latest"]
    return all(day is not None and day.isoformat()[:length] == label["when"][:length] for day in days)


def place(text: str, label: Label, given: Given) -> bool:
    """Whether the places are one, or neither has any."""
    named = given.values["place"]
    if label["place"] is None or named is None:
        return label["place"] is None and named is None
    words = text[slice(*label["place"])].casefold()
    return words in named.casefold() or named.casefold() in words


CHECKS: Mapping[str, Mapping[str, Check]] = {
    "meetings": {"participants": who("participants"), "place": place, "month": month, "status": same("status")},
    "instruments": {},
    "commitments": {"actors": who("actors"), "status": same("status")},
    "allegations": {"accuser": who("accuser"), "accused": who("accused"), "answer": same("answer")},
    "figures": {"value": same("value"), "giver": who("giver")},
}


def misses(outcome: Outcome, ledger: str) -> Iterator[str]:
    """A line for each label missed, each field that is wrong, and each row beyond, with its words."""
    for n, label in enumerate(outcome.labels):
        words = worded(outcome.text, passages(label))
        if n not in outcome.pairs:
            yield ("missed: " if label["required"] else "left out: ") + words
            continue
        row = outcome.given[outcome.pairs[n]]
        wrong = [f for f, check in CHECKS[ledger].items() if check(outcome.text, label, row) is False]
        if wrong and label["required"]:
            names = {field: [one.names[0] for one in actors] for field, actors in row.actors.items()}
            yield f"wrong {', '.join(wrong)} ({names}, {dict(row.values)}): {words}"
    for j in outcome.beyond:
        yield f"beyond: {worded(outcome.text, outcome.given[j].passages)}"


def own_rows(outcome: Outcome) -> int:
    """How many required mentions stand in their document's row: each row is one document's at most, and the reverse."""
    shared_by = Counter(
        (outcome.labels[n]["document"], str(outcome.given[j].values["row"]))
        for n, j in outcome.pairs.items()
        if outcome.labels[n]["required"]
    )
    taken: set[object] = set()
    total = 0
    for (document, row), count in sorted(shared_by.items(), key=lambda pair: (-pair[1], pair[0])):
        if document not in taken and row not in taken:
            taken |= {document, row}
            total += count
    return total


if __name__ == "__main__":
    main()
