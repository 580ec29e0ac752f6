"""Meetings are read with who, where, when, and whether they were held."""

from typing import NamedTuple

import pytest

from dragoman.language.parser import Parser
from dragoman.model.article import Article
from dragoman.model.ids import sha256
from dragoman.model.reading import MeetingReport, Statement
from dragoman.model.spans import Span
from dragoman.reading.cast import Cast, find_cast
from dragoman.reading.meetings import find_meetings
from dragoman.reading.powers import with_powers
from dragoman.reading.timexes import find_timexes

WHO = (
    "Kenyan Foreign Minister Daniel Otieno, Portuguese Foreign Minister Ines Moreira and Peruvian Foreign Minister "
    "Carlos Quispe hold office.\n"
)


class Told(NamedTuple):
    """A report, with its names and words instead of indices and spans."""

    who: list[str]
    kind: str
    status: str
    place: str | None
    day: str | None


def reports(
    text: str, parser: Parser, statements: tuple[Statement, ...] = ()
) -> tuple[tuple[MeetingReport, ...], Cast]:
    doc = parser.parse(text)
    cast = find_cast(doc, Article("a", "a.txt", text, sha256(text.encode()), ""))
    return find_meetings(doc, cast, find_timexes(doc), statements), cast


def told(parser: Parser, sentence: str) -> list[Told]:
    """What is told behind an opening that names the three ministers."""
    text = WHO + sentence
    found, cast = reports(text, parser)
    timexes = find_timexes(parser.parse(text))

    def words(span: Span | None) -> str | None:
        return text[span.start : span.end] if span is not None else None

    return [
        Told(
            sorted(cast.entities[e].name for e in report.participants),
            report.kind,
            report.status,
            words(report.place),
            words(timexes[report.timex].span if report.timex is not None else None),
        )
        for report in found
    ]


BY_CALL = [
    "Otieno spoke over the phone with Moreira.",
    "Otieno spoke on the phone with Moreira.",
    "Otieno spoke by telephone to Moreira.",
    "Otieno telephoned Moreira on Friday.",
    "Otieno and Moreira discussed the road in a phone call.",
    "In a phone call, Otieno and Moreira discussed the road.",
    "Otieno told Moreira by phone that the road was open.",
    "Otieno conveyed his concern to Moreira in a phone conversation.",
    "Otieno called Moreira on Friday to discuss the road.",
    "Otieno had a call with Moreira.",
    "Otieno took a call from Moreira.",
    "Otieno initiated a phone call to Moreira.",
    "On a call with Moreira, Otieno praised the road.",
    "Otieno's call with Moreira was short.",
    "Otieno held telephone talks with Moreira.",
    "Otieno and Moreira exchanged views over the telephone.",
]
BY_VIDEO = [
    "Otieno held a video call with Moreira.",
    "Otieno talked by video link with Moreira.",
    "Otieno met Moreira via video link.",
    "Otieno and Moreira met by videoconference.",
    "Otieno and Moreira held a video conference.",
    "Otieno held a virtual meeting with Moreira.",
    "Otieno and Moreira held an online meeting.",
]
OTIENO, MOREIRA, QUISPE = "Daniel Otieno", "Ines Moreira", "Carlos Quispe"
PAIR = [OTIENO, MOREIRA]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Otieno met Moreira in Lisbon on Tuesday.", Told(PAIR, "meeting", "held", "Lisbon", "Tuesday")),
        ("Otieno and Moreira met in Lisbon.", Told(PAIR, "meeting", "held", "Lisbon", None)),
        (
            "Otieno held talks with Moreira in Lima on 3 May 2031.",
            Told(PAIR, "meeting", "held", "Lima", "3 May 2031"),
        ),
        (
            "Otieno said following a meeting with Moreira that the road was open.",
            Told(PAIR, "meeting", "held", None, None),
        ),
        (
            "Talks between Otieno and Moreira in Nairobi on Friday were short.",
            Told(PAIR, "meeting", "held", "Nairobi", "Friday"),
        ),
        ("The Otieno-Moreira meeting lasted an hour.", Told(PAIR, "meeting", "held", None, None)),
        ("Otieno raised it during a March 4 phone call with Moreira.", Told(PAIR, "call", "held", None, "March 4")),
        ("Otieno and Moreira had talks by telephone on Friday.", Told(PAIR, "call", "held", None, "Friday")),
        ("Otieno praised Moreira's offer to meet Quispe.", Told([QUISPE, MOREIRA], "meeting", "proposed", None, None)),
        ("Otieno said he will not meet Moreira.", Told(PAIR, "meeting", "refused", None, None)),
        ("Otieno said he would meet Moreira in Lima.", Told(PAIR, "meeting", "planned", "Lima", None)),
        ("Otieno could meet Moreira in Lima.", Told(PAIR, "meeting", "proposed", "Lima", None)),
        ("Otieno invited Moreira to visit Nairobi.", Told(PAIR, "visit", "invited", "Nairobi", None)),
        ("Otieno met Portugal's top diplomat, Ines Moreira, in Lima.", Told(PAIR, "meeting", "held", "Lima", None)),
        ("They will rest after Otieno meets Moreira.", Told(PAIR, "meeting", "planned", None, None)),
        ("Otieno met Moreira during the Lima Conference.", Told(PAIR, "meeting", "held", None, None)),
        ("Otieno rejected an offer to meet Moreira.", Told(PAIR, "meeting", "refused", None, None)),
        ("Otieno told Moreira in a 9 May phone call that all was well.", Told(PAIR, "call", "held", None, "9 May")),
        (
            "Quispe left Lisbon, where Otieno and Moreira met on Friday.",
            Told(PAIR, "meeting", "held", "Lisbon", "Friday"),
        ),
        ("Otieno will meet Moreira in Lisbon on Friday.", Told(PAIR, "meeting", "planned", "Lisbon", "Friday")),
        ("Otieno is scheduled to meet Moreira in Lisbon.", Told(PAIR, "meeting", "planned", "Lisbon", None)),
        ("Otieno refused to meet Moreira.", Told(PAIR, "meeting", "refused", None, None)),
        ("Otieno offered to meet Moreira in Lima.", Told(PAIR, "meeting", "proposed", "Lima", None)),
        ("Otieno cancelled a meeting with Moreira.", Told(PAIR, "meeting", "cancelled", None, None)),
        ("Otieno postponed talks with Moreira.", Told(PAIR, "meeting", "postponed", None, None)),
        ("Otieno invited Moreira to Nairobi.", Told(PAIR, "visit", "invited", "Nairobi", None)),
        ("Visiting Lisbon, Otieno praised the road.", Told([OTIENO], "visit", "held", "Lisbon", None)),
        (
            "Otieno and Moreira met on Friday night in Lima and left.",
            Told(PAIR, "meeting", "held", "Lima", "Friday"),
        ),
        (
            "The next round of talks between Otieno and Moreira is to be held in Oslo on May 5.",
            Told(PAIR, "meeting", "planned", "Oslo", "May 5"),
        ),
        ("Otieno sat down with Moreira in Lima.", Told(PAIR, "meeting", "held", "Lima", None)),
        ("The Lima talks between Otieno and Moreira ended on Friday.", Told(PAIR, "meeting", "held", "Lima", "Friday")),
        ("Otieno flew to Lima on Monday for talks with Moreira.", Told(PAIR, "meeting", "planned", "Lima", None)),
        ("Otieno will visit Camp Oster.", Told([OTIENO], "visit", "planned", "Camp Oster", None)),
        (
            "Lima hosted talks between Otieno and Moreira on Monday.",
            Told(PAIR, "meeting", "held", "Lima", "Monday"),
        ),
    ],
)
def test_one_meeting_is_told(parser: Parser, sentence: str, expected: Told) -> None:
    assert told(parser, sentence) == [expected]


def test_a_host_takes_part_in_the_talks_between_others(parser: Parser) -> None:
    sentence = (
        "Quispe said talks he hosted between his Kenyan and Portuguese counterparts Daniel Otieno and Ines Moreira in "
        "Lima on Tuesday were useful."
    )
    assert told(parser, sentence) == [Told([QUISPE, *PAIR], "meeting", "held", "Lima", "Tuesday")]


def test_who_joins_the_talks_between_others_takes_part_in_them(parser: Parser) -> None:
    (report,) = told(parser, "Quispe joined talks between Otieno and Moreira in Lima on Tuesday.")
    assert (report.who, report.place) == ([QUISPE, *PAIR], "Lima")


def test_meetings_apart_are_two(parser: Parser) -> None:
    assert [t.who for t in told(parser, "Quispe met separately with Otieno and Moreira.")] == [
        [QUISPE, OTIENO],
        [QUISPE, MOREIRA],
    ]


def test_those_received_one_after_the_other_were_met_apart(parser: Parser) -> None:
    found = told(parser, "Quispe received Otieno and Moreira one after the other.")
    assert [t.who for t in found] == [[QUISPE, OTIENO], [QUISPE, MOREIRA]]


def test_with_whom_talks_were_without_whose_they_were_is_no_report(parser: Parser) -> None:
    assert told(parser, "Prices rose after talks with Otieno and Moreira.") == []


def test_a_meeting_in_page_furniture_is_none(parser: Parser) -> None:
    text = WHO + "Otieno met Moreira in Lisbon."
    doc = parser.parse(text)
    cast = find_cast(doc, Article("a", "a.txt", text, sha256(text.encode()), ""))
    assert find_meetings(doc, cast, (), (), (Span(len(WHO), len(text)),)) == ()


def test_states_alone_are_participants_where_no_person_is_named(parser: Parser) -> None:
    (report,) = told(parser, "The foreign ministers of Chile and Norway met in Oslo on Monday.")
    assert report == Told(["Chile", "Norway"], "meeting", "held", "Oslo", "Monday")


def test_what_one_side_has_agreed_to_is_only_proposed(parser: Parser) -> None:
    (report,) = told(parser, "Chile has agreed to the next meeting to be held in Oslo.")
    assert (report.who, report.status, report.place) == (["Chile"], "proposed", "Oslo")


@pytest.mark.parametrize(
    ("sentence", "form"), [*((each, "call") for each in BY_CALL), *((each, "video") for each in BY_VIDEO)]
)
def test_who_spoke_from_afar_had_a_call(parser: Parser, sentence: str, form: str) -> None:
    (report,), cast = reports(WHO + sentence, parser)
    assert (report.kind, report.status, report.format, report.place) == ("call", "held", form, None)
    assert {cast.entities[party].name for party in report.participants} == set(PAIR)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Otieno invited Moreira to meet in Lima.", "invited"),
        ("Otieno has invited Moreira to talks in Lima.", "invited"),
        ("Moreira accepted an invitation to meet Otieno in Nairobi.", "planned"),
        ("Moreira declined an invitation to meet Otieno in Nairobi.", "refused"),
        ("Otieno said he would meet Moreira if she opened the road.", "conditional"),
        ("Otieno said he will not meet Moreira unless she apologises.", "conditional"),
        ("If Chile withdraws its troops, talks between Otieno and Moreira will resume in Lima.", "conditional"),
        ("Troops would leave the country after Otieno agrees to a ceasefire and meets Moreira.", "conditional"),
        ("Otieno called for talks with Moreira.", "proposed"),
        ("Otieno would like to meet Moreira.", "proposed"),
        ("A meeting between Otieno and Moreira is possible.", "proposed"),
        ("Otieno denied meeting Moreira in Lima.", "denied"),
        ("The plan is for Otieno to meet Moreira.", "planned"),
        ("Otieno spoke to reporters before meeting Moreira.", "planned"),
        ("Otieno postponed talks with Moreira that had been planned for May.", "postponed"),
    ],
)
def test_how_a_meeting_stands(parser: Parser, sentence: str, status: str) -> None:
    (report,) = told(parser, sentence)
    assert (report.who, report.status) == (PAIR, status)


def test_who_denies_a_meeting_is_who_says_so(parser: Parser) -> None:
    (report,), cast = reports(WHO + "Otieno denied meeting Moreira in Lima.", parser)
    assert [cast.entities[party].name for party in report.according_to] == [OTIENO]


def test_who_invites_several_to_meet_is_only_their_host(parser: Parser) -> None:
    (report,) = told(parser, "Quispe invited Otieno and Moreira to meet in Lima.")
    assert (report.who, report.status) == (PAIR, "invited")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Speaking on Friday after he and Moreira met with Quispe, Otieno called it useful.",
            Told([QUISPE, *PAIR], "meeting", "held", None, "Friday"),
        ),
        ("In the port city of Lima, Otieno met Moreira.", Told(PAIR, "meeting", "held", "Lima", None)),
        (
            "Otieno met Moreira in the German capital, Berlin, on Friday.",
            Told(PAIR, "meeting", "held", "Berlin", "Friday"),
        ),
        ("Otieno met Moreira at a Lima hotel on Friday.", Told(PAIR, "meeting", "held", "Lima", "Friday")),
        ("Otieno called on Moreira to meet Quispe.", Told([QUISPE, MOREIRA], "meeting", "proposed", None, None)),
        ("Moreira, who met Otieno on Friday, left.", Told(PAIR, "meeting", "held", None, "Friday")),
    ],
)
def test_who_where_and_when_are_told_at_a_distance(parser: Parser, sentence: str, expected: Told) -> None:
    assert told(parser, sentence) == [expected]


def test_people_of_one_state_are_one_side(parser: Parser) -> None:
    opening = "Kenyan Foreign Minister Daniel Otieno and Kenyan Defence Minister Grace Njeri hold office.\n"
    found, _ = reports(opening + WHO + "Otieno and Njeri met Moreira in Lima.", parser)
    assert [report.format for report in found] == ["bilateral"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Otieno and Moreira met 7 times last year.",
        "Otieno spoke about meetings with allies.",
        "Chile and Norway are in constant talks.",
        "The project met the deadline in Lisbon.",
        "Otieno told a press conference that all was well.",
        "Otieno called for patience.",
        "The meeting was held in Lima.",
        "Otieno did not meet Moreira in Lima.",
        "Otieno repeatedly met Moreira.",
        "A top official met Peruvian officials in Lima.",
        "Otieno and Moreira had a row over the talks.",
        "The powers involved in the talks, Chile and Norway, agree with Peru.",
        "Otieno sent aid to meet the need in Lima.",
        "The talks between Otieno and his hosts may seem short.",
        "Otieno spoke for Peru in years of talks with Chile.",
        "As talks with Chile neared an end, Otieno left.",
        "Chile and Norway are engaged in talks.",
        "They were expected to travel to Lima on Friday to meet with lawmakers.",
        "A meeting between Otieno and Moreira was too complicated.",
        "Aides discussed Otieno's visit to the port in a conference call on Friday.",
        "Otieno told reporters in a conference call with Moreira that all was well.",
        "Otieno called Moreira a fool.",
        "Otieno spoke to reporters by phone.",
        "It is unlikely that Otieno will meet Moreira.",
        "If Otieno and Moreira meet, prices will fall.",
        "The revolution set the stage for talks between Otieno and Moreira.",
        "The outcome of the talks between Otieno and Moreira will matter.",
        "The rules are an attempt to force Otieno to hold talks with Moreira.",
        "At the summit in Lima on Friday, Otieno blamed Moreira.",
        "Otieno, who was not invited to Lima by Moreira, left.",
        "Otieno engaged in negotiations with Chile and Norway.",
        "Otieno met Peruvian and NATO officials in Lima.",
        "Otieno spoke on Friday as Quispe announced a truce, following a meeting with Moreira in Lima.",
        "Aides were working on scheduling a meeting in Lima.",
    ],
)
def test_no_meeting_in_particular_is_none(parser: Parser, sentence: str) -> None:
    assert told(parser, sentence) == []


def test_a_meeting_inside_a_statement_is_on_its_speakers_word(parser: Parser) -> None:
    text = WHO + "Quispe said that Otieno met Moreira in Lima."
    begin = text.index("that Otieno")
    said = Statement((Span(begin, len(text) - 1),), (), (), "indirect", speakers=(2,))
    (report,), _ = reports(text, parser, (said,))
    assert report.according_to == (2,)
    (report,), _ = reports(text, parser)
    assert report.according_to == ()
    position = Statement(
        (Span(begin + 5, len(text) - 1),), (), (), "indirect", kind="position", speakers=(1,), inside=0
    )
    (report,), _ = reports(text, parser, (said, position))
    assert report.according_to == (2,)


def test_that_they_did_not_meet_is_a_denial_only_in_what_someone_says(parser: Parser) -> None:
    text = WHO + "Quispe said that Otieno did not meet Moreira in Lima."
    said = Statement((Span(text.index("that Otieno"), len(text) - 1),), (), (), "indirect", speakers=(2,))
    (report,), _ = reports(text, parser, (said,))
    assert (report.status, report.according_to) == ("denied", (2,))


def test_format_and_level_are_given(parser: Parser) -> None:
    text = (
        WHO + "Quispe, Otieno and Moreira met in Lima. Otieno met Moreira on the sidelines of the Lima Forum in Lima."
    )
    found, _ = reports(text, parser)
    assert [(r.format, r.level) for r in found] == [("trilateral", "foreign minister"), ("margins", "foreign minister")]


def test_the_format_is_not_told_where_others_took_part(parser: Parser) -> None:
    found, _ = reports(WHO + "Otieno, Moreira and other ministers met in Lima.", parser)
    assert [report.format for report in found] == [None]


def test_a_passage_reaches_no_further_than_the_nearest_names(parser: Parser) -> None:
    text = WHO + "Otieno met Moreira in Lima, and Otieno left."
    (report,), _ = reports(text, parser)
    assert [text[start:end] for start, end in report.spans] == ["Otieno met Moreira in Lima"]


def test_states_that_are_counted_take_part_as_a_group(parser: Parser) -> None:
    doc = parser.parse("Chile and six world powers resumed talks in Oslo today. The world powers met Peru in Lima.")
    cast = with_powers(doc, find_cast(doc, Article("a", "a.txt", doc.text, sha256(doc.text.encode()), "")))
    found = find_meetings(doc, cast, find_timexes(doc), ())
    assert [sorted(cast.entities[e].name for e in r.participants) for r in found] == [
        ["Chile", "six world powers"],
        ["Peru", "six world powers"],
    ]
    assert {report.format for report in found} == {"multilateral"}


def test_powers_in_general_and_uncounted_states_are_no_group(parser: Parser) -> None:
    doc = parser.parse("The powers of parliament grew. Many countries objected. Three goals were scored.")
    cast = Cast()
    assert with_powers(doc, cast) == cast


def test_talks_of_which_nobody_is_named_are_between_those_of_the_article(parser: Parser) -> None:
    first, second = told(
        parser,
        "Talks between Otieno and Moreira in Oslo ended on Friday. They will resume in Lima on 3 May.".replace(
            "They", "The talks"
        ),
    )
    assert (first.who, first.status, first.place) == (PAIR, "held", "Oslo")
    assert (second.who, second.status, second.place, second.day) == (PAIR, "planned", "Lima", "3 May")


def test_talks_in_a_place_on_a_day_are_told_without_anybody_named(parser: Parser) -> None:
    assert told(parser, "Nuclear talks resumed in Oslo on Friday.") == [Told([], "meeting", "held", "Oslo", "Friday")]


def test_what_is_scheduled_beside_what_ended_has_its_own_day(parser: Parser) -> None:
    found = told(
        parser, "Talks between Otieno and Moreira ended on Friday, though talks are scheduled to resume Nov. 20."
    )
    assert [(t.status, t.day) for t in found] == [("held", "Friday"), ("planned", "Nov. 20")]


def test_members_in_brackets_stand_for_their_group(parser: Parser) -> None:
    text = "Talks between Chile, the other two powers (Norway and Peru), and Kenya ended on Friday in Oslo."
    doc = parser.parse(text)
    cast = with_powers(doc, find_cast(doc, Article("a", "a.txt", text, sha256(text.encode()), "")))
    (report,) = find_meetings(doc, cast, find_timexes(doc), ())
    assert sorted(cast.entities[e].name for e in report.participants) == ["Chile", "Kenya", "Norway", "Peru"]


def test_that_they_would_not_shake_hands_or_meet_is_no_meeting_held(parser: Parser) -> None:
    assert told(parser, "Otieno and Moreira would not shake hands or meet in Lima.") == []
