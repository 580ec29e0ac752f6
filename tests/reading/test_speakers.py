"""From source words to speakers."""

import pytest

from dragoman.language.parser import Parser
from dragoman.model.reading import Statement
from dragoman.reading.speakers import resolve_speakers
from tests.reading.casting import play

TEXT = (
    "Kenyan Foreign Minister Daniel Otieno said that the road was open. "
    "Lisbon and Nairobi denied the report. "
    "Protesters said that they would stay. "
    "He added that Kenya would wait."
)


@pytest.mark.parametrize(
    ("source", "cue", "content", "speakers", "basis"),
    [
        ("Kenyan Foreign Minister Daniel Otieno", "said", "that the road was open", ["Daniel Otieno"], "named"),
        ("Lisbon and Nairobi", "denied", "the report", ["Portugal", "Kenya"], "named"),
        ("Protesters", "said", "that they would stay", ["Protesters"], "office"),
    ],
)
def test_a_source_leads_to_its_speakers(
    parser: Parser, source: str, cue: str, content: str, speakers: list[str], basis: str
) -> None:
    found, statement = play(parser, TEXT).speakers(source, cue, content)
    assert (found, statement.speakers_basis) == (speakers, basis)


def test_a_quotation_that_goes_on_has_the_speaker_of_the_one_before(parser: Parser) -> None:
    text = "“The road is open,” Daniel Otieno said. “We shall keep it open.”"
    played = play(parser, text)
    first = Statement(
        (played.span("The road is open"),), (played.span("Daniel Otieno"),), (played.span("said"),), "direct"
    )
    second = Statement((played.span("We shall keep it open."),), (), (), "direct")
    (_, after), _ = resolve_speakers(parser.parse(text), [first, second], played.cast)
    assert (after.speakers, after.speakers_basis) == (played.cast.at(played.span("Daniel Otieno")), "running")


def test_who_is_told_is_an_addressee(parser: Parser) -> None:
    _, statement = play(parser, "Lisbon told Kenya that it would wait.").speakers(
        "Lisbon", "told", "that it would wait"
    )
    assert len(statement.addressees) == 1


def test_an_unnamed_official_speaks_for_himself(parser: Parser) -> None:
    text = "A senior Kenyan official said that it would wait."
    played = play(parser, text)
    statement = Statement((played.span("it would wait"),), (played.span("A senior Kenyan official"),), (), "indirect")
    (found,), cast = resolve_speakers(parser.parse(text), [statement], played.cast)
    speaker = cast.entities[found.speakers[0]]
    assert (speaker.kind, speaker.name, speaker.country) == ("unnamed", "senior Kenyan official", "KE")


def test_a_relative_pronoun_for_a_thing_is_no_speaker(parser: Parser) -> None:
    text = "Daniel Otieno spoke of a road that promised wealth."
    assert play(parser, text).speakers("that", "promised", "wealth")[0] == []


def test_reporters_and_media_are_not_addressed(parser: Parser) -> None:
    text = "Lisbon told reporters that it would wait."
    assert play(parser, text).speakers("Lisbon", "told", "it would wait")[1].addressees == ()


def test_they_are_those_who_spoke_just_before(parser: Parser) -> None:
    text = "Protesters said that they would stay. They said the road was closed."
    played = play(parser, text)
    first = Statement(
        (played.span("they would stay"),), (played.span("Protesters"),), (played.span("said"),), "indirect"
    )
    second = Statement(
        (played.span("the road was closed"),), (played.span("They"),), (played.span("said", 1),), "indirect"
    )
    (before, after), _ = resolve_speakers(parser.parse(text), [first, second], played.cast)
    assert (after.speakers, after.speakers_basis) == (before.speakers, "pronoun")


def test_her_government_is_her_state(parser: Parser) -> None:
    text = "Kenyan Foreign Minister Ilda Otieno met reporters. She was tired. Her government wants peace, they heard."
    assert play(parser, text).speakers("Her government", "wants", "peace")[0] == ["Kenya"]
