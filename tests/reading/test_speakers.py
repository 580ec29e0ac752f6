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


def resolve_all(parser: Parser, text: str, *statements: tuple[str, str, str, str]) -> list[list[str]]:
    """The speakers of statements given as source, cue, content and mode; the content also tells where the cue is."""
    played = play(parser, text)
    found: list[Statement] = []
    for source, cue, content, mode in statements:
        place = played.span(content)
        near = [played.span(cue, n) for n in range(text.count(cue))]
        at = min(near, key=lambda s: min(abs(s.start - place.end), abs(s.end - place.start)))
        of = [played.span(source, n) for n in range(text.count(source))] if source else []
        whose = tuple(sorted(of, key=lambda s: min(abs(s.start - at.end), abs(s.end - at.start)))[:1])
        inside = next((i for i, s in enumerate(found) if s.content[0].start <= place.start < s.content[0].end), None)
        found.append(Statement((place,), whose, (at,), "direct" if mode == "direct" else "indirect", inside=inside))
    resolved, cast = resolve_speakers(parser.parse(text), found, played.cast)
    return [[cast.entities[i].name for i in s.speakers] for s in resolved]


def test_the_official_is_the_nameless_one_who_spoke_before(parser: Parser) -> None:
    text = "A senior Kenyan official said that it would wait. The road is open, the official said."
    found = resolve_all(
        parser,
        text,
        ("A senior Kenyan official", "said", "it would wait", ""),
        ("the official", "said", "The road is open", ""),
    )
    assert found == [["senior Kenyan official"], ["senior Kenyan official"]]


def test_a_nameless_official_of_another_state_is_another(parser: Parser) -> None:
    text = "A Kenyan official said that it would wait. The Chilean official said that the road was open."
    found = resolve_all(
        parser,
        text,
        ("A Kenyan official", "said", "it would wait", ""),
        ("The Chilean official", "said", "the road was open", ""),
    )
    assert found == [["Kenyan official"], ["Chilean official"]]


@pytest.mark.parametrize(
    ("source", "speaker", "kind", "country"),
    [
        ("The Kenyans", "Kenyans", "group", "KE"),
        ("Rebels", "Rebels", "group", None),
        ("Others", "Others", "group", None),
        ("Some of the fishermen", "Some of the fishermen", "group", None),
        ("Kenyan state media", "Kenyan state media", "body", "KE"),
        ("A spokeswoman for the harbour master", "spokeswoman for the harbour master", "unnamed", None),
        ("Pro-Kenyan protesters", "Pro-Kenyan protesters", "group", None),
    ],
)
def test_who_has_no_name_is_told_by_the_words_for_them(
    parser: Parser, source: str, speaker: str, kind: str, country: str | None
) -> None:
    text = f"{source} said that the road was open."
    played = play(parser, text)
    statement = Statement(
        (played.span("the road was open"),), (played.span(source),), (played.span("said"),), "indirect"
    )
    (found,), cast = resolve_speakers(parser.parse(text), [statement], played.cast)
    assert [(cast.entities[i].name, cast.entities[i].kind, cast.entities[i].country) for i in found.speakers] == [
        (speaker, kind, country)
    ]


def test_the_statement_is_that_of_whoever_made_one(parser: Parser) -> None:
    text = "The Fisheries Union said in a statement that it would wait. The road is open, the statement said."
    found = resolve_all(
        parser,
        text,
        ("The Fisheries Union", "said", "it would wait", ""),
        ("the statement", "said", "The road is open", ""),
    )
    assert found == [["Fisheries Union"], ["Fisheries Union"]]


def test_i_within_a_quotation_is_who_is_quoted(parser: Parser) -> None:
    text = "“I said that the road was open,” Daniel Otieno said on Monday."
    played = play(parser, text)
    outer = Statement(
        (played.span("I said that the road was open,"),),
        (played.span("Daniel Otieno"),),
        (played.span("said", 1),),
        "direct",
    )
    inner = Statement(
        (played.span("the road was open"),), (played.span("I"),), (played.span("said"),), "indirect", inside=0
    )
    (_, found), _ = resolve_speakers(parser.parse(text), [outer, inner], played.cast)
    assert found.speakers == played.cast.at(played.span("Daniel Otieno"))


def test_he_is_who_spoke_before_where_the_parse_hides_the_subject(parser: Parser) -> None:
    text = "One analyst who asked not to be named said that the road was open. The ferry would sail on Monday, he said."
    found = resolve_all(
        parser,
        text,
        ("One analyst", "said", "the road was open", ""),
        ("he", "said", "The ferry would sail on Monday", ""),
    )
    assert found[1] == found[0] != []


def test_who_right_after_a_noun_takes_it_up(parser: Parser) -> None:
    text = "The ministers spoke of hope and a Kenyan government that has warned that the road is closed."
    assert play(parser, text).speakers("that", "warned", "the road is closed")[0] == ["Kenya"]


def test_a_name_known_from_nowhere_else_is_still_somebody(parser: Parser) -> None:
    text = "The road is open, Quarrie Street Partners said."
    found, _ = play(parser, text).speakers("Quarrie Street Partners", "said", "The road is open")
    assert found == ["Quarrie Street Partners"]


def test_the_office_with_a_name_in_apposition_is_that_person(parser: Parser) -> None:
    text = (
        "Fisheries Minister Daniel Otieno arrived. "
        "“We shall wait,” the minister of the Harbour League, Anna Brandt, told a station."
    )
    assert play(parser, text).speakers("the minister of the Harbour League, Anna Brandt", "told", "We shall wait")[
        0
    ] == ["Anna Brandt"]


def test_who_after_two_takes_up_the_person(parser: Parser) -> None:
    text = "It agreed with the Fisheries Ministry and Envoy Daniel Otieno, who said that the road was open."
    assert play(parser, text).speakers("who", "said", "the road was open")[0] == ["Daniel Otieno"]


def test_who_is_told_does_not_speak(parser: Parser) -> None:
    text = "Daniel Otieno told Harbour TV that the road was open."
    assert play(parser, text).speakers("Harbour TV", "told", "the road was open")[0] == ["Daniel Otieno"]


def test_two_nouns_under_one_article_are_one_person(parser: Parser) -> None:
    text = "A writer and opponent of the plan said that the road was open."
    assert play(parser, text).speakers("A writer and opponent of the plan", "said", "the road was open")[0] == [
        "writer"
    ]


def test_it_is_the_body_that_spoke_before(parser: Parser) -> None:
    text = "The mayor's office said that the road was open. It said the ferry was closed."
    found = resolve_all(
        parser,
        text,
        ("The mayor's office", "said", "the road was open", ""),
        ("It", "said", "the ferry was closed", ""),
    )
    assert found[0] == found[1] != []


def test_who_is_quoted_by_an_agency_speaks(parser: Parser) -> None:
    text = "Harbour Press quoted Envoy Daniel Otieno as saying that the road was open."
    assert play(parser, text).speakers("Harbour Press", "quoted", "the road was open")[0] == ["Daniel Otieno"]


def test_all_of_a_list_speak_though_no_list_knows_them(parser: Parser) -> None:
    text = "On Monday Norrbank Shipping and the insurer Vellum announced plans to wait."
    found, _ = play(parser, text).speakers("Norrbank Shipping and the insurer Vellum", "announced", "plans to wait")
    assert found == ["Norrbank Shipping", "Vellum"]


def test_a_statement_is_that_of_all_who_released_it(parser: Parser) -> None:
    text = (
        "A statement released by Kenya and the Fisheries Union said the road was open. "
        "The ferry sails, the joint statement said."
    )
    found = resolve_all(
        parser,
        text,
        ("A statement released by Kenya and the Fisheries Union", "said", "the road was open", ""),
        ("the joint statement", "said", "The ferry sails", ""),
    )
    assert found[0] == found[1] == ["Kenya", "Fisheries Union"]


def test_a_name_set_off_after_an_office_is_who_speaks(parser: Parser) -> None:
    text = "The top Kenyan negotiator for peace in Peru, Daniel Otieno, said on Monday that the road was open."
    source = "The top Kenyan negotiator for peace in Peru, Daniel Otieno"
    assert play(parser, text).speakers(source, "said", "the road was open")[0] == ["Daniel Otieno"]


def test_a_statement_is_that_of_the_body_whose_name_stands_before_it(parser: Parser) -> None:
    text = "A Harbour Authority statement said the road was open."
    found, _ = play(parser, text).speakers("A Harbour Authority statement", "said", "the road was open")
    assert found == ["Harbour Authority"]
