"""Names for one thing, and distinctive words, as rows."""

from dragoman.compare.naming import find_naming
from dragoman.language.parser import Parser
from dragoman.model.ids import article_id
from dragoman.model.links import ActorGroup, At, Links, WordingGroup
from dragoman.model.record import Made
from dragoman.model.spans import Place, Span
from dragoman.record import fold
from tests.compare.naming import named, saying


def test_a_referent_is_called_what_it_is_called_most_and_each_use_has_its_voice(parser: Parser) -> None:
    first = named(parser, "a", "The Velsk corridor is open. “The Velsk corridor is shut,” Ilse Barran said.")
    at = next(i for i, entity in enumerate(first.reading.entities) if entity.kind == "person")
    first = saying(first, "The Velsk corridor is shut", "said", mode="direct", speakers=(at,))
    reads = [first, named(parser, "b", "The Velsk road is open.")]
    actors = tuple(ActorGroup((At(read.article.id, i),)) for read in reads for i, _ in enumerate(read.reading.entities))
    record = fold(reads, Links(actors=actors, naming=find_naming(reads, actors, {})), (), Made("1"))
    (row,) = record.naming
    names = {actor.id: actor.name for actor in record.actors}
    assert row.referent == "Velsk corridor"
    assert row.kind == "way"
    assert [(use.term, use.voice, [names[by] for by in use.by], use.article) for use in row.terms] == [
        ("Velsk corridor", "own", [], "a"),
        ("Velsk corridor", "quoted", ["Ilse Barran"], "a"),
        ("Velsk road", "own", [], "b"),
    ]


def test_a_distinctive_word_keeps_its_counts_and_places() -> None:
    place = Place(article_id("a.txt", ""), (Span(0, 3),))
    group = WordingGroup("Post", "war", 3.5, 9, 900, 4, 2000, (place,))
    (row,) = fold((), Links(wordings=(group,)), (), Made("1")).wordings
    assert (row.outlet, row.term, row.z, row.count, row.words, row.others, row.others_words, row.places) == (
        "Post", "war", 3.5, 9, 900, 4, 2000, (place,),
    )  # fmt: skip
