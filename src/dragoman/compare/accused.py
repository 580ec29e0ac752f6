"""Whom words charge with a wrong: "accused Velmar of", "a breach of it by Velmar", "Velmar was behind it"."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dragoman.compare.forms import AUXILIARIES, Token, fold
from dragoman.knowledge.contention import Role, charge_words, contention_words
from dragoman.knowledge.tables import table

AGENT = 9
"""Words at most between a wrong and the party behind "by": "a breach of the accord by Velmar"."""
SUBJECT = 4
"""Words at most between a party named first and the wrong it is charged with: "Velmar has grossly violated"."""
DENIED = 3
"""Words at most between a negation and the wrong or the thing that it negates."""
STEERING = frozenset(
    [
        "to",
        "against",
        "on",
        "of",
        "for",
        "with",
        "from",
        "between",
        "in",
        "at",
        "toward",
        "towards",
        "over",
        "about",
        "under",
        "within",
        "inside",
        "into",
        "near",
        "by",
        "than",
        "like",
        "whether",
    ]
)
"""Words before a name that make it no subject of what follows."""
LINKING = frozenset(["as", "a", "an", "the", "in", "not", "only", "also", "still", "once", "again", "yet", "now"])
"""Words, beside auxiliaries and those in "-ly", between a subject and what it is charged with."""
OPEN = frozenset(
    [
        "if",
        "unless",
        "whether",
        "should",
        "would",
        "could",
        "might",
        "may",
        "lest",
        "event",
        "potential",
        "possible",
        "alleged",
        "suspected",
        "any",
        "investigation",
        "investigations",
        "investigate",
        "investigating",
        "inquiry",
        "probe",
    ]
)
"""Words that leave open whether what follows in their clause is so."""
FALSE = frozenset(["false", "untrue", "baseless", "unfounded", "groundless", "fabricated", "nonsense"])
NAMING = frozenset(["is", "are", "was", "were", "as", "be", "been"])
"""Words of which one must stand between a name and "terrorist": who speaks of terror does not yet charge with it."""
GAP = 24
"""Code points between two words from which they stand in different pieces of a content."""
CHARGED = frozenset({"of", "for", "with"})
"""Words between the one who is accused and the wrong."""
PARTICIPLES = ("ed", "en", "un")
TIMES = frozenset(["on", "this", "last", "earlier", "today", "yesterday", "week", "month", "year", "again", "publicly"])
"""Words that may stand between the one who is accused and "of", beside days and months."""
SURE = frozenset(["doubt", "question"])
"""Behind a negation these say that it is so."""
BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
ACCUSED = frozenset({"accused", "charged", "blamed", "suspected", "alleged"})
"""Participles that with a form of "be" tell of who is accused."""
SPLIT = frozenset({"up", "down", "out", "off", "away", "through"})
TITLE = 4
"""Words at most of a title before a name."""
TITLES = frozenset(["the", "mr", "mrs", "ms", "dr", "gen", "sen", "rep"])


class Name(NamedTuple):
    """One who is named in a statement's words, from the first to the last of them; ``owns`` with "'s" behind it."""

    first: int
    last: int
    entity: int
    owns: bool = False


@cache
def keys_of(role: Role) -> frozenset[str]:
    """The words of one role as ``forms.fold`` makes them."""
    return frozenset(fold(word) for word in contention_words(role))


@cache
def wrong_keys() -> dict[str, str]:
    """The words that charge with a wrong, folded, each with the kind of wrong."""
    return {fold(word): group for word, group in charge_words().items()}


@cache
def _told() -> frozenset[str]:
    return frozenset(row["form"] for row in table("speech_forms").rows)


def accused(words: Sequence[Token], names: Sequence[Name], cue: frozenset[str], *, on: bool) -> tuple[int, ...]:
    """The entities charged with a wrong, in the order of their names. ``cue`` are the folded words that report it, and
    ``on`` whether these end in "on" ("blamed it on").
    """
    if cue & keys_of("denies"):
        return ()
    found = set(_of_cue(words, names, cue, on=on)) if cue & keys_of("accuses") else set()
    if told_false(words):
        return tuple(sorted(found))
    for at in range(len(words)):
        if _is_wrong(words, at) and not _not_said(words, at):
            found |= {name.entity for name in names if _does(words, names, name, at) or _by(words, name, at)}
        if _is_behind(words, at) and not _not_said(words, at):
            found |= {name.entity for name in names if _does(words, names, name, at)}
    order = {name.entity: name.first for name in reversed(names)}
    return tuple(sorted(found, key=lambda entity: (order[entity], entity)))


def passive(cue: Sequence[Token], before: str) -> bool:
    """Whether the cue tells of who is accused and not of who accuses: "was accused of", "pleaded guilty to charges".
    ``before`` are the words before the source: "accused by" and "whom he accused of" name who accuses.
    """
    if not cue or before.rstrip().lower().endswith((" by", " whom", " which", " that")):
        return False
    participle = any(word.form in ACCUSED for word in cue)
    suffered = participle and (cue[-1].form == "of" or BEING & {word.form for word in cue})
    return bool(suffered or {word.key for word in cue} & keys_of("is accused"))


def told_false(words: Sequence[Token]) -> bool:
    """Whether something is called untrue: then what is told before it is not what the speaker says."""
    return any(w.form in FALSE or (w.form == "true" and negated(words, at)) for at, w in enumerate(words))


def _is_wrong(words: Sequence[Token], at: int) -> bool:
    """Whether it charges with a wrong; what "broke up" broke no rule."""
    split = words[at].form == "broke" and at + 1 < len(words) and words[at + 1].form in SPLIT
    return wrong_keys().get(words[at].key, "accusation") != "accusation" and not split


def _of_cue(words: Sequence[Token], names: Sequence[Name], cue: frozenset[str], *, on: bool) -> Iterator[int]:
    """Whom "accused", "blamed ... on" and "alleges that" mean: who is named right before "of" or "for", right behind
    "on", or first in the clause.
    """
    charged = next((at for at, word in enumerate(words) if word.form in CHARGED), None)
    behind = next((at + 1 for at in range(len(words) - 1, -1, -1) if words[at].form == "on"), len(words))
    if fold("allege") in cue or cue & {fold("allegation"), fold("accusation"), fold("charge")}:
        yield from (n.entity for n in names if _leads(words, n) and words[0].form not in STEERING)
        charged = charged if fold("charge") in cue else None
    while charged and (words[charged - 1].form in TIMES or words[charged - 1].day):
        charged -= 1
    if charged and any(n.last == charged - 1 for n in names):
        yield from _up_to(words, names, charged - 1)
    elif charged and fold("accuse") in cue:
        first = (n for n in names if n.last < charged and _leads(words, n))
        yield from (n.entity for n in first if words[n.last + 1].form == "and")
    elif fold("blame") in cue:
        start = 0 if on else behind
        yield from (n.entity for n in names if start <= n.first <= start + 1)
    if len(words) <= 3 and fold("allege") not in cue:
        yield from (n.entity for n in names if n.last == len(words) - 1)


def _leads(words: Sequence[Token], name: Name) -> bool:
    """Whether nothing but a title ("Norwegian Prime Minister") or an article stands before the name."""
    title = all(word.capital or word.form in TITLES for word in words[: name.first])
    return not name.owns and (name.first <= 1 or (name.first <= TITLE and title))


def _up_to(words: Sequence[Token], names: Sequence[Name], last: int) -> Iterator[int]:
    """Who is named by the words that end there, and those whom "and" or a comma joins to them."""
    for name in sorted(names, reverse=True):
        if name.last == last and not name.owns:
            yield name.entity
            before = name.first - 1
            while before >= 0 and words[before].form in ("and", "the", "both"):
                before -= 1
            if before != name.first - 1 or words[name.first].comma:
                yield from _up_to(words, [n for n in names if n.last < name.first], before)
            return


def _is_behind(words: Sequence[Token], at: int) -> bool:
    """Whether it says who is behind something; "responsible for making sure" tells a duty."""
    duty = words[at].form == "responsible" and at + 2 < len(words) and words[at + 2].form.endswith("ing")
    return words[at].key in keys_of("behind it") and not duty


def negated(words: Sequence[Token], at: int) -> bool:
    """Whether "not" or the like stands a few words before it, in its sentence; who stops a breach says it is one."""
    for i in range(at - 1, max(at - DENIED - 1, -1), -1):
        if _breaks(words, i + 1):
            return False
        mark = words[i].mark("negation")
        if mark and mark.group == "plain":
            return True
    return False


def _not_said(words: Sequence[Token], at: int) -> bool:
    """Whether "not", "if", "whether", "would" or the like stands before it in its clause."""
    for i in range(at - 1, -1, -1):
        mark = words[i].mark("negation")
        sure = any(word.form in SURE for word in words[i + 1 : i + 4])
        if words[i].form in OPEN or (mark and mark.group == "plain" and not sure):
            return True
        if _breaks(words, i + 1) or words[i + 1].comma:
            return False
    return False


def _does(words: Sequence[Token], names: Sequence[Name], name: Name, wrong: int) -> bool:
    """Whether the name stands before the wrong as the one who does it: "has violated", "'s gross violation"."""
    between = words[name.last + 1 : wrong]
    run = words[name.last : wrong + 1]
    broken = any(_breaks(words, at) or words[at].comma for at in range(name.last + 1, wrong + 1))
    apart = broken or _parted(run)
    if not name.last < wrong <= name.last + SUBJECT or apart:
        return False
    if wrong_keys().get(words[wrong].key) == "terror" and not NAMING & {w.form for w in between}:
        return False
    if any(name.last < other.first < wrong for other in names) or any(w.form in _told() for w in between):
        return False
    owned = name.owns and not any(w.form in STEERING for w in between)
    linked = owned or all(w.form in AUXILIARIES | LINKING or w.form.endswith("ly") for w in between)
    before = name.first - 1
    while before >= 0 and (words[before].form in TITLES or (words[before].capital and not words[before + 1].ends)):
        before -= 1
    steered = before >= 0 and words[before].form in STEERING and not words[before + 1].ends
    return linked and (owned or not steered)


def _by(words: Sequence[Token], name: Name, wrong: int) -> bool:
    """Whether the name stands behind the wrong and "by", which belongs to no other participle ("brokered by")."""
    by = next((at for at in range(name.first - 1, wrong, -1) if words[at].form == "by"), None)
    if by is None or name.first - by > 3 or name.first > wrong + AGENT or _parted(words[wrong : name.first + 1]):
        return False
    if any(_breaks(words, at) for at in range(wrong + 1, name.first)):
        return False
    return not any(w.form.endswith(PARTICIPLES) and len(w.form) > 4 for w in words[by - 1 : by] if by - 1 != wrong)


def _breaks(words: Sequence[Token], at: int) -> bool:
    """Whether a sentence ended before the word; the full stop of "Mr." ends none."""
    return words[at].ends and not (at and words[at - 1].form in TITLES)


def _parted(words: Sequence[Token]) -> bool:
    return any(after.span.start - word.span.end > GAP for word, after in pairwise(words))
