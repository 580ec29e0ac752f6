"""Two parties that take opposite positions on one thing, or that give different limits to it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from dragoman.compare.accused import keys_of
from dragoman.compare.forms import Token
from dragoman.compare.quarrels import Quarrel
from dragoman.compare.voices import Voice
from dragoman.language.encoder import cosines, matrix
from dragoman.model.links import Reason

ALIKE, CLOSE = 0.5, 0.65
"""Least cosine of two positions on one thing, and of two that share one word, or of which one praises or blames."""
SHARED = 2
"""Content words that both have."""
LIMITED = 4
"""Words at most behind "only" or "exclusively" that it limits."""


def find_opposites(voices: Sequence[Voice]) -> Iterator[Quarrel]:
    """Positions for and against, and limits that differ, among the statements of one story."""
    by_story: dict[int, list[Voice]] = defaultdict(list)
    for voice in voices:
        if voice.row.shown and voice.parties and (_stance(voice) or any(_only(word) for word in voice.words)):
            by_story[voice.story].append(voice)
    for story in sorted(by_story):
        for one, other in combinations(by_story[story], 2):
            alike = one.against(other) and len(one.topics & other.topics) >= SHARED
            if alike and (found := _opposed(one, other) or _limits(one, other)):
                yield found


def _stance(voice: Voice) -> str | None:
    """Whether the cue speaks for or against what is said; none where it speaks of a stance in its turn."""
    turned = any(word.mark("negation") or word.key in keys_of("stance") for word in voice.words)
    pro, con = bool(voice.cue & keys_of("for")), bool(voice.cue & keys_of("against"))
    return None if turned or pro == con else "for" if pro else "against"


def _opposed(one: Voice, other: Voice) -> Quarrel | None:
    sides = {_stance(one), _stance(other)}
    if sides != {"for", "against"} or not one.row.vector or not other.row.vector:
        return None
    things = (one.topics & other.topics) - (one.named | other.named)
    score = float(cosines(matrix([one.row.vector]), matrix([other.row.vector]))[0, 0])
    judged = (one.cue | other.cue) & keys_of("judges")
    if not things or score < (CLOSE if judged or len(things) < SHARED else ALIKE):
        return None
    return Quarrel("opposite positions", one, other, Reason("meaning", round(score, 3), ", ".join(sorted(things))))


def _limits(one: Voice, other: Voice) -> Quarrel | None:
    """Both allow one thing alone, and the list of the one has a member more: "only civil and medical traffic"."""
    for left in _allowed(one):
        for right in _allowed(other):
            shared = left & right
            if shared and left != right and len((one.topics & other.topics) - shared) > 0:
                return Quarrel("limits", one, other, Reason("limits", 1.0, ", ".join(sorted(shared))))
    return None


def _allowed(voice: Voice) -> list[frozenset[str]]:
    """What each "only" limits to: the members of the list behind it."""
    return [_members(voice.words[at + 1 : at + 1 + LIMITED]) for at, word in enumerate(voice.words) if _only(word)]


def _members(words: Sequence[Token]) -> frozenset[str]:
    """The first content word, and those that "and" or "or" joins to it."""
    first = next((at for at, word in enumerate(words) if word.content), None)
    if first is None or any(word.ends for word in words[: first + 1]):
        return frozenset()
    joined = [after.key for word, after in pairwise(words[first + 1 :]) if word.form in ("and", "or") and after.content]
    return frozenset([words[first].key, *joined])


def _only(word: Token) -> bool:
    mark = word.mark("scope")
    return mark is not None and mark.group == "only"
