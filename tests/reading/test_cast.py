"""Who is in an article, looked up by place."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.reading import Entity, Mention
from dragoman.model.spans import Span
from dragoman.reading.cast import Cast


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.integers(0, 2))), st.integers(0, 40), st.integers(1, 9)
)
def test_a_look_up_gives_every_mention_that_overlaps_and_no_other(
    gaps: list[tuple[int, int, int]], start: int, size: int
) -> None:
    at, mentions = 0, []
    for gap, length, entity in gaps:
        mentions.append(Mention(Span(at + gap, at + gap + length), "name", entity))
        at += gap + length
    cast = Cast(tuple(Entity("person", str(n)) for n in range(3)), tuple(mentions))
    span = (start, start + size)
    wanted = tuple(m for m in mentions if m.span.start < span[1] and span[0] < m.span.end)
    assert cast.mentions_at(span) == wanted
    assert cast.at(span) == tuple(dict.fromkeys(m.entity for m in wanted))
