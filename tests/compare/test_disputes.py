"""What sides say differently is put together where words show that they are at odds, and only there."""

from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.links import At, Links
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Made
from dragoman.model.spans import words
from dragoman.model.when import between
from dragoman.reading import Reader
from dragoman.record import fold

OSLO = "Norway accused Iceland of breaking the herring quota. "
FIND = {
    "the allegations": (
        f"{OSLO}Reykjavik denied the allegations.",
        ("denial", "breaking the herring quota", "the allegations"),
    ),
    "the allegations and who voiced them": (
        f"{OSLO}Reykjavik denied the allegations voiced in the Norwegian capital.",
        ("denial", "breaking the herring quota", "the allegations"),
    ),
    "no part in it": (
        "Norway blamed Iceland for the cut cables. Iceland denies any involvement.",
        ("denial", "cut cables", "any involvement"),
    ),
    "called baseless": (
        f"{OSLO}The foreign ministry of Iceland called the claim baseless.",
        ("denial", "breaking the herring quota", "the claim baseless"),
    ),
    "a charge it denies": (
        "Norway accuses Iceland of breaking the herring quota, a charge it denies.",
        ("denial", "breaking the herring quota", "a charge"),
    ),
    "the idea": (
        "Norway said it wants to build a weather station on the islet. Iceland rejected the idea.",
        ("denial", "weather station", "the idea"),
    ),
    "no part in it, far below": (
        (
            "Norway accused Iceland of cutting the Lofra cables.\n\n"
            + "The cables carry most calls of the coast towns. Divers found them in the shallow bay. " * 10
            + "\n\nIceland denies being involved in the cutting of cables."
        ),
        ("denial", "cutting the Lofra cables", "being involved"),
    ),
    "the same in other words": (
        (
            "Norway accused Iceland of arming the fishermen of the Lofra islands.\n\n"
            + "The islands have two harbours and one school, and the ferry calls on Mondays. " * 12
            + "\n\nIceland denies giving arms to fishermen of the Lofra islands."
        ),
        ("denial", "arming the fishermen", "giving arms to fishermen"),
    ),
    "in a frame of its own": (
        (
            'Norway said: "A joint office should be set up to ensure the rights and safety of the islanders." '
            'Iceland said: "What remains is to guarantee the rights and safety of the islanders in the context of the '
            'unity of the Icelandic realm and its fishing waters, as the old treaty has it."'
        ),
        ("terms", "joint office", "in the context of"),
    ),
    "told within the denial": (
        "Iceland denied Norway's claim that it sheltered unlicensed trawlers.",
        ("denial", "sheltered unlicensed trawlers", "Norway's claim"),
    ),
    "each charges the other": (
        (
            'Norway said: "Iceland has grossly violated the herring accord this spring." Later in the day the '
            'foreign minister of Iceland, Einar Falk, said: "The violation of the herring accord by Norway is plain."'
        ),
        ("counter-charge", "grossly violated", "by Norway"),
    ),
    "limits": (
        (
            'Norway said: "The treaty opens the Lofra channel exclusively to medical and fishing vessels." '
            'Iceland said: "The treaty opens the Lofra channel only to fishing vessels."'
        ),
        ("limits", "medical and fishing", "only to fishing"),
    ),
}
LEAVE = {
    "nobody accused": "Norway opened a harbour. Iceland denied the allegations.",
    "the same party": "Norway accused Iceland of smuggling herring. Norway denied the allegations.",
    "one charge alone": "Norway said Iceland has violated the herring accord. Iceland said the weather was good.",
    "two charges against a third": (
        "Norway said Denmark has violated the herring accord. Iceland said Denmark has violated the herring accord."
    ),
    "a plan is no allegation": "Norway wants to build a station on the islet. Iceland denied the allegations.",
    "a charge that hangs on an if": (
        'Norway said: "If Iceland violates the herring accord, the ports will close." '
        'Iceland said: "Norway has violated the herring accord."'
    ),
    "a part in something, far below": (
        "Norway accused Iceland of cutting the Lofra cables.\n\n"
        + "A boat ran aground near the airport of the islands last week, and nobody was hurt. " * 12
        + "\n\nIceland denies involvement."
    ),
    "against one who is against it": (
        "Norway criticised the opposition of Denmark to the herring treaty. Iceland supports the herring treaty."
    ),
    "called something": "Norway called the herring idea illegal. Iceland rejected a suggestion.",
    "a question asked about it": (
        "The minister of Norway, Odd Vik, asked about the herring exchange between the islands, was brief. "
        "Iceland rejected a herring exchange between the islands."
    ),
    "a wrong that is denied": (
        "Norway said Iceland has not violated the accord. Iceland said Norway has not violated the accord."
    ),
}


def article(reader: Reader, name: str, text: str, day: date) -> ReadArticle:
    sha = sha256(text.encode())
    head = Masthead(published=between(day, day, "given"), language="en")
    made = Article(article_id(name, sha), name, text, sha, sha, head)
    return ReadArticle(made, reader.read(made))


def compared(reader: Reader, *texts: str) -> tuple[list[ReadArticle], Links]:
    reads = [article(reader, f"{n}.txt", text, date(2031, 5, 2 + n)) for n, text in enumerate(texts)]
    return reads, compare(reads)


def content(reads: list[ReadArticle], at: At) -> str:
    read = next(read for read in reads if read.article.id == at.article)
    return words(read.article.text, read.reading.statements[at.index].content)


@pytest.mark.parametrize("case", FIND)
def test_sides_that_are_at_odds_are_put_together(reader: Reader, case: str) -> None:
    text, (kind, one, other) = FIND[case]
    reads, links = compared(reader, text)
    found = [(g.kind, *(" ".join(content(reads, at) for at in side) for side in g.sides)) for g in links.disputes]
    assert [row[0] for row in found] == [kind]
    assert one in found[0][1]
    assert other in found[0][2]


@pytest.mark.parametrize("case", LEAVE)
def test_statements_that_only_look_at_odds_are_left_apart(reader: Reader, case: str) -> None:
    assert compared(reader, LEAVE[case])[1].disputes == ()


def test_a_denial_answers_what_it_denies_and_says_why(reader: Reader) -> None:
    reads, links = compared(reader, FIND["the allegations"][0])
    ((denial, (denied,)),) = links.answers.items()
    assert "allegations" in content(reads, denial)
    assert "breaking" in content(reads, denied)
    assert [join.reasons[0].feature for join in links.joins if join.kind == "denial"] == ["takes up"]


def test_each_side_of_a_row_has_its_actors_words_and_day(reader: Reader) -> None:
    reads, links = compared(reader, FIND["the allegations"][0])
    record = fold(reads, links, [], Made("test"))
    (row,) = record.disputes
    names = {actor.id: actor.name for actor in record.actors}
    assert [[names[actor] for actor in side.actors] for side in row.sides] == [["Norway"], ["Iceland"]]
    assert all(side.when.latest == date(2031, 5, 2) for side in row.sides)
    assert row.about == words(reads[0].article.text, row.places[0].spans)
    answered = next(s for s in record.statements if s.answers)
    assert answered.answers == row.sides[0].statements
