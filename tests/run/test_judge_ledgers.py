"""Judgements of commitments and allegations change the next record as they say."""

from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.errors import NotJudged
from dragoman.model.article import Article, Masthead
from dragoman.model.codec import dump
from dragoman.model.ids import article_id, sha256
from dragoman.model.judgement import Judgement
from dragoman.model.reading import ReadArticle
from dragoman.model.record import JudgementRow, Made, Record
from dragoman.model.when import between
from dragoman.reading import Reader
from dragoman.record import fold
from dragoman.run.judge import Person, judge

ANA = Person("Ana", "read both", "2031-06-01T10:00:00Z")
BEN = Person("Ben", None, "2031-06-02T10:00:00Z")
HEAD = "Norwegian Foreign Minister Ilse Barran met Kenyan Foreign Minister Daniel Otieno in Oslo on 2 May 2031.\n\n"
TEXTS = {
    "a.txt": HEAD + "Norway and Kenya agreed to open the old port.\n\n"
    "Barran accused Kenya of seizing two trawlers.\n\nOtieno denied the accusation.\n",
    "b.txt": HEAD + "Norway and Kenya agreed to open the old port of Lamu, Otieno told reporters.\n\n"
    "Barran accused Kenya of seizing two trawlers.\n",
}


@pytest.fixture(scope="module")
def reads(reader: Reader) -> list[ReadArticle]:
    when = between(date(2031, 5, 3), date(2031, 5, 3), "given")
    found = []
    for name, text in TEXTS.items():
        sha = sha256(text.encode())
        article = Article(article_id(name, sha), name, text, sha, sha, Masthead(outlet=name, published=when))
        found.append(ReadArticle(article, reader.read(article)))
    return found


@pytest.fixture(scope="module")
def plain(reads: list[ReadArticle]) -> Record:
    record = compiled(reads)
    assert [len(row.reports) for row in record.commitments] == [2]
    assert [len(row.statements) for row in record.allegations] == [2]
    return record


def compiled(reads: list[ReadArticle], *judgements: Judgement) -> Record:
    return fold(reads, compare(reads, judgements), [], Made("0"))


def outcome(record: Record) -> JudgementRow:
    (row,) = record.judgements
    return row


def names(record: Record) -> list[list[str]]:
    known = {row.id: row.name for row in record.actors}
    return [[known[actor] for actor in row.actors] for row in record.commitments]


def test_what_is_no_commitment_is_left_out_and_the_record_says_why(reads: list[ReadArticle], plain: Record) -> None:
    row = plain.commitments[0].id
    record = compiled(reads, judge(plain, "not-a-commitment", [f"{row}@a.txt"], ANA))
    assert [len(row.reports) for row in record.commitments] == [1]
    assert outcome(record).effect == "no commitment of Norway, Kenya"
    assert [drop.reason.rpartition(" stands ")[2] for drop in record.dropped] == [
        "no commitment, judged by Ana: read both"
    ]


def test_a_commitment_may_be_none_of_one_of_its_actors(reads: list[ReadArticle], plain: Record) -> None:
    row = plain.commitments[0].id
    record = compiled(reads, judge(plain, "not-a-commitment", [f"{row}@a.txt", "Kenya"], ANA))
    assert sorted(names(record)) == [["Norway"], ["Norway", "Kenya"]]
    assert outcome(record).effect == "no commitment of Kenya"
    assert record.dropped == ()


def test_two_reports_of_a_commitment_are_held_apart_and_put_together(reads: list[ReadArticle], plain: Record) -> None:
    row = plain.commitments[0].id
    apart = judge(plain, "not-same", [f"{row}@a.txt", f"{row}@b.txt"], ANA)
    record = compiled(reads, apart)
    assert [len(each.reports) for each in record.commitments] == [1, 1]
    assert [link.by for link in record.links if link.left.list == "commitments"] == ["person"]
    together = judge(record, "same", [each.id for each in record.commitments], ANA)
    again = compiled(reads, apart, together)
    assert [len(each.reports) for each in again.commitments] == [2]
    assert [each.applied for each in again.judgements] == [False, True]


def test_what_is_no_allegation_stays_a_statement(reads: list[ReadArticle], plain: Record) -> None:
    row = plain.allegations[0]
    record = compiled(reads, judge(plain, "not-an-allegation", [f"{row.id}@a.txt"], ANA))
    homes = {each.id: each.article for each in record.statements}
    sources = {each.id: each.source for each in record.articles}
    assert [[sources[homes[s]] for s in each.statements] for each in record.allegations] == [["b.txt"]]
    assert set(row.statements) <= set(homes)
    assert outcome(record).effect == "no allegation"


def test_an_allegation_that_is_parted_takes_its_own_answers(reads: list[ReadArticle], plain: Record) -> None:
    row = plain.allegations[0]
    apart = judge(plain, "not-same", [f"{row.id}@a.txt", f"{row.id}@b.txt"], ANA)
    record = compiled(reads, apart)
    assert sorted(len(each.answers) for each in record.allegations) == [0, 1]
    assert [(link.kind, link.by) for link in record.links if link.by == "person"] == [("not one allegation", "person")]
    together = judge(record, "same", [each.id for each in record.allegations], ANA)
    assert [len(each.statements) for each in compiled(reads, together).allegations] == [2]


def test_a_judgement_on_what_another_sets_aside_does_not_apply(reads: list[ReadArticle], plain: Record) -> None:
    for kind, rows, noun in (
        ("not-a-commitment", plain.commitments, "commitments"),
        ("not-an-allegation", plain.allegations, "allegations"),
    ):
        row = rows[0].id
        none = judge(plain, kind, [f"{row}@a.txt"], ANA)
        apart = judge(plain, "not-same", [f"{row}@a.txt", f"{row}@b.txt"], BEN)
        found = {each.kind: each for each in compiled(reads, none, apart).judgements}
        assert found[kind].applied
        assert not found["not-same"].applied
        assert noun in found["not-same"].effect


def test_a_commitment_takes_no_word_of_another_kind(plain: Record) -> None:
    with pytest.raises(NotJudged, match="not-a-commitment takes a commitment"):
        judge(plain, "not-a-commitment", [], ANA)
    with pytest.raises(NotJudged, match="of one kind"):
        judge(plain, "same", [plain.commitments[0].id, plain.allegations[0].id], ANA)


def test_the_order_of_articles_does_not_change_what_is_judged(reads: list[ReadArticle], plain: Record) -> None:
    row = plain.commitments[0].id
    apart = judge(plain, "not-same", [f"{row}@a.txt", f"{row}@b.txt"], ANA)
    assert dump(compiled(reads[::-1], apart)) == dump(compiled(reads, apart))
    assert compiled(reads, apart).commitments != plain.commitments
