"""What is found of attributions in Wikinews, interviews and speeches (GUM, Zeldes 2017), and whom pronouns mean.

    python bench/statements/gum.py SHARED [--train] [--freeze]

By genre: the share of contents that overlap a content that was read by half or more, and, of the sources of these that
are pronouns or nouns of a coreference chain, for how many the actor has another mention in the same chain (*right*), in
another one (*wrong*) or none (*alone*), and for how many nobody is given (*open*). Who "I" is in a speech or an
interview, GUM's text does not print; first and second persons are counted apart. Rules are tried on the training
part, the frozen result is of the development part.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from frozen import report, shared  # it lies one folder up, where Python does not look

from dragoman.model.article import Article
from dragoman.model.reading import Reading, Statement
from dragoman.reading import load_reader

OURSELVES = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "his", "her", "their", "its", "this", "these"})
Span = Sequence[int]
Row = dict[str, Any]


def main() -> None:
    """Read the documents and count."""
    part = "train" if "--train" in sys.argv else "dev"
    gold = shared(__doc__) / "data" / "attribution_gum" / f"{part}.jsonl"
    rows: list[Row] = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    reader = load_reader()
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        reading = reader.read(Article(row["doc_id"], row["doc_id"], row["text"], "", ""))
        for name in found_in(row, reading):
            counts[row["genre"], name] += 1
            counts["all", name] += 1
    result = table(counts)
    if part == "dev":
        report("statements/gum", result)
    else:
        print(json.dumps(result, indent=1))


def found_in(row: Row, reading: Reading) -> Iterable[str]:
    """What there is to count: each content, whether found, and what became of its source."""
    for attribution in row["attributions"]:
        yield "contents"
        statement = statement_of(attribution, reading.statements)
        if statement is None:
            continue
        yield "found"
        yield "found shown" if statement.shown else "found, not shown"
        kind, outcome = source_of(row, attribution, statement, reading)
        if kind:
            yield f"{kind} {outcome}"


def statement_of(attribution: Row, statements: Sequence[Statement]) -> Statement | None:
    """The statement whose content is most like the attribution's, by half at least."""
    best, most = None, 0.5
    for want in (attribution["content_all"], [attribution["content_core"]]):
        for statement in statements:
            like = jaccard(characters(want), characters(statement.content))
            if like >= most:
                best, most = statement, like
    return best


def characters(spans: Iterable[Span]) -> set[int]:
    """The offsets that the spans cover."""
    return {at for start, end in spans for at in range(start, end)}


def jaccard(left: set[int], right: set[int]) -> float:
    """What two sets share, divided by what they hold together."""
    return len(left & right) / len(left | right) if left or right else 0.0


def source_of(row: Row, attribution: Row, statement: Statement, reading: Reading) -> tuple[str, str]:
    """Whether the source is a pronoun or a noun in a chain, and how the actor agrees; two empty words where neither."""
    where = own_mention(row, attribution, statement)
    if where is None:
        return "", ""
    chain, span = where
    words = row["text"][slice(*span)].casefold()
    names = [m for m in reading.mentions if m.form == "name" and span[0] <= m.span.start and m.span.end <= span[1]]
    kind = "first person" if words in OURSELVES else "pronoun" if words in PRONOUNS else "name" if names else "noun"
    others = [
        m.span
        for m in reading.mentions
        if m.entity in statement.speakers and m.form != "pronoun" and not meet(m.span, span)
    ]
    known = [number for other in others if (number := chain_of(row, other)) is not None]
    if not known:
        return kind, "alone" if statement.speakers else "open"
    return kind, "right" if chain in known else "wrong"


def own_mention(row: Row, attribution: Row, statement: Statement) -> tuple[int, Span] | None:
    """The longest mention in the attribution's clause that is most of the statement's source, and its chain."""
    source = characters(statement.source)
    inside = [
        (end - start, -start, number)
        for number, chain in enumerate(row["coref"])
        for start, end in chain
        for first, last in attribution["attribution_clause"]
        if first <= start and end <= last and jaccard(source, characters([(start, end)])) >= 0.5
    ]
    if not inside:
        return None
    length, start, number = max(inside)
    return number, (-start, length - start)


def meet(left: Span, right: Span) -> bool:
    """Whether two spans overlap."""
    return left[0] < right[1] and right[0] < left[1]


def chain_of(row: Row, span: Span) -> int | None:
    """The chain of the shortest mention that holds the span."""
    holding = [
        (end - start, number)
        for number, chain in enumerate(row["coref"])
        for start, end in chain
        if start <= span[0] and span[1] <= end
    ]
    return min(holding)[1] if holding else None


def table(counts: Counter[tuple[str, str]]) -> dict[str, str]:
    """The counts as lines: by genre, "found of contents" and each outcome by kind of source."""
    lines: dict[str, str] = {}
    for genre in sorted({genre for genre, _ in counts}):
        one = {name: count for (where, name), count in counts.items() if where == genre}
        lines[f"{genre} contents"] = f"{one.get('found', 0)} of {one['contents']}, shown {one.get('found shown', 0)}"
        for kind in ("pronoun", "noun", "name", "first person"):
            outcomes = ("right", "wrong", "alone", "open")
            lines[f"{genre} {kind}"] = ", ".join(f"{outcome} {one.get(f'{kind} {outcome}', 0)}" for outcome in outcomes)
    return lines


if __name__ == "__main__":
    main()
