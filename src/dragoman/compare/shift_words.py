"""Shifts of negation, modality, degree and tense: one word more or another word, what it belongs to being the same."""

from collections.abc import Sequence

from dragoman.compare.forms import AUXILIARIES, Token
from dragoman.compare.phrases import Beside, Found, Phrase, firm, others, placed
from dragoman.knowledge.wordings import Mark
from dragoman.model.links import ShiftKind

ARTICLES = frozenset(["a", "an", "the", "any", "these", "those"])
NOT_ONLY = frozenset(["only", "just", "merely", "simply", "least", "solely"])
UNTIL = frozenset(["until", "till", "unless", "before"])
LEAST_REPORTED = 8
"""Two reports that differ by a negation and share fewer words may as well be of two utterances."""
LONGEST = 5
SUBJECTS = frozenset(["i", "we", "you", "he", "she", "it", "they", "who", "that", "which", "this"])


def negation(beside: Beside, phrase: Phrase) -> Found | None:
    """Words that only one of the two denies."""
    left, right = _words(beside, phrase)
    denied, plain = (left, right) if _marks(left, "negation") else (right, left)
    follows = beside.left.words[phrase.left.stop : phrase.left.stop + 1]
    if len(_marks(denied, "negation")) != 1 or any(word.mark("negation") for word in (*plain, *others(beside, phrase))):
        return None
    only = _marks(denied, "negation")[0].group == "plain" and all(
        word.form in AUXILIARIES or word.mark("negation") for word in denied
    )
    fills = all(word.form in AUXILIARIES or word.form in ARTICLES for word in plain)
    ahead = beside.left.words[max(0, phrase.left.start - 1) : phrase.left.start]
    beyond = any(word.form in NOT_ONLY or word.mark("negation") for word in (*ahead, *follows))
    if not only or not fills or beyond or not _held(beside, phrase) or _turned_by_time(beside, phrase):
        return None
    spoken = any(any(side.quoted) for side in (beside.left, beside.right))
    return placed("negation", beside, phrase, before=True) if spoken or len(beside.pairs) >= LEAST_REPORTED else None


def _turned_by_time(beside: Beside, phrase: Phrase) -> bool:
    """Whether a condition or a point of time follows that takes the negation back: "not until" says "after"."""
    after = (*beside.left.words[phrase.left.stop :], *beside.right.words[phrase.right.stop :])
    return any(word.form in UNTIL for word in after)


def modality(beside: Beside, phrase: Phrase) -> Found | None:
    """Another modal, or one in place of none, with the same verb."""
    left, right = _words(beside, phrase)
    modals = [_modals(beside, phrase, side) for side in (left, right)]
    if any(len(found) > 1 for found in modals) or modals[0] == modals[1]:
        return None
    if bool(_marks(left, "negation")) != bool(_marks(right, "negation")):
        return None
    if all(modals):
        alone = len(left) == len(right) == 1
        short = max(len(left), len(right)) <= LONGEST
        ends = phrase.after and phrase.left.stop + phrase.after == len(beside.left.words)
        held = (phrase.after >= 2 or ends) and (phrase.before or phrase.opens)
        return (
            placed("modality", beside, phrase, before=True)
            if short and (held or (alone and firm(beside, phrase)))
            else None
        )
    bare = all(word.mark("modality") or word.form in AUXILIARIES for word in (*left, *right))
    obliges = {*modals[0], *modals[1]} & {"must", "should"}
    elsewhere = any(word.mark("modality") for word in others(beside, phrase))
    return (
        placed("modality", beside, phrase, before=True)
        if bare and obliges and not elsewhere and _held(beside, phrase)
        else None
    )


def degree(beside: Beside, phrase: Phrase) -> Found | None:
    """A hedge, an emphasis or a word of scope in one, none or one of another group in the other."""
    left, right = _words(beside, phrase)
    sides = [_degrees(words) for words in (left, right)]
    differ = sides[0] ^ sides[1]
    fills = all(_degree(word) or word.form in ARTICLES for word in (*left, *right))
    if not differ or not fills or not _held(beside, phrase):
        return None
    ahead = beside.left.words[phrase.left.start - 1] if phrase.left.start else None
    if (ahead and ahead.mark("negation")) or differ & _degrees(others(beside, phrase)):
        return None
    kinds = {kind for kind, _ in differ}
    if kinds == {"emphasis"} and sides[0] and sides[1]:
        return None
    kind: ShiftKind = "hedge" if "hedge" in kinds else "scope" if "scope" in kinds else "emphasis"
    return placed(kind, beside, phrase)


def tense(beside: Beside, phrase: Phrase) -> Found | None:
    """Another tense of the same auxiliary between two quotations; reports shift tenses by grammar."""
    if not beside.both_quoted(phrase):
        return None
    left, right = (_tense(words) for words in _words(beside, phrase))
    follows = beside.left.words[phrase.left.stop : phrase.left.stop + phrase.after]
    if not left or not right or left == right or all(word.mark("negation") for word in follows):
        return None
    return placed("tense", beside, phrase, before=True) if _held(beside, phrase) else None


def inflected(beside: Beside) -> list[Found]:
    """The same verb in the past and not, after the same subject, between two quotations."""
    found = []
    for i, j in beside.pairs:
        left, right = beside.left.words[i], beside.right.words[j]
        past = [word.form.endswith("ed") for word in (left, right)]
        subject = i and j and beside.left.words[i - 1].key == beside.right.words[j - 1].key and left.near and right.near
        spoken = beside.left.quoted[i] and beside.right.quoted[j]
        ended, plain = (left, right) if past[0] else (right, left)
        verb = past[0] != past[1] and not plain.form.endswith("ing") and not plain.form.startswith(ended.form)
        if verb and subject and spoken and beside.left.words[i - 1].form in SUBJECTS:
            found.append(Found("tense", range(i - 1, i + 1), range(j - 1, j + 1)))
    return found


def _held(beside: Beside, phrase: Phrase) -> bool:
    return phrase.after > 0 and firm(beside, phrase)


def _words(beside: Beside, phrase: Phrase) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    return (
        beside.left.words[phrase.left.start : phrase.left.stop],
        beside.right.words[phrase.right.start : phrase.right.stop],
    )


def _marks(words: Sequence[Token], kind: str) -> list[Mark]:
    return [mark for word in words if (mark := word.mark(kind))]


def _modals(beside: Beside, phrase: Phrase, words: Sequence[Token]) -> list[str]:
    """The groups of the modals; where one of the two is a report, what each may be the report of."""
    quoted = beside.both_quoted(phrase)
    return [mark.group if quoted else mark.reported for mark in _marks(words, "modality")]


def _degree(word: Token) -> Mark | None:
    return next((mark for kind in ("hedge", "scope", "emphasis") if (mark := word.mark(kind))), None)


def _degrees(words: Sequence[Token]) -> set[tuple[str, str]]:
    return {(mark.kind, mark.group) for word in words if (mark := _degree(word))}


def _tense(words: Sequence[Token]) -> str:
    """The tense of an auxiliary that stands alone, or of "will" with or without "be"; else empty."""
    if len(words) == 1 and (mark := words[0].mark("tense")):
        return mark.group
    first = words[0].mark("modality") if words else None
    future = first and first.group == "will" and all(word.form == "be" for word in words[1:])
    return "future" if future else ""
