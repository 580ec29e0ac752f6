"""What tells two like wordings apart however like they are: another number, day, name or thing, or a denial.

Sentence vectors hardly see any of these (Naik et al. 2018 call them stress tests of inference), so that two statements
that differ in nothing else score as high as two translations of one. A difference speaks against one utterance where
the words around it hold: in a long stretch without common words it may be another way to say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.compare.forms import AUXILIARIES, Token, tokens
from dragoman.compare.phrases import Beside, Phrase, Side, others
from dragoman.knowledge.wordings import numbers
from dragoman.model.reading import ActorKind
from dragoman.model.spans import Span

SHORT = 4
"""Words of one difference; longer ones are other ways to say something, or something else that is said beside it."""
STEM = 4
"""Names that begin with so many same letters ("Velmar", "Velmarian") may be of one thing."""
SAME = 0.5
"""The share of the shorter wording's words that the other must have in the same order, for a cue to tell them apart."""
ELSEWHERE = 4
"""Words that two wordings have in common where one noun alone tells them apart."""
DETERMINERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "this", "that", "these", "those", "no", "any"}
)
KEPT = 1 << 14
NOT_ONLY = frozenset({"only", "just", "merely", "simply", "until", "before", "unless"})
"""Beside these "not" denies nothing, or not what follows."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """An actor that is named: its number, its kind and the words of all its names, in lower case."""

    actor: int
    kind: ActorKind
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Worded:
    """A wording: its text, who is named in it, the numbers of those who are meant otherwise (by a pronoun, or as who
    speaks), and the cue that reports it.
    """

    text: str
    names: frozenset[Name] = frozenset()
    meant: frozenset[int] = frozenset()
    cue: str = ""


def contrary(left: Worded, right: Worded) -> str | None:
    """What of the two is not the same ("number", "date", "name", "thing", "negation"), if anything is."""
    beside = Beside(_side(left.text), _side(right.text))
    slots = [phrase for phrase in beside.phrases if _held(phrase)]
    if _other_values(beside) or any(_other_value(beside, slot) for slot in slots):
        return "number"
    if any(_other_day(beside, slot) for slot in slots):
        return "date"
    if _other_actors(left, right) or any(_other_name(beside, slot, (left, right)) for slot in slots):
        return "name"
    if len(beside.phrases) == 1 and _other_thing(beside, beside.phrases[0]):
        return "thing"
    turned = any(_denied(beside, slot) for slot in slots)
    return "negation" if turned != _told_otherwise(beside, left, right) else None


@lru_cache(maxsize=KEPT)
def _side(text: str) -> Side:
    words = tokens(text, (Span(0, len(text)),))
    return Side(words, (False,) * len(words))


@lru_cache(maxsize=KEPT)
def _denies(cue: str) -> bool:
    return any(word.mark("negation") for word in tokens(cue, (Span(0, len(cue)),)))


def _held(phrase: Phrase) -> bool:
    """Whether the difference is short and stands between words that are the same, or at an end beside them."""
    short = max(len(phrase.left), len(phrase.right)) <= SHORT
    return short and bool(phrase.before or phrase.opens) and bool(phrase.after or phrase.closes)


def _words(beside: Beside, phrase: Phrase) -> tuple[list[Token], list[Token]]:
    return [beside.left.words[n] for n in phrase.left], [beside.right.words[n] for n in phrase.right]


def _other_values(beside: Beside) -> bool:
    """Whether each has a number that the other has not; one that only one of them prints may have been left out."""
    left, right = (
        {word.ordinal or word.number for word in side.words if word.ordinal or word.number is not None}
        for side in (beside.left, beside.right)
    )
    return bool(left - right and right - left)


def _other_value(beside: Beside, phrase: Phrase) -> bool:
    """Whether one value, or a word with a number in it ("two-state"), stands in the place of another."""
    left, right = ({word.key for word in side if _counts(word)} for side in _words(beside, phrase))
    return bool(left and right and not left & right)


def _counts(word: Token) -> bool:
    if word.ordinal or word.number is not None:
        return True
    return any(part.isdigit() or part in numbers() for part in word.form.split("-"))


def _other_day(beside: Beside, phrase: Phrase) -> bool:
    left, right = ({word.day for word in side if word.day} for side in _words(beside, phrase))
    return bool(left and right and not left & right)


def _other_actors(left: Worded, right: Worded) -> bool:
    """Whether each names an actor of one kind that the other neither names nor means."""
    here, there = _lacking(left, right), _lacking(right, left)
    return any(one.kind == other.kind for one in here for other in there)


def _lacking(one: Worded, other: Worded) -> list[Name]:
    return [
        name
        for name in sorted(one.names, key=lambda each: (each.actor, each.kind))
        if name.actor not in other.meant
        and name.kind != "unnamed"
        and not any(name.actor == same.actor or name.words & same.words for same in other.names)
    ]


def _other_name(beside: Beside, phrase: Phrase, sides: tuple[Worded, Worded]) -> bool:
    """Whether a name, and nothing else that means something, stands for one that can be no other form of it."""
    left, right = ([word for word in side if word.content] for side in _words(beside, phrase))
    if not (_is_name(left) and _is_name(right)) or any(_of_one(beside, phrase, sides)):
        return False
    return not any(_alike(one.form, other.form) for one in left for other in right)


def _other_thing(beside: Beside, phrase: Phrase) -> bool:
    """Whether one noun stands for another, behind the same article and before the same word, in wordings that are the
    same but for it: "inspectors visited the site", "the port". Nouns for one kind of thing may be of one thing.
    """
    sides = _words(beside, phrase)
    if len(beside.pairs) < ELSEWHERE or any(len(side) != 1 for side in sides) or not phrase.before:
        return False
    one, other = (side[0] for side in sides)
    determined = beside.left.words[phrase.left.start - 1].form in DETERMINERS
    behind = beside.left.words[phrase.left.stop :][:1]
    ends = not any(word.near and word.content for word in behind)
    kinds = [{(mark.kind, mark.group) for mark in word.marks} for word in (one, other)]
    return (
        determined
        and ends
        and all(_is_thing(word) for word in (one, other))
        and not (kinds[0] & kinds[1] or _alike(one.form, other.form))
    )


def _is_thing(word: Token) -> bool:
    return word.content and not word.capital and word.form.isalpha() and word.number is None


def _of_one(beside: Beside, phrase: Phrase, sides: tuple[Worded, Worded]) -> Iterator[bool]:
    """Whether names on both sides of the difference are those of one actor."""
    words = [{word.form for word in side} for side in _words(beside, phrase)]
    for one in sides[0].names:
        for other in sides[1].names:
            yield one.actor == other.actor and bool(one.words & words[0]) and bool(other.words & words[1])


def _is_name(words: list[Token]) -> bool:
    """Whether all have a capital letter, and not only because a sentence begins."""
    inside = any(word.span.start > 0 and not word.ends for word in words)
    return inside and all(word.capital and not word.day for word in words)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one.replace(".", "").replace(" ", ""), other.replace(".", "").replace(" ", "")), key=len)
    initials = "".join(word[0] for word in max((one, other), key=len).replace("-", " ").split())
    return short[:STEM] == long[:STEM] or short == initials


def _denied(beside: Beside, phrase: Phrase) -> bool:
    """Whether only one of the two denies the words beside the difference."""
    left, right = _words(beside, phrase)
    marks = [[mark for word in side if (mark := word.mark("negation"))] for side in (left, right)]
    plain = [[mark for mark in found if mark.group == "plain"] for found in marks]
    if bool(marks[0]) == bool(marks[1]) or not (plain[0] or plain[1]):
        return False
    if (phrase.opens or phrase.closes) and not (left and right) and _others(left, right):
        return False  # the end of a longer quotation, which the other cut
    if any(word.form in NOT_ONLY for word in (*left, *right)):
        return False
    elsewhere = any(word.mark("negation") for word in others(beside, phrase))
    around = phrase.before + phrase.after
    # At most one verb in two forms beside the denial: "supports", "does not support".
    return not elsewhere and around > 0 and len(_others(left, right)) <= 2


def _others(left: list[Token], right: list[Token]) -> list[Token]:
    """The words with a meaning that neither deny nor only carry a denial."""
    words = (*left, *right)
    return [w for w in words if w.content and w.form not in AUXILIARIES and not w.mark("negation")]


def _told_otherwise(beside: Beside, left: Worded, right: Worded) -> bool:
    """Whether only one of the two is reported as something denied, in words that are much the same."""
    least = min(len(beside.left.words), len(beside.right.words))
    return _denies(left.cue) != _denies(right.cue) and len(beside.pairs) >= SAME * least
