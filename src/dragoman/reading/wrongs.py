"""What statements charge others with: deeds that are told as wrongs, on the word of somebody of another side.

The outlet's own voice charges nobody, and nobody charges themselves. Whether it is so, nothing here says.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge.contention import WrongRole, contention_words, wrong_words
from dragoman.knowledge.states import state_words
from dragoman.language.parser import text_of
from dragoman.model.quoted import quoted_runs
from dragoman.model.reading import Statement, Wrong
from dragoman.model.spans import Span, covers, length
from dragoman.reading.attribution.near import Stretches, stretch
from dragoman.reading.cast import Cast
from dragoman.reading.charged_groups import ChargedGroups
from dragoman.reading.meeting_parts import Scene
from dragoman.reading.undertaking.parties import Room
from dragoman.reading.wrong_deeds import MODIFIES, by_verb, is_denied
from dragoman.reading.wrong_doers import Doers, is_other, is_told, named
from dragoman.reading.wrong_nouns import by_adjective, by_adverb, by_noun

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

ACCUSING = frozenset({"accuse", "blame"})
ASKING = frozenset({"ask", "wonder", "question", "inquire"})
TRIGGERS: tuple[WrongRole, ...] = (
    "does wrong",
    "does force",
    "blow",
    "wrong",
    "wrongdoer",
    "unlawful",
    "unlawfully",
    "guilty",
    "keeps",
    "breaks",
    "helps",
    "makes",
    "deed",
    "abroad",
    "captive",
)
"""Roles of words that may tell a wrong."""
TWO = 2
FEW = 10
"""Words at most of a content that only calls something by a name."""
NEAR = 400
"""Code points at most between two charges of one speaker, of which the second takes up by "it" whom the first names."""


def with_wrongs(doc: "Doc", cast: Cast, statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], Cast]:
    """The statements, each with the wrongs that it charges others with, in the order of the text; and the cast with
    those who are charged and have no name.
    """
    scene = Scene(doc, cast, (), statements, Stretches([stretch(s.content) for s in statements]))
    room = Room(scene, quoted_runs(text_of(doc)))
    found: defaultdict[int, list[Wrong]] = defaultdict(list)
    last: dict[tuple[int, ...], Wrong] = {}
    unvoiced: set[int] = set()
    groups = ChargedGroups(doc, cast)
    for word in doc:
        doers = _charged(word, room) if word.lemma_.lower() in _triggers() else None
        index = _teller(word, doers, scene) if doers is not None else None
        if doers is not None and index is None:
            index = _unvoiced(word, doers, scene) if doers.entities and doers.head.pos_ != "PRON" else None
            unvoiced |= {index} if index is not None else set()
        if doers is None or index is None:
            continue
        wrong = _wrong(word, doers, statements[index], last, groups)
        if wrong is not None:
            found[index].append(wrong)
            last[statements[index].speakers] = wrong
    for index, statement in enumerate(statements):
        if not any(wrong.charged for wrong in found[index]):
            found[index] += _accused(statement, room, groups)
        if not found[index] and (wrong := _labelled(statement, room)) is not None:
            found[index].append(wrong)
    told = [replace(s, speakers=(), speakers_basis=None) if i in unvoiced else s for i, s in enumerate(statements)]
    return tuple(replace(s, wrongs=tuple(found[i])) for i, s in enumerate(told)), groups.cast()


@cache
def _triggers() -> frozenset[str]:
    return frozenset(word for role in TRIGGERS for word in wrong_words(role))


def _charged(word: "Token", room: Room) -> Doers | None:
    """Who is told to do the wrong that the word tells, where it tells one."""
    if word.pos_ == "VERB":
        return by_verb(word, room) if word.dep_ not in MODIFIES else None
    if word.pos_ in ("NOUN", "PROPN"):
        return by_noun(word, room)
    return {"ADJ": by_adjective, "ADV": by_adverb}[word.pos_](word, room) if word.pos_ in ("ADJ", "ADV") else None


def _teller(word: "Token", doers: Doers, scene: Scene) -> int | None:
    """On whose word it is told: the innermost statement around both, by somebody known who is of another side and no
    outlet; none where somebody denies it, or those who do it tell it themselves.
    """
    here = [(t.idx, t.idx + len(t)) for t in (word, doers.head)]
    meeting = scene.contents.meeting(Span(word.idx, word.idx + 1))
    around = [n for n in meeting if covers(scene.statements[n].content, here[:1])]
    for index in sorted(around, key=lambda n: length(scene.statements[n].content)):
        statement = scene.statements[index]
        cue = _cue(statement, scene)
        if cue & contention_words("denies") or cue & ASKING:
            return None
        spoken = [e for e in statement.speakers if e not in scene.cast.outlets]
        if not spoken or not covers(statement.content, here):
            continue
        if _is_own(doers, spoken, scene.cast):
            if statement.kind != "position":
                return None
            continue
        if statement.kind in ("speech", "belief") or cue & _judging():
            return index
    return None


@cache
def _judging() -> frozenset[str]:
    """Cues by which somebody judges what another did."""
    return frozenset(contention_words("judges") | wrong_words("labels"))


def _unvoiced(word: "Token", doers: Doers, scene: Scene) -> int | None:
    """The statement by nobody known whose cue is the "alleged" before the word: "Velmar's alleged support of rebels";
    those who are alleged to do it are not who says so.
    """
    alleged = [child.idx for child in word.children if child.lower_ == "alleged"]
    for index, statement in enumerate(scene.statements) if alleged else ():
        nobody = set(statement.speakers) <= set(doers.entities)
        if nobody and any(span.start <= alleged[0] < span.end for span in statement.cue):
            return index
    return None


def _cue(statement: Statement, scene: Scene) -> frozenset[str]:
    words = (scene.doc.char_span(*span, alignment_mode="expand") for span in statement.cue)
    return frozenset(token.lemma_.lower() for span in words for token in span or ())


def _is_own(doers: Doers, speakers: Sequence[int], cast: Cast) -> bool:
    """Whether those who do it are the speakers, or the state that these belong to."""
    if set(doers.entities) & set(speakers):
        return True
    own = {code for speaker in speakers for code in _countries(speaker, cast)}
    kinds = {"state", "body"} if all(cast.entities[e].kind != "person" for e in speakers) else {"state"}
    theirs = {cast.entities[e].country for e in doers.entities if cast.entities[e].kind in kinds}
    return bool(own & theirs)


def _countries(entity: int, cast: Cast) -> set[str]:
    one = cast.entities[entity]
    found = {code for code in (one.country, *(office.country for office in one.offices)) if code}
    words = [state_words().get(word) for word in one.name.split()] if not found else []
    return found | {code for word in words if word for code in word if code}


def _wrong(
    word: "Token", doers: Doers, statement: Statement, last: dict[tuple[int, ...], Wrong], groups: ChargedGroups
) -> Wrong | None:
    """The wrong; "it" and "they" mean whom the same speaker charged right before, or the charge is left out."""
    first, after = sorted((word, doers.head), key=lambda token: token.idx)
    span = Span(first.idx, after.idx + len(after))
    charged = doers.entities
    if is_other(doers.head):
        return Wrong((span,), statement.speakers) if len(statement.speakers) == TWO else None
    if not charged and doers.head.pos_ == "PRON":
        before = last.get(statement.speakers)
        if before is None or not before.charged or span.start - before.spans[0].end > NEAR:
            return None
        charged = before.charged
        if _is_own(Doers(charged, word), statement.speakers, groups.cast()):
            return None
    elif not charged:
        found = groups.entity(doers.head)
        charged = (found,) if found is not None and found not in statement.speakers else ()
    return Wrong((span,), charged)


def _accused(statement: Statement, room: Room, groups: ChargedGroups) -> Iterator[Wrong]:
    """Whom somebody "accused of" a wrong, or "blamed for" it; and who "has been accused", by nobody who is told."""
    cue = (room.scene.doc.char_span(*span, alignment_mode="expand") for span in statement.cue)
    for verb in (token for span in cue for token in span or () if token.lemma_.lower() in ACCUSING):
        suffered = any(child.dep_ == "auxpass" for child in verb.children)
        if verb.pos_ != "VERB" or not is_told(verb) or is_denied(verb) or (suffered and statement.speakers):
            continue
        for head in (child for child in verb.children if child.dep_ == ("nsubjpass" if suffered else "dobj")):
            charged = _meant(head, statement, room, groups)
            own = not is_other(head) and _is_own(Doers(charged, head), statement.speakers, groups.cast())
            of = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("of", "for")]
            last = next((thing for link in of for thing in link.children), head)
            first, after = sorted((head, last), key=lambda token: token.idx)
            if charged and not own:
                yield Wrong((Span(first.idx, after.idx + len(after)),), charged)


def _meant(head: "Token", statement: Statement, room: Room, groups: ChargedGroups) -> tuple[int, ...]:
    if is_other(head):
        return statement.speakers if len(statement.speakers) == TWO else ()
    heads = [head, *(c for c in head.conjuncts if c.i > head.i)]
    known = [(one, named(one, one.head, room)) for one in heads]
    found = [doers.entities if doers and doers.entities else (groups.entity(one),) for one, doers in known]
    return tuple(dict.fromkeys(e for one in found for e in one if e is not None))


def _labelled(statement: Statement, room: Room) -> Wrong | None:
    """What is called a wrong in few words: "described it as a crime", "called Velmar an aggressor"."""
    scene = room.scene
    spoken = [e for e in statement.speakers if e not in scene.cast.outlets]
    if not spoken or not statement.content or not _cue(statement, scene) & wrong_words("labels"):
        return None
    found = (scene.doc.char_span(*span, alignment_mode="expand") for span in statement.content)
    words = [token for span in found for token in span or ()]
    lemmas = {token.lemma_.lower() for token in words}
    taken = lemmas & (contention_words("wrong taken up") | contention_words("plan taken up"))
    if len(words) > FEW or taken or any(token.dep_ == "neg" for token in words):
        return None
    bad = wrong_words("wrong") | wrong_words("wrongdoer") | wrong_words("unlawful")
    if not any(
        {t.lemma_.lower(), *(c.lemma_.lower() for c in t.children if c.dep_ in MODIFIES)} & bad for t in _called(words)
    ):
        return None
    doers = named(words[0], words[0], room) if words[0].pos_ == "PROPN" else None
    charged = doers.entities if doers is not None and lemmas & wrong_words("wrongdoer") else ()
    if doers is not None and _is_own(doers, spoken, scene.cast):
        return None
    return Wrong(statement.content, charged)


def _called(words: Sequence["Token"]) -> Iterator["Token"]:
    """The words that may be what something is called: the head of all, the last, and what stands behind "as"."""
    yield from (token for token in words if token.head not in words or token.head == token)
    letters = [token for token in words if token.is_alpha]
    if letters and (letters[-1].dep_ != "pobj" or letters[-1].head.lower_ == "as"):
        yield letters[-1]
    for token in words:
        if token.dep_ == "pobj" and (token.head.lower_ == "as" or token.head.head.lower_ in ("act", "acts", "case")):
            yield token
