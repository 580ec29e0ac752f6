"""Judgements made ready to be replayed: which concern these articles, what they point at, which still hold."""

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.compare.pointed import Pointing
from dragoman.model.judgement import NOBODY, UNDATED, Judgement, Pointed
from dragoman.model.judgement_lines import standing
from dragoman.model.links import At
from dragoman.model.reading import ReadArticle
from dragoman.model.when import UNKNOWN, When, between, interval

OVERRULED = "a later judgement says otherwise"
NEEDS: dict[str, tuple[int, int]] = {
    "same": (2, 0),
    "not-same": (1, 1),
    "speaker": (1, 1),
    "not-a-statement": (1, 0),
    "not-a-commitment": (1, 0),
    "not-an-allegation": (1, 0),
    "split": (1, 0),
    "join": (2, 0),
    "date": (1, 0),
    "outlet": (1, 0),
    "occasion": (1, 1),
    "origin": (1, 1),
}
"""How many findings a judgement of each kind needs of what it is about, and of the others or a value in their place."""
LISTS: dict[str, set[str]] = {
    "same": {"statements", "actors", "meetings", "instruments", "commitments", "allegations"},
    "not-same": {"statements", "actors", "meetings", "instruments", "commitments", "allegations"},
    "speaker": {"statements"},
    "not-a-statement": {"statements"},
    "not-a-commitment": {"commitments"},
    "not-an-allegation": {"allegations"},
    "occasion": {"statements", "meetings"},
}
"""What judgements of a kind may be about; of the others, articles."""
TIED: dict[str, set[str]] = {"speaker": {"actors"}, "not-a-commitment": {"actors"}, "occasion": {"meetings"}}
ONE_ANSWER = {"date", "outlet", "speaker", "occasion"}
"""Kinds of which a finding has one answer: the last one given."""

Placed = tuple[Pointed, tuple[At, ...]]
"""What is pointed at, and where it was found: once in each article that has the text."""


class Case(NamedTuple):
    """A judgement with what it points at, as far as it was found. ``why`` says what was not."""

    judgement: Judgement
    about: tuple[Placed, ...]
    other: tuple[Placed, ...]
    why: str = ""

    @property
    def abouts(self) -> tuple[At, ...]:
        """All places of what is judged."""
        return tuple(at for _, ats in self.about for at in ats)

    @property
    def others(self) -> tuple[At, ...]:
        """All places of what it is parted from or tied to."""
        return tuple(at for _, ats in self.other for at in ats)


class Docket(NamedTuple):
    """The judgements that concern the articles, those of them that can be replayed, and why (by id) others cannot."""

    concerned: tuple[Judgement, ...]
    cases: tuple[Case, ...]
    refused: dict[str, str]

    def of(self, *kinds: str, about: str | None = None) -> list[Case]:
        """The cases of the kinds, and about findings of the list where one is named."""
        found = [case for case in self.cases if case.judgement.kind in kinds]
        return [case for case in found if about is None or case.judgement.about[0].list == about]


def docket(readings: Sequence[ReadArticle], judgements: Sequence[Judgement]) -> Docket:
    """The judgements that no later line takes back and that point into these texts."""
    pointing = Pointing(readings)
    concerned = tuple(each for each in standing(judgements) if pointing.concerns(each))
    cases, refused = [], {}
    for judgement in concerned:
        case = _case(judgement, pointing)
        if why := _malformed(judgement) or _lacks(case):
            refused[judgement.id] = why
        else:
            cases.append(case)
    last = {(case.judgement.kind, at): case for case in cases for at in case.abouts}
    for case in cases:
        if case.judgement.kind in ONE_ANSWER and not any(last[case.judgement.kind, at] is case for at in case.abouts):
            refused[case.judgement.id] = OVERRULED
    return Docket(concerned, tuple(case for case in cases if case.judgement.id not in refused), refused)


def when_judged(judgement: Judgement) -> When:
    """The day or days that a judgement gives.

    Raises:
        ValueError: it gives none.
    """
    if judgement.value == UNDATED:
        return UNKNOWN
    return between(*interval(judgement.value or ""), "given", f"judged by {judgement.who}")


def _case(judgement: Judgement, pointing: Pointing) -> Case:
    sides, whys = [], []
    for pointeds in (judgement.about, judgement.other):
        found = [(pointed, pointing.find(pointed)) for pointed in pointeds]
        sides.append(tuple((pointed, each.ats) for pointed, each in found if each.ats))
        whys += [each.why for _, each in found if each.why]
    return Case(judgement, sides[0], sides[1], "; ".join(whys))


def _lacks(case: Case) -> str:
    """What was not found of what the judgement needs; nothing where it can be replayed."""
    about, other = NEEDS[case.judgement.kind]
    tied = case.judgement.other or not case.judgement.value
    if len(case.about) < about or (tied and len(case.other) < other):
        return case.why or "it points at too few findings"
    return ""


def _malformed(judgement: Judgement) -> str:
    """Why a judgement of its kind cannot be about what it points at, or say what it says."""
    lists, others = ({each.list for each in side} for side in (judgement.about, judgement.other))
    if len(lists) > 1 or not lists <= LISTS.get(judgement.kind, {"articles"}):
        return f"{judgement.kind!r} cannot be said of what it points at"
    if not others <= (lists if judgement.kind == "not-same" else TIED.get(judgement.kind, {"articles"})):
        return f"{judgement.kind!r} cannot tie these to each other"
    if judgement.kind == "occasion" and others and lists != {"statements"}:
        return "one meeting is said to be another by 'same'"
    if judgement.kind == "outlet" and not judgement.value:
        return "it names no outlet"
    if judgement.kind == "speaker" and not others and judgement.value != NOBODY:
        return "it names no speaker"
    if judgement.kind == "date" or (judgement.kind == "occasion" and not others):
        try:
            when_judged(judgement)
        except ValueError as error:
            return str(error)
    return ""
