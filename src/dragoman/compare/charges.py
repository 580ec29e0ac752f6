"""Parties that charge each other with a wrong, and parties that disavow what they are charged with."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dragoman.compare.quarrels import Quarrel
from dragoman.compare.voices import Voice, near
from dragoman.model.links import DisputeKind, Reason

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
    voices = [voice for voice in voices if voice.row.shown and voice.parties]
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
        found = {v.at: v for t in sorted(one.topics) for s in (one.story, None) for v in holders.get((s, t), ())}
        for at in sorted(found):
            if quarrel := _quarrel(one, found[at], rare):
                yield quarrel


def _quarrel(one: Voice, other: Voice, rare: set[str]) -> Quarrel | None:
    if not one.charges(other) or not one.against(other) or not near(one, other):
        return None
    if other.charges(one) and one.at < other.at:
        return _countered(one, other)
    if other.called and not other.accused and one.story == other.story:
        return _counter_wrong(one, other)
    return _disavowed(one, other, rare) if not other.accused else None


def _countered(one: Voice, other: Voice) -> Quarrel | None:
    """Each charges the other in one story: with the same kind of wrong, or speaking of the same thing."""
    if one.story != other.story:
        return None
    things = (one.topics & other.topics) - (one.named | other.named)
    return _pair(
        "counter-charge", one, other, (one.wrongs & other.wrongs) | (things if len(things) >= SHARED else set())
    )


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
