"""Claims by article: who has them, in whose voice, from how many origins, and who denies them."""

from dataclasses import replace
from typing import Literal

from dragoman.model.links import OriginCount, Ref, Rest
from dragoman.model.origins import Publisher, origins_of
from dragoman.model.reading import MeetingStatus
from dragoman.model.record import (
    ActorRow,
    ArticleRow,
    ClaimRow,
    DisputeRow,
    DisputeSide,
    FigureRow,
    MeetingReportRow,
    MeetingRow,
    OriginRow,
    Record,
    RenderingRow,
    StatementRow,
    StoryRow,
    UtteranceRow,
)
from dragoman.model.spans import Place, Span
from dragoman.model.when import UNKNOWN
from dragoman.record.claims import claim_rows

AT = (Span(0, 4),)
TEXT = "4000 nets lie in the harbour"


def article(name: str, read: Literal["full", "excerpt"] = "full") -> ArticleRow:
    row = ArticleRow(
        name, name, None, name, None, (), UNKNOWN, None, "en", (), {}, {}, (), TEXT, "", "", "full", owner=None
    )
    return replace(row, read=read)


def said(name: str, where: str, speaker: str = "barran") -> StatementRow:
    return StatementRow(
        name,
        where,
        (speaker,),
        "named",
        (),
        "direct",
        "speech",
        (),
        (),
        AT,
        UNKNOWN,
        (),
        None,
        (),
        None,
        (),
        None,
        shown=True,
    )


def met(*reports: tuple[str, MeetingStatus, tuple[str, ...]]) -> MeetingRow:
    rows = tuple(MeetingReportRow(where, AT, status, by) for where, status, by in reports)
    return MeetingRow("m", "meeting", None, None, ("barran", "tolle"), None, UNKNOWN, "held", rows)


def figure(name: str, where: str, value: float) -> FigureRow:
    return FigureRow(name, value, None, "nets", None, (), where, AT)


ACTORS = tuple(
    ActorRow(name, name, "person", country, (), (), ())
    for name, country in (("barran", "V1"), ("tolle", "O1"), ("quist", "K1"))
)
BASE = Record(
    articles=(article("a"), article("b"), article("c"), article("d", "excerpt")),
    actors=ACTORS,
    statements=(said("s1", "a"), said("s2", "b"), said("s3", "c", "tolle")),
    stories=(StoryRow("t", "", ("a", "b", "c", "d"), UNKNOWN),),
)


def claim(record: Record, *, names: bool = True) -> ClaimRow:
    publishers = {row.id: Publisher(row.outlet if names else None) for row in record.articles}
    (row,) = claim_rows(record, origins_of(record.origins, publishers))
    return row


def stances(row: ClaimRow) -> dict[str, str]:
    return {cell.article: cell.stance for cell in row.cells}


def uttered(*origins: OriginRow) -> Record:
    renderings = (RenderingRow("s1", AT), RenderingRow("s2", AT))
    return replace(BASE, utterances=(UtteranceRow("u", ("barran",), renderings, OriginCount(1, 2)),), origins=origins)


def test_an_utterance_is_attributed_where_it_stands_and_absent_where_the_whole_article_was_read() -> None:
    row = claim(uttered())
    assert row.about == Ref("utterances", "u")
    assert stances(row) == {"a": "attributes", "b": "attributes", "c": "absent"}
    assert row.by == ("barran",)


def test_outlets_that_share_an_origin_are_a_single_one() -> None:
    agency = OriginRow("n", "Norda", "agency", tuple(Rest(each, (), Place(each, AT)) for each in "ab"))
    assert claim(uttered(agency)).status == "single origin"
    assert claim(uttered(agency)).origins == ("n",)


def test_two_stated_origins_are_several() -> None:
    rows = [OriginRow(f"n{each}", f"Norda {each}", "agency", (Rest(each, (), Place(each, AT)),)) for each in "ab"]
    assert claim(uttered(*rows)).status == "several origins"


def test_a_meeting_that_one_article_denies_is_contested() -> None:
    row = claim(replace(BASE, meetings=(met(("a", "held", ()), ("b", "denied", ("tolle",))),)))
    assert (stances(row)["a"], stances(row)["b"]) == ("asserts", "denies")
    assert (row.status, row.conflicts) == ("contested", ("polarity",))


def test_both_parties_are_counted_by_who_speaks() -> None:
    row = claim(replace(BASE, meetings=(met(("a", "held", ("barran",)), ("b", "held", ("tolle",))),)))
    assert row.status == "said by both parties"


def test_a_party_outside_is_none_that_meets() -> None:
    row = claim(replace(BASE, meetings=(met(("a", "held", ("quist",))),)))
    assert row.status == "said by a party outside"
    assert row.outlet_voice is None


def test_an_outlets_own_voice_is_a_side_of_its_own() -> None:
    assert claim(replace(BASE, meetings=(met(("a", "held", ())),))).outlet_voice == "a"


def test_another_number_of_the_same_thing_is_another_value() -> None:
    row = claim(replace(BASE, figures=(figure("f1", "a", 4000), figure("f2", "b", 4000), figure("f3", "c", 400))))
    assert stances(row) == {"a": "asserts", "b": "asserts", "c": "other value"}
    assert row.conflicts == ("value",)


def test_numbers_over_other_periods_are_no_claim_together() -> None:
    rows = (figure("f1", "a", 4000), replace(figure("f2", "b", 400), period="a week"))
    assert claim_rows(replace(BASE, figures=rows), origins_of((), {})) == ()


def test_a_denied_allegation_has_the_words_and_the_denial() -> None:
    sides = (DisputeSide(("barran",), ("s1",), ()), DisputeSide(("tolle",), ("s3",), ()))
    row = claim(replace(BASE, disputes=(DisputeRow("d", "", sides, "denial"),)))
    assert stances(row) == {"a": "attributes", "b": "absent", "c": "denies"}
    assert row.status == "contested"
