"""Origins are counted so that nobody can say there are fewer, or more."""

import pytest

from dragoman.model.ids import origin_id
from dragoman.model.links import OriginKind, Rest
from dragoman.model.origins import Publisher, Words, origins_of
from dragoman.model.record import OriginRow
from dragoman.model.spans import Place, Span, Spans

PART, ELSEWHERE = (Span(0, 50),), (Span(60, 90),)
OUTLETS = {"a": "Harbour Post", "b": "Lisk Courier", "c": "The Isle Gazette", "d": "Sundvoice"}
ALL: list[Words] = [(article, ()) for article in "abcd"]


def rest(article: str, passages: Spans = (), through: tuple[str, ...] = (), by: str = "") -> Rest:
    return Rest(article, passages, Place(by or article, (Span(0, 9),)), through)


def origin(name: str, kind: OriginKind, *rests: Rest, article: str | None = None) -> OriginRow:
    return OriginRow(origin_id(kind, name), name, kind, rests, article)


def counted(places: list[Words], *rows: OriginRow, owners: dict[str, str] | None = None) -> tuple[int, int]:
    publishers = {a: Publisher(outlet, (owners or {}).get(a)) for a, outlet in OUTLETS.items()}
    count = origins_of(rows, publishers).count(places)
    return count.least, count.most


def norda(*articles: str) -> OriginRow:
    return origin("Norda", "agency", *map(rest, articles))


def test_articles_that_credit_one_agency_have_one_origin() -> None:
    assert counted(ALL, norda(*"abcd")) == (1, 1)


def test_what_is_not_stated_never_adds_to_the_least() -> None:
    assert counted(ALL) == (1, 4)
    assert counted(ALL[:2], norda("a")) == (1, 2)
    found = origins_of([norda("a")], {}).count(ALL[:2])
    assert (found.named, found.not_stated) == ((origin_id("agency", "Norda"),), ("b",))
    assert counted([]) == (0, 0)


def test_two_agencies_are_two_origins() -> None:
    assert counted(ALL[:2], norda("a"), origin("Xnews", "agency", rest("b"))) == (2, 2)


def test_words_in_an_article_made_of_two_reports_come_from_one_of_them_at_least() -> None:
    compiled = origin("Lisk Courier", "outlet", rest("a"))
    assert counted([("a", PART), ("c", PART)], compiled, norda("a", "c")) == (1, 2)
    assert counted([("a", ())], origin("Xnews", "agency", rest("a", PART)), norda()) == (1, 2)
    parts = (origin("Xnews", "agency", rest("a", PART)), origin("Norda", "agency", rest("a", ELSEWHERE)))
    assert counted([("a", ())], *parts) == (2, 3)


def test_only_the_passages_that_rest_on_an_origin_come_from_it() -> None:
    in_part = origin("Norda", "agency", rest("a", PART), rest("b", PART))
    assert counted([("a", PART), ("b", PART)], in_part) == (1, 1)
    assert counted([("a", PART), ("b", ELSEWHERE)], in_part) == (1, 2)
    assert counted([("a", ()), ("b", PART)], in_part) == (1, 2)


def test_own_reporting_is_an_origin_and_that_of_a_cited_outlet_the_same_one() -> None:
    own = origin("Lisk Courier", "own", rest("b"))
    assert counted(ALL[:2], norda("a"), own) == (2, 2)
    assert counted(ALL[:2], origin("Lisk Courier", "outlet", rest("a")), own) == (1, 1)
    assert counted([("c", ()), ("a", ())], origin("Isle Gazette", "outlet", rest("a"))) == (1, 1)


def test_a_chain_ends_where_it_began() -> None:
    through = (origin_id("agency", "Norda"),)
    assert counted(ALL[:1], norda("a"), origin("Xnews", "agency", rest("a", through=through))) == (1, 1)
    both = origin("Xnews", "agency", rest("a", through=through), rest("b"))
    assert counted(ALL[:2], norda("a"), both) == (1, 1)


def test_an_outlet_that_is_cited_may_have_its_report_from_what_its_own_article_cites() -> None:
    cited = origin("Lisk Courier", "outlet", rest("a"))
    assert counted(ALL[:2], cited, norda("b")) == (1, 2)


def test_outlets_that_cite_each_other_are_one_at_least() -> None:
    rows = (origin("Lisk Courier", "outlet", rest("a")), origin("Harbour Post", "outlet", rest("b")))
    least, most = counted(ALL[:2], *rows)
    assert (least <= most, most) == (True, 2)


@pytest.mark.parametrize("kind", ["official", "conference"])
def test_an_agency_beside_a_release_or_conference_may_report_from_it(kind: OriginKind) -> None:
    assert counted(ALL[:2], norda("a"), origin("ministry", kind, rest("a"), rest("b"))) == (1, 2)


def test_a_copied_article_has_the_origin_of_the_first() -> None:
    copied = origin("Ministers meet", "article", rest("a", PART, by="b"), article="b")
    assert counted(ALL[:2], copied) == (1, 2)
    assert counted([("a", PART), ("b", PART)], copied) == (1, 1)
    assert counted([("a", PART), ("b", PART)], copied, norda("b")) == (1, 1)
    assert counted([("a", PART), ("b", PART), ("c", ())], copied, norda("c")) == (2, 2)


def test_a_text_that_two_share_is_one_origin_whoever_was_first() -> None:
    shared = origin("Ministers meet", "article", rest("a", PART, by="b"), rest("b", PART, by="a"), article="b")
    assert counted([("a", PART), ("b", PART)], shared) == (1, 1)
    assert counted([("a", PART), ("b", PART)], shared, norda("a")) == (1, 1)


def test_copies_in_a_circle_end() -> None:
    first = origin("One", "article", rest("a", PART, by="b"), article="b")
    second = origin("Other", "article", rest("b", PART, by="a"), article="a")
    assert counted([("a", PART), ("b", PART)], first, second)[0] >= 1


def test_outlets_of_one_owner_are_one_origin_only_where_the_user_says_so() -> None:
    rows = (origin("Harbour Post", "own", rest("a")), origin("Lisk Courier", "own", rest("b")))
    assert counted(ALL[:2], *rows) == (2, 2)
    assert counted(ALL[:2], *rows, owners={"a": "Sound Media", "b": "Sound Media"}) == (1, 1)
    cited = origin("Harbour Post", "outlet", rest("c"))
    assert counted(ALL[:3], cited, owners={"a": "Sound Media", "b": "Sound Media"}) == (1, 1)
