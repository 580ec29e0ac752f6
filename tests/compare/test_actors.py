"""Who is who across articles."""

from dragoman.compare.actors import Joined, join_actors
from dragoman.model.article import Article
from dragoman.model.links import At, StoryGroup
from dragoman.model.reading import Entity, Office, ReadArticle, Reading
from dragoman.model.spans import Span

HERE = Span(0, 1)


def read(article: str, *entities: Entity) -> ReadArticle:
    return ReadArticle(Article(article, article, "", "", ""), Reading("1", entities=entities))


def person(*names: str, office: tuple[str, str] | None = None, country: str | None = None) -> Entity:
    offices = (Office(office[0], office[1], None, HERE),) if office else ()
    name = max(names, key=len) if names else str(office and office[0])
    return Entity("person", name, names, office[1] if office else country, offices)


def joined(readings: list[ReadArticle], *stories: tuple[str, ...]) -> Joined:
    groups = tuple(StoryGroup(story) for story in stories) or tuple(StoryGroup((r.article.id,)) for r in readings)
    return join_actors(readings, groups)


def groups(found: Joined) -> list[list[tuple[str, int]]]:
    return [[(at.article, at.index) for at in group.entities] for group in found.groups]


def test_spellings_of_one_name_are_joined_and_the_reason_names_both() -> None:
    found = joined([read("a", person("Andrei Kolm", "Kolm")), read("b", person("Andrey Kolm"))])
    assert groups(found) == [[("a", 0), ("b", 0)]]
    assert found.joins[0].reasons[0].detail == "Andrey Kolm and Andrei Kolm"


def test_the_same_name_in_two_states_is_two_people() -> None:
    one = person("Ivan Petrov", office=("foreign minister", "BG"))
    other = person("Ivan Petrov", office=("foreign minister", "RU"))
    assert len(groups(joined([read("a", one), read("b", other)]))) == 2


def test_different_given_names_are_two_people() -> None:
    assert len(groups(joined([read("a", person("Anna Berg")), read("b", person("Erik Berg"))]))) == 2


def test_an_initial_that_fits_two_people_is_joined_to_neither() -> None:
    found = joined([read("a", person("Anna Berg")), read("b", person("Arne Berg")), read("c", person("A. Berg"))])
    assert len(groups(found)) == 3


def test_a_surname_is_joined_where_one_person_bears_it() -> None:
    assert groups(joined([read("a", person("Anna Berg")), read("b", person("Berg"))])) == [[("a", 0), ("b", 0)]]


def test_a_surname_of_two_people_is_joined_only_within_a_story_that_has_one() -> None:
    readings = [read("a", person("Anna Berg")), read("b", person("Erik Berg")), read("c", person("Berg"))]
    assert len(groups(joined(readings))) == 3
    assert [("b", 0), ("c", 0)] in groups(joined(readings, ("a",), ("b", "c")))


def test_an_office_without_a_name_is_its_one_holder_in_the_story() -> None:
    held = person("Anna Berg", office=("foreign minister", "NO"))
    bare = person(office=("foreign minister", "NO"))
    found = joined([read("a", held), read("b", bare)], ("a", "b"))
    assert groups(found) == [[("a", 0), ("b", 0)]]
    assert found.groups[0].by_story == {At("b", 0)}
    assert len(groups(joined([read("a", held), read("b", bare)], ("a",), ("b",)))) == 2


def test_an_office_that_two_people_hold_in_the_story_is_nobody() -> None:
    held = [person(name, office=("foreign minister", "NO")) for name in ("Anna Berg", "Erik Dahl")]
    bare = person(office=("foreign minister", "NO"))
    assert len(groups(joined([read("a", *held), read("b", bare)], ("a", "b")))) == 3


def test_states_are_joined_by_code_and_ministries_by_state() -> None:
    first = [Entity("state", "Norway", ("Oslo",), "NO"), Entity("body", "Norwegian Foreign Ministry", ("x",), "NO")]
    second = [
        Entity("state", "Norway", ("Norway",), "NO"),
        Entity("body", "Norway's Ministry of Foreign Affairs", ("x",), "NO"),
        Entity("body", "Danish Foreign Ministry", ("x",), "DK"),
    ]
    assert groups(joined([read("a", *first), read("b", *second)])) == [
        [("a", 0), ("b", 0)],
        [("a", 1), ("b", 1)],
        [("b", 2)],
    ]


def test_people_without_a_name_are_never_joined() -> None:
    unnamed = [Entity("unnamed", "official"), Entity("group", "protesters"), Entity("body", "monitoring mission")]
    assert len(groups(joined([read("a", *unnamed), read("b", *unnamed)], ("a", "b")))) == 6


def test_every_entity_stands_in_exactly_one_group() -> None:
    readings = [read(f"{n}", person("Anna Berg"), person("Berg"), person("A. Berg")) for n in range(4)]
    assert sorted(at for group in groups(joined(readings)) for at in group) == [
        (str(n), i) for n in range(4) for i in range(3)
    ]


def test_a_king_and_a_prince_of_one_name_are_two_people() -> None:
    prince = person("Erik Berg", office=("crown prince", "NO"))
    king = person("Berg", office=("king", "NO"))
    assert len(groups(joined([read("a", prince), read("b", king)], ("a", "b")))) == 2


def test_one_whose_state_is_not_told_is_not_joined_to_either_of_two_namesakes() -> None:
    petrovs = [person("Ivan Petrov", country=country) for country in ("BG", "RU", None)]
    assert len(groups(joined([read(str(n), p) for n, p in enumerate(petrovs)]))) == 3


def test_a_court_that_every_state_has_is_not_joined_without_its_state() -> None:
    court = Entity("body", "Supreme Court", ("Supreme Court",))
    assert len(groups(joined([read("a", court), read("b", court)]))) == 2
