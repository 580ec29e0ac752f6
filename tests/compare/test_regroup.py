"""Groups as people want them, whatever the machine formed."""

from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.regroup import Bound, Edge, Wish, regrouped

MEMBERS = "abcdefgh"


def no_edges(_: Sequence[str], __: Sequence[str]) -> Iterable[Edge[str]]:
    return []


def groups(text: str) -> list[tuple[str, ...]]:
    return [tuple(group) for group in text.split()]


def after(before: str, *wishes: Wish[str], edges: Sequence[Edge[str]] = ()) -> str:
    return " ".join("".join(group) for group in regrouped(groups(before), Bound(wishes), lambda _, __: edges))


def together(name: str, *members: str) -> Wish[str]:
    return Wish(name, members)


def apart(name: str, one: str, *others: str) -> Wish[str]:
    return Wish(name, (one,), others)


def test_groups_whose_members_people_put_together_become_one() -> None:
    assert after("ab cd e", together("1", "b", "c")) == "abcd e"


def test_a_group_is_parted_and_the_others_go_where_their_strongest_chain_leads() -> None:
    edges = [(0.9, "b", "c"), (0.8, "c", "d"), (0.7, "a", "d"), (0.5, "a", "b")]
    assert after("abcd", apart("1", "a", "b"), edges=edges) == "a bcd"


def test_a_member_that_nothing_binds_stays_with_the_first() -> None:
    assert after("abc", apart("1", "a", "b")) == "ac b"


def test_what_people_put_together_moves_together() -> None:
    assert after("abcd", together("1", "c", "d"), apart("2", "a", "b"), edges=[(0.9, "b", "d")]) == "a bcd"


def test_a_merge_does_not_bring_together_what_is_held_apart() -> None:
    assert after("a bc", together("1", "a", "c"), apart("2", "a", "b")) == "ac b"


def test_the_later_of_two_that_contradict_each_other_holds() -> None:
    bound = Bound([together("1", "a", "b"), together("2", "b", "c"), apart("3", "a", "c")])
    assert bound.overruled == {"1"}
    bound = Bound([apart("1", "a", "c"), together("2", "a", "b"), together("3", "b", "c")])
    assert bound.overruled == {"1"}


WISHES = st.lists(
    st.builds(
        Wish,
        judgement=st.text("0123456789", min_size=3, max_size=3),
        together=st.lists(st.sampled_from(MEMBERS), min_size=1, max_size=3, unique=True).map(tuple),
        away=st.lists(st.sampled_from(MEMBERS), max_size=2, unique=True).map(tuple),
    ),
    max_size=6,
    unique_by=lambda wish: wish.judgement,
)


@given(WISHES, st.lists(st.integers(0, 3), min_size=len(MEMBERS), max_size=len(MEMBERS)))
def test_every_member_stays_in_one_group_and_every_wish_that_holds_is_met(
    wishes: list[Wish[str]], homes: list[int]
) -> None:
    before = [tuple(m for m, home in zip(MEMBERS, homes, strict=True) if home == n) for n in range(4)]
    bound = Bound(wishes)
    parts = regrouped([group for group in before if group], bound, no_edges)
    assert sorted(member for part in parts for member in part) == list(MEMBERS)
    home = {member: n for n, part in enumerate(parts) for member in part}
    for wish in wishes:
        if wish.judgement not in bound.overruled:
            assert len({home[member] for member in wish.together}) == 1
            assert not {home[member] for member in wish.together} & {home[member] for member in wish.away}


@given(st.lists(st.integers(0, 3), min_size=len(MEMBERS), max_size=len(MEMBERS)))
def test_without_wishes_nothing_changes(homes: list[int]) -> None:
    found = [tuple(m for m, home in zip(MEMBERS, homes, strict=True) if home == n) for n in range(4)]
    before = [group for group in found if group]
    assert regrouped(before, Bound([]), no_edges) == before
