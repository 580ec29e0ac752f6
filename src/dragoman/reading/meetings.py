"""Meetings in plain cases: who met whom, where, when, in which format, held or not, and on whose word.

A report needs words that tell its status and enough to tell it from other meetings: two participants, or one and a
place or day. What the parse does not tie to the meeting is left out, and so are meetings counted or spoken of at large.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.model.reading import AHEAD, MeetingKind, MeetingReport, Statement, Timex
from dragoman.model.spans import Span, Spans, common
from dragoman.reading.attribution.near import Stretches, stretch
from dragoman.reading.cast import Cast
from dragoman.reading.meeting_kinds import format_of, is_definite, is_talks, kind_of, level_of, opens_with_visit
from dragoman.reading.meeting_matters import matters_of
from dragoman.reading.meeting_named import (
    body_of,
    group_at,
    is_aside,
    is_named_by,
    is_of_series,
    members_behind,
    told_beside,
)
from dragoman.reading.meeting_parties import Parties, deniers, parties_of, visitors
from dragoman.reading.meeting_parts import (
    Scene,
    carriers,
    host_place,
    place_of,
    subjects,
    time_of,
    time_of_news,
    visited,
)
from dragoman.reading.meeting_status import is_agreed, is_offered, says, status_of
from dragoman.reading.meeting_tail import tail_of

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token


SIDES = {"side", "party", "negotiator", "delegation", "diplomat", "envoy", "representative", "they"}
"""Who meets where nobody is named."""


LEAD = 40
"""What is told in so many first words of an article is what it is about."""
BEING = {"am", "is", "are"}


class Draft(NamedTuple):
    """A report before those of one sentence, known by its first word's index, are put together. ``deed`` is whether
    its words tell one act of meeting, and not talks that may take years; ``apart`` whether they tell a meeting of
    unnamed people in full, so that they complete no other report; ``known`` whether they point at what was told of
    before ("the talks"); ``named`` whether they tell which occasion they mean beside those who took part, ``of_body``
    whether that is a body's, and ``aside`` whether others meet on its sidelines.
    """

    sentence: int
    report: MeetingReport
    deed: bool = True
    apart: bool = False
    known: bool = False
    named: bool = False
    of_body: bool = False
    aside: bool = False


def find_meetings(
    doc: "Doc", cast: Cast, timexes: Sequence[Timex], statements: Sequence[Statement], furniture: Spans = ()
) -> tuple[MeetingReport, ...]:
    """The meetings that the article reports, in the order of the text; none in what is page furniture."""
    scene = Scene(doc, cast, timexes, statements, Stretches([stretch(s.content) for s in statements]))
    drafts: list[Draft] = []
    for token in doc:
        if kind_of(token) is not None and not common(((token.idx, token.idx + 1),), furniture):
            for draft in _drafts(token, scene):
                _join(drafts, draft)
    drafts = _with_known_bodies([_beside_summit(draft, drafts) for draft in drafts])
    told = [draft for draft in drafts if draft.deed or _is_anchored(draft.report)]
    whole = zip(_with_parties(told), told, strict=True)
    found = [report for report, draft in whole if _is_enough(report) or (draft.named and _is_told_apart(report))]
    return tuple(sorted(found, key=lambda report: (report.spans, report.participants)))


def _drafts(token: "Token", scene: Scene) -> Iterator[Draft]:
    kind, word = kind_of(token), token.sent.root if opens_with_visit(token) else token
    status = status_of(word) if kind is not None else None
    noun = kind == "meeting" and token.pos_ != "VERB"
    status = told_beside(token, tail_of(token, scene)) if noun and status is None else status
    if kind is None or status is None:
        return
    said = scene.statement_at(token)
    by = said.speakers if said is not None else deniers(token, scene) if status == "denied" else ()
    if status == "denied" and said is None and not by:
        return
    where, when, groups = _parts(kind, token, word, scene)
    bare = token.pos_ == "VERB" and kind == "meeting" and groups == [[]]
    if bare and (_is_with_others(token) or not _are_sides(subjects(token))):
        return
    talks = bare or (kind == "meeting" and is_talks(token))
    matters = matters_of(token, scene)
    body, named = None, False
    if noun and max(map(len, groups)) < 2:
        body, named, groups = _told_by_name(token, groups, _Frame(talks, where, when), scene)
    for parties in groups:
        members = [scene.cast.entities[party] for party in parties]
        alone = len(parties) == 1 and kind in ("meeting", "call") and not (talks and where) and body is None
        if alone and (status == "planned" or not is_offered(token)) and not is_agreed(token):
            continue
        report = MeetingReport(
            spans=(),
            kind=kind,
            status="proposed" if alone and status == "planned" and is_agreed(token) else status,
            participants=tuple(parties),
            format=format_of(token, kind, members) if body is None else None,
            level=level_of(token, members),
            place=where if kind != "call" else None,
            timex=when,
            according_to=by,
            talks=talks,
            agenda=matters.agenda,
            outcome=matters.outcome if status == "held" else (),
            hosts=matters.hosts,
        )
        deed = not talks or status != "held" or _is_deed(token)
        known = bare or is_definite(token)
        report = replace(report, spans=(_passage(token, report, scene),))
        apart, aside = bare or body is not None, is_aside(token)
        yield Draft(token.sent.start, report, deed, apart, known, named, body is not None, aside)


class _Frame(NamedTuple):
    """Whether a noun is one for talks, and where and when the meeting was."""

    talks: bool
    where: Span | None
    when: int | None


def _told_by_name(token: "Token", groups: Parties, told: _Frame, scene: Scene) -> tuple[int | None, bool, Parties]:
    """The body whose members' meeting the noun names, whether it is told which occasion it is, and who took part."""
    if told.talks:
        return None, told.where is not None and is_of_series(token), groups
    part = token.dep_ == "compound" and kind_of(token.head) is not None  # "summit meeting" is told by "meeting"
    body = body_of(token, scene.cast) if not part else None
    if body is not None:
        return body, is_named_by(token) or told.where is not None or told.when is not None, [[body]]
    if group_at(token) is not None:
        return None, told.where is not None and told.when is not None, [members_behind(token, scene)]
    return None, False, groups


def _beside_summit(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A summit on whose sidelines others meet, and they, with the place and the day that the sentence gives either."""
    beside = [
        other.report
        for other in drafts
        if other.sentence == draft.sentence
        and ((other.aside and draft.report.format == "margins") or (draft.aside and other.report.format == "margins"))
    ]
    if len(beside) != 1 or draft.report.kind != "meeting":
        return draft
    report, other = draft.report, beside[0]
    timex = other.timex if report.timex is None else report.timex
    return draft._replace(report=replace(report, place=report.place or other.place, timex=timex))


def _with_known_bodies(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; "the G7 meeting" means the one that the article names in full elsewhere."""
    full = {draft.report.participants for draft in drafts if draft.of_body and draft.named}
    return [
        draft._replace(named=True) if draft.of_body and draft.known and draft.report.participants in full else draft
        for draft in drafts
    ]


def _are_sides(who: Sequence["Token"]) -> bool:
    """Whether unnamed sides meet; those of whom it is told whose they are ("diplomats from A and B") have names."""
    named = any(token.pos_ == "PROPN" for each in who for token in each.subtree)
    return not named and any(each.lemma_.lower() in SIDES for each in who)


def _is_with_others(token: "Token") -> bool:
    """Whether those who are met are told, though not by name: "to meet with lawmakers"."""
    return any(child.dep_ == "dobj" or (child.dep_ == "prep" and child.lower_ == "with") for child in token.children)


def _is_deed(token: "Token") -> bool:
    """Whether talks are told as something done once: "held talks"; being "engaged in talks" may take years."""
    above = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token)
    is_now = any(c.dep_ in ("aux", "auxpass") and c.lower_ in BEING for c in above.children)
    return says(above) == "holds" and above.lemma_ != "engage" and above.tag_ in ("VBD", "VBN") and not is_now


def _is_anchored(report: MeetingReport) -> bool:
    return report.place is not None or report.timex is not None


def _parts(kind: MeetingKind, token: "Token", word: "Token", scene: Scene) -> tuple[Span | None, int | None, Parties]:
    """Where, when and who; ``word`` is the token itself, or the verb that a visit opens a sentence for."""
    holders, tail = carriers(word), tail_of(token, scene)
    when = tail.timex if tail.timex is not None else time_of(word, holders, scene)
    if kind == "visit":
        return visited(token, scene), when, [visitors(token, word, scene)]
    when = time_of_news(word, holders, scene) if when is None else when
    where = tail.place or place_of(word, holders, scene) or host_place(holders)
    return where, when, parties_of(token, holders, tail, scene)


def _passage(token: "Token", report: MeetingReport, scene: Scene) -> Span:
    """The words from the first to the last that the report rests on."""
    sentence = token.sent
    mentions = scene.cast.mentions_at((sentence.start_char, sentence.end_char))
    nearest: dict[int, Span] = {}
    for mention in sorted(mentions, key=lambda mention: (abs(mention.span.start - token.idx), mention.span)):
        nearest.setdefault(mention.entity, mention.span)
    pieces = [span for entity, span in nearest.items() if entity in report.participants]
    pieces.append(Span(token.idx, token.idx + len(token)))
    pieces += [] if report.place is None else [report.place]
    timex = None if report.timex is None else scene.timexes[report.timex].span
    pieces += [timex] if timex is not None and timex.start >= sentence.start_char else []
    return Span(min(pieces).start, max(end for _, end in pieces))


def _join(drafts: list[Draft], new: Draft) -> None:
    """Puts a report to one of the same sentence that it completes, or behind the others."""
    first = len(drafts)
    while first and drafts[first - 1].sentence == new.sentence:
        first -= 1
    for at in range(first, len(drafts)):
        old = drafts[at]
        if not (old.apart or new.apart) and _completes(old.report, new.report):
            united = _united(old.report, new.report)
            deed, known, named = old.deed or new.deed, old.known or new.known, old.named or new.named
            drafts[at] = Draft(old.sentence, united, deed, known=known, named=named)
            return
    drafts.append(new)


def _with_parties(drafts: list[Draft]) -> list[MeetingReport]:
    """Talks of which nobody is named are between those who are in talks in the article, where these are always the
    same: "Talks between A and B ended on Friday. The talks will resume in Lisk on 3 May." Such talks are told of in the
    same sentence or the article's first lines, name their place, or are known from before.
    """
    named = [draft for draft in drafts if draft.report.talks and len(draft.report.participants) > 1]
    if len({frozenset(draft.report.participants) for draft in named}) != 1:
        return [draft.report for draft in drafts]
    first, near = named[0].report, {draft.sentence for draft in named}
    found = []
    for draft in drafts:
        report = draft.report
        tied = draft.known or draft.sentence in near or draft.sentence < LEAD or report.place is not None
        if tied and report.talks and not report.participants and report.timex is not None:
            report = replace(report, participants=first.participants, format=first.format)
        found.append(report)
    return found


def _completes(old: MeetingReport, new: MeetingReport) -> bool:
    parties = set(old.participants), set(new.participants)
    same = (
        old.kind == new.kind
        and (old.place is None or new.place is None or old.place == new.place)
        and (old.timex is None or new.timex is None or old.timex == new.timex)
    )
    if not all(parties):
        bare, full = (old, new) if not old.participants else (new, old)
        return same and _tells_of(bare, full)
    smaller, larger = sorted(parties, key=len)
    return same and old.status == new.status and smaller <= larger and (len(smaller) == 1 or smaller == larger)


def _tells_of(bare: MeetingReport, full: MeetingReport) -> bool:
    """Whether what names nobody may tell of what names who met: both stand alike, or the one that was planned is called
    off; talks beside a meeting are others, but where place or day is printed once for both.
    """
    alike = bare.status == full.status or (bare.status in AHEAD and full.status not in ("held", "denied"))
    shared = (bare.place is not None and bare.place == full.place) or (
        bare.timex is not None and bare.timex == full.timex
    )
    return alike and (full.talks or not bare.talks or shared)


def _united(old: MeetingReport, new: MeetingReport) -> MeetingReport:
    """Both reports as one: the participants and the status of the one that names more."""
    first, second = (old, new) if len(old.participants) >= len(new.participants) else (new, old)
    return replace(
        first,
        spans=(Span(min(old.spans[0].start, new.spans[0].start), max(old.spans[0].end, new.spans[0].end)),),
        format=first.format or second.format,
        level=first.level or second.level,
        place=first.place or second.place,
        timex=second.timex if first.timex is None else first.timex,
        according_to=first.according_to or second.according_to,
        agenda=first.agenda or second.agenda,
        outcome=first.outcome or second.outcome,
        hosts=first.hosts or second.hosts,
    )


def _is_told_apart(report: MeetingReport) -> bool:
    """Whether a report whose words tell which occasion they mean tells that it was, or was to be."""
    return report.status in ("held", "planned", "postponed", "cancelled")


def _is_enough(report: MeetingReport) -> bool:
    """Whether the report tells one meeting from others."""
    if report.kind in ("visit", "conference"):
        return bool(report.participants) and report.place is not None
    if report.talks and report.place is not None and report.timex is not None:
        return True
    return len(report.participants) > 1 or (
        bool(report.participants) and _is_anchored(report) and report.status != "held"
    )
