"""Judgements replayed over what each step found: whatever stands in the file, every judgement has an outcome."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.compare.judged import Judged
from dragoman.compare.stories import Stories
from dragoman.model.article import Article
from dragoman.model.ids import article_id, sha256
from dragoman.model.judgement import KINDS, Judgement, Pointed
from dragoman.model.links import (
    ActorGroup,
    AllegationGroup,
    At,
    CommitmentGroup,
    InstrumentGroup,
    Join,
    Links,
    MeetingGroup,
    Rendering,
    StoryGroup,
)
from dragoman.model.reading import (
    CommitmentReport,
    Entity,
    InstrumentMention,
    MeetingReport,
    Mention,
    ReadArticle,
    Reading,
    Statement,
)
from dragoman.model.record import Made, Record
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN
from dragoman.record import fold

TEXTS = {
    "a.txt": "Barran said the road is open. Barran and Kolm met.",
    "b.txt": "Kolm said the road is closed. Kolm and Barran met.",
    "c.txt": "Barran said the road is open. Barran and Kolm met.",
}


def read(source: str) -> ReadArticle:
    text = TEXTS[source]
    sha = sha256(text.encode())
    start, met = text.index("the road"), text.rindex(text.split()[0])
    first, second = text[met:-1].split(" and ")
    other = second.split()[0]
    entities = tuple(Entity("person", name, (name,)) for name in (first, other))
    spans = (Span(met, met + len(first)), Span(text.index(other, met), text.index(other, met) + len(other)))
    reading = Reading(
        "1",
        entities=entities,
        mentions=tuple(Mention(span, "name", i) for i, span in enumerate(spans)),
        statements=(Statement((Span(start, text.index(".")),), (), (), "indirect", speakers=(0,)),),
        meetings=(MeetingReport((Span(met, len(text) - 1),), "meeting", "held", (0, 1)),),
        instruments=(InstrumentMention(Span(start, start + 8), Span(start, start + 8), "agreement"),),
        commitments=(CommitmentReport((Span(met, len(text) - 1),), (Span(met, len(text) - 1),), "agreed", (0, 1)),),
    )
    return ReadArticle(Article(article_id(source, sha), source, text, sha, "p"), reading)


READS = [read(source) for source in TEXTS]
A, B, C = (one.article.id for one in READS)
COPY = {C: A}


def pointed(source: str, name: str) -> Pointed:
    """The first finding of the list in the article."""
    one = next(each for each in READS if each.article.source == source)
    reading, text = one.reading, one.article.text
    places = {
        "statements": reading.statements[0].content,
        "actors": (reading.mentions[0].span,),
        "meetings": reading.meetings[0].spans,
        "instruments": (reading.instruments[0].span,),
        "commitments": reading.commitments[0].spans,
        "allegations": reading.statements[0].content,
    }
    spans = places.get(name, ())
    words = "".join(text[start:end] for start, end in spans)
    return Pointed(name, one.article.text_sha256, source, spans, words)  # type: ignore[arg-type]  # one of the lists


def replayed(*judgements: Judgement) -> tuple[Judged, Record]:
    """Every step, on groups of one each but for the meetings, which are one."""
    judged = Judged(READS, judgements)
    told = Stories((StoryGroup((A, B)), StoryGroup((C,))), ((A, B),), (Join("articles", At(A, 0), At(B, 0), 0.5, ()),))
    stories = judged.stories(told, COPY)
    entities = [At(a.id, i) for a, reading in judged.readings for i, _ in enumerate(reading.entities)]
    actors, _ = judged.actors(tuple(ActorGroup((at,)) for at in entities), ())
    utterances, _ = judged.utterances((), (), COPY)
    meetings, _ = judged.meetings((MeetingGroup((At(A, 0), At(B, 0), At(C, 0)), UNKNOWN),), (), list)
    documents, _ = judged.instruments([(At(A, 0), At(B, 0))], ())
    said_on, occasions = judged.occasions({}, meetings)
    accused = judged.allegations([[At(A, 0), At(B, 0)], [At(C, 0)]])
    promised, _ = judged.commitments(
        [[At(a.id, 0)] for a, reading in judged.readings if reading.commitments[0].actors], ()
    )
    links = Links(
        actors=actors,
        stories=stories.groups,
        utterances=utterances,
        meetings=meetings,
        instruments=tuple(InstrumentGroup(part, UNKNOWN) for part in documents),
        said_on=said_on,
        occasions=occasions,
        origins=judged.origins(()),
        allegations=tuple(AllegationGroup(tuple(group), (), UNKNOWN) for group in accused),
        commitments=tuple(CommitmentGroup(group, (UNKNOWN,) * len(group)) for group in promised),
        corrected=judged.corrected,
        joins=judged.joins,
        judged=judged.outcomes(),
    )
    return judged, fold(READS, links, [], Made("0"))


LISTS = ("articles", "statements", "actors", "meetings", "instruments", "commitments", "allegations")
POINTED = st.builds(pointed, st.sampled_from(sorted(TEXTS)), st.sampled_from(LISTS))
JUDGEMENTS = st.lists(
    st.builds(
        Judgement,
        kind=st.sampled_from(KINDS),
        by=st.just("Ana"),
        about=st.lists(POINTED, max_size=3).map(tuple),
        other=st.lists(POINTED, max_size=2).map(tuple),
        value=st.sampled_from([None, "", "nobody", "unknown", "2031-05-14", "2031-05-14/..", "..", "own", "Norda"]),
        because=st.none() | st.just("so"),
    ),
    max_size=6,
)


def settled(judgements: list[Judgement]) -> list[Judgement]:
    """Without those that part meetings, whose groups need what the reports say."""
    return [j for j in judgements if not (j.kind == "not-same" and any(p.list == "meetings" for p in j.about))]


@given(JUDGEMENTS)
@settings(max_examples=300)
def test_whatever_stands_in_the_file_every_judgement_has_an_outcome_and_every_link_two_ends(
    judgements: list[Judgement],
) -> None:
    _, record = replayed(*settled(judgements))
    assert all(row.effect for row in record.judgements)
    for link in record.links:
        assert link.by == "person"
        for end in (link.left, link.right):
            assert end.id in {row.id for row in getattr(record, end.list)}
    for row in record.actors:
        assert row.mentions
    assert sorted(article for story in record.stories for article in story.articles) == sorted([A, B, C])


def test_a_copy_renders_nothing_beside_what_it_copies() -> None:
    same = Judgement("same", "Ana", (pointed("a.txt", "statements"), pointed("b.txt", "statements")))
    _, record = replayed(same)
    (utterance,) = record.utterances
    homes = {row.id: row.article for row in record.statements}
    assert {homes[r.statement] for r in utterance.renderings} == {A, B}


def test_articles_that_are_put_in_one_story_are_compared_and_copies_follow_their_text() -> None:
    judged = Judged(READS, [Judgement("join", "Ana", (pointed("a.txt", "articles"), pointed("b.txt", "articles")))])
    alone = Stories((StoryGroup((A,)), StoryGroup((B,)), StoryGroup((C,))), (), ())
    found = judged.stories(alone, COPY)
    assert found.pairs == ((A, B),)
    split = Judgement("split", "Ana", (pointed("b.txt", "articles"),), (pointed("a.txt", "articles"),))
    told = Stories((StoryGroup((A, B, C)),), ((A, B),), (Join("articles", At(A, 0), At(B, 0), 0.5, ()),))
    parted = Judged(READS, [split]).stories(told, COPY)
    assert {group.articles for group in parted.groups} == {(A, C), (B,)}
    assert (parted.pairs, parted.joins) == ((), ())


def test_a_part_of_a_statement_renders_the_utterance_that_it_is_said_to() -> None:
    part = (Span(12, 20),)
    about = replace(pointed("a.txt", "statements"), part=part)
    judged = Judged(READS, [Judgement("same", "Ana", (about, pointed("b.txt", "statements")))])
    (group,), _ = judged.utterances((), (), COPY)
    assert Rendering(At(A, 0), part) in group


def documents(*judgements: Judgement, found: tuple[At, ...] = (At(A, 0), At(B, 0), At(C, 0))) -> list[set[str]]:
    """Which files name each document, where the program put those of ``found`` to one."""
    sources = {one.article.id: one.article.source for one in READS}
    judged = Judged(READS, judgements)
    return [{sources[at.article] for at in part} for part in judged.instruments([found], ())[0]]


def test_mentions_of_a_document_are_held_apart_as_people_say_in_every_copy_of_the_text() -> None:
    apart = Judgement("not-same", "Ana", (pointed("a.txt", "instruments"),), (pointed("b.txt", "instruments"),))
    assert documents(apart) == [{"a.txt", "c.txt"}, {"b.txt"}]


def test_a_mention_that_took_up_no_document_is_put_to_one() -> None:
    same = Judgement("same", "Ana", (pointed("a.txt", "instruments"), pointed("b.txt", "instruments")))
    assert documents(same, found=(At(A, 0), At(C, 0))) == [{"a.txt", "b.txt", "c.txt"}]


def test_a_mention_of_no_document_that_people_part_makes_no_row() -> None:
    apart = Judgement("not-same", "Ana", (pointed("b.txt", "instruments"),), (pointed("a.txt", "instruments"),))
    assert documents(apart, found=(At(A, 0), At(C, 0))) == [{"a.txt", "c.txt"}]
