"""The list of judgements, as people read it."""

from dragoman.model.judgement import Judgement, Pointed
from dragoman.model.judgement_lines import Judgements, Trouble
from dragoman.model.record import JudgementRow, Record
from dragoman.model.spans import Span
from dragoman.show.judgements import judgement_lines, no_longer
from tests.show.records import article

TEXT = "The road is open, Barran said."
HERE = article("a.txt", TEXT)
ONE = Judgement(
    "speaker",
    "Ana",
    (Pointed("statements", HERE.text_sha256, "a.txt", (Span(0, 16),), "The road\nis \u202eopen"),),
    (Pointed("actors", HERE.text_sha256, "a.txt", (Span(18, 24),), "Barran"),),
    because="heard it",
)
UNDO = Judgement("undo", "Ben", value=ONE.id)


def listed(*judgements: Judgement, rows: tuple[JudgementRow, ...] | None = None) -> list[str]:
    record = None if rows is None else Record(articles=(HERE,), judgements=rows)
    return list(judgement_lines(Judgements(judgements), record))


def test_a_judgement_is_told_with_its_words_and_no_character_of_them_turns_the_line() -> None:
    assert listed(ONE) == [
        f"{ONE.id}  speaker  Ana: heard it",
        "    a.txt: The road is ␦open",
        "  | a.txt: Barran",
    ]


def test_what_became_of_it_in_a_record_is_told() -> None:
    applied = JudgementRow(ONE.id, applied=True, effect="spoken by Barran")
    assert listed(ONE, rows=(applied,))[-1] == "    applied: spoken by Barran"
    lost = JudgementRow(ONE.id, applied=False, effect="nothing is found")
    assert listed(ONE, rows=(lost,))[-1] == "    does not apply: nothing is found"
    assert listed(ONE, rows=())[-1] == "    not in the record yet: compile it again"


def test_a_judgement_on_other_articles_is_told_as_such() -> None:
    other = Judgement("outlet", "Ana", (Pointed("articles", "0" * 64, "b.txt"),), value="The B")
    assert listed(other, rows=()) == [f"{other.id}  outlet  Ana", "    b.txt", "    The B", "    about other articles"]


def test_what_is_taken_back_and_by_whom_is_told() -> None:
    lines = listed(ONE, UNDO)
    assert lines[3] == "    taken back"
    assert lines[4].startswith(f"{UNDO.id}  undo  Ben")


def test_what_no_longer_applies_or_is_damaged_is_noticed() -> None:
    lost = Record(articles=(HERE,), judgements=(JudgementRow(ONE.id, applied=False),))
    assert no_longer(Judgements((ONE,)), lost)
    assert not no_longer(Judgements((ONE, UNDO)), lost)
    assert no_longer(Judgements((), (Trouble(3, "it is no JSON"),)), Record())
