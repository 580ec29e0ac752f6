"""What is found of what a brief must show: 20 articles, labelled before it was seen what dragoman reads in them.

    python bench/statements/processes.py SHARED [--misses] [--freeze]

``processes.json`` holds the labels as offsets; the words are read from SHARED. A given statement is a label's where the
letters that they share are at least half of the smaller. Each label is found by the one given statement that is most
like it; other pieces of it count for nothing. A given statement that is no label's in this sense is beyond. Labels that
are not required are neither missed nor beyond. A speaker is right where all of the label's are given and no other.
"""

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from bench.frozen import report, shared  # it lies two folders up, where Python does not look
from dragoman import Record, compile_record
from dragoman.model.ids import sha256
from dragoman.model.record import ActorRow

NAME = "statements/processes"
LABELS = Path(__file__).with_suffix(".json")
LEAST = 0.5
ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
Place = tuple[int, int]
Letters = frozenset[int]
Label = Mapping[str, Any]


class Speaker(NamedTuple):
    """Whom a statement is given to: all names, where the article names it, and whether it is a state."""

    names: tuple[str, ...]
    mentions: tuple[Place, ...]
    state: bool = False


class Given(NamedTuple):
    """A statement that the brief shows."""

    content: tuple[Place, ...]
    speakers: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article scored: which given statement finds each label, which were beyond, what became of the speakers.

    ``pairs`` maps a label's index to a given statement's; ``close`` are the labels found at a Jaccard index of a half.
    ``right`` and ``open`` are the labels found with the right speaker and with none.
    """

    collection: str
    labels: Sequence[Label]
    given: Sequence[Given]
    pairs: Mapping[int, int]
    close: frozenset[int]
    right: frozenset[int]
    open: frozenset[int]
    beyond: tuple[int, ...]

    def required(self) -> list[int]:
        """The labels that a brief must show."""
        return [n for n, label in enumerate(self.labels) if label["required"]]


def main() -> None:
    """Compile the articles, score their shown statements, print what was missed where asked."""
    folder = shared(__doc__) / "data" / "processes"
    articles = json.loads(LABELS.read_text(encoding="utf-8"))["articles"]
    rows = {article["id"]: row_of(folder, article) for article in articles}
    given = shown(list(rows.values()))
    outcomes = [
        scored(Path(a["file"]).stem, rows[a["id"]]["text"], a["labels"], given.get(a["id"], [])) for a in articles
    ]
    if "--misses" in sys.argv:
        for article, outcome in zip(articles, outcomes, strict=True):
            print(*misses(article["id"], rows[article["id"]]["text"], outcome), sep="\n")
    report(NAME, figures(outcomes))


def row_of(folder: Path, article: Mapping[str, Any]) -> dict[str, Any]:
    """The row that was labelled; exits where it is not there or its text is another."""
    for line in (folder / article["file"]).read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["doc_id"] == article["id"] and sha256(row["text"].encode("utf-8")) == article["sha256"]:
            return row
    sys.exit(f"{article['file']} does not hold {article['id']} with the text that was labelled")


def shown(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Given]]:
    """The statements that a brief of the rows shows, by row; compiled as a user would, from one file."""
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "articles.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return by_row(compile_record([file], store=":memory:"))


def by_row(record: Record) -> dict[str, list[Given]]:
    """The record's shown statements, by the id of the row that each article was read from."""
    rows = {article.id: article.source.partition("#")[2] for article in record.articles}
    actors = {actor.id: actor for actor in record.actors}
    found: dict[str, list[Given]] = {}
    for statement in record.statements:
        if statement.shown:
            speakers = tuple(speaker(actors[a], statement.article) for a in statement.speakers)
            content = tuple((start, end) for start, end in statement.content)
            found.setdefault(rows[statement.article], []).append(Given(content, speakers))
    return found


def speaker(actor: ActorRow, article: str) -> Speaker:
    """The actor as this article has it."""
    places = tuple((s.start, s.end) for mention in actor.mentions if mention.article == article for s in mention.spans)
    return Speaker((actor.name, *actor.names), places, actor.kind == "state")


def letters(text: str, spans: Iterable[Sequence[int]]) -> Letters:
    """The offsets of the letters and digits that the spans cover."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def alike(left: Letters, right: Letters) -> bool:
    """Whether what they share is at least half of the smaller."""
    return bool(left and right) and len(left & right) >= LEAST * min(len(left), len(right))


def jaccard(left: Letters, right: Letters) -> float:
    """What they share, over what either covers."""
    return len(left & right) / len(left | right) if left or right else 0.0


def best_pairs(wanted: Sequence[Letters], given: Sequence[Letters]) -> dict[int, int]:
    """One given statement at most for each label and one label for each, the most alike first."""
    ranked = sorted(((-jaccard(w, g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(given) if alike(w, g)))
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def scored(collection: str, text: str, labels: Sequence[Label], given: Sequence[Given]) -> Outcome:
    """One article's labels held against the statements given."""
    wanted = [letters(text, label["content"]) for label in labels]
    have = [letters(text, one.content) for one in given]
    pairs = best_pairs(wanted, have)
    return Outcome(
        collection,
        labels,
        given,
        pairs,
        close=frozenset(i for i, j in pairs.items() if jaccard(wanted[i], have[j]) >= LEAST),
        right=frozenset(i for i, j in pairs.items() if is_right(text, labels[i], given[j].speakers)),
        open=frozenset(i for i, j in pairs.items() if not given[j].speakers),
        beyond=tuple(j for j, one in enumerate(have) if not any(alike(w, one) for w in wanted)),
    )


def is_right(text: str, label: Label, speakers: Sequence[Speaker]) -> bool:
    """Whether these are the speakers in one of the label's readings; for an open one, whether none is given."""
    for reading in [label["speaker"], *label.get("speaker_accepts", [])]:
        spans = reading or []
        hits = [[is_meant(text, span, who) for span in spans] for who in speakers]
        if all(any(hit) for hit in hits) and all(any(hit[n] for hit in hits) for n in range(len(spans))):
            return True
    return False


def is_meant(text: str, span: Sequence[int], who: Speaker) -> bool:
    """Whether the words name this speaker: it is mentioned there, or one of its names holds them or stands in them.

    The name of a state stands in many others' ("the Velmar Guard"), so a state must be all that the words name.
    """
    meant = bare(text, span)
    words, named = folded(text[meant[0] : meant[1]]), letters(text, [meant])
    for place in who.mentions:
        if named <= letters(text, [place]) or (not who.state and named & letters(text, [place])):
            return True
    names = [folded(name) for name in who.names]
    return words in names or (not who.state and any(within(n, words) or within(words, n) for n in names))


def bare(text: str, span: Sequence[int]) -> Place:
    """The span without an article before its words."""
    article = ARTICLE.match(text[span[0] : span[1]])
    return span[0] + (article.end() if article else 0), span[1]


def folded(name: str) -> list[str]:
    """A name's words, without case and leading article."""
    start, end = bare(name, (0, len(name)))
    return name[start:end].casefold().split()


def within(few: list[str], many: list[str]) -> bool:
    """Whether the words stand in the others, one after the other."""
    return bool(few) and any(many[n : n + len(few)] == few for n in range(len(many) - len(few) + 1))


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """All counts; found and required by mode and by collection."""
    wanted = [(o, n) for o in outcomes for n in o.required()]
    found = [(o, n) for o, n in wanted if n in o.pairs]
    given = sum(len(o.given) for o in outcomes)
    beyond = sum(len(o.beyond) for o in outcomes)
    right, left_open = sum(n in o.right for o, n in found), sum(n in o.open and n not in o.right for o, n in found)
    return {
        "required": len(wanted),
        "found": len(found),
        "found_percent": percent(len(found), len(wanted)),
        "found_and_cut_alike": sum(n in o.close for o, n in found),
        "shown": given,
        "beyond": beyond,
        "beyond_percent": percent(beyond, given),
        "speaker_right": right,
        "speaker_right_percent": percent(right, len(found)),
        "speaker_left_open": left_open,
        "speaker_wrong": len(found) - right - left_open,
        **{f"found_{key}": value for key, value in shares((o.labels[n]["mode"], n in o.pairs) for o, n in wanted)},
        **{f"found_{key}": value for key, value in shares((o.collection, n in o.pairs) for o, n in wanted)},
        **{f"beyond_{key}": value for key, value in shares((o.collection, j in o.beyond) for o, j in every(outcomes))},
    }


def every(outcomes: Iterable[Outcome]) -> Iterator[tuple[Outcome, int]]:
    """Each given statement, by its index in its article."""
    return ((outcome, n) for outcome in outcomes for n in range(len(outcome.given)))


def shares(marks: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, str]]:
    """For each name how many of its marks hold, as "n of m", in the order of the names."""
    all_marks = list(marks)
    held, names = Counter(name for name, mark in all_marks if mark), Counter(name for name, _ in all_marks)
    return ((name, f"{held[name]} of {names[name]}") for name in sorted(names))


def percent(part: int, whole: int) -> float:
    """The part in hundredths of the whole, to one decimal; nought of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0


def misses(name: str, text: str, outcome: Outcome) -> Iterator[str]:
    """A line for each statement missed, each beyond, and each found with another speaker, with its words."""
    for n in outcome.required():
        label = outcome.labels[n]
        words = worded(text, label["content"])
        if n not in outcome.pairs:
            yield f"{name} missed ({label['mode']}): {words}"
        elif n not in outcome.right:
            given = [who.names[0] for who in outcome.given[outcome.pairs[n]].speakers]
            yield f"{name} speaker {given}, wanted {worded(text, label['speaker'] or [])!r}: {words}"
    for j in outcome.beyond:
        yield f"{name} beyond: {worded(text, outcome.given[j].content)}"


def worded(text: str, spans: Iterable[Sequence[int]]) -> str:
    """The words at the spans, on one line."""
    return " ... ".join(" ".join(text[start:end].split()) for start, end in spans)


if __name__ == "__main__":
    main()
