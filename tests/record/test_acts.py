"""Acts as rows: from statements and from meetings, with who tells of them."""

from dataclasses import replace

import pytest

from dragoman.model.acts import ActRow
from dragoman.model.article import Article
from dragoman.model.ids import article_id, sha256
from dragoman.model.links import ActorGroup, At, Links, MeetingGroup, Ref
from dragoman.model.reading import (
    Act,
    Entity,
    MeetingFormat,
    MeetingKind,
    MeetingReport,
    MeetingStatus,
    Mention,
    ReadArticle,
    Reading,
    Statement,
)
from dragoman.model.record import Made, Record
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN
from dragoman.record import fold

TEXT = "Velmar said Ostrand had shelled Lisk, and condemned Ostrand. Velmar met Ostrand and Carrow in mediated talks."
NAME = article_id("a.txt", sha256(TEXT.encode()))
SHELLED = Act("ASSAULT", (Span(12, 19), Span(24, 31)), 0.9, source=(1,), target=(2,), alleged=True)
CONDEMNED = Act("ACCUSE", (Span(0, 6), Span(42, 51)), 0.8, target=(1,))
SAID = Statement((Span(12, 36),), (Span(0, 6),), (Span(7, 11),), "indirect", speakers=(0,), acts=(SHELLED, CONDEMNED))
MET = MeetingReport((Span(61, 81),), "meeting", "held", (0, 1))


def record(statements: tuple[Statement, ...] = (), report: MeetingReport | None = None) -> Record:
    places = (Span(0, 6), Span(12, 19), Span(32, 36), Span(84, 90))
    reading = Reading(
        "1",
        entities=tuple(Entity("state", TEXT[a:b], (TEXT[a:b],), country=TEXT[a:b]) for a, b in places),
        mentions=tuple(Mention(span, "name", i) for i, span in enumerate(places)),
        statements=statements,
        meetings=() if report is None else (report,),
    )
    meetings = () if report is None else (MeetingGroup((At(NAME, 0),), UNKNOWN),)
    links = Links(actors=tuple(ActorGroup((At(NAME, i),)) for i in range(len(places))), meetings=meetings)
    read = ReadArticle(Article(NAME, "a.txt", TEXT, sha256(TEXT.encode()), "p"), reading)
    return fold([read], links, [], Made("0"))


def named(made: Record, row: ActRow) -> tuple[str, list[str], list[str], list[str]]:
    names = {actor.id: actor.name for actor in made.actors}
    source, target, tellers = ([names[i] for i in ids] for ids in (row.source, row.target, row.alleged_by))
    return row.root, source, target, tellers


def test_an_act_told_of_others_is_alleged_by_the_speaker_and_the_speakers_own_is_not() -> None:
    made = record((SAID,))
    assert sorted(named(made, row) for row in made.acts) == [
        ("ACCUSE", ["Velmar"], ["Ostrand"], []),
        ("ASSAULT", ["Ostrand"], ["Lisk"], ["Velmar"]),
    ]
    assert {row.of for row in made.acts} == {Ref("statements", made.statements[0].id)}


def test_the_act_of_one_who_is_quoted_by_another_is_alleged_by_the_other() -> None:
    inner = Statement((Span(24, 36),), (Span(12, 19),), (), "indirect", speakers=(1,), inside=0)
    inner = replace(inner, acts=(replace(CONDEMNED, target=(2,)),))
    made = record((replace(SAID, acts=()), inner))
    assert [named(made, row) for row in made.acts] == [("ACCUSE", ["Ostrand"], ["Lisk"], ["Velmar"])]


def test_the_state_of_who_acts_is_no_target() -> None:
    made = record((replace(SAID, speakers=(1,), acts=(CONDEMNED,)),))
    assert named(made, made.acts[0]) == ("ACCUSE", ["Ostrand"], [], [])


def test_the_speakers_own_act_is_that_of_the_speaker_whom_a_person_names() -> None:
    made = record((replace(SAID, speakers=(3,), acts=(CONDEMNED,)),))
    assert named(made, made.acts[0])[1] == ["Carrow"]


@pytest.mark.parametrize(
    ("status", "roots"),
    [("held", ["CONSULT"]), ("planned", ["AGREE"]), ("refused", []), ("proposed", []), ("cancelled", [])],
)
def test_a_held_meeting_is_consultation_one_ahead_agreement_and_others_no_act(
    status: MeetingStatus, roots: list[str]
) -> None:
    assert [row.root for row in record(report=replace(MET, status=status)).acts] == roots


@pytest.mark.parametrize(
    ("kind", "form", "mode"),
    [
        ("meeting", "bilateral", None),
        ("meeting", "trilateral", "multilateral"),
        ("conference", None, "multilateral"),
        ("call", "video", "phone"),
        ("visit", None, "visit"),
    ],
)
def test_a_consultation_has_its_mode(kind: MeetingKind, form: MeetingFormat | None, mode: str | None) -> None:
    (row,) = record(report=replace(MET, kind=kind, format=form)).acts
    assert row.mode == mode


def test_a_meeting_that_its_report_calls_mediated_has_a_third_party() -> None:
    (row,) = record(report=replace(MET, spans=(Span(61, len(TEXT)),))).acts
    assert row.mode == "third-party"


@pytest.mark.parametrize(("hosts", "mode"), [((3,), "third-party"), ((1,), None)])
def test_a_meeting_with_a_host_from_outside_has_a_third_party(hosts: tuple[int, ...], mode: str | None) -> None:
    (row,) = record(report=replace(MET, hosts=hosts)).acts
    assert row.mode == mode


def test_a_meeting_that_the_outlet_tells_in_its_own_voice_is_alleged_by_nobody() -> None:
    assert record(report=MET).acts[0].alleged_by == ()
    made = record(report=replace(MET, according_to=(1,)))
    assert named(made, made.acts[0])[3] == ["Ostrand"]


def test_an_act_leads_to_its_words() -> None:
    made = record((SAID,), MET)
    assert all(0 <= start < end <= len(TEXT) for row in made.acts for start, end in row.place.spans)
