"""Occasions that a noun names are read by their body, place, day or number, and talks at large are not."""

import pytest

from dragoman.language.parser import Parser
from tests.reading.test_meetings import MOREIRA, OTIENO, PAIR, Told, told

OF_BODIES = [
    ("Otieno spoke at a NATO summit in Lima on Friday.", Told(["NATO"], "meeting", "held", "Lima", "Friday")),
    (
        "The vote came days before the start of an African Union summit in Nairobi.",
        Told(["African Union"], "meeting", "planned", "Nairobi", None),
    ),
    ("The ministers discussed it at the G20 summit.", Told(["G20"], "meeting", "held", None, None)),
    (
        "Quispe stayed away by skipping the Group of Seven meeting that Moreira hosted last month in Lisbon.",
        Told(["G7"], "meeting", "held", "Lisbon", "last month"),
    ),
    (
        "Otieno gave his terms after a meeting of ASEAN foreign ministers in Lima on Monday.",
        Told(["Association of Southeast Asian Nations"], "meeting", "held", "Lima", "Monday"),
    ),
]
BY_NUMBER = [
    ("The offer was made at the last round of talks in Lima.", Told([], "meeting", "held", "Lima", None)),
    ("The offer was made at the second round of peace talks in Lima.", Told([], "meeting", "held", "Lima", None)),
    (
        "He resigned just ahead of a new round of talks in Lima between Otieno and Moreira.",
        Told(PAIR, "meeting", "planned", "Lima", None),
    ),
]
GROUPS = [
    (
        "Speaking at a Lima meeting of the contact group (Kenya, Portugal and Peru) on Monday, Otieno gave his terms.",
        Told(["Kenya", "Peru", "Portugal"], "meeting", "held", "Lima", "Monday"),
    ),
]
PLACED = [
    (
        "In the Peruvian city of Lima, Otieno is expected to meet Moreira on the sidelines of the G20 summit.",
        Told(PAIR, "meeting", "planned", "Lima", None),
    ),
    (
        "In the Peruvian city of Lima, Otieno is expected to meet Moreira on the sidelines of the G20 summit.",
        Told(["G20"], "meeting", "planned", "Lima", None),
    ),
    (
        "The news comes just two days before Otieno and Moreira hold a second round of talks in Lima.",
        Told(PAIR, "meeting", "planned", "Lima", "two days before"),
    ),
    (
        "Quispe said so on Friday. His comments came as Otieno and Moreira continued talks in Lisbon.",
        Told(PAIR, "meeting", "held", "Lisbon", "Friday"),
    ),
]
CALLS = [
    ("Otieno withheld a phone call to Moreira until days after her election.", Told(PAIR, "call", "held", None, None)),
    (
        "By making a phone call this week to Moreira, Otieno broke with custom.",
        Told(PAIR, "call", "held", None, "this week"),
    ),
    ("Otieno will write on Tuesday and hold a call with Moreira.", Told(PAIR, "call", "planned", None, None)),
]


@pytest.mark.parametrize(("sentence", "expected"), [*OF_BODIES, *BY_NUMBER, *GROUPS, *PLACED, *CALLS])
def test_an_occasion_is_told_apart_by_its_own_words(parser: Parser, sentence: str, expected: Told) -> None:
    assert expected in told(parser, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Otieno hopes for NATO summits every year.",
        "A NATO meeting may help.",
        "A NATO summit is a costly affair.",
        "By avoiding a meeting with Moreira, Otieno broke with custom.",
        "The talks in Lima may drag on.",
        "Peace talks in Lima are rarely short.",
        "The ministry held its second round of hiring in Lima.",
        "A meeting of the book group was short.",
        "Officials called for a new round of talks.",
        "Otieno praised the agreement in the third round of talks in Lima as possible.",
        "The National Security Council meeting in Lima was short.",
        "The news comes two days before Otieno and Moreira sing.",
    ],
)
def test_nothing_is_read_where_no_one_occasion_is_told(parser: Parser, sentence: str) -> None:
    assert told(parser, sentence) == []


def test_who_is_joined_to_meet_others_takes_part(parser: Parser) -> None:
    found = told(parser, "Otieno will join envoys from Peru to meet with Moreira in Lima.")
    assert [each.who for each in found] == [[OTIENO, MOREIRA, "Peru"]]


def test_the_later_mention_of_a_body_s_meeting_means_the_one_named_in_full(parser: Parser) -> None:
    known = told(parser, "Otieno will speak at the G20 summit in Lima. He rested before the G20 meeting.")
    assert [(each.who, each.status) for each in known] == [(["G20"], "planned")] * 2
    assert told(parser, "He rested before the G20 meeting.") == []


def test_a_call_that_is_withheld_for_good_was_refused(parser: Parser) -> None:
    assert [each.status for each in told(parser, "Otieno withheld a phone call to Moreira.")] == ["refused"]
