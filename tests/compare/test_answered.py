"""Accusations told without a word for accusing, and their answers in the same article."""

from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.reading import ReadArticle
from dragoman.model.record import AllegationRow, Made, Record
from dragoman.model.when import between
from dragoman.reading import Reader
from dragoman.record import fold

CHARGE = "Norway said Iceland had illegally seized two trawlers off Lofra. "
OTHER = "The envoys met in the harbour, and the talks on cod went on for two days in the rain. "


def record(reader: Reader, *texts: str) -> Record:
    reads = []
    for n, text in enumerate(texts):
        sha = sha256(text.encode())
        day = between(date(2031, 5, 2), date(2031, 5, 2), "given")
        head = Masthead(published=day, language="en", outlet=f"Outlet {n}")
        made = Article(article_id(str(n), sha), str(n), text, sha, sha, head)
        reads.append(ReadArticle(made, reader.read(made)))
    return fold(reads, compare(reads), [], Made("test"))


def names(made: Record, row: AllegationRow) -> tuple[list[str], list[str]]:
    known = {actor.id: actor.name for actor in made.actors}
    return [known[one] for one in row.by], [known[one] for one in row.against]


def test_what_somebody_says_that_another_did_wrong_is_an_allegation(reader: Reader) -> None:
    made = record(reader, CHARGE + OTHER)
    (row,) = made.allegations
    assert names(made, row) == (["Norway"], ["Iceland"])
    assert row.answers == ()


@pytest.mark.parametrize(
    "denial",
    [
        "Iceland has denied being behind the seizure of the trawlers.",
        "Iceland denied the accusations.",
        "Iceland denied it.",
    ],
)
def test_a_denial_in_its_article_answers_it(denial: str, reader: Reader) -> None:
    made = record(reader, CHARGE + denial)
    assert [answer.kind for row in made.allegations for answer in row.answers][:1] == ["denied"]


def test_what_the_accused_charge_in_return_answers_it(reader: Reader) -> None:
    made = record(reader, CHARGE + "Iceland said Norway had violated the fishing treaty.")
    kinds = {names(made, row)[0][0]: [answer.kind for answer in row.answers] for row in made.allegations}
    assert kinds == {"Norway": ["counter-charged"], "Iceland": []}


def test_a_denial_of_another_thing_answers_nothing(reader: Reader) -> None:
    made = record(reader, CHARGE + OTHER + "Iceland denied that its minister had caught a cold in the rain.")
    assert [row.answers for row in made.allegations if row.against] == [()]


def test_one_denial_answers_like_charges_against_the_same_state(reader: Reader) -> None:
    denied = "Norway accused Iceland of seizing two trawlers off Lofra, charges the Icelandic government denies. "
    other = "Denmark said Iceland illegally seized the trawlers. Sweden said Iceland violated the truce on whales."
    made = record(reader, denied + OTHER + other)
    answered = {names(made, row)[0][0]: [answer.kind for answer in row.answers] for row in made.allegations}
    assert answered == {"Norway": ["denied"], "Denmark": ["denied"], "Sweden": []}


def test_who_denies_a_part_does_not_answer_a_charge_of_having_failed(reader: Reader) -> None:
    charge = "Norway said Iceland had failed to honour the accord on seized trawlers. "
    made = record(reader, charge + "Iceland denied involvement in the seizure of trawlers against the accord.")
    assert [row.answers for row in made.allegations if names(made, row)[0] == ["Norway"]] == [()]


def test_those_who_accuse_each_other_are_accuser_and_accused(reader: Reader) -> None:
    (row,) = record(reader, "Norway and Iceland accused each other of breaking the truce. " + OTHER).allegations
    assert len(row.by) == len(row.against) == 2
    assert set(row.by) == set(row.against)


def test_what_is_only_alleged_is_an_allegation_by_nobody_known(reader: Reader) -> None:
    made = record(reader, "Trade stopped over Iceland's alleged support of armed rebels in Lofra. " + OTHER)
    (row,) = made.allegations
    assert names(made, row) == ([], ["Iceland"])


def test_a_denial_by_somebody_else_answers_nothing(reader: Reader) -> None:
    made = record(reader, CHARGE + "Denmark denied the accusations.")
    assert [row.answers for row in made.allegations if row.against] == [()]


def test_the_outlets_own_voice_alleges_nothing(reader: Reader) -> None:
    assert record(reader, "Iceland illegally seized two trawlers off Lofra. " + OTHER).allegations == ()


def test_who_declines_to_confirm_or_deny_answers_nothing(reader: Reader) -> None:
    made = record(
        reader, CHARGE + "Iceland declined to confirm or deny responsibility for the seizure of the trawlers."
    )
    assert [row.answers for row in made.allegations if row.against] == [()]
