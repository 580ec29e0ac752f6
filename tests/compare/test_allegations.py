"""An accusation keeps its accuser, its accused and its answers, and no answer is older than what it answers."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.compare.voices import accuses_plainly
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.links import AllegationGroup, Links
from dragoman.model.reading import ReadArticle, Statement
from dragoman.model.record import Made, Record
from dragoman.model.spans import Span
from dragoman.model.when import between
from dragoman.reading import Reader
from dragoman.record import fold

CHARGE = "Norway accused Iceland of breaking the herring quota off Lofra. "
AGAIN = "Norway has accused Iceland of breaking the herring quota near Lofra. "
ROUND = (
    "The envoys of Norway and Iceland met in Lofra to speak of herring quotas, trawlers and the cod season. The talks "
    "in Lofra lasted two days, and the envoys dined at the harbour. "
)
ANSWER = "Iceland denied the allegations."


def article(reader: Reader, name: str, text: str, day: date | None, *, excerpt: bool = False) -> ReadArticle:
    sha = sha256(text.encode())
    head = Masthead(language="en", outlet=name)
    if day:
        head = Masthead(published=between(day, day, "given"), language="en", outlet=name)
    made = Article(article_id(name, sha), name, text, sha, sha, head, excerpt=excerpt)
    return ReadArticle(made, reader.read(made))


def told(reader: Reader, *texts: tuple[str, date | None]) -> tuple[list[ReadArticle], Links]:
    reads = [article(reader, f"Outlet {n}", text, day) for n, (text, day) in enumerate(texts)]
    return reads, compare(reads)


def only(links: Links) -> AllegationGroup:
    (found,) = links.allegations
    return found


def record_of(reads: list[ReadArticle], links: Links) -> Record:
    return fold(reads, links, [], Made("test"))


def test_it_has_accuser_accused_and_answer(reader: Reader) -> None:
    record = record_of(*told(reader, (CHARGE + ANSWER, date(2031, 5, 2))))
    (row,) = record.allegations
    names = {actor.id: actor.name for actor in record.actors}
    assert ([names[each] for each in row.by], [names[each] for each in row.against]) == (["Norway"], ["Iceland"])
    assert [answer.kind for answer in row.answers] == ["denied"]
    assert row.when.latest == date(2031, 5, 2)


def test_it_is_one_in_two_outlets_and_the_one_without_the_answer_is_named(reader: Reader) -> None:
    reads, links = told(
        reader, (ROUND + CHARGE + ANSWER, date(2031, 5, 2)), (ROUND + AGAIN + "It rained.", date(2031, 5, 3))
    )
    found = only(links)
    assert len(found.statements) == 2
    assert [(row.article, row.why) for row in found.unanswered] == [(reads[1].article.id, "absent")]


def test_an_older_article_is_not_held_to_lack_the_answer(reader: Reader) -> None:
    _, links = told(reader, (ROUND + CHARGE + ANSWER, date(2031, 5, 4)), (ROUND + AGAIN, date(2031, 5, 3)))
    assert [row.why for row in only(links).unanswered] == ["earlier"]


def test_an_undated_article_is_not_held_to_lack_the_answer(reader: Reader) -> None:
    _, links = told(reader, (ROUND + CHARGE + ANSWER, date(2031, 5, 4)), (ROUND + AGAIN, None))
    assert {row.why for group in links.allegations for row in group.unanswered} <= {"undated", "near"}


def test_an_excerpt_is_unread(reader: Reader) -> None:
    reads = [
        article(reader, "Outlet 0", ROUND + CHARGE + ANSWER, date(2031, 5, 2)),
        article(reader, "Outlet 1", ROUND + AGAIN, date(2031, 5, 3), excerpt=True),
    ]
    assert [row.why for row in only(compare(reads)).unanswered] == ["unread"]


def test_a_denial_that_was_not_tied_is_perhaps_the_answer(reader: Reader) -> None:
    late = ROUND + AGAIN + "A day later the harbour office in Iceland issued a denial of sorts on its board."
    _, links = told(reader, (ROUND + CHARGE + ANSWER, date(2031, 5, 2)), (late, date(2031, 5, 3)))
    assert "absent" not in [row.why for group in links.allegations for row in group.unanswered]


def test_an_older_denial_answers_nothing(reader: Reader) -> None:
    denial = "Iceland denies breaking the herring quota off Lofra."
    _, links = told(reader, (denial, date(2031, 3, 1)), (CHARGE, date(2031, 5, 2)))
    assert only(links).answers == ()


def test_who_denies_what_nobody_is_named_to_allege_is_accused(reader: Reader) -> None:
    record = record_of(*told(reader, ("Iceland denied allegations that it broke the herring quota.", date(2031, 5, 2))))
    (row,) = record.allegations
    assert row.by == ()
    assert [actor.name for actor in record.actors if actor.id in row.against] == ["Iceland"]
    assert [answer.kind for answer in row.answers] == ["denied"]


def test_nobody_named_leaves_the_accused_open(reader: Reader) -> None:
    record = record_of(*told(reader, ("Norway accused its critics of breaking the herring quota.", date(2031, 5, 2))))
    assert [row.against for row in record.allegations] == [()]


def test_two_charges_of_two_parties_stay_two(reader: Reader) -> None:
    _, links = told(
        reader, (CHARGE + "Denmark accused Iceland of breaking the herring quota off Lofra.", date(2031, 5, 2))
    )
    assert [len(group.statements) for group in links.allegations] == [1, 1]


def test_a_dispute_names_the_article_with_one_side_alone(reader: Reader) -> None:
    record = record_of(
        *told(reader, (ROUND + CHARGE + ANSWER, date(2031, 5, 2)), (ROUND + AGAIN + "It rained.", date(2031, 5, 3)))
    )
    (row,) = record.disputes
    articles = {article.id: article.outlet for article in record.articles}
    lacking = [[(articles[each.article], each.why) for each in side.lacking] for side in row.sides]
    assert lacking == [[], [("Outlet 1", "absent")]]


def said(text: str, source: str, cue: str, content: str) -> Statement:
    """A statement that is not shown, with these words of the text as its parts."""
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (source, cue, content)]
    return Statement((spans[2],), (spans[0],), (spans[1],), "indirect", "position", shown=False)


def is_plain(between: str, cue: str) -> bool:
    text = f"Norway {between} {cue} Iceland of spying."
    return accuses_plainly(text, said(text, "Norway", cue, "Iceland of spying"))


@pytest.mark.parametrize(
    ("between", "cue"),
    [
        ("has widely", "accused"),
        (", which has not come and will not come,", "accuses"),
        ("vowed not to give in,", "accusing"),
    ],
)
def test_who_accuses_in_so_many_words_accuses_though_it_is_not_shown(between: str, cue: str) -> None:
    assert is_plain(between, cue)


@pytest.mark.parametrize(
    ("between", "cue"),
    [("has not", "accused"), ("will", "blame"), ("was", "accused"), ("left. It", "accused"), ("has", "praised")],
)
def test_who_does_not_accuse_or_only_may_is_told_of_alone(between: str, cue: str) -> None:
    assert not is_plain(between, cue)


def test_what_is_not_shown_is_an_accusation_and_its_denial_an_answer(reader: Reader) -> None:
    read = article(reader, "a", CHARGE + ANSWER, date(2031, 5, 2))
    first, *others = read.reading.statements
    hidden = ReadArticle(read.article, replace(read.reading, statements=(replace(first, shown=False), *others)))
    (row,) = record_of([hidden], compare([hidden])).allegations
    assert [answer.kind for answer in row.answers] == ["denied"]


def test_the_first_of_several_accused_is_known(reader: Reader) -> None:
    text = "Norway accused Iceland and trawlers fishing under its flag of breaking the quota."
    record = record_of(*told(reader, (text, date(2031, 5, 2))))
    names = {actor.id: actor.name for actor in record.actors}
    assert [[names[each] for each in row.against] for row in record.allegations] == [["Iceland"]]


def test_of_two_stories_it_is_one_within_a_month_and_two_beyond(reader: Reader) -> None:
    shore = "A storm closed the school in Holm, and the pupils stayed with their aunts until the snow was gone. "
    near = [(CHARGE + ROUND, date(2031, 5, 28)), (shore + AGAIN, date(2031, 6, 4))]
    far = [(CHARGE + ROUND, date(2031, 5, 28)), (shore + AGAIN, date(2031, 9, 4))]
    assert [len(group.statements) for group in told(reader, *near)[1].allegations] == [2]
    assert [len(group.statements) for group in told(reader, *far)[1].allegations] == [1, 1]
