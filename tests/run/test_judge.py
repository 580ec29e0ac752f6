"""Each kind of judgement, made from a record of the examples, changes the next record as it says."""

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman import Readings, Record, read
from dragoman.compare import compare
from dragoman.errors import NotInRecord, NotJudged
from dragoman.model.codec import dump
from dragoman.model.judgement import Judgement
from dragoman.model.reading import ReadArticle
from dragoman.model.record import ActorRow, ArticleRow, JudgementRow, Made, StatementRow
from dragoman.model.spans import Span
from dragoman.record import fold
from dragoman.run.judge import TAKES, Person, judge, undo

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
ANA = Person("Ana", "read both", "2031-06-01T10:00:00Z")


@pytest.fixture(scope="module")
def found() -> Readings:
    return read([EXAMPLES])


@pytest.fixture(scope="module")
def plain(found: Readings) -> Record:
    return compiled(found)


def compiled(found: Readings, *judgements: Judgement) -> Record:
    return fold(found.articles, compare(found.articles, judgements), found.dropped, Made("0"))


def article(record: Record, source: str) -> ArticleRow:
    return next(row for row in record.articles if row.source == source)


def at(record: Record, source: str, said: str) -> str:
    """The words as a user points at them."""
    row = article(record, source)
    start = row.text.index(said)
    return f"{source}:{start}-{start + len(said)}"


def statement(record: Record, source: str, said: str) -> StatementRow:
    row = article(record, source)
    return next(
        each
        for each in record.statements
        if each.article == row.id and row.text[each.content[0].start :].startswith(said)
    )


def actors(record: Record, name: str) -> list[ActorRow]:
    return [row for row in record.actors if row.name == name]


def outcome(record: Record) -> JudgementRow:
    (row,) = record.judgements
    return row


def by_person(record: Record) -> list[tuple[str, str, str]]:
    return [(link.kind, link.left.list, link.right.list) for link in record.links if link.by == "person"]


def utterance_of(record: Record, row: StatementRow) -> set[str]:
    groups = [{r.statement for r in each.renderings} for each in record.utterances]
    return next((group for group in groups if row.id in group), set())


TRIBUNE, TIDINGS, COURIER = "northern-tribune.html", "sound-tidings.txt", "carrow-courier.txt"


def test_two_statements_become_one_utterance(found: Readings, plain: Record) -> None:
    left = statement(plain, TIDINGS, "Norway will provide")
    right = statement(plain, COURIER, "the mission would stay until")
    assert right.id not in utterance_of(plain, left)
    made = judge(plain, "same", [left.id, right.id], ANA)
    record = compiled(found, made)
    assert {left.id, right.id} <= utterance_of(record, left)
    assert utterance_of(plain, left) <= utterance_of(record, left)
    assert by_person(record) == [("one utterance", "statements", "statements")]
    assert outcome(record).applied


def test_two_renderings_are_held_apart_and_the_machines_link_between_them_is_taken_out(
    found: Readings, plain: Record
) -> None:
    left, right = statement(plain, COURIER, "We are prepared"), statement(plain, "lisk-herald.txt", "We are ready")
    assert right.id in utterance_of(plain, left)
    made = judge(plain, "not-same", [left.id, right.id], ANA)
    record = compiled(found, made)
    assert right.id not in utterance_of(record, left)
    links = [link.kind for link in record.links if {link.left.id, link.right.id} == {left.id, right.id}]
    assert links == ["not the same"]
    ends = [(link.left.id, link.right.id) for link in record.links if link.kind == "one utterance"]
    assert all(one in utterance_of(record, next(r for r in record.statements if r.id == two)) for one, two in ends)


def test_a_later_judgement_holds_against_an_earlier_one(found: Readings, plain: Record) -> None:
    pair = [statement(plain, COURIER, "We are prepared").id, statement(plain, "lisk-herald.txt", "We are ready").id]
    apart, same = judge(plain, "not-same", pair, ANA), judge(plain, "same", pair, ANA)
    record = compiled(found, apart, same)
    assert [(row.kind, row.applied) for row in record.judgements] == [("not-same", False), ("same", True)]
    assert record.utterances == plain.utterances
    assert record.judgements[1].effect == "the program finds the same"


def test_two_bodies_become_one_actor(found: Readings, plain: Record) -> None:
    missions = actors(plain, "monitoring mission")
    assert len(missions) == 2
    record = compiled(found, judge(plain, "same", [row.id for row in missions], ANA))
    (mission,) = actors(record, "monitoring mission")
    assert len(mission.mentions) == sum(len(row.mentions) for row in missions)
    assert ("same", "actors", "actors") in by_person(record)


def test_one_actor_becomes_two_and_each_keeps_those_who_bear_its_name(found: Readings, plain: Record) -> None:
    made = judge(plain, "not-same", [at(plain, COURIER, "Andrei Kolm"), "Andrei Kolm@lisk-herald.txt"], ANA)
    record = compiled(found, made)
    (one,), (other,) = actors(record, "Andrei Kolm"), actors(record, "Andrey Kolm")
    assert {m.article for m in other.mentions} == {article(record, "lisk-herald.txt").id}
    assert article(record, TIDINGS).id in {m.article for m in one.mentions}
    said = [row for row in record.statements if row.article == article(record, "lisk-herald.txt").id]
    assert one.id not in {speaker for row in said for speaker in row.speakers}


def test_a_statement_gets_the_speaker_whom_a_person_names_even_from_another_article(
    found: Readings, plain: Record
) -> None:
    row = statement(plain, TRIBUNE, "Ostrand does not object")
    (renn,) = actors(plain, "Pavel Renn")
    assert article(plain, TRIBUNE).id not in {mention.article for mention in renn.mentions}
    record = compiled(found, judge(plain, "speaker", [row.id, "Pavel Renn"], ANA))
    now = statement(record, TRIBUNE, "Ostrand does not object")
    (renn_now,) = actors(record, "Pavel Renn")
    assert now.speakers == (renn_now.id,)
    assert now.speakers_basis == "person"
    assert (renn_now.kind, renn_now.names, renn_now.mentions) == (renn.kind, renn.names, renn.mentions)
    assert by_person(record) == [("speaker", "statements", "actors")]
    assert all(row.mentions for row in record.actors)


def test_a_statement_may_have_nobody_as_its_speaker(found: Readings, plain: Record) -> None:
    row = statement(plain, TRIBUNE, "Ostrand does not object")
    record = compiled(found, judge(plain, "speaker", [row.id, "nobody"], ANA))
    assert statement(record, TRIBUNE, "Ostrand does not object").speakers == ()
    assert outcome(record).effect == "spoken by nobody; it was Astri Lindaas"


def test_what_is_no_statement_is_not_shown_and_renders_nothing_and_the_record_says_why(
    found: Readings, plain: Record
) -> None:
    row = statement(plain, TRIBUNE, "Norway will provide")
    assert utterance_of(plain, row)
    record = compiled(found, judge(plain, "not-a-statement", [row.id], ANA))
    assert not statement(record, TRIBUNE, "Norway will provide").shown
    assert not utterance_of(record, row)
    assert any("judged by Ana: read both" in drop.reason and drop.source == TRIBUNE for drop in record.dropped)


def stories(record: Record) -> set[frozenset[str]]:
    sources = {row.id: row.source for row in record.articles}
    return {frozenset(sources[a] for a in story.articles) for story in record.stories}


def test_an_article_leaves_its_story(found: Readings, plain: Record) -> None:
    record = compiled(found, judge(plain, "split", ["Ostrand Today"], ANA))
    assert frozenset({"talks.jsonl#ostrand-today-0515"}) in stories(record)
    homes = {article: story.id for story in record.stories for article in story.articles}
    told = [link for link in record.links if link.kind == "one story"]
    assert all(homes[link.left.id] == homes[link.right.id] for link in told)
    assert ("not one story", "articles", "articles") in by_person(record)


def test_two_stories_become_one_and_their_articles_are_compared(found: Readings, plain: Record) -> None:
    whole = [story.id for story in plain.stories if len(story.articles) > 1]
    record = compiled(found, judge(plain, "join", whole, ANA))
    assert max(map(len, stories(record))) == sum(len(group) for group in stories(plain) if len(group) > 1)
    assert {u.id for u in plain.utterances} <= {u.id for u in record.utterances}
    unread = compiled(found, judge(plain, "join", [COURIER, "nordvik-avis.txt"], ANA))
    assert any({COURIER, "nordvik-avis.txt"} <= group for group in stories(unread))


def test_an_article_gets_its_date_before_anything_is_compared(found: Readings, plain: Record) -> None:
    made = judge(plain, "date", ["harbour-post.txt", "2031-06-20"], ANA)
    record = compiled(found, made)
    row = article(record, "harbour-post.txt")
    assert (row.published.edtf, row.published.basis, row.basis["published"]) == ("2031-06-20", "given", "given")
    assert next(story.when.edtf for story in record.stories if row.id in story.articles) == "2031-06-19?/2031-06-20?"
    assert outcome(record).effect == "date 2031-06-20; it was unknown"
    gone = compiled(found, judge(plain, "date", [COURIER, "unknown"], ANA))
    assert article(gone, COURIER).published.basis != "stated"


def test_an_article_gets_its_outlet(found: Readings, plain: Record) -> None:
    record = compiled(found, judge(plain, "outlet", [TIDINGS, "The Tidings"], ANA))
    row = article(record, TIDINGS)
    assert (row.outlet, row.basis["outlet"]) == ("The Tidings", "given")


def test_a_statement_was_made_at_a_meeting_or_on_a_day(found: Readings, plain: Record) -> None:
    row = statement(plain, COURIER, "the mission would stay until")
    meeting = next(m for m in plain.meetings if m.place == "Oslo" and m.status == "held" and len(m.reports) > 3)
    record = compiled(found, judge(plain, "occasion", [row.id, meeting.id], ANA))
    now = statement(record, COURIER, "the mission would stay until")
    assert (now.meeting, now.said_on) == (meeting.id, meeting.date)
    assert by_person(record) == [("occasion", "statements", "meetings")]
    record = compiled(found, judge(plain, "occasion", [row.id, "2031-05-12/2031-05-13"], ANA))
    assert statement(record, COURIER, "the mission would stay until").said_on.edtf == "2031-05-12/2031-05-13"


def test_a_meeting_gets_its_date_and_two_meetings_become_one_or_two(found: Readings, plain: Record) -> None:
    refused = next(m for m in plain.meetings if m.status == "refused")
    record = compiled(found, judge(plain, "occasion", [refused.id, "2031-05-13"], ANA))
    assert next(m for m in record.meetings if m.status == "refused").date.edtf == "2031-05-13"
    large = max(plain.meetings, key=lambda m: len(m.reports))
    joined = compiled(found, judge(plain, "same", [large.id, refused.id], ANA))
    assert len(joined.meetings) == len(plain.meetings) - 1
    ends = [f"{large.id}@{report.article}" for report in (large.reports[0], large.reports[-1])]
    parted = compiled(found, judge(plain, "not-same", ends, ANA))
    assert len(parted.meetings) == len(plain.meetings) + 1
    assert sum(len(m.reports) for m in parted.meetings) == sum(len(m.reports) for m in plain.meetings)


TALKS = {
    "one.txt": "Kenya and Peru signed a ferry accord on May 3, 2031. Kenya will keep the accord.",
    "two.txt": "Chile criticised the ferry pact between Kenya and Peru dated May 3, 2031. The pact is void, it said.",
    "three.txt": "Peru and Chile signed a grain treaty on June 9, 2030. Peru praised the treaty.",
}


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Readings:
    folder = tmp_path_factory.mktemp("talks")
    for name, text in TALKS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return read([folder], store=":memory:")


def named(record: Record) -> list[list[str]]:
    """The files that name each document, once a mention."""
    sources = {row.id: row.source for row in record.articles}
    return sorted(sorted(sources[place.article] for place in row.mentions) for row in record.instruments)


def test_two_documents_are_one_or_two_as_people_say(talks: Readings) -> None:
    plain = compiled(talks)
    assert named(plain) == [["one.txt", "one.txt", "two.txt", "two.txt"], ["three.txt", "three.txt"]]
    ferry, grain = sorted(plain.instruments, key=lambda row: -len(row.mentions))
    record = compiled(talks, judge(plain, "same", [ferry.id, grain.id], ANA))
    assert [len(each) for each in named(record)] == [6]
    assert by_person(record) == [("same", "instruments", "instruments")]
    parted = judge(plain, "not-same", [f"{ferry.id}@one.txt", f"{ferry.id}@two.txt"], ANA)
    assert named(compiled(talks, parted)) == [
        ["one.txt", "one.txt"],
        ["three.txt", "three.txt"],
        ["two.txt", "two.txt"],
    ]


def test_a_mention_is_not_of_a_document(talks: Readings) -> None:
    plain = compiled(talks)
    ferry = max(plain.instruments, key=lambda row: len(row.mentions))
    judgement = judge(plain, "not-same", [at(plain, "two.txt", "pact is void"), f"{ferry.id}@one.txt"], ANA)
    assert judgement.about[0].words == "pact"
    assert [len(each) for each in named(compiled(talks, judgement))] == [3, 2, 1]


def test_words_that_were_put_to_no_document_are_put_to_one(tmp_path: Path) -> None:
    text = "Kenya signed a trade deal with Peru. Kenya signed a security pact with Portugal. The deal is void."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    found = read([tmp_path], store=":memory:")
    plain = compiled(found)
    trade = next(row for row in plain.instruments if row.name.startswith("trade deal"))
    assert len(plain.open_instruments) == 1
    assert len(plain.open_instruments[0].fits) == 2
    record = compiled(found, judge(plain, "same", [at(plain, "one.txt", "deal is"), trade.id], ANA))
    assert [len(row.mentions) for row in record.instruments if row.name.startswith("trade deal")] == [2]
    assert not record.open_instruments


def test_a_document_is_named_by_its_name(talks: Readings) -> None:
    plain = compiled(talks)
    grain = min(plain.instruments, key=lambda row: len(row.mentions))
    with pytest.raises(NotJudged, match="of one kind"):
        judge(plain, "same", [grain.name, plain.actors[0].id], ANA)


def rests(record: Record, source: str) -> set[tuple[str, str]]:
    row = article(record, source)
    return {
        (o.kind, o.name) for o in record.origins for rest in o.rests if rest.article == row.id and not rest.passages
    }


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("norda", ("agency", "Norda")),
        ("Reuters", ("agency", "Reuters")),
        ("Salt Gazette", ("outlet", "Salt Gazette")),
        ("own", ("own", "own")),
        (TIDINGS, ("article", "Ministers talk in Oslo, causeway stays shut")),
    ],
)
def test_an_article_rests_on_an_origin(found: Readings, plain: Record, name: str, origin: tuple[str, str]) -> None:
    record = compiled(found, judge(plain, "origin", ["harbour-post.txt", name], ANA))
    assert origin not in rests(plain, "harbour-post.txt")
    assert origin in rests(record, "harbour-post.txt")
    assert by_person(record) == [("rests on", "articles", "origins")]


def test_what_is_undone_leaves_no_trace(found: Readings, plain: Record) -> None:
    made = judge(plain, "outlet", [TIDINGS, "The Tidings"], ANA)
    back = undo([made], made.id[:6], ANA)
    assert dump(compiled(found, made, back)) == dump(plain)


def test_the_order_of_articles_does_not_change_a_byte(found: Readings, plain: Record) -> None:
    made = [
        judge(plain, "split", ["Ostrand Today"], ANA),
        judge(plain, "not-same", [at(plain, COURIER, "Andrei Kolm"), "Andrei Kolm@lisk-herald.txt"], ANA),
        judge(plain, "speaker", [statement(plain, TRIBUNE, "Ostrand does not object").id, "Pavel Renn"], ANA),
    ]
    backwards = Readings(found.articles[::-1], found.dropped)
    assert dump(compiled(found, *made)) == dump(compiled(backwards, *made))


def moved(found: Readings, by: int) -> Readings:
    """What a newer reader might find: every content ends so much earlier."""

    def shorter(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        last = spans[-1]
        return (*spans[:-1], Span(last.start, max(last.start + 1, last.end - by)))

    def again(one: ReadArticle) -> ReadArticle:
        statements = tuple(replace(s, content=shorter(s.content)) for s in one.reading.statements)
        return ReadArticle(one.article, replace(one.reading, statements=statements))

    return Readings([again(one) for one in found.articles], found.dropped)


def test_a_judgement_survives_a_reader_that_finds_other_spans_and_is_reported_where_it_does_not(
    found: Readings, plain: Record
) -> None:
    row = statement(plain, TRIBUNE, "Ostrand does not object")
    made = judge(plain, "speaker", [row.id, "Pavel Renn"], ANA)
    later = compiled(moved(found, 9), made)
    (renn,) = actors(later, "Pavel Renn")
    now = statement(later, TRIBUNE, "Ostrand does not object")
    assert now.content != row.content
    assert now.speakers == (renn.id,)
    lost = outcome(compiled(moved(found, 40), made))
    assert not lost.applied
    assert TRIBUNE in lost.effect


def test_judgements_on_other_articles_are_not_in_the_record(found: Readings, plain: Record) -> None:
    made = judge(plain, "outlet", [TIDINGS, "The Tidings"], ANA)
    fewer = Readings([one for one in found.articles if one.article.source != TIDINGS], found.dropped)
    assert compiled(fewer, made).judgements == ()
    same = judge(plain, "origin", ["harbour-post.txt", TIDINGS], ANA)
    assert not outcome(compiled(fewer, same)).applied


@pytest.mark.parametrize("kind", ["bogus", *TAKES])
def test_what_cannot_be_judged_is_refused_with_what_the_kind_takes(plain: Record, kind: str) -> None:
    with pytest.raises(NotJudged, match="there are" if kind in ("bogus", "undo") else "takes"):
        judge(plain, kind, [], ANA)


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("date", [TIDINGS, "soon"]),
        ("date", [TIDINGS, "2031-06-02/2031-06-01"]),
        ("same", ["Pavel Renn", "Pavel Renn"]),
        ("split", ["nordvik-avis.txt"]),
        ("origin", [TIDINGS, TIDINGS]),
        ("join", [TIDINGS, TIDINGS]),
    ],
)
def test_judgements_that_say_nothing_are_refused(plain: Record, kind: str, what: list[str]) -> None:
    with pytest.raises(NotJudged, match="takes"):
        judge(plain, kind, what, ANA)


def test_what_is_not_in_the_record_or_is_there_twice_is_told(plain: Record) -> None:
    with pytest.raises(NotInRecord, match="near it: Pavel Renn"):
        judge(plain, "same", ["Pavel Ren", "Andrei Kolm"], ANA)
    with pytest.raises(NotInRecord, match="more than one"):
        judge(plain, "same", ["monitoring mission", "Andrei Kolm"], ANA)
    with pytest.raises(NotInRecord, match="does not stand in"):
        judge(plain, "not-same", [f"Pavel Renn@{TIDINGS}", "Andrei Kolm"], ANA)
    with pytest.raises(NotInRecord, match="nothing that can be judged"):
        judge(plain, "same", [f"{TIDINGS}:0-1", "Andrei Kolm"], ANA)
    with pytest.raises(NotInRecord):
        undo([], "abcd", ANA)
