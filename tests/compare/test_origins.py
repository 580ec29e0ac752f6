"""Origins: what articles credit, and what they copy; each with the words that say or show so."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.compare.copies import find_copies, whole_copies
from dragoman.compare.origins import Origins, find_origins
from dragoman.model.article import Article, Credit, CreditKind, Masthead
from dragoman.model.ids import origin_id
from dragoman.model.links import OriginGroup, StoryGroup
from dragoman.model.reading import Entity, Mention, ReadArticle, Reading, Statement
from dragoman.model.spans import Span, Spans
from dragoman.model.when import UNKNOWN, between

OWN = (
    "The ferry line across the Sound of Carrow was closed on Friday after a storm had torn two of its nine boats from "
    "their moorings, and officials in Lisk could not say when passengers and lorries would be able to cross again. "
    "Fishermen in Merrin had warned for years that the northern pier was too short for boats of that size."
)
HEAD = "Parliament voted on a budget for the coming year late on Thursday, with the opposition absent in protest.\n"


def article(
    name: str, text: str, *given: tuple[str, str], outlet: str | None = None, day: date | None = None
) -> Article:
    """Each credit is its name and the words that give it."""
    found = tuple(Credit(name_, "agency", _spans(text, name_), _spans(text, evidence)) for name_, evidence in given)
    published = between(day, day, "given") if day else UNKNOWN
    masthead = Masthead(outlet=outlet, title=f"Title {name}", published=published, credits=found)
    return Article(name, f"{name}.txt", text, "", "", masthead)


def _spans(text: str, words: str) -> Spans:
    return (Span(text.index(words), text.index(words) + len(words)),)


def origins(*articles: Article) -> Origins:
    readings = [ReadArticle(one, Reading("1")) for one in articles]
    return find_origins(readings, find_copies(readings, {}, {}))


def passages(group: OriginGroup, *articles: Article) -> list[list[str]]:
    texts = {one.id: one.text for one in articles}
    return [[texts[rest.article][s:e] for s, e in rest.passages] for rest in group.rests]


def test_a_credit_in_a_paragraph_is_for_the_paragraph() -> None:
    one = article("a", f"{HEAD}The line is closed, Xnews reports.\nNothing else is known.", ("Xnews", "Xnews reports"))
    (group,) = origins(one).groups
    assert (group.name, group.kind) == ("Xnews", "agency")
    assert passages(group, one) == [["The line is closed, Xnews reports."]]
    assert [one.text[s:e] for s, e in group.rests[0].evidence.spans] == ["Xnews reports"]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("LISK (Xnews) - The line is closed, and nobody knows for how long.", "Xnews"),
        ("LISK (Xnews) — The line is closed, and nobody knows for how long.", "LISK (Xnews) —"),
        ("The line is closed, and nobody knows for how long.\n(Xnews)", "Xnews"),
        (
            "The line is closed.\nStories from Xnews were used for this report.",
            "Stories from Xnews were used for this report",
        ),
    ],
)
def test_a_credit_in_a_dateline_or_on_its_own_is_for_the_whole_report(text: str, evidence: str) -> None:
    (group,) = origins(article("a", text, ("Xnews", evidence))).groups
    assert group.rests[0].passages == ()


def test_what_is_said_through_an_agency_rests_on_it() -> None:
    text = f"{HEAD}“We shall wait,” she told Xnews.\nThe line stays closed, she said."
    one = article("a", text, ("Xnews", "told Xnews"))
    said = Statement(_spans(text, "The line stays closed"), (), (), "indirect", via=(0,))
    reading = Reading(
        "1",
        entities=(Entity("body", "Xnews"),),
        mentions=(Mention(_spans(text, "Xnews")[0], "name", 0),),
        statements=(said,),
    )
    (group,) = find_origins([ReadArticle(one, reading)], []).groups
    assert passages(group, one) == [["“We shall wait,” she told Xnews.", "The line stays closed"]]


def test_articles_that_credit_one_agency_rest_on_one_origin() -> None:
    one, other = (article(name, f"{HEAD}Closed, Xnews reports.", ("Xnews", "Xnews reports")) for name in "ab")
    (group,) = origins(one, other).groups
    assert [rest.article for rest in group.rests] == ["a", "b"]


def test_the_later_of_two_articles_rests_on_the_earlier_one() -> None:
    late = article("a", HEAD + OWN, day=date(2031, 5, 4))
    early = article("b", OWN, day=date(2031, 5, 3))
    found = origins(late, early)
    (group,) = found.groups
    assert (group.name, group.kind) == ("Title b", "article")
    assert [rest.article for rest in group.rests] == ["a"]
    assert group.rests[0].evidence.article == "b"
    assert passages(group, late, early) == [[OWN.rstrip(".")]]
    assert [(join.kind, join.left.article, join.right.article) for join in found.joins] == [("copied from", "a", "b")]


def test_an_article_that_credits_the_other_outlet_is_the_later_one() -> None:
    credited = article("a", f"{OWN}\nThe Lisk Herald reports.", ("Lisk Herald", "Lisk Herald reports"))
    source = article("b", OWN + HEAD, outlet="Lisk Herald")
    copied = [group for group in origins(credited, source).groups if group.kind == "article"]
    assert [rest.article for rest in copied[0].rests] == ["a"]


def test_where_the_order_is_not_known_both_rest_on_one_text_and_the_reason_says_so() -> None:
    found = origins(article("a", HEAD + OWN), article("b", OWN))
    (group,) = found.groups
    assert sorted(rest.article for rest in group.rests) == ["a", "b"]
    (join,) = found.joins
    assert join.kind == "shares text with"
    assert [reason.detail for reason in join.reasons if reason.feature == "order"] == ["which came first is not known"]


def test_text_that_two_articles_have_from_one_agency_is_no_copy_of_each_other() -> None:
    one, other = (
        article(name, f"LISK (Xnews) - {OWN}{end}", ("Xnews", "Xnews")) for name, end in (("a", ""), ("b", HEAD))
    )
    assert [group.kind for group in origins(one, other).groups] == ["agency"]


def test_a_copy_of_a_copy_rests_on_the_first() -> None:
    days = {name: date(2031, 5, n) for n, name in enumerate("cab", 1)}
    articles = [article(name, f"{HEAD if name == 'b' else ''}{OWN} {name * 9}", day=days[name]) for name in "abc"]
    (group,) = origins(*articles).groups
    assert group.name == "Title c"
    assert [rest.article for rest in group.rests] == ["a", "b"]


def test_who_is_cited_by_whom_is_kept() -> None:
    text = f"{HEAD}The line is closed, Norda reported on Monday, citing the Isle Gazette. Xnews said nothing."
    one = article(
        "a", text, ("Norda", "Norda reported"), ("Isle Gazette", "citing the Isle Gazette"), ("Xnews", "Xnews")
    )
    rests = {group.name: group.rests[0].through for group in origins(one).groups}
    assert rests == {"Norda": (), "Isle Gazette": (origin_id("agency", "Norda"),), "Xnews": ()}


def test_chains_of_three_name_the_nearest_first() -> None:
    text = f"{HEAD}The line is closed, Norda reported, citing Xnews quoting the Isle Gazette."
    one = article("a", text, *((name, name) for name in ("Norda", "Xnews", "Isle Gazette")))
    gazette = next(group for group in origins(one).groups if group.name == "Isle Gazette")
    assert gazette.rests[0].through == tuple(origin_id("agency", name) for name in ("Xnews", "Norda"))


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("The Isle Gazette, quoted by Norda, calls the line closed.", ["Norda"]),
        ("The line is closed, Norda reported. Citing the Isle Gazette, he said so.", []),
        ("Norda reported on it, while Xnews, citing the Isle Gazette, did not.", ["Xnews"]),
        ("Norda and the Isle Gazette report that the line is closed.", []),
    ],
)
def test_only_words_that_say_so_make_a_chain(text: str, through: list[str]) -> None:
    one = article("a", HEAD + text, *((name, name) for name in ("Norda", "Xnews", "Isle Gazette") if name in text))
    gazette = next(group for group in origins(one).groups if group.name == "Isle Gazette")
    assert gazette.rests[0].through == tuple(origin_id("agency", name) for name in through)


def test_the_joint_press_conference_of_one_story_is_one_origin() -> None:
    texts = [f"{HEAD}The line is closed, Toren said at a joint press conference in Lisk ({name})." for name in "abc"]
    reads = [ReadArticle(_with(article(n, t), "conference"), Reading("1")) for n, t in zip("abc", texts, strict=True)]
    groups = find_origins(reads, [], [StoryGroup(("a", "b")), StoryGroup(("c",))]).groups
    assert [[rest.article for rest in group.rests] for group in groups] == [["a", "b"], ["c"]]


def _with(one: Article, kind: CreditKind) -> Article:
    at = _spans(one.text, "joint press conference")
    return replace(one, masthead=replace(one.masthead, credits=(Credit("joint press conference", kind, at, at),)))


def test_own_reporting_is_the_outlets_or_where_none_is_known_the_articles() -> None:
    texts = [f"{HEAD}He would stay, Toren said at a joint press conference. {name}" for name in "abc"]
    given = [article(n, t, outlet=o) for n, t, o in zip("abc", texts, (None, None, "Lisk Herald"), strict=True)]
    reads = [ReadArticle(_with(one, "own"), Reading("1")) for one in given]
    assert [(group.kind, group.name) for group in find_origins(reads, []).groups] == [
        ("own", "a.txt"),
        ("own", "b.txt"),
        ("own", "Lisk Herald"),
    ]


def test_another_outlets_article_word_for_word_is_its_origin_and_its_own_is_none() -> None:
    days = (date(2031, 5, 3), date(2031, 5, 4), date(2031, 5, 5))
    named = zip("abc", ("Lisk Herald", "Harbour Post", "Lisk Herald"), days, strict=True)
    reads = [ReadArticle(article(name, OWN, outlet=outlet, day=day), Reading("1")) for name, outlet, day in named]
    (group,) = find_origins(reads, whole_copies(reads, {"b": "a", "c": "a"})).groups
    assert (group.article, [rest.article for rest in group.rests]) == ("a", ["b"])
