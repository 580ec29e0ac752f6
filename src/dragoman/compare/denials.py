"""Denials tied to what they deny: "denied the allegations", "rejected the idea", "rejected the offer of a truce"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from dragoman.compare.accused import keys_of, told_false
from dragoman.compare.forms import fold
from dragoman.compare.quarrels import Quarrel
from dragoman.compare.voices import Voice, near
from dragoman.language.encoder import cosines, matrix
from dragoman.model.links import Reason

PART = 5
"""Words of a content among which one says that somebody has a part in something: "their forces were responsible"."""
TAKEN_UP = 5
"""Words at most of a content that takes up a plan and says no more of it: "the idea put forward"."""
BACK = 700
"""Code points at most between what was said and words that take it up."""
FAR = 3000
"""The same where one accuses, and the other denies it in some of the same words."""
SHARED = 2
"""Content words that a denial has in common with what it denies."""
MOST_OF = 0.5
"""Share of the denial's content words that stand in what it denies."""
CLAIMS = frozenset({"claim", "assert", "assertion", "insinuat", "insinuation"})
"""Folded cues of what is put forward and doubted."""
ALIKE, CLOSE = 0.55, 0.65
"""Least cosine of an accusation and what is denied that share two content words, no names, and that share one."""
CALLING = frozenset({fold("ask"), fold("call")})
"""Words that put something forward with one of ``AIMS``: who "called the idea illegal" asks for nothing."""
AIMS = frozenset({"for", "on", "to"})
COMPLEMENTS = frozenset({"of", "that", "to", "for", "by", "from"})
"""Words behind a noun that tell which one is meant."""


def find_denials(voices: Sequence[Voice]) -> Iterator[Quarrel]:
    """Each denial beside the one statement of another party that it denies; none where no statement fits."""
    by_story: dict[int, list[Voice]] = defaultdict(list)
    for voice in voices:
        by_story[voice.story].append(voice)
    charges: defaultdict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        for party in voice.accused if voice.blames and voice.told and voice.row.vector else ():
            charges[party].append(voice)
    for _, group in groupby(voices, key=lambda voice: voice.at.article):
        here = list(group)
        for voice in here:
            if not voice.denies and voice.row.shown and voice.parties and told_false(voice.words):
                yield from _called_untrue(voice, here)
            if voice.denies and voice.row.shown and voice.parties:
                found = (
                    _within(voice, here)
                    or _before(voice, here)
                    or _of_named(voice, here)
                    or _by_words(voice, by_story[voice.story])
                    or _by_meaning(voice, charges)
                )
                if found:
                    yield found


def _taken_up(voice: Voice) -> tuple[str, str] | None:
    """What the content takes up, a *wrong*, a *part* in it or a *plan*, and the word for it, where it says no more."""
    part = [word.key for word in voice.words[:PART] if word.key in keys_of("part taken up")]
    if part and voice.denies_so:
        return "part", part[0]
    if [word.form for word in voice.words] in (["this"], ["that"]):
        return "part", voice.words[0].key
    for word, after in zip(voice.words[:3], (*voice.words[1:4], None, None), strict=False):
        if after is not None and after.form in COMPLEMENTS:
            return None
        if word.key in keys_of("wrong taken up"):
            return "wrong", word.key
        if word.key in keys_of("plan taken up") and len(voice.words) <= TAKEN_UP:
            return "plan", word.key
    return None


def _within(denial: Voice, here: Sequence[Voice]) -> Quarrel | None:
    """What it denies where its own words say who said it: "denied Velmar's claim that the road was closed"."""
    told = [v for v in here if v.row.inside == denial.at.index and v.against(denial) and not v.denies]
    said = keys_of("accuses") | keys_of("wrong taken up")
    if not denial.denies_so:
        said |= keys_of("puts forward")
    told = [v for v in told if v.cue & said and (v.parties or not v.cue & keys_of("puts forward"))]
    return Quarrel("denial", told[0], denial, Reason("inside", 1.0, "told within the denial")) if told else None


def _called_untrue(denial: Voice, here: Sequence[Voice]) -> Iterator[Quarrel]:
    """The accusations told in a statement of the accused that calls them untrue: "said the charges were baseless"."""
    for voice in here:
        told = voice.row.inside == denial.at.index and voice.cue & keys_of("accuses") and not voice.denies
        if told and voice.against(denial) and voice.charges(denial):
            yield Quarrel("denial", voice, denial, Reason("inside", 1.0, "told within what calls it untrue"))


def _earlier(denial: Voice, here: Sequence[Voice]) -> list[Voice]:
    """What other parties say shortly before it, in the order of the text."""
    told = (v for v in here if v.start < denial.start and denial.start <= v.row.content[-1].end + _back(v, denial))
    return [v for v in told if v.told and not v.denies and v.against(denial) and (v.parties or v.charges(denial))]


def _back(voice: Voice, denial: Voice) -> int:
    """How far back what is denied may stand: further where the words of the denial name it too."""
    named = (denial.topics & voice.topics) - keys_of("part taken up") - keys_of("wrong taken up")
    return FAR if voice.blames and denial.denies_so and named else BACK


def _before(denial: Voice, here: Sequence[Voice]) -> Quarrel | None:
    """The nearest statement before it, by another party, that is of the kind taken up."""
    taken = _taken_up(denial)
    fitting = [voice for voice in _earlier(denial, here) if taken and _is_taken(voice, denial, *taken)]
    if not taken or not fitting:
        return None
    return Quarrel("denial", fitting[-1], denial, Reason("takes up", 1.0, f"the {taken[0]} told last before it"))


def _is_taken(voice: Voice, denial: Voice, kind: str, word: str) -> bool:
    """Whether a statement is what a word of this kind takes up."""
    if kind == "plan":
        return _puts_forward(voice)
    return _charges(voice, denial) or (kind == "wrong" and word in voice.cue)


def _charges(voice: Voice, denial: Voice) -> bool:
    """Whether it charges the denying party with a wrong, or accuses and names that party."""
    accuses = (voice.cue | {word.key for word in voice.words}) & keys_of("accuses")
    return voice.charges(denial) or bool(accuses and denial.parties & voice.mentioned)


def _puts_forward(voice: Voice) -> bool:
    """Whether the statement or its beginning wants or offers something."""
    opening = {word.key for word in voice.words[:4]}
    found = (voice.cue | opening) & keys_of("puts forward")
    for_what = AIMS & (voice.cue | {word.form for word in voice.words[:1]})
    return bool(found - CALLING or (found and for_what))


def _of_named(denial: Voice, here: Sequence[Voice]) -> Quarrel | None:
    """The last words before it of the one whose words it names: "dismissed Sand's remarks", "Sand's threats"."""
    taken = {word.key for word in denial.words[:TAKEN_UP]}
    fitting = [
        voice
        for voice in _earlier(denial, here)
        if denial.opening & set(voice.row.speakers) and (taken & keys_of("words taken up") or _names(voice, taken))
    ]
    reason = Reason("takes up", 1.0, "the words told last before it of the one it names")
    return Quarrel("denial", fitting[-1], denial, reason) if fitting else None


def _names(voice: Voice, taken: set[str]) -> bool:
    """Whether the statement's own cue is the word that takes it up: "threatened" beside "threats"."""
    return bool(taken & voice.cue & (keys_of("wrong taken up") | keys_of("plan taken up")))


def _by_words(denial: Voice, story: Sequence[Voice]) -> Quarrel | None:
    """The statement of its story that has most of the denial's words, in its own article before others."""
    mine = denial.topics - keys_of("wrong taken up") - keys_of("plan taken up")
    fitting = [v for v in story if v.told and v.parties and v.against(denial) and not v.denies]
    fitting = [v for v in fitting if _fits(mine, v, denial)]
    if not fitting:
        return None
    best = max(fitting, key=lambda v: (len(mine & v.topics), v.at.article == denial.at.article, -len(v.topics), v.at))
    shared = ", ".join(sorted(mine & best.topics))
    return Quarrel("denial", best, denial, Reason("words", round(len(mine & best.topics) / len(mine), 3), shared))


def _fits(mine: frozenset[str], voice: Voice, denial: Voice) -> bool:
    """Whether what was said is what is denied, and said no later."""
    common = mine & voice.topics
    if len(common) < SHARED or len(common) < MOST_OF * len(mine) or common <= denial.named | voice.named:
        return False
    wrong = voice.charges(denial)
    return in_time(voice, denial) and (_puts_forward(voice) or bool(voice.cue & (keys_of("accuses") | CLAIMS)) or wrong)


def in_time(voice: Voice, denial: Voice) -> bool:
    """Whether it was said before it was denied, as far as is known; in one article either may be told first."""
    if voice.at.article != denial.at.article and voice.story != denial.story:
        return bool(voice.day and denial.day and voice.day <= denial.day)
    earliest, latest = voice.when.earliest, denial.when.latest
    return earliest is None or latest is None or earliest <= latest


def _by_meaning(denial: Voice, charges: Mapping[str, Sequence[Voice]]) -> Quarrel | None:
    """The accusation, against the one who denies, that is nearest in meaning to what is denied, within half a year."""
    if not denial.denies_so or not denial.row.vector:
        return None
    against = {v.at: v for party in sorted(denial.parties) for v in charges.get(party, ())}
    meant = [v for _, v in sorted(against.items()) if v.against(denial) and in_time(v, denial) and near(v, denial)]
    if not meant:
        return None
    scores = cosines(matrix([denial.row.vector]), matrix([v.row.vector for v in meant]))[0].tolist()
    ranked = sorted(zip(scores, meant, strict=True), key=lambda each: (-each[0], each[1].at))
    for score, voice in ranked:
        shared = (denial.topics & voice.topics) - (denial.named | voice.named)
        if (score >= ALIKE and len(shared) >= SHARED) or (score >= CLOSE and shared):
            return Quarrel("denial", voice, denial, Reason("meaning", round(score, 3), ", ".join(sorted(shared))))
    return None
