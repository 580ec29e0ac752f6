"""Two parties that would bring about one thing, and one of them in a frame that the other does not speak of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, takewhile

from dragoman.compare.accused import keys_of
from dragoman.compare.quarrels import Quarrel
from dragoman.compare.voices import Voice
from dragoman.knowledge.contention import contention_words
from dragoman.model.links import Reason

BEHIND = 5
"""Words behind "ensure" or "lift" among which stand the two that name what."""
NAMED_BY = 2
"""Content words by which what is to be brought about is known."""
LIMIT = 4
"""Content words of a frame that say which it is."""

Thing = tuple[str, ...]


def find_framings(voices: Sequence[Voice]) -> Iterator[Quarrel]:
    """Pairs of one story in which one frames what both would bring about and the other speaks of no such frame."""
    holders: defaultdict[tuple[int, Thing], list[Voice]] = defaultdict(list)
    for voice in voices:
        if voice.row.shown and voice.parties and not voice.denies:
            for thing in sorted({thing for thing, _ in _brought_about(voice)}):
                holders[voice.story, thing].append(voice)
    for (_, thing), held in sorted(holders.items()):
        for one, other in combinations(held, 2):
            if one.against(other) and (_frames(one, thing, other) or _frames(other, thing, one)):
                yield Quarrel("terms", one, other, Reason("words", float(len(thing)), ", ".join(thing)))


def _brought_about(voice: Voice) -> Iterator[tuple[Thing, int]]:
    """What the statement would ensure, lift or resume, each by its first two words, and where its last word stands."""
    for at, word in enumerate(voice.words):
        if word.key in keys_of("brings about"):
            behind = [word, *takewhile(lambda each: not each.ends, voice.words[at + 1 : at + 1 + BEHIND])][1:]
            named = [at + 1 + n for n, each in enumerate(behind) if each.content and each.key in voice.topics][
                :NAMED_BY
            ]
            if len(named) == NAMED_BY:
                yield tuple(voice.words[n].key for n in named), named[-1]


def _frames(voice: Voice, thing: Thing, other: Voice) -> bool:
    """Whether it says in which context or on which condition, in words that the other has not."""
    for found, last in _brought_about(voice):
        rest = list(takewhile(lambda each: not each.ends, voice.words[last + 1 :])) if found == thing else []
        forms = " ".join(each.form for each in rest)
        frame = next((f for f in sorted(contention_words("frames")) if f" {f} " in f" {forms} "), None)
        if frame:
            start = len(forms.partition(frame)[0].split())
            held = [each.key for each in rest[start:] if each.content and each.key not in other.topics]
            terms = [key for key in held if key in voice.topics][:LIMIT]
            if len(terms) == LIMIT and not set(terms) & other.topics:
                return True
    return False
