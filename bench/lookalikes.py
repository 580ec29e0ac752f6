"""False corroboration: statements that look alike and are not one utterance must not be joined, those that are must be.

    python bench/lookalikes.py SHARED [--freeze] [--store FILE] [--misses]

From real statements a seeded script makes 240 pairs, 40 of each kind: one number is another, a denial is put in or
taken out, a name is that of another actor of its kind, a common noun is another ("the site", "the port"), another actor
of the article speaks, or it was said on another day (half of them in an article of another month, half by the
statement's own words in the same story). Each statement
stands in its article, and, changed, in a second one with half of the other statements and nothing else changed: the
hardest case there is. Both are compared as any two articles; a pair counts as joined where one utterance holds the
changed words of both. The same statements in slightly other words (a number spelled out, a contraction, a quarter cut
off at the end), or in the very same, stand beside as what is to be joined.
"""

import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from frozen import report, shared

from dragoman.compare import compare
from dragoman.language.encoder import load_encoder
from dragoman.model.article import Article
from dragoman.model.links import At
from dragoman.model.reading import Entity, ReadArticle, Statement, Timex
from dragoman.model.spans import Span, Spans, common, length
from dragoman.model.when import between
from dragoman.reading.vectors import with_vectors
from dragoman.run import read

SEED = 20_311
EACH = 40
LEAST_WORDS = 6
NAMED = ("person", "state", "body")
DAY = date(2031, 5, 14)
FURTHER = "\nThe two sides will hear more of it before long."
"""Stands at the end of each second article: two articles of one text are not compared."""
SPELLED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER = re.compile(rf"\b(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(SPELLED)})\b")
MODAL = re.compile(r"\b(will|would|can|could|should|must|is|are|was|were|has|have|had)\b(?! (?:not|never)\b)")
DENIED = re.compile(r"\b(will|would|can|could|should|must|is|are|was|were|has|have|had) not ")
THING = re.compile(r"\b(?:the|its|their) (?P<noun>[a-z]{4,})(?=[.,;]| (?:of|in|on|to|and|for|with|by|from|at|that)\b)")
"""A common noun behind an article, as far as its form tells: nothing but a preposition or a stop behind it."""
SHORTER = re.compile(r"\b(is|are|was|were|has|have|had|would|could|should|do|does|did) not\b")


class Change(NamedTuple):
    """Words of an article that are others: where they stand, and the new ones."""

    span: Span
    words: str


class Case(NamedTuple):
    """Two articles, the number of the statement in both, and where the words stand that must be in one utterance."""

    left: ReadArticle
    right: ReadArticle
    places: tuple[Span, Span]
    statements: tuple[int, int]


def main() -> None:
    """Read once, make the pairs, compare each."""
    folder = shared(__doc__)
    with tempfile.TemporaryDirectory() as made:
        store = Path(sys.argv[sys.argv.index("--store") + 1]) if "--store" in sys.argv else Path(made) / "store.db"
        files = [*sorted((folder / "data" / "processes").glob("*.jsonl")), folder / "seeds"]
        known = read(files, store=store, jobs=1).articles
    result: dict[str, Any] = {}
    for kind, make in KINDS.items():
        cases = list(drawn(known, kind, make))
        found = [joined(case) for case in cases]
        result[kind] = f"{sum(found)} of {len(cases)}"
        if "--misses" in sys.argv:
            shown(kind, [case for case, one in zip(cases, found, strict=True) if one == (kind not in ALIKE)])
    result["joined_of_240_lookalikes"] = sum(int(result[kind].split()[0]) for kind in KINDS if kind not in ALIKE)
    report("lookalikes", result)


def drawn(
    known: Sequence[ReadArticle], kind: str, make: Callable[[random.Random, ReadArticle, int, Sequence[Entity]], Any]
) -> Iterator[Case]:
    """Cases of one kind, each from another statement, as the seed draws them."""
    dice = random.Random(f"{SEED} {kind}")  # noqa: S311  # a draw that anyone can repeat
    entities = [entity for one in known for entity in one.reading.entities if entity.kind in NAMED]
    statements = [(one, n) for one in known for n, each in enumerate(one.reading.statements) if fit(one, each)]
    dice.shuffle(statements)
    number = 0
    for one, n in statements:
        if number == EACH:
            return
        case = make(dice, one, n, entities)
        if case is not None:
            number += 1
            yield case


def fit(one: ReadArticle, statement: Statement) -> bool:
    """Whether it is shown, has a known speaker and so many words."""
    words = " ".join(one.article.text[s:e] for s, e in statement.content).split()
    return bool(statement.shown and statement.speakers and statement.vector) and LEAST_WORDS <= len(words) <= 60


def joined(case: Case) -> bool:
    """Whether one utterance holds the words of both articles."""
    ends = [
        (At(one.article.id, n), place)
        for one, n, place in zip((case.left, case.right), case.statements, case.places, strict=True)
    ]
    return any(
        all(any(r.statement == at and common(r.spans, (place,)) for r in group) for at, place in ends)
        for group in compare([case.left, case.right]).utterances
    )


def other_number(dice: random.Random, one: ReadArticle, n: int, _: Sequence[Entity]) -> Case | None:
    """One number of the content is another."""
    found = [m for s, e in one.reading.statements[n].content for m in NUMBER.finditer(one.article.text, s, e)]
    found = [m for m in found if m[0] not in ("a", "one")]
    if not found:
        return None
    match = dice.choice(found)
    return changed(one, n, Change(Span(*match.span()), another(dice, match[0])))


def another(dice: random.Random, word: str) -> str:
    """Another number of the same form."""
    if word in SPELLED:
        return dice.choice([each for each in SPELLED if each != word])
    plain = float(word.replace(",", ""))
    other = plain + dice.choice([1, 2, 3, 5, 10]) * (0.1 if "." in word else 1)
    return f"{other:,.1f}" if "." in word else f"{int(other):,}" if "," in word else str(int(other))


def negated(dice: random.Random, one: ReadArticle, n: int, _: Sequence[Entity]) -> Case | None:
    """One "not" more, or less."""
    places = one.reading.statements[n].content
    less = [m for s, e in places for m in DENIED.finditer(one.article.text, s, e)]
    more = [m for s, e in places for m in MODAL.finditer(one.article.text, s, e) if m.end() < e]
    if less:
        match = dice.choice(less)
        return changed(one, n, Change(Span(*match.span()), f"{match[1]} "))
    if not more:
        return None
    match = dice.choice(more)
    return changed(one, n, Change(Span(*match.span()), f"{match[0]} not"))


def other_name(dice: random.Random, one: ReadArticle, n: int, entities: Sequence[Entity]) -> Case | None:
    """An actor named in the content is another of the same kind, from some article of the collections."""
    row, own = one.reading.statements[n], one.reading.entities
    held = [
        (index, m)
        for index, m in enumerate(one.reading.mentions)
        if m.form == "name" and length(common((m.span,), row.content)) == m.span.end - m.span.start
    ]
    held = [(index, m) for index, m in held if own[m.entity].kind in NAMED]
    if not held:
        return None
    index, mention = dice.choice(held)
    words = {word for each in own for word in each.name.casefold().split()}
    kind = own[mention.entity].kind
    choices = [each for each in entities if each.kind == kind and not words & set(each.name.casefold().split())]
    new = dice.choice(choices)
    name = new.names[0] if new.names else new.name
    case = changed(one, n, Change(mention.span, name))
    if case is None:
        return None
    reading = case.right.reading
    mentions = list(reading.mentions)
    mentions[index] = replace(mentions[index], entity=len(reading.entities))
    added = replace(new, offices=())
    right = replace(reading, entities=(*reading.entities, added), mentions=tuple(mentions))
    return case._replace(right=ReadArticle(case.right.article, right))


def other_thing(dice: random.Random, one: ReadArticle, n: int, _: Sequence[Entity]) -> Case | None:
    """A common noun at the end of its phrase is another, from another statement of the article."""
    text, rows = one.article.text, one.reading.statements
    found = [m for s, e in rows[n].content for m in THING.finditer(text, s, e)]
    nouns = {
        m["noun"] for row in rows if row is not rows[n] for s, e in row.content for m in THING.finditer(text, s, e)
    }
    if not found:
        return None
    match = dice.choice(found)
    choices = sorted(
        noun for noun in nouns if noun[:4] != match["noun"][:4] and noun.endswith("s") == match["noun"].endswith("s")
    )
    return changed(one, n, Change(Span(*match.span("noun")), dice.choice(choices))) if choices else None


def other_speaker(dice: random.Random, one: ReadArticle, n: int, _: Sequence[Entity]) -> Case | None:
    """Another actor of the article is who speaks."""
    row = one.reading.statements[n]
    others = [
        i
        for i, e in enumerate(one.reading.entities)
        if i not in row.speakers and e.kind in NAMED and e.kind == speaking(one, row).kind
    ]
    if not others:
        return None
    case = changed(one, n, None)
    speaker = dice.choice(others)
    return case and case._replace(right=with_statement(case.right, case.statements[1], speakers=(speaker,)))


def speaking(one: ReadArticle, row: Statement) -> Entity:
    """The first of who speaks."""
    return one.reading.entities[row.speakers[0]]


def other_day(dice: random.Random, one: ReadArticle, n: int, _: Sequence[Entity]) -> Case | None:
    """The second article is of another month, or both say on which days of one week it was said."""
    case = changed(one, n, None)
    if case is None:
        return None
    if dice.random() < 0.5:
        days = DAY, DAY + timedelta(dice.choice([9, 30, 365]))
        return case._replace(left=published(case.left, days[0]), right=published(case.right, days[1]))
    first, second = dice.sample(range(5), 2)
    left, right = (published(each, DAY) for each in (case.left, case.right))
    return case._replace(
        left=on_weekday(left, case.statements[0], first), right=on_weekday(right, case.statements[1], second)
    )


def on_weekday(one: ReadArticle, n: int, day: int) -> ReadArticle:
    """The statement as said on such a day of the week."""
    cue = one.reading.statements[n].cue or one.reading.statements[n].content
    timexes = (*one.reading.timexes, Timex(cue[0], weekday=day, tense="past"))
    reading = replace(one.reading, timexes=timexes)
    return with_statement(ReadArticle(one.article, reading), n, timex=len(timexes) - 1)


def published(one: ReadArticle, day: date) -> ReadArticle:
    """The article as published on this day."""
    head = replace(one.article.masthead, published=between(day, day, "given"))
    return ReadArticle(replace(one.article, masthead=head), one.reading)


def same(dice: random.Random, one: ReadArticle, n: int, _: Sequence[Entity]) -> Case | None:
    """The very words."""
    del dice
    return changed(one, n, None)


def reworded(dice: random.Random, one: ReadArticle, n: int, _: Sequence[Entity]) -> Case | None:
    """A number spelled out, a contraction, or a quarter of the words cut off at the end."""
    row, text = one.reading.statements[n], one.article.text
    changes = [Change(Span(*m.span()), m[0][:-4] + "n’t") for s, e in row.content for m in SHORTER.finditer(text, s, e)]
    changes += [
        Change(Span(*m.span()), SPELLED[int(m[0]) - 2])
        for s, e in row.content
        for m in re.finditer(r"(?<![\d.,])(?:[2-9]|1[0-2])(?![\d.,]\d|\d)", text[:e])
        if m.start() >= s
    ]
    start, end = row.content[-1]
    ends = [m.end() for m in re.finditer(r"\S+", text[start:end])]
    if len(ends) >= 8:
        changes.append(Change(Span(start + ends[3 * len(ends) // 4 - 1], end), ""))
    return changed(one, n, dice.choice(changes), whole=True) if changes else None


KINDS = {
    "other_number": other_number,
    "negated": negated,
    "other_name": other_name,
    "other_thing": other_thing,
    "other_speaker": other_speaker,
    "other_day": other_day,
    "the_very_words": same,
    "slightly_other_words": reworded,
}
ALIKE = ("the_very_words", "slightly_other_words")
"""These must be joined."""


def changed(one: ReadArticle, n: int, change: Change | None, *, whole: bool = False) -> Case | None:
    """The article beside another with half of its other statements, its words changed at one place."""
    row = one.reading.statements[n]
    dropped = lambda i, each: i % 2 and not common(each.content, row.content)  # noqa: E731  # named for what it tells
    kept = [i for i, each in enumerate(one.reading.statements) if i == n or not dropped(i, each)]
    index = kept.index(n)
    fewer = {old: new for new, old in enumerate(kept)}
    statements = tuple(renumbered(one.reading.statements[i], fewer) for i in kept)
    left = ReadArticle(replace(one.article, id="left", source="left"), one.reading)
    right = ReadArticle(
        replace(one.article, id="right", source="right", text=one.article.text + FURTHER),
        replace(one.reading, statements=statements),
    )
    places = (row.content[0], row.content[0])
    if change is not None:
        right = edited(right, change)
        after = Span(change.span.start, change.span.start + len(change.words))
        places = places if whole else (change.span, after)
    return Case(left, right, places, (n, index))


def renumbered(row: Statement, fewer: dict[int, int]) -> Statement:
    """The statement among fewer others."""
    inside = None if row.inside is None else fewer.get(row.inside)
    return replace(row, inside=inside, answers=tuple(fewer[i] for i in row.answers if i in fewer))


def edited(one: ReadArticle, change: Change) -> ReadArticle:
    """The article with other words there; all that was found in it stays, further on by as many code points."""
    (start, end), words = change
    text = one.article.text[:start] + words + one.article.text[end:]

    def moved(at: int) -> int:
        return at if at <= start else at + len(words) - (end - start) if at >= end else min(at, start + len(words))

    article: Article = replace(shifted(one.article, moved), text=text)
    reading = shifted(one.reading, moved)
    statements = with_vectors(text, reading.statements, reading.sentences, load_encoder())
    return ReadArticle(article, replace(reading, statements=statements))


def shifted(thing: Any, moved: Callable[[int], int]) -> Any:  # noqa: ANN401  # whatever stands in a reading
    """The same with all its spans moved."""
    if isinstance(thing, Span):
        return Span(moved(thing.start), moved(thing.end))
    if isinstance(thing, tuple):
        items = [shifted(item, moved) for item in thing]
        return type(thing)(*items) if hasattr(thing, "_fields") else tuple(items)
    if isinstance(thing, dict):
        return {key: shifted(value, moved) for key, value in thing.items()}
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{field.name: shifted(getattr(thing, field.name), moved) for field in fields(thing)})
    return thing


def with_statement(one: ReadArticle, n: int, **new: Any) -> ReadArticle:  # noqa: ANN401  # fields of a statement
    """The article with this statement changed."""
    statements = list(one.reading.statements)
    statements[n] = replace(statements[n], **new)
    return ReadArticle(one.article, replace(one.reading, statements=tuple(statements)))


def shown(kind: str, cases: Sequence[Case]) -> None:
    """Prints both wordings of the cases that came out wrong."""
    for case in cases:
        sides = zip((case.left, case.right), case.statements, strict=True)
        print(kind, *(words(one.article.text, one.reading.statements[n].content) for one, n in sides), sep="\n   ")


def words(text: str, spans: Spans) -> str:
    """The words there."""
    return " ".join(text[start:end] for start, end in spans)


if __name__ == "__main__":
    main()
