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
    "a people": ("Norway accused the Kurds of shelling Lofra.", ["Kurds"]),
    "forces of a people": ("Norway said Kurdish forces carried out 14 attacks near Lofra.", ["Kurdish forces"]),
    "the rebels": ("Norway said the rebels had violated the truce.", ["rebels"]),
    "rebels are not their state": ("Norway said Icelandic rebels had violated the truce.", ["Icelandic rebels"]),
    "a press is not its state": ("Norway accused Icelandic media of spreading lies.", ["Icelandic media"]),
    "accused troops are their state": ("Norway accused Icelandic troops of shelling Lofra.", ["Iceland"]),
    "state media": ("Norway accused state media of lying.", ["state media"]),
    "the other side": ("Norway accused the other side of breaking the truce.", ["other side"]),
    "authorities of a place": ("Norway accused the authorities in Lofra of torture.", ["authorities in Lofra"]),
    "a leader's government": ("Norway accused Barran's government of shelling Lofra.", ["Barran's government"]),
    "the government of a leader": ("Norway accused the regime of Olaf Grim of torture.", ["regime of Olaf Grim"]),
    "an administration": ("Norway said the Barran administration violated the treaty.", ["Barran administration"]),
    "who has been accused": ("Elements in Lofra have been accused of selling arms.", ["Elements in Lofra"]),
    "each other": ("Norway and Iceland accused each other of breaking the truce.", ["Norway", "Iceland"]),
    "the other": ("Both Norway and Iceland claim the other is violating the truce.", ["Norway", "Iceland"]),
    "an accusation": ("Denmark rued Norway's accusation that Iceland was arming the rebels.", ["Iceland"]),
    "on foreign soil": ("Norway said 1,000 Icelandic soldiers are fighting on Norwegian soil.", ["Iceland"]),
    "hostages": ("Norway said its sailors were held hostage by Iceland.", ["Iceland"]),
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
    "their own soil": "Norway said Icelandic soldiers are fighting on Icelandic soil.",
    "a figure of speech": "Norway said the talks were held hostage by politics.",
    "may be held": "Norway said four sailors could be held hostage.",
    "not accused": "Norway has not accused the rebels of shelling Lofra.",
    "whose it is is open": "Norway closed its ports to Iceland over its alleged support for the rebels.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Norway accused armed men of burning the mill.",
        "Norway said the group had violated the truce.",
        "Norway accused some rebels of burning the mill.",
        "Norway said their allies had violated the truce.",
        "Both sides accused each other of burning the mill.",
    ],
)
def test_words_that_do_not_say_who_is_meant_leave_it_open(text: str, reader: Reader) -> None:
    assert charged(reader, text) == []


def test_one_who_is_charged_again_in_the_same_words_is_the_same(reader: Reader) -> None:
    text = "Norway accused the rebels of shelling Lofra. Denmark said the rebels had violated the truce."
    assert [e.name for e in read(reader, text).entities if e.kind == "group"] == ["rebels"]


def test_the_government_of_a_leader_is_a_body_of_the_leaders_state(reader: Reader) -> None:
    text = "Icelandic President Olaf Grim spoke. Norway accused the Grim government of shelling Lofra."
    (found,) = (e for e in read(reader, text).entities if e.kind == "body")
    assert (found.name, found.country) == ("Grim government", "IS")


def test_a_denial_of_a_part_below_a_picture_is_a_statement_that_is_not_shown(reader: Reader) -> None:
    text = "Image caption Iceland has denied involvement in the seizure of two trawlers off Lofra.\n\n"
    reading = read(reader, text + "Norway said Iceland was behind it.")
    (found,) = (s for s in reading.statements if words(text, s.cue) == "denied")
    assert [reading.entities[e].name for e in found.speakers] == ["Iceland"]


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
