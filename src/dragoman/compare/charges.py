"""Parties that charge each other with a wrong, and parties that disavow what they are charged with."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from dragoman.compare.quarrels import Quarrel
from dragoman.compare.voices import Voice
from dragoman.model.links import DisputeKind, Reason

APART = timedelta(days=183)
"""Statements of different stories further apart speak of other things under the same name."""
REACH = 5
"""Words behind a negation that it may reach."""
COMMON, SHARE, MOST = 30, 50, 200
"""A word that more statements have, and more than one in so many, names nothing in particular; nor one that so many
statements have at the most, which keeps the work in proportion to the statements."""
SHARED = 2
"""Content words that a disavowal has in common with the charge; three where none of them is a name."""
FIRST_PERSON = frozenset({"we", "our", "us"})


def find_charges(voices: Sequence[Voice]) -> Iterator[Quarrel]:
    """Charges and counter-charges, charges and disavowals: pairs that share words which few statements have, or that
    stand in one story.
    """
    voices = [voice for voice in voices if voice.row.shown]
    seen = Counter(topic for voice in voices for topic in voice.topics)
    limit = min(max(COMMON, len(voices) // SHARE), MOST)
    rare = {topic for topic, count in seen.items() if count <= limit}
    holders: dict[tuple[int | None, str], list[Voice]] = defaultdict(list)
    for voice in voices:
        for topic in sorted(voice.topics):
            holders[voice.story, topic].append(voice)
            if topic in rare and topic in voice.named:
                holders[None, topic].append(voice)
    charges = [voice for voice in voices if voice.accused]
    for one in charges:
        near = {v.at: v for t in sorted(one.topics) for s in (one.story, None) for v in holders.get((s, t), ())}
        for at in sorted(near):
            if quarrel := _quarrel(one, near[at], rare):
                yield quarrel


def _quarrel(one: Voice, other: Voice, rare: set[str]) -> Quarrel | None:
    if not one.charges(other) or not one.against(other) or not _near(one, other):
        return None
    if other.charges(one) and one.at < other.at:
        return _countered(one, other, rare)
    if other.called and not other.accused and one.story == other.story:
        return _counter_wrong(one, other)
    return _disavowed(one, other, rare) if not other.accused else None


def _near(one: Voice, other: Voice) -> bool:
    """Whether both are of one story, or said within half a year of each other."""
    if one.story == other.story:
        return True
    return bool(one.day and other.day and abs(one.day - other.day) <= APART)


def _countered(one: Voice, other: Voice, rare: set[str]) -> Quarrel | None:
    """Each charges the other: over the same kind of wrong in one story, else over the same named thing."""
    wrongs = one.wrongs & other.wrongs if one.story == other.story else frozenset()
    shared = (one.topics & other.topics & rare) if one.story == other.story else one.named & other.named & rare
    return _pair("counter-charge", one, other, frozenset(wrongs | shared))


def _counter_wrong(one: Voice, other: Voice) -> Quarrel | None:
    """One charges the other's party with what the other, naming nobody, calls something too."""
    return _pair("counter-charge", one, other, frozenset(one.wrongs & other.called))


def _disavowed(one: Voice, other: Voice, rare: set[str]) -> Quarrel | None:
    """The other says of its own party that it does not, in words of the charge."""
    shared = one.topics & other.topics
    own = bool(FIRST_PERSON & {word.form for word in other.words}) or other.denies
    enough = len(shared) >= SHARED and (bool(shared & one.named & rare) or len(shared) > SHARED)
    if not own or not enough or (one.story != other.story and not shared & rare):
        return None
    return _pair("disavowal", one, other, frozenset(shared)) if _reached(other) & shared else None


def _reached(voice: Voice) -> frozenset[str]:
    """The words that a negation of the statement reaches: "will avoid any humanitarian consequences"."""
    found = set()
    for at, word in enumerate(voice.words):
        if word.mark("negation"):
            for after in voice.words[at + 1 : at + 1 + REACH]:
                if after.ends:
                    break
                found.add(after.key)
    return frozenset(found)


def _pair(kind: DisputeKind, one: Voice, other: Voice, shared: frozenset[str]) -> Quarrel | None:
    return Quarrel(kind, one, other, Reason("words", float(len(shared)), ", ".join(sorted(shared)))) if shared else None
