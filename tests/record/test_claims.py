"""Claims by article: who has them, in whose voice, from how many origins, and who denies them."""

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from dragoman.model.claims import ClaimRow
from dragoman.model.links import (
    At,
    ConflictKind,
    Differing,
    DisputeGroup,
    Lacking,
    LackingWhy,
    Links,
    OriginCount,
    Parallel,
    QuantityGroup,
    Ref,
    Rest,
    ShiftKind,
    Voiced,
)
from dragoman.model.origins import Publisher, origins_of
from dragoman.model.reading import MeetingStatus
from dragoman.model.record import (
    ActorMention,
    ActorRow,
    ArticleRow,
    DisputeRow,
    DisputeSide,
    FigureRow,
    MeetingReportRow,
    MeetingRow,
    OriginRow,
    Record,
    RenderingRow,
    ShiftRow,
    StatementRow,
    StoryRow,
    UtteranceRow,
)
from dragoman.model.spans import Place, Span
from dragoman.model.when import UNKNOWN, When, between
from dragoman.record.claims import Claimed, claim_rows
from dragoman.record.disputes import with_claims
from dragoman.record.identify import Ids

AT = (Span(0, 4),)
DAY = between(date(2031, 5, 2), date(2031, 5, 2), "given")
BEFORE = between(date(2031, 4, 30), date(2031, 4, 30), "given")
LATER = between(date(2031, 5, 9), date(2031, 5, 9), "given")
TEXT = "4000 nets lie in the harbour"


def article(name: str, read: Literal["full", "excerpt"] = "full") -> ArticleRow:
    row = ArticleRow(
        name, name, None, name, None, (), DAY, None, "en", (), {}, {}, (), TEXT, "", "", "full", owner=None
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
    statements=(said("sa0", "a"), said("sb0", "b"), said("sc0", "c", "tolle")),
    stories=(StoryRow("t", "", ("a", "b", "c", "d"), UNKNOWN),),
)


def claimed(record: Record, links: Links = Links()) -> Claimed:  # noqa: B008  # frozen
    """The claims; the finding with index i of an article is called after it, as "s a 0"."""
    publishers = {row.id: Publisher(row.outlet) for row in record.articles}
    ats = [At(where, index) for where in "abcd" for index in range(2)]
    ids = Ids({}, {at: f"s{at.article}{at.index}" for at in ats}, {}, {at: f"f{at.article}{at.index}" for at in ats})
    return claim_rows(record, origins_of(record.origins, publishers), links, ids)


def claim(record: Record, links: Links = Links()) -> ClaimRow:  # noqa: B008  # frozen
    (row,) = claimed(record, links).claims
    return row


def stances(row: ClaimRow) -> dict[str, str]:
    return {cell.article: cell.stance for cell in row.cells}


def uttered(*origins: OriginRow, lacking: tuple[Lacking, ...] = ()) -> Record:
    renderings = (RenderingRow("sa0", AT), RenderingRow("sb0", AT))
    row = UtteranceRow("u", ("barran",), renderings, OriginCount(1, 2), lacking)
    return replace(BASE, utterances=(row,), origins=origins)


def published(record: Record, **days: When) -> Record:
    """The record with articles of other days."""
    rows = tuple(replace(row, published=days.get(row.id, row.published)) for row in record.articles)
    return replace(record, articles=rows)


def test_an_utterance_is_attributed_where_it_stands_and_absent_where_the_ledger_of_silence_says_so() -> None:
    row = claim(uttered(lacking=(Lacking("c", "absent"), Lacking("d", "unread"))))
    assert row.about == Ref("utterances", "u")
    assert stances(row) == {"a": "attributes", "b": "attributes", "c": "absent"}
    assert row.by == ("barran",)


def test_what_may_stand_there_in_other_words_is_not_absent() -> None:
    assert "c" not in stances(claim(uttered(lacking=(Lacking("c", "near", Place("c", AT)),))))


@pytest.mark.parametrize("day", [UNKNOWN, BEFORE], ids=["undated", "older"])
def test_an_article_that_is_undated_or_older_does_not_lack_a_meeting(day: When) -> None:
    record = replace(BASE, meetings=(met(("a", "held", ())),))
    assert stances(claim(record)) == {"a": "asserts", "b": "absent", "c": "absent"}
    assert stances(claim(published(record, b=day))) == {"a": "asserts", "c": "absent"}


def test_an_article_that_names_both_parties_close_together_may_have_the_meeting() -> None:
    mentions = [ActorMention("b", (Span(at, at + 4),), "name") for at in (0, 9)]
    named = tuple(replace(row, mentions=(one,)) for row, one in zip(ACTORS[:2], mentions, strict=True))
    record = replace(BASE, meetings=(met(("a", "held", ())),), actors=(*named, ACTORS[2]))
    assert stances(claim(record)) == {"a": "asserts", "c": "absent"}


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


def test_a_party_outside_is_one_that_is_known_to_be_outside() -> None:
    nowhere = replace(ACTORS[2], country=None)
    record = replace(BASE, actors=(*ACTORS[:2], nowhere), meetings=(met(("a", "held", ("quist",))),))
    assert claim(record).status == "single origin"


def kinds(*reports: tuple[str, MeetingStatus, tuple[str, ...]], **days: When) -> list[str]:
    return [row.kind for row in claimed(published(replace(BASE, meetings=(met(*reports),)), **days)).conflicts]


def test_a_plan_that_a_later_report_overtakes_is_superseded_and_contests_nothing() -> None:
    record = published(replace(BASE, meetings=(met(("a", "planned", ()), ("b", "held", ())),)), b=LATER)
    made = claimed(record)
    assert [row.kind for row in made.conflicts] == ["superseded by a later report"]
    assert [side.when for side in made.conflicts[0].sides] == [DAY, LATER]
    assert made.claims[0].status == "single origin"


def test_what_is_planned_after_it_was_held_is_another_meeting() -> None:
    assert kinds(("a", "held", ()), ("b", "planned", ()), b=LATER) == []


def test_called_off_on_the_day_on_which_another_reports_it_held_is_a_conflict() -> None:
    assert kinds(("a", "held", ()), ("b", "cancelled", ())) == ["polarity"]
    assert kinds(("a", "cancelled", ()), ("b", "held", ()), b=LATER) == ["superseded by a later report"]
    assert kinds(("a", "cancelled", ()), ("b", "held", ()), b=UNKNOWN) == []


def quantity(record: Record, *figures: At, kind: ConflictKind | None = None) -> Claimed:
    differing = (Differing(kind, Place("a", AT), Place("c", AT)),) if kind else ()
    return claimed(record, Links(quantities=(QuantityGroup(figures, differing),)))


def test_another_number_of_the_same_thing_is_another_value() -> None:
    rows = (figure("fa0", "a", 4000), figure("fb0", "b", 4000), figure("fc0", "c", 400))
    made = quantity(replace(BASE, figures=rows), At("a", 0), At("b", 0), At("c", 0), kind="value")
    (row,) = made.claims
    assert stances(row) == {"a": "asserts", "b": "asserts", "c": "other value"}
    assert (row.conflicts, row.status) == (("value",), "contested")
    assert made.conflicts[0].claim == row.id


def test_a_number_that_a_later_one_supersedes_is_not_contested() -> None:
    rows = (figure("fa0", "a", 4000), figure("fc0", "c", 400))
    made = quantity(replace(BASE, figures=rows), At("a", 0), At("c", 0), kind="superseded by a later report")
    assert made.claims[0].status != "contested"


def test_a_passage_is_asserted_by_one_outlet_and_attributed_by_another() -> None:
    passages = (Voiced(Place("a", AT), At("a", 0)), Voiced(Place("b", AT)))
    made = claimed(BASE, Links(parallels=(Parallel(passages, (), ()),)))
    (row,) = made.claims
    assert (row.about, row.by) == (None, ("barran",))
    assert stances(row) == {"a": "attributes", "b": "asserts"}


def test_a_passage_whose_statement_is_dropped_is_dropped() -> None:
    passages = (Voiced(Place("a", AT), At("a", 1)), Voiced(Place("b", AT)))
    assert claimed(BASE, Links(parallels=(Parallel(passages, (), ()),))).claims == ()


def denied(why: LackingWhy = "absent", heard: str = "quist") -> tuple[Record, Links]:
    """Barran's words in a, denied in c; what the article b is known to lack, and who speaks there."""
    sides = (DisputeSide(("barran",), ("sa0",), ()), DisputeSide(("tolle",), ("sc0",), ()))
    group = DisputeGroup("denial", At("a", 0), ((At("a", 0),), (At("c", 0),)), (UNKNOWN, UNKNOWN))
    statements = (said("sa0", "a"), said("sb0", "b", heard), said("sc0", "c", "tolle"))
    record = replace(BASE, statements=statements, disputes=(DisputeRow("d", "", sides, "denial"),))
    return record, Links(disputes=(group,), unanswered=((Lacking("b", why),),))


def test_a_denied_allegation_has_the_words_and_the_denial() -> None:
    made = claimed(*denied())
    (row,) = made.claims
    assert stances(row) == {"a": "attributes", "b": "absent", "c": "denies"}
    assert row.status == "contested"
    assert [side.article for side in made.conflicts[0].sides] == ["a", "c"]


def test_an_article_that_may_have_the_allegation_in_other_words_does_not_lack_it() -> None:
    assert "b" not in stances(claim(*denied("undated")))


def test_an_article_in_which_the_accuser_speaks_does_not_lack_the_allegation() -> None:
    assert "b" not in stances(claim(*denied(heard="barran")))


def test_a_side_of_a_dispute_knows_the_claims_that_hold_its_statements() -> None:
    record, links = denied()
    made = claimed(record, links)
    (row,) = with_claims(record.disputes, (), made.claims)
    assert [side.claims for side in row.sides] == [(made.claims[0].id,)] * 2


def shift(kind: ShiftKind, left: Span, right: Span) -> ShiftRow:
    return ShiftRow(kind, kind, "same", RenderingRow("sa0", (left,)), RenderingRow("sb0", (right,)))


def test_another_number_in_a_rendering_is_another_value_and_a_name_alone_contests_nothing() -> None:
    record = uttered()
    number = replace(record, shifts=(shift("number", AT[0], AT[0]),))
    naming = replace(record, shifts=(shift("naming", AT[0], AT[0]),))
    assert (claim(number).conflicts, claim(number).status) == (("value",), "contested")
    assert (claim(naming).conflicts, claim(naming).status) == (("naming only",), "single origin")


def test_renderings_that_differ_in_more_than_a_name_are_not_called_so() -> None:
    renderings = (RenderingRow("sa0", (Span(0, 9),)), RenderingRow("sb0", (Span(0, 14),)))
    record = replace(uttered(), utterances=(UtteranceRow("u", ("barran",), renderings),))
    assert claim(replace(record, shifts=(shift("naming", Span(0, 4), Span(0, 4)),))).conflicts == ()
