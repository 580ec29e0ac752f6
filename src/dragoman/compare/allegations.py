"""Who accuses whom of what, and who answers how: statements of one accusation put together, each with its answers.

An accusation stays that of those who voice it; whom it means is open where the words name nobody for sure. An answer
is never older than what it answers.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from dragoman.compare.accused import BEING, keys_of
from dragoman.compare.answered import answers_here
from dragoman.compare.denials import in_time
from dragoman.compare.forms import fold
from dragoman.compare.quarrels import Quarrel
from dragoman.compare.voices import Parties, Voice, first_when, near
from dragoman.language.encoder import cosines, matrix
from dragoman.model.links import AllegationGroup, Answer, AnswerKind, At, DisputeKind, Rendering

ALIKE_HERE, ALIKE_APART = 0.7, 0.8
"""Least cosine of two accusations of one party against one actor that are one: in one story, and in two."""
MONTH = timedelta(days=31)
"""Accusations of two stories further apart are two."""
CONFIRMED = 0.6
"""Least cosine of an accusation and what the accused admits."""
THINGS = frozenset({fold("blame"), fold("suspect")})
"""Cues by which things are blamed too: they accuse only where it is clear whom."""
Accused = Mapping[At, tuple[At, ...]]
"""Whom each accusation means."""
QUESTIONS = frozenset({"who", "whether", "what", "how", "why"})
"""Words that open what is asked and not said: "accusations about who is responsible"."""
ANSWERS: Mapping[DisputeKind, AnswerKind] = {
    "denial": "denied",
    "disavowal": "disavowed",
    "counter-charge": "counter-charged",
}


def find_allegations(
    parties: Parties,
    voices: Sequence[Voice],
    quarrels: Sequence[Quarrel],
    utterances: Iterable[Sequence[Rendering]],
    judged: Callable[[Sequence[Sequence[At]]], Sequence[Sequence[At]]] = list,
) -> tuple[AllegationGroup, ...]:
    """The accusations in the order of their first statements; those of one party against one actor that are renderings
    of one utterance, or near in meaning and time, are one; then as people say (``judged``).
    """
    named = _in_denials(quarrels)
    found = {v.at: v for v in voices if (v.told or _is_suffered(v) or v.unvoiced) and _accuses(v)}
    found |= {at: quarrel.one for at, quarrel in named.items()}
    meant = {at: _meant(parties, voice, named.get(at)) for at, voice in found.items()}
    answers = _answers(found, meant, voices, quarrels)
    for at, answer in answers_here(parties, found, meant, voices):
        answers[at].append(answer)
    groups = judged(_grouped(parties, found, meant, utterances))
    return tuple(_group([found[at] for at in group], meant, answers) for group in groups)


def _in_denials(quarrels: Iterable[Quarrel]) -> dict[At, Quarrel]:
    """Accusations of which only the denial tells: "denied claims that it sent troops"."""
    told = (q for q in quarrels if q.kind == "denial" and q.reason.feature == "inside")
    return {q.one.at: q for q in told if q.one.cue & (keys_of("accuses") | keys_of("wrong taken up"))}


def _accuses(voice: Voice) -> bool:
    """Whether it accuses somebody; "alleged gunmen" tells of no one who alleges."""
    asked = bool(voice.words) and voice.words[0].form in QUESTIONS
    adjective = fold("allege") in voice.cue and not voice.row.source
    if voice.denies or asked:
        return False
    if voice.row.wrongs and voice.parties:
        return True
    if adjective:
        return voice.unvoiced
    accused = bool(voice.charged and (voice.parties or voice.blames or voice.cue & keys_of("accuses")))
    return accused or bool(voice.cue & keys_of("accuses") and not voice.cue & THINGS)


def _is_suffered(voice: Voice) -> bool:
    """Whether it tells who is accused, and not by whom: "has been accused of smuggling"."""
    return bool(voice.cue & keys_of("accuses") and voice.cue & BEING) and voice.row.inside is None


def _meant(parties: Parties, voice: Voice, denied: Quarrel | None) -> tuple[At, ...]:
    """Whom it accuses, as entities: who is named, else who denies it; never those who speak."""
    article = voice.at.article
    told = tuple(dict.fromkeys(entity for wrong in voice.row.wrongs for entity in wrong.charged))
    entities = voice.charged or told or (_denying(parties, denied.other) if denied else ())
    if len(told) > 1 and set(told) == set(voice.row.speakers):
        return tuple(At(article, entity) for entity in told)  # each accuses the other
    speaking = {parties.desk.actors[At(article, entity)] for entity in voice.row.speakers if voice.parties}
    return tuple(At(article, e) for e in entities if parties.desk.actors[At(article, e)] not in speaking)


def _denying(parties: Parties, denial: Voice) -> tuple[int, ...]:
    """Who denies it; what a person denies may be said of the country or the office."""
    entities = parties.desk.readings[denial.at.article].reading.entities
    return tuple(entity for entity in denial.row.speakers if entities[entity].kind != "person")


def _grouped(
    parties: Parties,
    found: Mapping[At, Voice],
    meant: Accused,
    utterances: Iterable[Sequence[Rendering]],
) -> list[list[At]]:
    """The accusations, those that are one together, each in the order of articles and text."""
    group = {at: at for at in found}

    def root(at: At) -> At:
        while group[at] != at:
            at = group[at]
        return at

    for one, other in sorted((*_rendered(found, utterances), *_alike(parties, found, meant))):
        first, second = sorted((root(one), root(other)))
        group[second] = first
    together: defaultdict[At, list[At]] = defaultdict(list)
    for at in sorted(found, key=lambda each: (each.article, found[each].start, each.index)):
        together[root(at)].append(at)
    return sorted(together.values())


def _rendered(found: Mapping[At, Voice], utterances: Iterable[Sequence[Rendering]]) -> Iterator[tuple[At, At]]:
    for group in utterances:
        here = sorted({rendering.statement for rendering in group if rendering.statement in found})
        yield from ((here[0], other) for other in here[1:])


def _alike(parties: Parties, found: Mapping[At, Voice], meant: Accused) -> Iterator[tuple[At, At]]:
    """Pairs of one party's accusations of one actor that are near in meaning, and in one story or month."""
    for _, held in sorted(_together(parties, found, meant).items()):
        voices = [voice for _, voice in sorted(held.items())]
        scores = cosines(matrix([v.row.vector for v in voices]), matrix([v.row.vector for v in voices])).tolist()
        for (i, one), (j, other) in combinations(enumerate(voices), 2):
            if _of_one(one, other) and scores[i][j] >= _least(one, other) and not _other_numbers(one, other):
                yield one.at, other.at


def _together(
    parties: Parties, found: Mapping[At, Voice], meant: Accused
) -> dict[tuple[int, str, str, int], dict[At, Voice]]:
    """The accusations that may be one: of one actor, by one party or by nobody known, in one story or in two months
    that follow each other. Those of a long negotiation are never all held against all.
    """
    held: defaultdict[tuple[int, str, str, int], dict[At, Voice]] = defaultdict(dict)
    for at, accused in meant.items():
        voice = found[at]
        for entity in accused if voice.row.vector else ():
            actor = parties.desk.actors[entity]
            for party in voice.parties or {""}:
                held[actor, party, "story", voice.story][at] = voice
                month = voice.day.year * 12 + voice.day.month if party and voice.day else None
                for first in (month - 1, month) if month is not None else ():
                    held[actor, party, "month", first][at] = voice
    return dict(held)


def _of_one(one: Voice, other: Voice) -> bool:
    """Whether one party may voice both; two that nobody is known to voice may be one in one story alone."""
    open_both = not one.parties and not other.parties and one.story == other.story
    return bool(one.parties & other.parties) or open_both


def _least(one: Voice, other: Voice) -> float:
    """How near in meaning the two must be."""
    if one.story == other.story:
        return ALIKE_HERE
    apart = abs(one.day - other.day) if one.day and other.day else None
    return ALIKE_APART if apart is not None and apart <= MONTH else 2.0


def _other_numbers(one: Voice, other: Voice) -> bool:
    numbers = [{word.number for word in voice.words if word.number is not None} for voice in (one, other)]
    return bool(numbers[0] and numbers[1] and numbers[0] != numbers[1])


def _answers(
    found: Mapping[At, Voice], meant: Accused, voices: Sequence[Voice], quarrels: Iterable[Quarrel]
) -> defaultdict[At, list[Answer]]:
    """The answers of each accusation: denials, counter-charges, and what the accused admit."""
    answers: defaultdict[At, list[Answer]] = defaultdict(list)
    for quarrel in quarrels:
        pairs = [(quarrel.one, quarrel.other)]
        if quarrel.kind == "counter-charge":
            pairs = [pair for pair in (*pairs, pairs[0][::-1]) if _later(*pair)]
        for one, other in pairs:
            if one.at in found and quarrel.kind in ANSWERS and in_time(one, other):
                answers[one.at].append(Answer(other.at, ANSWERS[quarrel.kind], other.when))
    admitting: defaultdict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        for party in voice.parties if voice.cue & keys_of("admits") and voice.row.shown and voice.row.vector else ():
            admitting[party].append(voice)
    for at in meant:
        if found[at].row.vector:
            accused = {v.at: v for party in found[at].accused for v in admitting.get(party, ())}
            admitted = [v for _, v in sorted(accused.items()) if near(v, found[at]) and _later(found[at], v)]
            answers[at] += [Answer(v.at, "confirmed", v.when) for v in admitted if _same(found[at], v)]
    return answers


def _later(one: Voice, other: Voice) -> bool:
    """Whether the other was certainly said no earlier, in one article behind it."""
    if one.at.article == other.at.article:
        return one.start < other.start and in_time(one, other)
    return bool(one.day and other.day and one.day <= other.day)


def _same(one: Voice, other: Voice) -> bool:
    shared = (one.topics & other.topics) - (one.named | other.named)
    return bool(shared) and float(cosines(matrix([one.row.vector]), matrix([other.row.vector]))[0, 0]) >= CONFIRMED


def _group(voices: Sequence[Voice], meant: Accused, answers: Mapping[At, Sequence[Answer]]) -> AllegationGroup:
    given = {answer.statement: answer for voice in voices for answer in answers.get(voice.at, ())}
    return AllegationGroup(
        tuple(voice.at for voice in voices),
        tuple(entity for voice in voices for entity in meant[voice.at]),
        first_when(voices),
        tuple(At(voice.at.article, entity) for voice in voices if voice.parties for entity in voice.row.speakers),
        tuple(
            sorted(given.values(), key=lambda answer: (answer.when.latest is None, answer.when.edtf, answer.statement))
        ),
    )
