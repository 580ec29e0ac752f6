"""Which links hold after people changed the groups."""

from dragoman.compare.ties import held
from dragoman.model.links import NOT_THE_SAME, At, Join

LEFT, RIGHT = At("a", 0), At("b", 0)


def link(kind: str) -> Join:
    return Join("actors", LEFT, RIGHT, 0.0, (), kind=kind)


def test_a_link_that_joins_holds_inside_a_group_alone() -> None:
    assert held([link("same")], [[LEFT, RIGHT]])
    assert not held([link("same")], [[LEFT], [RIGHT]])


def test_a_link_that_holds_apart_is_gone_where_people_put_both_together() -> None:
    assert held([link(NOT_THE_SAME)], [[LEFT], [RIGHT]])
    assert not held([link(NOT_THE_SAME)], [[LEFT, RIGHT]])
