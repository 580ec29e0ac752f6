"""Shifts of numbers and dates: another value before the same noun, another day of the same month."""

from dragoman.compare.forms import Token
from dragoman.compare.phrases import Beside, Found, Phrase, firm, placed

FILLERS = frozenset(["a", "an", "the", "on", "in", "by", "of"])
YEARS = range(1900, 2100)


def number(beside: Beside, phrase: Phrase) -> Found | None:
    """Two values that count the same thing."""
    left, right = (_one(words, numbers) for words, numbers in _sides(beside, phrase))
    if not (left and right) and (dated := _of_month(beside, phrase)):
        return dated
    if not left or not right or _value(left) == _value(right) or (left.ordinal is None) != (right.ordinal is None):
        return None
    ahead = beside.left.words[phrase.left.start - 1] if phrase.before else None
    follows = beside.left.words[phrase.left.stop] if phrase.after else None
    if (left.day is None) != (right.day is None) or _elsewhere(beside, left, right):
        return None
    months = any(word is not None and word.day for word in (ahead, follows, left))
    if not months and not (follows and phrase.after and firm(beside, phrase)):
        return None
    if months and phrase.before + phrase.after < 2 and not (ahead and ahead.day):
        return None
    years = all(_year(word) for word in (left, right))
    return placed("date" if months or years else "number", beside, phrase, before=months or years)


def _sides(beside: Beside, phrase: Phrase) -> tuple[tuple[tuple[Token, ...], range], ...]:
    return (beside.left.words, phrase.left), (beside.right.words, phrase.right)


def _of_month(beside: Beside, phrase: Phrase) -> Found | None:
    """Another day right after the name of the same month, whatever follows."""
    if not phrase.before or not phrase.left or not phrase.right or not beside.left.words[phrase.left.start - 1].day:
        return None
    first = [words[numbers.start].number for words, numbers in _sides(beside, phrase)]
    if None in first or first[0] == first[1]:
        return None
    left, right = (range(numbers.start - 1, numbers.start + 1) for numbers in (phrase.left, phrase.right))
    return Found("date", left, right)


def _one(words: tuple[Token, ...], numbers: range) -> Token | None:
    """The only number or day among them, the others being fillers or words of degree."""
    inside = [words[n] for n in numbers]
    values = [word for word in inside if _value(word) is not None]
    rest = all(word.form in FILLERS or word.mark("hedge") for word in inside if _value(word) is None)
    return values[0] if len(values) == 1 and rest else None


def _value(word: Token) -> float | str | None:
    if word.number is not None:
        return word.number
    return word.day or word.ordinal


def _elsewhere(beside: Beside, left: Token, right: Token) -> bool:
    """Whether one value stands in the other rendering too, at another place."""
    return any(_value(word) == _value(left) for word in beside.right.words) or any(
        _value(word) == _value(right) for word in beside.left.words
    )


def _year(word: Token) -> bool:
    return word.number is not None and word.number in YEARS and len(word.form) == 4
