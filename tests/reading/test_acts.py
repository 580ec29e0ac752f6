"""Acts in statements: the speaker's own, those told of others, and none where none is meant."""

import pytest

from dragoman.model.article import Article
from dragoman.model.reading import Act, Reading
from dragoman.model.spans import words
from dragoman.reading import Reader, load_reader, models

AFTER = " The border runs along the river, and the road there has been closed since the spring of last year."


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Article("a", "a.txt", text + AFTER, "", ""))


def coded(reader: Reader, text: str) -> list[tuple[str, list[str], list[str], bool]]:
    """Root, source and target by name, and whether it is told of others, of every act of the text."""
    reading = read(reader, text)
    return [
        (
            act.root,
            [reading.entities[e].name for e in act.source or statement.speakers],
            [reading.entities[e].name for e in act.target],
            act.alleged,
        )
        for statement in reading.statements
        for act in statement.acts
    ]


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("French Foreign Minister Anne Merle condemned Germany for closing the border.", "ACCUSE"),
        ("French Foreign Minister Anne Merle accused Germany of breaking the truce.", "ACCUSE"),
        ("French Foreign Minister Anne Merle urged Germany to return to the talks.", "REQUEST"),
        ("French Foreign Minister Anne Merle demanded that Germany withdraw its troops.", "REQUEST"),
        ("French Foreign Minister Anne Merle threatened to expel diplomats from Germany.", "THREATEN"),
        ("French Foreign Minister Anne Merle expressed support for Germany.", "SUPPORT"),
    ],
)
def test_a_statement_that_is_an_act_has_its_root_and_the_speaker_as_source(
    reader: Reader, text: str, root: str
) -> None:
    assert (root, ["Anne Merle"], ["Germany"], False) in coded(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's prime minister said the talks had been useful.",
        "French Foreign Minister Anne Merle said that Oslo was a beautiful city.",
        "Anne Merle told reporters that the third round was held in Geneva in March.",
        "The spokeswoman of Germany said the number of members had risen to 20.",
        "Anne Merle thinks Germany is right.",
    ],
)
def test_a_statement_in_which_no_act_is_meant_has_no_code(reader: Reader, text: str) -> None:
    assert coded(reader, text) == []


def test_what_a_speaker_says_that_others_did_is_told_of_others(reader: Reader) -> None:
    found = coded(reader, "French officials said Germany bombed a village in Poland on Monday.")
    assert ("ASSAULT", ["Germany"], ["Poland"], True) in found


@pytest.mark.parametrize("verb", ["did not bomb", "could bomb", "would bomb"])
def test_what_others_did_not_do_or_might_do_is_no_act_of_theirs(reader: Reader, verb: str) -> None:
    found = coded(reader, f"French officials said Germany {verb} villages in Poland.")
    assert not [act for act in found if act[1] == ["Germany"] and act[3]]


def test_what_another_agreed_to_is_no_agreement_of_the_one_who_says_so(reader: Reader) -> None:
    found = coded(reader, "French Foreign Minister Anne Merle said that Germany had agreed to lift the ban.")
    assert not [act for act in found if act[0] == "AGREE" and act[1] == ["Anne Merle"]]


def test_the_state_for_which_a_minister_speaks_is_not_the_target_of_the_minister(reader: Reader) -> None:
    text = "French Foreign Minister Anne Merle condemned France's critics and Germany for closing the border."
    assert all("France" not in target for _, _, target, _ in coded(reader, text))


def test_a_noun_in_another_statement_does_not_take_the_act_of_that_statement(reader: Reader) -> None:
    found = coded(reader, "France rejected a proposal by Germany to reopen the road.")
    assert ("REJECT", ["France"], ["Germany"], False) in found
    assert not [act for act in found if act[1] == ["Germany"] and act[0] == "REJECT"]


def test_an_act_stands_where_source_verb_and_target_stand(reader: Reader) -> None:
    text = "French Foreign Minister Anne Merle condemned Germany for closing the border."
    acts = [act for statement in read(reader, text).statements for act in statement.acts]
    assert [words(text, act.spans) for act in acts] == ["French Foreign Minister Anne Merle … condemned … Germany"]


def test_a_reader_by_rules_uses_no_weights_that_were_trained_for_this_project() -> None:
    assert {model.name for model in models("model")} - {model.name for model in models("rules")} == {
        "attribution tagger 1",
        "act coder 1",
    }
    assert load_reader("rules").coder is None


def test_a_reader_without_a_coder_codes_nothing(reader: Reader) -> None:
    text = "French Foreign Minister Anne Merle condemned Germany for closing the border."
    plain = Reader(reader.parser, reader.encoder, reader.attributor)
    acts: list[Act] = [act for s in plain.read(Article("a", "a.txt", text, "", "")).statements for act in s.acts]
    assert acts == []
