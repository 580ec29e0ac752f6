"""What a statement charges others with: who is charged, by which words, and what charges nobody."""

from typing import get_args

import pytest

from dragoman.knowledge.contention import WrongRole
from dragoman.knowledge.tables import table
from dragoman.model.article import Article
from dragoman.model.reading import Reading
from dragoman.model.spans import words
from dragoman.reading import Reader

AFTER = " The envoys of Norway, Iceland and Denmark dined at the harbour, and it rained for most of the evening."
CHARGED = {
    "a verb": ("Norway said Iceland had violated the fishing treaty.", ["Iceland"]),
    "force": ("Norway said Iceland attacked two of its trawlers off Lofra.", ["Iceland"]),
    "troops of a state": ("Norway said Icelandic troops were shelling the villages near Lofra.", ["Iceland"]),
    "passive": ("Norway said the sailors were illegally imprisoned by Iceland.", ["Iceland"]),
    "what it tries": ("Norway said Iceland was trying to destabilise the islands.", ["Iceland"]),
    "by what means": ("Norway said Iceland wanted to start a war by occupying the islands.", ["Iceland"]),
    "a bond not kept": ("Norway said Iceland has failed to live up to the agreement signed in Lofra.", ["Iceland"]),
    "not honoured": ("Norway said Iceland had not honoured its commitments.", ["Iceland"]),
    "a deed carried out": ("Norway said Iceland had carried out several attacks near Lofra.", ["Iceland"]),
    "help to fighters": ("Norway said Iceland was arming the rebels in Lofra.", ["Iceland"]),
    "noun of help": ("Norway condemned Iceland's support for armed groups in Lofra.", ["Iceland"]),
    "a state's wrong": ("Norway said the world must stand up to Icelandic aggression.", ["Iceland"]),
    "a record of wrongs": ("Officials in Norway said they knew Iceland's record of deceit.", ["Iceland"]),
    "in breach": ("Norway said Iceland is in breach of its obligations.", ["Iceland"]),
    "guilty": ("Norway said Iceland was responsible for the bombing.", ["Iceland"]),
    "alleged": ("Norway criticised Iceland's alleged involvement in the dispute over cod.", ["Iceland"]),
    "weapons": ("Norway said Iceland was secretly developing chemical weapons.", ["Iceland"]),
}
NOT = {
    "its own deed": "Iceland said it had attacked two trawlers off Lofra.",
    "its own troops": "Iceland said Icelandic troops had shelled the villages near Lofra.",
    "denied": "Iceland denied that Iceland had violated the treaty.",
    "a condition": "Norway said it would leave the talks if Iceland violated the treaty.",
    "only possible": "Norway said Iceland might attack trawlers off Lofra.",
    "no evidence": "Norway said there is no evidence that Iceland is in breach of the treaty.",
    "the outlet's own voice": "Iceland has violated the fishing treaty, and the harbour is closed.",
    "criticism": "Norway said Iceland's policy on cod was unwise and would fail.",
    "kept": "Norway said Iceland had honoured its commitments.",
    "against fighters": "Norway said Iceland had attacked the rebels near Lofra.",
    "it may be": "Norway said the fire may have been a provocation by Iceland.",
    "asked": "Norway asked whether Iceland had violated the treaty.",
}


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Article("a", "a.txt", text + AFTER, "", ""))


def charged(reader: Reader, text: str) -> list[str]:
    reading = read(reader, text)
    found = (e for s in reading.statements for wrong in s.wrongs for e in wrong.charged)
    return list(dict.fromkeys(reading.entities[e].name for e in found))


@pytest.mark.parametrize("case", CHARGED)
def test_who_is_told_to_do_wrong_is_charged(case: str, reader: Reader) -> None:
    text, expected = CHARGED[case]
    assert charged(reader, text) == expected


@pytest.mark.parametrize("case", NOT)
def test_nobody_is_charged(case: str, reader: Reader) -> None:
    assert not [wrong for s in read(reader, NOT[case]).statements for wrong in s.wrongs]


def test_what_is_labelled_a_wrong_charges_somebody_unnamed(reader: Reader) -> None:
    found = [w for s in read(reader, "Norway described the fire as a crime.").statements for w in s.wrongs]
    assert [wrong.charged for wrong in found] == [()]


def test_it_takes_up_whom_the_speaker_charged_before(reader: Reader) -> None:
    text = (
        "Norwegian foreign minister Ilse Barran said Iceland had violated the truce. "
        "She said it had failed to withdraw its ships as agreed in the accord."
    )
    assert charged(reader, text) == ["Iceland"]
    assert sum(bool(s.wrongs) for s in read(reader, text).statements) == 2


def test_a_denial_behind_the_charges_is_a_statement_that_is_not_shown(reader: Reader) -> None:
    text = "Norway accused Iceland of shelling Lofra, charges the Icelandic government denies."
    reading = read(reader, text)
    (found,) = (s for s in reading.statements if words(text, s.content) == "charges")
    assert [reading.entities[e].name for e in found.speakers] == ["Iceland"]
    assert not found.shown


def test_every_role_has_words_and_every_word_a_role_that_is_read() -> None:
    rows = table("wrong_words").rows
    assert {row["role"] for row in rows} == set(get_args(WrongRole))
    assert all(row["word"] == row["word"].lower().strip() for row in rows)


def test_the_list_is_broad() -> None:
    kinds = {row["group"] for row in table("wrong_words").rows if row["role"] in ("does wrong", "wrong")}
    assert kinds >= {"aggression", "crime", "deceit", "force", "interference", "obstruction", "violation"}
