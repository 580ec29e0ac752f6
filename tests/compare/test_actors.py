"""Who is who across articles."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.actors import Joined, join_actors
from dragoman.model.article import Article, Masthead
from dragoman.model.links import At, StoryGroup
from dragoman.model.reading import Entity, Mention, Office, ReadArticle, Reading
from dragoman.model.spans import Span
from dragoman.model.when import between

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


def test_a_name_in_two_romanisations_and_with_one_given_name_left_out_is_one_person() -> None:
    names = ("Mohammad Jawad Velmari", "Mohammed Javad Velmari", "Javad Velmari", "Seyyed Mohammad Javad Velmari")
    assert len(groups(joined([read(str(n), person(name)) for n, name in enumerate(names)]))) == 1


def test_how_often_a_name_is_printed_does_not_change_who_bears_it() -> None:
    names = ["Javad Velmari", "Mohammed Javad Velmari", "Mohammad Javad Velmari"] * 3
    assert len(groups(joined([read(str(n), person(name)) for n, name in enumerate(names)]))) == 1


def test_two_brothers_are_not_joined_by_the_name_that_both_bear_first() -> None:
    names = ("Mohammad Javad Velmari", "Mohammad Karim Velmari")
    assert len(groups(joined([read(str(n), person(name)) for n, name in enumerate(names)]))) == 2


def test_a_short_given_name_is_the_long_one() -> None:
    assert len(groups(joined([read("a", person("Bob Kolm")), read("b", person("Robert J. Kolm"))]))) == 1
    assert len(groups(joined([read("a", person("Bob Kolm")), read("b", person("Roland Kolm"))]))) == 2


def test_a_short_name_of_two_people_is_neither() -> None:
    names = ("Alexander Kolm", "Alexandra Kolm", "Alex Kolm")
    assert len(groups(joined([read(str(n), person(name)) for n, name in enumerate(names)]))) == 3


def test_father_and_son_are_two_people() -> None:
    assert len(groups(joined([read("a", person("Erik Berg Sr.")), read("b", person("Erik Berg Jr."))]))) == 2
    assert len(groups(joined([read("a", person("Erik Berg")), read("b", person("Erik Berg Jr."))]))) == 1


def test_a_given_name_misspelled_beside_one_surname_and_office_is_one_person() -> None:
    office = ("foreign minister", "NO")
    slip = [
        read("a", person("Frederica Dahlmann", office=office)),
        read("b", person("Federica Dahlmann", office=office)),
    ]
    assert len(groups(joined(slip))) == 1
    assert len(groups(joined([read("a", person("Frederica Dahlmann")), read("b", person("Federica Dahlmann"))]))) == 2


def known(full: str, articles: int) -> list[ReadArticle]:
    return [read(f"{full} {n}", person(full)) for n in range(articles)]


def test_a_surname_alone_is_the_one_whom_nearly_all_articles_name() -> None:
    bare = read("z", person("Berg"))
    assert len(groups(joined([*known("Anna Berg", 12), *known("Erik Berg", 1), bare]))) == 2
    assert len(groups(joined([*known("Anna Berg", 12), *known("Erik Berg", 2), bare]))) == 3


def test_a_lady_of_the_surname_is_not_the_man_whom_nearly_all_articles_name() -> None:
    men = [read(str(n), Entity("person", "Erik Berg", ("Erik Berg",), gender="male")) for n in range(12)]
    lady = read("z", Entity("person", "Berg", ("Berg",), gender="female"))
    assert len(groups(joined([*men, lady]))) == 2


def test_why_a_surname_is_joined_to_neither_of_two_bearers_is_told() -> None:
    found = joined([read("a", person("Anna Berg")), read("b", person("Erik Berg")), read("c", person("Berg"))])
    parted = [join for join in found.joins if join.kind == "not the same"]
    assert [(join.left.article, join.right.article, join.reasons[0].feature) for join in parted] == [
        ("a", "b", "given names differ")
    ]


def test_why_namesakes_of_two_states_are_two_is_told() -> None:
    petrovs = [read(state, person("Ivan Petrov", country=state)) for state in ("BG", "RU")]
    assert [(j.kind, j.reasons[0].feature) for j in joined(petrovs).joins] == [
        ("not the same", "states differ or are not told")
    ]


def on(day: int, article: str, *entities: Entity) -> ReadArticle:
    told = between(date(2031, 5, day), date(2031, 5, day), "given")
    return ReadArticle(Article(article, article, "", "", "", Masthead(published=told)), Reading("1", entities=entities))


def test_an_office_without_a_name_is_the_one_who_is_named_in_it_in_those_days() -> None:
    office = ("foreign minister", "NO")
    readings = [on(1, "a", person("Anna Berg", office=office)), on(9, "b", person(office=office))]
    found = joined(readings)
    assert groups(found) == [[("a", 0), ("b", 0)]]
    assert [reason.feature for reason in found.joins[0].reasons] == ["office on that day", "state", "office held"]


def test_a_change_in_the_office_leaves_it_open_who_is_meant() -> None:
    office = ("foreign minister", "NO")
    holders = [on(1, "a", person("Anna Berg", office=office)), on(20, "c", person("Erik Dahl", office=office))]
    assert len(groups(joined([*holders, on(9, "b", person(office=office))]))) == 3


def test_an_office_of_another_state_is_another_person() -> None:
    named = on(1, "a", person("Anna Berg", office=("foreign minister", "NO")))
    assert len(groups(joined([named, on(2, "b", person(office=("foreign minister", "DK")))]))) == 2


def test_an_office_before_a_name_that_nobody_read_is_not_its_holder() -> None:
    office = ("foreign minister", "NO")
    held = on(1, "a", person("Anna Berg", office=office))
    for text, people in (
        ("the minister Mai Lund said", 2),
        ("the minister Anna Berg said", 1),
        ("the minister said", 1),
    ):
        bare = Reading("1", entities=(person(office=office),), mentions=(Mention(Span(4, 12), "office", 0),))
        then = ReadArticle(replace(on(2, "b").article, text=text), bare)
        assert len(groups(joined([held, then]))) == people


def test_no_link_holds_apart_two_who_stand_in_one_group() -> None:
    office = ("foreign minister", "NO")
    names = [
        ("Frederica Dahlmann", "NO"),
        ("Frederica Dahlmann", None),
        ("Federica Dahlmann", "NO"),
        ("Dahlmann", None),
    ]
    readings = [read(str(n), person(name, office=office if state else None)) for n, (name, state) in enumerate(names)]
    found = joined(readings)
    home = {at: number for number, group in enumerate(found.groups) for at in group.entities}
    assert all((join.kind == "same") == (home[join.left] == home[join.right]) for join in found.joins)


@given(st.permutations(range(6)))
def test_the_order_of_articles_does_not_change_who_is_who(order: list[int]) -> None:
    names = ["Mohammad Javad Velmari", "Javad Velmari", "M. Velmari", "Velmari", "Mohammad Karim Velmari", "Bob Kolm"]
    readings = [read(str(n), person(names[n])) for n in order]
    assert {frozenset(group) for group in map(tuple, groups(joined(readings)))} == {
        frozenset(group) for group in map(tuple, groups(joined(sorted(readings, key=lambda r: r.article.id))))
    }
