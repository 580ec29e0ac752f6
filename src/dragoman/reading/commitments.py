"""Undertakings: who is reported to have offered, agreed, promised, refused, kept or broken what, and on whose word.

Nobody speaks for another: what A says that B promised stands on the word of A. What somebody wants, hopes for, expects
of others or asks of them is no undertaking, nor is what only may be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge.undertakings import Word, undertaking_words
from dragoman.language.parser import text_of
from dragoman.model.quoted import quoted_runs
from dragoman.model.reading import CommitmentReport, CommitmentStatus, MeetingReport, Statement, Timex
from dragoman.model.spans import Span, Spans, common, words
from dragoman.reading.attribution.near import Stretches, near, stretch
from dragoman.reading.cast import Cast
from dragoman.reading.meeting_parts import Scene
from dragoman.reading.timexes import timexes_in
from dragoman.reading.undertaking.announced import announced_at, due_at, said_at
from dragoman.reading.undertaking.kept import kept_at
from dragoman.reading.undertaking.parties import Room, around, giver, who
from dragoman.reading.undertaking.triggers import Draft, drafts_at

if TYPE_CHECKING:
    from dragoman.language.encoder import Encoder
    from dragoman.language.parser import Doc, Token

LIMITS = frozenset({"by", "before", "until", "till"})
"""Words before a date by which something is to be done."""
ON = frozenset({"on", "in", "at"})
NO_WORD = Word("", frozenset())
LEAST = 2
"""Words of a content: fewer say nothing ("to it")."""
MOST_STEPS = 6


def find_commitments(
    doc: "Doc",
    cast: Cast,
    timexes: Sequence[Timex],
    statements: Sequence[Statement],
    meetings: Sequence[MeetingReport] = (),
    furniture: Spans = (),
) -> tuple[CommitmentReport, ...]:
    """The undertakings that the article reports, in the order of the text; none in what is page furniture."""
    scene = Scene(doc, cast, timexes, statements, Stretches([stretch(s.content) for s in statements]))
    room = Room(scene, quoted_runs(text_of(doc)), meetings)
    found: list[CommitmentReport] = []
    for word in doc:
        if not common(((word.idx, word.idx + 1),), furniture):
            drafts = (
                *drafts_at(word, room),
                *kept_at(word, room),
                *announced_at(word, room),
                *due_at(word, room),
                *said_at(word, room),
            )
            found += (report for draft in drafts for report in _report(draft, room))
    return tuple(sorted(_once(found), key=lambda report: (report.spans, report.actors)))


def with_content_vectors(
    text: str, reports: Sequence[CommitmentReport], encoder: "Encoder"
) -> tuple[CommitmentReport, ...]:
    """The undertakings with the vectors of their contents."""
    vectors = encoder.encode([words(text, report.content) for report in reports])
    return tuple(replace(report, vector=vector) for report, vector in zip(reports, vectors, strict=True))


def _report(draft: Draft, room: Room) -> Iterator[CommitmentReport]:
    scene = room.scene
    content = draft.content
    if not draft.actors or len([t for t in content if t.is_alpha or t.like_num]) < LEAST:
        return
    by = draft.by if draft.by is not None else giver(draft.word, draft.actors, scene)
    if by is None or _is_done_to(draft, scene):
        return
    spans = _span(content)
    said, due = _dates(draft, spans, scene)
    condition = (_span(draft.condition),) if draft.condition else ()
    yield CommitmentReport(
        spans=(_passage(draft, spans, condition, room),),
        content=(spans,),
        status=_status(draft, scene),
        actors=tuple(draft.actors),
        according_to=by,
        towards=_towards(draft, by, room),
        said=said,
        timex=due,
        condition=condition,
        thing=_thing(draft),
    )


def _is_done_to(draft: Draft, scene: Scene) -> bool:
    """Whether what is undertaken is done to those who undertake it, by name: then it is somebody else's."""
    things = [t for t in content_objects(draft.content) if t.pos_ == "PROPN"]
    named = {m.entity for t in things for m in scene.cast.mentions_at((t.idx, t.idx + len(t)))}
    return bool(named) and named <= set(draft.actors)


def content_objects(content: Sequence["Token"]) -> list["Token"]:
    """The objects of the verb that a content begins with."""
    verb = next((t for t in content[: LEAST + 1] if t.pos_ in ("VERB", "AUX")), None)
    return [child for child in verb.children if child.dep_ == "dobj"] if verb is not None else []


def _status(draft: Draft, scene: Scene) -> CommitmentStatus:
    """The draft's status; what somebody is told to have reiterated is repeated."""
    if draft.status in ("offered", "undertaken"):
        for statement in around(draft.word, scene)[:1]:
            cue = [t for span in statement.cue for t in scene.doc.char_span(*span, alignment_mode="expand") or ()]
            if any(undertaking_words("voices").get(t.lemma_.lower(), NO_WORD).says for t in cue):
                return "repeated"
    return draft.status


def _thing(draft: Draft) -> Span | None:
    """The noun that an undertaking is about: the object of its verb, what stands behind its preposition, or itself."""
    verb = next((t for t in draft.content if t.pos_ in ("VERB", "AUX") or t.pos_ in ("NOUN", "PROPN")), None)
    if verb is None:
        return None
    while verb.dep_ in ("compound", "amod", "poss", "nmod") and verb.head in draft.content:
        verb = verb.head
    links = [child for child in verb.children if child.dep_ == "prep" and child in draft.content]
    things = [child for child in verb.children if child.dep_ in ("dobj", "attr")]
    things += [t for link in links for t in link.children if t.dep_ == "pobj"]
    found = verb if verb.pos_ in ("NOUN", "PROPN") else next(iter(things), None)
    return Span(found.idx, found.idx + len(found)) if found is not None else None


def _span(tokens: Sequence["Token"]) -> Span:
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _passage(draft: Draft, content: Span, condition: Spans, room: Room) -> Span:
    """From the actors' names nearest in the sentence, or the word for the undertaking, to what is undertaken; a quoted
    undertaking begins within its quotation marks.
    """
    scene, first = room.scene, draft.word.sent.start_char
    quoted = near(room.runs, Span(draft.word.idx, draft.word.idx + 1))
    first = max([first, *(run.start for run in quoted)])
    pieces = [content, *condition, Span(draft.word.idx, draft.word.idx + len(draft.word))]
    pieces.append(Span(draft.verb.idx, draft.verb.idx + len(draft.verb)))
    before = scene.cast.mentions_at((first, draft.word.idx))
    pieces += {m.entity: m.span for m in before if m.entity in draft.actors}.values()
    return Span(min(pieces).start, max(end for _, end in pieces))


def _towards(draft: Draft, by: tuple[int, ...], room: Room) -> tuple[int, ...]:
    """Whom it is given to: who is promised, offered or assured it, and who is told it by those who undertake."""
    found: list[int] = []
    for child in draft.verb.children:
        thing = child
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with") and child.i < draft.content[0].i:
            thing = next((c for c in child.children if c.dep_ == "pobj"), child)
        if thing is not child or (child.dep_ in ("dative", "dobj") and child not in draft.content):
            found += who(thing, room)
    for statement in around(draft.word, room.scene):
        if statement.speakers and set(statement.speakers) <= {*by, *draft.actors}:
            found += statement.addressees
    return tuple(entity for entity in dict.fromkeys(found) if entity not in draft.actors)


def _dates(draft: Draft, content: Span, scene: Scene) -> tuple[int | None, int | None]:
    """The words that say when it was undertaken, and those that name the day by or on which it is to be done."""
    sentence, said, due = draft.word.sent, None, None
    for index in timexes_in(scene.timexes, sentence.start_char, sentence.end_char):
        timex = scene.timexes[index]
        before = _word_before(scene.doc, timex.span)
        if common((timex.span,), (content,)):
            sure = before in LIMITS or (before in ON and _names_days(timex))
            due = index if due is None and sure and not _is_past(scene.doc, timex, draft) else due
        elif due is None and before in LIMITS and _hangs_on(scene.doc, timex, draft.verb):
            due = index
        elif said is None and _hangs_on(scene.doc, timex, draft.verb):
            said = index
    return said, due


def _is_past(doc: "Doc", timex: Timex, draft: Draft) -> bool:
    """Whether the date is that of something told beside it in the past tense ("arms that it used on 3 May")."""
    found = doc.char_span(*timex.span, alignment_mode="expand")
    above = () if found is None else found.root.ancestors
    inside = (token for token in above if token in draft.content and token.pos_ in ("VERB", "AUX"))
    return any(token.tag_ == "VBD" or any(c.lower_ == "had" for c in token.children) for token in inside)


def _names_days(timex: Timex) -> bool:
    return timex.weekday is not None or timex.day is not None


def _word_before(doc: "Doc", span: Span) -> str:
    before = text_of(doc)[max(0, span.start - 20) : span.start].lower().split()
    passed = [word for word in before if word not in ("the", "end", "of", "late", "early", "mid", "next")]
    return passed[-1] if passed else ""


def _hangs_on(doc: "Doc", timex: Timex, verb: "Token") -> bool:
    """Whether nothing but a preposition stands in the parse between the date and the verb."""
    found = doc.char_span(*timex.span, alignment_mode="expand")
    if found is None:
        return False
    token = found.root
    for _ in range(MOST_STEPS):
        if token.head == verb:
            return True
        if token.head == token or token.head.pos_ not in ("ADP", "NOUN", "PROPN", "NUM"):
            return False
        if token.pos_ == "ADP" and token.head.pos_ != "ADP":
            return False
        token = token.head
    return False


def _once(found: Sequence[CommitmentReport]) -> list[CommitmentReport]:
    """Each undertaking once: of two with one content and status, the one with more actors."""
    best: dict[tuple[object, ...], CommitmentReport] = {}
    for report in found:
        key = (report.content[0].end, report.status in ("reported done", "reported broken"))
        if key not in best or len(report.actors) > len(best[key].actors):
            best[key] = report
    return list(best.values())
