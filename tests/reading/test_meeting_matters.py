"""What a meeting was about, what came of it and who hosted it are passages of its own sentence and the next."""

import pytest

from dragoman.language.parser import Parser
from dragoman.model.article import Article
from dragoman.model.ids import sha256
from dragoman.model.reading import MeetingReport
from dragoman.reading.cast import Cast, find_cast
from dragoman.reading.meetings import find_meetings
from dragoman.reading.timexes import find_timexes


def report_of(text: str, parser: Parser) -> tuple[MeetingReport, Cast]:
    doc = parser.parse(text)
    cast = find_cast(doc, Article("a", "a.txt", text, sha256(text.encode()), ""))
    (report,) = find_meetings(doc, cast, find_timexes(doc), ())
    return report, cast


@pytest.mark.parametrize(
    ("text", "agenda", "outcome"),
    [
        (
            "Chile and Norway met in Oslo to discuss the ferry crossing. They agreed to open the port by May.",
            ["the ferry crossing"],
            ["agreed to open the port by May"],
        ),
        ("Talks between Chile and Norway ended without agreement on Friday.", [], ["ended without agreement"]),
        ("Kenya and Peru met in Oslo and exchanged views on regional security.", ["regional security"], []),
        (
            "Talks between Kenya and Peru were held in Oslo. Both sides discussed fish and failed to agree on it.",
            ["fish"],
            ["failed to agree on it"],
        ),
        ("Kenya and Peru met in Oslo. Prices fell after ministers in Rome discussed fish.", [], []),
        ("Kenya and Peru met in Oslo.\nThey discussed fish.", [], []),
        ("Kenya and Peru met in Oslo on Friday.", [], []),
    ],
)
def test_agenda_and_outcome_are_words_of_the_article(
    parser: Parser, text: str, agenda: list[str], outcome: list[str]
) -> None:
    report, _ = report_of(text, parser)
    assert [text[start:end] for start, end in report.agenda] == agenda
    assert [text[start:end] for start, end in report.outcome] == outcome


def test_of_a_meeting_ahead_there_is_no_outcome(parser: Parser) -> None:
    report, _ = report_of("Kenya and Peru will meet in Oslo. They agreed to open the port.", parser)
    assert (report.status, report.outcome) == ("planned", ())


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Kenya and Peru, mediated by Chile, were held in Lima on Monday.",
        "Chile hosted talks between Kenya and Peru in Lima on Monday.",
    ],
)
def test_who_hosts_or_mediates_is_no_participant(parser: Parser, text: str) -> None:
    report, cast = report_of(text, parser)
    assert [cast.entities[e].name for e in report.hosts] == ["Chile"]
    assert sorted(cast.entities[e].name for e in report.participants) == ["Kenya", "Peru"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru mediated talks between Chile and Norway in Lima on Friday.",
        "Talks between Chile and Norway mediated by Peru were held in Lima on Friday.",
        "Chile and Norway held talks in Lima on Friday through the mediation of Peru.",
    ],
)
def test_who_mediates_is_no_participant_but_the_host(parser: Parser, sentence: str) -> None:
    report, cast = report_of(sentence, parser)
    names = [[cast.entities[each].name for each in who] for who in (report.participants, report.hosts)]
    assert names == [["Chile", "Norway"], ["Peru"]]


def test_those_of_several_states_meet_at_the_level_of_their_office(parser: Parser) -> None:
    report, _ = report_of("The deputy foreign ministers of Chile and Norway met in Lima on Friday.", parser)
    assert report.level == "deputy foreign ministers"
