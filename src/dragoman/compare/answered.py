"""Answers to accusations in the article that tells them: denials by the accused, and what they charge in return."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from dragoman.compare.accused import keys_of
from dragoman.compare.denials import BACK, in_time
from dragoman.compare.forms import fold
from dragoman.compare.voices import Parties, Voice
from dragoman.model.links import Answer, At

RETURN = 400
"""Code points at most between an accusation and what the accused charge the accuser with in return."""
CLAUSE = 6
"""Code points at most between an accusation and a clause that denies it: ", ", " – "."""
SHARED = 2
"""Content words that a denial has in common with an accusation told elsewhere in the article."""

FAILING = frozenset({fold("fail")})
"""Who denies a part in something does not answer the charge of having failed to do something."""
PRONOUNS = frozenset({"it", "that", "this", "them"})


def answers_here(
    parties: Parties, found: Mapping[At, Voice], meant: Mapping[At, tuple[At, ...]], voices: Sequence[Voice]
) -> Iterator[tuple[At, Answer]]:
    """Each accusation with an answer of its own article, whether or not the answer is shown by itself."""
    charged = {at: frozenset(parties.of(entity) for entity in meant[at]) for at in found}
    denials = _by_party(voice for voice in voices if voice.denies_so)
    charges = _by_party(voice for _, voice in sorted(found.items()))
    yield from _right_there(found, charged, voices)
    for at, voice in sorted(found.items()):
        for party in sorted(charged[at] - voice.parties):
            for denial in denials.get((at.article, party), ()):
                if denial.at != at and in_time(voice, denial) and _denied(voice, denial):
                    yield at, Answer(denial.at, "denied", denial.when)
            for other in charges.get((at.article, party), ()):
                if charged[other.at] & voice.parties and _in_return(voice, other):
                    yield at, Answer(other.at, "counter-charged", other.when)


def _right_there(
    found: Mapping[At, Voice], charged: Mapping[At, frozenset[str]], voices: Sequence[Voice]
) -> Iterator[tuple[At, Answer]]:
    """Denials in the clause behind a charge, which answer the like charges of their article against the same party."""
    alone = [voice for voice in voices if voice.denies_so and len(voice.words) == 1]
    denials = {article: list(group) for article, group in groupby(alone, key=lambda voice: voice.at.article)}
    together = {article: list(group) for article, group in groupby(sorted(found), key=lambda at: at.article)}
    pairs = [(at, d) for at in sorted(found) for d in denials.get(at.article, ()) if _right_behind(found[at], d)]
    for at, denial in pairs:
        for like in together[at.article]:
            same = charged[like] & charged[at] and _like(found[at], found[like])
            if like == at or (same and denial.against(found[like]) and in_time(found[like], denial)):
                yield like, Answer(denial.at, "denied", denial.when)


def _by_party(voices: Iterable[Voice]) -> dict[tuple[str, str], list[Voice]]:
    found: defaultdict[tuple[str, str], list[Voice]] = defaultdict(list)
    for voice in voices:
        for party in sorted(voice.parties):
            found[voice.at.article, party].append(voice)
    return found


def _in_return(voice: Voice, other: Voice) -> bool:
    return 0 <= other.start - voice.row.content[-1].end <= RETURN and in_time(voice, other)


def _denied(voice: Voice, denial: Voice) -> bool:
    """Whether it is the accusation that is denied: told right before, and taken up by "the charges", or spoken of in
    words that both share.
    """
    gap = denial.start - voice.row.content[-1].end
    behind = 0 <= gap <= BACK
    if behind and {word.form for word in denial.words} <= PRONOUNS:
        return True
    taking = keys_of("wrong taken up") | keys_of("part taken up")
    things = _things(denial) - taking
    shared = things & _things(voice)
    keys = {word.key for word in denial.words}
    if keys & keys_of("part taken up") and FAILING & {word.key for word in voice.words}:
        return False
    taken = bool(taking & keys)
    return len(shared) >= SHARED or (taken and (bool(shared) or (behind and not things)))


def _right_behind(voice: Voice, denial: Voice) -> bool:
    """Whether it denies "charges" in the clause behind them: whoever does so answers for the accused."""
    gap = denial.start - voice.row.content[-1].end
    alone = {word.key for word in denial.words} <= keys_of("wrong taken up")
    return 0 <= gap <= CLAUSE and alone and voice.against(denial)


def _like(one: Voice, other: Voice) -> bool:
    """Whether two charges of one article are so alike that who denies the one denies the other."""
    return len(_things(one) & _things(other)) >= SHARED


def _things(voice: Voice) -> set[str]:
    """What its words speak of, names left out."""
    return {word.key for word in voice.words if word.content and not word.capital and word.number is None}
