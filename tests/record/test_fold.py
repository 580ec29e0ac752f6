"""Readings and links become rows."""

from dataclasses import replace
from itertools import permutations

from dragoman.model.article import Article, Credit, Dropped, Masthead
from dragoman.model.codec import dump
from dragoman.model.ids import article_id, sha256
from dragoman.model.links import ActorGroup, At, Join, Links, MeetingGroup, Reason, Rendering, StoryGroup
from dragoman.model.reading import (
    ActorKind,
    Entity,
    Figure,
    MeetingReport,
    Mention,
    Office,
    ReadArticle,
    Reading,
    Statement,
)
from dragoman.model.record import Made, Record
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN
from dragoman.record import fold
from dragoman.record.groups import best_name

OFFICES = ("Ministers", "Velmarian counterpart", "foreign minister")
TEXTS = {
    "a.txt": "Ilse Barran said the causeway must stay open. Sign up here.",
    "b.txt": "The causeway has to remain open, Barran said.",
}


def read(source: str) -> ReadArticle:
    text = TEXTS[source]
    name = "Ilse Barran" if "Ilse" in text else "Barran"
    at = text.index(name)
    content = text[text.index("the causeway" if source == "a.txt" else "The causeway") :].split(" open")[0] + " open"
    start = text.index(content)
    reading = Reading(
        "1",
        language="en",
        entities=(Entity("person", name, (name,)),),
        mentions=(Mention(Span(at, at + len(name)), "name", 0),),
        statements=(
            Statement((Span(start, start + len(content)),), (), (), "indirect", speakers=(0,), speakers_basis="named"),
        ),
        meetings=(MeetingReport((Span(0, 5),), "meeting", "planned", (0,), according_to=(0,)),),
        figures=(Figure((Span(0, 1),), 7, "times"),),
    )
    head = Masthead(credits=(Credit("Agency", "agency", (Span(0, 4),), (Span(0, 9),)),))
    return ReadArticle(
        Article(article_id(source, sha256(text.encode())), source, text, sha256(text.encode()), "p", head), reading
    )


A, B = read("a.txt"), read("b.txt")
X, Y = At(A.article.id, 0), At(B.article.id, 0)
LINKS = Links(
    actors=(ActorGroup((X, Y)),),
    stories=(StoryGroup((A.article.id, B.article.id)),),
    utterances=((Rendering(X, A.reading.statements[0].content), Rendering(Y, B.reading.statements[0].content)),),
    meetings=(MeetingGroup((X, Y), date=A.article.masthead.published),),
    joins=(Join("statements", X, Y, 0.9, (Reason("meaning", 0.9, "close"),)), Join("actors", X, Y, 1.0, ())),
)


def folded(links: Links = LINKS) -> Record:
    return fold([A, B], links, [Dropped("c.bin", "fetch", "no text")], Made("0"))


def test_one_actor_has_the_fullest_name_and_all_mentions() -> None:
    (actor,) = folded().actors
    assert actor.name == "Ilse Barran"
    assert actor.names == ("Ilse Barran", "Barran")
    assert len(actor.mentions) == 2


def test_an_utterance_leads_to_its_statements_and_they_to_their_words() -> None:
    record = folded()
    texts = {row.id: row.text for row in record.articles}
    rows = {row.id: row for row in record.statements}
    (utterance,) = record.utterances
    (actor,) = record.actors
    assert utterance.speakers == (actor.id,)
    found = {texts[rows[r.statement].article][s:e] for r in utterance.renderings for s, e in r.spans}
    assert found == {"the causeway must stay open", "The causeway has to remain open"}


def test_the_order_of_readings_does_not_change_a_byte() -> None:
    once = dump(folded())
    for order in permutations([A, B]):
        assert dump(fold(order, LINKS, [Dropped("c.bin", "fetch", "no text")], Made("0"))) == once


def test_a_statement_in_repeated_furniture_is_dropped_with_its_reason() -> None:
    content = A.reading.statements[0].content
    record = folded(
        Links(actors=LINKS.actors, stories=LINKS.stories, meetings=LINKS.meetings, furniture={A.article.id: content})
    )
    assert [row.article for row in record.statements] == [B.article.id]
    assert any(drop.source == "a.txt" and "repeats" in drop.reason for drop in record.dropped)


def test_one_rendering_alone_is_no_utterance() -> None:
    links = replace(LINKS, furniture={A.article.id: A.reading.statements[0].content})
    assert folded(links).utterances == ()


def test_a_link_to_a_dropped_statement_goes_with_it() -> None:
    furniture = {A.article.id: A.reading.statements[0].content}
    record = folded(replace(LINKS, furniture=furniture))
    assert {link.left.list for link in record.links} == {"actors"}


def test_what_was_dropped_before_is_still_told() -> None:
    assert Dropped("c.bin", "fetch", "no text") in folded().dropped


def test_links_name_rows_of_the_record() -> None:
    record = folded()
    ids = {row.id for row in record.statements} | {row.id for row in record.actors}
    assert record.links
    assert all({link.left.id, link.right.id} <= ids for link in record.links)


def test_credits_stand_with_their_places() -> None:
    row = folded().articles[0]
    assert row.credits == ("Agency",)
    assert row.places["credits"] == (Span(0, 4),)


def test_a_merged_meeting_has_one_row_and_both_reports() -> None:
    (meeting,) = folded().meetings
    assert {report.article for report in meeting.reports} == {A.article.id, B.article.id}
    assert meeting.status == "planned"


def test_two_actors_and_two_meetings_named_by_the_same_words_stay_two() -> None:
    both = Span(0, 5)
    reading = replace(
        A.reading,
        entities=(Entity("person", "One", ("One",)), Entity("person", "Two", ("Two",))),
        mentions=(Mention(both, "office", 0), Mention(both, "office", 1)),
        statements=(replace(A.reading.statements[0], speakers=(1,)),),
        meetings=(MeetingReport((both,), "meeting", "held", (0,)), MeetingReport((both,), "meeting", "held", (1,))),
    )
    first, second = At(A.article.id, 0), At(A.article.id, 1)
    links = Links(
        actors=(ActorGroup((first,)), ActorGroup((second,))),
        stories=(StoryGroup((A.article.id,)),),
        meetings=(MeetingGroup((first,), UNKNOWN), MeetingGroup((second,), UNKNOWN)),
    )
    record = fold([ReadArticle(A.article, reading)], links, [], Made("0"))
    assert len({row.id for row in record.actors}) == len({row.id for row in record.meetings}) == 2
    names = {row.id: row.name for row in record.actors}
    assert [names[speaker] for row in record.statements for speaker in row.speakers] == ["Two"]
    assert sorted(names[p] for row in record.meetings for p in row.participants) == ["One", "Two"]


def test_a_person_bears_the_name_that_most_articles_use_and_a_body_its_fullest() -> None:
    def named(kind: ActorKind, *names: str) -> str:
        return best_name([Entity(kind, name) for name in names])

    assert named("person", "Ilse Barran", "Ilse Barran", "Ilse Maria van Barran", "Barran") == "Ilse Barran"
    assert named("person", "Barran", "Barran", "Ilse Barran") == "Ilse Barran"
    assert named("body", "Causeway Office", "Causeway Office", "Joint Causeway Office") == "Joint Causeway Office"


def test_an_office_printed_for_several_or_as_a_counterparts_is_nobodys_own() -> None:
    text = "Ministers Ida Brandt and Oren Tal met the Velmarian counterpart. Brandt, foreign minister, spoke."
    spans = {words: Span(text.index(words), text.index(words) + len(words)) for words in OFFICES}
    shared, counterpart, own = (Office("minister", None, None, spans[words]) for words in OFFICES)
    brandt = Entity("person", "Ida Brandt", ("Ida Brandt",), offices=(shared, counterpart, own))
    tal = Entity("person", "Oren Tal", ("Oren Tal",), offices=(shared,))
    article = Article("c", "c.txt", text, "", "", Masthead())
    groups = tuple(ActorGroup((At("c", index),)) for index in (0, 1))
    record = fold(
        [ReadArticle(article, Reading("1", language="en", entities=(brandt, tal)))], Links(actors=groups), (), Made("1")
    )
    assert {actor.name: actor.offices for actor in record.actors} == {
        "Ida Brandt": ("foreign minister",),
        "Oren Tal": (),
    }
